"""Opens an index for reading: shares connections among threads, and keeps caches between questions."""

import logging
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from . import schema
from .articles import ArticleCache
from .check import damage_as_error
from .layout import Layout
from .loading import StoreCache
from .snapshot import Snapshot
from .transaction import store_error_for

log = logging.getLogger(__name__)


class _Database:
    """An open database file: its idle connections, and what was cached of it."""

    def __init__(self, layout: Layout) -> None:
        self._state = layout.file_state()
        self.idle = [schema.open_for_reading(layout)]
        self.follows = schema.follows(self.idle[0])
        """Whether later publications are seen without reopening the file."""
        self._compared = 2 if self.follows else 3
        self.articles = ArticleCache()
        self.stores = StoreCache()
        self.closed = False

    def is_at(self, layout: Layout) -> bool:
        """Return whether this is still the file at its path."""
        return (self._state or ())[: self._compared] == (layout.file_state() or ())[: self._compared]

    def close(self) -> None:
        """Close idle connections; those in use are closed after use."""
        self.closed = True
        while self.idle:
            self.idle.pop().close()


class IndexReader:
    """An open index. Any number of threads may read from it at once.

    If the folder is replaced, for example by a backup, the next snapshot reads the new one.

    Raises:
        NoIndexError, IndexDamagedError, IndexVersionError: as in `schema.open_for_reading`.
    """

    def __init__(self, folder: Path) -> None:
        self.layout = Layout(folder)
        self._lock = threading.Lock()
        self._database = _Database(self.layout)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection; those in use are closed after use."""
        with self._lock:
            self._database.close()

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Provide the index as it is now, unchanged until the block ends.

        Raises:
            NoIndexError: the folder is gone.
            IndexDamagedError: what is read is not what was written.
        """
        database, connection = self._take()
        try:
            connection.execute("BEGIN")
            with damage_as_error(self.layout.folder):
                yield Snapshot(connection, database.articles, database.stores, self.layout, database)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise store_error_for(self.layout.database, error) from error
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            with self._lock:
                if database.closed:
                    connection.close()
                else:
                    database.idle.append(connection)

    def _take(self) -> tuple[_Database, sqlite3.Connection]:
        """Return an idle connection, with its database."""
        with self._lock:
            # The old file stays open until the new one is, so that its inode number is not reused meanwhile.
            if not self._database.closed and not self._database.is_at(self.layout):
                old, self._database = self._database, _Database(self.layout)
                old.close()
                if old.follows:
                    log.warning("%s: replaced by another index, which answers from now on", self.layout.folder)
            database = self._database
            if database.idle:
                return database, database.idle.pop()
        return database, schema.open_for_reading(self.layout)
