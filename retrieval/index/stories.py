"""Stories: articles that are near copies of each other, found as each goes in, whatever the size of the index."""

import sqlite3

from ..resemblance import Hashes, bands, near_copies, runs

COMPARED = 20
"""Articles that a new one is compared with, those that share the most bands with it."""

PER_BAND = 100
"""Articles looked at in each band: thousands of articles of one make-up shall not make each other slow."""


def join_story(connection: sqlite3.Connection, row: int, text: str) -> None:
    """Put an article into the story of its near copies, if it has any; several stories that meet in it become one."""
    hashes = runs(text)
    shared = bands(hashes)
    numbers: set[int] = set()
    for other in _likely(connection, shared):
        number = _story_of(connection, other)
        if number in numbers or not near_copies(hashes, _runs_of(connection, other)):
            continue
        if number is None:  # row ids are never used twice: one that began a story names it for ever
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
    counts: dict[int, int] = {}
    for band in shared:
        query = "SELECT article FROM band WHERE hash = ? LIMIT ?"
        for (row,) in connection.execute(query, (band, PER_BAND)):
            counts[row] = counts.get(row, 0) + 1
    return sorted(counts, key=lambda row: (-counts[row], row))[:COMPARED]


def _story_of(connection: sqlite3.Connection, row: int) -> int | None:
    found = connection.execute("SELECT number FROM story WHERE article = ?", (row,)).fetchone()
    return found[0] if found else None


def _runs_of(connection: sqlite3.Connection, row: int) -> Hashes:
    return runs(connection.execute("SELECT text FROM article WHERE id = ?", (row,)).fetchone()[0])
