"""BM25 (Robertson and Zaragoza 2009) over the entries of a question's stems, all of a stem's at once.

Knows counts and numbers of passages; nothing of where they are kept. Constants and forms are SQLite FTS5's.
"""

import math
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from .stores.base import Ids

K1 = 1.2
B = 0.75

LEAST_IDF = 1e-6
"""The weight of stems that stand in more than half of the passages, which the formula makes negative."""

Counts = NDArray[np.float64]
"""`(n,)` float64, a figure for each passage."""


def idf(count: int, passages: int) -> float:
    """Return the inverse document frequency of a stem that stands in so many of the passages."""
    return max(math.log((max(passages - count, 0) + 0.5) / (count + 0.5)), LEAST_IDF)


def contributions(frequencies: Counts, lengths: Counts, *, passages: int, average_length: float) -> Counts:
    """Return what one stem adds to the score of each passage that holds it.

    Args:
        frequencies: how often it stands there, weighted.
        lengths: of these passages, in words.
        passages: how many there are in all.
        average_length: of all of them, in words.
    """
    room = K1 * (1 - B + B * lengths / average_length)
    return idf(len(frequencies), passages) * (K1 + 1) * frequencies / (frequencies + room)


def best(found: Iterable[tuple[Ids, Counts]], k: int, *, allowed: Ids | None = None) -> list[tuple[int, float]]:
    """Return the `k` passages of the greatest sums, best first, of equal ones the earlier.

    Args:
        found: for each stem its passages, ascending, and what it adds to each.
        allowed: passages that may be found; None for all.
    """
    ids, parts = zip(*found, strict=True)
    rows, places = np.unique(np.concatenate(ids), return_inverse=True)
    scores = np.bincount(places, np.concatenate(parts))
    if allowed is not None:
        there = np.isin(rows, allowed, assume_unique=True)
        rows, scores = rows[there], scores[there]
    if len(scores) > k:
        # All that reach the place of the last one: where several do, the earlier ones are taken.
        there = scores >= np.partition(scores, len(scores) - k)[len(scores) - k]
        rows, scores = rows[there], scores[there]
    order = np.argsort(-scores, kind="stable")[:k]
    return list(zip(rows[order].tolist(), scores[order].tolist(), strict=True))
