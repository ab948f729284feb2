"""Writes and deletes the rows of the index: one transaction makes one generation."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from msgspec import Struct

from ..passages import headline
from ..types import FACTS, Article, Passage
from .articles import passage_words
from .common_paragraphs import CommonParagraphs, note_common, note_paragraphs
from .embedding_text import embedding_text
from .identity import ArticlePlace, Plan
from .postings import WordsChange, words_of
from .schema import count_languages, count_passages, meta
from .seal import bounds_of, seal
from .stories import join_story
from .transaction import transaction

_TRACES = "traces"
"""Marks an index whose deleted texts have left vectors and words behind; written together with the deletion."""
_PURGE = "purge"
"""Marks an index whose file is to be written anew; written together with the removal."""


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
        # Every question needs these counts of the whole index, and none has to count.
        set_meta(connection, "languages", json.dumps(count_languages(connection).most_common()))
        set_meta(connection, "passages", str(count_passages(connection)))


def set_meta(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Store a fact about the whole index."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def _add_to_meta(connection: sqlite3.Connection, key: str, number: int) -> None:
    connection.execute("UPDATE meta SET value = CAST(value AS INTEGER) + ? WHERE key = ?", (number, key))


def carry_out(connection: sqlite3.Connection, plan: Plan, entries: Sequence[Entry], words: WordsChange) -> None:
    """Write a plan, whose new articles are given as entries already split."""
    left = "DELETE FROM place WHERE uri = ? RETURNING article"
    touched = {row for uri in plan.uris for (row,) in connection.execute(left, (uri,))}
    for key, place in plan.further:
        row = connection.execute("SELECT id FROM article WHERE key = ?", (key,)).fetchone()[0]
        _insert_place(connection, row, place)
        touched.add(row)
    place_of = "SELECT 1 FROM place WHERE article = ?"
    orphans = [row for row in touched if connection.execute(place_of, (row,)).fetchone() is None]
    for row in orphans:
        delete(connection, row, words)
    if orphans and plan.lost_files:
        purge_later(connection)
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
        "seal": seal(article, [*map(bounds_of, entry.passages)]),
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
            (row, *bounds_of(passage), embedding_text(article, passage).hash),
        ).fetchone()[0]
        words.add(number, *words_of(head, article.source, passage.text, article.language))


def delete(connection: sqlite3.Connection, row: int, words: WordsChange) -> None:
    """Delete an article, its passages and their words."""
    for number, in_title, in_text in passage_words(connection, row):
        words.remove(number, in_title, in_text)
    connection.execute("DELETE FROM article WHERE id = ?", (row,))
    set_meta(connection, _TRACES, "1")


def purge_later(connection: sqlite3.Connection) -> None:
    """Have the file written anew at the end of the run, as articles were removed.

    Deleted rows are overwritten with zeros, but where SQLite moved rows from page to page, it left copies of them.
    """
    set_meta(connection, _PURGE, "1")


def delete_all(connection: sqlite3.Connection) -> None:
    for table in ("article", "posting"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608
    set_meta(connection, "words", "0")


def forget_other_models(connection: sqlite3.Connection) -> None:
    """Delete the vectors of models used before, so that a rebuild keeps nothing that may be damaged."""
    connection.execute("DELETE FROM vector WHERE model <> (SELECT value FROM meta WHERE key = 'model')")


def leave_no_trace(connection: sqlite3.Connection) -> bool:
    """Delete what removed texts left behind, now or in an earlier run; return whether the log is free of them, too.

    The write-ahead log is truncated unless a reader still uses it.
    """
    told = meta(connection)
    traces = _TRACES in told
    if traces:
        # Chosen by id, so that SQLite reads hashes in an index rather than all vectors.
        orphans = "SELECT id FROM vector WHERE hash NOT IN (SELECT hash FROM passage)"
        connection.execute(f"DELETE FROM vector WHERE id IN ({orphans})")  # noqa: S608 - our own text
    if _PURGE in told:
        connection.execute("VACUUM")
        connection.execute("DELETE FROM meta WHERE key = ?", (_PURGE,))
    cut = bool(connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)
    if traces and cut:
        connection.execute("DELETE FROM meta WHERE key = ?", (_TRACES,))
    return cut or not traces


def _insert_place(connection: sqlite3.Connection, row: int, place: ArticlePlace) -> None:
    values = (place.uri, row, place.file, place.path)
    connection.execute("INSERT INTO place(uri, article, file, path) VALUES (?, ?, ?, ?)", values)


def _renumber(connection: sqlite3.Connection, row: int) -> None:
    """Give an article whose places changed a new row id, so that what readers cached under the old one stays true."""
    connection.execute("UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'article'")
    connection.execute(
        "UPDATE article SET id = (SELECT seq FROM sqlite_sequence WHERE name = 'article') WHERE id = ?", (row,)
    )
