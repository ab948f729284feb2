"""Stores vectors under a hash of the embedded text, so that only new texts go through the model."""

import sqlite3
from collections.abc import Sequence

import numpy as np

from embeddings.base import Embedder, Vectors

from .embedding_text import EmbeddingText
from .progress import Progress
from .transaction import transaction
from .windows import embed

CHUNK = 256
"""Passages embedded and committed at once; a killed run loses only some seconds of its work."""


def register_model(connection: sqlite3.Connection, embedder: Embedder) -> int:
    """Return the id of a model in this index; register the model if it is new."""
    found = connection.execute(
        "INSERT INTO model(name, fingerprint, dim) VALUES (?, ?, ?)"
        " ON CONFLICT(fingerprint) DO UPDATE SET name = excluded.name, dim = excluded.dim RETURNING id",
        (embedder.name, embedder.fingerprint, embedder.dim),
    ).fetchall()
    return int(found[0][0])


def embed_missing(
    connection: sqlite3.Connection,
    embedder: Embedder,
    wanted: Sequence[EmbeddingText],
    *,
    anew: bool,
    progress: Progress,
) -> int:
    """Embed the texts that have no vectors yet, one transaction per chunk; return their number.

    Args:
        anew: embed all of them, replacing existing vectors.
    """
    number = register_model(connection, embedder)
    by_hash = {text.hash: text for text in wanted}
    missing = [h for h in by_hash if anew or not _known(connection, number, h)]
    for done in range(0, len(missing), CHUNK):
        progress("embedding", done, len(missing))
        chunk = missing[done : done + CHUNK]
        _store(connection, number, chunk, *embed(embedder, [by_hash[h] for h in chunk]))
    progress("embedding", len(missing), len(missing))
    return len(missing)


def _known(connection: sqlite3.Connection, model: int, text_hash: bytes) -> bool:
    query = "SELECT 1 FROM vector WHERE model = ? AND hash = ?"
    return connection.execute(query, (model, text_hash)).fetchone() is not None


def _store(
    connection: sqlite3.Connection, model: int, hashes: Sequence[bytes], wholes: Vectors, parts: Sequence[Vectors]
) -> None:
    with transaction(connection):
        for text_hash, whole, rows in zip(hashes, wholes, parts, strict=True):
            connection.execute("DELETE FROM vector WHERE model = ? AND hash = ?", (model, text_hash))
            row = connection.execute(
                "INSERT INTO vector(model, hash, whole) VALUES (?, ?, ?)", (model, text_hash, whole.tobytes())
            ).lastrowid
            # Half precision: half the size; cosines stay accurate to 0.001.
            connection.execute("INSERT INTO part VALUES (?, ?)", (row, rows.astype(np.float16).tobytes()))
