"""How questions ask for a number, and what a number that may answer them looks like: a count, an amount, a measure.

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

import re
from functools import lru_cache
from itertools import takewhile

from ..alternatives import Alternatives
from ..language.atoms import CLOCK, MODERN_YEAR, MONEY_CODES, MONEY_SIGNS, MONEY_WORDS, PER_CENT_WORDS
from ..language.bounds import CHANGED
from ..language.dated import is_year
from ..language.months import DAY_OF_MONTH, MONTH
from ..language.multiples import MULTIPLE
from ..language.numerals import LOCAL_NUMBER_WORD, NUMBER_WORD, is_number
from ..language.shares import SHARE
from ..language.stop_words import stop_words
from ..language.text import Word, normal_form, stem, words
from ..language.times import DURATION, FROM_THERE, OF_DAY, TIME
from ..language.units import unit
from ..language.weekdays import SEASON, WEEKDAY
from ..patterns import lazy
from .dimensions import LENGTHS, is_of_another
from .figure_names import (
    DURATION_NAMES,
    FIGURES,
    HIGH,
    HIGH_SUMS,
    LENGTH_NAMES,
    LENGTH_OR_DURATION_NAMES,
    SUMS,
    WEIGHT_NAMES,
)
from .lasting import HOW_LONG
from .phones import PHONE, PHONE_CUES
from .scores import SCORE, SCORE_CUES

_NUMBER_WORDS = (
    rf"{NUMBER_WORD}|dozens?|hundreds|half|third|quarter|twice|hälfte|hundert\w*|tausend\w*|million\w*|moitié|mitad"
    r"|cien\w*|тысяч\w*|миллион\w*|половин\w*|тисяч\w*|handful|scores(?= of )|dutzende?n?|milliers?"
    r"|(?:di|dou|quin)zaines?|(?:ving|tren|quaran|cinquan|soixan|cen)taines?|miles(?= de )|(?:de|do|quin)cenas?"
    r"|(?:vei|trei|cuare|cincue|ce)ntenas?|centenar(?:es)?|millar(?:es)?|десятк\w+|сотн\w+|полтор\w+|півтор\w+"
)
_WEIGHTS = (
    r"[mk]?g|(?:kil[oó])?gramm?\w*|kilos?|tons?|tonn\w*|toneladas?|pounds?|lbs?|ounces?|stone|pfund|zentner"
    r"|м?к?г|к[иі]ло|(?:к[иі]ло)?грам\w*|тонн\w*"
)
_OF_TEXT = (
    r"characters|letters|words|pages|zeichen|wörtern?|seiten|caractères|mots|caracteres|palabras|páginas|символ\w*"
    r"|знак\w*|слов|страниц\w?|слів|сторін\w+"
)
"""Units of the length of a text."""
_NO_AMOUNTS = (
    rf"{DAY_OF_MONTH}|\d{{1,2}}(?:[.:]\d\d)?\s?{CLOCK}|\d{{1,2}}:\d\d|(?<!\w)\w{{1,12}}+\s(?:{OF_DAY})(?!\w)"
    r"|(?<!\w)[^\W\d_]{1,5}-?\d+(?!\w)"
)
"""Days of a month, times of day, and numbers within names (A19, F-16): no answer to "how many"."""
_YEAR = rf"(?<![\d.,]){MODERN_YEAR}(?![\d%€$£]|[.,]\d|\s+(?:{LENGTHS}|euro)\b)"
"""`is_year` decides which of these are counts."""
_DIGITS = r"\d(?:[\d.,]|['’]\d{3})*+"
"""Gives no digit back: a page of nothing else would take seconds."""
_NUMBER = rf"{_DIGITS}|(?<!\w)(?:{_NUMBER_WORDS}|{SHARE})(?!\w)"
_ONE = r"an?|one|eine[rnm]?|une?|una?|media|(?:une\s)?demi|один|одн(?:[ауіо]|ого|о[йм]|ому|ієї|ій|им)"
_ONE_DURATION = (
    r"demi-heure|полчаса|полгода|полдня|сутки|півгодини|півроку|годину|добу"
    r"|all (?:night|day|week|month|year|summer|winter)|die ganze (?:nacht|woche)"
    r"|den ganzen (?:tag|sommer|winter)|das ganze jahr|toute la (?:nuit|journée|semaine)|toute l['’]année"
    r"|tout l['’](?:été|hiver)|toda la (?:noche|semana)|todo el (?:día|año|verano)"
    r"|(?:на|за|около|почти|цел(?:ый|ую)|более|больше|менее|меньше|чем|до|майже|близько|понад|більше|менше|ціл(?:ий|у)|ніж)"
    r"\s(?:часа?|недел[юи]|месяца?|года?|годин[уи]|тиж(?:день|ня)|місяц[ья]|рік|року)(?!\sрожд)"
    r"|всю (?:ночь|неделю|зиму)|вс[её] лето|весь (?:день|месяц|год|рік)|[ву]сю (?:ніч|зиму)"
)
"""Words that mean one unit of time, half or all of one."""
_UNTIL = (
    r"(?:until|till|bis|jusqu['’](?:à|en|au)|hasta|до)\s(?:[^\W\d]\w*\s){0,3}?"
    rf"(?:(?:\d{{1,2}}\.?\s(?:de\s)?)?(?:{MONTH})|{WEEKDAY}|{SEASON}|{MODERN_YEAR}|\d{{1,2}}:\d\d"
    rf"|\d{{1,2}}(?:[.:]\d\d)?\s?(?:{CLOCK}|h(?:\s?\d\d|eures?)?|час\w*|годин\w*))"
)
"""The end of something tells how long it lasts: "closed until Friday"."""
_DURATION = rf"(?:{_DIGITS}|(?<!\w)(?:{_NUMBER_WORDS}))[\s-]+(?:{DURATION})(?!\w)"

_IS_THE = (
    r" (?:ist|sind|war(?:en)?|wird|werden|liegt|lag|fiel(?:en)?|is|are|was|were)"
    r" (?:(?:de[rn]|die|das|eine?|(?:ihr|sein)e?|the|its|his|her|their) )?(?:\w+ )?"
)
_WHICH = (
    r"(?:(?:at )?(?:what|which) (?:(?:is|was) (?:the |its |his |her |their |(?:\w+ ){0,3}\w+['’]s )(?:\w+ )?)?"
    r"|(?:bei |mit |in )?welche[rnms]? "
    r"|was (?:ist|war) (?:der|die|das) |c['’]est quoi (?:l[ea] |l['’])"
    r"|(?:à )?quel(?:le)? (?:(?:est|était|fut|sera) (?:l[ea] |l['’]))?|(?:a |con )?qu[eé] "
    r"|cu[aá]l (?:es|era|fue|será) (?:el|la) "
    r"|[àa] combien s['’][ée]l[eè]v\w+ (?:l[ea] |l['’])|a cu[aá]nto asc[ie]+nd\w+ (?:el|la) "
    r"|(?:с |при |под |в |на )?как(?:ой|ая|ую|ое|ом) (?:был[ао]? |будет )?|каков[ао]? (?:\w+ )?"
    r"|(?:з |при |за |на |[ву] )?як(?:ий|а|е|у|ою|ій|ої|ому) (?:є |бу(?:в|ла|ло|де) )?)"
)
"""Stands before the name of a figure: "what is the", "какова средняя". After "en qué", "población" is a town, and after
"in welcher", "Höhe" a sum."""
_NO_PRIZE = (
    r"(?!(?:\w*preis|prix)(?!\w).* (?:(?:er|be)(?:hält|hielt|halten|kam|kommen)|gew[ao]nn\w*|verlieh\w*|ausgezeichnet"
    r"|re[çc](?:u|oi)\w*|(?:remport|décroch|décern|attribu|gagn|récompens)\w+|obt[ie]\w+)(?!\w))"
)
"""In German and French one word is a price and a prize: "quel prix a-t-elle reçu"."""
_SUM_CUES = rf"{_WHICH}{_NO_PRIZE}(?:{SUMS})|(?:wie hoch|how high){_IS_THE}{HIGH_SUMS}"
_LENGTH_ASKED = r"how (?:deep|tall|wide|far|thick)|wie (?:tief|breit|weit|dick)|(?:как|як) далеко"
_LENGTH_CUES = rf"{_LENGTH_ASKED}|(?:wie hoch|how high)(?!{_IS_THE}(?:{HIGH}))|{_WHICH}(?:{LENGTH_NAMES})"
_WEIGHT_ASKED = (
    r"how heavy|how much .{1,60} weigh(?:ed|s)?|weight of|wie schwer|wie ?viel (?:wiegt|wog)|combien p[eè]s\w+"
    r"|cu[aá]nto pes\w+|сколько вес\w+|скільки важ\w+"
)
_WEIGHT_CUES = rf"{_WEIGHT_ASKED}|{_WHICH}(?:{WEIGHT_NAMES})"
_LENGTH_OR_DURATION_CUES = rf"how long(?! ago)|wie lang|{_WHICH}(?:{LENGTH_OR_DURATION_NAMES})"
_LASTING_CUES = (
    r"how long (?:has|have|had|(?:will|must)(?! .{1,60} be$)"
    r"|(?:is|are|was|were) .{1,60} (?:\w{3,}ed|shut|open|valid|away|out|off|ill))"
)
"""Not how far something reaches: "how long is the bridge closed", "how long will it take"."""
_DURATION_ASKED = (
    r"wie lange|combien (?:de temps|dur\w+)|cu[aá]nto (?:tiempo|dur[aó]\w*|(?:se )?tard\w+|hay que (?:esperar|cocer))"
    r"|как долго|на какой срок|какой срок|як довго|сколько времени|скільки часу"
    rf"|який (?:термін|строк)|{HOW_LONG}"
)
_LAPSE_CUES = (
    r"how long (?:after|before)|wie lange (?:nach|vor)|combien de temps (?:après|avant)"
    r"|cu[aá]nto tiempo (?:después|antes)|сколько времени (?:спустя|после|до)|скільки часу (?:після|до)"
)
_DURATION_CUES = rf"{_DURATION_ASKED}|{_WHICH}(?:{DURATION_NAMES})"
_OFTEN_CUES = (
    r"how (?:often|frequently)|wie (?:oft|häufig)|(?:à )?quelle fréquence|con qu[eé] frecuencia|cada cu[aá]nto"
    r"|как часто|як часто"
)
_OFTEN = (
    rf"(?:\d+|(?<!\w)(?:{_NUMBER_WORDS})) (?:times|mal|fois|veces|раз\w*|{PER_CENT_WORDS})|(?<!\w)(?:once|twice|every"
    r"|(?:a|per) (?:day|week|month|year)|(?:pro|am|im) (?:tag|woche|monat|jahr)|(?:в|на) (?:день|неделю|месяц|год)"
    r"|на (?:тиждень|місяць|рік)"
    r"|each|always|never|(?:dai|hour|week|month|year)ly|annually|alle|jede\w?|immer|nie(?:mals)?"
    r"|(?:\d+-?|\w*(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zig|hundert|viel|manch|mehr|oft|jedes))"
    r"mals?|\w*(?:stünd|täg|wöchent|monat|jähr)lich"
    r"|chaque|toujours|jamais|tou(?:te)?s les|par (?:heure|jour|semaine|mois|an)|siempre|nunca|cada"
    r"|tod[oa]s l[oa]s|una vez|al (?:día|mes|año)|(?:diaria|mensual|anual)(?:mente)?"
    r"|раз|кажд\w+|всегда|никогда|еже\w+|кожн\w+|завжди|ніколи"
    r"|що(?:години|дня|тижня|місяця|року))(?!\w)"
)
_NUMBER_OF = (
    r"^(?:what (?:is|was) )?(?:the )?(?:number of|death(?= toll)|(?:latest|final|current)(?: death)?(?= toll))"
    r"|^(?:wie hoch (?:ist|war) )?(?:die )?(?:an)?zahl (?:der|an|von)"
    r"|^(?:quel(?:le)? (?:est|était|fut) )?(?:le )?nombre d(?:es?|u)(?! l[ao]s?\s)"
    r"|^(?:cu[aá]l (?:es|fue|era) )?(?:el )?número de"
    r"|^(?:каково |какое )?(?:общее )?(?:число|количество)|^(?:яка |яке )?(?:загальна )?(?:число|кількість)"
)
_COSTS = (
    r"\s+(?:(?:сейчас|теперь|в итоге|он[аио]?|это|вс[её]|будет|мне|нам|вам|зараз|тепер|він|вон[аио]|це|буде)\s+){0,4}"
    r"(?:сто[ия]т|стоить|стоил[аои]?|обош\w+|обойд\w+|составля\w+|кошту\w+|становить|склада\w+)(?!\w)"
)
HOW_MANY = lazy(
    r"(?<!\w)(?:how many|what number of|wie ?viele[nr]?|combien d[e’']|cu[aá]nt[oa]s|cu[aá]nta(?= gente)"
    rf"|(?<!во )(?<!у )(?:сколько|скільки)(?!{_COSTS})(?: [ув] (?:него|не[её]|них|[нв]ас|нього|неї)(?!\w))?"
    r"|скольк(?:их|ими?)|скільк(?:ох|ома?))\s*"
    rf"|{_NUMBER_OF}\s+"
    r"|^(?:quel (?:est|était|fut) )?(?:le )?nombre d['’]",
    re.IGNORECASE,
)
"""Stands before what a question counts: "how many", or "number of" among its first words."""
_HEAD_WORDS = 3
"""Words after "how many" that may name what is counted."""

AMOUNT_CUES = (
    r"how (?:many|much|old|big|large|fast|heavy|high|loud|hot|cold|expensive)"
    r"|what (?:percentage|number|share|proportion|percent)"
    r"|what (?:do|does|did|will|would) .{1,60} (?:cost|pay)"
    r"|what(?: (?:is|was|are|were)|['’]?s) the (?:\w+ )?(?:price|cost|costs|fare|population|speed|length|height|depth"
    r"|age|weight|temperature|distance|salary|budget|score|area|size|rate|total|capacity|turnout|fine|toll)"
    r"|^(?:the |der |le |el |какова |яка )?(?:(?:price|cost) of|preis (?:von|für|de[rs]|eine[rs])"
    r"|(?:prix|coût) d(?:es?|u|['’]\w+)|(?:precio|coste) del?|(?:цена|стоимость|ціна|вартість) \w+)"
    r"|(?:what|quelle|qu[eé]) (?:dose|quantité|somme|dosis|cantidad)|welche (?:dosis|menge|summe)"
    r"|как(?:ая|ую) (?:доз|сумм)[ау]|як(?:а|у) (?:доз|сум)[ау]|скольк(?:их|ими?)|к скольки|скока|скільк(?:ох|ома?)"
    r"|quel(?:le)? [âa]ge|qu[eé] edad|wie ?viel(?:e[nr]?)?(?! uhr)"
    r"|wie (?:alt|gro(?:ss|ß)|teuer|schnell|schwer|laut|hei(?:ss|ß)|kalt|hoch)"
    r"|was (?:kost\w+|würde\w? .{1,60} kosten|ha(?:t|ben) .{1,60} gekostet|verdien(?:t|en))"
    r"|combien d(?:e |['’])\w+|combien|(?:a|de|en|por|con) cu[aá]nt[oa]s|cu[aá]nt[oa]s?"
    r"|(?:скільки|сколько) \w+|скільки|сколько|поч[её]м|почім|как(?:ой|ая) процент\w*|quelle part"
    rf"|{_LENGTH_ASKED}|{_WEIGHT_ASKED}|{_LENGTH_OR_DURATION_CUES}|{_DURATION_ASKED}|{_OFTEN_CUES}|{PHONE_CUES}|{SCORE_CUES}"
    rf"|{_NUMBER_OF}|{_WHICH}{_NO_PRIZE}(?:{SUMS}|{FIGURES}|{LENGTH_NAMES}|{WEIGHT_NAMES}|{DURATION_NAMES})"
)
"""Cues for any number, matched against a question's normal form."""

