"""Exact search with NumPy alone: the reference that every store is compared with."""

import numpy as np

from embeddings.base import Vector, Vectors
from retrieval.stores.base import Ids, Mask, Scores, find


class ExactStore:
    """Compares the question's vector with every row."""

    def __init__(self, ids: Ids, vectors: Vectors) -> None:
        self.ids = ids
        self._vectors = vectors

    def vectors_of(self, ids: Ids) -> tuple[Mask, Vectors]:
        there, places = find(self.ids, ids)
        return there, self._vectors[places]

    def search(self, query: Vector, k: int, *, mask: Mask | None = None) -> tuple[Ids, Scores]:
        scores = self._vectors @ query
        rows = np.arange(len(self.ids)) if mask is None else np.flatnonzero(mask)
        best = rows[np.argsort(-scores[rows], kind="stable")[:k]]
        return self.ids[best], scores[best]
