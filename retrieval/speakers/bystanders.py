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

_SMALL = r"[a-zß-öø-ÿа-яѐ-џґ][\w’'-]*"
_ANOTHER = lazy(
    rf"(?<!\w){PROPER}(?:,\s(?:the|an?|der|die|le|la|el)\s[^,.;:“”«»\"]{{1,60}},)?\s"
    r"(?:and|or|und|sowie|oder|noch|et|ou|ni|y|e|o|и|или|і|й|та|або|чи)\s"
    r"(?:(?:the|his|her|their|der|die|seine?|ihre?|le|la|son|sa|el|su|его|её|их|його|її|їх)\s"
    rf"(?:{_SMALL}\s){{0,2}}{_SMALL},?\s)?$|(?<!\w)nor\s$"
)
"""Precedes the second of two speakers: "Ilse Brandt, the mayor, and her deputy Lorna Pike said"."""

_ROLE = rf"(?:(?:the|der|die|le|la|el)\s)?(?:{_SMALL}\s){{0,2}}"
_THAT = r"(?:(?:that|dass|daß|que|что|що|будто|якобы|ніби|нібито)\s|qu['’])"
_DENIED = (
    r"not true|untrue|false|no (?:evidence|record|proof|suggestion)|rumou?rs?|den(?:y|ies|ied)|nicht(?: wahr)?|unwahr"
    r"|falsch|gerüchte?|keine? beweise?|faux|pas vrai|rumeurs?|no es (?:cierto|verdad)|falso|rumores|не ?правда|неверно"
    r"|слухи|не слышал\w*|чутки"
)
_SUPPOSED = lazy(
    rf"(?<!\w)(?i:^(?:that|dass|daß|que)\s|(?:if|unless|whether|wenn|ob|si|если|ли|якщо|чи|чтобы|щоб)\s|(?:{_DENIED}),?\s{_THAT}"
    r"|(?:contrary to|unlike) what\s|anders als\s|entgegen dem, was\s|contrairement à ce qu['’e][^,.;:]{0,40}"
    rf"|(?:al contrario de|contra) lo que[^,.;:]{{0,40}}|(?:вопреки|всупереч) тому, (?:что|що)[^,.;:]{{0,40}})"
    rf"{_ROLE}$|^Had\s$"
)
"""Precedes somebody of whom it is only supposed, or denied, that they said so: "if Ilse Brandt said"."""

_THAT_WHICH = lazy(
    r"(?<!\w)(?i:what(?:ever)?|everything|all|why|how|was|warum|wieso|pourquoi|ce que"
    r"|lo que|no lo|то, что|вс[её], что|те, що|все, що)\s(?:\x01+\s)?$"
    r"|(?<!\w)(?i:ce qu)['’]$"
)
"""Precedes somebody whose words are only mentioned: "What Ilse Brandt said was wrong"."""

_TOLD_OF = lazy(rf"\x01+(?:\s[^\s,.;:“”«»\"]+){{0,3}},?\s{_THAT}{_ROLE}$")
_SAYS_SO = lazy(r"(?:\s\w+){0,2}\s\x01")
"""Around somebody whose words another speaker reports: "the mayor said that Ilse Brandt had told him"."""
_SAID_OF = lazy(rf"\x01+\s{_ROLE}$")
_AND_ANOTHER = lazy(
    rf"(?:,\s[^,.;:“”«»\"]{{1,60}},)?\s(?:and|or|und|sowie|oder|et|ou|y|e|o|и|или|і|й|та|або|чи)\s(?:{_SMALL}\s){{0,3}}"
    rf"{PROPER}(?:\s{PROPER}){{1,3}}(?=\W*$|[.,;:”“»\"])"
)
"""Follows the first of two speakers behind the verb: "said Ilse Brandt and Lorna Pike"."""
_DOES = lazy(r"\s(?:is|are|was|were|has|had|have|does|do|did|would|will|could|can|should|must|may|might)\s")
"""Around the subject of what was said: "residents, most of them old, said the bridge was safe"."""

_OBJECT = lazy(
    r"(?<!\w)(?!(?:the|an?|this|that|last|next|every|each|its|his|her|their|during|in|at|after|before|by|on|since|of"
    r"|\w+day|\w+['’]s)\s)[^\W\d_][\w’'-]*\s(?!(?:morning|evening|meeting|hearing|briefing)\s)[a-z]{2,}ing\s$"
    rf"|(?<!\w)(?:who|which)\s(?:{_SMALL}\s){{1,3}}$|(?<!\w)(?:whose|dont|cuy[oa])\s(?:{_SMALL}\s){{1,3}}$"
)
"""Precedes somebody who is the object in a clause about the speaker: "the lawyer representing Ilse Brandt said"."""

