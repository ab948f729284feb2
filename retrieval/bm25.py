"""BM25 (Robertson and Zaragoza 2009) over the postings of a question's stems, all postings of a stem at once.

Knows counts and passage numbers; nothing of how they are stored. Constants and formula are those of SQLite FTS5.
"""

import math
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from .stores.base import Ids

K1 = 1.2
B = 0.75

LEAST_IDF = 1e-6
"""IDF of stems in more than half of the passages, for which the formula would be negative."""

Counts = NDArray[np.float64]
"""`(n,)` float64, one value per passage."""


def idf(count: int, passages: int) -> float:
    """Return the inverse document frequency of a stem that occurs in `count` of the passages."""
    return max(math.log((max(passages - count, 0) + 0.5) / (count + 0.5)), LEAST_IDF)


def contributions(frequencies: Counts, lengths: Counts, *, passages: int, average_length: float) -> Counts:
    """Return what one stem adds to the score of each passage that holds it.

    Args:
        frequencies: how often it occurs in each, weighted.
        lengths: of these passages, in words.
        passages: total number of passages.
        average_length: of all passages, in words.
    """
    room = K1 * (1 - B + B * lengths / average_length)
    return idf(len(frequencies), passages) * (K1 + 1) * frequencies / (frequencies + room)


def best(found: Iterable[tuple[Ids, Counts]], k: int, *, allowed: Ids | None = None) -> list[tuple[int, float]]:
    """Return the `k` passages with the highest sums, best first; of equal ones the earlier first.

    Args:
        found: for each stem its passages, ascending, and what it adds to each.
        allowed: the passages that may be returned; None for all.
    """
    ids, parts = map(np.concatenate, zip(*found, strict=True))
    if allowed is not None:
        there = np.isin(ids, allowed)
        ids, parts = ids[there], parts[there]
    # With the index, which is not needed, NumPy merges the ascending runs instead of sorting: a quarter of the time.
    rows, _, places = np.unique(ids, return_index=True, return_inverse=True)
    scores = np.bincount(places, parts)
    if len(scores) > k:
        # Keep all that tie with the k-th best score; the stable sort below then takes the earlier ones.
        there = scores >= np.partition(scores, len(scores) - k)[len(scores) - k]
        rows, scores = rows[there], scores[there]
    order = np.argsort(-scores, kind="stable")[:k]
    return list(zip(rows[order].tolist(), scores[order].tolist(), strict=True))
