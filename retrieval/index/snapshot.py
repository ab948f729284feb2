"""One generation of an index as a question sees it: a read transaction, so that everything is consistent."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property, partial
from typing import Any, Generic, TypeVar

import numpy as np
from msgspec import Struct

from embeddings.base import Vectors

from .. import bm25
from ..stores import VectorStore
from ..stores.base import Ids, find
from ..types import FACTS, Article, ArticleSummary, Context, Filter, IndexStatus, Passage
from . import postings, schema
from .articles import ArticleCache, LoadedArticle
from .facets import Facets, condition_of
from .generation import Generation, ModelRecord
from .layout import Layout
from .loading import StoreCache, search_recall
from .seal import SealBrokenError

_T = TypeVar("_T")

MAX_COPIES = 100
"""Maximum number of an article's copies named with a hit."""


class Row(Struct, frozen=True, eq=False, dict=True):
    """A passage found, by its row id. The rest is loaded on first use, which must be within the snapshot's block."""

    id: int
    article_id: str
    language: str | None
    """Language of the article."""
    load: Callable[[], LoadedArticle]
    read: Callable[[int], str]

    @cached_property
    def text(self) -> str:
        """The text alone, as it is in the database; reading its whole article takes ten times as long."""
        return self.read(self.id)

    @cached_property
    def passage(self) -> Passage:
        return self.load().passage(self.id)

    @cached_property
    def article(self) -> Article:
        return self.load().article


