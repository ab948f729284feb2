"""Whether a text tells of another year than a question names: what was counted in 2024 is not what was in 2023.

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

import re
from datetime import date

from ..language.atoms import MODERN_YEAR
from ..patterns import lazy

_YEAR = lazy(MODERN_YEAR)
_TOLD = lazy(rf"(?<![\w.,/–-]){MODERN_YEAR}(?![\w%/–-]|[.,]\d)")
"""A year in a text, but not part of a day in digits, an address or a range."""
_SPAN = lazy(
    r"(?<!\w)(?:since|from|until|till|by|before|after|between|seit|ab|von|bis|vor|nach|zwischen|depuis|dès|entre"
    r"|jusqu['’]en|avant|après|partir de|desde|hasta|antes de|después de|со?|до|к|после|по|зі?|із|від|між|після)"
    rf"\s(?:[^\W\d_]+\s)?{MODERN_YEAR}(?!\w)|(?<!\w){MODERN_YEAR}\s?[–/-]\s?\d",
    re.IGNORECASE,
)
"""What has been so "since 2018" was so in 2019."""


def tells_another_year(text: str, word: str, day: date | None) -> bool:
    """Return whether a word of a question is a year, and a text names years, but none that is or spans it.

    Args:
        day: when the text was published. It may mean a year near to that in other words: "last year".
    """
    if _YEAR.fullmatch(word) is None or (day is not None and abs(int(word) - day.year) <= 1):
        return False
    told = [int(found) for found in _TOLD.findall(text)]
    return bool(told) and not min(told) <= int(word) <= max(told) and _SPAN.search(text) is None
