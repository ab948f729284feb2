"""Expressions of time in a text: a month, a weekday, a season, a year, "yesterday".

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

import re

from ..alternatives import by_letter
from ..patterns import lazy
from .atoms import CLOCK, YEAR
from .months import MONTH, NO_MONTH, SHORT_MONTH
from .numerals import LOCAL_NUMBER_WORD, NUMBER_WORD
from .weekdays import SEASON, WEEKDAY, WEEKEND, WORKDAY

DURATION = by_letter(
    r"seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies)|sekunden?|minuten?|stunden?"
    r"|tagen?|nächten?|wochen?|monaten?|jahren?|secondes?|heures?|jours?|nuits?|semaines?|mois|ans?|années?|segundos?"
    r"|minutos?|horas?|días?|noches|semanas?|mes(?:es)?|años?|секунд\w*|минут\w*|час(?:а|у|ы|ов|ам|ами|ах|і|ів)?|недел\w*"
    r"|д(?:ень|ня|ней|ни|ні|нів)|месяц\w*|год(?:а|у|ом|ы|ов|ам|ами|ах)?|лет|хвилин\w*|годин[аиуі]?"
    r"|тиж(?:день|ня|ні|нів)|місяц\w*|рок(?:и|у|ів|ами|ах)|рік"
    r"|fortnights?|seasons|saisons|temporadas|сезон(?:а|ов|ы|и|ів)|jahrzehnten?|jahrhunderten?|décennies?|siècles?|décadas?|siglos?|сут(?:ки|ок|кам|ками|ках)|веков"
    r"|(?:сто|десяти)лети\w+|діб|доб[аиу]|(?:сто|десяти)літт\w+|mins?|hrs?|std|sek|мин|сек|хв"
)
"""Units of time."""
FROM_THERE = (
    r"\s(?:ago|later|after|before|vor|nach|davor|danach|später|avant|après|plus tard|plus tôt|antes|después|más tarde"
    r"|до|после|назад|спустя|після|тому|потому)(?!\w)"
)
"""Follows a duration that is counted from another time."""
# the lookahead rules out most words before all of these are tried
_FROM_THEN = (
    rf"(?=[smhdnwycjtafсмчднгхтлрв])(?:{DURATION}){FROM_THERE}"
    rf"|(?:vor|il y a|hace|in|dans|через)\s\w+\s(?:{DURATION})"
    r"|(?:after|within|nach|binnen|innerhalb\svon|après|au\sbout\sd[e'’]|a\slos|tras|dentro\sde|al\scabo\sde|спустя"
    r"|после|після|sous|dans\sles|plazo\s(?:máximo\s)?de|в\sтечение|протягом|[ву]продовж)"
    rf"\s?(?:\d+|{NUMBER_WORD}|{LOCAL_NUMBER_WORD}|an?|eine[rmns]?|une?|una?)\s(?:{DURATION})(?!\w)"
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
    rf"|de\s\d{{1,2}}\sa\s\d{{1,2}}\s(?:horas|hrs?)(?!\sde)|(?:a|desde|hasta)\slas?\s\d{{1,2}}|(?:(?:a|desde|hasta)\slas?|um|gegen|halb"
    rf"|(?:half|quarter)\s(?:past|to))\s(?:{NUMBER_WORD}|{LOCAL_NUMBER_WORD})"
    r"|(?:в|с|со|до|к|около|от|о|об|з|із|від)\s\w+\s(?:час(?:а|ов|у)?|дня|годин[иіу]?)"
    r"|об?\s\w+ій|noon|midday|midnight|mittags?|mitternacht|midi|minuit|mediod[ií]a|medianoche"
    r"|пол(?:день|дня|ночь|уночи|ночи)|полуд[еі]?н\w+|опівдні|опівночі"
)
A_WEEK = r"week|woche|semaine|semana|недел[еюияь]|тиж(?:день|ня|ні)"
A_MONTH = r"month|monats?|mois|mes|месяц[еа]?|місяц[яьі]"
A_YEAR = r"year|jahr(?:es)?|an(?:née)?|año|год[ау]?|рік|ро[кц][уі]"
"""Units that are counted from now, in the singular."""
_LAST = r"last|(?:letzte|vorige|vergangene)[mnrs]?|прошл\w+|минул\w+"
_LAST_BEHIND = r"derni(?:er|ère)|passée?|pasad[oa]"
_THIS = r"this|diese[mnrs]?|ce(?:tte)?|est[ea]|эт(?:от|ой|у|ого|ом)|цей|цього|цьому"
_NEXT = r"next|nächste[mnrs]?|próxim[oa]|prochaine?|следующ\w+|наступн\w+"
_UNIT = f"{A_WEEK}|{A_MONTH}|{A_YEAR}"


def _counted(unit: str, before: str, behind: str) -> str:
    return rf"(?:{before})\s+(?:{unit})(?:['’]s|-ci)?|(?:l['’])?(?:{unit})\s+(?:{behind})"


def last(unit: str) -> str:
    """Return the pattern of the week, month or year before this one."""
    return _counted(unit, _LAST, _LAST_BEHIND)


def this(unit: str) -> str:
    """Return the pattern of the current week, month or year."""
    return rf"(?:{_THIS})\s+(?:{unit})(?:['’]s|-ci)?"


RECENT = _counted(_UNIT, f"{_LAST}|{_THIS}", _LAST_BEHIND)
"""The last or the current one."""
RELATIVE = _counted(_UNIT, f"{_LAST}|{_THIS}|{_NEXT}", rf"{_LAST_BEHIND}|prochaine?|próxim[oa]")
"""A week, month or year counted from now."""
_HOLIDAY = (
    r"christmas(?:\s(?:day|eve))?|easter|new\syear['’]?s(?:\s(?:day|eve))?|weihnachten|ostern|pfingsten|silvester|noël|pâques"
    r"|heiligabend|navidad|nochebuena|nochevieja|рождеств\w+|пасх[аеиоуы]\w{0,2}|різдв\w+|велик(?:день|од\w+)"
)
_PART_OF_DAY = (
    r"last\snight|overnight|th(?:at|is)\s(?:morning|afternoon|evening|night)|(?:at|before|until|by|since)\s(?:dawn|dusk|sunrise|sunset|daybreak)"
    r"|letzte\snacht|(?:in\sder|über)\snacht|morgens|abends|nachts|morgengrauen|sonnen(?:auf|unter)gangs?"
    rf"|(?:{WEEKDAY})(?:morgen|vormittag|mittag|nachmittag|abend|nacht)s?"
    r"|nuit\sdernière|ce\s(?:matin|soir)|cette\snuit|dans\sla\snuit|à\sl['’]aube|crépuscule"
    r"|anoche|esta\s(?:mañana|tarde|noche)|(?:de|la)\smadrugada|al\s(?:amanecer|anochecer)"
    r"|утром|вечером|ночью|рассвет[еау]|закат[еау]|половине\s\w+ого|вранці|[ув]ранці|[ув]ночі|[ув]вечері|світанку?|пів\sна\s\w+"
)
_NEAR_DAY = (
    r"(?:next|following|same|previous)\sday|day\s(?:before|after)|eve\sof|daily(?=[.,;]|$|\s(?:from|at|until|between|except)\s)"
    r"|(?:nächsten|selben|folgenden|vorigen)\stag|(?:vor|folge)tag|vorabend|täglich"
    r"|la\sveille|lendemain|tous\sles\sjours|víspera|día\s(?:siguiente|anterior)"
    r"|накануне|на\sднях|(?:следующий|тот\sже)\sдень|ежедневно|(?:поза|после)(?:вчера|завтра)"
    r"|напередодні|днями|(?:наступного|того\sж)\sдня|щодня|(?:поза|після)(?:вчора|завтра)"
)
_DECADE = (
    rf"{YEAR}(?:s|ern?)|\w+ziger\s?-?jahren?|années\s(?:\d\d|vingt|trente|quarante|cinquante|soixante)"
    r"|años\s(?:\d\d|veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)"
)
_OTHERS = (
    rf"{_DECADE}|{_PART_OF_DAY}|{_NEAR_DAY}|{WORKDAY}|{WEEKEND}|{YEAR}|{WEEKDAY}|{SEASON}|century|centuries|{_FROM_THEN}|{_CLOCK_TIME}"
    r"|(?:am|vom|zum|ab|bis|seit|den)\s\d{1,2}\.(?:0?[1-9]|1[0-2])\.(?:\d\d)?"
    rf"|{RELATIVE}|{_HOLIDAY}|yesterday|today|tomorrow|tonight|jahrhundert|gestern|heute|morgen"
    r"|siècle|hier|aujourd['’]hui|demain|siglo|ayer|hoy|mañana"
    r"|вчера|сегодня|завтра|век[ае]|столети\w+|торік|вчора|сьогодні|столітт\w+"
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
