"""Who is asked about: the person whose identity or age a question asks for.

Cues of English, German, French, Spanish, Russian and Ukrainian; pure, knows text only.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from ..language.stop_words import SMALL_WORDS
from ..patterns import CAPITAL, lazy
from ..question.answer_type import NAMING, AnswerType, asks_whom, plain
from ..question.leading import LEADING
from ..speakers.cases import SOMEBODYS
from ..speakers.given_names import is_given
from .following import antecedent

MAX_NAME_WORDS = 5
"""Maximum words of a name, including a role: "how old is council leader Helen Marsh"."""

_THEN = (
    r" (?:(?:when|als|quand|cuando|когда|коли) [^?]+|now|today|heute|jetzt|maintenant|ahora|hoy|сейчас|сегодня|зараз)"
)
"""Not "How old was Ida Holm when she left? Why did she?", which asks for more."""
_ASKED = tuple(
    (kind, lazy(rf"{LEADING}(?P<cue>{cue}) (?P<name>[^,;:()?]+?)(?:{_THEN})?"))
    for kind, cue in (
        (
            AnswerType.IDENTITY,
            r"who (?:is|was)|wer (?:ist|war)(?: eigentlich| denn)?|qui (?:est|était|fut)|c['’]est qui"
            r"|qui[eé]n (?:es|era|fue)|кто (?:это )?(?:такой|такая|это)|хто (?:це )?(?:такий|така|це)",
        ),
        (
            AnswerType.AGE,
            r"how old (?:is|was)|what age (?:is|was)|what (?:is|was) the age of"
            r"|wie alt (?:ist|war|wird|wurde)|was (?:ist|war) das alter von"
            r"|quel [âa]ge (?:a|avait)|quel (?:est|était) l['’][âa]ge de"
            r"|(?:cu[aá]ntos años|qu[eé] edad) (?:tiene|ten[ií]a)|cu[aá]l (?:es|era) la edad de"
            r"|сколько (?:было )?лет(?: было)?|каков возраст|скільки (?:було )?років(?: було)?|який вік",
        ),
    )
)
LINKS = frozenset("de del la le du van von der den of al bin".split())
"""Small words within names."""
_OF = frozenset("de del du of von".split())
_ARTICLES = frozenset("der den la le".split())
_ROLE_AND_NAME = lazy(
    rf"\s(?:(?:the|le|la|el) (?!{CAPITAL})|(?:de[rn]|die) )[^\W\d_]\S*(?: [^\W\d_]\S*)?(?: {CAPITAL}[\w'’-]+){{2}}\W*$"
)
"""A role and a name at the end of a question: "the postman Hinnerk Paulsen", but not "the Golden Gate Bridge"."""
_NO_NAME = SMALL_WORDS - LINKS - {"will", "may", "son"}
_VERB = lazy(r"(?!генерал|адмирал|консул|атлет)\w*(?:л[аои]?|[еёиія]т|є|(?<!с)т[иь]|с[ья]|[аиу]в)", re.IGNORECASE)
"""Endings of Slavic verbs: "сколько лет дали Лосевой", "кто просит"."""

_WHO_HOLDS = lazy(
    rf"{LEADING}(?:who (?:is|was)|wer (?:ist|war)|qui (?:est|était)|c['’]est qui"
    r"|qui[eé]n (?:es|era|fue)|кто|хто|what (?:is|was)(?=.{2,60}['’]s name$)"
    rf"|(?!(?:what (?:are|were) )?(?:the )?names ){NAMING})"
    r"(?: (?:the|our|your|de[rs]|von|die|das|l[ea]|de|d[ue]l?|el|является|был[аи]?|є|бу(?:в|ла)"
    r"|now|currently|current|present|new|former|acting|jetzt|aktuelle[rn]?|derzeitige[rn]?|neue[rn]?|ehemalige[rn]?"
    r"|nouve(?:l|au|lle)|actuel(?:le)?|ancien(?:ne)?|nuev[oa]|actual|antigu[oa]|сейчас|нов(?:ый|ая|ого|ую|ой)"
    r"|нынешн(?:ий|яя|его|юю|ей)|бывш(?:ий|ая|его|ую|ей)|зараз|нов(?:ий|а|ого|у|ої)|нинішн(?:ій|я|ього|ю|ьої)"
    r"|колишн(?:ій|я|ього|ю|ьої)))* (?:[ld]['’])?"
)
"""Comes before an office whose holder is asked for: "who is the new mayor of Hexley"."""
_OWNER = lazy(
    r"^(?:(?!of )\S+ ){0,3}\S+['’]s (?!names?(?:$| \())"
    r"(?:[^\s(]+ )*?(?=[^\s(]+(?:$| (?:\(|(?:of|in|at|for|from|when) )))"
)
"""Whose office it is, or whose ship, with what it is like: "the town's first female mayor"."""

_RELATIVE = lazy(r", |\s(?:who|that|which|qui|que|dont|quien|котор\w+|як(?:ий|а|і|ого|у)|що)\s")
"""Shows that the question describes somebody by what they did: "the electrician who was detained"."""


class Named(NamedTuple):
    """The person that a question asks about."""

    kind: AnswerType
    """Identity or age."""
    name: tuple[str, ...]
    """In normal form; a role may precede it."""
    asked_with: frozenset[str]
    """The words of the question that only ask: "who is"."""


def _is_somebodys(name: Sequence[str], question: str) -> bool:
    """Return whether a person is named only by another or by a place: "mayor of Hexley", "avocat de Franck Morvan"."""
    if len(name) < 3:
        return False
    small = name[0] in question  # "García de la Vega" is a name
    if name[1] in _OF and not is_given(name[0]) and (small or name[1] == "von"):
        return len(name) == 3 or is_given(name[2]) or name[2].capitalize() in question
    return small and SOMEBODYS.fullmatch(f"{name[0]} ") is not None


@lru_cache(maxsize=256)
def asks_about(question: str, carried: str = "") -> Named | None:
    """Return the person whose identity or age a question asks for; None where it names nobody: "who is the mayor".

    Args:
        carried: words of earlier turns at its end, of which a pronoun may mean the first.
    """
    asked = plain(question.removesuffix(f" ({carried})"))
    for kind, cue in _ASKED:
        if found := cue.fullmatch(asked):
            name = tuple(antecedent(found["name"], carried).replace("-", " ").replace(".", ". ").split())
            ends = found.end("name") == len(asked)
            if ends and _ROLE_AND_NAME.search(question) and LINKS.isdisjoint(name[1:-2]):
                name = name[1:]
            if (
                not 0 < len(name) <= MAX_NAME_WORDS
                or not _NO_NAME.isdisjoint(name)
                or name[0] in _ARTICLES
                or name[0][:2] in {"l'", "l’"}
                or _is_somebodys(name, question)
                or (kind is AnswerType.AGE and _VERB.fullmatch(name[0]))
            ):
                return None
            return Named(kind, name, frozenset(found["cue"].split()))
    return None


@lru_cache(maxsize=256)
def asks_for_holder(question: str) -> str | None:
    """Return the rest of a question from the office on whose holder it asks for: "mayor of Hexley"; in normal form."""
    asked = plain(question)
    found = _WHO_HOLDS.match(asked)
    holder = asked[found.end() :] if found and not asks_whom(question) else ""
    first = holder.split(" ", 1)[0]
    does = first.endswith("ing") or _VERB.fullmatch(first) or _RELATIVE.search(holder.partition(" (")[0])
    return None if does else _OWNER.sub("", holder) or None


def head_noun(holder: str) -> str:
    """Return the last of the English nouns that such a rest begins with: "director" of "museum director in Hexley"."""
    own: str = re.split(r"(?<=\w)['’]s?\s", holder)[0]
    nouns = [*takewhile(lambda it: it not in SMALL_WORDS, own.split())]
    return nouns[-1] if nouns else holder
