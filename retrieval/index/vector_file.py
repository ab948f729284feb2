"""The file of vectors: those of one generation as they are searched. Made from the database, never the other way.

    header | ids, int64 | rows, float32 — or, compressed, what `stores.faiss_store.compress` wrote

Written under another name, synced, renamed; length, checksum and model are looked at before anything is believed. A
file is never changed: later passages are read from the database beside it. Knows no SQL.
"""

import mmap
import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass, fields
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO, Self
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from ..errors import IndexDamagedError
from ..stores.base import Ids
from .layout import index_command

MAGIC = b"BYLINEV\n"
VERSION = 1
READ_BYTES = 1 << 20
"""At a time: a checksum needs no copy of the whole file in memory."""

_HEADER = struct.Struct("<8sIIQQQQ16sIff")
_CHECKSUM = struct.Struct("<I")
HEADER_BYTES = _HEADER.size + _CHECKSUM.size


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a file of vectors says of itself."""

    magic: bytes = MAGIC
    version: int = VERSION
    dim: int
    rows: int
    passages: int
    """Passages of the generation, those without a vector too: tells whether any have died since."""
    last: int
    """The last passage's row id; whatever is newer is not in the file."""
    body: int
    """Bytes that follow the header."""
    origin: bytes
    """Digest of the model's fingerprint and the index's identity."""
    factor: int = 0
    """Rows compared exactly for each one wanted; 0: every row is compared, nothing is compressed."""
    recall_near: float = 1.0
    recall_far: float = 1.0

    def pack(self) -> bytes:
        return _HEADER.pack(*astuple(self))

    @classmethod
    def unpack(cls, data: bytes) -> Self:
        names = (field.name for field in fields(cls))
        return cls(**dict(zip(names, _HEADER.unpack(data), strict=True)))


def origin_digest(fingerprint: str, identity: str) -> bytes:
    """Return what a header holds of a model's fingerprint and an index's identity."""
    return blake2b((fingerprint + identity).encode(), digest_size=16).digest()


@dataclass(frozen=True, slots=True)
class VectorFile:
    """An open file of vectors: `content` is mapped, so that only what is looked at takes memory."""

    header: Header
    ids: Ids
    content: NDArray[np.uint8]
    """What follows the ids."""


def read_header(path: Path) -> Header:
    """Return the header of a file, once its length agrees with it.

    Raises:
        FileNotFoundError: it is not there.
        IndexDamagedError: it is not what was written.
    """
    with path.open("rb") as file:
        return _header(file, path)[0]


def open_file(path: Path) -> VectorFile:
    """Open a file of vectors, after reading all of it once against its checksum.

    Raises:
        FileNotFoundError: it is not there.
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
    """A file of vectors while it is written, body first."""

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
        """Return what was written after the ids, mapped."""
        self._file.flush()
        return _map(self._file)[HEADER_BYTES + 8 * rows :]

    def publish(self, header: Header) -> None:
        """Put the header before the body, and the file in its place."""
        packed = header.pack()
        self._file.seek(0)
        self._file.write(packed + _CHECKSUM.pack(crc32(packed, self._checksum)))
        self._file.flush()
        os.fsync(self._file.fileno())
        Path(self._file.name).replace(self._path)
        _sync(self._path.parent)


@contextmanager
def new_file(path: Path) -> Iterator[NewFile]:
    """Give a file to be written and published; whatever happens, no half-written one is left."""
    temporary = path.with_name(path.name + ".tmp")
    try:
        with temporary.open("w+b") as file:
            temporary.chmod(0o600)
            file.write(bytes(HEADER_BYTES))
            yield NewFile(file, path)
    finally:
        temporary.unlink(missing_ok=True)


def _header(file: BinaryIO, path: Path) -> tuple[Header, int]:
    data = file.read(HEADER_BYTES)
    if len(data) < HEADER_BYTES or not data.startswith(MAGIC):
        raise _damaged(path, "it is no file of vectors")
    header = Header.unpack(data[: _HEADER.size])
    if header.version != VERSION:
        raise _damaged(path, f"it is of format {header.version}, this Byline reads {VERSION}")
    length = os.fstat(file.fileno()).st_size
    if length != HEADER_BYTES + header.body:
        raise _damaged(path, f"it has {length} bytes instead of {HEADER_BYTES + header.body}")
    least = 8 * header.rows + (0 if header.factor else 4 * header.rows * header.dim)
    if header.body < least or (not header.factor and header.body != least):
        raise _damaged(path, "its header contradicts itself")
    return header, _CHECKSUM.unpack(data[_HEADER.size :])[0]


def _checksum(file: BinaryIO, header: bytes) -> int:
    """Return the checksum of the rest of a file and of its header; read, not mapped, for that takes no memory."""
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
