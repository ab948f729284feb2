"""Rows in and out of the index: one transaction makes one generation."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b

from ..text import stems
from ..types import Article, Passage
from .vectors import embedding_text


@dataclass(frozen=True, slots=True)
class Entry:
    """An article that goes into the index, with the file it came from and its passages."""

    article: Article
    file: str
    passages: tuple[Passage, ...]


@contextmanager
def publication(connection: sqlite3.Connection) -> Iterator[None]:
    """Make what the block writes the next generation: all of it is seen at once, or none."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'generation'")
        set_meta(connection, "published", datetime.now(UTC).isoformat(timespec="seconds"))
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def set_meta(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Write a fact about the whole index."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def insert(connection: sqlite3.Connection, entry: Entry) -> str:
    """Write an article with its passages and their words; return the id it got.

    An id that another article has already (rows of two dumps, say) gets a suffix made from where this one was read.
    """
    article = entry.article
    key = _free_key(connection, article)
    details = {
        "dropped": [(block.text, block.rule, block.paragraph) for block in article.dropped],
        "provenance": article.provenance,
    }
    row = connection.execute(
        "INSERT INTO article"
        "(key, uri, file, digest, title, source, author, published, language, url, path, text, details)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(key, article.uri, entry.file, article.digest, article.title, article.source, article.author),
            *(article.published, article.language, article.url, article.path, article.text),
            json.dumps(details, ensure_ascii=False),
        ),
    ).lastrowid
    for passage in entry.passages:
        number = connection.execute(
            'INSERT INTO passage(article, key, ordinal, paragraph, start, "end", hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
            (
                *(row, passage.id if key == article.id else _passage_key(key, passage), passage.ordinal),
                *(passage.paragraph, passage.start, passage.end, embedding_text(article, passage).hash),
            ),
        ).lastrowid
        title, body = words_of(article.title, passage.text, article.language)
        connection.execute("INSERT INTO words(rowid, title, body) VALUES (?, ?, ?)", (number, title, body))
    return key


def delete(connection: sqlite3.Connection, row: int, *, with_words: bool = True) -> None:
    """Take an article, its passages and their words out."""
    title, language, text = connection.execute(
        "SELECT title, language, text FROM article WHERE id = ?", (row,)
    ).fetchone()
    if with_words:
        found = connection.execute('SELECT id, start, "end" FROM passage WHERE article = ?', (row,)).fetchall()
        for number, start, end in found:
            # A contentless table wants to be told what stood in the row.
            values = (number, *words_of(title, text[start:end], language))
            connection.execute("INSERT INTO words(words, rowid, title, body) VALUES ('delete', ?, ?, ?)", values)
    connection.execute("DELETE FROM article WHERE id = ?", (row,))


def words_of(title: str | None, text: str, language: str | None) -> tuple[str, str]:
    """Return the stems of a title and of a text as full-text search keeps them."""
    return " ".join(stems(title or "", language)), " ".join(stems(text, language))


def leave_no_trace(connection: sqlite3.Connection) -> None:
    """Take out what a deleted text may have left: orphaned vectors, words in old full-text segments, the log."""
    connection.execute("DELETE FROM vector WHERE hash NOT IN (SELECT hash FROM passage)")
    # A deleted word stays in its segment until the segments are merged into one.
    connection.execute("INSERT INTO words(words) VALUES ('optimize')")


def checkpoint(connection: sqlite3.Connection) -> None:
    """Move the write-ahead log into the database and cut it to nothing, once no reader needs it."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _free_key(connection: sqlite3.Connection, article: Article) -> str:
    taken = connection.execute("SELECT 1 FROM article WHERE key = ?", (article.id,)).fetchone()
    return f"{article.id}-{_short_hash(article.uri)}" if taken else article.id


def _passage_key(article_key: str, passage: Passage) -> str:
    return _short_hash(article_key) + passage.id


def _short_hash(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def rows_of(connection: sqlite3.Connection, uris: Sequence[str]) -> list[int]:
    """Return the row ids of the articles that were read there."""
    found = (connection.execute("SELECT id FROM article WHERE uri = ?", (uri,)).fetchone() for uri in uris)
    return [row[0] for row in found if row]
