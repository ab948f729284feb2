"""Opening an index for reading: connections shared out to threads, and what is kept in memory between questions."""

import logging
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from . import schema
from .articles import ArticleCache
from .check import damage_told
from .layout import Layout
from .loading import StoreCache
from .snapshot import Snapshot
from .transaction import told

logger = logging.getLogger(__name__)


class _Database:
    """A database file that is open: connections that nobody uses just now, and what was read of it."""

    def __init__(self, layout: Layout) -> None:
        self._which = layout.which()
        self.idle = [schema.open_for_reading(layout)]
        self.follows = schema.follows(self.idle[0])
        """Whether what is published later is seen without opening the file anew."""
        self._told = 2 if self.follows else 3
        self.articles = ArticleCache()
        self.stores = StoreCache()
        self.closed = False

    def is_at(self, layout: Layout) -> bool:
        """Say whether it is what lies there."""
        return (self._which or ())[: self._told] == (layout.which() or ())[: self._told]

    def close(self) -> None:
        """Close what is idle; what is in use is closed after its use."""
        self.closed = True
        while self.idle:
            self.idle.pop().close()


class IndexReader:
    """An open index. Any number of threads may read from it at once.

    Where the folder is replaced, as by a backup, what lies there now is read from the next snapshot on.

    Raises:
        NoIndexError, IndexDamagedError, IndexVersionError: as `schema.open_for_reading`.
    """

    def __init__(self, folder: Path) -> None:
        self.layout = Layout(folder)
        self._lock = threading.Lock()
        self._database = _Database(self.layout)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection; one that is in use is closed after its use."""
        with self._lock:
            self._database.close()

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Give the index as it is now; it stays so until the block ends.

        Raises:
            NoIndexError: the folder was taken away.
            IndexDamagedError: what is read is not what was written.
        """
        database, connection = self._take()
        try:
            connection.execute("BEGIN")
            with damage_told(self.layout.folder):
                yield Snapshot(connection, database.articles, database.stores, self.layout, database)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise told(self.layout.database, error) from error
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            with self._lock:
                if database.closed:
                    connection.close()
                else:
                    database.idle.append(connection)

    def _take(self) -> tuple[_Database, sqlite3.Connection]:
        """Return a connection that nobody uses, with its database."""
        with self._lock:
            # The old one stays open until there is a new one, so that its number is not given away meanwhile.
            if not self._database.closed and not self._database.is_at(self.layout):
                old, self._database = self._database, _Database(self.layout)
                old.close()
                if old.follows:
                    logger.warning("%s: replaced by another index, which answers from now on", self.layout.folder)
            database = self._database
            if database.idle:
                return database, database.idle.pop()
        return database, schema.open_for_reading(self.layout)
