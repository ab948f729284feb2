"""Periods as questions name them ("since March", "between 5 May and June 2024", "last week") → first and last day.

English, German, French, Spanish, Russian, Ukrainian, all at once, as a short question does not reveal its language.
Pure; is given today's date, and does not know whether a period is meant as a filter.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ...alternatives import Alternatives, as_typed
from ...language.atoms import ORDINAL_ENDING
from ...language.months import MONTH, SHORT_MONTH, month_number
from ...language.text import is_cyrillic
from ...language.weekdays import WEEKDAY, WEEKDAYS
from ...patterns import lazy
from .relative import DAY, RELATIVE, RELATIVE_HINT, Span, month_of, on, relative_span, year_of


class Relation(StrEnum):
    """How a period relates to the date in it."""

    SINCE = "since"
    AFTER = "after"
    BEFORE = "before"
    UNTIL = "until"
    BETWEEN = "between"
    WITHIN = "within"
    """In, on or of a date; questions about events use "in" as well."""
    OF = "of"
    """Of a date, which Russian and Ukrainian say by a case alone: "новости 2025 года"."""
    LATELY = "lately"
    """Counted from today: "last week", "yesterday"."""


class Period(NamedTuple):
    """A period named in a text, `text[begin:end]`."""

    begin: int
    end: int
    relation: Relation
    first: date | None
    last: date | None
    whole_years: bool
    """Only years are named."""


_YEAR = r"(?:19|20)\d\d"
_OF_YEAR = r"(?:\s+(?:г\.|г(?:од[ау]?|оду)?\b|р(?:ік|оку|оці)\b))?"
_DAY = rf"\d{{1,2}}{ORDINAL_ENDING}?"
_ISO = rf"{_YEAR}-\d\d-\d\d"
_DIGITS = rf"\d{{1,2}}(?:\.\d{{1,2}}\.|/\d{{1,2}}/){_YEAR}"
_DATE = (
    rf"(?<!\w)(?:{_ISO}|{_DIGITS}"
    rf"|(?:{_DAY}\s+)?(?:{SHORT_MONTH})\.?\s+(?:\d{{1,2}},\s+)?{_YEAR}{_OF_YEAR}"
    rf"|({_DAY}\s+(?:of\s+|de\s+)?)?(?<!the\s)(?:{MONTH})(?!\w)(?(1)|(?:\s+\d{{1,2}}(?:st|nd|rd|th)?(?!\d))?)"
    rf"(?:,?\s+(?:of\s+|de\s+|del\s+)?{_YEAR}{_OF_YEAR})?(?!,?\s+(?:of\s+|del?\s+)?\d{{4}}(?!\d))"
    rf"|{_YEAR}{_OF_YEAR})(?!\w|[-.]\d)"
)
"""Not "the May election", nor "March 1848", the month of another year than those of `_YEAR`."""
_PART = lazy(
    rf"(?P<iso>{_ISO})|(?P<digits>{_DIGITS})|(?P<year>{_YEAR})|(?P<day>\d{{1,2}})|(?<!\w)(?P<month>{MONTH}|{SHORT_MONTH})(?!\w)",
    re.IGNORECASE,
)
"""The parts of a date."""

_ARTICLE = as_typed(
    r"(?:(?:the|dem|den|der|le|la|l['’]|el|de|année|jahr|año|year|monat|mois\s+d[e'’]|mes\s+de)\s*+(?<=[\s'’])){0,3}"
)
_SINCE = r"(?:ever\s+)?since|seit|depuis|desde|с|со|з|із|зі|від|начиная\s+с|починаючи\s+з"
_PART_OF = (
    r"(?:(?:early|mid|late)[\s-]+|(?:the\s+)?(?:beginning|start|middle|end)\s+of\s+|(?:anfang|mitte|ende)\s+"
    r"|(?:(?:le\s+)?début|la\s+fin)\s+|(?:principios|mediados|finales)\s+(?=de)|(?:начала|середины|конца|початку|середини|кінця)\s+)?"
)
"""Part of a month or a year, the whole of which counts: a period too long hides no answer."""
_AFTER = as_typed(r"after|later\s+than|nach|après|después\s+del?|tras|после|після")
_BEFORE = r"before|earlier\s+than|vor|avant|antes\s+del?|до|перед"
_UNTIL = r"until|till|up\s+to|bis(?:\s+zum)?|jusqu['’](?:[àa]u?|en)|hasta|по"
_FROM = r"from|von|vom|de|du|del|desde|с|со|з|із|від"
_TO = r"(?:up\s+)?to|until|till|through|bis(?:\s+zum)?|à|jusqu['’](?:à|au)|al?|au|hasta|до|по"
_NOW = r"now|(?:the\s+)?present|date|jetzt|maintenant|ahora|сейчас|настоящее\s+время|зараз"
_IN = r"in|on|from|during|of|im|am|vom|von|aus|en|de|du|del|d['’]|[àa]\s+partir\s+de|в|во|за|от|у"
_DURING = (
    r"in|at|on|over|within|from|of|during|the|von|vom|im|am|aus|w(?:ä|ae?)hrend|de[rmn]|au\s+cours|dans|pendant|de|des|du|[lc]es|la|le"
    r"|en|el|del|l[ao]s|за|на|от|в|у|протягом|упродовж"
)
_HINT = Alternatives(rf"{_YEAR}|{MONTH}|{WEEKDAY}|{RELATIVE_HINT}")
"""Without one of these in its lower-case form, a text names no period. Ignoring case takes three times as long."""

_DAY_OF_WEEK = rf"(?:(?:last|letzte[mn]|прошл\w+|минул\w+)\s+)?(?:{WEEKDAY})(?:\s+(?:dernier|pasado))?"
_DATES = lazy(rf"{_DATE}|(?<!\w)(?P<relative>{RELATIVE})(?!\w)|(?<!\w)(?P<weekday>{_DAY_OF_WEEK})(?!\w)", re.IGNORECASE)
_DATED, _RELATED, _NAMED = "\x01", "\x02", "\x03"
"""Placeholders in the phrases for each letter of a date, of a relative date and of a weekday: with the forms of all
dates written out in each of the eight, compiling takes 150 ms."""
_ANY = rf"{_ARTICLE}(?:{_NAMED}+,?\s+{_ARTICLE})?(?:{_DATED}+|{_RELATED}+)"
_FIRST = rf"{_ANY}|{_ARTICLE}{_DAY}"
"""The month of the last day may be that of the first, too: "from 5 to 10 May"."""
_ORDER_UNKNOWN = lazy(
    r"(?:(?:ever )?since|after|later|before|earlier|until|till|up|between|from|during|in|on|of)\s"
    r"(?:.*\D)?(?:0?[1-9]|1[0-2])/(?:0?[1-9]|1[0-2])/.*",
    re.IGNORECASE,
)
"""English "since 5/3/2024": the third of May to some, the fifth of March to others."""
_DAY_ALONE, _DAY_IN = lazy(rf"\D*(\d{{1,2}}){ORDINAL_ENDING}?"), lazy(r"(?<!\d)\d{1,2}(?!\d)")
_PHRASES = tuple(
    (relation, lazy(rf"(?<!\w)(?:{form})(?!\w)", re.IGNORECASE))
    for relation, form in (
        (
            Relation.BETWEEN,
            rf"(?:between|zwischen|entre|между|між)\s+({_FIRST})\s+(?:and|und|et|y|и|і|й|та)\s+({_ANY})",
        ),
        (
            Relation.BETWEEN,
            rf"(?:{_FROM})\s+({_FIRST})\s+(?:{_TO})\s+({_ANY})",
        ),
        (Relation.SINCE, rf"(?:{_FROM}|{_SINCE})\s+({_ANY})\s+(?:{_TO})\s+(?:{_NOW})"),
        # of the others, "on Monday", "until Friday" tell when something happens
        (Relation.SINCE, rf"(?:{_SINCE})\s+{_PART_OF}({_ANY}|{_ARTICLE}{_NAMED}+)"),
        (Relation.AFTER, rf"(?:{_AFTER})\s+({_ANY})"),
        (Relation.BEFORE, rf"(?:{_BEFORE})\s+({_ANY})"),
        (Relation.UNTIL, rf"(?:{_UNTIL})\s+({_ANY})"),
        (Relation.LATELY, rf"(?:(?:{_DURING})\s+){{0,3}}({_RELATED}+)"),
        (Relation.WITHIN, rf"(?:{_IN})\s*({_ARTICLE}{_DATED}+)"),
        (Relation.OF, rf"({_DATED}+)"),
    )
)


def find_periods(text: str, today: date) -> Iterator[Period]:
    """Yield the periods that a text names, those with the most specific phrases first; no two overlap."""
    if not _HINT.search(text.lower()):
        return
    taken: list[tuple[int, int]] = []
    text = re.sub(f"[{_DATED}{_RELATED}{_NAMED}]", " ", text)
    marks = {"relative": _RELATED, "weekday": _NAMED}
    masked = _DATES.sub(lambda date: marks.get(date.lastgroup or "", _DATED) * len(date[0]), text)
    for relation, phrase in _PHRASES:
        for match in phrase.finditer(masked):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            if _ORDER_UNKNOWN.fullmatch(text, match.start(), match.end()):
                continue
            named = [text[slice(*match.span(group))] for group in range(1, phrase.groups + 1)]
            if period := _period(match.span(), relation, named, today):
                taken.append(match.span())
                yield period


def _period(place: tuple[int, int], relation: Relation, named: Sequence[str], today: date) -> Period | None:
    if relation is Relation.OF and not is_cyrillic(named[0]):
        return None
    opening, *closing = named
    if closing and (day := _DAY_ALONE.fullmatch(opening)):
        opening, several = _DAY_IN.subn(day[1], closing[0], count=1)
        if not several:
            return None
    last = _span(named[-1], today, until=today)
    first = _span(opening, today, until=last.last) if last is not None and len(named) > 1 else last
    if first is None or last is None or first.first > last.last:
        return None
    since: date | None = first.first
    until: date | None = last.last
    if relation is Relation.SINCE:
        until = None
    elif relation is Relation.AFTER:
        since, until = last.last + DAY, None
    elif relation is Relation.BEFORE:
        since, until = None, first.first - DAY
    elif relation is Relation.UNTIL:
        since = None
    return Period(*place, relation, since, until, first.year and last.year)


def _span(words: str, today: date, *, until: date) -> Span | None:
    """Return the first and last day of a date; without its year, a month or a day is the latest one up to `until`."""
    try:
        if found := relative_span(words, today):
            return found
        parts = {str(part.lastgroup): part[0] for part in _PART.finditer(words)}
        return _dated(parts, until) if parts else on(_last_weekday(words, today))
    except ValueError:  # 31 February, "few days ago"
        return None


def _dated(parts: Mapping[str, str], until: date) -> Span:
    """Return the first and last day of a date from its parts; raise ValueError if there is no such day."""
    if "iso" in parts:
        return on(date.fromisoformat(parts["iso"]))
    if "digits" in parts:
        number, month, year = map(int, re.split(r"[./]", parts["digits"]))
        return on(date(year, number, month) if month > 12 else date(year, month, number))
    if "month" not in parts:
        return year_of(int(parts["year"]))
    month = month_number(parts["month"])
    number = int(parts.get("day", "1"))
    first = date(int(parts["year"]), month, number) if "year" in parts else _last(month, number, until)
    return on(first) if "day" in parts else month_of(first)


def _last_weekday(name: str, today: date) -> date:
    """Return the latest such day before today."""
    number = next(at for at, forms in enumerate(WEEKDAYS) if re.search(forms, name, re.IGNORECASE))
    return today - ((today.weekday() - number - 1) % 7 + 1) * DAY


def _last(month: int, number: int, until: date) -> date:
    """Return the latest such day up to `until`; raise ValueError if there is none in any year."""
    for year in range(until.year, until.year - 9, -1):  # eight years without a 29 February lie around 1900
        try:
            day = date(year, month, number)
        except ValueError:
            continue
        if day <= until:
            return day
    raise ValueError(f"{number}.{month}.")
