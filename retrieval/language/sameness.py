"""Which numbers and days two texts must share to say the same.

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

import re
from functools import lru_cache

from ..patterns import lazy
from .figures import figures
from .months import DAY_OF_MONTH
from .text import normal_form

_DAY = lazy(rf"(?<![\d.,:])(?:{DAY_OF_MONTH})", re.IGNORECASE)
_DATELINE = lazy(r"[^.!?\n]{1,60}?(?::| [-–—])\s")


@lru_cache(maxsize=4096)
def quantities(text: str) -> frozenset[float | str]:
    """Return the values of a text's quantities, and its days: two texts that differ in one do not say the same.

    A day before the first sentence belongs to the dateline, which differs between copies.
    """
    days = (normal_form(match[0]) for match in _DAY.finditer(text, _dateline(text)))
    return frozenset((*(figure.value for figure in figures(text, None)), *days))


def _dateline(text: str) -> int:
    match = _DATELINE.match(text)
    return match.end() if match else 0
