"""The vector file: one generation's vectors in the form used for search. Made from the database, never the reverse.

    header | ids, int64 | rows, as `stores.faiss_store` wrote them

Written under a temporary name, synced, renamed; length, checksum and model are verified before use. A file is never
modified: later passages are read from the database instead, and deleted ones are left out of a copy. Knows no SQL.
"""

import mmap
import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO, NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from ..errors import IndexDamagedError
from ..stores.base import Ids
from .layout import index_command

MAGIC = b"BYLINEV\n"
VERSION = 2
READ_BYTES = 1 << 20
"""Bytes read at a time, so that computing a checksum needs no copy of the whole file in memory."""

_HEADER = struct.Struct("<8sIIQQQQ16sIff")
_CHECKSUM = struct.Struct("<I")
HEADER_BYTES = _HEADER.size + _CHECKSUM.size


class Header(NamedTuple):
    """The header of a vector file, in the order of its fields there, where magic and version come first."""

    dim: int
    rows: int
    passages: int
    """Passages in the generation, including those without a vector; shows whether any were deleted since."""
    last: int
    """Row id of the last passage; newer passages are not in the file."""
    body: int
    """Length of the file after the header, in bytes."""
    origin: bytes
    """Digest of the model's fingerprint and the index's identity."""
    factor: int = 0
    """Rows compared exactly for each result wanted; 0 if nothing is compressed, so that every row is compared."""
    recall_near: float = 1.0
    recall_far: float = 1.0

    def pack(self) -> bytes:
        return _HEADER.pack(MAGIC, VERSION, *self)


def origin_digest(fingerprint: str, identity: str) -> bytes:
    """Return a header's digest of a model's fingerprint and an index's identity."""
    return blake2b((fingerprint + identity).encode(), digest_size=16).digest()


class VectorFile(NamedTuple):
    """An open vector file; `content` is memory-mapped, so that only the parts in use take memory."""

    header: Header
    ids: Ids
    content: NDArray[np.uint8]
    """The part after the ids."""


def read_header(path: Path) -> Header:
    """Return the header of a file, after checking the file's length against it.

    Raises:
        FileNotFoundError: the file does not exist.
        IndexDamagedError: it is not what was written.
    """
    with path.open("rb") as file:
        return _header(file, path)[0]


def open_file(path: Path) -> VectorFile:
    """Open a vector file, after verifying its checksum, which reads all of it once.

    Raises:
        FileNotFoundError: the file does not exist.
        IndexDamagedError: it is not what was written.
    """
    with path.open("rb") as file:
        header, checksum = _header(file, path)
        if _checksum(file, header.pack()) != checksum:
            raise _damaged(path, "its checksum is wrong")
        mapped = _map(file)
    start = HEADER_BYTES + 8 * header.rows
    return VectorFile(header, mapped[HEADER_BYTES:start].view(np.int64), mapped[start:])


class NewFile:
    """A vector file being written, body first."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self._file = file
        self._path = path
        self._checksum = 0
        self.length = 0
        """Bytes written so far."""

    def write(self, data: bytes) -> None:
        """Write the next piece of the body."""
        self._file.write(data)
        self._checksum = crc32(data, self._checksum)
        self.length += len(data)

    def content(self, rows: int) -> NDArray[np.uint8]:
        """Return what was written after the ids, memory-mapped."""
        self._file.flush()
        return _map(self._file)[HEADER_BYTES + 8 * rows :]

    def publish(self, header: Header) -> None:
        """Write the header, and move the file into place."""
        packed = header.pack()
        self._file.seek(0)
        self._file.write(packed + _CHECKSUM.pack(crc32(packed, self._checksum)))
        self._file.flush()
        os.fsync(self._file.fileno())
        Path(self._file.name).replace(self._path)
        _sync(self._path.parent)


@contextmanager
def new_file(path: Path) -> Iterator[NewFile]:
    """Provide a file to write and publish; whatever happens, no unfinished file remains."""
    temporary = path.with_name(path.name + ".tmp")
    try:
        with temporary.open("w+b") as file:
            temporary.chmod(0o600)
            if os.geteuid() == 0:  # its owner is to read it, whoever runs this once; SQLite treats its log alike
                owner = path.parent.stat()
                os.chown(temporary, owner.st_uid, owner.st_gid)
            file.write(bytes(HEADER_BYTES))
            yield NewFile(file, path)
    finally:
        temporary.unlink(missing_ok=True)


def _header(file: BinaryIO, path: Path) -> tuple[Header, int]:
    data = file.read(HEADER_BYTES)
    if len(data) < HEADER_BYTES or not data.startswith(MAGIC):
        raise _damaged(path, "it is no file of vectors")
    _, version, *values = _HEADER.unpack(data[: _HEADER.size])
    if version != VERSION:
        raise _damaged(path, f"it is of format {version}, this Byline reads {VERSION}")
    header = Header(*values)
    length = os.fstat(file.fileno()).st_size
    if length != HEADER_BYTES + header.body:
        raise _damaged(path, f"it has {length} bytes instead of {HEADER_BYTES + header.body}")
    if header.body < 8 * header.rows:
        raise _damaged(path, "its header contradicts itself")
    return header, _CHECKSUM.unpack(data[_HEADER.size :])[0]


def _checksum(file: BinaryIO, header: bytes) -> int:
    """Return the checksum of the rest of a file and of its header; read rather than mapped, which needs no memory."""
    checksum, view = 0, memoryview(bytearray(READ_BYTES))
    while count := file.readinto(view):  # type: ignore[attr-defined]  # binary files have it
        checksum = crc32(view[:count], checksum)
    return crc32(header, checksum)


def _map(file: BinaryIO) -> NDArray[np.uint8]:
    return np.frombuffer(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), np.uint8)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _damaged(path: Path, what: str) -> IndexDamagedError:
    return IndexDamagedError(f"{path}: cannot be used, {what}; rebuild it with: {index_command(path.parent)}")
