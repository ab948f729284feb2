"""One generation in the database: its model, its passages by row id, and their vectors."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Self

import numpy as np
from msgspec import Struct

from embeddings.base import Vectors

from ..stores.base import Ids, widened
from . import schema
from .layout import Layout
from .vector_file import origin_digest

NO_MODEL = "none"
"""Name of the model of an index made without articles."""

BLOCK_ROWS = 8_192
"""Rows read at once: 12 MB with 384 numbers each."""


class ModelRecord(Struct, frozen=True):
    """The model that an index was made with."""

    id: int
    name: str
    fingerprint: str
    dim: int


def recorded_model(connection: sqlite3.Connection) -> ModelRecord | None:
    """Return the model that an index was made with; None if it was made without articles."""
    query = "SELECT id, name, fingerprint, dim FROM model WHERE id = (SELECT value FROM meta WHERE key = 'model')"
    row = connection.execute(query).fetchone()
    return ModelRecord(*row) if row else None


class Generation(Struct, frozen=True):
    """One generation, seen by a connection within a transaction."""

    connection: sqlite3.Connection
    layout: Layout
    model: ModelRecord
    number: int
    identity: str
    """Identity of the index; a vector file of another index is never searched."""

    @classmethod
    def current(cls, connection: sqlite3.Connection, layout: Layout) -> Self:
        """Return the published generation."""
        meta = schema.meta(connection)
        model = recorded_model(connection) or ModelRecord(-1, NO_MODEL, "", 0)
        return cls(connection, layout, model, int(meta["generation"]), meta.get("identity", ""))

    @property
    def origin(self) -> bytes:
        """The mark in vector files of this index and its model."""
        return origin_digest(self.model.fingerprint, self.identity)

    def count(self, *, after: int = 0) -> int:
        """Return the number of passages, or of those with a row id above `after`."""
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
        """Return the sentence vectors of each passage that has any, `(sentences, dim)`, by row id."""
        found: dict[int, bytes] = dict(
            self.connection.execute(
                # CROSS JOIN keeps the written order: from the few rows wanted to their vectors.
                "SELECT passage.id, part.vectors FROM json_each(?) AS wanted"
                " CROSS JOIN passage ON passage.id = wanted.value"
                " CROSS JOIN vector ON vector.model = ? AND vector.hash = passage.hash"
                " CROSS JOIN part ON part.vector = vector.id",
                (json.dumps(ids), self.model.id),
            )
        )
        # All at once: one call per passage takes four times as long.
        together = widened(np.frombuffer(b"".join(found.values()), np.float16)).reshape(-1, self.model.dim)
        ends = list(accumulate(len(blob) // (2 * self.model.dim) for blob in found.values()))
        if ends and ends[-1] != len(together):
            raise ValueError("vectors of sentences of a wrong length")
        return {row: together[start:end] for row, start, end in zip(found, [0, *ends], ends, strict=False)}
