"""Whether a question asks for an event, a deed, a relative or who came after somebody, and a text speaks of none.

The words for each of them are in `language/words/events.txt`. English, German, French, Spanish, Russian, Ukrainian, all
at once. Forgiving on the side of the text. Pure; knows text only.
"""

import re
from functools import lru_cache
from itertools import starmap

from ..language.word_lists import word_lists
from ..patterns import lazy
from .leading import LEADING

_CLAUSE = (
    r"(?:after|before|because|when|that|which|whose|and|nachdem|bevor|weil|als|dass|und|après|avant|parce|quand|que"
    r"|et|después|antes|porque|cuando|y|после|до|пока|потому|когда|котор\w+|и|після|поки|бо|коли|як\w{1,3}|що|і)"
)
"""Begins another clause, whose verb is not what is asked for."""
_WHICH = (
    r"(?:е[гё]о|е[её]|их|(?:стар|млад)ш\w+|родн\w+|перв\w+|втор\w+|бывш\w+|його|її|їх\w*|(?:стар|молод)ш\w+|рідн\w+"
    r"|перш\w+|друг\w+|колишн\w+)"
)
_OPENINGS = {
    "who": (
        rf"^{LEADING}(?:(?:who|qui|qui[eé]n(?:es)?|кто|хто|wer)(?: (?!{_CLAUSE} )\S+){{0,2}}?|wer (?:hat|hatte"
        rf"|haben)(?: (?!{_CLAUSE} )\S+){{1,8}}?) "
    ),
    "when": (
        rf"^{LEADING}(?:when|wann|quand|cu[aá]ndo|когда|коли|(?:(?:in|on|what|which|an|welche[mns]|en|à|quel(?:le)?|qu[eé]"
        r"|[ву]|каком|какого|якому|якого) )+(?:year|month|day|date|jahr|monat|tag|datum|année|mois|jour|año|mes|d[ií]a"
        rf"|fecha|году|года|месяце|числа|ро(?:ку|ці)|місяці|дня))(?: (?!{_CLAUSE} )\S+){{0,8}}? "
    ),
    "where": rf"^{LEADING}(?:where|wo|où|d[oó]nde|где|де)(?: \S+){{0,8}}? ",
    "who is": (
        r"(?:(?:who|what) (?:is|was|are|were)|wer (?:ist|war|sind|waren)|wie (?:hei(?:ss|ß)|hie(?:ss|ß))(?:t|en)?"
        r"|qui (?:est|sont|était|étaient|fut)|c['’]est qui|comment s['’]appell?(?:e|ent|ait|aient)"
        r"|quel (?:est|était) le (?:nom|prénom)"
        r"|qui[eé]n(?:es)? (?:es|era|fue|son|eran|fueron)|c[oó]mo se llam(?:an?|aban?))"
        r" (?:[^\W\d_]\S* ){0,4}?(?:l['’])?"
        r"|(?:кто(?: был[аи]?| является)?|хто(?: бу(?:в|ла|ли)| є)?|як (?:звати|звуть|звали)|как (?:зовут|звали))"
        rf" (?:{_WHICH} ){{0,2}}"
    ),
}
"""How a question may begin, by the name of that in the list."""
_PARTS = {
    "<words>": r"(?:[^\s\d]\S* )*?",
    # in normal form, which shows no capital: no article stands before it
    "<name>": (
        r"(?!(?:the|an?|his|her|its|their|it|this|that|de[rmns]|die|das|ein\w*|les?|la|un[ea]?|el|los|las|que|su"
        r"|\w+ing|now|today"
        r"|midnight|noon|christmas|easter|lunch|dinner|breakfast|school|work|сих|того|цього|війни|войны)(?!\w))"
        r"[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’-]+){0,2}"
    ),
}
"""What stands for itself in the list."""


def _patterns(title: str, lines: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a question and of a text that tells what it asks, from a block of the list."""
    rows = [line.partition(" ")[2].split("→") for line in lines.replace("\n  ", "").splitlines()]
    asked, told = ("|".join(filter(None, map(str.strip, side))) for side in zip(*rows, strict=True))
    for part, pattern in _PARTS.items():
        asked = asked.replace(part, pattern)
    begins = title.partition(" (")[2].rstrip(")").split(", ")
    opening = "|".join(_OPENINGS[it] for it in begins if it)
    return (
        lazy(rf"(?<!\w)(?<!-)(?:{opening})(?:{asked})(?!\w)"),
        lazy(rf"(?<!\w)(?:{told})(?!\w)", re.IGNORECASE),
    )


_EVENTS = tuple(starmap(_patterns, word_lists("events").items()))
"""Of the test sets' quotes for such questions (multilingual), 112 have none of these words; none of them is right, and
25 or more had been given as answers."""


def tells_no_event(text: str, question: str) -> bool:
    """Return whether a question speaks of an event, a deed, a relative or a successor, and a text does not.

    Words in brackets at the question's end, as those carried over from earlier turns, are not what is asked.
    """
    told = _told(question)
    return told is not None and told.search(text) is None


@lru_cache(maxsize=256)
def _told(question: str) -> "re.Pattern[str] | None":
    own = question.partition(" (")[0]
    return next((told for asked, told in _EVENTS if asked.search(own)), None)
