"""Chooses the engine for an index's vectors; loaded only when vectors are searched, not to list articles."""

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from embeddings.base import Vectors

from .base import Ids, Mask, VectorStore


def make_store(ids: Ids, vectors: Vectors) -> VectorStore:
    """Return an exact store for these rows, in place; best up to about 200,000 rows (11 ms per question)."""
    from .faiss_store import FaissStore  # noqa: PLC0415

    return FaissStore(ids, vectors)


def make_compressed_store(ids: Ids, written: NDArray[np.uint8], *, factor: int) -> VectorStore:
    """Return a compressed store for more rows than that, reading what `compress` wrote in place.

    Args:
        factor: how many rows to compare exactly for each result wanted.
    """
    from .faiss_store import CompressedStore  # noqa: PLC0415

    return CompressedStore(ids, written, factor=factor)


def compress(sample: Vectors, blocks: Iterable[Vectors], write: Callable[[bytes], object]) -> None:
    """Write the rows of all blocks piece by piece, in a compression trained on the sample."""
    from . import faiss_store  # noqa: PLC0415

    faiss_store.compress(sample, blocks, write)


def write_rows(written: NDArray[np.uint8], mask: Mask, write: Callable[[bytes], object]) -> None:
    """Write these rows of what `compress` wrote, in the same compression, piece by piece."""
    from . import faiss_store  # noqa: PLC0415

    faiss_store.write_rows(written, mask, write)
