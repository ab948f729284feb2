"""Combines two stores: many rows that seldom change, and the few added since."""

import numpy as np

from embeddings.base import Vector, Vectors

from .base import Ids, Mask, Scores, VectorStore, find


class JoinedStore:
    """A store of early rows, without those deleted since, and a store of later rows.

    Args:
        live: which early rows still exist; None for all.
    """

    def __init__(self, early: VectorStore, late: VectorStore, *, live: Mask | None = None) -> None:
        self._early = early
        self._late = late
        self._live = live
        self._kept = early.ids if live is None else early.ids[live]
        self.ids: Ids = np.concatenate([self._kept, late.ids])

    def vectors_of(self, ids: Ids) -> tuple[Mask, Vectors]:
        in_early, early = self._early.vectors_of(ids)
        in_late, late = self._late.vectors_of(ids)
        there = find(self._kept, ids)[0] | in_late
        vectors = np.empty((len(ids), early.shape[1]), np.float32)
        vectors[in_early], vectors[in_late] = early, late
        return there, vectors[there]

    def search(self, query: Vector, k: int, *, mask: Mask | None = None) -> tuple[Ids, Scores]:
        early, late = self._live, None
        if mask is not None:
            early, late = mask[: len(self._kept)], mask[len(self._kept) :]
            if self._live is not None:  # the early store counts deleted rows, too
                kept, early = early, self._live.copy()
                early[self._live] = kept
        found = [self._early.search(query, k, mask=early), self._late.search(query, k, mask=late)]
        ids = np.concatenate([part[0] for part in found])
        scores = np.concatenate([part[1] for part in found])
        best = np.argsort(-scores, kind="stable")[:k]
        return ids[best], scores[best]
