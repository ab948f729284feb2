"""The vectors of one generation: those in a file as it lies there, those that are newer from the database."""

import json
import logging
import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Self

import numpy as np

from embeddings.base import Vectors

from ..errors import IndexDamagedError
from ..stores import JoinedStore, VectorStore, make_compressed_store, make_store
from ..stores.base import Ids
from .derived import Header, VectorFile, open_file, origin_digest, read_header
from .layout import Layout

logger = logging.getLogger(__name__)

NO_MODEL = "none"
"""Names the model of an index that was made of no articles."""

BLOCK_ROWS = 8_192
"""Read at once: 12 MB of 384 numbers each."""


@dataclass(frozen=True, slots=True)
class ModelRecord:
    """The model that an index was made with."""

    id: int
    name: str
    fingerprint: str
    dim: int


def model_record(connection: sqlite3.Connection, number: str | None) -> ModelRecord:
    """Return a model by its number in the index; an empty record where there is none."""
    row = connection.execute("SELECT id, name, fingerprint, dim FROM model WHERE id = ?", (number,)).fetchone()
    return ModelRecord(*row) if row else ModelRecord(-1, NO_MODEL, "", 0)


@dataclass(frozen=True, slots=True)
class Generation:
    """One generation, as a connection sees it within a transaction."""

    connection: sqlite3.Connection
    layout: Layout
    model: ModelRecord
    number: int
    identity: str
    """Of the index: no file of vectors of another one is ever searched. Empty in one that is older than identities."""

    @classmethod
    def current(cls, connection: sqlite3.Connection, layout: Layout) -> Self:
        """Return the generation that is published."""
        meta = dict(connection.execute("SELECT key, value FROM meta"))
        model = model_record(connection, meta.get("model"))
        return cls(connection, layout, model, int(meta["generation"]), meta.get("identity", ""))

    @property
    def origin(self) -> bytes:
        """What a file of vectors of this index and its model is marked with."""
        return origin_digest(self.model.fingerprint, self.identity)

    def count(self, *, after: int = 0) -> int:
        """Return the number of passages, or of those with a row id above one."""
        # Without the condition SQLite counts in its smallest index.
        where = f"WHERE id > {after:d}" if after else ""
        return int(self.connection.execute(f"SELECT count(*) FROM passage {where}").fetchone()[0])  # noqa: S608

    def ids(self, *, after: int = 0) -> Ids:
        """Return the row ids of the passages that have a vector, ascending."""
        found = self.connection.execute(
            "SELECT passage.id FROM passage CROSS JOIN vector ON vector.hash = passage.hash AND vector.model = ?"
            " WHERE passage.id > ? ORDER BY passage.id",
            (self.model.id, after),
        )
        return np.fromiter((row[0] for row in found), np.int64)

    def vectors(self, ids: Ids) -> Vectors:
        """Return the vectors of passages by row id; each must have one."""
        vectors = np.empty((len(ids), self.model.dim), np.float32)
        for start in range(0, len(ids), BLOCK_ROWS):
            found = self.connection.execute(
                "SELECT whole FROM json_each(?) AS wanted CROSS JOIN passage ON passage.id = wanted.value"
                " CROSS JOIN vector ON vector.hash = passage.hash AND vector.model = ? ORDER BY wanted.key",
                (json.dumps(ids[start : start + BLOCK_ROWS].tolist()), self.model.id),
            )
            for place, (blob,) in enumerate(found, start):
                vectors[place] = np.frombuffer(blob, np.float32)
        return vectors

    def sentence_vectors(self, ids: Sequence[int]) -> Mapping[int, Vectors]:
        """Return each passage's sentences' vectors, `(sentences, dim)`, by row id, where there are any."""
        found = self.connection.execute(
            # CROSS JOIN keeps the order as written: from the few that are wanted to their vectors.
            "SELECT passage.id, part.vectors FROM json_each(?) AS wanted"
            " CROSS JOIN passage ON passage.id = wanted.value"
            " CROSS JOIN vector ON vector.model = ? AND vector.hash = passage.hash"
            " CROSS JOIN part ON part.vector = vector.id",
            (json.dumps(ids), self.model.id),
        )
        rows, blobs = list[int](), list[bytes]()
        for row, blob in found:
            rows.append(row)
            blobs.append(blob)
        # Together: a call a passage takes four times as long.
        together = np.frombuffer(b"".join(blobs), np.float16).reshape(-1, self.model.dim).astype(np.float32)
        ends = list(accumulate(len(blob) // (2 * self.model.dim) for blob in blobs))
        if ends and ends[-1] != len(together):
            raise ValueError("vectors of sentences of a wrong length")
        return {row: together[start:end] for row, start, end in zip(rows, [0, *ends], ends, strict=False)}

    def headers(self) -> Iterator[tuple[Path, Header]]:
        """Yield the files that may serve this generation, newest first; of damaged ones the log tells."""
        for number, path in self.layout.vectors_files().items():
            header = None
            with _refusing(path):
                header = read_header(path)
            if header and number <= self.number and header.origin == self.origin:
                yield path, header


class StoreCache:
    """The vectors of the last generation asked for; the next one takes from it what is still current."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seen: tuple[int, int, Path | None] | None = None
        self._looked: tuple[int, int, int] | None = None
        self._base: _Base | None = None
        self._store: VectorStore | None = None

    def get(self, generation: Generation) -> VectorStore:
        """Return the vectors of a generation."""
        with self._lock:
            looked = (generation.model.id, generation.number, generation.layout.changed_at())
            if self._store is None or self._looked != looked:
                self._store = self._current(generation, self._store)
                self._looked = looked
            return self._store

    def _current(self, generation: Generation, known: VectorStore | None) -> VectorStore:
        path = next((path for path, _ in generation.headers()), None)
        seen = (generation.model.id, generation.number, path)
        if known is not None and self._seen == seen:
            return known
        if self._seen is None or self._seen[0] != generation.model.id:
            known = None
        if self._base is None or self._base.path != path:
            self._base = _open(path) if path else None
        store = _load(generation, self._base, known)
        self._seen = seen
        return store


@dataclass(frozen=True, slots=True)
class _Base:
    """What a file of vectors gives."""

    path: Path
    header: Header
    store: VectorStore


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Turn damage into a line of the log, and put the file away: it came of the database, and can again."""
    try:
        yield
    except FileNotFoundError:
        pass  # put away by the writer meanwhile
    except IndexDamagedError as error:
        logger.warning("%s", error)
        with suppress(OSError):
            path.unlink()


def _open(path: Path) -> _Base | None:
    with _refusing(path):
        file = open_file(path)
        return _Base(path, file.header, store_of(file))
    return None


def how_searched(generation: Generation) -> float | None:
    """Return the recall of a compressed search; None where search is exact."""
    header = next((header for _, header in generation.headers()), None)
    return min(header.recall_near, header.recall_far) if header and header.factor else None


def store_of(file: VectorFile) -> VectorStore:
    """Return the store over a file of vectors."""
    header = file.header
    if header.factor:
        return make_compressed_store(file.ids, file.content, factor=header.factor)
    return make_store(file.ids, file.content.view(np.float32).reshape(header.rows, header.dim))


def _load(generation: Generation, base: _Base | None, known: VectorStore | None) -> VectorStore:
    last = base.header.last if base else 0
    ids = generation.ids(after=last)
    late = make_store(ids, _vectors(generation, ids, known))
    if base is None:
        return late
    dead = died_since(generation, base.header)
    if not dead:
        return JoinedStore(base.store, late) if len(ids) else base.store
    return JoinedStore(base.store, late, live=np.isin(base.store.ids, generation.ids(), assume_unique=True))


def died_since(generation: Generation, header: Header) -> int:
    """Return how many passages have died since a file was made."""
    return header.passages + generation.count(after=header.last) - generation.count()


def _vectors(generation: Generation, ids: Ids, known: VectorStore | None) -> Vectors:
    if known is None:
        return generation.vectors(ids)
    vectors = np.empty((len(ids), generation.model.dim), np.float32)
    have, vectors[have] = known.vectors_of(ids)
    vectors[~have] = generation.vectors(ids[~have])
    return vectors
