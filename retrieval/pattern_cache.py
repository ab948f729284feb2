"""Compiled regular expressions kept in a file between processes, as Python keeps compiled modules.

A question needs some 100 of ours, which took a start 100 ms to compile and take it a few to read.
"""

import json
import re
import sqlite3
import sys
import threading
from array import array
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from zlib import crc32

_KNOWN = sys.implementation.name == "cpython" and sys.version_info < (3, 15)
"""Python has no public access to the code of a pattern, and a later release may keep it in another way."""

_MAX_BYTES = 1 << 24
"""A larger file, which holds the patterns of many versions of Byline, begins anew: one has about four megabytes."""

_DAMAGE = (sqlite3.DatabaseError, UnicodeDecodeError, TypeError)
"""What a damaged file raises: SQLite quotes damaged names as they are, and a flipped bit may change a value's type."""

_TABLE = """
CREATE TABLE IF NOT EXISTS pattern(
  source TEXT, flags INTEGER, compiled BLOB, checksum INTEGER, PRIMARY KEY (source, flags)
) WITHOUT ROWID
"""


class PatternCache:
    """Compiles patterns, or takes them from a file in the folder. Thread-safe; processes may share the file.

    A file that cannot be read or written is no error: each process then compiles its patterns.
    """

    def __init__(self, folder: Path) -> None:
        # The code is that of the engine in one release of Python.
        self._path = folder / f"patterns-{sys.implementation.cache_tag}-{sys.hexversion:x}.db"
        self._lock = threading.Lock()
        self._file: sqlite3.Connection | None = None
        if _KNOWN:
            try:
                self._file = _opened(self._path)
            except (OSError, sqlite3.OperationalError):  # nothing can be written there
                pass
            except _DAMAGE:
                self._discard()

    def compile(self, source: str, flags: int = 0) -> re.Pattern[str]:
        """Return a compiled pattern, as `re.compile` does."""
        with self._lock:
            if self._file:
                try:
                    return _assembled(source, _kept(self._file, source, flags) or _keep(self._file, source, flags))
                except sqlite3.OperationalError:  # the disk is full, or another process is writing
                    pass
                except _DAMAGE:
                    self._discard()
        return re.compile(source, flags)

    def _discard(self) -> None:
        """Remove a damaged file; the next process begins anew."""
        self._file = None
        with suppress(OSError):
            self._path.unlink()


def _opened(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > _MAX_BYTES:
        path.unlink()
    file = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
    file.execute("PRAGMA synchronous = OFF")  # after a power cut the checksums tell what is whole
    file.execute(_TABLE)
    return file


def _kept(file: sqlite3.Connection, source: str, flags: int) -> bytes | None:
    sql = "SELECT compiled, checksum FROM pattern WHERE source = ? AND flags = ?"
    row: tuple[bytes, int] | None = file.execute(sql, (source, flags)).fetchone()
    return row[0] if row and crc32(row[0]) == row[1] else None


def _keep(file: sqlite3.Connection, source: str, flags: int) -> bytes:
    tree = import_module("re._parser").parse(source, flags)
    code = import_module("re._compiler")._code(tree, flags)
    head = json.dumps([flags | tree.state.flags, tree.state.groups - 1, tree.state.groupdict])
    compiled = head.encode() + b"\n" + array("I", code).tobytes()
    file.execute("INSERT OR REPLACE INTO pattern VALUES (?, ?, ?, ?)", (source, flags, compiled, crc32(compiled)))
    return compiled


def _assembled(source: str, compiled: bytes) -> re.Pattern[str]:
    """Return the pattern, made as by the last lines of `re._compiler.compile`."""
    head, _, code = compiled.partition(b"\n")
    flags, groups, names = json.loads(head)
    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    engine = import_module("_sre")  # which checks the code
    words = array("I", code).tolist()
    pattern: re.Pattern[str] = engine.compile(source, flags, words, groups, names, tuple(by_number))
    return pattern
