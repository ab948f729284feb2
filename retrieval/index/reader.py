"""Reading an index: one question, one snapshot, one generation.

A snapshot is a read transaction of SQLite, so all it says belongs together, whatever is published meanwhile.
"""

import json
import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from embeddings.base import Vectors

from ..errors import IndexDamagedError
from ..stores import VectorStore, make_store
from ..stores.base import Ids, Mask
from ..text import sentences
from ..types import Article, ArticleSummary, Context, Dropped, Filter, IndexStatus, Passage
from . import schema
from .layout import Layout

CACHED_ARTICLES = 1_000
"""Articles kept in memory, parsed; some 10 MB."""


@dataclass(frozen=True, slots=True)
class ModelRecord:
    """The model that an index was made with."""

    id: int
    name: str
    fingerprint: str
    dim: int


@dataclass(frozen=True, slots=True)
class Row:
    """A passage found, with its article and its row id."""

    id: int
    passage: Passage
    article: Article


class IndexReader:
    """An open index. Any number of threads may read from it at once.

    Raises:
        NoIndexError, IndexDamagedError, IndexVersionError: as `schema.open_for_reading`.
    """

    def __init__(self, folder: Path) -> None:
        self.layout = Layout(folder)
        self._idle = [schema.open_for_reading(self.layout)]
        self._lock = threading.Lock()
        self._loading = threading.Lock()
        self._store: tuple[int, int, VectorStore] | None = None
        self._articles: OrderedDict[int, _LoadedArticle] = OrderedDict()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection that is not in use."""
        with self._lock:
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    @contextmanager
    def snapshot(self) -> Iterator["Snapshot"]:
        """Give the index as it is now; it stays so until the block ends.

        Raises:
            IndexDamagedError: what is read is not what was written.
        """
        with self._lock:
            connection = self._idle.pop() if self._idle else None
        connection = connection or schema.open_for_reading(self.layout)
        try:
            connection.execute("BEGIN")
            yield Snapshot(self, connection)
        except sqlite3.DatabaseError as error:
            raise IndexDamagedError(
                f"{self.layout.database}: the index cannot be read ({error}); "
                f"move the folder away and make it anew with: byline index FOLDER"
            ) from error
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            with self._lock:
                self._idle.append(connection)

    def store_for(self, snapshot: "Snapshot") -> VectorStore:
        """Return the vectors of a snapshot, from memory where the last generation's still serve."""
        with self._loading:
            model, generation = snapshot.model.id, snapshot.generation
            if self._store is None or self._store[0] != model:
                self._store = (model, generation, make_store(*snapshot.load_vectors(None)))
            elif self._store[1] != generation:
                self._store = (model, generation, make_store(*snapshot.load_vectors(self._store[2])))
            return self._store[2]

    def loaded_article(self, row: int, connection: sqlite3.Connection) -> "_LoadedArticle":
        """Return an article by its row, from memory where it was read lately: rows never change."""
        with self._lock:
            if row in self._articles:
                self._articles.move_to_end(row)
                return self._articles[row]
        loaded = _LoadedArticle(row, connection)
        with self._lock:
            self._articles[row] = loaded
            while len(self._articles) > CACHED_ARTICLES:
                self._articles.popitem(last=False)
        return loaded


class _LoadedArticle:
    """An article with its passages by row id."""

    def __init__(self, row: int, connection: sqlite3.Connection) -> None:
        found = connection.execute(
            "SELECT key, uri, text, title, source, author, published, language, url, path, details"
            " FROM article WHERE id = ?",
            (row,),
        ).fetchone()
        self.article = article_from_row(found)
        self.passages: dict[int, Passage] = {}
        for number, key, ordinal, paragraph, start, end in connection.execute(
            'SELECT id, key, ordinal, paragraph, start, "end" FROM passage WHERE article = ? ORDER BY ordinal', (row,)
        ):
            text = self.article.text[start:end]
            self.passages[number] = Passage(
                key, self.article.id, ordinal, paragraph, start, end, text, tuple(sentences(text))
            )


