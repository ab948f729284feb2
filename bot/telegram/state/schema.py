"""The database file: its tables, and how it is opened."""

import sqlite3
from pathlib import Path

VERSION = 5

_TABLES = """
CREATE TABLE IF NOT EXISTS inbox (
    id INTEGER PRIMARY KEY, payload TEXT, attempts INTEGER NOT NULL DEFAULT 0, at REAL NOT NULL
);
CREATE TABLE IF NOT EXISTS sending (
    chat INTEGER NOT NULL, asked INTEGER NOT NULL, after INTEGER NOT NULL, at REAL NOT NULL, PRIMARY KEY (chat, asked)
);
CREATE TABLE IF NOT EXISTS latest (line INTEGER PRIMARY KEY, number INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS shown (
    key TEXT PRIMARY KEY, chat INTEGER NOT NULL, user INTEGER NOT NULL, asked INTEGER NOT NULL, message INTEGER,
    found TEXT NOT NULL, view TEXT, at REAL NOT NULL
);
CREATE INDEX IF NOT EXISTS shown_for ON shown (chat, asked);
CREATE INDEX IF NOT EXISTS shown_to ON shown (chat, user, asked, at);
CREATE TABLE IF NOT EXISTS verdict (
    key TEXT NOT NULL, user INTEGER NOT NULL, helpful INTEGER NOT NULL, at REAL NOT NULL, PRIMARY KEY (key, user)
);
CREATE TABLE IF NOT EXISTS person (user INTEGER PRIMARY KEY, language TEXT);
CREATE TABLE IF NOT EXISTS gap (
    question TEXT NOT NULL, user INTEGER NOT NULL, count INTEGER NOT NULL, at REAL NOT NULL,
    PRIMARY KEY (question, user)
);
CREATE TABLE IF NOT EXISTS follow (
    id INTEGER PRIMARY KEY AUTOINCREMENT, user INTEGER NOT NULL, question TEXT NOT NULL, at REAL NOT NULL,
    language TEXT
);
CREATE TABLE IF NOT EXISTS told (follow INTEGER NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (follow, digest));
CREATE TABLE IF NOT EXISTS known (article TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


def open_file(file: Path) -> sqlite3.Connection:
    """Open the file; create it if it is missing.

    Raises:
        sqlite3.Error: it is in use, damaged, of another version, or cannot be written.
    """
    db = sqlite3.connect(file, isolation_level=None, timeout=0.5)
    try:
        _prepare(db)
    except BaseException:
        db.close()
        raise
    return db


def _prepare(db: sqlite3.Connection) -> None:
    db.text_factory = lambda text: text.decode(errors="replace")  # a flipped bit costs a letter, not the start
    db.execute("PRAGMA locking_mode = EXCLUSIVE")  # one bot per folder: the lock ends with the process, even if killed
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")  # survives a killed process; a power cut may cost the last moments
    db.execute("PRAGMA secure_delete = ON")  # leaves no byte of what is deleted
    if (found := db.execute("PRAGMA quick_check(1)").fetchone()) != ("ok",):
        raise sqlite3.DatabaseError(found[0])
    make_tables(db)


def make_tables(db: sqlite3.Connection) -> None:
    """Create missing tables."""
    db.execute("BEGIN IMMEDIATE")
    if db.execute("PRAGMA user_version").fetchone()[0] not in {0, VERSION}:  # 0: a new file
        raise sqlite3.NotSupportedError("another version of Byline wrote it")
    for statement in _TABLES.split(";"):
        db.execute(statement)
    db.execute(f"PRAGMA user_version = {VERSION}")
    db.execute("COMMIT")
