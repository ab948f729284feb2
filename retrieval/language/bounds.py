"""How exactly a number in a text is meant: "about 11,000", "at least nine", "up to 40".

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

import math
import re
from decimal import Decimal

from ..patterns import lazy
from .atoms import MONEY_SIGNS
from .text import normal_form, words

_ABOUT = frozenset(
    "about around estimated some roughly approximately circa ca nearly almost close rund etwa ungefähr gut fast knapp"
    " gegen geschätzte geschätzten schätzungsweise environ près presque quelque unos unas alrededor cerca casi"
    " aproximadamente около примерно почти порядка приблизительно ориентировочно близько приблизно майже"
    " орієнтовно".split()
)
_MORE_THAN = (
    r"more than|over|above|upwards? of|mehr als|über|plus de|más de|(?:более|больше)(?: чем)?|свыше|понад"
    r"|більше?(?: а?ніж)?|at least|(?:a|un) minimum (?:of|de)|mindestens|au (?:moins|minimum)|al menos|por lo menos"
    r"|(?:un|como) mínimo(?: de)?|как минимум|минимум|щонайменше"
)
_LESS_THAN = (
    r"(?:fewer|less) than|under|below|weniger als|unter|moins de|menos de|(?:менее|меньше)(?: чем)?|менше?(?: а?ніж)?"
    r"|up to|as many as|at most|(?:a|un) maximum (?:of|de)|bis zu|höchstens|maximal|jusqu['’]à|au (?:plus|maximum)"
    r"|hasta|a lo sumo|(?:un|como) máximo(?: de)?|до|максимум|щонайбільше"
)
_BOUND = lazy(
    rf"(?<!\w)(?P<denied>(?:no|not|nicht|pas|не)\s)?(?:(?P<more>{_MORE_THAN})|{_LESS_THAN})\s+[{MONEY_SIGNS}]?$",
    re.IGNORECASE,
)
"""Precedes the least or the most that is meant: "more than", "no fewer than"."""
_RISING_OR_FALLING = (
    r"(?:ra?is(?:e[sdn]?|ing)|rose|increas\w+|go(?:es|ne)? up|went up|cut|lower\w*|f[ae]ll(?:s|en|ing)?|drop(?:s|p\w+)?"
    r"|reduc\w+|erhöh\w+|(?:ge)?st(?:ei|ie)g\w*|(?:ge)?s[eiu]nk\w*|sank(?:en)?|angehoben"
    r"|augment\w+|relev\w+|baiss\w+|pass(?:e|er|era|ée?s?)|sub(?:e|en|ir|irá|ió|ida|ido)|aument\w+|baj\w+"
    r"|crec\w+|elev(?:an?|ó|ar\w*|ad[oa]s?)|reduj\w+|cae|cay(?:ó|eron)"
    r"|повы[сш]\w+|воз?рос\w*|вырос\w*|вырастет|увелич\w+|подорожа\w+|подешев\w+|сни[зж]\w+|сократ\w+|подн[иія]\w+"
    r"|уменьш\w+|упал\w*|упад\w+|дош(?:[её]л|л[аои])|зрос\w*|збільш\w+|підви[щш]\w+|[пз]о?дорожча\w+|по?дешевш\w+|здешев\w+|зни[жз]\w+|скорот\w+"
    r"|підн\w+|сяг\w+|зменш\w+|впа(?:в|л[аои]|д\w+))(?!\w)"
)
CHANGED = lazy(rf"(?<!\w){_RISING_OR_FALLING}", re.IGNORECASE)
"""Says that a price or a count became another."""
_REACHED = lazy(rf"(?<!\w){_RISING_OR_FALLING}\s+(?:\w+\s+)?(?:до|hasta)\s+$", re.IGNORECASE)
"""Precedes a number that was reached, which is no bound: "выросло до девяти"."""


def meant(value: Decimal, before: str, behind: str) -> tuple[float, float]:
    """Return the bounds of the number that is meant: the digits given are exact, two of them at least.

    Args:
        before: the text before it, as far as that may say how exact it is.
        behind: the text after it.
    """
    number = float(value)
    if behind.startswith("+"):
        return number, math.inf
    bound = _BOUND.search(before[-30:])
    if bound and bool(bound["more"]) != bool(bound["denied"]):
        return number, math.inf
    if bound and not _REACHED.search(before):
        return 0.0, number
    hedged = bool({normal_form(word.text) for word in list(words(before))[-2:]} & _ABOUT)
    half = _last_digit(value, 1 if hedged else 2) / 2
    return number - half, number + half


def _last_digit(value: Decimal, exact: int) -> float:
    """Return the place value of the last exact digit: 1000 of 11,000, 1 of 11,013, 0.1 of 4.5."""
    _, digits, exponent = value.normalize().as_tuple()
    return float(10.0 ** (int(exponent) - max(0, exact - len(digits))))
