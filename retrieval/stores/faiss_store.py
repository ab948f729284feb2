"""Searches with FAISS over rows in place, in memory or in a mapped file. The only home of faiss.

An exact search compares the question with every row. A compressed search scans 48 bytes per row (of 384 numbers) and
compares only the few best rows exactly; unlike graphs and cells, it loses nothing on questions that are close to no
row. In a file, rows are in half precision, which changes a cosine by less than 0.0001 and halves the time of a search.
"""

from collections.abc import Callable, Iterable
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from embeddings.base import Vector, Vectors

from .base import Ids, Mask, Scores, find, widened

_FAISS: Any = faiss  # for functions missing from its stubs


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
        # What `IndexFlatIP.search` calls, but over rows that the index does not own.
        selector, _bitmap = _selector(mask)
        pointer = faiss.swig_ptr
        faiss.knn_inner_product(
            *(pointer(question), pointer(self._vectors), dim, 1, rows),
            *(wanted, pointer(scores), pointer(found), selector),
        )
        there = found >= 0
        return self.ids[found[there]], scores[there]


class WrittenStore:
    """Search over rows written by `write_exact` or `compress`, in place, in memory or in a mapped file.

    Args:
        factor: how many rows to compare exactly for each result wanted; 0 if they are not compressed.
    """

    def __init__(self, ids: Ids, written: NDArray[np.uint8], *, factor: int = 0) -> None:
        self.ids = ids
        self._written = written  # kept alive: the index points into it
        source = _FAISS.ZeroCopyIOReader(faiss.swig_ptr(written), written.nbytes)
        self._exact = self._index = _FAISS.read_index(source)
        if factor:
            self._index.k_factor = factor
            self._exact = _FAISS.downcast_index(self._index.refine_index)
        codes = faiss.rev_swig_ptr(self._exact.codes.data(), self._exact.ntotal * self._exact.code_size)
        self._rows = codes.view(np.float16).reshape(-1, self._exact.d)

    def vectors_of(self, ids: Ids) -> tuple[Mask, Vectors]:
        there, places = find(self.ids, ids)
        return there, widened(self._rows[places])

    def search(self, query: Vector, k: int, *, mask: Mask | None = None) -> tuple[Ids, Scores]:
        wanted = min(k, len(self.ids))
        if wanted == 0:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        _use_one_thread()
        question = np.ascontiguousarray(query[None, :], np.float32)
        if mask is None:
            scores, rows = self._index.search(question, wanted)
        else:
            # The quick scan cannot filter; the exact one is faster the fewer rows pass the mask.
            selector, _bitmap = _selector(mask)
            parameters = _FAISS.SearchParameters(sel=selector)
            scores, rows = self._exact.search(question, wanted, params=parameters)
        found = rows[0] >= 0
        return self.ids[rows[0][found]], scores[0][found]


def _compression(dim: int) -> str:
    """Return FAISS's name of the compression for rows of this length: 4 bits per 4 numbers, or per fewer."""
    part = next(size for size in (4, 3, 2, 1) if dim % size == 0)
    return f"PQ{dim // part}x4fs,Refine(SQfp16)"


def write_exact(dim: int, blocks: Iterable[Vectors], write: Callable[[bytes], object]) -> None:
    """Write the rows of all blocks in half precision, piece by piece."""
    _write_all(faiss.index_factory(dim, "SQfp16", faiss.METRIC_INNER_PRODUCT), blocks, write)


def compress(sample: Vectors, blocks: Iterable[Vectors], write: Callable[[bytes], object]) -> None:
    """Write the rows of all blocks in compressed form, piece by piece.

    Args:
        sample: rows from all parts of the data, to train the compression on.
    """
    _use_one_thread()  # on shared cores two threads mostly wait for each other: 18 s against 3
    dim = sample.shape[1]
    index: Any = faiss.index_factory(dim, _compression(dim), faiss.METRIC_INNER_PRODUCT)
    index.train(sample)
    _write_all(index, blocks, write)


def write_rows(written: NDArray[np.uint8], mask: Mask, write: Callable[[bytes], object]) -> None:
    """Write these rows of what was written, in the same form, piece by piece; nothing remains of others."""
    index = _owned(written)
    selector, _bitmap = _selector(~mask)
    if isinstance(index, _FAISS.IndexRefine):
        _remove_compressed(index, selector)
    else:
        index.remove_ids(selector)
    _write(index, write)


def _remove_compressed(index: Any, selector: Any) -> None:
    quick, exact = map(_FAISS.downcast_index, (index.base_index, index.refine_index))
    for part in (quick, exact):
        part.remove_ids(selector)
    index.ntotal = quick.ntotal
    # Codes are stored in blocks of 32, and FAISS leaves those of removed rows at the end of the last one.
    packer = quick.get_CodePacker()
    blocks = faiss.rev_swig_ptr(quick.codes.get(), quick.codes.nbytes()).reshape(-1, packer.block_size)
    for place in range(quick.ntotal, quick.ntotal2):
        packer.pack_1(np.zeros(packer.code_size, np.uint8), place % packer.nvec, blocks[-1:])


def _owned(written: NDArray[np.uint8]) -> Any:
    """Return an index in memory, copied piece by piece: FAISS aborts if rows are removed from one in place."""
    at = 0

    def read(size: int) -> bytes:
        nonlocal at
        at += size
        return written[at - size : at].tobytes()

    return _FAISS.read_index(_FAISS.PyCallbackIOReader(read, 1 << 20))


def _write_all(index: Any, blocks: Iterable[Vectors], write: Callable[[bytes], object]) -> None:
    _use_one_thread()
    for block in blocks:
        index.add(block)
    _write(index, write)


def _write(index: Any, write: Callable[[bytes], object]) -> None:
    faiss.write_index(index, _FAISS.PyCallbackIOWriter(write, 1 << 20))


def _use_one_thread() -> None:
    """Make searches of this thread run on one core.

    Two FAISS threads answer one question 2.5 times slower than one (100,000 rows: 18 against 7.4 ms). OpenMP keeps the
    setting per calling thread, so setting it once per process would not suffice; it costs 0.1 µs.
    """
    faiss.omp_set_num_threads(1)


def _selector(mask: Mask | None) -> tuple[Any, NDArray[np.uint8] | None]:
    """Return FAISS's form of a mask, and the bits that it points to, which must live as long as it does."""
    if mask is None:
        return None, None
    bitmap = np.packbits(mask, bitorder="little")
    return faiss.IDSelectorBitmap(len(bitmap), faiss.swig_ptr(bitmap)), bitmap
