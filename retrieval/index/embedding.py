"""Stores vectors under a hash of the embedded text, so that only new texts go through the model."""

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np

from embeddings.base import Embedder, Vectors

from .embedding_text import EmbeddingText
from .report import Progress
from .transaction import transaction
from .windows import embed

CHUNK = 256
"""Passages embedded and committed at once; a killed run loses only some seconds of its work."""


def model_id(connection: sqlite3.Connection, embedder: Embedder) -> int:
    """Return the id of a model in this index; register the model if it is new."""
    found = connection.execute(
        "INSERT INTO model(name, fingerprint, dim) VALUES (?, ?, ?)"
        " ON CONFLICT(fingerprint) DO UPDATE SET name = excluded.name RETURNING id",
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
    number = model_id(connection, embedder)
    by_hash = {text.hash: text for text in wanted}
    missing = [h for h in by_hash if anew or not _known(connection, number, h)]
    done = 0
    progress("embedding", 0, len(missing))
    for chunk in _chunks(iter(missing)):
        texts = [by_hash[h] for h in chunk]
        _store(connection, number, chunk, *embed(embedder, texts))
        done += len(chunk)
        progress("embedding", done, len(missing))
    return len(missing)


def _known(connection: sqlite3.Connection, model: int, text_hash: bytes) -> bool:
    query = "SELECT 1 FROM vector WHERE model = ? AND hash = ?"
    return connection.execute(query, (model, text_hash)).fetchone() is not None


def _chunks(hashes: Iterator[bytes]) -> Iterator[list[bytes]]:
    while chunk := list(islice(hashes, CHUNK)):
        yield chunk


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
