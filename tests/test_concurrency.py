"""Concurrency: two writers, a writer with twenty readers, and a clock that is set back."""

import json
import os
import random
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from benchmarks.asking import ask
from embeddings.base import Vectors
from embeddings.hashing import HashingEmbedder
from retrieval.errors import IndexBusyError
from retrieval.index import IndexReader, check_index
from retrieval.index.identity import Plan, Planner
from retrieval.index.lock import writer_lock
from retrieval.search import AT_ONCE, Retriever

from .conftest import ROOT, Update, execute

ARTICLES = 8
READERS = 20
STATES = 8


def write_state(dump: Path, state: int) -> None:
    """Replace all articles in one step; the title and text of each contain the state's number."""
    rows = [
        {
            "id": f"l{number}",
            "title": f"Lighthouse {number} in state {state}",
            "text": f"In state {state} the keeper of lighthouse {number} counted {things(number)} that passed.\n\n"
            f"The lamp of lighthouse {number} burnt in state {state} between {things(-number)} and the rocks.",
        }
        for number in range(ARTICLES)
    ]
    beside = dump.with_suffix(".part")
    beside.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    beside.replace(dump)


def things(seed: int) -> str:
    """Return a list of random words, different for each seed, because near copies would be shown as one hit."""
    chance = random.Random(seed)
    return ", ".join("".join(chance.choices("abcdefghij", k=7)) for _ in range(12))


def states_in(*texts: str | None) -> set[int]:
    """Return the numbers of the states that occur in texts."""
    return {int(state) for text in texts for state in re.findall(r"state (\d+)", text or "")}


class Asker(threading.Thread):
    """A reader with its own view of the index; asks until it is stopped, and records what went wrong."""

    def __init__(self, folder: Path, stop: threading.Event) -> None:
        super().__init__()
        self._folder = folder
        self._ended = stop
        self.seen: set[int] = set()
        self.asked = 0
        self.wrong: list[object] = []

    def run(self) -> None:
        embedder = HashingEmbedder()
        with IndexReader(self._folder) as reader:
            retriever = Retriever(reader, lambda _: embedder)
            while not self._ended.is_set():
                try:
                    answer = ask(retriever, f"What did the keeper of lighthouse {self.asked % ARTICLES} count?", k=10)
                    found = states_in(*(text for hit in answer.hits for text in (hit.article.title, hit.passage.text)))
                    if len(found) != 1 or len(answer.hits) < ARTICLES // 2:
                        self.wrong.append((found, len(answer.hits)))
                    self.seen |= found
                except Exception as error:
                    self.wrong.append(error)
                self.asked += 1
                time.sleep(0.1)


@contextmanager
def asking(folder: Path, count: int) -> Iterator[list[Asker]]:
    stop = threading.Event()
    askers = [Asker(folder, stop) for _ in range(count)]
    for asker in askers:
        asker.start()
    try:
        yield askers
    finally:
        stop.set()
        for asker in askers:
            asker.join()


@pytest.mark.timeout(300)
def test_no_more_questions_at_a_time_than_are_of_use(tmp_path: Path, folder: Path, update: Update) -> None:
    write_state(tmp_path / "dump.jsonl", 1)
    update(tmp_path / "dump.jsonl")
    at_work, most, lock = 0, 0, threading.Lock()

    class Slow(HashingEmbedder):
        def embed_queries(self, texts: Sequence[str]) -> Vectors:
            nonlocal at_work, most
            with lock:
                at_work += 1
                most = max(most, at_work)
            time.sleep(0.05)
            with lock:
                at_work -= 1
            return super().embed_queries(texts)

    with IndexReader(folder) as reader, ThreadPoolExecutor(4 * AT_ONCE) as pool:
        retriever = Retriever(reader, lambda _: Slow())
        answers = list(pool.map(partial(ask, retriever), [f"What did keeper {n} count?" for n in range(4 * AT_ONCE)]))
    assert all(answer.hits for answer in answers)
    assert most == AT_ONCE


