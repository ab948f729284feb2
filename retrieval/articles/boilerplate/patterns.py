"""One pattern of several alternatives: the form in which `phrases.py` and `labels.py` keep their words."""

import re
from re import Pattern


def any_of(*alternatives: str) -> Pattern[str]:
    """Return a pattern that ignores case and matches any of the alternatives, one a language or a way of saying it."""
    return re.compile("|".join(f"(?:{alternative})" for alternative in alternatives), re.IGNORECASE)


CAPITAL = r"(?-i:[^\W\d_a-zß-öø-ÿąćęłńśźżěščřžůďťňőűğşа-яёіїєґў])"
"""A letter that begins a name: none that is known to be small. Scripts without capitals pass."""

_PARTICLES = r"(?:(?:van|von|der|den|de|da|dos|del|di|du|la|le|bin|al|zu|ter|ten)\s)*"
NAME = rf"{CAPITAL}[\w.'’-]*(?:\s{_PARTICLES}{CAPITAL}[\w.'’-]*){{1,3}}"
"""Two to four words with capitals, small particles between them."""
