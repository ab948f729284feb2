"""Reads articles with their passages from the database, and caches the recent ones."""

import json
import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Sequence

from ..language.sentences import sentences
from ..passages import headline
from ..types import FACTS, Article, Dropped, Passage
from .postings import words_of
from .seal import Bounds, SealBrokenError, seal

CACHED_CHARS = 8_000_000
"""Characters of parsed articles kept in memory: some 2,000 newspaper articles, or one very long book."""


class ArticleCache:
    """Recently read articles by row id; a row never changes and its id is never reused, so no entry goes stale."""

    def __init__(self) -> None:
        self._articles: OrderedDict[int, LoadedArticle] = OrderedDict()
        self._chars = 0
        self._lock = threading.Lock()

    def get(self, row: int, connection: sqlite3.Connection) -> "LoadedArticle":
        """Return the article of a row in the connection's snapshot."""
        with self._lock:
            if row in self._articles:
                self._articles.move_to_end(row)
                return self._articles[row]
        loaded = LoadedArticle(row, connection)
        with self._lock:
            if row not in self._articles:
                self._chars += len(loaded.article.text)
            self._articles[row] = loaded
            while self._chars > CACHED_CHARS and len(self._articles) > 1:
                _, oldest = self._articles.popitem(last=False)
                self._chars -= len(oldest.article.text)
        return loaded


class LoadedArticle:
    """An article; its passages are made when asked for.

    Raises:
        SealBrokenError: it is not as it was written.
    """

    def __init__(self, row: int, connection: sqlite3.Connection) -> None:
        found = connection.execute(
            'SELECT id, key, ordinal, paragraph, start, "end" FROM passage WHERE article = ? ORDER BY ordinal', (row,)
        )
        self._places: dict[int, Bounds] = {place[0]: place[1:] for place in found}
        self.article = _read(connection, row, list(self._places.values()))
        self._passages: dict[int, Passage] = {}

    @property
    def rows(self) -> list[int]:
        """Row ids of the passages, in order."""
        return list(self._places)

    def passage(self, row: int) -> Passage:
        if row not in self._passages:
            if row not in self._places:
                raise SealBrokenError(f"article {self.article.id} has no passage {row}")
            key, ordinal, paragraph, start, end = self._places[row]
            text = self.article.text[start:end]
            self._passages[row] = Passage(
                key, self.article.id, ordinal, paragraph, start, end, text, tuple(sentences(text))
            )
        return self._passages[row]

    def passages(self) -> list[Passage]:
        return [self.passage(row) for row in self._places]


def passage_words(connection: sqlite3.Connection, row: int) -> list[tuple[int, Sequence[str], Sequence[str]]]:
    """Return the row id of each passage of an article, with the stems that full text has of its title and its text."""
    query = "SELECT title, source, language, text FROM article WHERE id = ?"
    title, source, language, text = connection.execute(query, (row,)).fetchone()
    head = headline(title, text)
    found = connection.execute('SELECT id, start, "end" FROM passage WHERE article = ?', (row,))
    return [(number, *words_of(head, source, text[start:end], language)) for number, start, end in found]


def _read(connection: sqlite3.Connection, row: int, bounds: Sequence[Bounds]) -> Article:
    try:
        article, sealed = _parsed(connection, row)
        broken = sealed != seal(article, bounds)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise SealBrokenError(f"the article in row {row} is not what was written") from error
    if broken:
        raise SealBrokenError(f"the article {article.id} ({article.path or article.uri}) is not what was written")
    return article


def _parsed(connection: sqlite3.Connection, row: int) -> tuple[Article, str]:
    query = f"SELECT key, text, details, {', '.join(FACTS)} FROM article WHERE id = ?"  # noqa: S608
    key, text, details, *facts = connection.execute(query, (row,)).fetchone()
    places = connection.execute("SELECT uri, path FROM place WHERE article = ? ORDER BY id", (row,)).fetchall()
    more = json.loads(details)
    article = Article(
        id=key,
        uri=places[0][0],
        text=text,
        path=places[0][1],
        also_at=tuple(path or uri for uri, path in places[1:]),
        dropped=tuple(Dropped(*block) for block in more.get("dropped", ())),
        provenance=tuple((name, place) for name, place in more.get("provenance", ())),
        **dict(zip(FACTS, facts, strict=True)),
    )
    return article, more["seal"]
