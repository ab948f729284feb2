"""All of a block's writes or none, and what the disk or the database refuses as one line."""

import shlex
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import IndexBusyError, IndexDamagedError, StoreError
from .layout import Layout, index_command

_REMEDIES = {
    sqlite3.SQLITE_FULL: "there is no room on the disk; make room",
    sqlite3.SQLITE_READONLY: "it may not be written to; see to its permissions",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened; see to its permissions and to the limit of open files",
    sqlite3.SQLITE_NOMEM: "there is not enough memory; give it more",
    sqlite3.SQLITE_IOERR: "the disk did not do what was asked; see to its room and its health",
}

_AGAIN = "run the command again; what it had done already stays done"
"""Whether a commit stands whose sync was refused, nobody knows until the file is read again."""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Make what the block writes one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk has ended it already
            connection.execute("ROLLBACK")
        raise


@contextmanager
def refusals_told(path: Path, *, then: str = _AGAIN) -> Iterator[None]:
    """Turn what the system refuses the writer of a database into one line.

    Args:
        then: what to do when that is fixed.

    Raises:
        StoreError: the disk is full, failing or not to be written to.
        IndexBusyError: somebody else holds the database.
        IndexDamagedError: it is not what was written.
    """
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.NotSupportedError, sqlite3.IntegrityError):
        raise  # faults of the program, unless `damage_told` finds another reason
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise told(path, error, then=then) from error
    except OSError as error:
        where = error.filename or path
        raise StoreError(f"{where}: {error.strerror or error}; when that is fixed, {then}") from error


def told(path: Path, error: sqlite3.DatabaseError | UnicodeDecodeError, *, then: str = _AGAIN) -> StoreError:
    """Return what a database's refusal means to its user.

    SQLite names what is damaged as it finds it, so a message may be no UTF-8.
    """
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return IndexBusyError(f"{path}: another process holds it ({error}); when it has ended, {then}")
    if code in _REMEDIES:
        return StoreError(f"{path}: {_REMEDIES[code]} ({error}), then {then}")
    return damaged(path, error)


def damaged(path: Path, error: object) -> IndexDamagedError:
    """Return that a database is not what was written."""
    what = " ".join(str(error).split())
    return IndexDamagedError(f"{path}: the index cannot be read ({what}); {anew(path.parent)}")


def anew(folder: Path) -> str:
    """Return what replaces an index that nothing can mend; of one that is half written, what writes the other half.

    Who may not write looks at the database as it lies there: while its log is put into it, it is neither old nor new.
    """
    layout = Layout(folder)
    if layout.has_log() and not layout.may_be_written():
        finish = shlex.join(["byline", "--index", str(folder), "status"])
        return f"a run is under way or was cut short: wait, or finish it, as a user who may write there, with: {finish}"
    return f"move the folder away and rebuild it with: {index_command(folder, 'FOLDER')}"
