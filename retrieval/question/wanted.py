"""What kind of thing a question asks for (a person, a time, a place, a number), and whether a sentence holds one.

Cues of English, German, French, Spanish, Russian and Ukrainian; pure, knows text only.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from ..language.atoms import YEAR
from ..language.months import MONTH, NO_MONTH, SHORT_MONTH
from ..language.places import PLACE
from ..language.text import normal_form, stem, stems, words
from ..language.weekdays import SEASON, WEEKDAY
from ..patterns import CAPITAL, lazy, of_language
from ..speakers.saying_verbs import VERBS
from .amounts import AMOUNT_CUES, amounts, is_amount

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
    SPEECH = "what somebody said"
    IDENTITY = "who somebody is"
    AGE = "how old somebody is"


SAYING_AROUND = (
    r"what (?:did|does|do|has|have|had)",
    r"(?:say|said|tell|told|claim|write|written|think|promise|admit)",
)
SAYING_BEFORE = (
    r"(?:was (?:sag(?:te?|en)|mein(?:te?|en)|schr(?:eib|ieb)t?|denkt|dachte|hält|haelt)"
    r"|que (?:dit|pense|répond)|qu['’]a (?:dit|déclaré|répondu|écrit)|qu['’]en (?:dit|pense)"
    r"|qu[eé] (?:dijo|dice|ha dicho|opina|opinó|piensa|respondió|escribió|contó|cuenta)"
    r"|что (?:сказал|говорит|заявил|ответил|рассказал|написал|думает|считает)\w*"
    r"|що (?:сказа|каза|каже|заяви|відпові|розпові|написа|дума|вважа)\w*)"
)
"""What asks for somebody's words: around their name in English, before it in the other languages."""

_CUES: tuple[tuple[Kind, str], ...] = (
    (Kind.NUMBER, AMOUNT_CUES),
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
    (
        Kind.SPEECH,
        rf"{SAYING_AROUND[0]} .{{1,60}} {SAYING_AROUND[1]}|{SAYING_BEFORE}",
    ),
    (Kind.REASON, r"why|what (?:caused|causes)|warum|weshalb|wieso|pourquoi|por qu[eé]|почему|зачем|чому|навіщо"),
    (
        Kind.PERSON,
        r"who|whom|whose|(?:what|which) (?:person|man|woman|group|people|company|team|organi[sz]ation)|wer|wem"
        r"|wen|wessen|qui"
        r"|qui[eé]n(?:es)?|кто|кого|кому|кем|чь[яеёи]|хто|ким",
    ),
)
_ASKED = tuple((kind, lazy(rf"(?<!\w)(?:{cue})(?!\w)")) for kind, cue in _CUES)

_TIMES = (
    rf"{YEAR}s?|{WEEKDAY}|{SEASON}|century|centuries"
    r"|yesterday|today|tomorrow|last (?:week|month|year)|(?:years?|months?|weeks?|days?|hours?) (?:ago|later"
    r"|after|before)|jahrhundert|gestern|heute|morgen|siècle|hier|siglo|ayer"
    r"|вчера|сегодня|завтра|веке|вчора|сьогодні"
)
_REASONS = {
    "en": r"because|due to|so that|in order to|therefore|caus(?:es?|ed|ing)|as a result|results? from|owing to"
    r"|thanks to|reasons?|blam(?:es?|ed|ing)|expla(?:in(?:s|ed|ing)?|nation)|attribut(?:es?|ed)|led to|leads to",
    "de": r"weil|denn|wegen|aufgrund|deshalb|daher|damit|gr(?:und|ünden?)|ursachen?|infolge|nachdem",
    "fr": r"parce qu\w*|car|afin|en raison|à cause|faute d\w*|raisons?|puisqu\w*|grâce",
    "es": r"porque|debido|para que|a causa|por culpa|causas?|motivos?|raz(?:ón|ones)|achac\w+|atribu\w+|ya que|tras"
    r"|después de que",
    "ru": r"потому|из-за|поскольку|чтобы|так как|причин\w*|благодаря|ведь|объясн\w+|вследствие",
    "uk": r"через|тому що|оскільки|щоб|адже|причин\w*|поясн\w+|[ув]наслідок|спричин\w+",
}
"""What tells a reason; apart by language, for "car" is no reason in English."""
_HELD = {
    Kind.TIME: lazy(
        rf"(?<!\w)(?:{NO_MONTH}(?:{MONTH})|\d{{1,2}}\.?\s(?:{SHORT_MONTH})|(?:{SHORT_MONTH})\.?\s\d{{1,4}}|{_TIMES})(?!\w)",
        re.IGNORECASE,
    ),
    Kind.SPEECH: lazy(rf"[“”„«»\"]|(?<!\w)(?:{'|'.join(VERBS.values())})(?!\w)", re.IGNORECASE),
    Kind.PLACE: PLACE,
    Kind.PERSON: lazy(rf"(?<!^)(?<![.!?]\s)(?<!\w)(?P<name>{CAPITAL}[\w’'-]+)"),
}  # fmt: skip


