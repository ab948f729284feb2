"""Whether a word that a quote lacks is meant in it all the same: "flee" in "He left for Lithuania".

The question is embedded once more without the word. If the quote is nearer to the whole question than to the rest, it
covers the word too ("representation erasure", Li, Monroe and Jurafsky 2016).
"""

import re
from collections.abc import Mapping, Sequence

import numpy as np

from embeddings.base import Vectors

from ..language.text import normal_form, words
from ..language.traits import EAST_SLAVIC
from ..question.amounts import counted_stems
from ..question.terms import Term
from .asked import Question

ERASED = 2
"""Words that are erased in turn, each costing one more text to embed. AUROC of right against wrong quotes with none,
one, two and three, by curves that were not fitted on the set: .732, .745, .749, .749 (MiniLM), .751, .763, .769, .770
(multilingual)."""

AS_TELLING = 0.7
"""A second word is erased if its weight is at least this share of the first one's: beside a missing rare word, a
missing common one decides nothing."""

STEEPNESS = 150.0
"""Slope of the probability over a difference of cosines, a few hundredths at most; 80 and 300 do as well."""

UNKNOWN = 0.5
"""Probability where nothing is known: as likely as not."""


def implied(
    question: Question, lacked: Sequence[Term], quote: Vectors | None, language: str | None
) -> Mapping[str, float]:
    """Return how likely each word is meant: stem to a value from 0 to 1, `UNKNOWN` where that cannot be told.

    Names, numbers and months cannot be paraphrased, nor can what is counted (troops are no tanks). They get 0.

    Args:
        language: in which the terms are looked for.
        lacked: the terms that the quote lacks, the heaviest first.
        quote: one row for each of its sentences; None without vectors.
    """
    # "How many" in Russian and Ukrainian asks for prices and durations too: the next word need not be what is counted.
    counted = counted_stems(question.text, language) if question.language not in EAST_SLAVIC else frozenset[str]()
    chances = {it.stem: 0.0 if it.exact or it.stem in counted else UNKNOWN for it in lacked}
    ordinary = [term for term in lacked if chances[term.stem]]
    telling = [term for term in ordinary[:ERASED] if term.weight >= AS_TELLING * ordinary[0].weight]
    without = {term.stem: text for term in telling if (text := _without(question.text, term.text))}
    if question.vector is None or question.embed is None or quote is None or not without:
        return chances
    nearer = (quote @ question.vector).max() - (quote @ question.embed(list(without.values())).T).max(axis=0)
    return chances | dict(zip(without, (0.5 + 0.5 * np.tanh(STEEPNESS / 2 * nearer)).tolist(), strict=True))


def _without(question: str, word: str) -> str:
    """Return a question without a word; empty if nothing else is left of it."""
    places = [it for it in words(question) if normal_form(it.text) == normal_form(word)]
    for place in reversed(places):
        question = question[: place.start] + question[place.end :]
    return " ".join(question.split()) if places and re.search(r"\w", question) else ""
