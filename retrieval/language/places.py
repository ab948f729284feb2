"""What names a place in a text: a word with a capital behind a preposition of place.

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

from ..patterns import CAPITAL, lazy
from .months import MONTH
from .weekdays import SEASON, WEEKDAY

_PREPOSITIONS = (
    r"in|at|near|from|to|of|on|across|into|outside|around|im|am|an|auf|bei|nach|aus|zu|à|en|dans|au|aux|près"
    r"|vers|desde|hacia|hasta|de|del"
    r"|в|во|на|из|под|около|близ|у|біля|до|з|із"
)
_ARTICLE = r"the|der|dem|den|die|das|la|le|les|el|los|las"

PLACE = lazy(
    rf"(?<!\w)(?i:{_PREPOSITIONS})\s+(?:(?i:{_ARTICLE})\s+)?"
    rf"(?!(?i:{_ARTICLE}|{MONTH}|{WEEKDAY}|{SEASON})(?!\w))(?P<name>{CAPITAL}\w+)"
)
"""The place is the group `name`."""
