"""What kind of thing a question asks for (a person, a time, a place, a number), and whether a sentence holds one.

Cues of English, German, French, Spanish, Russian and Ukrainian; pure, knows text only.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from ..patterns import lazy
from ..text import normal_form, stem, words

MAX_WORDS_BEFORE = 2
"""So many words ("from", "and then") may stand before the cue."""


MAX_WORDS_BETWEEN = 3
"""Between a predicate and what belongs to it."""


class Kind(StrEnum):
    """The kind of thing asked for."""

    PERSON = "a person or a body"
    TIME = "a time"
    PLACE = "a place"
    NUMBER = "a number"
    REASON = "a reason"


_CUES: tuple[tuple[Kind, str], ...] = (
    (
        Kind.NUMBER,
        r"how (?:many|much|old|long|far|tall|high|big|large|deep|fast|often)|what (?:percentage|number|share"
        r"|proportion|percent)|what (?:do|does|did|will|would) .{1,60} (?:cost|pay)"
        r"|what (?:is|was|are|were) the (?:\w+ )?(?:price|cost|costs|fare|population|speed|length|height|depth|age"
        r"|weight|temperature|distance|salary|budget|score|area|size|rate|total|capacity|turnout|fine|toll)"
        r"|wie ?viele?|wie (?:alt|lange|hoch|groß|weit|oft|tief|breit)|combien|cu[aá]nt[oa]s?|скільки|сколько"
        r"|как(?:ой|ая) (?:процент|глубин|высот|ширин)\w*|quelle (?:profondeur|hauteur|largeur|distance)"
        r"|qu[eé] (?:profundidad|altura|anchura|distancia)|як(?:ої|а) (?:глибин|висот|ширин)\w*",
    ),
    (
        Kind.TIME,
        r"when|(?:what|which) (?:year|date|day|month|century|decade|time)|since when|how long ago|wann|seit wann"
        r"|(?:welchem|welches) jahr|quand|(?:quelle|en quelle) (?:année|date)|cu[aá]ndo|(?:qué|que) (?:año"
        r"|fecha|día|mes|siglo)"
        r"|когда|как(?:ом|ого) год[ау]|коли|яко(?:му|го) ро(?:ці|ку)",
    ),
    (
        Kind.PLACE,
        r"where|(?:what|which) (?:city|country|town|place|region|state|county|river|island|continent|street)|wo"
        r"|woher|wohin"
        r"|(?:welche[rmsn]?) (?:stadt|land|ort|staat)|où|(?:quelle?|dans quelle?) (?:ville|pays|région|lieu)"
        r"|(?:a)?d[oó]nde"
        r"|(?:qué|que) (?:ciudad|país|lugar|región|estado)|где|куда|откуда|как(?:ом|ой) (?:город|стран|мест)\w*"
        r"|де|куди|звідки",
    ),
    (Kind.REASON, r"why|what (?:caused|causes)|warum|weshalb|wieso|pourquoi|por qué|почему|зачем|чому|навіщо"),
    (
        Kind.PERSON,
        r"who|whom|whose|(?:what|which) (?:person|man|woman|group|people|company|team|organi[sz]ation)|wer|wem"
        r"|wen|wessen|qui"
        r"|qui[eé]n(?:es)?|кто|кого|кому|кем|чь[яеёи]|хто|ким",
    ),
)
_ASKED = tuple((kind, lazy(rf"(?<!\w)(?:{cue})(?!\w)")) for kind, cue in _CUES)

_MONTHS = (
    r"jan(?:uar|uary|vier)?|feb(?:ruary|ruar)?|février|mar(?:ch|s|zo)|märz|apr(?:il)?|avril|abril|ma[iy]|mayo"
    r"|ju(?:ne|ni|in|nio)"
    r"|jul(?:y|i|io)|juillet|aug(?:ust)?|août|agosto|sept?(?:ember|embre|iembre)?|o[ck]to?(?:ber|bre|ubre)?"
    r"|nov(?:ember|embre|iembre)?|de[cz](?:ember)?|décembre|diciembre|enero|febrero"
    r"|январ\w+|феврал\w+|марта?|апрел\w+|мая|июн\w+|июл\w+|август\w*|сентябр\w+|октябр\w+|ноябр\w+|декабр\w+"
    r"|січ\w+|лют\w+|берез\w+|квіт\w+|трав\w+|черв\w+|лип\w+|серп\w+|верес\w+|жовт\w+|листопад\w*|груд\w+"
)
_TIMES = (
    r"(?:1\d|20)\d\d(?:s)?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|spring|summer|autumn|winter"
    r"|century|centuries"
    r"|yesterday|today|tomorrow|last (?:week|month|year)|(?:years?|months?|weeks?|days?|hours?) (?:ago|later"
    r"|after|before)|jahrhundert"
    r"|gestern|heute|morgen|frühling|sommer|herbst|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
    r"|siècle|hier|lundi|mardi"
    r"|mercredi|jeudi|vendredi|samedi|dimanche|siglo|ayer|verano|invierno|primavera|otoño|lunes|martes"
    r"|miércoles|jueves|viernes"
    r"|вчера|сегодня|завтра|веке|летом|зимой|весной|осенью|вчора|сьогодні|влітку|взимку|навесні|восени"
)
_NUMBER_WORDS = (
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?"
    r"|billions?|half|third|quarter|twice"
    r"|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|hundert\w*|tausend\w*|million\w*|hälfte|deux|trois"
    r"|quatre|cinq|sept|huit|neuf|dix"
    r"|cent|mille|moitié|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|cien\w*|mil|millones|mitad"
    r"|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|сто|тысяч\w*|миллион\w*|половин\w*|дві|чотири"
    r"|шість|сім|вісім|десять|тисяч\w*"
)
_REASONS = (
    r"because|due to|since|so that|in order to|therefore|caused|as a result|owing to|reason|weil|denn|wegen"
    r"|deshalb|damit|grund|parce que"
    r"|car|afin|en raison|porque|debido|para que|a causa|потому|из-за|поскольку|чтобы|так как|через|тому що"
    r"|оскільки|щоб"
)
_PREPOSITIONS = (
    r"in|at|near|from|to|of|on|across|into|outside|around|im|am|an|auf|bei|nach|aus|zu|à|en|dans|au|aux|près"
    r"|vers|desde|hacia|hasta|de|del"
    r"|в|во|на|из|под|около|близ|у|біля|до|з|із"
)
_LENGTHS = (
    r"[mkc]?m|ft|met(?:er|re)s?|(?:kilo|centi|milli)met(?:er|re)s?|miles?|feet|foot|inch(?:es)?|yards?|fathoms?"
    r"|metern?|(?:kilo|zenti)metern?|(?:kilo|centi)?mètres?|(?:kiló|centí)?metros?|millas?|pies"
    r"|[кс]?м|(?:кило|кіло|санти)?метр\w*|миль|миля\w*"
)
_DURATIONS = (
    r"seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies)|sekunden?|minuten?|stunden?"
    r"|tagen?|nächten?|wochen?|monaten?|jahren?|secondes?|heures?|jours?|nuits?|semaines?|mois|ans?|années?|segundos?"
    r"|minutos?|horas?|días?|noches|semanas?|mes(?:es)?|años?|секунд\w*|минут\w*|час\w*|д(?:ень|ня|ней|ні|нів)|недел\w*"
    r"|месяц\w*|год\w*|лет|хвилин\w*|годин\w*|тиж\w*|місяц\w*|рок\w*|рік"
)
_NO_AMOUNTS = (
    rf"\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of\s+|de\s+)?(?:{_MONTHS})(?!\w)|(?<!\w)(?:{_MONTHS})\s+\d{{1,2}}(?:st|nd|rd|th)?(?![\d.,]?\d)"
    r"|\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\b|uhr\b|o['’]clock)|\d{1,2}:\d\d"
    rf"|(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d%€$£]|[.,]\d|\s+(?:[a-z]+s|{_LENGTHS}|euro)\b)"
)
"""Days of a month, times of day and years: no answer to "how many"."""
_MEASURED = tuple(
    (
        lazy(rf"(?<!\w)(?:{cues})(?!\w)"),
        lazy(rf"(?:\d[\d.,]*|(?<!\w)(?:an?|one|{_NUMBER_WORDS}))[\s-]+(?:\w+\s+)?(?:{units})(?!\w)", re.IGNORECASE),
    )
    for cues, units in (
        (
            r"how (?:deep|high|tall|wide|far|thick)|wie (?:hoch|tief|breit|weit|dick)"
            r"|quelle (?:profondeur|hauteur|largeur|distance)|qu[eé] (?:profundidad|altura|anchura|distancia)"
            r"|как(?:ой|ая) (?:глубин|высот|ширин)\w+|як(?:ої|а) (?:глибин|висот|ширин)\w+",
            _LENGTHS,
        ),
        (
            r"how long|wie lange?|combien de temps|cu[aá]nto (?:tiempo|dur[aó]\w*)|как долго|сколько времени|як довго"
            r"|скільки часу",
            f"{_LENGTHS}|{_DURATIONS}",
        ),
    )
)
"""What a measure is asked for by, and what it looks like."""
_NAMES_DURATION = lazy(rf"(?<!\w)(?:{_DURATIONS}|old|often|fast|alt|oft|âge|edad|возраст\w*|вік\w*)(?!\w)")
_NUMBER = rf"\d[\d.,]*|(?<!\w)(?:{_NUMBER_WORDS})(?!\w)"
_COUNT = lazy(
    rf"(?P<none>{_NO_AMOUNTS}|(?:\d[\d.,]*|(?<!\w)(?:{_NUMBER_WORDS}))[\s-]+(?:{_DURATIONS})(?!\w))|{_NUMBER}",
    re.IGNORECASE,
)
"""A number for a question that speaks of no days, hours or years: none of those is its answer."""
_HELD = {
    Kind.TIME: lazy(rf"(?<!\w)(?:{_MONTHS}|{_TIMES})(?!\w)", re.IGNORECASE),
    Kind.NUMBER: lazy(rf"(?P<none>{_NO_AMOUNTS})|{_NUMBER}", re.IGNORECASE),
    Kind.REASON: lazy(rf"(?<!\w)(?:{_REASONS})(?!\w)", re.IGNORECASE),
    Kind.PLACE: lazy(
        rf"(?<!\w)(?i:{_PREPOSITIONS})\s+(?:(?i:the|der|dem|den|die|das|la|le|les|el|los|las)\s+)?"
        r"(?P<name>[^\W\d_a-zа-яёіїєґ]\w+)"
    ),
    Kind.PERSON: lazy(r"(?<!^)(?<![.!?]\s)(?<!\w)(?P<name>[^\W\d_a-zа-яёіїєґ][\w’'-]+)"),
}  # fmt: skip


@lru_cache(maxsize=256)
def kind_wanted(question: str) -> Kind | None:
    """Return the kind of thing a question asks for; None where its words do not say."""
    plain = _plain(question).strip(" ?!.¿¡\"'“”«»„")
    found = [
        (match.start(), at, kind)
        for at, (kind, cue) in enumerate(_ASKED)
        for match in cue.finditer(plain)
        if _asks(plain, match)
    ]
    return min(found)[2] if found else None


def _asks(question: str, cue: re.Match[str]) -> bool:
    """Say whether a cue is the question's own: a lone "when" in the middle opens a clause of it."""
    return " " in cue.group() or cue.end() == len(question) or question.count(" ", 0, cue.start()) <= MAX_WORDS_BEFORE


