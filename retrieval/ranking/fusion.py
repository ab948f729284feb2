"""Two rankings into one: nearness in meaning and full-text scores, on scales that can be added.

Knows figures only; nothing of words, passages or the index.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from ..bm25 import K1, idf

Floats = NDArray[np.float64]
"""`(n,)` float64, a figure for each of some candidates, or of a passage's sentences."""

PASSAGE_WEIGHT = 0.1
SENTENCE_WEIGHT = 0.9
"""Mean reciprocal rank at 0.3 and 0.7, and so: .824 and .827 over nine sets with MiniLM, .856 and .856 over eleven with
the multilingual model; squad2 .917 and .925, xquad-es-en .722 and .720, the others between."""

WORDS_WEIGHT = 0.7
"""Chosen over six dev sets and two models: nDCG@10 within 0.007 of the best of each set, from 0.4 to 1.0."""

SPREAD: Mapping[str, tuple[float, float]] = {"minilm": (0.0, 1.0), "multilingual": (0.72, 0.23)}
"""Of a model's cosines: where unrelated texts lie, and how far above them a perfect match lies."""

PRIOR = 1.0
"""Idf of not knowing: words, and pairs of them, that every passage has (a tiny index about one thing) tell nothing."""


def scaled(cosines: Floats, model: str) -> Floats:
    """Return a model's cosines as 0 for an unrelated text to 1; left as they are for a model not measured."""
    floor, span = SPREAD.get(model, (0.0, 1.0))
    return (cosines - floor) / span


def attainable(counts: list[int], passages: int) -> float:
    """Return the BM25 score that no passage can exceed, from the document frequencies of a question's stems.

    A score is divided by this, not by the best one found: so words count for little where few of them match
    anywhere, as they do when the question is in another language than the passages.
    """
    return (K1 + 1) * (PRIOR + sum(idf(count, passages) for count in counts))


def fuse(passage: Floats, sentence: Floats, words: Floats) -> Floats:
    """Return one score a candidate.

    Args:
        passage: scaled cosines of the question and the passages.
        sentence: scaled cosines of the question and each passage's nearest sentence.
        words: BM25 over what is attainable, 0 to 1.
    """
    return PASSAGE_WEIGHT * passage + SENTENCE_WEIGHT * sentence + WORDS_WEIGHT * words
