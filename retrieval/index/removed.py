"""Removed articles whose files stay: they stay out until their words change or their file is named.

Only a hash of each is kept, in the table `removed`.
"""

import sqlite3
from collections.abc import Iterable

from ..types import Article, digest_of


def note_removed(connection: sqlite3.Connection, article: Article) -> None:
    """Keep an article out of later runs."""
    connection.execute("INSERT OR IGNORE INTO removed VALUES (?)", _digests(article)[:1])


def is_removed(connection: sqlite3.Connection, article: Article) -> bool:
    """Return whether an article was removed, wherever it lies now."""
    query = "SELECT 1 FROM removed WHERE digest IN (?, ?)"
    return _any(connection) and connection.execute(query, _digests(article)).fetchone() is not None


def removed_state(connection: sqlite3.Connection) -> str:
    """Return a digest of all articles that stay out: another one when one more is removed, or comes back."""
    return digest_of(row[0] for row in connection.execute("SELECT digest FROM removed ORDER BY digest"))


def forget_removed(connection: sqlite3.Connection, articles: Iterable[Article]) -> None:
    """Let articles in again."""
    if _any(connection):
        connection.executemany("DELETE FROM removed WHERE digest IN (?, ?)", map(_digests, articles))


def _any(connection: sqlite3.Connection) -> bool:
    """Return whether anything was removed: mostly nothing was, and then no article needs a hash."""
    return connection.execute("SELECT 1 FROM removed").fetchone() is not None


def _digests(article: Article) -> tuple[str, str]:
    """Return the hash by which an article stays out, and the one that earlier versions wrote.

    The former is of all its words, kept and dropped ones, so that the article does not come back when other rules
    decide what is dropped: after an update, or with `--keep-all`.
    """
    written = " ".join([article.title or "", article.text, *(block.text for block in article.dropped)])
    return digest_of(sorted(written.split())), article.digest
