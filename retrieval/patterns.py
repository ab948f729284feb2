"""Regular expressions that are compiled when they are first used: some take milliseconds, and a question needs few."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, cast


def lazy(pattern: str, flags: int = 0) -> "re.Pattern[str]":
    """Return what stands for a compiled pattern."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))


class _Lazy:
    """Has the methods of its pattern once they are asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._source), name)
        setattr(self, name, found)  # from now on it is found without this detour
        return found


def of_language(forms: Mapping[str, str], language: str | None) -> str:
    """Return one pattern of the forms of a language, or of all where it is none of these."""
    return forms[language] if language is not None and language in forms else "|".join(forms.values())


def by_language(pattern: str, *tables: Mapping[str, str], flags: int = 0) -> "Callable[[str | None], re.Pattern[str]]":
    """Return what gives a pattern for a language, made once: FORMS in it stands for the forms of that in each table.

    Where a table has not the language, for those of all languages.
    """

    @cache
    def pattern_of(language: str | None) -> "re.Pattern[str]":
        return lazy(pattern.replace("FORMS", "|".join(of_language(forms, language) for forms in tables)), flags)

    return pattern_of


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of words, what they begin with in common told once: of hundreds, few are tried at each place.

    Args:
        words: each once, of letters and apostrophes.
    """
    behind: dict[str, list[str]] = {}
    for word in words:
        behind.setdefault(word[:1], []).append(word[1:])
    return "|".join(head + (rest[0] if len(rest) == 1 else f"(?:{any_of(rest)})") for head, rest in behind.items())


CAPITAL = r"(?-i:[^\W\d_a-zß-öø-ÿāăąćčďđēėęěğģīįıķļľłńņňőœŕřśşšșťțūůűųźżžа-яѐ-џґ])"
"""A letter that begins a name: none that is known to be small. Scripts without capitals pass."""
