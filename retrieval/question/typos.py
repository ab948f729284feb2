"""A word that no article has, but for one slip of the fingers: which word of the articles was meant.

All words one slip away are tried (Norvig 2007, "How to Write a Spelling Corrector"). A misspelt word differs in two
ways from one that the articles merely lack: the word meant stands in passages with others of the question, and the
model has fewer tokens for it. `benchmarks.typos` measures how many of either are read as another word.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ..language.stop_words import stop_words
from ..language.text import stem
from ..language.traits import CAPITALISED_NOUNS
from .slips import Slip, slip, variants
from .written import Vocabulary, written

LEAST = {Slip.LIGHT: 4, Slip.LETTER: 5}
"""Minimum letters of a word: shorter ones are one slip away from too many."""
LONGEST = 32
"""Maximum letters of a word, so that few words are one slip away from it."""
LONG = {Slip.LIGHT: 6, Slip.LETTER: 7}
"""From so many letters on, the likeness alone is some evidence."""
MOST = 2
"""Each kind of evidence counts at most so much; so much in all is enough."""
JUDGED = 4
"""Number of likely words, the best ones, that are looked up in passages."""

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
    unwritten = None
    for it in sorted(_likely(word.lower(), others, language, vocabulary, pieces), reverse=True)[:JUDGED]:
        if it.form in stop_words(language):
            return it.form
        found = written(stem(it.form, language), vocabulary, near=word)
        if found is None or (only_names and not found.name):
            continue
        if slip(word.lower(), found.form.lower()) in LEAST:
            return found.form
        if it.fewer > 0 and unwritten is None:  # a form that no article has is hardly a word unless the model knows it
            unwritten = it.form
    return unwritten


def _likely(
    word: str, others: Sequence[str], language: str, vocabulary: Vocabulary, pieces: Pieces
) -> Iterator[_Meant]:
    """Yield the words one slip away for which there is enough evidence, one for each stem."""
    forms: dict[str, list[str]] = {}
    small = []
    for form in dict.fromkeys(variants(word)):
        if form in stop_words(language):
            small.append(form)
        else:
            forms.setdefault(stem(form, language), []).append(form)
    counts = vocabulary.document_frequencies(list(forms))
    together = vocabulary.together(list(counts), others)
    groups: list[tuple[list[str], float, int | None]] = [
        *((forms[key], count, together[key]) for key, count in counts.items()),
        *(([form], math.inf, None) for form in small),
    ]
    length = pieces(word)
    for group, passages, beside in groups:
        kind, shorter, form = min((slip(word, form) or Slip.LETTER, pieces(form), form) for form in group)
        light, fewer = kind is Slip.LIGHT, length - shorter
        # A stop word stands beside all others: only the slip tells.
        evidence = (
            (MOST * light if beside is None else min(beside, MOST)) + min(fewer, MOST) + (len(word) >= LONG[kind])
        )
        if len(word) >= LEAST[kind] and evidence >= MOST:
            yield _Meant(beside != 0, light, fewer, passages, form)
