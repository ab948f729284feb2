"""A file, or what was found elsewhere, as a reader gets it: names and bounded access to bytes. Knows no format."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from stat import S_ISREG
from typing import BinaryIO

from .failure import UnreadableError

MAX_BYTES = 64 * 2**20
"""Of a file that is read as a whole; a dump is read line by line and may be of any size."""

MAX_LINE_BYTES = 16 * 2**20
"""Of one row of a dump."""

HEAD_BYTES = 64 * 2**10
"""What choosing a reader looks at."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file, as its user named it and as the file system knows it."""

    path: str
    uri: str
    """Absolute path, links resolved: what the article is known by."""
    content: bytes | None = None
    """What it holds, where that lies in no file of its own."""
    ending: str = ""
    """How its name would end, where it has none."""

    @property
    def suffix(self) -> str:
        """How its name ends, in small letters."""
        return self.ending or PurePath(self.path).suffix.lower()

    def head(self) -> bytes:
        """The first bytes, enough to tell the format by."""
        with self._opened() as stream:
            return stream.read(HEAD_BYTES)

    def read(self) -> bytes:
        """Every byte of a file of at most `MAX_BYTES`."""
        with self._opened() as stream:
            content = stream.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            raise UnreadableError(
                f"the file is larger than {MAX_BYTES // 2**20} MB",
                "split it, or turn it into a .jsonl dump with one article a line",
            )
        return content

    def lines(self) -> Iterator[tuple[int, bytes | None]]:
        """Each line with its number, counted from 1; None in place of one longer than `MAX_LINE_BYTES`."""
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
        """The open file; an error when it changed between opening and closing, or is none: a pipe may never end."""
        if self.content is not None:
            yield BytesIO(self.content)
            return
        with open(self.uri, "rb", opener=_open_at_once) as stream:
            before = os.fstat(stream.fileno())
            if not S_ISREG(before.st_mode):
                raise UnreadableError("it is a pipe or a device", "put what it holds into a file")
            yield stream
            # The path is asked again, not the open file: an editor that saves beside and renames changes only the path.
            if _stat_key(before) != _stat_key(os.stat(self.uri)):  # noqa: PTH116 - beside the fstat it is compared with
                raise UnreadableError("the file changed while it was read", "run `byline index` on it again")


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NONBLOCK)  # a pipe is otherwise waited for already here


def _skip_line(stream: BinaryIO) -> None:
    while (part := stream.readline(2**20)) and not part.endswith(b"\n"):
        pass


def _stat_key(stat: os.stat_result) -> tuple[int, int, int]:
    return stat.st_ino, stat.st_size, stat.st_mtime_ns
