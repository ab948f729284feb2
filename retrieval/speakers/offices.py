"""Patterns of speakers whom a text does not name but by their office, or as a group or a body: "police". Pure."""

from ..language.traits import EAST_SLAVIC
from ..patterns import CAPITAL, PROPER
from .names import CAPITALISED

SMALL = r"(?![^\W\d_][A-ZА-Я])[a-zß-öø-ÿа-яѐ-џґ][\w’'\-]{0,30}"
_NO_ROLE = (
    "that|in|on|at|to|by|for|from|it|he|she|they|we|you|with|about|dass|im|am|an|auf|bei|zu|mit|nach|vor|von|über|um"
    "|für|gegen|durch|niemand|man|dem|den|er|sie|es|wir|ein|eine|einen|aber|auch|à|dans|sur|par|pour|avec|que|qu|d|il|elle|nous|en|a|por|para|con|sobre"
    "|что|о|об|к|за|от|що|про|до|від|он|она|они|мы|він|вона|вони|ми|ему|ей|им|йому|їй|їм|мне|нам|мені"
)
_INFINITIVE = r"\w{2,}(?:[аеиіоуяєї]ти|[аеиоуяё]ть|ться|тися)(?!\w)"
_AGED = r"(?:\d{1,3}(?:-|\sJahre\s))?"
ROLE = rf"(?!(?:{_NO_ROLE})(?!\w)|{_INFINITIVE}|(?:of|del?)\s(?:the\s|la\s|l[oa]s\s)?{CAPITAL}){_AGED}{SMALL}"
"""A word of "the clinical director", "the 16-year-old pupil", that does not begin another part of the sentence."""
NOUN = rf"(?!(?:has|had|have|been|was|were|is|are|be|also|who|which|will|would|not|then|and|or)\s){ROLE}"

NOUN_ALONE = rf"(?!\w+ly\s|(?:yesterday|today|tonight|later|earlier|again|this|when|while|as|after|before)(?!\w)){NOUN}"

_PERSON = (
    "official|minister|prosecutor|investigator|researcher|expert|scientist|doctor|diplomat|lawyer|leader|resident|analyst"
    "|neighbou?r|relative|organi[sz]er|campaigner|activist|firefighter|rescuer|economist|engineer|teacher|source"
)
_GROUPS = rf"(?:(?:{_PERSON})s|authorities|police|witnesses|emergency services|state media)"
_OFFICE = (
    rf"(?:(?:{_PERSON})s?|authorit(?:y|ies)|police|witness(?:es)?|ministr(?:y|ies)|spokes\w+|forces?|army|navy|government|agency"
    r"|council|court|company|president|mayor|governor|ambassador|intelligence|regulator|union)"
)
"""Nouns for people whom English texts do not name: "prosecutors", "Polish authorities"."""

