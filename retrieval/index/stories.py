"""Groups near copies of an article into stories as each article is added, at a cost independent of the index's size."""

import sqlite3
from collections import Counter

from ..resemblance import Hashes, bands, near_copies, runs

COMPARED = 20
"""How many articles a new one is compared with, those that share the most bands."""

PER_BAND = 100
"""Articles examined per band, so that thousands of similarly built articles do not slow each other down."""


def join_story(connection: sqlite3.Connection, row: int, text: str) -> None:
    """Add an article to the story of its near copies, if it has any; stories that meet in it are merged."""
    hashes = runs(text)
    shared = bands(hashes)
    numbers: set[int] = set()
    for other in _likely(connection, shared):
        number = _story_of(connection, other)
        if number in numbers or not near_copies(hashes, _runs_of(connection, other)):
            continue
        if number is None:  # row ids are never reused, so the first article's id can name its story forever
            number = other
            connection.execute("INSERT INTO story VALUES (?, ?)", (other, number))
        numbers.add(number)
    if numbers:
        first = min(numbers)
        for number in numbers - {first}:
            connection.execute("UPDATE story SET number = ? WHERE number = ?", (first, number))
        connection.execute("INSERT INTO story VALUES (?, ?)", (row, first))
    connection.executemany("INSERT OR IGNORE INTO band VALUES (?, ?)", [(band, row) for band in shared])


def _likely(connection: sqlite3.Connection, shared: list[int]) -> list[int]:
    """Return the rows of the articles that share the most bands."""
    query = "SELECT article FROM band WHERE hash = ? LIMIT ?"
    counts = Counter(row for band in shared for (row,) in connection.execute(query, (band, PER_BAND)))
    return sorted(counts, key=lambda row: (-counts[row], row))[:COMPARED]


def _story_of(connection: sqlite3.Connection, row: int) -> int | None:
    found = connection.execute("SELECT number FROM story WHERE article = ?", (row,)).fetchone()
    return found[0] if found else None


def _runs_of(connection: sqlite3.Connection, row: int) -> Hashes:
    return runs(connection.execute("SELECT text FROM article WHERE id = ?", (row,)).fetchone()[0])
