"""Every store finds what an exact search with NumPy finds, with and without a mask."""

import numpy as np
import pytest

from embeddings.base import Vectors
from retrieval.stores import VectorStore
from retrieval.stores.base import Ids
from retrieval.stores.exact import ExactStore
from retrieval.stores.faiss_store import FaissStore

DIM = 24
CHANCE = np.random.default_rng(7)


def unit_rows(count: int) -> Vectors:
    rows = CHANCE.standard_normal((count, DIM)).astype(np.float32)
    unit: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit


ROWS = unit_rows(500)
IDS: Ids = np.cumsum(CHANCE.integers(1, 9, 500)).astype(np.int64)


@pytest.fixture(params=[ExactStore, FaissStore])
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


@pytest.mark.parametrize("kind", [ExactStore, FaissStore])
def test_an_empty_store_finds_nothing(kind: type[ExactStore] | type[FaissStore]) -> None:
    store = kind(np.empty(0, np.int64), np.empty((0, DIM), np.float32))
    ids, scores = store.search(unit_rows(1)[0], 5)
    assert (len(ids), len(scores), store.vectors.shape) == (0, 0, (0, DIM))


def test_the_rows_can_be_read_back(store: VectorStore) -> None:
    np.testing.assert_array_equal(store.vectors, ROWS)
