"""Expressions of time in a text: a month, a weekday, a season, a year, "yesterday".

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

import re

from ..alternatives import by_letter
from ..patterns import lazy
from .atoms import CLOCK, YEAR
from .months import MONTH, NO_MONTH, SHORT_MONTH
from .numerals import LOCAL_NUMBER_WORD, NUMBER_WORD
from .weekdays import SEASON, WEEKDAY

DURATION = by_letter(
    r"seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies)|sekunden?|minuten?|stunden?"
    r"|tagen?|nächten?|wochen?|monaten?|jahren?|secondes?|heures?|jours?|nuits?|semaines?|mois|ans?|années?|segundos?"
    r"|minutos?|horas?|días?|noches|semanas?|mes(?:es)?|años?|секунд\w*|минут\w*|час(?:а|у|ы|ов|ам|ами|ах|і|ів)?|недел\w*"
    r"|д(?:ень|ня|ней|ни|ні|нів)|месяц\w*|год(?:а|у|ом|ы|ов|ам|ами|ах)?|лет|хвилин\w*|годин[аиуі]?"
    r"|тиж(?:день|ня|ні|нів)|місяц\w*|рок(?:и|у|ів|ами|ах)|рік"
)
"""Units of time."""
FROM_THERE = (
    r"\s(?:ago|later|after|before|vor|nach|davor|danach|später|avant|après|plus tard|plus tôt|antes|después|más tarde"
    r"|до|после|назад|спустя|після|тому|потому)(?!\w)"
)
"""Follows a duration that is counted from another time."""
# the lookahead rules out most words before all of these are tried
_FROM_THEN = (
    rf"(?=[smhdnwycjtaсмчднгхтлр])(?:{DURATION}){FROM_THERE}"
    rf"|(?:vor|il y a|hace)\s\w+\s(?:{DURATION})"
)
OF_DAY = (
    r"in\sthe\s(?:morning|afternoon|evening)|at\snight|am\s(?:morgen|abend)|in\sder\snacht|morgens|abends|nachts"
    r"|du\s(?:matin|soir)|de\sl['’]après-midi|de\sla\s(?:mañana|tarde|noche|madrugada)|утра|вечера|ночи|ранку|вечора|ночі"
)
"""Follows an hour: "from eleven at night"."""
_CLOCK_TIME = (
    rf"\d{{1,2}}:\d\d|\d{{1,2}}(?:\.\d\d)?\s?{CLOCK}|\d{{1,2}}\s?h(?:\s?\d\d|eures?)?"
    rf"|\w+\s(?:o['’]clock|uhr|{OF_DAY})"
    r"|(?:à|dès|vers|jusqu['’]à)\s\w+\sheures?"
    rf"|(?:a|desde|hasta)\slas?\s\d{{1,2}}|(?:(?:a|desde|hasta)\slas?|um|gegen|halb)\s(?:{NUMBER_WORD}|{LOCAL_NUMBER_WORD})"
    r"|(?:в|с|со|до|к|около|от|о|об|з|із|від)\s\w+\s(?:час(?:а|ов|у)?|дня|годин[иіу]?)"
    r"|об?\s\w+ій|noon|midday|midnight|mittags?|mitternacht|midi|minuit|mediod[ií]a|medianoche"
    r"|пол(?:день|дня|ночь|уночи|ночи)|полуд[еі]?н\w+|опівдні|опівночі"
)
WEEK = r"week|woche|semaine|semana|недел[еюияь]|тиж(?:день|ня|ні)"
MONTH_LONG = r"month|monats?|mois|mes|месяц[еа]?|місяц[яьі]"
YEAR_LONG = r"year|jahr(?:es)?|an(?:née)?|año|год[ау]?|рік|ро[кц][уі]"


def last(unit: str) -> str:
    """Return the pattern of the week, month or year before this one."""
    before = r"last|(?:letzte|vorige|vergangene)[mnrs]?|прошл\w+|минул\w+"
    return rf"(?:{before})\s+(?:{unit})(?:['’]s)?|(?:l['’])?(?:{unit})\s+(?:derni(?:er|ère)|passée?|pasad[oa])"


def this(unit: str) -> str:
    """Return the pattern of the current week, month or year."""
    before = r"this|diese[mnrs]?|ce(?:tte)?|est[ea]|эт(?:от|ой|у|ого|ом)|цей|цього|цьому"
    return rf"(?:{before})\s+(?:{unit})(?:['’]s|-ci)?"


_UNIT = f"{WEEK}|{MONTH_LONG}|{YEAR_LONG}"
RELATIVE = (
    rf"{last(_UNIT)}|{this(_UNIT)}"
    rf"|(?:next|nächste[mnrs]?|следующ\w+|наступн\w+)\s(?:{_UNIT})|(?:{_UNIT})\s(?:prochaine?|próxim[oa])"
)
"""A week, month or year counted from now."""
_OTHERS = (
    rf"{YEAR}s?|{WEEKDAY}|{SEASON}|century|centuries|{_FROM_THEN}|{_CLOCK_TIME}"
    r"|(?:am|vom|zum|ab|bis|seit|den)\s\d{1,2}\.(?:0?[1-9]|1[0-2])\.(?:\d\d)?"
    rf"|{RELATIVE}|yesterday|today|tomorrow|tonight|jahrhundert|gestern|heute|morgen"
    r"|siècle|hier|aujourd['’]hui|demain|siglo|ayer|hoy|mañana"
    r"|вчера|сегодня|завтра|век[ае]|столети\w+|вчора|сьогодні|столітт\w+"
)
TIME = lazy(
    rf"(?<!\w)(?:{NO_MONTH}(?:{MONTH})|\d{{1,2}}\.?\s(?:{SHORT_MONTH})|(?:{SHORT_MONTH})\.?\s\d{{1,4}}|{_OTHERS})(?!\w)",
    re.IGNORECASE,
)
HOUR = lazy(rf"(?<!\w)(?:{_CLOCK_TIME})(?!\w)", re.IGNORECASE)
"""A time of day."""


def tells_time(text: str) -> bool:
    """Return whether a text names a time."""
    return TIME.search(text) is not None
