"""Stop words by language: full-text search drops them from questions, and language detection counts them."""

from collections.abc import Mapping
from functools import cache

from .text import without_accents
from .word_lists import word_sets

STOP_WORDS: Mapping[str, frozenset[str]] = word_sets("stop_words")
"""ISO 639-1 code to stop words, lower case."""

SMALL_WORDS = frozenset[str]().union(*(STOP_WORDS[code] for code in ("en", "de", "fr", "es", "ru", "uk")))
"""Stop words of all languages in which names are looked for."""

DEFINITE = "the die der das den dem le la les el l los las".split()
INDEFINITE = "a an ein eine un une una uno".split()
"""Articles, in the nominative and with names."""

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def stop_words(language: str | None) -> frozenset[str]:
    """Return the stop words of a language; the English ones if it has no list."""
    return STOP_WORDS.get(language or "en", STOP_WORDS["en"])


@cache
def stop_words_as_typed(language: str | None) -> frozenset[str]:
    """Return the same words, also case folded and as typed without accents: "donde", "fuer" and "fur" for "für"."""
    listed = stop_words(language) | {word.casefold() for word in stop_words(language)}  # Greek ς is folded to σ
    # Vietnamese words without accents are those of other languages: "de", "la", "do".
    bare = set(without_accents(" ".join(listed)).split()) if language != "vi" else set()
    spelt = {word.translate(_UMLAUTS) for word in listed} if language == "de" else set()
    return listed | bare | spelt
