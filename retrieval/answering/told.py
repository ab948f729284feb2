"""Which figures of a sentence tell what a question asks: what it counts, or a measure. Pure; knows text only."""

import re
from collections.abc import Sequence
from itertools import takewhile

from ..figures import Figure, figures
from ..patterns import lazy
from ..question.amounts import HOW_MANY
from ..stop_words import stop_words
from ..text import normal_form, stem, stems, words
from . import casualties

_HEAD_WORDS = 3
"""Words behind "how many" among which stands what is counted."""

_NOT = lazy(
    r"(?<!\w)(?:not|instead of|rather than|nicht|statt|non|pas|au lieu de|no|en lugar de|не|вместо|замість)\s+[$€£]?$",
    re.IGNORECASE,
)
_FROM = lazy(r"(?<!\w)(?:from|von|de|с|со|з|із|зі)\s+[$€£]?$", re.IGNORECASE)
_TO = lazy(r"\W?\s+(?:[^\W\d]+\s+){0,2}(?:to|auf|à|a|до)\s+[$€£]?", re.IGNORECASE)

# "The county put the number at 10,000": what is counted stands in the sentence before.
_COUNT_NOUN = lazy(
    r"(?<!\w)(?:the|that|this|die|diese|der|le|ce|la|el|esa?|это|эту)?\s*"
    r"(?:number|figure|total|count|toll|zahl|gesamtzahl|nombre|chiffre|número|cifra|число|количество|цифр[ауы]|кількість)"
    r"(?!\w)",
    re.IGNORECASE,
)


def counted(question: str) -> list[str]:
    """Return the words behind "how many", the first of which are counted; none for "how long", "how much"."""
    asked = HOW_MANY.search(question)
    return [word.text for word in words(question[asked.end() :])][:_HEAD_WORDS] if asked else []


def counted_stems(question: str, language: str | None) -> frozenset[str]:
    """Return the stems of what is counted, up to the first stop word."""
    stops = stop_words(language)
    return frozenset(stem(it, language) for it in takewhile(lambda it: normal_form(it) not in stops, counted(question)))


def named(question: str) -> "re.Pattern[str] | None":
    """Return how texts name those killed, or those hurt, where a question asks how many they are."""
    return casualties.asked_for(counted(question))


def told_figures(question: str, text: str, before: str, language: str | None) -> tuple[list[Figure], str]:
    """Return the figures of a sentence that tell what is asked, and the sentence before where it leans on that."""
    found = _still_said(text, figures(text, language))
    if not counted(question):
        return [it for it in found if it.units], ""
    as_named = named(question)
    if as_named:
        chosen = casualties.toll(text, found, as_named)
        continues = any(as_named.fullmatch(word.text) for word in words(before))
    else:
        as_counted = counted_stems(question, language)
        chosen = [it for it in found if not as_counted.isdisjoint(it.units)]
        continues = not as_counted.isdisjoint(stems(before, language))
    if not chosen and continues and _COUNT_NOUN.search(text):
        return [it for it in found if not it.units], before
    return chosen, ""


def measured(found: Sequence[Figure], unit: Sequence[str] | None) -> list[Figure]:
    """Return the one measure of a sentence, or those in a unit."""
    if unit is None:
        return list(found) if len({it.units[0] for it in found}) == 1 else []
    return [it for it in found if [*it.units[:1]] == [*unit]]


def _still_said(text: str, found: Sequence[Figure]) -> list[Figure]:
    """Return the figures without those that others have replaced: "eight, not nine", "from nine to eight"."""
    following = (*found[1:], None)[: len(found)]
    return [
        it
        for it, then in zip(found, following, strict=True)
        if not _NOT.search(text[: it.start][-20:])
        and not (then and _FROM.search(text[: it.start][-10:]) and _TO.fullmatch(text[it.end : then.start]))
    ]
