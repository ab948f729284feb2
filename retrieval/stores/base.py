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

    @property
    def vectors(self) -> Vectors:
        """The rows, `(n, dim)`, in the order of `ids`; not to be written to."""

    def search(self, query: Vector, k: int, *, mask: Mask | None = None) -> tuple[Ids, Scores]:
        """Return ids and cosines of the `k` nearest rows, best first; fewer where there are fewer.

        Args:
            mask: rows that may be found; None for all.
        """
