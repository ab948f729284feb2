"""How much of what exact search finds a store finds as well, on questions made from the rows themselves."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from embeddings.base import Vectors

from .base import Ids, Scores, VectorStore

TOP = 10
QUESTIONS = 64
"""Made of either kind: with an answer, and without one."""


@dataclass(frozen=True, slots=True)
class Recall:
    """Shares of the true ten nearest rows that were found, 0 to 1."""

    near: float
    """On questions with an answer: rows turned away by as much as they are long (cosine 0.7)."""
    far: float
    """On questions without one: between two rows that have nothing to do with each other, and turned away as well."""

    @property
    def worst(self) -> float:
        return min(self.near, self.far)


class RecallProbe:
    """Questions made of a sample of rows, and the true answers, gathered while all rows (ten or more) pass by once."""

    def __init__(self, sample: Vectors, *, seed: int = 0) -> None:
        chance = np.random.default_rng(seed)
        first, second = (sample[chance.integers(0, len(sample), QUESTIONS)] for _ in range(2))
        turns = chance.standard_normal((2 * QUESTIONS, sample.shape[1])).astype(np.float32)
        self._questions = _unit(np.concatenate([first, _unit(first + second)]) + _unit(turns))
        self._ids = np.full((2 * QUESTIONS, TOP), -1, np.int64)
        self._scores = np.full((2 * QUESTIONS, TOP), -np.inf, np.float32)

    def see(self, ids: Ids, vectors: Vectors) -> None:
        """Take note of which of these rows are among the nearest."""
        scores: Scores = np.concatenate([self._scores, self._questions @ vectors.T], axis=1)
        best = np.argpartition(-scores, TOP - 1, axis=1)[:, :TOP]
        seen: NDArray[np.int64] = np.concatenate([self._ids, np.broadcast_to(ids, (len(scores), len(ids)))], axis=1)
        self._ids = np.take_along_axis(seen, best, axis=1)
        self._scores = np.take_along_axis(scores, best, axis=1)

    def of(self, store: VectorStore) -> Recall:
        """Return how much of the true answers a store finds."""
        found = [
            len(np.intersect1d(store.search(question, TOP)[0], true)) / TOP
            for question, true in zip(self._questions, self._ids, strict=True)
        ]
        return Recall(near=float(np.mean(found[:QUESTIONS])), far=float(np.mean(found[QUESTIONS:])))


def _unit(rows: Vectors) -> Vectors:
    unit: Vectors = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), np.float32(1e-12))
    return unit
