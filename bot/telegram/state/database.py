"""The database of the state on its disk, and in memory while the disk refuses: answers go on meanwhile.

What happens in memory is lost with the process, and written to the disk as a whole once that works again.
"""

import logging
import sqlite3
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from .schema import make_tables, open_file

log = logging.getLogger(__name__)

_T = TypeVar("_T")

RETRY_SECONDS = 30.0
"""Between attempts to get back to the disk."""


class Database:
    """Carries out SQL, each call a transaction of its own unless they are put together."""

    def __init__(self, file: Path) -> None:
        """Open the file, or make it.

        Raises:
            sqlite3.Error: it is in use, damaged, or cannot be written.
        """
        self._file = file
        self._disk = open_file(file)
        self._memory: sqlite3.Connection | None = None
        self._together = False
        self._retry_at = 0.0

    def execute(self, sql: str, values: Iterable[object] = ()) -> sqlite3.Cursor:
        """Carry out a statement. One that changes something returns no rows: those end only when all are fetched."""
        self._return()
        given = tuple(values)
        return self._or_in_memory(lambda: self._db.execute(sql, given))

    def value(self, kind: Callable[[Any], _T], sql: str, *values: object) -> _T | None:
        """Return, as a value of this kind, the first column of a query's first row; None where it has none or NULL."""
        row = self.execute(sql, values).fetchone()
        return None if row is None or row[0] is None else kind(row[0])

    def together(self, work: Callable[[], None]) -> None:
        """Carry out all statements of a piece of work, or none. It may be called twice."""
        self._return()
        self._or_in_memory(lambda: self._as_one(work))

    def close(self) -> None:
        """Close the file, with what came to be in memory if the disk takes it."""
        self._return(now=True)
        if self._memory:
            self._memory.close()
        self._disk.close()

    @property
    def _db(self) -> sqlite3.Connection:
        return self._memory or self._disk

    def _as_one(self, work: Callable[[], None]) -> None:
        self._together = True
        try:
            self._db.execute("BEGIN")
            work()
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise
        finally:
            self._together = False

    def _or_in_memory(self, act: Callable[[], _T]) -> _T:
        try:
            return act()
        except sqlite3.OperationalError as error:  # full, read-only, or an error of the device
            if self._memory or self._together:
                raise
            self._leave(error)
            return act()

    def _leave(self, error: sqlite3.Error) -> None:
        memory = sqlite3.connect(":memory:", isolation_level=None)
        memory.text_factory = self._disk.text_factory
        try:
            self._disk.backup(memory)
        except sqlite3.Error:  # the disk does not even read: begin with nothing
            make_tables(memory)
        self._memory, self._retry_at = memory, time.monotonic() + RETRY_SECONDS
        log.error("%s cannot be written (%s); answers go on, kept in memory: make room or fix it", self._file, error)

    def _return(self, *, now: bool = False) -> None:
        """Go back to the disk if it is time to try, and it takes what came to be meanwhile."""
        if self._memory is None or self._together or not (now or time.monotonic() >= self._retry_at):
            return
        try:
            self._memory.backup(self._disk)
            self._disk.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # what was forgotten meanwhile leaves no byte
        except sqlite3.Error:
            self._retry_at = time.monotonic() + RETRY_SECONDS
            return
        self._memory.close()
        self._memory = None
        log.warning("%s can be written again, and holds what was kept in memory", self._file)
