"""The interface to vector engines. Knows rows by number, nothing of passages or disks."""

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
    """An immutable set of vectors that returns the nearest ones to a question's vector."""

    @property
    def ids(self) -> Ids:
        """The rows' ids, ascending."""

    def vectors_of(self, ids: Ids) -> tuple[Mask, Vectors]:
        """Return which of these rows are in the store, and the vectors of those, in the order of `ids`."""

    def search(self, query: Vector, k: int, *, mask: Mask | None = None) -> tuple[Ids, Scores]:
        """Return ids and cosine similarities of the `k` nearest rows, best first; fewer if there are fewer.

        Args:
            mask: which rows may be returned; None for all.
        """


def find(ids: Ids, wanted: Ids) -> tuple[Mask, Ids]:
    """Return which of the wanted ids are among `ids`, and the positions of those."""
    if len(ids) == 0:
        return np.zeros(len(wanted), np.bool_), np.empty(0, np.int64)
    places = np.minimum(np.searchsorted(ids, wanted), len(ids) - 1)
    there: Mask = ids[places] == wanted
    return there, places[there]


def widened(halves: NDArray[np.float16]) -> Vectors:
    """Return finite numbers of half precision as float32; NumPy's own conversion takes four times as long."""
    bits = halves.view(np.int16).astype(np.int32) << 13  # the exponent, of five bits, is where eight belong
    return (bits & ~0x70000000).view(np.float32) * np.float32(2.0**112)  # it counts from -15 instead of -127
