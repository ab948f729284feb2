"""Regular expressions compiled on first use: some take milliseconds to compile, and a question needs few of them."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, cast

_compile: "Callable[[str, int], re.Pattern[str]]" = re.compile


def lazy(pattern: str, flags: int = 0) -> "re.Pattern[str]":
    """Return a stand-in for a compiled pattern, which is compiled when first used.

    Args:
        pattern: one of ours, not made of what somebody wrote: compiled, it may be kept.
    """
    return cast("re.Pattern[str]", _Lazy(pattern, flags))


def compile_with(compiler: "Callable[[str, int], re.Pattern[str]]") -> None:
    """Let another function than `re.compile` compile what is used from now on."""
    global _compile  # noqa: PLW0603 - patterns are constants of modules: nobody hands them a compiler
    _compile = compiler


class _Lazy:
    """Proxy that compiles its pattern on the first attribute access."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(_compile(*self._source), name)
        setattr(self, name, found)  # later accesses bypass __getattr__
        return found


def standing(words: str) -> str:
    """Return a pattern for words that stand by themselves; as it begins with them, a long text is searched quickly."""
    literal = re.escape(words)
    return rf"{literal}(?<!\w{literal})(?!\w)"


def not_behind(words: str) -> str:
    """Return a pattern that matches where none of these words comes right before."""
    return "".join(rf"(?<!\b{word}\s)" for word in words.split())


def of_language(forms: Mapping[str, str], language: str | None) -> str:
    """Return one pattern of the forms of a language, or of all languages if the language has none."""
    return forms[language] if language is not None and language in forms else "|".join(forms.values())


def by_language(pattern: str, *tables: Mapping[str, str], flags: int = 0) -> "Callable[[str | None], re.Pattern[str]]":
    """Return a function from a language to its cached pattern; FORMS stands for that language's forms in each table.

    Where a table lacks the language, the forms of all languages are used.
    """

    @cache
    def pattern_of(language: str | None) -> "re.Pattern[str]":
        return lazy(pattern.replace("FORMS", "|".join(of_language(forms, language) for forms in tables)), flags)

    return pattern_of


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, common prefixes written once so that few alternatives are tried.

    Args:
        words: distinct, made of letters and apostrophes.
    """
    behind: dict[str, list[str]] = {}
    for word in words:
        behind.setdefault(word[:1], []).append(word[1:])
    return "|".join(head + (rest[0] if len(rest) == 1 else f"(?:{any_of(rest)})") for head, rest in behind.items())


CAPITAL = r"(?-i:(?![а-џœ])(?!ґ)[^\W\d_a-zß-öø-ÿ])"
"""A letter that may begin a name: any that is not a lower-case one of the languages with patterns of speech.

Other scripts pass. In one set, where letters beyond the first 256 take .2 ms, it would cost a start 12 ms."""

PROPER = rf"{CAPITAL}[\w’'-]+"
"""A word that may be a name, or part of one."""
