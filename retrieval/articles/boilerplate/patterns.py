"""One pattern of several alternatives: the form in which `phrases.py` and `labels.py` keep their words."""

import re
from functools import cached_property
from re import Match, Pattern

from ...patterns import CAPITAL


class Words:
    """A pattern that ignores case, compiled when first asked: a question needs none of them, and they take a while."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def _compiled(self) -> Pattern[str]:
        return re.compile(self.pattern, re.IGNORECASE)

    def match(self, text: str) -> Match[str] | None:
        """Match at the beginning."""
        return self._compiled.match(text)

    def search(self, text: str) -> Match[str] | None:
        """Match anywhere."""
        return self._compiled.search(text)

    def fullmatch(self, text: str) -> Match[str] | None:
        """Match the whole."""
        return self._compiled.fullmatch(text)


def any_of(*alternatives: str) -> Words:
    """Return a pattern that matches any of the alternatives, one a language or a way of saying it."""
    return Words("|".join(f"(?:{alternative})" for alternative in alternatives))


class Phrases:
    """Alternatives in small letters that begin at the edge of a word, looked for in a text whatever its case.

    They are asked of every sentence, and hardly one says any of them: so the text is made small once, rather than each
    letter of each alternative compared in both cases, and none is tried inside a word.
    """

    def __init__(self, *alternatives: str) -> None:
        self.pattern = rf"\b(?:{any_of(*alternatives).pattern})"

    @cached_property
    def _compiled(self) -> Pattern[str]:
        return re.compile(self.pattern)

    def said_in(self, text: str) -> bool:
        """Say whether one of them stands anywhere."""
        return self._compiled.search(text.lower()) is not None


_PARTICLES = r"(?:(?:van|von|der|den|de|da|dos|del|di|du|la|le|bin|al|zu|ter|ten)\s)*"
NAME = rf"{CAPITAL}[\w.'’-]*(?:\s{_PARTICLES}{CAPITAL}[\w.'’-]*){{1,3}}"
"""Two to four words with capitals, small particles between them."""
