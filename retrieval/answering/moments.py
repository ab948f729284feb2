"""The days, hours and prices in a text, in a form in which two of them can be compared.

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..language.figures import Figure, figures
from ..language.months import MONTH, NO_MONTH, month_number
from ..patterns import lazy
from ..question.amounts import PRICE
from ..question.wanted import Kind
from .changes import gives_way, is_old

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
class Moment:
    """A day, an hour or a price in a text, `text[start:end]`."""

    start: int
    end: int
    unit: str
    """"day", "hour" or the first letters of a currency: only items of one unit can replace each other."""
    value: float


def moments_in(text: str, kind: Kind, language: str | None, published: date | None) -> list[Moment]:
    """Return the items of a kind in a text, in order.

    Args:
        published: the article's date, to which a day without a year is taken to be close; None leaves such days out.
    """
    if kind is Kind.NUMBER:
        return list(_prices(text, language))
    found = [*_days(text, published), *_hours(text)]
    return sorted(found, key=lambda it: it.start)


def _days(text: str, published: date | None) -> Iterator[Moment]:
    near = range(max(1, published.year - 1), published.year + 2) if published else range(0)
    for match in _DAY.finditer(text):
        day, month, year = (match[a] or match[b] for a, b in (("day", "second"), ("month", "first"), ("year", "third")))
        number = month_number(month)
        years = [int(year)] if year else near
        days = [date(it, number, int(day)) for it in years if 1 <= int(day) <= monthrange(it, number)[1]]
        if days:
            nearest = min(days, key=lambda it: abs(it - (published or it)))
            yield Moment(match.start(), match.end(), "day", nearest.toordinal())


def _hours(text: str) -> Iterator[Moment]:
    for match in _HOUR.finditer(text):
        hour = int(match["hour"] or match["h"] or match["hh"] or match["at"])
        minute = int(match["minute"] or match["m"] or match["mm"] or 0)
        if match["half"]:
            hour = hour % 12 + 12 * (match["half"] in "pP")
        yield Moment(match.start(), match.end(), "hour", 60 * hour + minute)


def _prices(text: str, language: str | None) -> Iterator[Moment]:
    """Yield prices, and replaced ones without their currency: "from 90 to 104 crowns", "42 crowns instead of 35"."""
    every = figures(text, language)
    prices = [_price(text, it) for it in every]
    for it, price, before, behind in zip(every, prices, [None, *prices], [*prices[1:], None], strict=False):
        if price:
            yield price
        elif not it.units and behind and gives_way(text, (it.start, it.end), behind.start):
            yield Moment(it.start, it.end, behind.unit, it.value)
        elif not it.units and before and is_old(text, it.start):
            yield Moment(it.start, it.end, before.unit, it.value)


def _price(text: str, figure: Figure) -> Moment | None:
    money = figure.units[0] if figure.units else "%"
    start = figure.start - (money == text[figure.start - 1 : figure.start])
    match = None if money == "%" else PRICE.match(text, start)
    end = figure.end if start < figure.start or match is None else match.end()
    return Moment(start, end, _SIGNS.get(money, money)[:3], figure.value) if match else None
