"""Renders the reason why there is no answer as a sentence of a catalogue, or in English with the closest article."""

from collections.abc import Sequence

from retrieval.types import Lack, Reason

from ..locales import DEFAULT, Words, words_in
from .cutting import shorten

MAX_WORD_UNITS = 60
MAX_TITLE_UNITS = 80
"""Maximum lengths of a word and a title, so that a reason stays one sentence whatever was asked."""
_OF_NONE = frozenset({Lack.MENTION, Lack.MENTION_IN_LANGUAGE})
"""No article has any of the words, not even one of them."""


def sentence(reason: Reason, words: Words) -> str:
    """Return a sentence that says what is missing."""
    sure = reason.sureness
    if sure is None:
        key = "series-none" if reason.lack in _OF_NONE else "series"
        return words(f"reason-{reason.lack}", words=series(reason.words, words, key))
    chance, least, error = percent(sure.chance, words), percent(sure.least, words), percent(sure.max_error, words, "g")
    return words(f"reason-{reason.lack}", chance=chance, least=least, error=error)


def sentences(reason: Reason) -> str:
    """Return in English what is missing, and which article has the closest passage."""
    missing = sentence(reason, words_in(DEFAULT))
    if reason.lack is Lack.LANGUAGE:
        return f"{missing} For all languages, index with --model multilingual."
    if reason.title is None:
        return missing
    closest = "It" if reason.lack is Lack.TOGETHER else "The closest passage"  # it was already mentioned
    return f"{missing} {closest} is from “{shorten(reason.title, MAX_TITLE_UNITS)}”."


def percent(share: float, words: Words, form: str = ".0f") -> str:
    """Return a share as a whole number of hundredths, or in another format: "93%", in German "93 %" and "2,5 %"."""
    value = f"{100 * share:{form}}"
    return words("percent", value=value if words.language == DEFAULT else value.replace(".", ","))


def series(items: Sequence[str], words: Words, key: str = "series") -> str:
    """Return words in quotation marks as a series: “a”, “b” and “c”, or with another key of the catalogue “or”."""
    *others, last = [words("quoted", text=shorten(item, MAX_WORD_UNITS)) for item in items] or [""]
    return words(key, items=", ".join(others), last=last) if others else last
