"""Which engine holds the vectors of an index; loaded when vectors are searched, not for a list of articles."""

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from embeddings.base import Vectors

from .base import Ids, VectorStore


def make_store(ids: Ids, vectors: Vectors) -> VectorStore:
    """Return the store for these rows, as they lie: exact search, best up to about 200,000 (11 ms a question)."""
    from .faiss_store import FaissStore  # noqa: PLC0415

    return FaissStore(ids, vectors)


def make_compressed_store(ids: Ids, written: NDArray[np.uint8], *, factor: int) -> VectorStore:
    """Return the store for more rows than that, from what `compress` wrote of them, as it lies.

    Args:
        factor: how many rows are compared exactly for each one that is wanted.
    """
    from .faiss_store import CompressedStore  # noqa: PLC0415

    return CompressedStore(ids, written, factor=factor)


def compress(sample: Vectors, blocks: Iterable[Vectors], write: Callable[[bytes], object]) -> None:
    """Write the rows of all blocks, compressed as fits the sample, piece by piece."""
    from . import faiss_store  # noqa: PLC0415

    faiss_store.compress(sample, blocks, write)
