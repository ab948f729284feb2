"""The days, hours and prices that a text tells, so that two of them can be compared.

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..figures import figures
from ..months import MONTH, MONTHS, NO_MONTH
from ..patterns import lazy
from ..question.amounts import PRICE
from ..question.wanted import Kind

_TO = r"(?:st|nd|rd|th|er|\.)?\s?(?:[-–]|to|and|bis|und|au|et|al|y|по|до|и|та|і)\s?"
_YEAR = r"(?:,?\s(?:de\s)?(?P<{}>(?:19|20)\d\d)(?!\d))?"
_DAY = lazy(
    rf"(?<![\d.,:])(?P<day>\d{{1,2}})(?:{_TO}\d{{1,2}})?(?:st|nd|rd|th|er|\.)?\s(?:of\s|de\s)?"
    rf"{NO_MONTH}(?P<month>{MONTH})(?!\w){_YEAR.format('year')}"
    rf"|(?<!\w){NO_MONTH}(?P<first>{MONTH})\s(?P<second>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]|[.,]\d|\s?[ap]\.?m\b)"
    rf"{_YEAR.format('third')}",
    re.IGNORECASE,
)
_HOUR = lazy(
    r"(?<![\d.,:$€£])(?:(?P<hour>\d{1,2})(?:[.:](?P<minute>[0-5]\d))?\s?(?:(?P<half>[ap])\.?m\b|uhr\b|o['’]clock)"
    r"|(?P<h>\d{1,2})\s?h(?:\s?(?P<m>[0-5]\d))?\b|(?P<hh>\d{1,2}):(?P<mm>[0-5]\d)(?![:\d])"
    r"|(?:(?<=\bà )|(?<=\ba las )|(?<=\bв )|(?<=\bо )|(?<=\bдо )|(?<=\bс )|(?<=\bз ))(?P<at>\d{1,2})"
    r"(?=\s(?:heures|horas|часо?в|часа|годин)|[-–](?:й|ї)))",
    re.IGNORECASE,
)
_SIGNS = {"€": "euro", "£": "pound", "$": "dollar", "₽": "рубль", "₴": "гривня"}


@dataclass(frozen=True, slots=True)
class Told:
    """A day, an hour or a price in a text, `text[start:end]`."""

    start: int
    end: int
    unit: str
    """"day", "hour" or the first letters of a money: only what has the same can stand in its place."""
    value: float


def told(text: str, kind: Kind, language: str | None, published: str) -> list[Told]:
    """Return what a text tells of a kind, in order.

    Args:
        published: the day of its article, which a day without a year lies next to.
    """
    if kind is Kind.NUMBER:
        return list(_prices(text, language))
    found = [*_days(text, date.fromisoformat(published[:10])), *_hours(text)]
    return sorted(found, key=lambda it: it.start)


def _days(text: str, published: date) -> Iterator[Told]:
    for match in _DAY.finditer(text):
        day, month, year = (match[a] or match[b] for a, b in (("day", "second"), ("month", "first"), ("year", "third")))
        number = next(at for at, forms in enumerate(MONTHS, 1) if re.fullmatch(forms, month, re.IGNORECASE))
        years = range(int(year), int(year) + 1) if year else range(max(1, published.year - 1), published.year + 2)
        days = [date(it, number, int(day)) for it in years if 1 <= int(day) <= monthrange(it, number)[1]]
        if days:
            nearest = min(days, key=lambda it: abs(it - published))
            yield Told(match.start(), match.end(), "day", nearest.toordinal())


def _hours(text: str) -> Iterator[Told]:
    for match in _HOUR.finditer(text):
        hour = int(match["hour"] or match["h"] or match["hh"] or match["at"])
        minute = int(match["minute"] or match["m"] or match["mm"] or 0)
        if match["half"]:
            hour = hour % 12 + 12 * (match["half"] in "pP")
        yield Told(match.start(), match.end(), "hour", 60 * hour + minute)


def _prices(text: str, language: str | None) -> Iterator[Told]:
    for it in figures(text, language):
        if it.units and it.units[0] != "%":
            start = it.start - (it.units[0] == text[it.start - 1 : it.start])
            if match := PRICE.match(text, start):
                unit = _SIGNS.get(it.units[0], it.units[0])[:3]
                yield Told(start, it.end if start < it.start else match.end(), unit, it.value)
