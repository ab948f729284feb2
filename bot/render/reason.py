"""Why there is no answer, as a sentence of any catalogue."""

from collections.abc import Sequence

from retrieval.types import Lack, Reason

from ..locales import Words
from .cutting import shorten

MAX_WORD_UNITS = 60
MAX_TITLE_UNITS = 80
"""Shown of a word and of a title: a reason stays one sentence, whatever was asked."""


def sentence(reason: Reason, words: Words) -> str:
    """Return what is missing."""
    sure = reason.sureness
    if sure is None:
        return words(f"reason-{reason.lack}", words=_series(reason.words, words))
    error = f"{100 * sure.max_error:g}%"
    return words(f"reason-{reason.lack}", chance=f"{sure.chance:.0%}", least=f"{sure.least:.0%}", error=error)


def sentences(reason: Reason, words: Words) -> str:
    """Return what is missing, and where the closest passage stands."""
    missing = sentence(reason, words)
    if reason.title is None:
        return missing
    where = "reason-closest-too" if reason.lack is Lack.TOGETHER else "reason-closest"  # the one just spoken of
    return f"{missing} {words(where, title=shorten(reason.title, MAX_TITLE_UNITS))}"


def _series(items: Sequence[str], words: Words) -> str:
    """Return words in quotation marks, one after the other: “a”, “b” and “c”."""
    *others, last = [words("quoted", text=shorten(item, MAX_WORD_UNITS)) for item in items] or [""]
    return words("series", items=", ".join(others), last=last) if others else last
