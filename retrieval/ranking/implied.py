"""Whether a word that a quote lacks is meant in it all the same: "flee" in "He left for Lithuania".

The question is embedded once more without the word. Where the quote is nearer to all of it than to what is left, it
answers to the word too ("representation erasure", Li, Monroe and Jurafsky 2016).
"""

import re
from collections.abc import Mapping, Sequence

import numpy as np

from embeddings.base import Vectors

from ..language.text import normal_form, words
from ..question.amounts import counted_stems
from ..question.terms import Term
from .asked import Question

ERASED = 2
"""So many words are asked without, each a text more to embed. Right quotes told from wrong ones with none, one, two and
three, by curves that were not fitted on the set: AUROC .732, .745, .749, .749 (MiniLM), .751, .763, .769, .770
(multilingual)."""

AS_TELLING = 0.7
"""A second word is asked without where it tells nearly as much as the first one: beside a rare word a common one that
is missing decides nothing."""

STEEPNESS = 150.0
"""Of the chance over the difference of two cosines, which is some hundredths at most; 80 and 300 do as well."""

UNKNOWN = 0.5
"""As likely as not."""

ASKS_MORE = frozenset({"ru", "uk"})
"""Languages whose "how many" asks for prices and durations, too: what stands behind it need not be counted."""


def implied(
    question: Question, lost: Sequence[Term], quote: Vectors | None, language: str | None
) -> Mapping[str, float]:
    """Return how likely each of the words is meant: stem to a figure from 0 to 1, `UNKNOWN` where that cannot be told.

    A name, a number or a month has no other words, and what is counted must be that: troops are no tanks. They have 0.

    Args:
        language: in which the terms are looked for.
        lost: what the quote lacks, what tells most first.
        quote: a row for each of its sentences; None without vectors.
    """
    counted = counted_stems(question.text, language) if question.language not in ASKS_MORE else frozenset[str]()
    chances = {it.stem: 0.0 if it.exact or it.stem in counted else UNKNOWN for it in lost}
    ordinary = [term for term in lost if chances[term.stem]]
    telling = [term for term in ordinary[:ERASED] if term.weight >= AS_TELLING * ordinary[0].weight]
    without = {term.stem: text for term in telling if (text := _without(question.text, term.text))}
    if question.vector is None or question.embed is None or quote is None or not without:
        return chances
    nearer = (quote @ question.vector).max() - (quote @ question.embed(list(without.values())).T).max(axis=0)
    return chances | dict(zip(without, (1 / (1 + np.exp(-STEEPNESS * nearer))).tolist(), strict=True))


def _without(question: str, word: str) -> str:
    """Return a question without a word; empty where nothing else is left of it."""
    places = [it for it in words(question) if normal_form(it.text) == normal_form(word)]
    for place in reversed(places):
        question = question[: place.start] + question[place.end :]
    return " ".join(question.split()) if places and re.search(r"\w", question) else ""
