"""The seam to a vector engine. Knows rows by number, nothing of passages or of disks."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from embeddings.base import Vector, Vectors

Ids = NDArray[np.int64]
"""`(n,)` int64, ascending."""

Scores = NDArray[np.float32]
"""`(n,)` float32 cosines; higher is better."""

Mask = NDArray[np.bool_]
"""`(n,)` bool over the rows of a store, in their order."""


class VectorStore(Protocol):
    """An immutable set of vectors that finds the nearest ones to a question's."""

    @property
    def ids(self) -> Ids:
        """The rows' ids, ascending."""

    def vectors_of(self, ids: Ids) -> tuple[Mask, Vectors]:
        """Say which of these rows are in the store, and return the vectors of those, in the order asked for."""

    def search(self, query: Vector, k: int, *, mask: Mask | None = None) -> tuple[Ids, Scores]:
        """Return ids and cosines of the `k` nearest rows, best first; fewer where there are fewer.

        Args:
            mask: rows that may be found; None for all.
        """


def find(ids: Ids, wanted: Ids) -> tuple[Mask, Ids]:
    """Say which of the wanted ids are among these, and return the places of those."""
    if len(ids) == 0:
        return np.zeros(len(wanted), np.bool_), np.empty(0, np.int64)
    places = np.minimum(np.searchsorted(ids, wanted), len(ids) - 1)
    there: Mask = ids[places] == wanted
    return there, places[there]
