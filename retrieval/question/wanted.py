"""What kind of thing a question asks for: a person, a time, a place, a number.

Cues of English, German, French, Spanish, Russian and Ukrainian; pure, knows text only.
"""

import re
from enum import StrEnum
from functools import lru_cache

from ..language.text import normal_form
from ..patterns import lazy
from .amounts import AMOUNT_CUES

MAX_WORDS_BEFORE = 2
"""So many words ("from", "and then") may stand before the cue."""


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


@lru_cache(maxsize=256)
def plain(question: str) -> str:
    """Return a question's normal form without the marks around it; cached, for every sentence is compared with it."""
    return normal_form(question).strip(" ?!.¿¡\"'“”«»„")