@lru_cache(maxsize=256)
def kind_wanted(question: str) -> Kind | None:
    """Return the kind of thing a question asks for; None where its words do not say."""
    asked = plain(question)
    found = [
        (match.start(), at, kind)
        for at, (kind, cue) in enumerate(_ASKED)
        for match in cue.finditer(asked)
        if _asks(asked, match)
    ]
    return min(found)[2] if found else None


def _asks(question: str, cue: re.Match[str]) -> bool:
    """Say whether a cue is the question's own: a lone "when" in the middle opens a clause of it."""
    return " " in cue.group() or cue.end() == len(question) or question.count(" ", 0, cue.start()) <= MAX_WORDS_BEFORE


def holds(sentence: str, kind: Kind, question: str, language: str | None = None) -> bool:
    """Say whether a sentence of a language holds such a thing that the question has not itself named."""
    return next(_things(sentence, kind, question, language), None) is not None


def holds_beside(sentence: str, kind: Kind, question: str, predicate: str, language: str | None) -> bool:
    """Say whether such a thing stands beside a word with the stem of the question's predicate: "healing in Davos"."""
    things = list(_things(sentence, kind, question, language))
    places = [word for word in words(sentence) if stem(word.text, language) == predicate] if things else []
    return any(
        _words_between(sentence, thing, (word.start, word.end)) <= MAX_WORDS_BETWEEN
        for thing in things
        for word in places
    )


def _things(sentence: str, kind: Kind, question: str, language: str | None) -> Iterator[tuple[int, int]]:
    if kind is Kind.NUMBER:
        pattern = amounts(plain(question))
    else:
        pattern = _reasons(language) if kind is Kind.REASON else _HELD[kind]
    asked = _spaced(question)
    for match in _matches(pattern, sentence):
        if kind is Kind.NUMBER and not is_amount(sentence, match, language):
            continue
        if kind in {Kind.REASON, Kind.SPEECH} or _spaced(match.groupdict().get("name") or match.group()) not in asked:
            yield match.span()


@lru_cache(maxsize=8192)
def _matches(pattern: re.Pattern[str], sentence: str) -> tuple[re.Match[str], ...]:
    """Return all that a pattern finds; cached, for the same passages come back question after question."""
    return tuple(pattern.finditer(sentence))


@lru_cache(maxsize=16)
def _reasons(language: str | None) -> re.Pattern[str]:
    return lazy(rf"(?<!\w)(?:{of_language(_REASONS, language)})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=256)
def plain(question: str) -> str:
    """Return a question's normal form without the marks around it; cached, for every sentence is compared with it."""
    return normal_form(question).strip(" ?!.¿¡\"'“”«»„")


@lru_cache(maxsize=4096)
def _spaced(text: str) -> str:
    """Return a text's stems between spaces, so that one is found in another as whole words only."""
    return f" {' '.join(stems(text, None))} "


def _words_between(sentence: str, left: tuple[int, int], right: tuple[int, int]) -> int:
    first, second = sorted((left, right))
    return len(sentence[first[1] : second[0]].split())
