"""What a number is asked for by, and what one looks like that can be its answer: a count, an amount, a measure.

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

import re
from functools import lru_cache
from itertools import takewhile

from ..language.atoms import CLOCK, MONEY_SIGNS, ORDINAL_ENDING
from ..language.dated import is_year
from ..language.months import ANY_MONTH, OF_MONTH
from ..language.numerals import LOCAL_NUMBER_WORD, NUMBER_WORD, is_number
from ..language.stop_words import stop_words
from ..language.text import Word, normal_form, stem, words
from ..patterns import lazy

_NUMBER_WORDS = (
    rf"{NUMBER_WORD}|dozens?|hundreds|half|third|quarter|twice|hälfte|hundert\w*|tausend\w*|million\w*|moitié|mitad"
    r"|cien\w*|тысяч\w*|миллион\w*|половин\w*|тисяч\w*"
)
_LENGTHS = (
    r"[mkc]?m|ft|met(?:er|re)s?|(?:kilo|centi|milli)met(?:er|re)s?|miles?|feet|foot|inch(?:es)?|yards?|fathoms?"
    r"|metern?|(?:kilo|zenti)metern?|(?:kilo|centi)?mètres?|(?:kiló|centí)?metros?|millas?|pies"
    r"|[кс]?м|(?:кило|кіло|санти)?метр\w*|миль|миля\w*"
)
_DURATIONS = (
    r"seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies)|sekunden?|minuten?|stunden?"
    r"|tagen?|nächten?|wochen?|monaten?|jahren?|secondes?|heures?|jours?|nuits?|semaines?|mois|ans?|années?|segundos?"
    r"|minutos?|horas?|días?|noches|semanas?|mes(?:es)?|años?|секунд\w*|минут\w*|час(?:а|у|ы|ов|ам|ами|ах|і|ів)?|недел\w*"
    r"|д(?:ень|ня|ней|ни|ні|нів)|месяц\w*|год(?:а|у|ом|ы|ов|ам|ами|ах)?|лет|хвилин\w*|годин[аиуі]?"
    r"|тиж(?:день|ня|ні|нів)|місяц\w*|рок(?:и|у|ів|ами|ах)|рік"
)
_NO_AMOUNTS = (
    rf"\d{{1,2}}{ORDINAL_ENDING}?\s+{OF_MONTH}"
    # a look ahead, for there are a hundred names of months to try at each word
    rf"|(?<!\w)(?=\w+\s+\d){ANY_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?![\d.,]?\d)"
    rf"|\d{{1,2}}(?:[.:]\d\d)?\s?{CLOCK}|\d{{1,2}}:\d\d"
)
"""Days of a month and times of day: no answer to "how many"."""
_YEAR = rf"(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d%€$£]|[.,]\d|\s+(?:{_LENGTHS}|euro)\b)"
"""From 1500: a number below is a count more often, and which of these are counts `is_year` tells."""
_NUMBER = rf"\d[\d.,]*|(?<!\w)(?:{_NUMBER_WORDS})(?!\w)"
_DURATION = rf"(?:\d[\d.,]*|(?<!\w)(?:{_NUMBER_WORDS}))[\s-]+(?:{_DURATIONS})(?!\w)"

_LENGTH_CUES = (
    r"how (?:deep|high|tall|wide|far|thick)|wie (?:hoch|tief|breit|weit|dick)"
    r"|quelle (?:profondeur|hauteur|largeur|distance)|qu[eé] (?:profundidad|altura|anchura|distancia)"
    r"|как(?:ой|ая) (?:глубин|высот|ширин)\w+|як(?:ої|а) (?:глибин|висот|ширин)\w+"
)
_LENGTH_OR_DURATION_CUES = r"how long(?! ago)|wie lang"
_DURATION_CUES = (
    r"wie lange|combien de temps|cu[aá]nto (?:tiempo|dur[aó]\w*)|как долго|сколько времени|як довго|скільки часу"
)
_NUMBER_OF = (
    r"^(?:what (?:is|was) )?(?:the )?(?:number of|death(?= toll))"
    r"|^(?:wie hoch (?:ist|war) )?(?:die )?(?:an)?zahl (?:der|an|von)"
    r"|^(?:quel(?:le)? (?:est|était|fut) )?(?:le )?nombre d(?:es?|u)|^(?:cu[aá]l (?:es|fue|era) )?(?:el )?número de"
    r"|^(?:каково |какое )?(?:общее )?(?:число|количество)|^(?:яка |яке )?(?:загальна )?(?:число|кількість)"
)
HOW_MANY = lazy(
    rf"(?<!\w)(?:how many|what number of|wie ?viele|combien d[e’']|cu[aá]nt[oa]s|сколько|скільки)\s*|{_NUMBER_OF}\s+"
    r"|^(?:quel (?:est|était|fut) )?(?:le )?nombre d['’]",
    re.IGNORECASE,
)
"""Stands before what a question counts: "how many", or in the first words "number of". The latter are no cues of a
number, for which more is demanded: with them a right answer of the sets was no longer sure enough."""
_HEAD_WORDS = 3
"""Words behind "how many" among which stands what is counted."""

AMOUNT_CUES = (
    r"how (?:many|much|old|big|large|fast|often)|what (?:percentage|number|share|proportion|percent)"
    r"|what (?:do|does|did|will|would) .{1,60} (?:cost|pay)"
    r"|what (?:is|was|are|were) the (?:\w+ )?(?:price|cost|costs|fare|population|speed|length|height|depth|age"
    r"|weight|temperature|distance|salary|budget|score|area|size|rate|total|capacity|turnout|fine|toll)"
    r"|^(?:the |der |le |el |какова |яка )?(?:(?:price|cost) of|preis (?:von|für|de[rs]|eine[rs])"
    r"|(?:prix|coût) d(?:es?|u|['’]\w+)|(?:precio|coste) del?|(?:цена|стоимость|ціна|вартість) \w+)"
    r"|(?:what|quelle|qu[eé]) (?:dose|quantité|somme|dosis|cantidad)|welche (?:dosis|menge|summe)"
    r"|как(?:ая|ую) (?:доз|сумм)[ау]|як(?:а|у) (?:доз|сум)[ау]|скольк(?:их|им)|скока|скільк(?:ох|ом)"
    r"|quel(?:le)? [âa]ge|qu[eé] edad|wie ?viele?|wie (?:alt|groß|oft)|combien|cu[aá]nt[oa]s?"
    r"|скільки|сколько|как(?:ой|ая) процент\w*"
    rf"|{_LENGTH_CUES}|{_LENGTH_OR_DURATION_CUES}|{_DURATION_CUES}"
)
"""Of any number, in a question's normal form."""

