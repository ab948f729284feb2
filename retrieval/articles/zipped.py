"""Members of a zip file, read up to a bound: what its directory says of their sizes may be a lie."""

import zipfile
import zlib
from io import BytesIO

from .failure import UnreadableError

MAX_TEXT_BYTES = 16 * 2**20
"""Of an office document's text and styles, unpacked: a book of 500 pages has 5 MB. Pictures are not read."""

DAMAGE = (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError)
"""What reading a damaged zip file raises."""


def names(content: bytes) -> frozenset[str]:
    """Return the names of a zip file's members; none where its directory is damaged."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return frozenset(archive.namelist())
    except (*DAMAGE, ValueError):
        return frozenset()


class Members:
    """Reads members until their sum exceeds what any document holds."""

    def __init__(self, archive: zipfile.ZipFile, what: str, *, max_bytes: int) -> None:
        """Read from an open archive; messages call it `what`: "the EPUB"."""
        self._archive = archive
        self._what = what
        self._max_bytes = self._left = max_bytes
        self.names = frozenset(archive.namelist())

    def read(self, name: str) -> bytes:
        """Return all of a member.

        Raises:
            KeyError: there is none of that name.
            UnreadableError: the members that were read hold more than `max_bytes`.
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
