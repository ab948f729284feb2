"""What tells a time in a text: a month, a weekday, a season, a year, "yesterday".

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

import re

from ..patterns import lazy
from .atoms import YEAR
from .months import MONTH, NO_MONTH, SHORT_MONTH
from .weekdays import SEASON, WEEKDAY

_OTHERS = (
    rf"{YEAR}s?|{WEEKDAY}|{SEASON}|century|centuries"
    r"|yesterday|today|tomorrow|last (?:week|month|year)|(?:years?|months?|weeks?|days?|hours?) (?:ago|later"
    r"|after|before)|jahrhundert|gestern|heute|morgen|siècle|hier|siglo|ayer"
    r"|вчера|сегодня|завтра|веке|вчора|сьогодні"
)
TIME = lazy(
    rf"(?<!\w)(?:{NO_MONTH}(?:{MONTH})|\d{{1,2}}\.?\s(?:{SHORT_MONTH})|(?:{SHORT_MONTH})\.?\s\d{{1,4}}|{_OTHERS})(?!\w)",
    re.IGNORECASE,
)


def tells_time(text: str) -> bool:
    """Say whether a text names a time."""
    return TIME.search(text) is not None
