"""Every store finds what an exact search with NumPy finds, with and without a mask."""

import threading
from collections.abc import Callable
from functools import partial

import faiss
import numpy as np
import pytest
from numpy.typing import NDArray

from embeddings.base import Vectors
from retrieval.stores import JoinedStore, VectorStore
from retrieval.stores.base import Ids, widened
from retrieval.stores.faiss_store import FaissStore, WrittenStore, compress, write_exact, write_rows
from retrieval.stores.recall import RecallProbe

from .exact_store import ExactStore

DIM = 24
CHANCE = np.random.default_rng(7)


def unit_rows(count: int) -> Vectors:
    rows = CHANCE.standard_normal((count, DIM)).astype(np.float32)
    unit: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit


ROWS = unit_rows(500).astype(np.float16).astype(np.float32)
"""Stored in half precision without loss."""
IDS: Ids = np.cumsum(CHANCE.integers(1, 9, 500)).astype(np.int64)


Write = Callable[[list[Vectors], Callable[[bytes], object]], None]


def written(write: Write, *blocks: Vectors) -> NDArray[np.uint8]:
    pieces: list[bytes] = []
    write(list(blocks), pieces.append)
    return np.frombuffer(b"".join(pieces), np.uint8)


def in_halves(ids: Ids, rows: Vectors) -> VectorStore:
    return WrittenStore(ids, written(partial(write_exact, rows.shape[1]), rows[:300], rows[300:]))


@pytest.fixture(params=[ExactStore, FaissStore, in_halves])
def store(request: pytest.FixtureRequest) -> VectorStore:
    made: VectorStore = request.param(IDS, ROWS.copy())
    return made


@pytest.mark.parametrize("k", [1, 10, 499, 500, 900])
def test_the_nearest_first(store: VectorStore, k: int) -> None:
    query = unit_rows(1)[0]
    ids, scores = store.search(query, k)
    expected = ROWS @ query
    order = np.argsort(-expected)[:k]
    np.testing.assert_array_equal(ids, IDS[order])
    np.testing.assert_allclose(scores, expected[order], atol=1e-6)
    assert scores.dtype == np.float32
    assert ids.dtype == np.int64


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 1.0])
def test_a_mask_hides_rows(store: VectorStore, share: float) -> None:
    query, mask = unit_rows(1)[0], CHANCE.random(500) < share
    ids, _ = store.search(query, 10, mask=mask)
    kept = np.flatnonzero(mask)
    order = kept[np.argsort(-(ROWS[kept] @ query))][:10]
    np.testing.assert_array_equal(ids, IDS[order])


@pytest.mark.parametrize("kind", [ExactStore, FaissStore, in_halves])
def test_an_empty_store_finds_nothing(kind: Callable[[Ids, Vectors], VectorStore]) -> None:
    store = kind(np.empty(0, np.int64), np.empty((0, DIM), np.float32))
    ids, scores = store.search(unit_rows(1)[0], 5)
    assert (len(ids), len(scores)) == (0, 0)
    there, vectors = store.vectors_of(np.array([3, 5]))
    assert (there.tolist(), vectors.shape) == ([False, False], (0, DIM))


def test_the_rows_can_be_read_back(store: VectorStore) -> None:
    wanted = np.array([IDS[499], 0, IDS[3], IDS[-1] + 1, IDS[250]])
    there, vectors = store.vectors_of(wanted)
    assert there.tolist() == [True, False, True, False, True]
    np.testing.assert_array_equal(vectors, ROWS[[499, 3, 250]])


def test_every_thread_searches_with_one_core() -> None:
    """OpenMP keeps a separate thread count for each calling thread."""
    store, counts = FaissStore(IDS, ROWS), list[int]()

    def ask() -> None:
        faiss.omp_set_num_threads(2)
        store.search(ROWS[0], 1)
        counts.append(faiss.omp_get_max_threads())

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert counts == [1]


def test_every_finite_number_of_half_precision_is_widened_as_numpy_does() -> None:
    halves = np.arange(1 << 16, dtype=np.uint16).view(np.float16)
    finite = halves[np.isfinite(halves)]
    assert widened(finite).tobytes() == finite.astype(np.float32).tobytes()


# --- joined stores ---


