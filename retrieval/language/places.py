"""Place names in a text: a capitalised word after a preposition of place.

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

import re

from ..patterns import CAPITAL, lazy
from .months import MONTH
from .stop_words import DEFINITE
from .weekdays import SEASON, WEEKDAY

_WHERE = r"in|at|near|from|across|outside|im|bei|aus|à|en|dans|desde|в|во|на|из|под|у|біля|з|із"
_BESIDE = (
    r"nahe|unweit(?: von)?|nicht weit von|(?:près|non loin) (?:de|d['’])|cerca de|возле|около|близ|недалеко от"
    r"|під|поблизу|неподалік(?: від)?"
)
_WHITHER = r"to|of|on|into|around|am|an|auf|nach|zu|au|aux|près|vers|hacia|hasta|de|del|около|близ|до"
_ARTICLE = "|".join(DEFINITE)
_KIND = (
    r"(?:village|town|city|district|suburb|port|region|street|square)\sof|(?:north|south|east|west)(?:ern)?|central|downtown"
    r"|(?:village|ville|quartier|port|large)\s(?:de|du)|rue|place|pueblo\sde|ciudad\sde|calle|plaza|barrio\sde"
    r"|(?:деревн|сел|пос[её]лк|город|район|област|улиц|площад|проспект|берег|окрестност|центр)\w{0,4}"
    r"|(?:селищ|міст|вулиц|площ|берег|околиц)\w{0,4}"
)
"""What kind of place it is, before its name: "in the village of Lowton", "на улице Мира"."""


def _behind(prepositions: str) -> "re.Pattern[str]":
    return lazy(
        rf"(?<!\w)(?i:{prepositions})(?:\s+|(?<=\sd['’]))(?:(?i:{_ARTICLE})\s+)?(?:(?i:{_KIND})\s+)?"
        rf"(?!(?i:{_ARTICLE}|{MONTH}|{WEEKDAY}|{SEASON})(?!\w))(?P<name>{CAPITAL}\w+)"
    )


PLACE = _behind(f"{_WHERE}|{_WHITHER}")
"""The place is the group `name`."""

SCENE = _behind(f"{_WHERE}|{_BESIDE}")
"""Where something happens, which "nach Angaben", "to Tarn" and "of the Ministry" do not tell."""