def test_a_writer_beside_twenty_readers(tmp_path: Path, folder: Path, update: Update) -> None:
    """No answer fails, and none mixes two generations."""
    dump = tmp_path / "dump.jsonl"
    write_state(dump, 0)
    update(dump)
    with asking(folder, READERS) as askers:
        for state in range(1, STATES):
            write_state(dump, state)
            update(dump)
            time.sleep(0.1)
    assert [asker.wrong for asker in askers] == [[]] * READERS
    assert min(asker.asked for asker in askers) > 0
    assert len(set.union(*(asker.seen for asker in askers))) > STATES // 2, "the readers did not see it change"
    assert check_index(folder) == []
    assert {file.name for file in folder.iterdir()} <= {"index.db", "index.db-wal", "index.db-shm", "lock"}


def test_a_second_writer_is_told_who_writes(folder: Path, tmp_path: Path, update: Update) -> None:
    dump = tmp_path / "dump.jsonl"
    write_state(dump, 0)
    update(dump)
    write_state(dump, 1)
    (folder / "lock").write_text("98765432")  # of a writer that ended
    with writer_lock(folder / "lock"), pytest.raises(IndexBusyError, match=f"process {os.getpid()} is writing"):
        update(dump)
    assert update(dump).changed


def test_two_writers_at_once_leave_one_whole_index(tmp_path: Path, folder: Path) -> None:
    """Of writers started together, each succeeds or says in one line that another one is writing."""
    dumps = [tmp_path / f"{name}.jsonl" for name in ("one", "two")]
    for dump in dumps:
        write_state(dump, 0)
    done: set[Path] = set()
    for state in range(1, 4):
        for dump in dumps:
            write_state(dump, state)
        runs = {dump: index(folder, dump) for dump in dumps}
        for dump, run in runs.items():
            said = run.communicate(timeout=60)[1]
            assert run.returncode == 0 or (run.returncode == 2 and "run the command again" in said), said
            assert said.count("\n") <= 1
            done |= {dump} if run.returncode == 0 else set()
        assert check_index(folder) == []
    assert done


def test_a_dry_run_beside_a_writer_sees_one_generation(
    tmp_path: Path, folder: Path, update: Update, monkeypatch: pytest.MonkeyPatch
) -> None:
    dump = tmp_path / "dump.jsonl"
    write_state(dump, 0)
    update(dump)
    write_state(dump, 1)
    plan = Planner.plan

    def later(planner: Planner, *read: Any) -> Plan:
        monkeypatch.setattr(Planner, "plan", plan)
        execute(folder, "DELETE FROM article")
        return plan(planner, *read)

    monkeypatch.setattr(Planner, "plan", later)
    assert len(update(dump, dry_run=True).changed) == ARTICLES


def index(folder: Path, dump: Path, **environment: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "bot.cli", "--index", str(folder), "index", "--model", "hashing", str(dump)]
    return subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **environment}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@pytest.mark.parametrize("days", [-3650, -1, 3650])
def test_a_clock_that_is_set_back_or_forward(
    tmp_path: Path, folder: Path, update: Update, monkeypatch: pytest.MonkeyPatch, days: int
) -> None:
    """Changed files are read whatever the clock says, unchanged ones are not, and answers use the latest generation."""
    dump, note = tmp_path / "dump.jsonl", tmp_path / "note.md"
    write_state(dump, 1)
    note.write_text("# A note\n\nThe note of the harbour master was pinned to the door of the lighthouse.\n", "utf-8")
    os.utime(note, (1_700_000_000, 1_700_000_000))
    update(tmp_path)
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + days * 86_400)
    write_state(dump, 2)
    os.utime(dump, (time.time(), time.time()))
    report = update(tmp_path)
    assert (len(report.changed), report.unchanged, report.added) == (ARTICLES, 1, [])
    # Same length, and same modification time as far as the file system can tell.
    content = dump.read_text(encoding="utf-8").replace("state 2", "state 3")
    stamp = dump.stat().st_mtime_ns
    dump.write_text(content, encoding="utf-8")
    os.utime(dump, ns=(stamp, stamp))
    assert len(update(tmp_path).changed) == ARTICLES
    with IndexReader(folder) as reader, reader.snapshot() as snapshot:
        assert snapshot.generation == 3
        assert states_in(*(row.passage.text for row in snapshot.rows(snapshot.store.ids.tolist()))) == {3}
    assert check_index(folder) == []
