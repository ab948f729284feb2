"""Reads members of a zip file up to a limit, since the sizes in its directory may be wrong."""

import zipfile
import zlib
from io import BytesIO

from .failure import UnreadableError

MAX_TEXT_BYTES = 16 * 2**20
"""Limit for the text and styles of an office document, unpacked: a book of 500 pages has 5 MB. Images are not read."""

DAMAGE = (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError)
"""Exceptions raised when reading a damaged zip file."""


def names(content: bytes) -> frozenset[str]:
    """Return the names of a zip file's members; empty if its directory is damaged."""
    try:
        return Members(content, "the file", max_bytes=0).names
    except (*DAMAGE, ValueError):
        return frozenset()


class Members:
    """Reads members until their total size exceeds a limit."""

    def __init__(self, content: bytes, what: str, *, max_bytes: int) -> None:
        """Read from the content of a zip file, called `what` in messages: "the EPUB"."""
        self._archive = zipfile.ZipFile(BytesIO(content))
        self._what = what
        self._max_bytes = self._left = max_bytes
        self.names = frozenset(self._archive.namelist())

    def read(self, name: str) -> bytes:
        """Return the content of a member.

        Raises:
            KeyError: there is no member of that name.
            UnreadableError: the members read so far exceed `max_bytes`.
        """
        with self._archive.open(name) as member:
            content = member.read(self._left + 1)
        self._left -= len(content)
        if self._left < 0:
            raise UnreadableError(
                f"{self._what} unpacks to more than {self._max_bytes // 2**20} MB",
                "check where it came from, or split it",
            )
        return content
