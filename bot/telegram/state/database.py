"""The state's database: on disk, or in memory while the disk fails, so that the bot goes on answering.

What is written in memory is lost with the process; once the disk works again, all of it is written there, unless the
disk could not even be read: then it keeps what it had, and what was in memory is dropped.
"""

import logging
import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from .schema import make_tables, open_file

log = logging.getLogger(__name__)

_T = TypeVar("_T")

RETRY_SECONDS = 30.0
"""Pause between attempts to return to the disk."""


class Database:
    """Executes SQL; each call is a transaction of its own."""

    def __init__(self, file: Path) -> None:
        """Open the file; create it if it is missing.

        Raises:
            sqlite3.Error: it is in use, damaged, or cannot be written.
        """
        self._file = file
        self._disk = open_file(file)
        self._memory: sqlite3.Connection | None = None
        self._is_copy = True
        self._gone = False
        self._retry_at = 0.0

    def execute(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        """Execute a statement. One that writes returns no rows, because it would end only when all were fetched."""
        self._return()
        try:
            return (self._memory or self._disk).execute(sql, values)
        except sqlite3.OperationalError as error:  # the disk is full, read-only, or has failed
            if self._memory:
                raise
            return self._leave(error).execute(sql, values)

    def value(self, kind: Callable[[Any], _T], sql: str, *values: object) -> _T | None:
        """Return the first column of a query's first row, as a value of this kind; None if it is NULL or missing."""
        row = self.execute(sql, values).fetchone()
        return None if row is None or row[0] is None else kind(row[0])

    def check_whole(self) -> None:
        """Raise sqlite3.OperationalError while what is on disk cannot be reached: it could not be deleted."""
        self._return()
        if self._memory and not self._is_copy:
            raise sqlite3.OperationalError(f"{self._file} cannot be read")

    def rewrite(self) -> bool:
        """Write all of the database anew; return False if the disk has no room for a second copy of it.

        Deleted rows are overwritten with zeros, but where SQLite moved rows from page to page, it left copies of them.
        """
        self._return()
        try:
            (self._memory or self._disk).execute("VACUUM")
        except sqlite3.OperationalError as error:
            log.warning("%s may hold traces of what was deleted until it can be written anew: %s", self._file, error)
            return False
        return True

    def warn_if_gone(self) -> None:
        """Log once that the file was deleted: all that is in it goes with the process."""
        gone = not self._file.exists()
        if gone and not self._gone:
            log.error(
                "%s was deleted while the bot runs: what users follow and chose is lost once it stops", self._file
            )
        self._gone = gone

    def close(self) -> None:
        """Close the file, after writing what is in memory to it if the disk allows."""
        self._return(now=True)
        if self._memory:
            self._memory.close()
        self._disk.close()

    def _leave(self, error: sqlite3.Error) -> sqlite3.Connection:
        """Go on in memory, with what the disk has; return the database there."""
        memory = sqlite3.connect(":memory:", isolation_level=None)
        memory.text_factory = self._disk.text_factory
        try:
            self._disk.backup(memory)
            self._is_copy = True
        except sqlite3.Error:  # the disk cannot even be read: start empty
            make_tables(memory)
            self._is_copy = False
        self._memory, self._retry_at = memory, time.monotonic() + RETRY_SECONDS
        log.error("%s cannot be written (%s); answers go on, kept in memory: make room or fix it", self._file, error)
        return memory

    def _return(self, *, now: bool = False) -> None:
        """Go back to the disk if it is time to try and the disk takes what is in memory."""
        if self._memory is None or not (now or time.monotonic() >= self._retry_at):
            return
        try:
            if self._is_copy:
                self._memory.backup(self._disk)
            self._disk.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # leaves no byte of what was forgotten meanwhile
        except sqlite3.Error:
            self._retry_at = time.monotonic() + RETRY_SECONDS
            return
        self._memory.close()
        self._memory = None
        works = (
            "written again, and holds what was kept in memory" if self._is_copy else "read again, and holds what it had"
        )
        log.warning("%s can be %s", self._file, works)
