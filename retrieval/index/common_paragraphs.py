"""Learns, as articles come and go, which paragraphs a source repeats in many articles; stored in the database."""

import sqlite3
from collections.abc import Collection, Sequence

from msgspec import Struct

from ..articles.boilerplate import common
from ..types import Article
from .identity import Plan

LATEST = 1_000
"""How many of a source's articles are examined, the latest ones: bounds the cost, and sources change."""


class CommonParagraphs(Struct, frozen=True):
    """The paragraphs that a plan's sources repeat in many of their articles."""

    common: dict[int, set[int]] = {}
    """Keys of such paragraphs, by source."""
    stale: list[int] = []
    """Rows of articles that contain a paragraph whose status has just changed."""

    def applied(self, article: Article) -> Article:
        """Return an article without the paragraphs that its source repeats everywhere."""
        source = common.source_of(article)
        return common.set_aside(article, self.common[source]) if source in self.common else article


def learn_common(connection: sqlite3.Connection, plan: Plan) -> CommonParagraphs:
    """Learn from the articles in the index and those that a plan adds, without those that it removes."""
    leaving = _leaving(connection, plan)
    coming: dict[int, list[list[int]]] = {source: [] for source in _sources(connection, leaving)}
    for new in plan.new:
        if (source := common.source_of(new.article)) is not None:
            coming.setdefault(source, []).append(common.keys(new.article))
    found = CommonParagraphs()
    for source, held in coming.items():
        before = {key for (key,) in connection.execute("SELECT hash FROM common WHERE source = ?", (source,))}
        learnt = common.learn([*_held(connection, source, leaving), *held])
        kept = {
            key for key in before - learnt
            if common.stays(len(_holders(connection, key) - leaving) + sum(key in keys for keys in held))
        }  # fmt: skip
        found.common[source] = learnt | kept
        changed = before ^ found.common[source]
        found.stale.extend(sorted({row for key in changed for row in _holders(connection, key)} - leaving))
    return found


def note_paragraphs(connection: sqlite3.Connection, row: int, article: Article) -> None:
    """Store which paragraphs an article contains, so that its source can be learnt from it."""
    if (source := common.source_of(article)) is not None:
        connection.execute("INSERT INTO published VALUES (?, ?)", (row, source))
        rows = [(key, row) for key in common.keys(article)]
        connection.executemany("INSERT OR IGNORE INTO paragraph VALUES (?, ?)", rows)


def note_common(connection: sqlite3.Connection, found: CommonParagraphs) -> None:
    """Store what was learnt."""
    for source, keys in found.common.items():
        connection.execute("DELETE FROM common WHERE source = ?", (source,))
        connection.executemany("INSERT INTO common VALUES (?, ?)", [(source, key) for key in keys])


def _leaving(connection: sqlite3.Connection, plan: Plan) -> set[int]:
    """Return the rows of articles that lose their last place; an article that moved has another."""
    uris = plan.uris
    rows = {row for uri in uris for row in connection.execute("SELECT article FROM place WHERE uri = ?", (uri,))}
    moved = {key for key, _ in plan.further}
    query = "SELECT key, uri FROM article JOIN place ON article.id = article WHERE article.id = ?"
    left = {row: connection.execute(query, (row,)).fetchall() for (row,) in rows}
    return {row for row, held in left.items() if all(uri in uris and key not in moved for key, uri in held)}


def _sources(connection: sqlite3.Connection, rows: Collection[int]) -> set[int]:
    found = (connection.execute("SELECT source FROM published WHERE article = ?", (row,)).fetchone() for row in rows)
    return {source[0] for source in found if source}


def _held(connection: sqlite3.Connection, source: int, leaving: Collection[int]) -> Sequence[list[int]]:
    """Return the paragraph keys of each of a source's latest articles."""
    latest = connection.execute(
        "SELECT article FROM published WHERE source = ? ORDER BY article DESC LIMIT ?", (source, LATEST)
    ).fetchall()
    query = "SELECT hash FROM paragraph WHERE article = ?"
    return [[key for (key,) in connection.execute(query, row)] for row in latest if row[0] not in leaving]


def _holders(connection: sqlite3.Connection, key: int) -> set[int]:
    return {row[0] for row in connection.execute("SELECT article FROM paragraph WHERE hash = ?", (key,))}
