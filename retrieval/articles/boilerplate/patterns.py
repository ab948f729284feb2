"""One pattern of several alternatives: the form in which `phrases.py` and `labels.py` keep their words."""

import re
from re import Pattern


def any_of(*alternatives: str) -> Pattern[str]:
    """Return a pattern that ignores case and matches any of the alternatives, one a language or a way of saying it."""
    return re.compile("|".join(f"(?:{alternative})" for alternative in alternatives), re.IGNORECASE)
