"""The database: its tables, and how connections to it are opened.

The design relies on SQLite's snapshots: a question reads inside one transaction, so it sees one complete generation,
whatever a writer publishes or deletes meanwhile.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from .. import passages
from ..errors import IndexDamagedError, IndexVersionError, NoIndexError
from ..language import text
from ..types import FACTS
from .layout import Layout, how_to_replace, index_command
from .transaction import store_error_for

APPLICATION_ID = 0x42594C4E
"""Marks a SQLite file as ours ("BYLN")."""

SCHEMA_VERSION = 2
"""Version of the tables; an index with another one is refused."""

SPLIT_VERSIONS = f"{text.VERSION}.{passages.VERSION}"
"""Versions of text analysis and of splitting; an index made with others is split again, from its stored texts."""

BUSY_TIMEOUT_SECONDS = 30.0
"""How long to wait for another process's transaction; the longest one publishes a generation."""

_folded = lru_cache(maxsize=1024)(text.folded)
"""Case folding for SQLite, whose own `lower` handles only ASCII letters."""

SCHEMA = f"""
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
-- What was asked to be indexed, for a run that names no path.
CREATE TABLE root(path TEXT PRIMARY KEY) WITHOUT ROWID;
-- Files as they were when read: one that looks the same is not read again.
CREATE TABLE file(path TEXT PRIMARY KEY, stamp TEXT NOT NULL) WITHOUT ROWID;
-- Row ids are never used twice (AUTOINCREMENT), and a row never changes: a row id names one text for ever.
CREATE TABLE article(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE, digest TEXT NOT NULL,
  {", ".join(f"{fact} TEXT" for fact in FACTS)},
  text TEXT NOT NULL, details TEXT NOT NULL
);
CREATE INDEX article_digest ON article(digest);
-- Where an article lies; the first place is shown. An article whose places change gets another row id.
CREATE TABLE place(
  id INTEGER PRIMARY KEY, uri TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE ON UPDATE CASCADE,
  file TEXT NOT NULL, path TEXT
);
CREATE INDEX place_article ON place(article);
CREATE INDEX place_file ON place(file);
CREATE TABLE passage(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE ON UPDATE CASCADE,
  key TEXT NOT NULL UNIQUE, ordinal INTEGER NOT NULL, paragraph INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, hash BLOB NOT NULL
);
CREATE INDEX passage_article ON passage(article);
CREATE INDEX passage_hash ON passage(hash);
-- Near copies: an article is compared with those that share a MinHash band with it, and joins their story.
CREATE TABLE band(
  hash INTEGER NOT NULL, article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE ON UPDATE CASCADE,
  PRIMARY KEY (hash, article)
) WITHOUT ROWID;
CREATE INDEX band_article ON band(article);
CREATE TABLE story(
  article INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE ON UPDATE CASCADE, number INTEGER NOT NULL
);
CREATE INDEX story_number ON story(number);
-- Vectors by what was embedded, for each model: an unchanged paragraph is never embedded again, nor after a switch
-- of models and back.
CREATE TABLE model(id INTEGER PRIMARY KEY, name TEXT NOT NULL, fingerprint TEXT NOT NULL UNIQUE, dim INTEGER NOT NULL);
CREATE TABLE vector(
  id INTEGER PRIMARY KEY, model INTEGER NOT NULL REFERENCES model(id), hash BLOB NOT NULL, whole BLOB NOT NULL,
  UNIQUE(model, hash)
);
-- The sentences' vectors stand apart, so that reading all passages' vectors does not read them.
CREATE TABLE part(vector INTEGER PRIMARY KEY REFERENCES vector(id) ON DELETE CASCADE, vectors BLOB NOT NULL);
-- The passages that hold a stem, in blocks (`postings`).
CREATE TABLE posting(id INTEGER PRIMARY KEY, stem TEXT NOT NULL, first INTEGER NOT NULL, entries BLOB NOT NULL);
CREATE UNIQUE INDEX posting_stem ON posting(stem, first);
-- Articles that the user removed: what they say stays out as long as it lies unchanged where it lay.
CREATE TABLE removed(digest TEXT PRIMARY KEY) WITHOUT ROWID;
-- What a source says in many of its articles: the sources of articles, which paragraphs stand in which, and what was
-- learnt of that. Paragraphs and sources are hashes. An article that was read whole (--keep-all) takes no part.
CREATE TABLE published(
  article INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE ON UPDATE CASCADE, source INTEGER NOT NULL
);
CREATE INDEX published_source ON published(source, article);
CREATE TABLE paragraph(
  hash INTEGER NOT NULL, article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE ON UPDATE CASCADE,
  PRIMARY KEY (hash, article)
) WITHOUT ROWID;
CREATE INDEX paragraph_article ON paragraph(article);
CREATE TABLE common(
  source INTEGER NOT NULL, hash INTEGER NOT NULL, PRIMARY KEY (source, hash)
) WITHOUT ROWID;
"""