BEHIND_NOUN = (
    rf"(?:\s(?:for|of|from|at|der|des|vom|von|d[eu]|del|d['’])\s?(?:(?:{CAPITALISED}|{NOUN})\s?){{1,5}}){{,2}}"
)
UNNAMED = {
    "en": rf"(?:an?|one|two|three|several)\s(?:(?:{CAPITALISED}|{NOUN})\s){{0,4}}{NOUN}{BEHIND_NOUN}",
    "de": rf"eine?\s(?:{SMALL}\s){{0,2}}{CAPITALISED}{BEHIND_NOUN}",
    "es": rf"(?:una?|fuentes)\s(?:{NOUN}\s){{0,2}}?{NOUN}{BEHIND_NOUN}|fuentes{BEHIND_NOUN}",
    "fr": rf"une?\s(?:{NOUN}\s){{0,2}}{NOUN}{BEHIND_NOUN}",
}
"""A speaker whom the text does not name."""
THE_GROUP = {
    "fr": r"(?:l[ea]s?|une?|des|deux|plusieurs)\s|l['’]",
    "es": r"(?:el|l[ao]s|la|un[ao]?s?|dos|varios|varias|fuentes)\s",
}
"""How "the police", "two doctors" begin."""
NO_NOUN = "(?:se|l[aeo]s?|ne|nous|nos|y|en|ya|no|s[oó]lo)"
"""Stands between a group and its verb."""
_SLAVIC_SOURCE = (
    r"(?P<name>(?:Источник|Собеседни(?:к|ца)|Человек|Представитель|Чиновник|Джерело|Співрозмовни(?:к|ця)|Посадовець|Представник)"
    rf"(?:\s(?!(?:не|уже|вже|также|також|на)\s)(?:{SMALL}|{CAPITALISED}(?!\s{CAPITAL}))){{1,5}}?)"
    r"(?:,\s[^,;:“”\"«»\n]{1,100},|\sна (?:условиях|умовах) (?:анонимности|анонімності))?"
)
SOURCE = dict.fromkeys(EAST_SLAVIC, _SLAVIC_SOURCE) | {
    language: rf"(?P<name>{a}(?:\s(?!(?:{who})\s)[^\s\x01\x02,.;:!?“”\"«»()—–]{{1,30}}){{1,8}}?)"
    rf"{comma}\s(?:{who})\s[^;:“”\"«»\n]{{1,100}}?"
    for language, a, comma, who in (
        ("en", "[Aa]n?", ",?", "who"),
        ("de", "[Ee]ine?", ",", "der|die"),
        ("es", "[Uu]na?", ",?", "que"),
        ("fr", "[Uu]ne?", ",?", "qui"),
    )
}
"""The same, perhaps with a clause about what they wanted, or are: cheaper to compile."""
SLAVIC_ROLE = (
    r"(?:[а-яіїєґ]{2,}(?:ник|ниц[ая]|тель|телька|щик|чик|щица|лог|тор|ер|іст|ист|истка|істка|ант|ент|рь|рка"
    r"|ар|яр|ец|єць|ець|граф)|суддя|судья|врач|м[эе]р|мать|мати|батько|вдова|под(?:судимый|судимая)"
    r"|підсудн(?:ий|а)|обвиняем(?:ый|ая)|обвинувачен(?:ий|а)|потерпевш(?:ий|ая)|потерпіл(?:ий|а))"
)
"""A role in one word that is no adverb: "сказал инженер", but not "сказал тихо"."""
OFFICIALS = (
    r"(?!(?i:no|neither|not|few|many|each|every|some|any|all|most|both|other|such|th[eo]se|th(?:is|at)|her|his|their|its|my|our"
    r"|your|if|when|what|how|why|so|and|but)\s)"
    rf"(?:(?:[Aa]n?|[Oo]ne)\s(?:(?:{CAPITALISED}|{NOUN})\s){{0,3}}{_OFFICE}{BEHIND_NOUN}"
    rf"|(?:[Tt]he\s)?{CAPITALISED}\s(?:{NOUN}\s){{0,2}}{_OFFICE}|(?:{NOUN}\s){{0,2}}(?i:{_GROUPS})"
    rf"(?:\s(?:in|at|from)\s{CAPITALISED}(?:\s{CAPITALISED}){{0,2}})?)"
)
BODY = (
    r"(?!(?:Многие|Некоторые|Другие|Такие|Какие|Деякі|Інші|Такі|Які)\s)(?:Державна|Національна|Міжнародна|Обласна|Районна|Министерство|Міністерство|Прокуратура|Администрация|Адміністрація"
    rf"|Управління|Служба|Комитет|Комітет|{CAPITAL}\w{{2,30}}(?:[ыиіо]й|ая|[оыи]е|ька|ьке|[квлнр]і))"
    rf"(?:\s(?!(?:не|уже|вже|это|це|так)\s){ROLE}){{1,3}}"
)
"""A Russian or Ukrainian institution, of which only the first word is capitalised."""
AN_OFFICE = (
    r"(?:(?:полици|прокуратур|мэри|администраци|министерств|ведомств|компани|правительств|больниц|университет|суд|посольств|штаб"
    r"|департамент|управлени|комитет|служб|завод|поліці|мері|адміністраці|міністерств|відомств|компані|уряд|лікарн|університет)"
    r"(?:[еіиїу]|ах|ях)|[А-ЯІЇЄҐ]{2,7}е?|(?:Мин|Мін|Рос|Нац|Гос|Держ|Укр)\w{2,30}|Кремл[еі])"
)
"""An office in the case in which it speaks: "сообщили в полиции"."""
PREPOSITIONS = "в во на с со из по у з із"
PREPOSITION = rf"(?:{'|'.join(PREPOSITIONS.split())})"
OF_STATE = rf"{CAPITAL}\w{{2,30}}(?:ии|ії)(?!\w)"
BODY_OF = rf"{CAPITAL}\w{{2,30}}(?:\s(?!(?:не|уже|вже|это|це|так|{PREPOSITION})\s){ROLE}){{0,3}}\s{OF_STATE}"
PLACE_OF_ROLE = (
    rf"{PREPOSITION}\s{PROPER}|(?!РИА\s){CAPITAL}{{2,6}}(?!\w)|{PREPOSITION}(?=\s)|[«„“\"][^«»„“”\"\n]{{1,40}}[»“”\"]"
    # экономист Института рынков
    rf"|{CAPITAL}\w{{2,30}}(?:[аяыиіїйую]|го|их|ых|[оеі]в)(?=\s(?!(?:фон|ван|де)\s){SMALL})|\d{{1,3}}-[а-яі]\w{{1,10}}"
)
