"""Whether a sentence holds the kind of thing that a question asks for: a person, time, place, number, reason or speech.

English, German, French, Spanish, Russian and Ukrainian; pure, knows text only.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from ..language.atoms import YEAR
from ..language.dated import is_year
from ..language.months import MONTH
from ..language.places import PLACE
from ..language.stop_words import SMALL_WORDS
from ..language.text import Word, normal_form, stem, stems, words
from ..language.times import DURATION, HOUR, TIME
from ..language.weekdays import SEASON, WEEKDAY
from ..patterns import CAPITAL, PROPER, by_language, lazy
from ..question.amounts import amounts, is_amount
from ..question.answer_type import ASKS_DAY, ASKS_HOUR, AnswerType, plain
from ..question.counted_people import counts_others
from ..question.opening_days import of_other_days
from ..question.tolls import may_tell_toll
from ..speakers.saying_verbs import ACCORDING, VERBS

MAX_WORDS_BETWEEN = 3
"""At most this many words may stand between a predicate and what belongs to it."""

_TIME_SPAN = rf"(?:\d[\w.,]*|(?:[\w-]+ ){{0,2}}(?:{DURATION}))(?!\w)"
_AFTER = rf"(?<=[\w,] )after(?! (?:all(?!\w)|{_TIME_SPAN}))"
"""News gives reasons with it: "was shut after divers found cracks". Before a number or a duration, and at the beginning
of a sentence, it rather tells when."""
_DAY = rf"(?:then|(?:the |last |early |late |mid-)*(?:\d+|{MONTH}|{WEEKDAY}|{SEASON}))(?!\w)"
_SINCE = (
    rf"(?:^|(?<=, )|(?<=[^\w]and ))since(?! {_DAY})"
    r"|(?<=, )(?:as|for) (?:it|they|we|there|no)|^as (?:it|they|we|there|no)"
)
"""Conjunctions that give a reason behind a comma: "red bars cannot be seen, since the beam is red". Of 40 quotes with
no other word for a reason, 36 are right."""
_REASONS = {
    "en": rf"{_AFTER}|{_SINCE}|too \w+ to"
    r"|because|due to|so that|in order to|therefore|caus(?:es?|ed|ing)|as a result|results? from"
    r"|owing to|thanks to|reasons?|blam(?:es?|ed|ing)|expla(?:in(?:s|ed|ing)?|nation)|attribut(?:es?|ed)"
    r"|led to(?! safety)|leads to|traced (?:back )?to|put(?:s|ting)? (?:it|this|that) down to|stem(?:s|med|ming)? from"
    r"|for (?:want|lack|fear) of|forc(?:es|ed|ing)|(?:trigger|spark|prompt)(?:s|ed)|in response to"
    r"|in an? (?:bid|effort) to|on (?:\w+ ){0,2}grounds|over (?:\w+ )?(?:fears?|concerns?|allegations|complaints?)|amid"
    r"|on (?:suspicion|account) of|citing|(?:the|its|their|his|her) (?:aim|purpose)|(?:meant|designed|intended) to"
    r"|so as to|to (?:avoid|save|make (?:room|way)|cut costs)"
    r"|lack(?:s|ed|ing)?|short of|r[au]n(?:ning)? out of|not enough|(?:can|could) ?n(?:o|['’])t afford|in honou?r of",
    "de": r"weil|denn|wegen|aufgrund|deshalb|deswegen|daher|damit|(?<=, )da|sodass|dank"
    r"|gr(?:und|ünden?)|ursachen?|infolge|nachdem|verursach\w+|führ\w+ (?:dazu|zu[mr]?)"
    r"|begründ\w+|zurückzuführen|mangels|\w+gründen|auf grund|auslöser|schuld|(?:liegt|lag) (?:am|an|daran)|ziel|zweck"
    r"|aus (?:mangel|angst|furcht|sorge|protest|rache|eifersucht)|zum schutz|zwang(?:en)?|angesichts"
    r"|(?<=, )um(?= [^.,;]{2,80}\w*zu\w*)"
    r"|fehl(?:en|te?n?)|reich(?:en|te?n?) (?:\w+ ){0,2}nicht|nicht leisten|zu ehren",
    "fr": r"parce qu\w*|car|afin|en raison|à cause|faute d\w*|raisons?|puisqu\w*|grâce|donc|c['’]est pourquoi"
    r"|pour que|caus(?:e|es|é|ée|és|ées|a|ait)|provoqu\w+|expliqu\w+|imput\w+|entraîn(?:a|e|é|ait|ant|ée)"
    r"|(?:dû|dus|dues?) (?:à|aux?)|du fait|pour (?:ne pas )?(?:avoir|être)|suite (?:à|aux?|du|des?|d['’]\w+)"
    r"|pour (?:éviter|protéger|empêcher|permettre|réduire|économiser|ne pas)|par (?:crainte|peur|manque|souci)"
    r"|but|objectif|en effet|en vue d\w*|de peur|compte tenu|déclench\w+|visant à"
    r"|manqu(?:e|ent|ait|aient|a|ant)|pas (?:assez|les moyens)|trop|attribu\w+|sur le compte"
    r"|en (?:l['’])?(?:honneur|hommage)",
    "es": r"porque|debid[oa]s?|para que|a causa|por culpa|causas?|causó|causad[oa]s?|motivos?|raz(?:ón|ones)|achac\w+"
    rf"|atribu\w+|ya que|puesto que|dado que|tras(?! {_TIME_SPAN})|después de que|gracias a"
    r"|por (?:eso|ello|lo que|(?:lo )?tanto|falta|(?:no )?(?:haber|ser|estar|tener)\w*)"
    r"|provoc\w+|expli[cq]\w+|se deb(?:e|en|ía|ió|ieron) a|a raíz|con el (?:fin|objetivo)|a fin de|objetivo|finalidad"
    r"|para (?:evitar|proteger|impedir|permitir|reducir|ahorrar|no)|por (?:miedo|temor|orden)|culpa|origin[oó]"
    r"|desencaden\w+|a consecuencia|condenad[oa]s? por|(?<=, )pues|falt(?:an?|aban?|ó|aron)|carec\w+|demasiad\w+"
    r"|en (?:honor|homenaje)",
    "ru": r"потому|поэтому|из-за|поскольку|чтобы|так как|причин\w*|благодаря|ведь|объясн\w+|вследствие|в результате"
    r"|вызва(?:л|н)\w*|прив[её]л\w? к|обусловл\w+|за то(?=,? что)|в связи с|по подозрению|ради|ввиду"
    r"|(?:по|из) соображени\w+|во избежание|виной|целью?|в целях|дело в том|вынуд\w+|спровоцир\w+|повод\w*"
    r"|ибо|оттого|не ?хват\w+|недостат\w+|недоста[её]т|слишком|виноват\w*|по вине|в честь|связыва\w+",
    "uk": r"через|бо|тому що|(?<=, )тому|оскільки|щоб|адже|причин\w*|поясн\w+|[ув]наслідок|спричин\w+|завдяки"
    r"|[ву] результаті|виклика(?:л|н|в)\w*|призв[ое]\w* до|зумовл\w+|за те(?=,? що)|[ув] зв['’]язку з\w*|з міркувань"
    r"|за підозрою|аби|задля|заради|мета|метою|річ у тім|з огляду|змуси\w+|спровок\w+|прив(?:ід|одом)"
    r"|позаяк|(?:за)?брак(?:ло|у|ує|увало)?|не вистач\w+|нестач\w+|(?:за)?надто|винуват\w*|з вини|на честь"
    r"|пов['’]язу\w+",
}
"""Words that mark a reason; separate by language, as "car" marks none in English. Not "to prevent", "to stop" or
"following": three quotes with one of them are right, fifteen wrong."""
_FEW = r"(?: \w+){0,4}? "
_ILL = {
    "en": r"(?:an? )?(?:\w+ ){0,2}(?:illness|disease|cancer|stroke|heart attack|accident)",
    "de": r"(?:\w+ ){0,2}(?:krankheit|leiden|krebs\w*|unfall)",
    "fr": r"(?:une? )?(?:\w+ ){0,2}(?:maladie|cancer|accident)",
    "ru": r"(?:\w+ ){0,2}болезни",
    "uk": r"(?:\w+ ){0,2}хвороби",
}
_DYING = {
    "en": rf"(?:died?|dies|dying){_FEW}(?:(?<!age )of(?! \d)|from|after)|(?:after|following) {_ILL['en']}"
    r"|die[sd] in an? (?:\w+ )?(?:accident|crash|collision|fire|fall|storm|explosion)",
    "de": rf"st[aie]rb\w*{_FEW}an(?! \w+tag)|an{_FEW}(?:ge|ver)storben|nach {_ILL['de']}"
    r"|bei eine[mr] (?:\w+ )?\w*(?:unfall|brand|absturz|explosion)",
    "fr": r"(?:(?:est|sont|était|étaient) (?:morte?s?|décédée?s?)|meur(?:t|ent)|mour(?:ut|urent|ait))"
    rf"{_FEW}(?:de|des|du|d['’]\w+|après)"
    rf"|après {_ILL['fr']}|dans une? (?:\w+ )?(?:accident|incendie|explosion)",
    "es": rf"(?:mur(?:ió|ieron)|muer(?:en?|t[oa])){_FEW}(?:de|por)|en una? (?:\w+ )?(?:accidente|incendio|explosión)",
    "ru": rf"(?:ум[еи]р\w*|скончал\w*){_FEW}(?:от|после)|после {_ILL['ru']}"
    r"|в (?:\w+ )?(?:авари|дтп|катастроф|пожар)\w*",
    "uk": rf"пом[еи]р\w*{_FEW}(?:від|після)|після {_ILL['uk']}|[ву] (?:\w+ )?(?:авар|дтп|катастроф|пожеж)\w*",
}
"""Phrases that tell what somebody died of."""
_INSIDE = frozenset({"in", "bei", "dans", "en", "в", "у"})
_BETWEEN = r"(?: [^.,;:\s]+){0,5}? "
_PUNISHED = {
    "en": r"(?:fined|jailed|sentenced|convicted|arrested|sacked|dismissed|suspended|banned|expelled|punished|sued"
    rf"|charged|criticised|praised|thanked|honoured){_BETWEEN}for(?! (?:{_TIME_SPAN}|life|good|the \w+ time))",
    "de": rf"(?:bestraft|gelobt|geehrt|kritisiert|verklagt) für|für{_BETWEEN}(?:bestraft|gelobt|geehrt|kritisiert)",
    "fr": r"(?:condamn|licenci|interpell|poursuiv|sanctionn|pun|félicit|récompens)(?:ée?s?|ie?s?)"
    rf"{_BETWEEN}pour(?! {_TIME_SPAN})",
    "es": r"(?:mult|sancion|despid|encarcel)(?:ad[oa]s?|ó|aron|ieron|ió)"
    rf"{_BETWEEN}por(?! (?:el|la) (?:juez\w*|tribunal))",
    "ru": r"(?:оштраф|осу[дж]|арест|увол|наказ|награ[дж]|критик|благодар|суд(?:ят|или))\w*"
    rf"{_BETWEEN}за(?! {_TIME_SPAN})",
    "uk": r"(?:оштраф|засу[дж]|(?:за)?арешт|звільн|покар|нагоро|критик|дяку|суд(?:ять|или))\w*"
    rf"{_BETWEEN}за(?! {_TIME_SPAN})",
}
"""Verbs with a preposition that tells for what: "fined £50 for speeding"."""
_reasons = by_language(r"(?<!\w)(?:FORMS)(?!\w)", _REASONS, _DYING, _PUNISHED, flags=re.IGNORECASE)
_MENTIONS = tuple("reason caus expla ursache grund gründ raison expl motivo raz причин объясн поясн".split())
"""Beginnings of words that also mention a reason without giving it: "the cause is unknown"."""
_UNTOLD = {
    "en": r"un(?:known|clear)|not (?:yet |been )*(?:known|clear|given|found|determined)|(?:nobody|no one) knows"
    r"|investigating|looking (?:for|into)|(?:to|will|not) (?:determine|establish|find|investigate|comment|say|give)"
    r"|no (?:\w+ )?(?:reasons?|causes?|explanation)|be published|expla\w+ (?:why|how|what|who)",
    "de": r"unklar|ungeklärt|unbekannt|nicht (?:\w+ )?(?:bekannt|geklärt|fest|äußern|nennen)"
    r"|kein\w* (?:\w+ )?(?:ursache|gr[uü]nde?)"
    r"|(?:nannte|nennt|kennt)(?: \w+)? (?:nicht|niemand)|(?:ermittelt|untersucht|klärt) (?:die|zu[mr]?|noch)"
    r"|(?:wird|werden) (?:noch |derzeit )?(?:untersucht|ermittelt|geprüft)",
    "fr": r"inconnue?s?|ignor\w+|pas (?:voulu|encore|connue?s?|été|donné|souhaité)|aucune|déterminer|enquêt\w+ sur"
    r"|expliqu\w+ (?:pourquoi|comment)",
    "es": r"desconoc\w+|ignora\w*|no (?:se (?:conoce|sabe|ha|explic)\w*|quis\w+)|investiga(?:n|ba|ban)?"
    r"|determinar|averiguar|ningún|ninguna|expli\w+ (?:por qué|cómo)",
    "ru": r"неизвестн\w+|неясн\w+|не (?:ясн|известн|назва|сообща|установлен|зна[ею])\w*|выясня\w+"
    r"|устанавлива\w+|расследу\w+|отказал\w+|ищут|объясн\w+,? (?:почему|как|зачем)",
    "uk": r"невідом\w+|не (?:відом|назва|повідомля|встановлен|зна[єю])\w*|з['’]ясову\w+|встановлю\w+"
    r"|розсліду\w+|відмови\w+|шукають|поясн\w+,? (?:чому|як|навіщо)",
}
_ANNOUNCED = {
    "en": r"(?:several|many|various|different|some|two|three|four|a number of) (?:\w+ )?(?:reasons|causes)"
    r"|(?:reason|cause)s? (?:is|are|was|were) (?:\w+ )?(?:simple|clear|obvious|many|various|different)",
    "de": r"(?:mehrere|viele|verschiedene|einige|zwei|drei|vier)[nr]? (?:\w+ )?(?:gründen?|ursachen)"
    r"|(?:gr[uü]nde?|ursachen?) (?:ist|sind|war|waren) (?:\w+ )?(?:einfach|klar|vielfältig|verschieden)",
    "fr": r"(?:plusieurs|diverses|différentes|multiples|deux|trois|quatre) (?:\w+ )?(?:raisons|causes)"
    r"|(?:raison|cause)s? (?:en )?(?:est|sont|était|étaient) (?:\w+ )?(?:simples?|claires?|multiples|diverses)",
    "es": r"(?:vari[oa]s|divers[oa]s|distint[oa]s|much[oa]s|algun[oa]s|dos|tres|cuatro) (?:razones|causas|motivos)"
    r"|(?:razón|causa|motivo|razones|causas|motivos) (?:es|son|era|eran) (?:\w+ )?(?:sencill|simple|clar|vari)\w*",
    "ru": r"(?:нескольк|разн|мног|дв[еу]|тр[иеё]|ряд)\w* (?:\w+ )?причин\w*"
    r"|причин[аы] (?:\w+ )?(?:прост|ясн|понятн|разн|нескольк)\w*|причин (?:нескольк|мног|две|три)\w*",
    "uk": r"(?:(?:де)?кільк|різн|багат|дв[іо]|тр[иь]|низк)\w* (?:\w+ )?причин\w*"
    r"|причин[аи] (?:\w+ )?(?:прост|ясн|зрозуміл|різн)\w*|причин (?:кільк|багат|дві|три)\w*",
}
"""Phrases that only announce reasons, unless a colon or a dash leads to them: "for several reasons"."""
_untold = by_language(
    r"(?<!\w)(?:FORMS)(?!\w)",
    _UNTOLD,
    {code: rf"(?:{it})(?!\w)(?!.*[:—])" for code, it in _ANNOUNCED.items()},
    flags=re.IGNORECASE,
)
_SAYING = rf"(?<!\w)(?:{'|'.join((*VERBS.values(), *ACCORDING.values()))})(?!\w)"
_SPEECH = lazy(rf"[“”„«»\"]|{_SAYING}")
"""For text in lower case: ignoring case takes four times as long."""
_INITIAL = rf"(?<=(?<!\w)(?<![UD]\.){CAPITAL}\.\s)"
"""Before a surname, "J. Reed", "M. Delcourt"; "U.S." and "D.C." may end a sentence."""
_PERSON = lazy(
    # a lookahead, as capitals are rare: five times as fast
    rf"(?={CAPITAL})(?<!^)(?<!^[\"“„«])(?<!^[—–]\s)(?:{_INITIAL}|(?<![.!?:]\s))(?<![.!?:]\s[\"“„«])(?<!\w)(?!(?i:{MONTH}|{WEEKDAY})(?![\w-]))(?P<name>{PROPER})"
)
"""English names of months and weekdays have a capital too, but are no persons. Without them the quote is right for two
more of 1,703 questions of sixteen sets, and for none fewer. Neither is the first word of a sentence, a quoted one
included; on weekend, this brings false answers from .150 to .125 and precision from .713 to .727 (multilingual)."""
_GERMAN = lazy(
    rf"(?<!\w)(?<!\d\s)(?P<before>{PROPER}|(?:Dr|(?<!z\.)(?<!z\.\s){CAPITAL})\.|von|durch|namens|hei(?:ß|ss)t|hie(?:ß|ss)|genannt)\s(?:(?:von|van|zu|de[rn]?)\s)?"
    rf"(?P<name>{PROPER})|(?P<lone>(?<!\w){PROPER})\s(?:{VERBS['de']})(?!\w)"
    rf"|(?<!\w)(?:{VERBS['de']})\s(?P<said>{PROPER})"
)
"""Every German noun has a capital: a name is two capitalised words, the first of them not "Die" or "Im", or a
capitalised word after "von" and the like or beside a verb of saying."""
_OF_YEAR = lazy(rf"(?<!\w)(?:(?:{MONTH})\w*,? (?:de )?)?(?P<year>{YEAR})(?!\w)", re.IGNORECASE)
_OF_NO_YEAR = lazy(rf"(?<!\w)(?:{MONTH}|{WEEKDAY})(?!\w)", re.IGNORECASE)
"""What is left of these may be a day to come: "closed in 2019, it opens in May"."""
_IN = lazy(r"(?<!\w)(?:in|near|im|en|dans|в|во)\s$", re.IGNORECASE)
"""Before the name of a place, which is no person."""
_TOLD_BY = lazy(rf"(?<!\w)(?:{'|'.join(ACCORDING.values())})\s(?:[^\s,;:]+\s){{0,3}}$", re.IGNORECASE)
"""Before the name of who says so: no answer to "who" in a question about anything else."""
_ASKS_WHO_SAYS = lazy(_SAYING)
_NO_NAMES = SMALL_WORDS - {"von", "durch"}
_HELD = {AnswerType.TIME: TIME, AnswerType.SPEECH: _SPEECH, AnswerType.PLACE: PLACE, AnswerType.PERSON: _PERSON}


def holds(sentence: str, kind: AnswerType, question: str, language: str | None = None) -> bool:
    """Return whether a sentence holds such a thing, other than one that the question itself names."""
    if kind is AnswerType.TIME and (of_others := of_other_days(sentence, plain(question))) is not None:
        return not of_others  # "closed on Mondays" is no time
    return next(_things(sentence, kind, question, language), None) is not None


def is_past(sentence: str, day: date | None) -> bool:
    """Return whether all days that a sentence names are of years before this day's."""
    years = [int(found["year"]) for found in _OF_YEAR.finditer(sentence)]
    if day is None or not years or max(years) >= day.year:
        return False
    return _OF_NO_YEAR.search(_OF_YEAR.sub("", sentence)) is None


