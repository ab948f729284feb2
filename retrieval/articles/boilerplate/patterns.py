"""One pattern of several alternatives: the form in which `phrases.py` and `labels.py` keep their words."""

import re

from ...patterns import CAPITAL, lazy


def joined(*alternatives: str) -> str:
    """Return the source of a pattern that matches any of the alternatives, one a language or a way of saying it."""
    return "|".join(f"(?:{alternative})" for alternative in alternatives)


def any_of(*alternatives: str) -> re.Pattern[str]:
    """Return the pattern itself, which ignores case."""
    return lazy(joined(*alternatives), re.IGNORECASE)


class Phrases:
    """Alternatives in small letters that begin at the edge of a word, looked for in a text whatever its case.

    They are asked of every sentence, and hardly one says any of them: so the text is made small once, rather than each
    letter of each alternative compared in both cases, and none is tried inside a word.
    """

    def __init__(self, *alternatives: str) -> None:
        self.pattern = rf"\b(?:{joined(*alternatives)})"
        self._compiled = lazy(self.pattern)

    def said_in(self, text: str) -> bool:
        """Say whether one of them stands anywhere."""
        return self._compiled.search(text.lower()) is not None


_PARTICLES = r"(?:(?:van|von|der|den|de|da|dos|del|di|du|la|le|bin|al|zu|ter|ten)\s)*"
TITLES = (
    r"(?:(?i:\b(?:prof|profa|dra?|pr|med|phil|rer|nat|h\.\s?c|lic|ing|dipl|univ|mag|pd|канд|д-р|проф|"
    r"[дк]\.\s?[а-яіїє]{1,5}\.\s?н)\b\.?(?:-Ing\.)?\s){1,5})"
)
"""Academic and medical ones before a name, in short."""
TITLE_STOP = "".join(
    rf"(?<!\b{short})" for short in "Prof prof Profa Dra dra med phil nat Lic Ing Dipl Univ Mag Проф проф канд".split()
)
"""Before a stop: it is not that of a title."""
NAME = rf"{CAPITAL}[\w.'’-]*(?:\s{_PARTICLES}{CAPITAL}[\w.'’-]*){{1,3}}"
"""Two to four words with capitals, small particles between them."""
