"""Fusion of two rankings: cosine similarities and full-text scores, on scales that can be added.

Knows numbers only; nothing of words, passages or the index.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from ..bm25 import K1, idf

Floats = NDArray[np.float64]
"""`(n,)` float64, one value per candidate, or per sentence of a passage."""

PASSAGE_WEIGHT = 0.1
SENTENCE_WEIGHT = 0.9
"""Mean reciprocal rank at 0.3 and 0.7, and at these values: .824 and .827 over nine sets with MiniLM, .856 and .856
over eleven with the multilingual model; squad2 .917 and .925, xquad-es-en .722 and .720, the others between."""

WORDS_WEIGHT = 0.7
"""Chosen over six dev sets and two models: from 0.4 to 1.0, nDCG@10 is within 0.007 of the best of each set."""

SPREAD: Mapping[str, tuple[float, float]] = {"english": (0.0, 1.0), "minilm": (0.0, 1.0), "multilingual": (0.675, 0.24)}
"""By model: the cosine similarity of unrelated texts, and how far above it that of a perfect match lies; the nearer,
the more the model counts beside the words. nDCG@10, mean of fourteen sets (multilingual): .8735 at 0.20, .8731 at 0.24,
.8727 at 0.28; contain .654, .655 and .659; squad2 .933, .932 and .929."""

PRIOR = 1.0
"""Smoothing, in units of idf: words, and pairs, that every passage has (a tiny index about one thing) tell nothing."""


def scaled(cosines: Floats, model: str) -> Floats:
    """Return cosine similarities rescaled to 0 (unrelated) to 1 (a match); unchanged for an unmeasured model."""
    floor, span = SPREAD.get(model, (0.0, 1.0))
    return (cosines - floor) / span


def attainable(counts: list[int], passages: int) -> float:
    """Return the BM25 score that no passage can exceed, from the document frequencies of a question's stems.

    Scores are divided by this rather than by the best one found, so that words count little where few of them match
    anywhere, as for a question in another language than the passages.
    """
    return (K1 + 1) * (PRIOR + sum(idf(count, passages) for count in counts))


def fuse(passage: Floats, sentence: Floats, words: Floats) -> Floats:
    """Return one score per candidate.

    Args:
        passage: scaled cosine similarities of the question and the passages.
        sentence: scaled cosine similarities of the question and each passage's nearest sentence.
        words: BM25 as a share of the attainable score, 0 to 1.
    """
    return PASSAGE_WEIGHT * passage + SENTENCE_WEIGHT * sentence + WORDS_WEIGHT * words
