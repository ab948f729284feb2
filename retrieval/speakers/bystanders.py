"""Names beside a verb of saying whose bearers do not speak, or not alone: owners, towns, one of two speakers. Pure."""

import re

from ..language.months import MONTH
from ..patterns import CAPITAL, PROPER, lazy

LOOK_BACK_CHARS = 120

_OWNED = lazy(
    r"(?<=['’]s)\s(?!(?:in|on|at|for|to|of|and|but|as|when|while|after|before|by|with|also|has|had|then|now|later|further"
    r"|repeatedly|yesterday|today|last|this|who|which|is|was|will)\s)[a-z]"
)
"""Follows an owner: "said Ilse Brandt's brother"."""

_ANOTHER = lazy(
    rf"(?<!\w){PROPER}\s(?:and|nor|und|noch|et|ni|y|e|и|і|й|та)\s(?:(?:the|his|her|their|der|die|seine?|ihre?|le"
    r"|la|son|sa|el|su|его|её|их|його|її|їх)\s(?:[a-zß-öø-ÿа-яѐ-џґ][\w’'-]*\s){1,3})?$"
)
"""Precedes the second of two speakers: "Ilse Brandt and her deputy Lorna Pike said"."""

_MANY_SAY = r"\w+(?:ли|[аяую]ть?|[её]ны|ені)"
_MANY_SAY_BEHIND = lazy(rf"\s{_MANY_SAY}(?!\w)")
_AT_BODY = lazy(
    rf"(?P<many>(?<!\w){_MANY_SAY}\s(?:[«„][^»“”]*[»“”]\s)?)?(?<!\w)[ВвУу]о?\s(?:[а-яѐ-џґ][\w’'-]*\s){{1,4}}$"
)
_TOWN = lazy(r"(?![А-ЯІЇЄҐ]+$)(?:\w+(?:го|[оеє]й|их|ых|ої|іх)\s)?[\w’'-]+")

_SOMEWHERE = lazy(
    r"(?<!\w)(?:In|At|With|From|During|Like|Unlike|À|Au|Avec|Chez|Dans|Devant|En|Con|Ante)\s(?:(?:the|le|la|el)\s)?$"
)
"""Opens a sentence with a name that nothing separates from the speaker's: "At Harrow Ilse Brandt said"."""

_PREPOSITION = (
    "mit|bei|beim|nach|vor|zu|zum|zur|in|im|ins|am|an|auf|aus|unter|für|gegen|über|gegenüber|von|vom|seit|durch|während"
    "|wegen|trotz|ohne|um|neben|zwischen"
)
_GOVERNED = lazy(
    rf"(?<!\w)(?i:{_PREPOSITION})\s(?:(?:de[mnrs]|die|das|eine?[mnr]?|(?:sein|ihr|dies|jed)e[mnr]?)\s)?"
    r"(?:[a-zäöüß]\w*\s){0,2}$"
)
"""Precedes a German noun that depends on a preposition: "bei der Eröffnung sagte Ilse Brandt"."""
_OBLIQUE = lazy(r"(?<!\w)(?i:de[mnrs]|eine[mr]|(?:sein|ihr|unser|dies)e[mnr])\s$")
_TIME = lazy(
    r"(?:(?:Ende|Mitte|Anfang|(?:letzt|vorig|vergangen|nächst|dies|jed|ein)e[mnrs]?|zwei|drei|vier|fünf|wenige|einige)\s)?"
    rf"(?:(?:Woche|Monat|Jahr|Tag|Stunde|Minute|Abend|Morgen|Mittag|Nachmittag|Nacht)\w{{0,2}}|{MONTH}"
    r"|\w+(?:tag|woch|morgen|mittag|abend|nacht)s?)",
    re.IGNORECASE,
)
_INVERTED = lazy(
    rf"\s(?:[a-zäöüß]\w*\s)?\x01+\s(?:(?!(?:{_PREPOSITION}|de[mn]|eine[mr])\s)[a-zäöüß]\w*\s){{0,2}}{CAPITAL}"
)
"""Follows what comes before a German verb in place of its subject: "Ende Mai sagte Ilse Brandt"."""


def is_bystander(sentence: str, signs: str, start: int, end: int, language: str | None) -> bool:
    """Return whether a name in a sentence is not that of its only speaker.

    Args:
        signs: the sentence with its verbs marked.
    """
    before = max(0, start - LOOK_BACK_CHARS)
    return (
        _OWNED.match(signs, end) is not None
        or _ANOTHER.search(sentence, before, start) is not None
        or _SOMEWHERE.search(sentence, before, start) is not None
        or _is_town(sentence, start, end)
        or (language == "de" and _is_no_subject(sentence, signs, start, end))
    )


def _is_town(sentence: str, start: int, end: int) -> bool:
    """Return whether a name is the town of a body whose people speak: "сообщили в полиции Одессы"."""
    if not _TOWN.fullmatch(sentence, start, end):
        return False
    body = _AT_BODY.search(sentence, max(0, start - LOOK_BACK_CHARS), start)
    return bool(body and (body["many"] or _MANY_SAY_BEHIND.match(sentence, end)))


def _is_no_subject(sentence: str, signs: str, start: int, end: int) -> bool:
    """Return whether a German noun comes before the verb, but not as its subject, which may then follow it."""
    before = max(0, start - LOOK_BACK_CHARS)
    if _GOVERNED.search(sentence, before, start):
        return True
    other = _OBLIQUE.search(sentence, before, start) or _TIME.fullmatch(sentence, start, end)
    return bool(other and _INVERTED.match(signs, end))
