"""Maintains the vector file for the writer: decides when it pays, when it is rewritten, and when it must go.

A file stays while passages are only added. It is made again when too many have been added to read them one by one, and
copied without what was deleted, because a vector would be a trace of a deleted text.
"""

import logging
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from embeddings.base import Vectors

from ..stores.base import Ids
from ..stores.recall import RecallProbe
from .generation import BLOCK_ROWS, Generation
from .layout import Layout
from .loading import died_since, headers, if_usable
from .vector_file import Header, NewFile, VectorFile, new_file, open_file

log = logging.getLogger(__name__)

PAYS_FROM = 5_000
"""Number of passages from which a file pays: at 10,000 it opens in 26 ms, including FAISS, against 60 for the rows."""

COMPRESSED_FROM = 200_000
"""Number of passages from which the file is compressed: there an exact scan takes 8 to 9 ms, a compressed one 0.5."""

LATE_SHARE = 0.1
"""How many newer passages are allowed before a file is rewritten, as a share of those still in the file."""

SAMPLE_ROWS = 65_536
"""Rows to train the compression on: k-means uses at most 256 for each of 256 centroids; parts here have 16."""

RECALL = 0.99
"""Share of the true ten nearest passages that a compressed file must find."""
FACTORS = (64, 128, 256)
"""The first factor that reaches this recall is used; if none does, search stays exact."""


def keep_vectors(connection: sqlite3.Connection, layout: Layout) -> None:
    """Ensure that there is a vector file if it pays, and that it holds nothing of a deleted text."""
    generation = Generation.current(connection, layout)
    count = generation.count()
    current = _current_file(generation, count) if count >= PAYS_FROM else None
    for path in layout.vectors_files().values():
        if path != current:
            path.unlink(missing_ok=True)


def _current_file(generation: Generation, count: int) -> Path | None:
    """Return the vector file to search in a generation of so many passages, which is written if need be.

    The index works without the file: if it cannot be written, that is only logged.
    """
    kept, header = next(headers(generation), (None, None))
    late = generation.count(after=header.last) if header else count
    died = header is not None and died_since(generation, header) > 0
    stays = late <= LATE_SHARE * (count - late)
    if stays and not died:
        return kept
    path = generation.layout.vectors(generation.number)
    try:
        if stays and kept and (file := if_usable(open_file, kept)):
            _write_remaining(generation, file)
        else:
            _write_vectors(generation)
    except OSError as error:
        log.warning("%s: not written (%s); the index works without it, and opens more slowly", path, error.strerror)
        return None if died else kept
    return path


def _write_vectors(generation: Generation) -> None:
    from ..stores.faiss_store import write_exact  # noqa: PLC0415

    ids = generation.ids()
    if len(ids) < COMPRESSED_FROM or not _write_compressed(generation, ids):
        with new_file(generation.layout.vectors(generation.number)) as file:
            file.write(ids.tobytes())
            write_exact(generation.model.dim, _blocks(generation, ids), file.write)
            file.publish(_header(generation, ids, file))


def _write_remaining(generation: Generation, file: VectorFile) -> None:
    """Write a vector file again without its deleted rows: of 1,000,000 in 2.6 s rather than in 31 from the database."""
    from ..stores.faiss_store import write_rows  # noqa: PLC0415

    passages = generation.connection.execute("SELECT id FROM passage")
    # Without looking up which have vectors, as `Generation.ids` does, which takes five times as long.
    live = np.isin(file.ids, np.fromiter((row[0] for row in passages), np.int64), assume_unique=True)
    with new_file(generation.layout.vectors(generation.number)) as new:
        new.write(file.ids[live].tobytes())
        write_rows(file.content, live, new.write)
        count = generation.count() - generation.count(after=file.header.last)
        new.publish(file.header._replace(rows=int(live.sum()), passages=count, body=new.length))


def _write_compressed(generation: Generation, ids: Ids) -> bool:
    """Write the file compressed, if that finds what exact search finds; return whether it was written."""
    from ..stores.faiss_store import WrittenStore, compress  # noqa: PLC0415

    chosen = np.random.default_rng(0).choice(ids, min(SAMPLE_ROWS, len(ids)), replace=False)
    sample = generation.vectors(np.sort(chosen))
    probe = RecallProbe(sample)
    with new_file(generation.layout.vectors(generation.number)) as file:
        file.write(ids.tobytes())
        compress(sample, _blocks(generation, ids, probe), file.write)
        content = file.content(len(ids))
        for factor in FACTORS:
            recall = probe.of(WrittenStore(ids, content, factor=factor))
            if recall.worst >= RECALL:
                exact = _header(generation, ids, file)
                file.publish(exact._replace(factor=factor, recall_near=recall.near, recall_far=recall.far))
                return True
    log.warning("compressed search finds %.3f of the nearest ten at most: it stays exact, and slower", recall.worst)
    return False


def _blocks(generation: Generation, ids: Ids, probe: RecallProbe | None = None) -> Iterator[Vectors]:
    for start in range(0, len(ids), BLOCK_ROWS):
        block = generation.vectors(ids[start : start + BLOCK_ROWS])
        if probe:
            probe.see(block)
        yield block


def _header(generation: Generation, ids: Ids, file: NewFile) -> Header:
    """Return the header of a file whose rows are not compressed."""
    last = generation.connection.execute("SELECT max(id) FROM passage").fetchone()[0]
    return Header(
        dim=generation.model.dim,
        rows=len(ids),
        passages=generation.count(),
        last=last,
        body=file.length,
        origin=generation.origin,
    )