def tells_speech(sentence: str) -> bool:
    """Return whether a sentence has quotation marks, a verb of saying or an "according to"."""
    return bool(_matches(_SPEECH, sentence.lower()))


def holds_beside(sentence: str, kind: AnswerType, question: str, predicate: str, language: str | None) -> bool:
    """Return whether such a thing stands near a word with the stem of the question's predicate: "healing in Davos"."""
    things = list(_things(sentence, kind, question, language))
    places = [word for word in words(sentence) if stem(word.text, language) == predicate] if things else []
    return any(_are_near(sentence, thing, (word.start, word.end)) for thing in things for word in places)


def _things(sentence: str, kind: AnswerType, question: str, language: str | None) -> Iterator[tuple[int, int]]:
    pattern, asked = _pattern(kind, question, language), plain(question)
    if kind is AnswerType.NUMBER and (counts_others(sentence, asked) or not may_tell_toll(sentence, asked)):
        return
    for match in _matches(pattern, sentence.lower() if pattern is _SPEECH else sentence):
        if _is_such(match, kind, asked, language) and (
            kind in {AnswerType.REASON, AnswerType.SPEECH}
            or _spaced(match[match.lastgroup or 0]) not in _spaced(question)
        ):
            yield match.span()


def _is_such(match: re.Match[str], kind: AnswerType, asked: str, language: str | None) -> bool:
    """Return whether a match of the pattern for a kind is a thing of that kind."""
    if kind is AnswerType.NUMBER:
        return is_amount(match.string, match, asked, language)
    if kind is AnswerType.TIME:
        if ASKS_DAY.search(asked) and not ASKS_HOUR.search(asked) and HOUR.fullmatch(match[0]):
            return False
        return not match[0].isdigit() or is_year(match.string, Word(match[0], *match.span()), language)
    if kind is AnswerType.REASON:
        *head, last = match[0].lower().split()
        inside = last not in SMALL_WORDS and not _INSIDE.isdisjoint(head)
        if inside and stem(last, language) in stems(asked, language):
            return False  # "died in the crash" gives no reason for the crash
        return not (match[0].lower().startswith(_MENTIONS) and _untold(language).search(match.string))
    return kind is not AnswerType.PERSON or _is_person(match, asked)


