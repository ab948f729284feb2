"""Provides a generation's vectors for search: those of a mapped vector file, and newer ones from the database."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TypeVar

import numpy as np

from embeddings.base import Vectors

from ..errors import IndexDamagedError
from ..stores import JoinedStore, VectorStore
from ..stores.base import Ids
from .generation import Generation
from .vector_file import Header, VectorFile, open_file, read_header

log = logging.getLogger(__name__)

_T = TypeVar("_T")


class StoreCache:
    """Caches the vectors of the last generation; the next one reuses what is still current."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._looked: tuple[int, int, int] | None = None
        self._base: _Base | None = None
        self._store: VectorStore | None = None

    def get(self, generation: Generation) -> VectorStore:
        """Return the vectors of a generation."""
        with self._lock:
            looked = (generation.model.id, generation.number, generation.layout.changed_at())
            if self._store is None or self._looked != looked:
                known = self._store if self._looked and self._looked[0] == generation.model.id else None
                path = next((path for path, _ in headers(generation)), None)
                if self._base is None or self._base.path != path:
                    file = if_usable(open_file, path) if path else None
                    self._base = _Base(path, file.header, _store_of(file)) if path and file else None
                self._store, self._looked = _load(generation, self._base, known), looked
            return self._store


class _Base(NamedTuple):
    """The contents of a vector file."""

    path: Path
    header: Header
    store: VectorStore


def if_usable(read: Callable[[Path], _T], path: Path) -> _T | None:
    """Return what is read of a vector file; None if it cannot be used.

    A damaged one is logged and deleted: it was made from the database, and can be made again.
    """
    try:
        return read(path)
    except OSError:
        pass  # deleted by the writer in the meantime, or not readable: the database has the vectors, too
    except IndexDamagedError as error:
        log.warning("%s", error)
        with suppress(OSError):
            path.unlink()
    return None


def headers(generation: Generation) -> Iterator[tuple[Path, Header]]:
    """Yield the files that may serve a generation, newest first; log damaged ones."""
    for number, path in generation.layout.vectors_files().items():
        header = if_usable(read_header, path)
        if header and number <= generation.number and header.origin == generation.origin:
            yield path, header


def search_recall(generation: Generation) -> float | None:
    """Return the recall of a compressed search; None if search is exact."""
    header = next((header for _, header in headers(generation)), None)
    return min(header.recall_near, header.recall_far) if header and header.factor else None


def _store_of(file: VectorFile) -> VectorStore:
    """Return the store over a vector file."""
    from ..stores.faiss_store import WrittenStore  # noqa: PLC0415

    return WrittenStore(file.ids, file.content, factor=file.header.factor)


def _load(generation: Generation, base: _Base | None, known: VectorStore | None) -> VectorStore:
    from ..stores.faiss_store import FaissStore  # noqa: PLC0415

    last = base.header.last if base else 0
    ids = generation.ids(after=last)
    late = FaissStore(ids, _vectors(generation, ids, known))
    if base is None:
        return late
    dead = died_since(generation, base.header)
    if not dead:
        return JoinedStore(base.store, late) if len(ids) else base.store
    return JoinedStore(base.store, late, live=np.isin(base.store.ids, generation.ids(), assume_unique=True))


def died_since(generation: Generation, header: Header) -> int:
    """Return how many passages were deleted since a vector file was made."""
    return header.passages + generation.count(after=header.last) - generation.count()


def _vectors(generation: Generation, ids: Ids, known: VectorStore | None) -> Vectors:
    if known is None:
        return generation.vectors(ids)
    vectors = np.empty((len(ids), generation.model.dim), np.float32)
    have, vectors[have] = known.vectors_of(ids)
    vectors[~have] = generation.vectors(ids[~have])
    return vectors
