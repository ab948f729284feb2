"""Writes and deletes the rows of the index: one transaction makes one generation."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from msgspec import Struct

from ..passages import headline
from ..types import FACTS, Article, Passage
from .common_paragraphs import CommonParagraphs, note_common, note_paragraphs
from .embedding_text import embedding_text
from .identity import ArticlePlace, Plan
from .postings import WordsChange, words_of
from .schema import count_languages, meta
from .seal import seal
from .stories import join_story
from .transaction import transaction

_TRACES = "traces"
"""Marks an index whose deleted texts have left vectors and words behind; written together with the deletion."""


class Entry(Struct, frozen=True):
    """An article to be written to the index, with its places and passages."""

    article: Article
    digest: str
    places: tuple[ArticlePlace, ...]
    passages: tuple[Passage, ...] = ()
    learns: bool = True
    """Whether the paragraphs common to its source are also learnt from it."""


@contextmanager
def publication(connection: sqlite3.Connection) -> Iterator[WordsChange]:
    """Make what the block writes the next generation, which readers see as a whole or not at all.

    Full text is written at the end, from the changes that the block collects.
    """
    with transaction(connection):
        words = WordsChange()
        yield words
        _add_to_meta(connection, "words", words.write(connection))
        _add_to_meta(connection, "generation", 1)
        set_meta(connection, "published", datetime.now(UTC).isoformat(timespec="seconds"))
        _count(connection)


def _count(connection: sqlite3.Connection) -> None:
    """Store the counts that every question needs of the whole index, so that no question has to count."""
    set_meta(connection, "languages", json.dumps(count_languages(connection).most_common()))
    set_meta(connection, "passages", str(connection.execute("SELECT count(*) FROM passage").fetchone()[0]))


def set_meta(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Store a fact about the whole index."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def _add_to_meta(connection: sqlite3.Connection, key: str, number: int) -> None:
    connection.execute("UPDATE meta SET value = CAST(value AS INTEGER) + ? WHERE key = ?", (number, key))


def carry_out(connection: sqlite3.Connection, plan: Plan, entries: Sequence[Entry], words: WordsChange) -> None:
    """Write a plan, whose new articles are given as entries already split."""
    touched = set(_without_places(connection, plan.uris))
    for key, place in plan.further:
        row = connection.execute("SELECT id FROM article WHERE key = ?", (key,)).fetchone()[0]
        _insert_place(connection, row, place)
        touched.add(row)
    place_of = "SELECT 1 FROM place WHERE article = ?"
    orphans = [row for row in touched if connection.execute(place_of, (row,)).fetchone() is None]
    for row in orphans:
        delete(connection, row, words)
    for row in touched.difference(orphans):
        _renumber(connection, row)
    for entry in entries:
        insert(connection, entry, words)
    for table in ("file", "root"):
        connection.executemany(f"DELETE FROM {table} WHERE path = ?", [(file,) for file in plan.lost_files])  # noqa: S608


def rewrite(
    connection: sqlite3.Connection, known: CommonParagraphs, entries: Iterable[Entry], words: WordsChange
) -> None:
    """Store what was learnt about sources, and rewrite the articles that it changes."""
    note_common(connection, known)
    for row, entry in zip(known.stale, entries, strict=True):
        delete(connection, row, words)
        insert(connection, entry, words)


def insert(connection: sqlite3.Connection, entry: Entry, words: WordsChange) -> None:
    """Write an article with its places, its passages and their words."""
    article = entry.article
    details = {
        "dropped": [(block.text, block.rule, block.paragraph) for block in article.dropped],
        "provenance": article.provenance,
        "seal": seal(article, [(p.id, p.ordinal, p.paragraph, p.start, p.end) for p in entry.passages]),
    }
    row = connection.execute(
        f"INSERT INTO article(key, digest, text, details, {', '.join(FACTS)})"  # noqa: S608
        f" VALUES (?, ?, ?, ?{', ?' * len(FACTS)}) RETURNING id",
        (article.id, entry.digest, article.text, json.dumps(details, ensure_ascii=False), *article.facts),
    ).fetchone()[0]
    for place in entry.places:
        _insert_place(connection, row, place)
    join_story(connection, row, article.text)
    if entry.learns:
        note_paragraphs(connection, row, article)
    head = headline(article.title, article.text)
    for passage in entry.passages:
        number = connection.execute(
            'INSERT INTO passage(article, key, ordinal, paragraph, start, "end", hash) VALUES (?, ?, ?, ?, ?, ?, ?)'
            " RETURNING id",
            (
                *(row, passage.id, passage.ordinal, passage.paragraph, passage.start, passage.end),
                embedding_text(article, passage).hash,
            ),
        ).fetchone()[0]
        words.add(number, *words_of(head, article.source, passage.text, article.language))


def delete(connection: sqlite3.Connection, row: int, words: WordsChange) -> None:
    """Delete an article, its passages and their words."""
    title, source, language, text = connection.execute(
        "SELECT title, source, language, text FROM article WHERE id = ?", (row,)
    ).fetchone()
    found = connection.execute('SELECT id, start, "end" FROM passage WHERE article = ?', (row,)).fetchall()
    head = headline(title, text)
    for number, start, end in found:
        words.remove(number, *words_of(head, source, text[start:end], language))
    connection.execute("DELETE FROM article WHERE id = ?", (row,))
    set_meta(connection, _TRACES, "1")


def delete_all(connection: sqlite3.Connection) -> None:
    """Delete every article."""
    for table in ("article", "posting"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608
    set_meta(connection, "words", "0")


def leave_no_trace(connection: sqlite3.Connection) -> bool:
    """Delete what removed texts left behind, now or in an earlier run; return whether the log is free of them, too.

    The write-ahead log is truncated unless a reader still uses it.
    """
    traces = _TRACES in meta(connection)
    if traces:
        # Chosen by id, so that SQLite reads hashes in an index rather than all vectors.
        orphans = "SELECT id FROM vector WHERE hash NOT IN (SELECT hash FROM passage)"
        connection.execute(f"DELETE FROM vector WHERE id IN ({orphans})")  # noqa: S608 - our own text
    cut = bool(connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)
    if traces and cut:
        connection.execute("DELETE FROM meta WHERE key = ?", (_TRACES,))
    return cut or not traces


def _without_places(connection: sqlite3.Connection, uris: Iterable[str]) -> Iterator[int]:
    """Delete places; yield the rows of the articles that were there."""
    for uri in uris:
        yield from (row[0] for row in connection.execute("DELETE FROM place WHERE uri = ? RETURNING article", (uri,)))


def _insert_place(connection: sqlite3.Connection, row: int, place: ArticlePlace) -> None:
    values = (place.uri, row, place.file, place.path)
    connection.execute("INSERT INTO place(uri, article, file, path) VALUES (?, ?, ?, ?)", values)


def _renumber(connection: sqlite3.Connection, row: int) -> None:
    """Give an article whose places changed a new row id, so that what readers cached under the old one stays true."""
    connection.execute("UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'article'")
    connection.execute(
        "UPDATE article SET id = (SELECT seq FROM sqlite_sequence WHERE name = 'article') WHERE id = ?", (row,)
    )
