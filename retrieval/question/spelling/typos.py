"""A word that no article has, but for one slip of the fingers: which word of the articles was meant.

All words one slip away are tried (Norvig 2007, "How to Write a Spelling Corrector"). A misspelt word differs in two
ways from one that the articles merely lack: the word meant stands in passages with others of the question, and the
model has fewer tokens for it. `benchmarks.typos` measures how many of either are read as another word.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ...language.stop_words import stop_words
from ...language.text import stem, without_accents
from ...language.traits import CAPITALISED_NOUNS
from .slips import Slip, slip, variants
from .written import JUDGED, Vocabulary, written

LEAST_LIGHT, LEAST = 4, 5
"""Minimum letters of a word, with a light slip and with another: shorter ones are one slip away from too many."""
LONG_LIGHT, LONG = 6, 7
"""From so many letters on, the likeness alone is some evidence."""
LONGEST = 32
"""Maximum letters of a word, so that few words are one slip away from it."""
ENOUGH = 2
"""So much evidence is enough, and each kind of it counts at most so much."""
LONG_STEM, SHORT_ENDING = 6, 3
"""Letters of a form that is likely to be a word though neither an article nor the model has it: not "summerized"."""

Pieces = Callable[[str], int]
"""Returns the number of tokens that a model has for a word: one for common words, more for misspelt ones; 0 without a
model."""


class _Meant(NamedTuple):
    """A word that may have been meant; a greater tuple is likelier."""

    beside: bool
    """It stands in a passage with another word of the question."""
    light: bool
    fewer: int
    """By how many tokens it is shorter than the word typed."""
    passages: float
    """How many hold it."""
    form: str


def without_slip(
    word: str, others: Sequence[str], language: str, vocabulary: Vocabulary, pieces: Pieces, *, name: bool
) -> str | None:
    """Return the word that was meant, as the articles write it or as a stop word, if there is one that is likely.

    Args:
        others: the stems of the question's other words.
        name: the word is written like a name, so that only a name is meant.
    """
    if len(word) > LONGEST:
        return None
    only_names = name and language not in CAPITALISED_NOUNS
    typed, unwritten = word.lower(), None
    for it in sorted(_likely(typed, others, language, vocabulary, pieces), reverse=True)[:JUDGED]:
        if it.form in stop_words(language):
            if only_names:
                continue
            return it.form
        key = stem(it.form, language)
        found = written(key, vocabulary, near=word, language=language)
        if found is None or (only_names and not (found.name or (it.beside and it.fewer > 0))):
            continue
        one = without_accents(typed), without_accents(found.form.lower())
        if _is_light(*one) or (not it.light and slip(*one) in {Slip.LIGHT, Slip.LETTER}):
            return found.form
        bare = without_accents(it.form)
        regular = len(key) >= LONG_STEM and bare.startswith(key) and len(bare) - len(key) <= SHORT_ENDING
        if unwritten is None and it.fewer > 0 and (regular or pieces(it.form) == 1):
            unwritten = it.form
    return unwritten


def _likely(
    word: str, others: Sequence[str], language: str, vocabulary: Vocabulary, pieces: Pieces
) -> Iterator[_Meant]:
    """Yield the words one slip away for which there is enough evidence, one for each stem."""
    forms: dict[str, list[str]] = {}
    for form in dict.fromkeys(variants(word)):
        if form in stop_words(language):  # it stands beside all words, which says nothing
            yield from _judged(word, [form], pieces, math.inf, beside=ENOUGH if _is_light(word, form) else 0)
        else:
            forms.setdefault(stem(form, language), []).append(form)
    counts = vocabulary.document_frequencies(list(forms))
    together = vocabulary.together(list(counts), others)
    for key, count in counts.items():
        yield from _judged(word, forms[key], pieces, count, beside=together[key])


def _judged(word: str, forms: Sequence[str], pieces: Pieces, passages: float, *, beside: int) -> Iterator[_Meant]:
    """Yield the likeliest of several forms of one word if there is enough evidence that it was meant.

    Args:
        passages: how many hold the word.
        beside: how many of the question's other words stand in a passage with it.
    """
    heavy, length, form = min((not _is_light(word, form), pieces(form), form) for form in forms)
    fewer, long = pieces(word) - length, len(word) >= (LONG if heavy else LONG_LIGHT)
    evidence = min(beside, ENOUGH) + min(fewer, ENOUGH) + long
    if len(word) >= (LEAST if heavy else LEAST_LIGHT) and evidence >= ENOUGH:
        yield _Meant(beside > 0, not heavy, fewer, passages, form)


def _is_light(word: str, form: str) -> bool:
    """Return whether two letters were swapped, or one doubled or not; real words differ by a vowel more often."""
    return slip(word, form) is Slip.LIGHT and (len(word) != len(form) or sorted(word) == sorted(form))
