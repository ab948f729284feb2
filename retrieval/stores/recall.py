"""Measures a store's recall against exact search, on questions made from the rows themselves."""

import numpy as np
from msgspec import Struct

from embeddings.base import Vectors

from .base import VectorStore

TOP = 10
ROUNDING = 2**-11
"""How far the cosine of unit vectors is off at most if one of them is in half precision."""
QUESTIONS = 64
"""Number of questions of each kind: with an answer, and without one."""


class Recall(Struct, frozen=True):
    """Share of the true ten nearest rows that were found, 0 to 1."""

    near: float
    """For questions with an answer: rows plus a random vector of the same length (cosine 0.7)."""
    far: float
    """For questions without one: midpoints between two unrelated rows, plus such a random vector."""

    @property
    def worst(self) -> float:
        return min(self.near, self.far)


class RecallProbe:
    """Questions made from a sample of rows, and how near their true answers are: in one pass over ten rows or more."""

    def __init__(self, sample: Vectors, *, seed: int = 0) -> None:
        chance = np.random.default_rng(seed)
        first, second = (sample[chance.integers(0, len(sample), QUESTIONS)] for _ in range(2))
        turns = chance.standard_normal((2 * QUESTIONS, sample.shape[1])).astype(np.float32)
        self._questions = _unit(np.concatenate([first, _unit(first + second)]) + _unit(turns))
        self._best = np.full((2 * QUESTIONS, TOP), -np.inf, np.float32)

    def see(self, vectors: Vectors) -> None:
        """Update the true answers with these rows."""
        scores = np.concatenate([self._best, self._questions @ vectors.T], axis=1)
        self._best = np.partition(scores, -TOP, axis=1)[:, -TOP:]

    def of(self, store: VectorStore) -> Recall:
        """Return the share of the true answers that a store finds; of equally near rows any will do."""
        found = [
            np.count_nonzero(store.search(question, TOP)[1] >= least - ROUNDING) / TOP
            for question, least in zip(self._questions, self._best.min(axis=1), strict=True)
        ]
        return Recall(near=float(np.mean(found[:QUESTIONS])), far=float(np.mean(found[QUESTIONS:])))


def _unit(rows: Vectors) -> Vectors:
    unit: Vectors = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), np.float32(1e-12))
    return unit