_PRICE_CUES = lazy(
    r"^(?!.*\b(?:how many|wie viele|combien d[e'’]|cu[aá]nt[oa]s)\b)"
    r".*?(?<!\w)(?:costs?|prices?|fare|kostete?n?|preis|co[uû]t\w*|prix|tarif|cuestan?|costó|costaba|precio|vale"
    r"|сто(?:ит|ят|ил[аои]?|имость)|цен[аы]|кошту\w+|цін[аи]|вартість)(?!\w)"
)
_MONEY = (
    r"euros?|dollars?|pounds?|pence|crowns?|cents?|centimes?|francs?|kronen?|franken|pfund|céntimos?|pesos?|pesetas?"
    r"|dólares|libras|евро|євро|рубл\w+|руб|копе\w+|гривн\w*|гривень|грн|доллар\w*|долар\w*|фунт\w*|крон\w*|zł\w*"
)
_PER_CENT = r"per ?cent|prozent|pour ?cent|por ciento|процент\w*|відсотк\w*"
PRICE = lazy(
    rf"[{MONEY_SIGNS}]\s?\d[\d.,]*|(?:{_NUMBER})(?:[\s-]+\w+)?\s*(?:[%{MONEY_SIGNS}]|(?:{_MONEY}|{_PER_CENT})(?!\w))"
    r"|\d[\d.,]*\s(?:thousand|mill?i\w+|mil|тыс\w*|тис\w*|млн|мл?рд|мільйон\w*)(?!\w)",
    re.IGNORECASE,
)
_MEASURES = (
    *(
        (
            lazy(rf"(?<!\w)(?:{cues})(?!\w)"),
            lazy(rf"(?:\d[\d.,]*|(?<!\w)(?:an?|one|{_NUMBER_WORDS}))[\s-]+(?:\w+\s+)?(?:{units})(?!\w)", re.IGNORECASE),
        )
        for cues, units in (
            (_LENGTH_CUES, _LENGTHS),
            (_LENGTH_OR_DURATION_CUES, f"{_LENGTHS}|{_DURATIONS}"),
            (_DURATION_CUES, _DURATIONS),
        )
    ),
    (_PRICE_CUES, PRICE),
)
"""What a measure is asked for by, and what it looks like; a price is money, or by how many per cent it rose."""
_SPEAKS_OF_TIME = lazy(rf"(?<!\w)(?:{_DURATIONS}|old|often|fast|alt|oft|âge|edad|возраст\w*|вік\w*)(?!\w)")
_LOCAL = rf"(?<!\w)(?P<local>{LOCAL_NUMBER_WORD})(?!\w)"
_AMOUNT = lazy(rf"(?P<none>{_NO_AMOUNTS})|(?P<year>{_YEAR})|{_LOCAL}|{_NUMBER}", re.IGNORECASE)
_TIMELESS_AMOUNT = lazy(rf"(?P<none>{_NO_AMOUNTS}|{_DURATION})|(?P<year>{_YEAR})|{_LOCAL}|{_NUMBER}", re.IGNORECASE)


@lru_cache(maxsize=256)
def amounts(question: str) -> "re.Pattern[str]":
    """Return what the number looks like that a question asks for; of what is found, `is_amount` tells which is one.

    Args:
        question: in its normal form. Days, hours or years count only where it speaks of them.
    """
    measured = next((pattern for cue, pattern in _MEASURES if cue.search(question)), None)
    return measured or (_AMOUNT if _SPEAKS_OF_TIME.search(question) else _TIMELESS_AMOUNT)


def is_amount(text: str, found: re.Match[str], language: str | None) -> bool:
    """Say whether what `amounts` found in a text is a number there: no day, no year, no word that is one elsewhere."""
    if found.lastgroup == "year":
        return not is_year(text, Word(found.group(), found.start(), found.end()), language or "en")
    return found.lastgroup is None or (found.lastgroup == "local" and is_number(found.group(), language))


def counted(question: str) -> list[str]:
    """Return the words behind "how many", the first of which are counted; none for "how long", "how much"."""
    asked = HOW_MANY.search(question)
    return [word.text for word in words(question[asked.end() :])][:_HEAD_WORDS] if asked else []


def counted_stems(question: str, language: str | None) -> frozenset[str]:
    """Return the stems of what is counted, up to the first stop word."""
    stops = stop_words(language)
    return frozenset(stem(it, language) for it in takewhile(lambda it: normal_form(it) not in stops, counted(question)))
