"""Search with FAISS over the rows as they lie, in memory or in a mapped file. The only home of faiss.

An exact scan compares the question with every row. A compressed one scans 48 bytes a row (for 384 numbers) and compares
exactly the few rows that look best: unlike graphs and cells it loses nothing on questions that are close to no row.
"""

from collections.abc import Callable, Iterable
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from embeddings.base import Vector, Vectors

from .base import Ids, Mask, Scores, find

_FAISS: Any = faiss  # for what its stubs do not know


class FaissStore:
    """Exact search over float32 rows, without a copy of them."""

    def __init__(self, ids: Ids, vectors: Vectors) -> None:
        self.ids = ids
        self._vectors = vectors

    def vectors_of(self, ids: Ids) -> tuple[Mask, Vectors]:
        there, places = find(self.ids, ids)
        return there, self._vectors[places]

    def search(self, query: Vector, k: int, *, mask: Mask | None = None) -> tuple[Ids, Scores]:
        (rows, dim), wanted = self._vectors.shape, min(k, len(self.ids))
        if wanted == 0:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        _use_one_thread()
        question = np.ascontiguousarray(query, np.float32)
        scores, found = np.empty(wanted, np.float32), np.empty(wanted, np.int64)
        # What `IndexFlatIP.search` calls, but over rows that are not the index's own.
        selector, _bitmap = _selector(mask)
        pointer = faiss.swig_ptr
        faiss.knn_inner_product(
            *(pointer(question), pointer(self._vectors), dim, 1, rows),
            *(wanted, pointer(scores), pointer(found), selector),
        )
        there = found >= 0
        return self.ids[found[there]], scores[there]


class CompressedStore:
    """Search over rows that `compress` has written, as they lie in memory or in a mapped file.

    Args:
        factor: how many rows are compared exactly for each one that is wanted.
    """

    def __init__(self, ids: Ids, written: NDArray[np.uint8], *, factor: int) -> None:
        self.ids = ids
        self._written = written  # what the index points into
        source = _FAISS.ZeroCopyIOReader(faiss.swig_ptr(written), written.nbytes)
        self._index = _FAISS.read_index(source)
        self._index.k_factor = factor
        self._exact = _FAISS.downcast_index(self._index.refine_index)

    def vectors_of(self, ids: Ids) -> tuple[Mask, Vectors]:
        there, places = find(self.ids, ids)
        codes = faiss.rev_swig_ptr(self._exact.codes.data(), self._exact.ntotal * self._exact.code_size)
        rows = codes.reshape(self._exact.ntotal, -1)[places].view(np.float16)
        return there, rows.astype(np.float32)

    def search(self, query: Vector, k: int, *, mask: Mask | None = None) -> tuple[Ids, Scores]:
        _use_one_thread()
        question, wanted = np.ascontiguousarray(query[None, :], np.float32), min(k, len(self.ids))
        if mask is None:
            scores, rows = self._index.search(question, wanted)
        else:
            # The quick scan knows no masks; the exact one is the quicker the fewer rows are let through.
            selector, _bitmap = _selector(mask)
            parameters = _FAISS.SearchParameters(sel=selector)
            scores, rows = self._exact.search(question, wanted, params=parameters)
        found = rows[0] >= 0
        return self.ids[rows[0][found]], scores[0][found]


def compression(dim: int) -> str:
    """Return how rows of this length are compressed, in FAISS's words: 4 bits for each 4 numbers, or for fewer."""
    part = next(size for size in (4, 3, 2, 1) if dim % size == 0)
    return f"PQ{dim // part}x4fs,Refine(SQfp16)"


def compress(sample: Vectors, blocks: Iterable[Vectors], write: Callable[[bytes], object]) -> None:
    """Write the rows of all blocks, compressed, piece by piece.

    Args:
        sample: what the compression is fitted to, rows from all over.
    """
    _use_one_thread()  # two wait for each other longer than they work, where the cores are shared: 18 s against 3
    index: Any = faiss.index_factory(sample.shape[1], compression(sample.shape[1]), faiss.METRIC_INNER_PRODUCT)
    index.train(sample)
    for block in blocks:
        index.add(block)
    faiss.write_index(index, _FAISS.PyCallbackIOWriter(write, 1 << 20))


def _use_one_thread() -> None:
    """Have this thread's searches run on one core.

    One question is answered 2.5 times slower by two FAISS threads than by one (100,000 rows: 18 against 7.4 ms). OpenMP
    keeps the number for each thread that asks, so setting it once for the process would not do; it costs 0.1 µs.
    """
    faiss.omp_set_num_threads(1)


def _selector(mask: Mask | None) -> tuple[Any, NDArray[np.uint8] | None]:
    """Return FAISS's form of a mask, and the bits it points to, which must live as long as it."""
    if mask is None:
        return None, None
    bitmap = np.packbits(mask, bitorder="little")
    return faiss.IDSelectorBitmap(len(bitmap), faiss.swig_ptr(bitmap)), bitmap
