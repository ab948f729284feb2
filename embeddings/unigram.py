"""Splits a short question into a unigram model's pieces, using a sorted table that is memory-mapped, not loaded.

The library takes a second and 250 MB to build its own form of 250,000 pieces, too long to wait for with one question.
This module gives the same pieces (as a test checks) for texts of a few hundred characters, without offsets; longer
texts are faster with the library.
"""

import json
import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from unicodedata import normalize

import numpy as np

TABLE = "pieces"
"""Subfolder of a model's folder that holds the table."""

_SPACE = "▁"
_UNKNOWN_COSTS = 10.0
"""How much the library subtracts from the worst piece's score for a character without a piece."""

_SPACES = re.compile(" {2,}")


def write_table(
    folder: Path,
    pieces: Sequence[str],
    scores: Sequence[float],
    *,
    special: Sequence[int],
    dropped: Sequence[str],
    blank: Sequence[str],
) -> None:
    """Write the table into a folder.

    `special` holds the ids of the opening, closing and unknown piece, then of others; `dropped` the characters that are
    part of no piece; `blank` those that stand for a space.
    """
    order = sorted(range(len(pieces)), key=lambda i: pieces[i].encode())
    encoded = [pieces[i].encode() for i in order]
    (folder / "text.bin").write_bytes(b"".join(encoded))
    np.save(folder / "starts.npy", np.cumsum([0, *map(len, encoded)], dtype=np.uint32))
    np.save(folder / "numbers.npy", np.array(order, dtype=np.int32))
    np.save(folder / "scores.npy", np.array([scores[i] for i in order], dtype=np.float64))
    settings = {
        "special": list(special),
        "marks": [pieces[i] for i in special],
        "worst": min(scores),
        "becomes": dict.fromkeys(dropped, "") | dict.fromkeys(blank, " "),
    }
    (folder / "table.json").write_text(json.dumps(settings), encoding="utf-8")


class UnigramTable:
    """The pieces sorted by their bytes, so that those with a common prefix are adjacent."""

    def __init__(self, folder: Path) -> None:
        self._text = (folder / "text.bin").read_bytes()
        # Reading an element of a memoryview takes a third of the time of an array's, and thousands are read.
        self._starts, self._numbers, self._scores = (
            memoryview(np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False).data)
            for name in ("starts", "numbers", "scores")
        )
        settings = json.loads((folder / "table.json").read_text(encoding="utf-8"))
        self._open, self._close, self._unknown = settings["special"][:3]
        self._marks: list[str] = settings["marks"]
        self._becomes = str.maketrans(settings["becomes"])
        self._worst: float = settings["worst"] - _UNKNOWN_COSTS
        self._pieces = lru_cache(maxsize=10_000)(self._cut)

    def __len__(self) -> int:
        return len(self._numbers)

    def __getitem__(self, index: int) -> bytes:
        return self._text[self._starts[index] : self._starts[index + 1]]

    def numbers(self, text: str) -> list[int] | None:
        """Return the ids of the text's pieces, with the opening and closing one; None if it contains a special one."""
        if any(mark in text for mark in self._marks):
            return None
        plain = _SPACES.sub(" ", normalize("NFKC", text.translate(self._becomes))).replace(" ", _SPACE)
        words = re.findall(f"{_SPACE}?[^{_SPACE}]+|{_SPACE}", plain if plain.startswith(_SPACE) else _SPACE + plain)
        return [self._open, *(number for word in words for number in self._pieces(word)), self._close]

    def _cut(self, word: str) -> list[int]:
        """Return the pieces of one word with the greatest sum of scores (Viterbi; Kudo 2018)."""
        best = [(0.0, 0, 0)] + [(-np.inf, 0, 0)] * len(word)
        for start in range(len(word)):
            found = self._from(word, start)
            if not any(end == start + 1 for end, _, _ in found):
                found.append((start + 1, self._worst, self._unknown))
            for end, score, number in found:
                if best[start][0] + score > best[end][0]:
                    best[end] = (best[start][0] + score, start, number)
        numbers, at = [], len(word)
        while at:
            numbers.append(best[at][2])
            at = best[at][1]
        # A run of characters without a piece is a single unknown piece.
        return [n for number, run in groupby(reversed(numbers)) for n in ([number] if number == self._unknown else run)]

    def _from(self, word: str, start: int) -> list[tuple[int, float, int]]:
        """Return end, score and id of each piece that begins at a position, shorter ones first."""
        found: list[tuple[int, float, int]] = []
        low, high = 0, len(self)
        for end in range(start + 1, len(word) + 1):
            prefix = word[start:end].encode()
            low = bisect_left(self, prefix, low, high)
            high = bisect_left(self, prefix + b"\xff", low, high)
            if low == high:
                break
            if self[low] == prefix:
                found.append((end, self._scores[low], self._numbers[low]))
        return found
