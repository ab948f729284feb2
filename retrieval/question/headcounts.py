"""How a question counts those who live, work or died somewhere, and the other words in which a text may count them.

"How many people live in Hexley?": "Hexley has 48,300 inhabitants". English, German, French, Spanish, Russian,
Ukrainian, all at once. Pure; knows text only.
"""

import re
from functools import lru_cache

from ..patterns import lazy
from .answer_type import plain
from .tolls import KILLED, counts_dead, tells_of_dead

_MANY = r"(?<!\w)(?:how many|wie ?viele[nr]?|combien d(?:e |['’])|cu[aá]nt[oa]s?|сколько|скільки)\s?"
_PEOPLE = r"people|persons|menschen|leute|personen|personnes|gens|gente|personas|людей|человек|осіб"
_KINDS = tuple(
    (
        lazy(rf"{_MANY}(?:(?:{_PEOPLE})\s(?:[^\W\d_]+\s)?(?:{doing})|(?:{being})(?:\s(?:{doing}))?)(?!\w)"),
        lazy(rf"(?<!\w)(?:{_PEOPLE}|{doing}|{being})(?!\w)"),
        lazy(rf"(?<!\w)(?:{being}|{also})(?!\w)", re.IGNORECASE),
    )
    for doing, being, also in (
        (
            r"live|lived|living|reside|wohnen|wohnten|leben|lebten|habitent|habitaient|vivent|vivaient|viven?|vivían?"
            r"|habitan?|жив[её]т|живут|жило|прожива\w+|живе|живуть|мешка(?:є|ють)",
            r"inhabitants|residents|citizens|einwohner\w*|bewohner\w*|habitants|habitantes|жител\w+|мешканців",
            r"population|populous|home to|bevölkerung\w*|población|населени\w+|проживает|населення|проживають"
            r"|мешканц\w+",
        ),
        (
            r"work|worked|are employed|arbeiten|arbeiteten|beschäftigt|travaillent|travaillaient|emploie|trabajan?"
            r"|emplea|работа(?:ет|ют|ло)|труд[ия]тся|працю(?:є|ють|вало)",
            r"employees|staff|workers|mitarbeiter\w*|beschäftigten?|angestellten?|salariés|employés|emplead[oa]s"
            r"|trabajador[ae]s|сотрудник\w*|работник\w*|співробітник\w*|працівник\w*",
            r"employs|employed|workforce|belegschaft|beschäftigt|effectifs?|emploie|plantilla|emplea|штат\w*|персонал\w*",
        ),
    )
)
"""For the inhabitants and the staff of something: how a question counts them, its words for them, a text's."""


def counted_otherwise(question: str, text: str) -> list[str]:
    """Return the words of a question that counts people which a text need not have, as it counts them in others."""
    asked = plain(question)
    if counts_dead(asked):
        return KILLED.findall(asked) if tells_of_dead(text) else []
    named, told = _named(asked)
    return list(named) if told is not None and told.search(text) else []


@lru_cache(maxsize=256)
def _named(question: str) -> "tuple[tuple[str, ...], re.Pattern[str] | None]":
    """Return a question's words for those whom it counts, and the pattern of what a text may call them."""
    for asked, words, told in _KINDS:
        if found := asked.search(question):
            return tuple(words.findall(found[0])), told
    return (), None
