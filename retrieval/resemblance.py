"""How similar two texts are, by the runs of words they share, and which of many are worth comparing. Pure."""

from typing import TypeAlias
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from .language.text import word_list

Hashes: TypeAlias = NDArray[np.uint64]
"""Hashes of a text's runs of words: (n,) uint64, ascending, distinct."""

RUN = 5
"""Words in a run, after Broder, "On the resemblance and containment of documents" (1997)."""

BANDS = 20
ROWS = 3
"""Texts that share half of their runs have a band in common with probability 0.93; with a tenth shared, 0.02."""

ALIKE = 0.8
"""Near copies share this much of their runs, or the shorter text shares this much of its own with the longer."""

MIN_RUNS = 8
"""Texts with fewer runs are similar too easily."""

MAX_CHARS = 1_000_000
"""Of a longer text, such as a book, only the beginning is compared."""

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_POWERS = np.cumprod(np.full(RUN, _GOLDEN, dtype=np.uint64))


def _mixed(hashes: Hashes) -> Hashes:
    """Spread the bits of hashes (the finaliser of SplitMix64)."""
    hashes = (hashes ^ (hashes >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    hashes = (hashes ^ (hashes >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: Hashes = hashes ^ (hashes >> np.uint64(31))
    return mixed


# Odd multipliers and offsets, one of each per row: each pair permutes the 64-bit numbers.
_MULTIPLIERS = _mixed(np.arange(1, BANDS * ROWS + 1, dtype=np.uint64)) | np.uint64(1)
_OFFSETS = _mixed(np.arange(1001, 1001 + BANDS * ROWS, dtype=np.uint64))


def runs(text: str) -> Hashes:
    """Return the hashes of a text's runs of words, ignoring case and punctuation."""
    found = word_list(text[:MAX_CHARS].casefold())
    hashed = np.array(list(map(crc32, map(str.encode, found))), dtype=np.uint64)
    if len(hashed) < RUN:
        return np.empty(0, dtype=np.uint64)
    windows = np.lib.stride_tricks.sliding_window_view(hashed, RUN)
    # With the index, which is not needed, NumPy does not load its masked arrays for this: 16 ms of a process.
    return np.unique(_mixed((windows * _POWERS).sum(axis=1, dtype=np.uint64)), return_index=True)[0]


def bands(hashes: Hashes) -> list[int]:
    """Return the text's MinHash bands, as signed 64-bit numbers; none for a text that is too short."""
    if len(hashes) < MIN_RUNS:
        return []
    least = np.array([(hashes * a + b).min() for a, b in zip(_MULTIPLIERS, _OFFSETS, strict=True)], dtype=np.uint64)
    salted = least.reshape(BANDS, ROWS) * _POWERS[:ROWS] + np.arange(BANDS, dtype=np.uint64)[:, None]
    found: list[int] = _mixed(salted.sum(axis=1, dtype=np.uint64)).view(np.int64).tolist()
    return found


def near_copies(left: Hashes, right: Hashes) -> bool:
    """Return whether two texts are nearly the same, or one is almost wholly contained in the other."""
    shorter = min(len(left), len(right))
    if shorter < MIN_RUNS:
        return False
    shared = len(np.intersect1d(left, right, assume_unique=True))
    return shared >= ALIKE * shorter  # sharing as much of their union implies this
