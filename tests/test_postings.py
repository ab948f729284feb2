"""The full-text index matches its passages after any additions and removals, and scores by the BM25 formula."""

import math
import sqlite3
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from retrieval import bm25
from retrieval.index import check_index, postings, schema

from .conftest import SEEDS, Update

Passages = dict[int, tuple[list[str], list[str]]]
"""Stems of title and text, by row id."""

STEMS = ("ferri", "harbour", "dawn", "ö", "1998", "x" * 200)


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    made = schema.create_in_memory()
    yield made
    made.close()


def change(connection: sqlite3.Connection, put_in: Passages, taken_out: Passages) -> int:
    words = postings.WordsChange()
    for row, stems in taken_out.items():
        words.remove(row, *stems)
    for row, stems in put_in.items():
        words.add(row, *stems)
    return words.write(connection)


def stored(connection: sqlite3.Connection) -> dict[str, list[tuple[int, int, int, int]]]:
    return {stem: found.tolist() for stem, found in postings.read(connection, STEMS).items()}


def expected(passages: Passages) -> dict[str, list[tuple[int, int, int, int]]]:
    return {
        stem: held
        for stem in STEMS
        if (
            held := [
                (row, title.count(stem), body.count(stem), len(title) + len(body))
                for row, (title, body) in sorted(passages.items())
                if stem in title or stem in body
            ]
        )
    }


passage = some.tuples(
    some.lists(some.sampled_from(STEMS), max_size=3), some.lists(some.sampled_from(STEMS), max_size=8)
)
one_run = some.tuples(some.lists(passage, max_size=12), some.sets(some.integers(0, 40)))


@given(some.lists(one_run, max_size=5))
def test_what_is_stored_is_what_was_put_in_and_not_taken_out(
    runs: list[tuple[list[tuple[list[str], list[str]]], set[int]]],
) -> None:
    there: Passages = {}
    last = 0
    with closing(schema.create_in_memory()) as connection, patch.object(postings, "BLOCK_ENTRIES", 4):
        for put_in, places in runs:
            taken_out = {row: there[row] for place, row in enumerate(sorted(there)) if place in places}
            added = dict(enumerate(put_in, last + 1))
            last += len(put_in)
            there = {row: stems for row, stems in there.items() if row not in taken_out} | added
            assert change(connection, added, taken_out) == words_of(added) - words_of(taken_out)
        assert stored(connection) == expected(there)
        assert postings.counts(connection, STEMS) == {stem: len(held) for stem, held in expected(there).items()}
        assert postings.stored_digest(connection) == postings.digest((row, *stems) for row, stems in there.items())


def words_of(passages: Passages) -> int:
    return sum(len(title) + len(body) for title, body in passages.values())


def test_a_full_block_is_left_alone(connection: sqlite3.Connection) -> None:
    """New postings are written without rewriting those already there."""
    change(connection, {row: ([], ["dawn"]) for row in range(1, postings.BLOCK_ENTRIES + 2)}, {})
    before = connection.execute("SELECT * FROM posting ORDER BY first").fetchall()
    change(connection, {9_000_000_000: ([], ["dawn"])}, {})
    after = connection.execute("SELECT * FROM posting ORDER BY first").fetchall()
    assert len(before) == 2
    assert after[0] == before[0]
    assert stored(connection)["dawn"][-1] == (9_000_000_000, 0, 1, 1)


def test_many_passages_are_not_sorted_anew_for_each_block_that_they_are_taken_out_of(
    connection: sqlite3.Connection,
) -> None:
    entries = np.zeros(1_000_000, postings._ENTRY)
    entries["passage"] = np.arange(len(entries))
    postings._append(connection, "dawn", entries, None)
    started = time.process_time()
    postings._take_out(connection, "dawn", entries["passage"][::20])
    assert time.process_time() - started < 1.5  # 0.1 s; sorting takes 20 s
    assert postings.counts(connection, ["dawn"]) == {"dawn": 950_000}


def test_stems_by_their_beginning(connection: sqlite3.Connection) -> None:
    change(connection, {1: (["harbour"], ["harb", "harbinger"]), 2: ([], ["harbour", "ferri"])}, {})
    assert postings.counts_with(connection, "harb", shortest=5, longest=8) == {"harbour": 2}


def scores(found: Passages, stems: Sequence[str]) -> dict[int, float]:
    """Return BM25 scores computed directly from the formula, in which titles count twice."""
    total: dict[int, float] = defaultdict(float)
    average = words_of(found) / len(found)
    for stem in stems:
        held = {row: 2 * title.count(stem) + body.count(stem) for row, (title, body) in found.items()}
        held = {row: count for row, count in held.items() if count}
        idf = max(math.log((len(found) - len(held) + 0.5) / (len(held) + 0.5)), 1e-6) if held else 0
        for row, count in held.items():
            length = sum(map(len, found[row]))
            total[row] += idf * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * length / average))
    return total


def test_scores_are_those_of_the_formula(connection: sqlite3.Connection) -> None:
    chance = np.random.default_rng(5)
    found: Passages = {
        row: (chance.choice(STEMS, 2).tolist(), chance.choice(STEMS[1:], int(chance.integers(1, 30))).tolist())
        for row in range(3, 300, 2)
    }
    average = change(connection, found, {}) / len(found)
    asked = ("ferri", "1998", "nowhere")
    legs = [
        (
            held["passage"],
            bm25.contributions(
                2.0 * held["title"] + held["body"], held["length"], passages=len(found), average_length=average
            ),
        )
        for held in postings.read(connection, asked).values()
    ]
    true = scores(found, asked)
    best = sorted(true, key=lambda row: (-round(true[row], 9), row))
    assert [row for row, _ in bm25.best(legs, 20)] == best[:20]
    assert [score for _, score in bm25.best(legs, 20)] == pytest.approx([true[row] for row in best[:20]])
    allowed = np.array(sorted([*best[10:15], 4]), np.int64)
    assert [row for row, _ in bm25.best(legs, 20, allowed=allowed)] == best[10:15]


def test_of_equal_passages_the_earlier_ones_are_found() -> None:
    rows = np.arange(10, 1_010, dtype=np.int64)
    assert [row for row, _ in bm25.best([(rows, np.ones(1_000))], 3)] == [10, 11, 12]


@pytest.mark.parametrize("most", [None, 16])
def test_a_wrong_count_is_told(most: int | None, folder: Path, update: Update) -> None:
    """Of many articles some are looked at: what is wrong in most of them is told, and nothing else."""
    update(SEEDS)
    assert check_index(folder, most=most) == []
    connection = sqlite3.connect(folder / "index.db")
    common = "SELECT id, entries FROM posting ORDER BY length(entries) DESC"  # whatever is drawn has one of these stems
    row, entries = connection.execute(common).fetchone()
    changed = bytearray(entries)
    changed[10::14] = bytes(count + 1 for count in changed[10::14])
    connection.execute("UPDATE posting SET entries = ? WHERE id = ?", (bytes(changed), row))
    connection.commit()
    connection.close()
    assert ["full text is not of the articles' words" in line for line in check_index(folder, most=most)] == [True]
