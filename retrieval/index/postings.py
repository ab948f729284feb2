"""The full-text index: the passages that contain each stem, in blocks to which new passages are appended.

A question reads only the blocks of its stems, 14 bytes for each passage that contains one. Knows row ids and texts,
nothing of articles.
"""

import json
import sqlite3
import struct
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from ..language.text import stems
from ..stores.base import Ids, find

BLOCK_ENTRIES = 512
"""Maximum entries of a block, which fill a page. A block that is not full is rewritten when an article adds to it."""

_STEMS_AT_ONCE = 1_000
"""Stems whose last blocks are in memory at once while they are filled."""

_ENTRY = np.dtype([("passage", "<i8"), ("title", "<u2"), ("body", "<u2"), ("length", "<u2")])
"""A passage that contains the stem: its row id, the occurrences in title and text, and its length in words."""

_PACKED = struct.Struct("<qHHH")
_MOST = 0xFFFF
"""Counts are capped here."""

Entries = NDArray[np.void]
"""`(n,)` of `_ENTRY`, ascending by passage id."""


def words_of(headline: str, source: str | None, text: str, language: str | None) -> tuple[Sequence[str], Sequence[str]]:
    """Return the stems of an article's headline and source, and those of a text, as full-text search stores them."""
    return _title_stems(f"{headline}\n{source or ''}", language), stems(text, language)


_title_stems = lru_cache(maxsize=16)(stems)
"""Cached, because each passage of an article needs those of its headline and source."""


class WordsChange:
    """The changes of one publication to full text, collected and then written stem by stem."""

    def __init__(self) -> None:
        self._added: dict[str, bytearray] = defaultdict(bytearray)
        self._removed: dict[str, list[int]] = defaultdict(list)
        self._words = 0

    def add(self, passage: int, title: Sequence[str], body: Sequence[str]) -> None:
        """Add a passage, whose row id must be greater than all existing ones."""
        for stem, entry in _entries(passage, title, body):
            self._added[stem] += entry
        self._words += len(title) + len(body)

    def remove(self, passage: int, title: Sequence[str], body: Sequence[str]) -> None:
        """Remove a passage, given the stems that it was added with."""
        for stem in {*title, *body}:
            self._removed[stem].append(passage)
        self._words -= len(title) + len(body)

    def write(self, connection: sqlite3.Connection) -> int:
        """Write all changes; return by how many words the index has grown."""
        for stem, passages in sorted(self._removed.items()):
            _take_out(connection, stem, np.sort(np.array(passages, np.int64)))
        added = sorted(self._added.items())
        for start in range(0, len(added), _STEMS_AT_ONCE):
            some = added[start : start + _STEMS_AT_ONCE]
            last = _last_blocks(connection, [stem for stem, _ in some])
            for stem, entries in some:
                _append(connection, stem, np.frombuffer(entries, _ENTRY), last.get(stem))
        return self._words


def read(connection: sqlite3.Connection, stems: Sequence[str]) -> dict[str, Entries]:
    """Return the entries of each of these stems that occurs in any passage."""
    blocks: dict[str, list[Entries]] = {}
    for stem, data in connection.execute(
        "SELECT stem, entries FROM json_each(?) AS wanted CROSS JOIN posting ON posting.stem = wanted.value"
        " ORDER BY wanted.key, first",
        (json.dumps(stems),),
    ):
        blocks.setdefault(stem, []).append(_parsed(data))
    return {stem: np.concatenate(some) for stem, some in blocks.items()}


def counts(connection: sqlite3.Connection, stems: Sequence[str]) -> dict[str, int]:
    """Return the number of passages that contain each stem; stems in no passage are left out."""
    # The length of a block is known without reading it.
    query = (
        "SELECT stem, sum(length(entries)) / ? FROM json_each(?) AS wanted"
        " CROSS JOIN posting ON posting.stem = wanted.value GROUP BY stem"
    )
    return dict(connection.execute(query, (_ENTRY.itemsize, json.dumps(list(dict.fromkeys(stems))))))