class Snapshot:
    """A complete generation of an index. For one thread, within the block that provided it."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        articles: ArticleCache,
        stores: StoreCache,
        layout: Layout,
        database: object,
    ) -> None:
        self._connection = connection
        self._articles = articles
        self._stores = stores
        self._layout = layout
        self._meta = schema.meta(connection)
        self.generation = int(self._meta["generation"])
        self.version = database, self.generation
        """Key for caches: snapshots of one version have the same content; another index may have the same number."""
        self._frequencies: dict[str, int] = {}

    @property
    def model(self) -> ModelRecord:
        """The model that the passages were embedded with."""
        return self._generation.model

    # --- searching ---

    @cached_property
    def store(self) -> VectorStore:
        """The passages' vectors, by row id."""
        return self._stores.get(self._generation)

    @cached_property
    def _generation(self) -> Generation:
        return Generation.current(self._connection, self._layout)

    def full_text(
        self, stems: Sequence[str], k: int, *, title_weight: float = 1.0, allowed: Ids | None = None
    ) -> list[tuple[int, float]]:
        """Return row ids and BM25 scores of the best `k` passages that contain any of the stems, best first.

        Args:
            allowed: row ids that may be returned; None for all.
        """
        found = postings.read(self._connection, stems).values()
        if not found:
            return []
        average = max(int(self._meta["words"]) / max(self.count(), 1), 1.0)
        legs = []
        for entries in found:
            frequencies, lengths = title_weight * entries["title"] + entries["body"], entries["length"]
            added = bm25.contributions(frequencies, lengths, passages=self.count(), average_length=average)
            legs.append((entries["passage"], added))
        return bm25.best(legs, k, allowed=allowed)

    def document_frequencies(self, stems: Sequence[str]) -> dict[str, int]:
        """Return the number of passages that contain each stem; stems in no passage are left out."""
        new = [stem for stem in stems if stem not in self._frequencies]
        if new:
            self._frequencies |= dict.fromkeys(new, 0) | postings.counts(self._connection, new)
        return {stem: count for stem in stems if (count := self._frequencies[stem])}

    def stems_with(self, head: str, *, shortest: int, longest: int) -> dict[str, int]:
        """Return the stems with this prefix and of these lengths, with the number of passages that contain each."""
        return postings.counts_with(self._connection, head, shortest=shortest, longest=longest)

    def together(self, stems: Sequence[str], others: Sequence[str]) -> dict[str, int]:
        """Return for each stem in any passage how many of the others stand in a passage with it."""
        found = postings.read(self._connection, [*stems, *others])
        passages = {stem: entries["passage"] for stem, entries in found.items()}
        beside = [passages[it] for it in dict.fromkeys(others) if it in passages]
        return {it: sum(_share_one(passages[it], other) for other in beside) for it in stems if it in passages}

    def examples(self, stems: Sequence[str], k: int) -> list[tuple[str, str | None]]:
        """Return the texts, with title, of the best `k` passages with any of the stems, each with its language."""
        found = self.rows([row for row, _ in self.full_text(stems, k)])
        return [(f"{row.article.title or ''}\n{row.passage.text}", row.article.language) for row in found]

    def facets(self) -> Facets:
        """Return what the articles can be filtered by."""
        query = "SELECT source, author, max(published) FROM article GROUP BY 1, 2 ORDER BY 1, 2"
        rows = list(_whole(self._connection.execute(query)))
        sources = dict.fromkeys(source for source, _, _ in rows if source)
        authors = dict.fromkeys(name for _, told, _ in rows if told for name in told.split(", "))
        return Facets(tuple(sources), tuple(authors), any(newest for _, _, newest in rows))

    def rows(self, ids: Sequence[int]) -> list[Row]:
        """Return the passages with these row ids, in order; ids that no longer exist are left out."""
        found = self._connection.execute(
            "SELECT passage.id, article.key, article.language, article.id FROM json_each(?) AS wanted"
            " CROSS JOIN passage ON passage.id = wanted.value CROSS JOIN article ON article.id = passage.article"
            " ORDER BY wanted.key",
            (json.dumps(ids),),
        )
        return [
            Row(row, key, language, partial(self._articles.get, owner, self._connection), self._text)
            for row, key, language, owner in found
        ]

    def _text(self, row: int) -> str:
        query = """SELECT substr(text, start + 1, "end" - start) FROM passage JOIN article ON article.id = article
            WHERE passage.id = ?"""
        return str(self._connection.execute(query, (row,)).fetchone()[0])

    def stories(self, keys: Sequence[str]) -> Mapping[str, int]:
        """Return the story numbers of those articles that have near copies in the index, by article id."""
        query = (
            "SELECT key, number FROM article JOIN story ON story.article = article.id"
            " WHERE key IN (SELECT value FROM json_each(?))"
        )
        return dict(self._connection.execute(query, (json.dumps(keys),)))

    def story_of(self, article: Article) -> list[Article]:
        """Return an article's near copies in a stable order; at most `MAX_COPIES`."""
        found = self._connection.execute(
            "SELECT mate.article FROM article JOIN story AS own ON own.article = article.id"
            " JOIN story AS mate ON mate.number = own.number AND mate.article <> own.article"
            " WHERE key = ? ORDER BY mate.article LIMIT ?",
            (article.id, MAX_COPIES),
        ).fetchall()
        return [self._articles.get(row, self._connection).article for (row,) in found]

    def sentence_vectors(self, ids: Sequence[int]) -> Mapping[int, Vectors]:
        """Return the sentence vectors of each passage that has any, `(sentences, dim)`, by row id."""
        return self._generation.sentence_vectors(ids)

    def matching(self, where: Filter) -> Ids:
        """Return the row ids of the passages that pass a filter, ascending."""
        condition, values = condition_of(where)
        [ids] = self._connection.execute(
            # Articles first: there are fewer of them. One text for all: a row of Python for each takes twice as long.
            "SELECT group_concat(passage.id) FROM article CROSS JOIN passage ON passage.article = article.id"  # noqa: S608 - our conditions
            f" WHERE {condition}",
            values,
        ).fetchone()
        return np.sort(np.fromstring(ids or "", np.int64, sep=","))

    # --- looking around ---

    def articles(self, where: Filter = Filter()) -> list[ArticleSummary]:
        """Return every article that passes a filter, newest first, undated ones last."""
        condition, values = condition_of(where)
        found = self._connection.execute(
            "SELECT key, (SELECT path FROM place WHERE place.article = article.id ORDER BY place.id LIMIT 1),"  # noqa: S608
            " (SELECT count(*) FROM passage WHERE passage.article = article.id),"
            f" CASE WHEN title IS NULL THEN substr(text, 1, 100) ELSE '' END, {', '.join(FACTS)}"
            f" FROM article WHERE {condition} ORDER BY published IS NULL, published DESC, id",
            values,
        )
        return [
            ArticleSummary(key, path, passages, opening, **dict(zip(FACTS, facts, strict=True)))
            for key, path, passages, opening, *facts in _whole(found)
        ]

    def article(self, key: str) -> Article | None:
        """Return an article by its id; None if there is none."""
        return loaded.article if (loaded := self._loaded(key)) else None

    def article_with_passages(self, key: str) -> tuple[Article, list[Passage]] | None:
        """Return an article by its id, with its passages, which take longer; None if there is none."""
        return (loaded.article, loaded.passages()) if (loaded := self._loaded(key)) else None

    def _loaded(self, key: str) -> LoadedArticle | None:
        row = self._connection.execute("SELECT id FROM article WHERE key = ?", (key,)).fetchone()
        return self._articles.get(row[0], self._connection) if row else None

    def context(self, passage_key: str) -> Context | None:
        """Return a passage by its id, with its neighbours; None if there is none."""
        row = self._connection.execute("SELECT id, article FROM passage WHERE key = ?", (passage_key,)).fetchone()
        if row is None:
            return None
        loaded = self._articles.get(row[1], self._connection)
        rows = loaded.rows
        at = rows.index(row[0])
        before = loaded.passage(rows[at - 1]) if at else None
        after = loaded.passage(rows[at + 1]) if at + 1 < len(rows) else None
        return Context(loaded.passage(row[0]), loaded.article, before, after)

    def count(self) -> int:
        """Return the number of passages."""
        return int(self._meta.get("passages", 0))

    def languages(self) -> list[tuple[str | None, int]]:
        """Return the articles' languages with their counts, most frequent first."""
        return [(code, count) for code, count in json.loads(self._meta.get("languages", "[]"))]

    def status(self) -> IndexStatus:
        """Return an overview of the index."""
        languages, published = self.languages(), self._meta.get("published")
        return IndexStatus(
            folder=str(self._layout.folder),
            generation=self.generation,
            model=self.model.name,
            articles=sum(count for _, count in languages),
            passages=self.count(),
            bytes=self._layout.size(),
            updated=datetime.fromisoformat(published).astimezone(UTC).isoformat() if published else None,
            languages=tuple(languages),
            recall=search_recall(self._generation),
        )


class PerVersionCache(Generic[_T]):
    """Caches what is made of a snapshot, for the index version seen last. Safe to share between threads."""

    def __init__(self, make: Callable[[Snapshot], _T]) -> None:
        self._make = make
        self._known: tuple[object, _T] | None = None

    def of(self, snapshot: Snapshot) -> _T:
        """Return what is made of a snapshot, made again if the version is another one."""
        if (known := self._known) is None or known[0] != snapshot.version:
            known = self._known = snapshot.version, self._make(snapshot)
        return known[1]


def _share_one(some: Ids, others: Ids) -> bool:
    """Return whether two ascending sequences of row ids have one in common."""
    few, many = sorted((some, others), key=len)
    return bool(find(many, few)[0].any())


def _whole(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Yield rows that have no seal, refusing bytes, which SQLite may return for a text in which a bit has flipped."""
    for row in rows:
        if any(isinstance(value, bytes) for value in row):
            raise SealBrokenError("a fact of an article is not what was written")
        yield row
