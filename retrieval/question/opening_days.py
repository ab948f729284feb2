"""Whether a sentence gives the hours of other weekdays than a question names, or says that it is closed then.

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

import re
from functools import lru_cache
from itertools import pairwise

from ..language.weekdays import WEEKDAYS, WEEKEND, WORKDAY
from ..patterns import lazy
from .answer_type import ASKS_HOUR

_OPENS = lazy(
    r"(?<!\w)(?:open(?:s|ing)?|clos(?:e|es|ed|ing)|hours|(?:ge|er)?öffne\w*|offen|schlie(?:ß|ss)\w*|geschlossen"
    r"|(?:auf|zu)$|ouv(?:re|rent|ert\w*)|ferme\w*|fermé\w*|abren?|abiert[oa]s?|cierran?|cerrad[oa]s?|откры\w+|закры\w+"
    r"|работает|відкри\w+|відчин\w+|закри\w+|зачин\w+|працює)(?!\w)"
)
"""Words of a question for opening hours, whether or not it asks for an hour."""
_CLOSED = lazy(
    r"(?<!\w)(?:closed|shut|geschlossen|ruhetag|zu(?=[.,;]|$)|fermée?s?|cerrad[oa]s?|cierran?|закрыт\w*"
    r"|выходн\w+|не работа\w+|зачинен\w+|закрит\w+|вихідн\w+|не працю\w+"
    r"|except|au(?:ß|ss)er|sauf|excepto|salvo|кроме|крім)(?!\w)",
    re.IGNORECASE,
)
_DAILY = lazy(
    r"(?<!\w)(?:daily|every day|täglich|tous les jours|(?:a )?diario|todos los días|ежедневно|каждый день|щодня"
    r"|[^\W\d_]{2,4}\.?\s?[–-]\s?[^\W\d_]{2,4})(?!\w)",  # "Mon–Fri"
    re.IGNORECASE,
)
_DAY, _WORKDAY, _WEEKEND = (
    lazy(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)
    for forms in ("|".join(f"({forms})" for forms in WEEKDAYS), WORKDAY, WEEKEND)
)
_TO = lazy(r"\W*(?:to|till|until|through|bis|au|à|al?|по|до)?\W*(?:el |le )?", re.IGNORECASE)
"""Between the first and the last of several days: "Monday to Friday", "du mardi au samedi"."""


def of_other_days(sentence: str, question: str) -> bool | None:
    """Return whether a sentence gives the hours of other weekdays than a question about hours names.

    False where it says that it is closed then; None where that cannot be seen.
    """
    asked = _asked(question)
    told = _days(sentence) if asked else frozenset()
    if not told:
        return None
    closed = _CLOSED.search(sentence) is not None
    if asked.isdisjoint(told):
        return None if closed or _DAILY.search(sentence) else True
    return False if closed else None


@lru_cache(maxsize=256)
def _asked(question: str) -> frozenset[int]:
    return _days(question) if ASKS_HOUR.search(question) or _OPENS.search(question) else frozenset()


def _days(text: str) -> frozenset[int]:
    """Return the weekdays that a text names, Monday as 1, with those between: "Monday to Friday"."""
    found = list(_DAY.finditer(text))
    days = {it.lastindex or 0 for it in found}
    for left, right in pairwise(found):
        if _TO.fullmatch(text, left.end(), right.start()):
            first, last = left.lastindex or 0, right.lastindex or 0
            days.update(range(first, last) if first < last else {*range(first, 8), *range(1, last)})
    days.update(range(1, 6) if _WORKDAY.search(text) else ())
    days.update((6, 7) if _WEEKEND.search(text) else ())
    return frozenset(days)