def counts_with(connection: sqlite3.Connection, head: str, *, shortest: int, longest: int) -> dict[str, int]:
    """Return the stems with this prefix and of these lengths, with the number of passages that contain each."""
    query = (
        "SELECT stem, sum(length(entries)) / ? FROM posting"
        " WHERE stem >= ? AND stem < ? AND length(stem) BETWEEN ? AND ? GROUP BY stem"
    )
    return dict(connection.execute(query, (_ENTRY.itemsize, head, head + "\U0010ffff", shortest, longest)))


def digest(passages: Iterable[tuple[int, Sequence[str], Sequence[str]]]) -> int:
    """Return a checksum of the entries that passages should have: row id, stems of the title, stems of the text."""
    return sum(
        crc32(entry, crc32(stem.encode()))
        for passage, title, body in passages
        for stem, entry in _entries(passage, title, body)
    )


def stored_digest(connection: sqlite3.Connection, *, of: Ids | None = None) -> int:
    """Return the same checksum of the stored entries: of these passages, ascending, or of all."""
    total = 0
    for stem, data in connection.execute("SELECT stem, entries FROM posting"):
        entries, start = _parsed(data), crc32(stem.encode())
        some = entries if of is None else entries[find(of, entries["passage"])[0]]
        total += sum(crc32(entry.tobytes(), start) for entry in some)
    return total


def _parsed(block: bytes) -> Entries:
    """Return the entries of a block.

    Raises:
        sqlite3.DatabaseError: it is not a block.
    """
    try:
        return np.frombuffer(block, _ENTRY)
    except (TypeError, ValueError) as error:
        raise sqlite3.DatabaseError("a block of full text is not what was written") from error


def _entries(passage: int, title: Sequence[str], body: Sequence[str]) -> Iterable[tuple[str, bytes]]:
    length = min(len(title) + len(body), _MOST)
    in_title, in_body = Counter(title), Counter(body)
    for stem in {**in_title, **in_body}:
        yield stem, _PACKED.pack(passage, min(in_title[stem], _MOST), min(in_body[stem], _MOST), length)


def _last_blocks(connection: sqlite3.Connection, stems: Sequence[str]) -> dict[str, tuple[int, bytes]]:
    """Return the last block of each of these stems that has one, with its row id."""
    query = (
        "SELECT stem, posting.id, entries FROM json_each(?) AS wanted CROSS JOIN posting ON stem = wanted.value"
        " WHERE first = (SELECT max(first) FROM posting WHERE stem = wanted.value)"
    )
    return {stem: (row, data) for stem, row, data in connection.execute(query, (json.dumps(stems),))}


def _append(connection: sqlite3.Connection, stem: str, entries: Entries, last: tuple[int, bytes] | None) -> None:
    """Fill a stem's last block, and make new blocks of the remaining entries."""
    room = 0
    if last is not None:
        row, data = last
        room = max(BLOCK_ENTRIES - len(data) // _ENTRY.itemsize, 0)
        if room:
            filled = data + entries[:room].tobytes()
            connection.execute("UPDATE posting SET entries = ? WHERE id = ?", (filled, row))
    for start in range(room, len(entries), BLOCK_ENTRIES):
        some = entries[start : start + BLOCK_ENTRIES]
        values = (stem, int(some["passage"][0]), some.tobytes())
        connection.execute("INSERT INTO posting(stem, first, entries) VALUES (?, ?, ?)", values)


def _take_out(connection: sqlite3.Connection, stem: str, passages: Ids) -> None:
    """Remove passages from a stem's blocks."""
    blocks = connection.execute(
        "SELECT id, entries FROM posting WHERE stem = :stem AND first <= :last AND first >="
        " coalesce((SELECT max(first) FROM posting WHERE stem = :stem AND first <= :first), 0)",
        {"stem": stem, "first": int(passages[0]), "last": int(passages[-1])},
    ).fetchall()
    for row, data in blocks:
        entries = _parsed(data)
        kept = entries[~find(passages, entries["passage"])[0]]  # `isin` would sort all the passages for each block
        if not len(kept):
            connection.execute("DELETE FROM posting WHERE id = ?", (row,))
        elif len(kept) < len(entries):
            connection.execute("UPDATE posting SET entries = ? WHERE id = ?", (kept.tobytes(), row))
