"""Atomic transactions, and one-line errors for what the disk or the database refuses."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import IndexBusyError, IndexDamagedError, StoreError
from .layout import how_to_replace

_REMEDIES = {
    sqlite3.SQLITE_FULL: "there is no room on the disk; make room",
    sqlite3.SQLITE_READONLY: "it may not be written to; see to its permissions",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened; see to its permissions and to the limit of open files",
    sqlite3.SQLITE_NOMEM: "there is not enough memory; give it more",
    sqlite3.SQLITE_IOERR: "the disk did not do what was asked; see to its room and its health",
}

_AGAIN = "run the command again; what it had done already stays done"
"""If the sync of a commit fails, it is unknown whether the commit stands until the file is read again."""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run the block in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk has ended it already
            connection.execute("ROLLBACK")
        raise


@contextmanager
def as_store_errors(path: Path, *, then: str = _AGAIN) -> Iterator[None]:
    """Turn errors of the system while a database is written into one-line errors.

    Args:
        then: what to do once the cause is removed.

    Raises:
        StoreError: the disk is full, failing or not writable.
        IndexBusyError: another process holds the database.
        IndexDamagedError: it is not what was written.
    """
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.NotSupportedError, sqlite3.IntegrityError):
        raise  # faults of the program, unless `damage_as_error` finds damage
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise store_error_for(path, error, then=then) from error
    except OSError as error:
        where = error.filename or path
        raise StoreError(f"{where}: {error.strerror or error}; when that is fixed, {then}") from error


def store_error_for(path: Path, error: sqlite3.DatabaseError | UnicodeDecodeError, *, then: str = _AGAIN) -> StoreError:
    """Return the error to show for a database error.

    SQLite quotes damaged names as it finds them, so that a message may not be UTF-8.
    """
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return IndexBusyError(f"{path}: another process holds it ({error}); when it has ended, {then}")
    if code in _REMEDIES:
        return StoreError(f"{path}: {_REMEDIES[code]} ({error}), then {then}")
    what = " ".join(str(error).split())
    return IndexDamagedError(f"{path}: the index cannot be read ({what}); {how_to_replace(path.parent)}")