def holds(sentence: str, kind: Kind, question: str) -> bool:
    """Say whether a sentence holds such a thing that the question has not itself named."""
    return next(_things(sentence, kind, question), None) is not None


def holds_beside(sentence: str, kind: Kind, question: str, predicate: str, language: str | None) -> bool:
    """Say whether such a thing stands beside a word with the stem of the question's predicate: "healing in Davos"."""
    things = list(_things(sentence, kind, question))
    places = [word for word in words(sentence) if stem(word.text, language) == predicate] if things else []
    return any(
        _words_between(sentence, thing, (word.start, word.end)) <= MAX_WORDS_BETWEEN
        for thing in things
        for word in places
    )


def _things(sentence: str, kind: Kind, question: str) -> Iterator[tuple[int, int]]:
    asked = _plain(question)
    for match in _pattern(kind, asked).finditer(sentence):
        if match.lastgroup == "none":
            continue
        named = normal_form(match.groupdict().get("name") or match.group())
        if kind is Kind.REASON or named not in asked:
            yield match.span()


@lru_cache(maxsize=256)
def _pattern(kind: Kind, question: str) -> "re.Pattern[str]":
    """Return what the thing asked for looks like."""
    if kind is not Kind.NUMBER:
        return _HELD[kind]
    measured = next((pattern for cue, pattern in _MEASURED if cue.search(question)), None)
    return measured or (_HELD[kind] if _NAMES_DURATION.search(question) else _COUNT)


@lru_cache(maxsize=256)
def _plain(question: str) -> str:
    """Return a question's normal form; cached, for it is compared with every sentence that is read."""
    return normal_form(question)


def _words_between(sentence: str, left: tuple[int, int], right: tuple[int, int]) -> int:
    first, second = sorted((left, right))
    return len(sentence[first[1] : second[0]].split())
