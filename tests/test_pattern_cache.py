"""The file of compiled patterns: the same patterns, whatever happens to the file."""

import importlib
import os
import pkgutil
import random
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

import bot
import retrieval
from retrieval.pattern_cache import PatternCache
from retrieval.patterns import _Lazy

from .conftest import ROOT, Indexes

SOURCE, FLAGS = r"(?<!\w)(?P<who>[а-яё]+|je(?:an|der)?)\s(?P<what>[^\W\d]{2,}+)(?!\w)", re.IGNORECASE


def our_patterns() -> Iterator[tuple[str, int]]:
    """Yield the patterns that are constants of modules."""
    for package in (bot, retrieval):
        for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            for value in vars(importlib.import_module(module.name)).values():
                if isinstance(value, _Lazy):
                    yield value._source


def the_file(folder: Path) -> Path:
    (file,) = folder.glob("patterns-*.db")
    return file


def kept(folder: Path) -> set[str]:
    with closing(sqlite3.connect(the_file(folder))) as file:
        return {source for (source,) in file.execute("SELECT source FROM pattern")}


def test_kept_patterns_are_those_that_python_compiles(tmp_path: Path) -> None:
    sources = {(SOURCE, FLAGS), *our_patterns()}
    writing = PatternCache(tmp_path)
    for source in sources:
        writing.compile(*source)
    reading = PatternCache(tmp_path)
    for source in sources:
        found, compiled = reading.compile(*source), re.compile(*source)
        assert found == compiled  # compares the code
        assert (found.groups, found.groupindex) == (compiled.groups, compiled.groupindex)
    assert len(sources) > 200


def test_what_one_process_compiled_another_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    PatternCache(tmp_path).compile(SOURCE, FLAGS)
    monkeypatch.delattr("re._parser.parse")
    found = PatternCache(tmp_path).compile(SOURCE, FLAGS).search("Что сказал Jean hier")
    assert found is not None
    assert (found.groupdict(), found.lastgroup) == ({"who": "Что", "what": "сказал"}, "what")


@pytest.mark.parametrize("seed", range(8))
def test_a_damaged_file_is_noticed_and_begins_anew(tmp_path: Path, seed: int) -> None:
    sources = [(f"(?:one|{number})+ (?P<name>[a-z]+|[0-9]{{2,}})", 0) for number in range(30)]
    cache = PatternCache(tmp_path)
    for source in sources:
        cache.compile(*source)
    content = bytearray(the_file(tmp_path).read_bytes())
    chance = random.Random(seed)
    start = chance.randrange(len(content))
    content[start : start + 3000] = chance.randbytes(min(3000, len(content) - start))
    the_file(tmp_path).write_bytes(content)
    for _ in range(4):
        again = PatternCache(tmp_path)
        assert all(again.compile(*source) == re.compile(*source) for source in sources)
    assert kept(tmp_path) == {source for source, _ in sources}


@pytest.mark.parametrize("damage", ["a value's type", "a name that is quoted"])
def test_what_a_flipped_bit_may_change_is_noticed(damage: str, tmp_path: Path) -> None:
    PatternCache(tmp_path).compile(SOURCE, FLAGS)
    file = the_file(tmp_path)
    if damage == "a value's type":
        with closing(sqlite3.connect(file, isolation_level=None)) as connection:
            connection.execute("UPDATE pattern SET compiled = 7")
    else:
        file.write_bytes(file.read_bytes().replace(b"KEY (source", b"KEY (\x8aource"))
    for _ in range(2):
        assert PatternCache(tmp_path).compile(SOURCE, FLAGS) == re.compile(SOURCE, FLAGS)
    assert kept(tmp_path) == {SOURCE}


def test_without_a_folder_patterns_are_compiled(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    assert PatternCache(tmp_path / "file").compile(SOURCE, FLAGS) == re.compile(SOURCE, FLAGS)


def test_a_file_that_is_being_written_is_not_waited_for(tmp_path: Path) -> None:
    cache = PatternCache(tmp_path)
    with closing(sqlite3.connect(the_file(tmp_path), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert cache.compile(SOURCE, FLAGS) == re.compile(SOURCE, FLAGS)
    cache.compile(SOURCE, FLAGS)
    assert kept(tmp_path) == {SOURCE}


def test_a_file_of_many_versions_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    PatternCache(tmp_path).compile(SOURCE, FLAGS)
    monkeypatch.setattr("retrieval.pattern_cache._MAX_BYTES", 1000)
    PatternCache(tmp_path).compile("new")
    assert kept(tmp_path) == {"new"}


def test_threads_share_it(tmp_path: Path) -> None:
    cache = PatternCache(tmp_path)
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda number: cache.compile(f"a{number % 20}"), range(400)))
    assert [it.pattern for it in found] == [f"a{number % 20}" for number in range(400)]


def test_questions_leave_our_patterns_alone_in_it(tmp_path: Path, seeds_index: Indexes) -> None:
    """The same ones in every process, none made of what somebody asked or wrote."""

    def ask() -> set[str]:
        index, env = str(seeds_index("hashing")), os.environ | {"BYLINE_CACHE": str(tmp_path)}
        command = [sys.executable, "-m", "bot.cli", "--index", index, "ask", "Who is Zwyxel Qworbin?"]
        subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, check=False)
        return kept(tmp_path)

    first = ask()
    assert len(first) > 50
    assert ask() == first
    assert not [it for it in first if re.search("zwyxel|qworbin", it, re.IGNORECASE)]
