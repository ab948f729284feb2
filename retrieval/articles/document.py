"""A document as readers receive it: its names, and bounded access to its bytes. Knows no format."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import PurePath
from stat import S_ISREG
from typing import BinaryIO

from msgspec import Struct

from .failure import UnreadableError

MAX_BYTES = 64 * 2**20
"""Limit for a file that is read as a whole; a dump is read line by line and may be of any size."""

MAX_LINE_BYTES = 16 * 2**20
"""Limit for one row of a dump."""

HEAD_BYTES = 64 * 2**10
"""Bytes examined to choose a reader."""


class Document(Struct, frozen=True):
    """A file, by the user's name and by the file system's, or a document from elsewhere."""

    path: str
    uri: str
    """The absolute path with links resolved, which identifies the article."""
    content: bytes | None = None
    """The content, if it is not in a file of its own."""
    ending: str = ""
    """The suffix to assume if the name has none."""

    @property
    def suffix(self) -> str:
        """The suffix of its name, in lower case."""
        return self.ending or PurePath(self.path).suffix.lower()

    def head(self) -> bytes:
        """Return the first bytes, enough to determine the format."""
        with self._opened() as stream:
            return stream.read(HEAD_BYTES)

    def read(self) -> bytes:
        """Return all bytes of a file of at most `MAX_BYTES`."""
        with self._opened() as stream:
            content = stream.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            raise UnreadableError(
                f"the file is larger than {MAX_BYTES // 2**20} MB",
                "split it, or turn it into a .jsonl dump with one article a line",
            )
        return content

    def lines(self) -> Iterator[tuple[int, bytes | None]]:
        """Yield each line with its number, counted from 1; None in place of a line longer than `MAX_LINE_BYTES`."""
        with self._opened() as stream:
            number = 0
            while line := stream.readline(MAX_LINE_BYTES):
                number += 1
                if len(line) == MAX_LINE_BYTES and not line.endswith(b"\n"):
                    _skip_line(stream)
                    yield number, None
                else:
                    yield number, line

    @contextmanager
    def _opened(self) -> Iterator[BinaryIO]:
        """Provide the open file; raise if it changes while open, or is not a regular file: a pipe may never end."""
        if self.content is not None:
            yield BytesIO(self.content)
            return
        with open(self.uri, "rb", opener=_open_at_once) as stream:
            before = os.fstat(stream.fileno())
            if not S_ISREG(before.st_mode):
                raise UnreadableError("it is a pipe or a device", "put what it holds into a file")
            yield stream
            # Check the path, not the open file: an editor that saves a new file and renames it changes only the path.
            if _stat_key(before) != _stat_key(os.stat(self.uri)):  # noqa: PTH116 - beside the fstat it is compared with
                raise UnreadableError("the file changed while it was read", "index it again")


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NONBLOCK)  # opening a pipe would otherwise block


def _skip_line(stream: BinaryIO) -> None:
    while (part := stream.readline(2**20)) and not part.endswith(b"\n"):
        pass


def _stat_key(stat: os.stat_result) -> tuple[int, int, int]:
    return stat.st_ino, stat.st_size, stat.st_mtime_ns