_PRICE_CUES = lazy(
    r"^(?!.*\b(?:how many|wie viele[nr]?|combien d[e'’]|cu[aá]nt[oa]s)\b)"
    r".*?(?<!\w)(?:how much (?:is|are|was|were)(?! (?:known|left|missing|there)(?!\w))"
    rf"|{_SUM_CUES}|costs?|prices?|(?:ge)?kostete?n?|kosten|teuer|expensive|preis|co[uû]t\w*|prix|cuestan?|costó|costaba"
    r"|precio|vale|сто(?:ить?|ят|ил[аои]?|имость)|(?:во сколько|[ув] скільки) об[оі](?:ш|йш|йд|ходит)\w+|кошту\w+"
    r"|цен[аы]|цін[аи]|вартість|fare|поч[её]м|почім|pays?|paid|(?:be|ge)?zahl(?:en?|t(?:en?)?)|pa[iy](?:e[rs]?|ent)"
    r"|pag(?:an?|ar|ó|aron)|(?:за|о)?плат(?:[ауыи]|[ия]ть?|ити|им|ил[аи]?|ив)"
    r"|tarif)(?!\w)"
)
FREE = r"frei|umsonst|kosten(?:los|frei)\w*|gratis|free|gratuit\w*|бесплатн\w+|безкоштовн\w+|безплатн\w+"
MONEY = lazy(rf"[{MONEY_SIGNS}]|(?<!\w)(?:{MONEY_WORDS})(?!\w)", re.IGNORECASE)
"""A currency."""
PRICE = lazy(
    rf"(?:[{MONEY_SIGNS}]|(?<!\w)(?:{MONEY_CODES}))\s?{_DIGITS}|(?:{_NUMBER})(?:[\s-]+\w+)?\s*(?:[%{MONEY_SIGNS}]|(?:{MONEY_WORDS}|{PER_CENT_WORDS})(?!\w))"
    rf"|{_DIGITS}\s(?:thousand|mill?i?[oó]n\w*|milli[ae]r\w*|mil|тыс\w*|тис\w*|млн|мл?рд|мільйон\w*)(?!\w)"
    rf"|(?<!\w)(?:{FREE}|{MULTIPLE})(?!\w)",
    re.IGNORECASE,
)
_MEASURES: tuple[tuple[Alternatives | re.Pattern[str], re.Pattern[str]], ...] = (
    *(
        (
            Alternatives(cues, r"(?!\w)"),
            lazy(
                rf"(?:(?<![{MONEY_SIGNS}\d.,]){_DIGITS}(?:[\s-]+(?:\w+\s+)?)?"
                rf"|(?<!\w)(?:{_ONE}|{_NUMBER_WORDS})[\s-]+(?:\w+\s+)?)(?:{units})(?!\w)|(?<!\w)(?:{alone})(?!\w)",
                re.IGNORECASE,
            ),
        )
        for cues, units, alone in (
            (_LENGTH_CUES, LENGTHS, "(?!)"),
            (_WEIGHT_CUES, _WEIGHTS, "(?!)"),
            (_LAPSE_CUES, DURATION, _ONE_DURATION),
            (_LASTING_CUES, rf"(?:{DURATION})(?!{FROM_THERE})", rf"{_ONE_DURATION}|{_UNTIL}"),
            (_LENGTH_OR_DURATION_CUES, rf"{LENGTHS}|{_OF_TEXT}|(?:{DURATION})(?!{FROM_THERE})", _ONE_DURATION),
            (_DURATION_CUES, rf"(?:{DURATION})(?!{FROM_THERE})", rf"(?:{_ONE_DURATION})(?!{FROM_THERE})|{_UNTIL}"),
        )
    ),
    (Alternatives(_OFTEN_CUES, r"(?!\w)"), lazy(_OFTEN, re.IGNORECASE)),
    (Alternatives(PHONE_CUES, r"(?!\w)"), lazy(PHONE)),
    (Alternatives(SCORE_CUES, r"(?!\w)"), lazy(SCORE, re.IGNORECASE)),
    (_PRICE_CUES, PRICE),
)
"""For each measure, its cues and the pattern of its values; a price is money, "free", or how much it rose."""
_SPEAKS_OF_TIME = lazy(
    rf"(?<!\w)(?:{DURATION}|old|often|fast|alt|alter|oft|[âa]ge|edad|возраст\w*|вік\w*|віці"
    r"|(?:сколько|скільки) (?:да(?:ли|дут)|гроз\w+|загрож\w+|светит|(?:за)?прос\w+|получил[аи]?|отрима(?:в|л[аи])"
    r"|работа\w+|працю\w+)|late|delay(?:s|ed)?|lead|\w*verspätung\w*|vorsprung|retard|avance|retraso|ventaja"
    r"|(?:опозда|задерж|отрыв|преимуществ|опережен)\w*|(?:запізн|затрим|відрив|переваг)\w*)(?!\w)"
)
"""A lead and a delay are told in minutes, too."""
_TIMES_AS_MUCH = rf"(?<!\w)(?P<multiple>{MULTIPLE})(?!\w)"
_LOCAL = rf"(?<!\w)(?P<local>{LOCAL_NUMBER_WORD})(?!\w)"
# The lookahead rules out the middle of a word before all of these are tried there.
_AMOUNT, _TIMELESS_AMOUNT = (
    lazy(rf"(?=\d|\b)(?:(?P<none>{none})|(?P<year>{_YEAR})|{_TIMES_AS_MUCH}|{_LOCAL}|{_NUMBER})", re.IGNORECASE)
    for none in (_NO_AMOUNTS, f"{_NO_AMOUNTS}|{_DURATION}")
)


