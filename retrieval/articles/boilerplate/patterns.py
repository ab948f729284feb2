"""Forms of the patterns in `phrases.py`, and what bylines are made of: names and titles."""

import re

from ...patterns import CAPITAL, lazy


def pattern_of(alternatives: str) -> re.Pattern[str]:
    """Return the pattern, which ignores case and is compiled when first used."""
    return lazy(alternatives, re.IGNORECASE)


class Phrases:
    """Alternatives in lower case that begin at a word boundary, searched for in texts of any case.

    They are tried on every sentence and hardly ever match, so the text is converted to lower case once, instead of
    comparing every letter of every alternative in both cases; and none is tried inside a word.
    """

    def __init__(self, *alternatives: str) -> None:
        self.pattern = rf"\b(?:{'|'.join(alternatives)})"
        self._compiled = lazy(self.pattern)

    def said_in(self, text: str) -> bool:
        """Return whether any of them occurs in a text."""
        return self._compiled.search(text.lower()) is not None


_PARTICLES = r"(?:(?:van|von|der|den|de|da|dos|del|di|du|la|le|bin|al|zu|ter|ten)\s)*"
TITLES = (
    r"(?:(?i:\b(?:prof|profa|dra?|pr|med|phil|rer|nat|h\.\s?c|lic|ing|dipl|univ|mag|pd|канд|д-р|проф|"
    r"[дк]\.\s?[а-яіїє]{1,5}\.\s?н)\b\.?(?:-Ing\.)?\s){1,5})"
)
"""Abbreviated academic and medical titles before a name."""
TITLE_STOP = "".join(
    rf"(?<!\b{short})" for short in "Prof prof Profa Dra dra med phil nat Lic Ing Dipl Univ Mag Проф проф канд".split()
)
"""Look-behinds before a full stop, which exclude the full stop of a title."""
NAME = rf"{CAPITAL}[\w.'’-]*(?:\s{_PARTICLES}{CAPITAL}[\w.'’-]*){{1,3}}"
"""Two to four capitalised words, with particles such as "van" between them."""
LABELLED_LINK = re.compile(r":\s*\w")
"""The headline follows its label in the same line, so that what comes below is the article's again."""
