"""Checks an index against what its texts would yield now: all hashes, and a sample of the vectors.

Reads every article once more and loads the model; `check_index` uses the database alone.
"""

import random
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
from msgspec.structs import replace

from embeddings.base import Embedder, Vectors, reads

from ..articles.assemble import short_id
from ..articles.boilerplate import common
from ..errors import IndexDamagedError
from ..types import Article
from . import schema
from .articles import LoadedArticle
from .check import check_index, some_articles
from .embedding_text import EmbeddingText, embedding_text
from .generation import Generation
from .identity import content_digest
from .layout import Layout, index_command
from .loading import StoreCache
from .progress import Progress, counting, no_progress
from .vector_file import open_file
from .windows import embed

SAMPLE = 64
"""Passages embedded again; if one vector in twenty is wrong, 96 of 100 checks notice."""

LEAST_COSINE = 0.999
"""Minimum cosine similarity of a vector to its text embedded again; engines of one fingerprint agree to 0.9999."""

LEAST_SENTENCE_COSINE = 0.99
"""The same for sentence vectors, which are stored in half precision; those of a single token deviate most."""


def examine_index(
    folder: Path, load: Callable[[str], Embedder], progress: Progress = no_progress, *, most: int | None = None
) -> list[str]:
    """Return the problems of an index, one sentence each; empty if it is intact.

    Args:
        load: returns an embedder by its name.
        most: how many articles have their words and hashes compared, chosen at random; None for all.

    Raises:
        NoIndexError, IndexDamagedError, IndexVersionError: it cannot be opened.
        EmbeddingError: its model is not available.
    """
    if problems := check_index(folder, progress, most=most):
        return problems
    layout = Layout(folder)
    with closing(schema.open_for_reading(layout)) as connection:
        connection.execute("BEGIN")
        if schema.is_split_otherwise(connection):
            mend = index_command(folder)
            return [f"{layout.database}: split by another version of Byline; fix it with: {mend}"]
        files = list(_files_of_vectors(layout))
        problems = [*_hashes(connection, progress, most), *_vectors(layout, connection, load)]
    remedy = f"rebuild it with: {index_command(layout.folder, '--rebuild')}"
    return [*files, *(f"{layout.folder}: {problem}; {remedy}" for problem in problems)]


def _files_of_vectors(layout: Layout) -> Iterator[str]:
    """Yield the problems of the vector files, which any run makes again from the database."""
    for path in layout.vectors_files().values():
        try:
            open_file(path)
        except IndexDamagedError as error:
            yield str(error)
        except FileNotFoundError:
            pass  # a run has just replaced it
        except OSError as error:
            mend = f"rebuild it with: {index_command(layout.folder)}"
            yield f"{path}: cannot be read ({error.strerror}), so questions take longer; {mend}"


# --- hashes ---


def _hashes(connection: sqlite3.Connection, progress: Progress, most: int | None) -> Iterator[str]:
    wrong: Counter[str] = Counter()
    for row in counting("checking passages", some_articles(connection, most), progress):
        wrong.update(_wrong_hashes(connection, row, LoadedArticle(row, connection)))
    yield from (f"{count} {what}" for what, count in wrong.items())


def _wrong_hashes(connection: sqlite3.Connection, row: int, loaded: LoadedArticle) -> Iterator[str]:
    digest = connection.execute("SELECT digest FROM article WHERE id = ?", (row,)).fetchone()[0]
    if digest not in _digests(loaded.article):
        yield "articles do not match their hashes"
    hashes = dict(connection.execute("SELECT id, hash FROM passage WHERE article = ?", (row,)))
    for number, passage in zip(loaded.rows, loaded.passages(), strict=True):
        if hashes[number] != embedding_text(loaded.article, passage).hash:
            yield "passages do not match their hashes"


def _digests(article: Article) -> set[str]:
    """Return the digests that an article may have; they are of all that was read, whatever its source repeats.

    Its id comes from a dump, where another may have had it before, or from this or an earlier place.
    """
    read = common.set_aside(article, frozenset())
    owned = [replace(read, uri="", id=key) for key in (article.id, article.id.rpartition("-")[0])]
    placed = replace(read, id=short_id(article.uri))
    return {content_digest(it, whole=whole) for it in (*owned, placed) for whole in (False, True)}


# --- vectors ---


def _vectors(layout: Layout, connection: sqlite3.Connection, load: Callable[[str], Embedder]) -> Iterator[str]:
    generation = Generation.current(connection, layout)
    model, ids = generation.model, generation.ids()
    if not generation.count():
        return
    embedder = load(model.name)
    if embedder.fingerprint != model.fingerprint:
        yield f"made with another version of the model {model.name!r} than is installed"
        return
    without = """SELECT language, count(*) FROM passage JOIN article ON article.id = article
        WHERE hash NOT IN (SELECT hash FROM vector WHERE model = ?) GROUP BY language"""
    if lost := sum(count for code, count in connection.execute(without, (model.id,)) if reads(embedder, code)):
        yield f"{lost} passages have lost their vectors"
    sample = sorted(random.sample(ids.tolist(), min(SAMPLE, len(ids))))
    wholes, parts = embed(embedder, _texts(connection, sample))
    kept = generation.vectors(np.array(sample))
    searched = StoreCache().get(generation).vectors_of(np.array(sample))[1]
    for what, rows in (("vectors of passages", kept), ("vectors in the file that is searched", searched)):
        if far := _far(rows, wholes, LEAST_COSINE):
            yield f"{far} of {len(sample)} {what} are not those of their texts"
    sentences = generation.sentence_vectors(sample)
    far = sum(
        len(sentences[row]) != len(fresh) or _far(sentences[row], fresh, LEAST_SENTENCE_COSINE) > 0
        for row, fresh in zip(sample, parts, strict=True)
    )
    if far:
        yield f"vectors of sentences of {far} of {len(sample)} passages are not those of their texts"


def _texts(connection: sqlite3.Connection, ids: list[int]) -> list[EmbeddingText]:
    """Return the texts to embed for these passages."""
    owner = "SELECT article FROM passage WHERE id = ?"
    owners = [connection.execute(owner, (number,)).fetchone()[0] for number in ids]
    loaded = {row: LoadedArticle(row, connection) for row in owners}
    found = ((loaded[row], number) for row, number in zip(owners, ids, strict=True))
    return [embedding_text(it.article, it.passage(number)) for it, number in found]


def _far(rows: Vectors, others: Vectors, least: float) -> int:
    """Return how many rows point in another direction than their counterparts."""
    lengths = np.linalg.norm(rows, axis=1) * np.linalg.norm(others, axis=1)
    cosines = (rows * others).sum(axis=1) / np.maximum(lengths, 1e-12)
    return int((~(cosines >= least)).sum())
