"""Months and weekdays, which a passage in another language names in another word: "14 February" has the "février" of a
question. Pure."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from ..language.months import MONTHS, NO_MONTH
from ..language.weekdays import WEEKDAYS
from ..patterns import lazy
from ..question.terms import Term
from .compounds import Stems

_MONTHS = tuple(lazy(rf"(?<!\w){NO_MONTH}(?:{forms})(?!\w)", re.IGNORECASE) for forms in MONTHS)
_WEEKDAYS = tuple(lazy(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE) for forms in WEEKDAYS)


def names_month(text: str, month: int) -> bool:
    """Return whether a text names a month, January as 1, in any language."""
    return _MONTHS[month - 1].search(text) is not None


def with_named_days(found: Stems, sentences: Sequence[str], terms: tuple[Term, ...]) -> Stems:
    """Return the stems of each sentence, with those of the terms whose month or weekday it names in any language."""
    named = _named(terms)
    if not named:
        return found
    return [
        [*own, *(key for key, pattern in named.items() if key not in own and pattern.search(sentence))]
        for own, sentence in zip(found, sentences, strict=True)
    ]


@lru_cache(maxsize=64)
def _named(terms: tuple[Term, ...]) -> Mapping[str, "re.Pattern[str]"]:
    """Return the patterns of the months and weekdays among the terms, by their stems; cached for one question."""
    days = ((it.stem, day) for it in terms for day in _WEEKDAYS if day.fullmatch(it.text))
    return {it.stem: _MONTHS[it.month - 1] for it in terms if it.month} | dict(days)
