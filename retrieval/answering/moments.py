"""The days and hours in a text, in a form in which two of them can be compared.

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from ..language.atoms import MODERN_YEAR, ORDINAL_ENDING
from ..language.dated import is_year
from ..language.months import MONTH, NO_MONTH, month_number
from ..language.text import Word
from ..patterns import lazy

_TO = rf"{ORDINAL_ENDING}?\s?(?:[-–]|to|and|bis|und|au|et|al|y|по|до|и|та|і)\s?"
_YEAR = rf"(?:,?\s(?:de\s)?(?P<{{}}>{MODERN_YEAR})(?!\d))?"
_DAY = lazy(
    rf"(?<![\d.,:])(?P<day>\d{{1,2}})(?:{_TO}\d{{1,2}})?{ORDINAL_ENDING}?\s(?:of\s|de\s)?"
    rf"{NO_MONTH}(?P<month>{MONTH})(?!\w){_YEAR.format('year')}"
    rf"|(?<!\w){NO_MONTH}(?P<first>{MONTH})\s(?P<second>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]|[.,]\d|\s?[ap]\.?m\b)"
    rf"{_YEAR.format('third')}",
    re.IGNORECASE,
)
_HOUR = lazy(
    r"(?<![\d.,:$€£])(?:(?P<hour>\d{1,2})(?:[.:](?P<minute>[0-5]\d))?\s?(?:(?P<half>[ap])\.?m\b|o['’]clock"
    r"|uhr\b(?:\s(?P<past>[0-5]\d)\b(?![.,:]?\d|\s(?-i:[A-ZÄÖÜ])))?)"  # but "um 20 Uhr 30 Gäste"
    r"|(?P<h>\d{1,2})\s?h(?:\s?(?P<m>[0-5]\d))?\b|(?P<hh>\d{1,2}):(?P<mm>[0-5]\d)(?![:\d])"
    r"|(?:(?<=\bà )|(?<=\ba las )|(?<=\bв )|(?<=\bо )|(?<=\bдо )|(?<=\bс )|(?<=\bз ))(?P<at>\d{1,2})"
    r"(?:\sheures\s(?P<et>[0-5]\d)(?=\W*$|[.,;:)!?]|\s\w{1,4}(?!\w))"  # but "à 20 heures 30 personnes"
    r"|(?=\s(?:heures|horas|часо?в|часа|годин)|[-–](?:й|ї))))",
    re.IGNORECASE,
)


class Moment(NamedTuple):
    """A day or an hour in a text, `text[start:end]`."""

    start: int
    end: int
    unit: Literal["day", "hour"]
    """Only moments of one unit can replace each other."""
    value: int


def moments_in(text: str, published: date | None, language: str | None = None) -> list[Moment]:
    """Return the days and hours in a text, in order.

    Args:
        published: the article's date, to which a day without a year is taken to be close; None leaves such days out.
    """
    return sorted([*_days(text, published, language), *_hours(text)], key=lambda it: it.start)


def _days(text: str, published: date | None, language: str | None) -> Iterator[Moment]:
    near = range(max(1, published.year - 1), min(9999, published.year + 1) + 1) if published else range(0)
    for match in _DAY.finditer(text):
        day, month, year = (match[a] or match[b] for a, b in (("day", "second"), ("month", "first"), ("year", "third")))
        if year and not is_year(text, Word(year, match.end() - len(year), match.end()), language):
            year = None  # "on 15 March 1800 people came"
        number = month_number(month)
        years = [int(year)] if year else near
        days = [date(it, number, int(day)) for it in years if 1 <= int(day) <= monthrange(it, number)[1]]
        if days:
            nearest = min(days, key=lambda it: abs(it - (published or it)))
            yield Moment(match.start(), match.end(), "day", nearest.toordinal())


def _hours(text: str) -> Iterator[Moment]:
    for match in _HOUR.finditer(text):
        hour = int(match["hour"] or match["h"] or match["hh"] or match["at"])
        minute = int(next(filter(None, match.group("minute", "past", "m", "mm", "et")), 0))
        if match["half"]:
            hour = hour % 12 + 12 * (match["half"] in "pP")
        yield Moment(match.start(), match.end(), "hour", 60 * hour + minute)