def _is_person(match: re.Match[str], asked: str) -> bool:
    """Return whether a name is a person's: not behind "in", nor that of who says so, unless that is asked for."""
    text, name = match.string, match.lastgroup or 0
    told_by = _TOLD_BY.search(text[max(0, match.start(name) - 80) : match.start(name)])
    if _IN.search(text[max(0, match.start() - 6) : match.start()]) or (told_by and not _ASKS_WHO_SAYS.search(asked)):
        return False
    return _NO_NAMES.isdisjoint(map(normal_form, (match[name], match.groupdict().get("before") or "")))


@lru_cache(maxsize=256)
def _pattern(kind: AnswerType, question: str, language: str | None) -> re.Pattern[str]:
    """Return the pattern for things of a kind; cached, as it is needed for every sentence read."""
    if kind is AnswerType.NUMBER:
        return amounts(plain(question))
    if kind is AnswerType.REASON:
        return _reasons(language)
    if kind is AnswerType.TIME and ASKS_HOUR.search(plain(question)):
        return HOUR
    return _GERMAN if kind is AnswerType.PERSON and language == "de" else _HELD[kind]


@lru_cache(maxsize=8192)
def _matches(pattern: re.Pattern[str], sentence: str) -> tuple[re.Match[str], ...]:
    """Return all matches of a pattern; cached, as the same passages recur from question to question."""
    return tuple(pattern.finditer(sentence))


@lru_cache(maxsize=4096)
def _spaced(text: str) -> str:
    """Return a text's stems between spaces, so that one text is found in another as whole words only."""
    return f" {' '.join(stems(text, None))} "


def _are_near(sentence: str, left: tuple[int, int], right: tuple[int, int]) -> bool:
    first, second = sorted((left, right))
    # Not split any further: a table in one sentence has thousands of pairs.
    return len(sentence[first[1] : second[0]].split(None, MAX_WORDS_BETWEEN)) <= MAX_WORDS_BETWEEN
