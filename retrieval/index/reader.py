"""Opening an index for reading: connections shared out to threads, and what is kept in memory between questions."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from ..errors import IndexDamagedError
from . import schema
from .articles import ArticleCache
from .check import check_index
from .layout import Layout
from .loading import StoreCache
from .snapshot import Snapshot
from .transaction import told


class IndexReader:
    """An open index. Any number of threads may read from it at once.

    Raises:
        NoIndexError, IndexDamagedError, IndexVersionError: as `schema.open_for_reading`.
    """

    def __init__(self, folder: Path) -> None:
        self.layout = Layout(folder)
        self._idle = [schema.open_for_reading(self.layout)]
        self._closed = False
        self._lock = threading.Lock()
        self._articles = ArticleCache()
        self._stores = StoreCache()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection; one that is in use is closed after its use."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Give the index as it is now; it stays so until the block ends.

        Raises:
            IndexDamagedError: what is read is not what was written.
        """
        with self._lock:
            connection = self._idle.pop() if self._idle else None
        connection = connection or schema.open_for_reading(self.layout)
        try:
            connection.execute("BEGIN")
            yield Snapshot(connection, self._articles, self._stores, self.layout)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise told(self.layout.database, error) from error
        except (LookupError, TypeError, ValueError) as error:
            # A fault of the program, or of what it read? The index tells.
            if problems := check_index(self.layout.folder):
                raise IndexDamagedError(problems[0]) from error
            raise
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            with self._lock:
                if self._closed:
                    connection.close()
                else:
                    self._idle.append(connection)
