"""A writer killed at any moment leaves an index that answers from whole generations, and the next run completes."""

import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from retrieval.index import IndexReader, check_index

from .conftest import ROOT
from .torture import FULL, SECONDS

ROUNDS = 50 if FULL else 12
FILES = 30


def write_version(places: Path, version: int) -> None:
    """Rewrite every article so that each of its paragraphs contains the version."""
    for number in range(FILES):
        paragraphs = [
            f"In version {version} the keeper of lighthouse {number} counted {paragraph} ships from the gallery before "
            f"the fog came in, wrote them into the book, and went down to wind the clock that drives the lamp."
            for paragraph in range(4)
        ]
        (places / f"{number}.md").write_text(f"# Lighthouse {number}\n\n" + "\n\n".join(paragraphs), encoding="utf-8")


def versions_in(folder: Path) -> set[str]:
    with IndexReader(folder) as reader, reader.snapshot() as snapshot:
        ids = snapshot.store.ids.tolist()
        found = snapshot.full_text(["lighthous"], 10 * FILES)
        assert len(ids) == len(found) == snapshot.count() == 4 * FILES
        return {version for row in snapshot.rows(ids) for version in re.findall(r"version (\d+)", row.passage.text)}


def index(folder: Path, places: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "bot.cli", "--index", str(folder), "index", "--model", "hashing", str(places)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.mark.timeout(SECONDS)
def test_killed_at_random_moments(tmp_path: Path) -> None:
    places, folder = tmp_path / "articles", tmp_path / "index"
    places.mkdir()
    write_version(places, 0)
    started = time.monotonic()
    assert index(folder, places).wait(60) == 0
    usual = time.monotonic() - started
    chance = random.Random(20_250_331)
    killed, current = 0, "0"
    for version in range(1, ROUNDS + 1):
        write_version(places, version)
        process = index(folder, places)
        # The first half of a run only starts the interpreter, so a kill there would test nothing.
        time.sleep(usual * chance.uniform(0.4, 1.1))
        process.send_signal(signal.SIGKILL)
        if process.wait(60) == -signal.SIGKILL:
            killed += 1
        else:  # the machine is less busy than when the first run was timed
            usual *= 0.95
        found = versions_in(folder)
        assert found in ({current}, {str(version)}), f"round {version}: {found}"
        (current,) = found
        assert check_index(folder) == []
    assert killed >= ROUNDS // 4, "too few runs were killed before they ended: the rounds prove nothing"
    write_version(places, ROUNDS + 1)
    assert index(folder, places).wait(60) == 0
    assert versions_in(folder) == {str(ROUNDS + 1)}
    assert {file.name for file in folder.iterdir()} == {"index.db", "lock"}