_AGO = lazy(r"(?<!\w)(?:vor|il y|il y a|(?<!desde )hace)\s$", re.IGNORECASE)
_BY = lazy(r"(?<!\w)(?:by|um|на)\s$", re.IGNORECASE)
_ASKS_BY = lazy(r"(?<!\w)(?:by|um|на|change\w*|geändert|измени\w+|зміни\w+)(?!\w)")


@lru_cache(maxsize=256)
def amounts(question: str) -> "re.Pattern[str]":
    """Return the pattern of the number that a question asks for; `is_amount` decides which matches are one.

    Args:
        question: in its normal form. Days, hours or years count only where it mentions them.
    """
    measured = next((pattern for cue, pattern in _MEASURES if cue.search(question)), None)
    return measured or (_AMOUNT if _SPEAKS_OF_TIME.search(question) else _TIMELESS_AMOUNT)


def is_amount(text: str, found: re.Match[str], question: str, language: str | None) -> bool:
    """Return whether a match of `amounts` is a number in its text: no day, year, or word that is one elsewhere.

    What a price rose or fell by is none where the question does not ask for it, nor is the length of what is wide.
    """
    start, end = found.span()
    if is_of_another(text, start, end, question):
        return False
    by = _BY.search(text[max(0, start - 4) : start]) and CHANGED.search(text[max(0, start - 60) : end + 30])
    if by and not (_ASKS_BY.search(question) or CHANGED.search(question)):
        return False
    ago = _AGO.search(text[max(0, start - 15) : start])
    if ago and TIME.match(text, start - len(ago[0])):
        return False
    if found.lastgroup == "multiple":
        return CHANGED.search(question) is not None
    if found.lastgroup == "year":
        return not is_year(text, Word(found.group(), found.start(), found.end()), language or "en")
    return found.lastgroup is None or (found.lastgroup == "local" and is_number(found.group(), language))


def counting_words(question: str) -> frozenset[str]:
    """Return the words of a question, in its normal form, that name no more than a count: "number of"."""
    asked = HOW_MANY.match(question)
    return frozenset(asked[0].split()) if asked else frozenset()


def counted(question: str, most: int = _HEAD_WORDS) -> list[str]:
    """Return the words after "how many", which name what is counted; none for "how long", "how much"."""
    asked = HOW_MANY.search(question)
    return [word.text for word in words(question[asked.end() :])][:most] if asked else []


def counted_stems(question: str, language: str | None) -> frozenset[str]:
    """Return the stems of what is counted, up to the first stop word, and the signs that they stand for: "%"."""
    stops = stop_words(language)
    named = list(takewhile(lambda it: normal_form(it) not in stops, counted(question)))
    return frozenset(form(it, language) for it in named for form in (stem, unit))