_OF_THE = (
    r"(?<!\w)(?:(?:of|for|to|in|at|from|with|by|on)\sthe"
    rf"|(?!(?:{MONTH}|\w+(?:tag|woch|morgen|mittag|abend|nacht)s?|Woche|Jahr|Wie|Als|Ob|Wenn|Dass|Da|Weil)\s)"
    r"[A-ZÄÖÜ][a-zäöüß]+\s(?:der|des|vom|beim))\s"
)
_OF_BODY = lazy(rf"{_OF_THE}$")
"""Precedes a body whose people speak: "the editor of the Valley Post said"."""
_OF_BODY_WITH = lazy(rf"{_OF_THE}(?:[a-zß-öø-ÿ]\w*\s)?$")
"""The same where its speaker follows between commas: "the editor of the Valley Post, Ilse Brandt, said"."""
_IN_PLACE = lazy(rf"(?<!\w)(?:in|of|at|from|near|on)\s{PROPER}(?:\s{PROPER}){{0,3}},\s$")
"""Precedes the second name of a place: "residents of Mill Lane, Talvik, said"."""

_MANY_SAY = r"\w+(?:ли|[аяую]ть?|[её]ны|ені)"
_MANY_SAY_BEHIND = lazy(rf"\s{_MANY_SAY}(?!\w)")
_AT_BODY = lazy(
    rf"(?P<many>(?<!\w){_MANY_SAY}\s(?:[«„][^»“”]*[»“”]\s)?)?(?<!\w)[ВвУу]о?\s(?:[а-яѐ-џґ][\w’'-]*\s){{1,4}}$"
)
_AGENCY = lazy(r"(?:РИА\s)?Новости|[А-ЯІЇЄҐ]{2,}|[A-Z]\w+")
_TELLS = lazy(r"(?<!\w)(?:(?P<many>\w+ли)|(?P<one>\w+(?:ла?|[аиі]в))|(?P<this>Об этом|Про це))\s(?:РИА\s)?$")
_TOLD_BY = {
    "many": lazy(r"\s[ву]о?\s"),
    "one": lazy(r"\s(?!(?:со?|во?|на|из|что|що|и|но|по|у|об?|з|із|та|і)\s)[а-яѐ-џґ]"),
    "this": lazy(r"\s\w+(?:л[аи]?|[аиі]в)\s\w"),
}
"""What follows an agency, whose name has no cases, if it was told and does not tell: "сообщили ТАСС в полиции"."""
_TOWN = lazy(r"(?![А-ЯІЇЄҐ]+$)(?:\w+(?:го|[оеє]й|их|ых|ої|іх)\s)?[\w’'-]+")

_SOMEWHERE = lazy(
    r"(?<!\w)(?:In|At|With|From|During|Like|Unlike|A|À|Au|Avec|Chez|Dans|Devant|En|Con|Ante)\s(?:(?:the|le|la|el)\s)?$"
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
        or (_SAID_OF.search(signs, before, start) is not None and _AND_ANOTHER.match(sentence, end) is not None)
        or _SUPPOSED.search(sentence, before, start) is not None
        or _THAT_WHICH.search(signs, before, start) is not None
        or (_SAYS_SO.match(signs, end) is not None and _TOLD_OF.search(signs, before, start) is not None)
        or _SOMEWHERE.search(sentence, before, start) is not None
        or (_SAYS_SO.match(signs, end) is not None and _OF_BODY.search(sentence, before, start) is not None)
        or (sentence.startswith(",", end) and _is_body_or_place(sentence, before, start, end))
        or _is_town(sentence, start, end)
        or _is_told(sentence, start, end)
        or (language == "en" and _is_object(sentence, signs, before, start, end))
        or (language == "de" and _is_no_subject(sentence, signs, start, end))
    )


def _is_body_or_place(sentence: str, before: int, start: int, end: int) -> bool:
    """Return whether a name before a comma only tells of which body, or of which place, the speaker is."""
    place = " " not in sentence[start:end] and _IN_PLACE.search(sentence, before, start) is not None
    return place or _OF_BODY_WITH.search(sentence, before, start) is not None


def _is_object(sentence: str, signs: str, before: int, start: int, end: int) -> bool:
    """Return whether an English name is that of somebody, or something, of whom the speaker tells."""
    told_of = _SAID_OF.search(signs, before, start) is not None and _DOES.match(signs, end) is not None
    return told_of or _OBJECT.search(sentence, before, start) is not None


def _is_town(sentence: str, start: int, end: int) -> bool:
    """Return whether a name is the town of a body whose people speak: "сообщили в полиции Одессы"."""
    if not _TOWN.fullmatch(sentence, start, end):
        return False
    body = _AT_BODY.search(sentence, max(0, start - LOOK_BACK_CHARS), start)
    return bool(body and (body["many"] or _MANY_SAY_BEHIND.match(sentence, end)))


def _is_told(sentence: str, start: int, end: int) -> bool:
    """Return whether a name is that of an agency to which somebody else says something."""
    if not _AGENCY.fullmatch(sentence, start, end):
        return False
    tells = _TELLS.search(sentence, max(0, start - LOOK_BACK_CHARS), start)
    return bool(tells and tells.lastgroup and _TOLD_BY[tells.lastgroup].match(sentence, end))


def _is_no_subject(sentence: str, signs: str, start: int, end: int) -> bool:
    """Return whether a German noun comes before the verb, but not as its subject, which may then follow it."""
    before = max(0, start - LOOK_BACK_CHARS)
    if _GOVERNED.search(sentence, before, start):
        return True
    other = _OBLIQUE.search(sentence, before, start) or _TIME.fullmatch(sentence, start, end)
    return bool(other and _INVERTED.match(signs, end))