def article_from_row(row: Sequence[str | None]) -> Article:
    """Return the article of a row: key, uri, text, title, source, author, published, language, url, path, details."""
    key, uri, text, title, source, author, published, language, url, path, details = row
    more = json.loads(details or "{}")
    return Article(
        id=key or "",
        uri=uri or "",
        text=text or "",
        title=title,
        source=source,
        author=author,
        published=published,
        language=language,
        url=url,
        path=path,
        dropped=tuple(Dropped(*block) for block in more.get("dropped", ())),
        provenance=tuple((name, place) for name, place in more.get("provenance", ())),
    )


class Snapshot:
    """One generation of an index, whole. For one thread, within the block that gave it."""

    def __init__(self, reader: IndexReader, connection: sqlite3.Connection) -> None:
        self._reader = reader
        self._connection = connection
        self._meta = dict(connection.execute("SELECT key, value FROM meta"))
        self.generation = int(self._meta["generation"])

    @property
    def model(self) -> ModelRecord:
        """The model that the passages were embedded with."""
        row = self._connection.execute(
            "SELECT id, name, fingerprint, dim FROM model WHERE id = ?", (self._meta.get("model", -1),)
        ).fetchone()
        return ModelRecord(*row) if row else ModelRecord(-1, "none", "", 0)

    # --- searching ---

    @property
    def store(self) -> VectorStore:
        """The passages' vectors; ids are row ids."""
        return self._reader.store_for(self)

    def load_vectors(self, known: VectorStore | None) -> tuple[Ids, Vectors]:
        """Read all passages' vectors, those of `known` that are still current from there."""
        model = self.model
        rows = self._connection.execute(
            "SELECT passage.id, vector.id FROM passage JOIN vector ON vector.hash = passage.hash AND vector.model = ?"
            " ORDER BY passage.id",
            (model.id,),
        ).fetchall()
        ids = np.array([row[0] for row in rows], dtype=np.int64)
        vectors = np.empty((len(rows), model.dim), dtype=np.float32)
        have = np.zeros(len(rows), dtype=np.bool_)
        if known is not None and len(known.ids):
            place = np.minimum(np.searchsorted(known.ids, ids), len(known.ids) - 1)
            have = known.ids[place] == ids
            vectors[have] = known.vectors[place[have]]
        for i in np.flatnonzero(~have):
            blob = self._connection.execute("SELECT whole FROM vector WHERE id = ?", (rows[i][1],)).fetchone()[0]
            vectors[i] = np.frombuffer(blob, dtype=np.float32)
        return ids, vectors

    def full_text(self, stems: Sequence[str], k: int, *, title_weight: float = 1.0) -> list[tuple[int, float]]:
        """Return row ids and BM25 scores of the best `k` passages that hold any of the stems, best first."""
        if not stems:
            return []
        # Each stem is quoted: a question is otherwise a program in FTS5's query language.
        query = " OR ".join('"' + stem.replace('"', '""') + '"' for stem in dict.fromkeys(stems))
        found = self._connection.execute(
            "SELECT rowid, bm25(words, ?, 1.0) AS score FROM words WHERE words MATCH ? ORDER BY score LIMIT ?",
            (title_weight, query, k),
        )
        return [(row, -score) for row, score in found]  # FTS5 counts downwards

    def document_frequencies(self, stems: Sequence[str]) -> dict[str, int]:
        """Return in how many passages each stem stands; stems that stand in none are left out."""
        marks = ",".join("?" * len(stems))
        return dict(self._connection.execute(f"SELECT term, doc FROM vocabulary WHERE term IN ({marks})", stems))  # noqa: S608

    def rows(self, ids: Sequence[int]) -> list[Row]:
        """Return the passages of these row ids, in their order; ids that are no more are left out."""
        marks = ",".join("?" * len(ids))
        owners = dict(self._connection.execute(f"SELECT id, article FROM passage WHERE id IN ({marks})", ids))  # noqa: S608
        found = []
        for row in ids:
            if row in owners:
                loaded = self._reader.loaded_article(owners[row], self._connection)
                found.append(Row(row, loaded.passages[row], loaded.article))
        return found

    def sentence_vectors(self, ids: Sequence[int]) -> Mapping[int, Vectors]:
        """Return each passage's sentences' vectors, `(sentences, dim)`, by row id, where there are any."""
        marks = ",".join("?" * len(ids))
        model = self.model
        found = self._connection.execute(
            "SELECT passage.id, part.vectors FROM passage JOIN vector ON vector.hash = passage.hash AND vector.model = ?"
            f" JOIN part ON part.vector = vector.id WHERE passage.id IN ({marks})",
            (model.id, *ids),
        )
        return {
            row: np.frombuffer(blob, dtype=np.float16).reshape(-1, model.dim).astype(np.float32) for row, blob in found
        }

    def matching(self, where: Filter) -> Ids:
        """Return the row ids of the passages that a filter lets through, ascending."""
        clauses, values = _conditions(where)
        found = self._connection.execute(
            "SELECT passage.id FROM passage JOIN article ON article.id = passage.article"
            f" WHERE {clauses} ORDER BY passage.id",
            values,
        )
        return np.fromiter((row[0] for row in found), dtype=np.int64)

    def mask(self, store: VectorStore, allowed: Ids) -> Mask:
        """Return which rows of a store are among these ids."""
        return np.isin(store.ids, allowed, assume_unique=True)

    # --- looking around ---

    def articles(self) -> list[ArticleSummary]:
        """Return every article, newest first, undated ones last."""
        found = self._connection.execute(
            "SELECT key, title, source, author, published, language, url, path,"
            " (SELECT count(*) FROM passage WHERE passage.article = article.id)"
            " FROM article ORDER BY published IS NULL, published DESC, id"
        )
        return [ArticleSummary(*row) for row in found]

    def article(self, key: str) -> tuple[Article, list[Passage]] | None:
        """Return an article by its id, with its passages; None where there is none."""
        row = self._connection.execute("SELECT id FROM article WHERE key = ?", (key,)).fetchone()
        if row is None:
            return None
        loaded = self._reader.loaded_article(row[0], self._connection)
        return loaded.article, list(loaded.passages.values())

    def context(self, passage_key: str) -> Context | None:
        """Return a passage by its id, with its neighbours; None where there is none."""
        row = self._connection.execute("SELECT id, article FROM passage WHERE key = ?", (passage_key,)).fetchone()
        if row is None:
            return None
        loaded = self._reader.loaded_article(row[1], self._connection)
        passages = list(loaded.passages.values())
        at = list(loaded.passages).index(row[0])
        before = passages[at - 1] if at else None
        after = passages[at + 1] if at + 1 < len(passages) else None
        return Context(passages[at], loaded.article, before, after)

    def count(self) -> int:
        """Return the number of passages."""
        return int(self._connection.execute("SELECT count(*) FROM passage").fetchone()[0])

    def languages(self) -> list[tuple[str | None, int]]:
        """Return the articles' languages with their counts, most first."""
        return self._connection.execute(
            "SELECT language, count(*) FROM article GROUP BY language ORDER BY count(*) DESC, language"
        ).fetchall()

    def status(self) -> IndexStatus:
        """Return the index at a glance."""
        languages = self.languages()
        return IndexStatus(
            folder=str(self._reader.layout.folder),
            generation=self.generation,
            model=self.model.name,
            articles=sum(count for _, count in languages),
            passages=self.count(),
            bytes=self._reader.layout.size(),
            updated=self._meta.get("published"),
            languages=tuple(languages),
        )


def _conditions(where: Filter) -> tuple[str, list[str]]:
    """Return the SQL of a filter, with its values apart."""
    clauses, values = ["1"], []
    if where.sources:
        clauses.append(f"article.source COLLATE NOCASE IN ({','.join('?' * len(where.sources))})")
        values += list(where.sources)
    if where.languages:
        clauses.append(f"article.language IN ({','.join('?' * len(where.languages))})")
        values += list(where.languages)
    if where.since:
        clauses.append("substr(article.published, 1, 10) >= ?")
        values.append(where.since.isoformat())
    if where.until:
        clauses.append("substr(article.published, 1, 10) <= ?")
        values.append(where.until.isoformat())
    return " AND ".join(clauses), values
