"""Long lists of phrases as patterns: of some, only what can begin like the word looked at is compiled.

Compiling takes 1.6 µs a character, and a start would spend a tenth of its time on phrases that no word begins.
"""

import re
from collections.abc import Iterator, Set
from functools import cached_property
from string import digits

from .language.text import without_accents
from .patterns import lazy

_WORD_START = lazy(r"\b\w")
_OPENING = lazy(r"\((?:\?(?:P<\w+>|-?[a-z]*:))?")
_LOOKING = lazy(r"\(\?<?[=!]")
_TOKEN = lazy(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)
_OPTIONAL = lazy(r"[?*]|\{0?,\d*\}")
_DEPTH = {"(": 1, ")": -1}

_ACCENTED = lazy(r"\b(?:où|hä)\b|\[[^\]]*\]|[à-öø-üœß]")
"""Without its accent, "où" is "or", and "hä" is a laugh."""
_INSTEAD = {"ä": "ae?", "ö": "oe?", "ü": "ue?", "ß": "ss", "œ": "oe"}
"""What is typed for these letters on a keyboard without them."""


def as_typed(pattern: str) -> str:
    """Return a pattern in small letters that also matches what is typed without accents and umlauts: "cuando"."""
    return _ACCENTED.sub(_bare_too, pattern)


def _bare_too(found: re.Match[str]) -> str:
    one = found[0]
    if len(one) == 1:
        return f"(?:{one}|{_INSTEAD[one]})" if one in _INSTEAD else f"[{one}{without_accents(one)}]"
    plain_set = one.startswith("[") and not one.startswith("[^") and "-" not in one
    return f"{one[:-1]}{''.join(sorted(set(without_accents(one)) - set(one)))}]" if plain_set else one


class Alternatives:
    """Matches like `(?:alternatives)ending`, and is searched for at the beginnings of words only.

    Accents and umlauts may be missing.

    Args:
        alternatives: a match lacks the named groups of those that cannot begin like it.
        flags: those of `re`.
    """

    def __init__(self, alternatives: str, ending: str = "", flags: int = 0) -> None:
        self._alternatives = alternatives
        self._ending = ending
        self._flags = flags
        self._patterns: dict[str, re.Pattern[str] | None] = {}

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """Return the match at a position."""
        pattern = self._beginning(text[at : at + 1])
        return pattern.match(text, at) if pattern else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match of a whole text."""
        pattern = self._beginning(text[:1])
        return pattern.fullmatch(text) if pattern else None

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match that begins a word."""
        return next(self.finditer(text), None)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches that begin a word, which do not overlap."""
        end = 0
        for word in _WORD_START.finditer(text):
            start = word.start()
            if start >= end and (pattern := self._beginning(text[start])) and (found := pattern.match(text, start)):
                yield found
                end = found.end()

    def _beginning(self, letter: str) -> re.Pattern[str] | None:
        """Return the pattern of the alternatives that can begin with a letter; None if there are none."""
        if letter not in self._patterns:
            initial = letter.casefold()[:1]
            fitting = [it for it, initials in self._by_initials if initials is None or initial in initials]
            pattern = rf"(?:{'|'.join(fitting)}){self._ending}"
            self._patterns[letter] = lazy(pattern, self._flags) if fitting else None
        return self._patterns[letter]

    @cached_property
    def _by_initials(self) -> list[tuple[str, Set[str] | None]]:
        return [(it, _initials(it)) for it in _split(as_typed(self._alternatives))]


def by_letter(alternatives: str) -> str:
    """Return the alternatives with each first letter written once, so that few are tried where case is ignored."""
    behind: dict[str, list[str]] = {}
    for one in _split(alternatives):
        head = one[:1] if re.match(r"[^\W\d_](?![?*+{])", one) else one
        behind.setdefault(head, []).append(one[len(head) :])
    return "|".join(f"{head}(?:{'|'.join(rest)})" for head, rest in behind.items())


def _split(pattern: str) -> list[str]:
    """Return the alternatives of a pattern."""
    bars, depth = [-1], 0
    for token in _TOKEN.finditer(pattern):
        depth += _DEPTH.get(token[0], 0)
        if token[0] == "|" and not depth:
            bars.append(token.start())
    return [pattern[start + 1 : end] for start, end in zip(bars, [*bars[1:], len(pattern)], strict=True)]


def _initials(pattern: str) -> Set[str] | None:
    """Return the characters, case-folded, that what an alternative matches can begin with; None where any may be."""
    found: Set[str] = frozenset()
    at = 0
    while at < len(pattern):
        part = _part(pattern, at)
        at += len(part)
        if part == "^" or _LOOKING.match(part):
            continue
        if (initials := _initials_of_part(part)) is None:
            return None
        found |= initials
        if not (optional := _OPTIONAL.match(pattern, at)):
            return found
        at = optional.end()
    return None


def _initials_of_part(part: str) -> Set[str] | None:
    if part.isalnum():
        return frozenset(part.casefold()[:1])
    if part == r"\d":
        return frozenset(digits)
    if (letters := part.strip("[]")).isalnum():
        return frozenset(letters.casefold())
    opening = _OPENING.match(part)
    each = [_initials(it) for it in _split(part[opening.end() : -1])] if opening else [None]
    return None if None in each else frozenset[str]().union(*filter(None, each))


def _part(pattern: str, at: int) -> str:
    """Return the group, the set or the character at a position."""
    depth = 0
    for token in _TOKEN.finditer(pattern, at):
        if token.start() > at and not depth:
            break
        depth += _DEPTH.get(token[0], 0)
        if not depth:
            return pattern[at : token.end()]
    return pattern[at]
