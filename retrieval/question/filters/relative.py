"""Periods counted from today, as questions name them ("last week", "yesterday", "two weeks ago") → first and last day.

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; is given today's date.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from ...alternatives import as_typed
from ...language.numerals import numeral
from ...language.text import words as word_places
from ...language.times import A_MONTH, A_WEEK, A_YEAR, RECENT, last, this
from ...patterns import lazy

DAY = timedelta(days=1)


class Span(NamedTuple):
    """The first and the last day of a period."""

    first: date
    last: date
    year: bool = False
    """It is a whole year."""


_DAYS = (
    (
        r"(?:the\s+)?day\s+before\s+yesterday|vorgestern|(?:d['’])?avant-hier|anteayer|antes\s+de\s+ayer|позавчера|позавчора",
        lambda today: on(today - 2 * DAY),
    ),
    (
        r"(?:the\s+day\s+)?yesterday(?:['’]s)?|gestern|(?:d['’])?hier|ayer|вчера|[ву]чора",
        lambda today: on(today - DAY),
    ),
    (r"today(?:['’]s)?|heute|(?:d['’])?aujourd['’]hui|hoy|сегодня|сьогодні", lambda today: Span(today, today)),
)  # fmt: skip
_WEEKEND = (
    r"(?:(?:this|last|past)\s+)?weekend(?:['’]s)?"
    r"|(?:(?:letzte|vergangene|diese)[snm]\s+)?wochenendes?|(?:ce\s+)?week-?end(?:\s+dernier)?"
    r"|fin\s+de\s+semana(?:\s+pasado)?|(?:(?:прошл|минувш)\w+\s+)?выходны[ех]|(?:минул\w+\s+)?вихідн(?:і|их)"
)
_LONGER = (
    (_WEEKEND, lambda today: Span(today - (today.weekday() + 2) * DAY, today)),  # tells of Sunday on Monday, too
    (last(A_WEEK), lambda today: Span(today - (today.weekday() + 7) * DAY, today - (today.weekday() + 1) * DAY)),
    (this(A_WEEK), lambda today: Span(today - today.weekday() * DAY, today)),
    (last(A_MONTH), lambda today: month_of(today.replace(day=1) - DAY)),
    (this(A_MONTH), lambda today: Span(today.replace(day=1), today)),
    (last(A_YEAR), lambda today: year_of(today.year - 1)),
    (this(A_YEAR), lambda today: Span(date(today.year, 1, 1), today)),
)  # fmt: skip
_PAST = as_typed(r"past|letzten|vergangenen|derni(?:er|ère)s?|últim[oa]s?|(?:последн|прошедш|минувш|останн)\w+")
_UNITS = (
    (1 / 24, r"(?!)", r"hours|stunden|heures|horas|час(?:а|ов)|годин(?:и)?"),
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
_RELATIVES: tuple[tuple[re.Pattern[str], Callable[[date], Span]], ...] = tuple(
    (lazy(rf"(?:{as_typed(form)})(?!\w)", re.IGNORECASE), span) for form, span in (*_DAYS, *_LONGER)
)
_BY_NAME = as_typed("|".join((*(form for form, _ in _DAYS), _WEEKEND, RECENT)))
_OF = r"\s+(?:of|(?<!day\s)before|des|(?:dies|jen|sein|ihr|ein|unser)e[rs])(?!\w)"
_OF_WHICH = (
    r"\s+(?:d['’]|(?:der|de|del|du|vor|avant|antes|до|перед|[а-яёіїєґ]{2,}(?<!л)[аяыиії]|(?:е|йо)го|[иї]х)(?!\w))"
)
_AGO_UNITS = (
    (1, r"days?|tag(?:en?)?|jours?|d[íi]as?|дн(?:я|ей|і|ів)", "день"),
    (7, r"weeks?|wochen?|semaines?|semanas?|недел[иь]|тижн(?:і|ів)", "неделю|тиждень"),
    (31, r"months?|monat(?:en?)?|mois|mes(?:es)?|месяц(?:а|ев)|місяц(?:і|ів)", "месяц|місяць"),
)
"""The days in a unit, its forms behind a number, and those that mean one by themselves."""
_AGO_UNIT, _ONE_UNIT = ("|".join(forms) for forms in zip(*(unit[1:] for unit in _AGO_UNITS), strict=True))
_SO_MANY_UNITS = rf"(?:\d{{1,2}}|[^\W\d]{{1,12}}(?:-[^\W\d]{{1,12}})?)\s+(?:{_AGO_UNIT})"
_NO_MORE = "".join(rf"(?<!{word}\s)" for word in "than over hundred е nty rty ть ят рок сто ста сти сті сот".split())
_AGO = (
    rf"(?<!-){_NO_MORE}(?:{_SO_MANY_UNITS}|{_ONE_UNIT})\s+(?:ago|(?:тому\s+)?назад|тому)"
    rf"|(?:vor|(?:d['’])?il\s+y\s+a|hace)\s+{_SO_MANY_UNITS}"
)
"""Not "more than two weeks ago" nor a part of "twenty two weeks ago"; nor years, as articles of today may tell what
happened then."""
_AGO_LENGTHS = tuple(
    (
        days,
        lazy(rf"(?<!\w)(?:(?P<one>(?:an?|one|eine[rm]|une?|una?)\s+(?:{units})|{one})|{units})(?!\w)", re.IGNORECASE),
    )
    for days, units, one in _AGO_UNITS
)
_IS_AGO = lazy(rf"(?:{_AGO})(?!\w)", re.IGNORECASE)
RELATIVE = (
    rf"(?:{_BY_NAME})(?!{_OF}|-l[àa]|(?:(?<=n\swoche)|(?<=n\smonat)|(?<=n\sjahr)){_OF_WHICH})"
    rf"|(?:{_UP_TO_NOW}|{_AGO})(?!{_OF}|{_OF_WHICH})"
)
"""Not "the last week of the war", nor "cette année-là". In Slavic languages a genitive says so, which no past tense
looks like; in German "der" does, except after "letzte Woche", where it begins the subject."""
RELATIVE_HINT = rf"{_BY_NAME}|{_COUNT}(?:{_PAST})\s|за\s|last\s|ago|vor\s|il\s+y\s+a|hace\s|назад|тому"
"""Without one of these in its lower-case form, a text names no such period."""


def relative_span(words: str, today: date) -> Span | None:
    """Return the first and last day of a period that `RELATIVE` matches, None for another; raise ValueError for "few".

    What happened so long ago may be told up to now.
    """
    if _ENDS_NOW.search(words):
        return Span(today - _length(words) * DAY, today)
    if _IS_AGO.search(words):
        unit, one = next((days, found["one"]) for days, form in _AGO_LENGTHS if (found := form.search(words)))
        if not (count := 1 if one else _count(words)):
            raise ValueError(words)
        return Span(today - (unit * count + unit - 1) * DAY, today)
    return next((span(today) for relative, span in _RELATIVES if relative.search(words)), None)


def _length(words: str) -> float:
    """Return the days of "the last three weeks"."""
    days, several = next((days, found["several"]) for days, unit in _LENGTHS if (found := unit.search(words)))
    return days * (_count(words) or (_A_FEW if several else 1))


def _count(words: str) -> float | None:
    said = list(word_places(words))
    numbers = (int(it.text) if it.text.isdecimal() else numeral(words, said, at, None)[0] for at, it in enumerate(said))
    return next(filter(None, numbers), None)


def on(day: date) -> Span:
    return Span(day, day)


def month_of(day: date) -> Span:
    first = day.replace(day=1)
    return Span(first, (first + 31 * DAY).replace(day=1) - DAY)


def year_of(year: int) -> Span:
    return Span(date(year, 1, 1), date(year, 12, 31), year=True)