def halves(live: list[int]) -> JoinedStore:
    """Return the rows as two joined stores; the first 300 rows are masked to the live ones."""
    mask = np.isin(np.arange(300), live)
    return JoinedStore(FaissStore(IDS[:300], ROWS[:300]), FaissStore(IDS[300:], ROWS[300:]), live=mask)


def test_two_stores_search_as_one() -> None:
    """With dead rows and a mask, with dead rows only, and with neither."""
    live = sorted(CHANCE.choice(300, 200, replace=False).tolist())
    left = np.array([*live, *range(300, 500)])
    judge, joined = ExactStore(IDS[left], ROWS[left]), halves(live)
    np.testing.assert_array_equal(joined.ids, judge.ids)
    for mask in (None, CHANCE.random(400) < 0.3, np.zeros(400, np.bool_)):
        query = unit_rows(1)[0]
        np.testing.assert_array_equal(joined.search(query, 20, mask=mask)[0], judge.search(query, 20, mask=mask)[0])
    whole = JoinedStore(FaissStore(IDS[:300], ROWS[:300]), FaissStore(IDS[300:], ROWS[300:]))
    for mask in (None, CHANCE.random(500) < 0.3):
        query = unit_rows(1)[0]
        expected = ExactStore(IDS, ROWS).search(query, 20, mask=mask)
        np.testing.assert_array_equal(whole.search(query, 20, mask=mask)[0], expected[0])


def test_dead_rows_cannot_be_read_back() -> None:
    joined = halves([1, 2])
    there, vectors = joined.vectors_of(IDS[[2, 3, 400]])
    assert there.tolist() == [True, False, True]
    np.testing.assert_array_equal(vectors, ROWS[[2, 400]])


# --- compressed stores ---


def compressed(rows: Vectors, ids: Ids, *, factor: int) -> VectorStore:
    return WrittenStore(ids, written(partial(compress, rows), rows[:700], rows[700:]), factor=factor)


@pytest.mark.parametrize("dim", [24, 21, 10, 7])
def test_compressed_rows_are_found_all_the_same(dim: int) -> None:
    """For vectors of any length; comparing more rows exactly finds more."""
    rows = CHANCE.standard_normal((3_000, dim)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    ids = np.arange(3_000) * 3
    probe = RecallProbe(rows)
    for start in range(0, 3_000, 1_000):
        probe.see(rows[start : start + 1_000])
    assert probe.of(ExactStore(ids, rows)).worst == 1.0
    poor, good = (probe.of(compressed(rows, ids, factor=factor)) for factor in (1, 64))
    assert good.worst >= 0.99
    assert poor.worst < good.worst
    judge, store = ExactStore(ids, rows), compressed(rows, ids, factor=64)
    for share in (0.002, 0.5):
        mask = CHANCE.random(3_000) < share
        expected, _ = judge.search(rows[5], 10, mask=mask)
        found, scores = store.search(rows[5], 10, mask=mask)
        assert len(np.intersect1d(found, expected)) >= len(expected) - 1  # half precision may reorder ties
        np.testing.assert_allclose(scores, judge.search(rows[5], 10, mask=mask)[1], atol=2e-3)
    there, vectors = store.vectors_of(np.array([3, 4, 30]))
    assert there.tolist() == [True, False, True]
    np.testing.assert_allclose(vectors, rows[[1, 10]], atol=1e-3)


def test_of_rows_that_say_the_same_any_is_found() -> None:
    """As of an agency's report that twenty papers print; else their compressed search would pass for a poor one."""
    rows = CHANCE.standard_normal((150, 24)).astype(np.float32).repeat(20, axis=0)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    probe = RecallProbe(rows)
    probe.see(rows)
    assert probe.of(compressed(rows, np.arange(3_000), factor=128)).worst >= 0.99


@pytest.mark.parametrize("kept", [1, 31, 32, 2_000, 2_999, 3_000])
def test_written_without_some_rows_nothing_of_them_remains(kept: int) -> None:
    """Not even in the last block of codes, which is partly empty: the file is that of the other rows alone."""
    rows = unit_rows(3_000)
    mask = np.isin(np.arange(3_000), CHANCE.permutation(3_000)[:kept])
    for write in (partial(compress, rows), partial(write_exact, DIM)):
        rest: list[bytes] = []
        write_rows(written(write, rows), mask, rest.append)
        assert b"".join(rest) == written(write, rows[mask]).tobytes()