def create_in_memory() -> sqlite3.Connection:
    """Return an empty database in memory, for a dry run without an index."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _initialise(connection)
    return connection


def open_for_writing(layout: Layout) -> sqlite3.Connection:
    """Open the database for writing; create it if it is missing.

    Raises:
        sqlite3.DatabaseError, UnicodeDecodeError: the file is no database.
        IndexDamagedError: the file is not a database of ours.
        IndexVersionError: it was written in another format.
    """
    if not layout.database.exists():
        layout.database.touch(mode=0o600)
    connection = _open(layout.database, "rw")
    with _closed_on_error(connection):
        if connection.execute("PRAGMA application_id").fetchone()[0] == 0 and _is_empty(connection):
            _initialise(connection)
        _check(connection, layout.database)
        connection.execute("PRAGMA journal_mode = WAL")  # again: it may have failed when the file was created
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA foreign_keys = ON")
    return connection


def open_for_reading(layout: Layout) -> sqlite3.Connection:
    """Open the database read-only, with an SQL function `folded(text)` for case-insensitive comparison of names.

    Raises:
        NoIndexError: there is none.
        IndexDamagedError: the file is not a database of ours.
        IndexVersionError: it was written in another format.
    """
    if not layout.exists():
        raise NoIndexError(f"{layout.folder}: no index here; make one with: {index_command(layout.folder, 'FOLDER')}")
    try:
        connection = _open_existing(layout)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise store_error_for(layout.database, error) from error
    with _closed_on_error(connection):
        if _is_empty(connection):
            raise NoIndexError(
                f"{layout.folder}: no index here yet; make one with: {index_command(layout.folder, 'FOLDER')}"
            )
        _check(connection, layout.database)
        connection.execute("PRAGMA query_only = ON")
        connection.create_function("folded", 1, _folded, deterministic=True)
    return connection


def follows(connection: sqlite3.Connection) -> bool:
    """Return whether a connection sees what others publish; otherwise it sees the file as it is now."""
    return bool(connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal")


def _open_existing(layout: Layout) -> sqlite3.Connection:
    # The last reader with write permission merges the log; one without it reads the file as it is.
    if layout.may_be_written():
        try:
            return _open(layout.database, "rw")
        except sqlite3.OperationalError as error:
            # A full disk has no room for a reader's own files. If there is no log, reading without them misses nothing.
            if error.sqlite_errorcode & 0xFF not in _NO_ROOM or layout.has_log():
                raise
    return _open(layout.database, "ro&immutable=1")


_NO_ROOM = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN})


@contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _open(path: Path, mode: str) -> sqlite3.Connection:
    if path.exists() and not path.is_file():  # SQLite would read from a pipe forever
        raise _foreign(path)
    # We begin and end transactions ourselves (isolation_level None); only one thread at a time uses a connection.
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_TIMEOUT_SECONDS,
    )
    with _closed_on_error(connection):
        _is_empty(connection)  # the first access to the file, which shows whether it is a database at all
    return connection


def _is_empty(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master").fetchone() is None


def _initialise(connection: sqlite3.Connection) -> None:
    # Five vectors of 384 numbers fill a page of 8 KiB to 94 %; two fill a page of 4 KiB to 75 %.
    connection.execute("PRAGMA page_size = 8192")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    for statement in SCHEMA.split(";\n"):  # `executescript` would commit the transaction first
        connection.execute(statement)
    connection.execute("INSERT INTO meta VALUES ('generation', '0'), ('words', '0'), ('identity', hex(randomblob(8)))")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("COMMIT")


def meta(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the facts about the whole index."""
    return dict(connection.execute("SELECT key, value FROM meta"))


def languages(connection: sqlite3.Connection) -> Counter[str | None]:
    """Return the number of articles by language, as the last publication counted them."""
    return Counter(dict(json.loads(meta(connection).get("languages", "[]"))))


def count_languages(connection: sqlite3.Connection) -> Counter[str | None]:
    """Count the articles by language, for which SQLite reads all of them."""
    query = "SELECT language, count(*) FROM article GROUP BY language ORDER BY language"
    return Counter(dict(connection.execute(query)))


def count_passages(connection: sqlite3.Connection) -> int:
    """Count the passages, for which SQLite reads an index."""
    return int(connection.execute("SELECT count(*) FROM passage").fetchone()[0])


def is_split_otherwise(connection: sqlite3.Connection) -> bool:
    """Return whether another version of Byline split the index's texts."""
    return meta(connection).get("versions", SPLIT_VERSIONS) != SPLIT_VERSIONS


def _check(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise _foreign(path)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version != SCHEMA_VERSION:
        who, mend = "an older", how_to_replace(path.parent)
        if version > SCHEMA_VERSION:
            who, mend = "a newer", "update Byline"
        raise IndexVersionError(
            f"{path}: written by {who} Byline (format {version}, this one reads {SCHEMA_VERSION}); {mend}"
        )


def _foreign(path: Path) -> IndexDamagedError:
    return IndexDamagedError(f"{path}: not a Byline index; name another folder with --index, or move this file away")
