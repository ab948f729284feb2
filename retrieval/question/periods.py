"""Periods as questions name them ("since March", "between 5 May and June 2024", "last week") → first and last day.

English, German, French, Spanish, Russian, Ukrainian, all at once, as a short question does not reveal its language.
Pure; is given today's date, and does not know whether a period is meant as a filter.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from ..alternatives import Alternatives, as_typed
from ..language.atoms import ORDINAL_ENDING
from ..language.months import MONTH, SHORT_MONTH, month_number
from ..language.numerals import numeral
from ..language.text import is_cyrillic
from ..language.text import words as word_places
from ..language.times import A_MONTH, A_WEEK, A_YEAR, RECENT, last, this
from ..language.weekdays import WEEKDAY, WEEKDAYS
from ..patterns import lazy

DAY = timedelta(days=1)


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


class _Span(NamedTuple):
    first: date
    last: date
    year: bool = False


_YEAR = r"(?:19|20)\d\d"
_OF_YEAR = r"(?:\s+(?:г\.|г(?:од[ау]?|оду)?\b|р(?:ік|оку|оці)\b))?"
_DAY = rf"\d{{1,2}}{ORDINAL_ENDING}?"
_ISO = rf"{_YEAR}-\d\d-\d\d"
_DOTTED = rf"\d{{1,2}}\.\d{{1,2}}\.{_YEAR}"
_DATE = (
    rf"(?<!\w)(?:{_ISO}|{_DOTTED}"
    rf"|(?:{_DAY}\s+)?(?:{SHORT_MONTH})\.?\s+(?:\d{{1,2}},\s+)?{_YEAR}{_OF_YEAR}"
    rf"|({_DAY}\s+(?:of\s+|de\s+)?)?(?<!the\s)(?:{MONTH})(?!\w)(?(1)|(?:\s+\d{{1,2}}(?:st|nd|rd|th)?(?!\d))?)"
    rf"(?:,?\s+(?:of\s+|de\s+|del\s+)?{_YEAR}{_OF_YEAR})?(?!,?\s+(?:of\s+|del?\s+)?\d{{4}}(?!\d))"
    rf"|{_YEAR}{_OF_YEAR})(?!\w|[-.]\d)"
)
"""Not "the May election", nor "March 1848", the month of another year than those of `_YEAR`."""
_PART = lazy(
    rf"(?P<iso>{_ISO})|(?P<dotted>{_DOTTED})|(?P<year>{_YEAR})|(?P<day>\d{{1,2}})|(?<!\w)(?P<month>{MONTH}|{SHORT_MONTH})(?!\w)",
    re.IGNORECASE,
)
"""The parts of a date."""

_ARTICLE = as_typed(
    r"(?:(?:the|dem|den|der|le|la|l['’]|el|de|année|jahr|año|year|monat|mois\s+d[e'’]|mes\s+de)\s*+(?<=[\s'’])){0,3}"
)
_SINCE = r"(?:ever\s+)?since|seit|depuis|desde|с|со|з|із|зі|від|начиная\s+с|починаючи\s+з"
_AFTER = as_typed(r"after|later\s+than|nach|après|después\s+del?|tras|после|після")
_BEFORE = r"before|earlier\s+than|vor|avant|antes\s+del?|до|перед"
_UNTIL = r"until|till|up\s+to|bis|jusqu['’](?:[àa]|en)|hasta|по"
_FROM = r"from|von|vom|de|du|del|desde|с|со|з|із|від"
_TO = r"(?:up\s+)?to|until|till|through|bis(?:\s+zum)?|à|jusqu['’](?:à|au)|al?|au|hasta|до|по"
_NOW = r"now|(?:the\s+)?present|date|jetzt|maintenant|ahora|сейчас|настоящее\s+время|зараз"
_IN = r"in|on|from|during|of|im|am|vom|von|aus|en|de|du|del|d['’]|[àa]\s+partir\s+de|в|во|за|от|у"
_DURING = (
    r"in|over|within|from|of|during|the|von|vom|im|aus|w(?:ä|ae?)hrend|de[rmn]|au\s+cours|dans|pendant|de|des|du|[lc]es|la|le"
    r"|en|el|del|l[ao]s|за|на|от|в|у|протягом|упродовж"
)
_DAYS = (
    (
        r"(?:the\s+)?day\s+before\s+yesterday|vorgestern|(?:d['’])?avant-hier|anteayer|antes\s+de\s+ayer|позавчера|позавчора",
        lambda today: _on(today - 2 * DAY),
    ),
    (
        r"(?:the\s+day\s+)?yesterday(?:['’]s)?|gestern|(?:d['’])?hier|ayer|вчера|[ву]чора",
        lambda today: _on(today - DAY),
    ),
    (r"today(?:['’]s)?|heute|(?:d['’])?aujourd['’]hui|hoy|сегодня|сьогодні", lambda today: _Span(today, today)),
)  # fmt: skip
_LONGER = (
    (last(A_WEEK), lambda today: _Span(today - (today.weekday() + 7) * DAY, today - (today.weekday() + 1) * DAY)),
    (this(A_WEEK), lambda today: _Span(today - today.weekday() * DAY, today)),
    (last(A_MONTH), lambda today: _month_of(today.replace(day=1) - DAY)),
    (this(A_MONTH), lambda today: _Span(today.replace(day=1), today)),
    (last(A_YEAR), lambda today: _year(today.year - 1)),
    (this(A_YEAR), lambda today: _Span(date(today.year, 1, 1), today)),
)  # fmt: skip
_PAST = as_typed(r"past|letzten|vergangenen|derni(?:er|ère)s?|últim[oa]s?|(?:последн|прошедш|минувш|останн)\w+")
_UNITS = (
    (1, r"сутки|добу", r"days|tagen?|jours|d[íi]as|дн(?:и|ей|я|і|ів|ями)"),
    (7, r"week|semaine|semana|неделю|тиждень", r"weeks|wochen|semaines|semanas|недел[иь]|тижн(?:і|ів|ями)"),
    (31, r"month|mes|месяц|місяць", r"months|monaten?|mois|meses|месяц(?:ы|ев|а)|місяц(?:і|ів|ями)"),
    (366, r"year|an(?:n[ée]e)?|a[ñn]o|год|рік", r"years|jahren?|ans|ann[ée]es|a[ñn]os|год[аы]|лет|рок(?:и|ів)"),
)
"""The days in a unit of time; one of it, and several."""
_A_FEW = 7
"""Days, weeks, months, where nothing says how many: a period too long hides no answer."""
_ONE, _SEVERAL = ("|".join(forms) for forms in zip(*(unit[1:] for unit in _UNITS), strict=True))
_COUNT = r"(?:(?:\d{1,3}|deux|trois|quatre|cinq|six|sept|dix|dos|tres|quelques|дв[аеі]|три)\s+)?"
_SO_MANY = rf"(?:(?!(?:{_ONE})\s)(?:\d{{1,3}}|[^\W\d]{{1,12}})\s+)?"
_UP_TO_NOW = (
    rf"(?:{_COUNT}(?:{_PAST})\s+{_SO_MANY}|за\s+{_COUNT})(?:{_ONE}|{_SEVERAL})"
    rf"|last\s+{_SO_MANY}(?:{_SEVERAL})|the\s+last\s+(?:week|month|year)(?!['’])"
)
_ENDS_NOW = lazy(rf"(?:{_UP_TO_NOW})\Z", re.IGNORECASE)
_LENGTHS = tuple(
    (days, lazy(rf"(?<!\w)(?:{one}|(?P<several>{several}))\Z", re.IGNORECASE)) for days, one, several in _UNITS
)
_RELATIVES: tuple[tuple[re.Pattern[str], Callable[[date], _Span]], ...] = tuple(
    (lazy(rf"(?:{as_typed(form)})(?!\w)", re.IGNORECASE), span) for form, span in (*_DAYS, *_LONGER)
)
_BY_NAME = as_typed("|".join((*(form for form, _ in _DAYS), RECENT)))
_OF = r"\s+(?:of|(?<!day\s)before|des|(?:dies|jen|sein|ihr|ein|unser)e[rs])(?!\w)"
_OF_WHICH = (
    r"\s+(?:d['’]|(?:der|de|del|du|vor|avant|antes|до|перед|[а-яёіїєґ]{2,}(?<!л)[аяыиії]|(?:е|йо)го|[иї]х)(?!\w))"
)
_RELATIVE = (
    rf"(?:{_BY_NAME})(?!{_OF}|-l[àa]|(?:(?<=n\swoche)|(?<=n\smonat)|(?<=n\sjahr)){_OF_WHICH})"
    rf"|(?:{_UP_TO_NOW})(?!{_OF}|{_OF_WHICH})"
)
"""Not "the last week of the war", nor "cette année-là". In Slavic languages a genitive says so, which no past tense
looks like; in German "der" does, except after "letzte Woche", where it begins the subject."""
_HINT = Alternatives(rf"{_YEAR}|{MONTH}|{WEEKDAY}|{_BY_NAME}|{_COUNT}(?:{_PAST})\s|за\s|last\s")
"""Without one of these in its lower-case form, a text names no period. Ignoring case takes three times as long."""

_DAY_OF_WEEK = rf"(?:(?:last|letzte[mn]|прошл\w+|минул\w+)\s+)?(?:{WEEKDAY})(?:\s+(?:dernier|pasado))?"
_DATES = lazy(
    rf"{_DATE}|(?<!\w)(?P<relative>{_RELATIVE})(?!\w)|(?<!\w)(?P<weekday>{_DAY_OF_WEEK})(?!\w)", re.IGNORECASE
)
_DATED, _RELATED, _NAMED = "\x01", "\x02", "\x03"
"""Placeholders in the phrases for each letter of a date, of a relative date and of a weekday: with the forms of all
dates written out in each of the eight, compiling takes 150 ms."""
_ANY = rf"{_ARTICLE}(?:{_NAMED}+,?\s+{_ARTICLE})?(?:{_DATED}+|{_RELATED}+)"
_FIRST = rf"{_ANY}|{_ARTICLE}{_DAY}"
"""The month of the last day may be that of the first, too: "from 5 to 10 May"."""
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
        (Relation.SINCE, rf"(?:{_SINCE})\s+({_ANY}|{_ARTICLE}{_NAMED}+)"),
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


def _span(words: str, today: date, *, until: date) -> _Span | None:
    """Return the first and last day of a date; without its year, a month or a day is the latest one up to `until`."""
    if _ENDS_NOW.search(words):
        return _Span(today - _length(words) * DAY, today)
    for relative, span in _RELATIVES:
        if relative.search(words):
            return span(today)
    if not (parts := {str(part.lastgroup): part[0] for part in _PART.finditer(words)}):
        return _on(_last_weekday(words, today))
    try:
        return _dated(parts, until)
    except ValueError:  # 31 February
        return None


def _dated(parts: Mapping[str, str], until: date) -> _Span:
    """Return the first and last day of a date from its parts; raise ValueError if there is no such day."""
    if "iso" in parts:
        return _on(date.fromisoformat(parts["iso"]))
    if "dotted" in parts:
        number, month, year = map(int, parts["dotted"].split("."))
        return _on(date(year, month, number))
    if "month" not in parts:
        return _year(int(parts["year"]))
    month = month_number(parts["month"])
    number = int(parts.get("day", "1"))
    first = date(int(parts["year"]), month, number) if "year" in parts else _last(month, number, until)
    return _on(first) if "day" in parts else _month_of(first)


def _length(words: str) -> float:
    """Return the days of "the last three weeks"."""
    days, several = next((days, found["several"]) for days, unit in _LENGTHS if (found := unit.search(words)))
    said = list(word_places(words))
    numbers = (int(it.text) if it.text.isdecimal() else numeral(words, said, at, None)[0] for at, it in enumerate(said))
    return days * next(filter(None, numbers), _A_FEW if several else 1)


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


def _on(day: date) -> _Span:
    return _Span(day, day)


def _month_of(day: date) -> _Span:
    first = day.replace(day=1)
    return _Span(first, (first + 31 * DAY).replace(day=1) - DAY)


def _year(year: int) -> _Span:
    return _Span(date(year, 1, 1), date(year, 12, 31), year=True)
