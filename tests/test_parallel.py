"""Files read in child processes give the same articles as in this one, and a run survives the failure of a child."""

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from retrieval.articles import ReadFailure, read_articles, worker
from retrieval.articles.parallel import ENOUGH, MAX_BYTES, read_all
from retrieval.types import Article, ReadOptions

from .conftest import ROOT

PAGE = """<!doctype html><html lang="en"><head><title>Harbour {n} reopens</title>
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Harbour {n} reopens",
"author": {{"name": "Ida Lund"}}, "datePublished": "2024-05-0{day}"}}</script></head><body>
<nav><a href="/">Home</a></nav><article><h1>Harbour {n} reopens</h1>
<p>The ferry to harbour {n} sailed again on Monday, eleven weeks after a storm had torn away its northern pier.</p>
<p>“Nobody here has waited idly,” said the harbour master, who had counted {n} boats in the bay that morning.</p>
<p>Share this article</p></article></body></html>"""

pytestmark = pytest.mark.skipif(len(os.sched_getaffinity(0)) < 2, reason="with one core all is read here")


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Pages, and among them a note, a dump, a file without text, a missing file and one with an undecodable name."""
    folder = tmp_path / "articles"
    folder.mkdir()
    made = []
    for n in range(ENOUGH + 8):
        made.append(folder / f"{n}.html")
        made[-1].write_text(PAGE.format(n=n, day=1 + n % 9), encoding="utf-8")
    made[3] = folder / "note.md"
    made[3].write_text("---\ntitle: A note\n---\n\nThe tide came in twice that day, said the keeper of the lock.\n")
    made[7] = folder / "dump.jsonl"
    made[7].write_text('{"id": "a", "text": "The mill burned down on Friday night."}\n{"id": "b"}\n')
    made[9] = folder / "empty.txt"
    made[9].touch()
    made[11] = folder / "missing.html"
    made[13] = folder / os.fsdecode(b"caf\xe9.txt")
    made[13].write_text("The café by the lock has closed its doors, its owner said on Sunday.")
    return made


def read_here(files: list[Path]) -> list[tuple[Path, list[Article | ReadFailure]]]:
    return [(file, list(read_articles(file))) for file in files]


def read_in_parallel(files: list[Path], seconds: int = 60) -> list[tuple[Path, list[Article | ReadFailure]]]:
    return [(file, list(found)) for file, found in read_all(files, ReadOptions(), seconds=seconds)]


def processes(mark: str) -> set[int]:
    """Return the ids of live reading processes that have a mark in their environment."""
    found = set()
    for folder in Path("/proc").iterdir():
        try:
            if b"retrieval.articles.worker" in (folder / "cmdline").read_bytes():
                environment = (folder / "environ").read_bytes()
                assert b"BYLINE_" not in environment
                found |= {int(folder.name)} if mark.encode() in environment else set()
        except (OSError, ValueError):
            continue
    return found


def until(what: Callable[[], bool]) -> None:
    """Wait for something that must soon become true."""
    deadline = time.monotonic() + 60
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.05)


HANGS = """
import os, time
plainly = os.open
def opened(path, *arguments, **options):
    if str(path).endswith("hanging.html"):
        plainly(f"{path}.opened", os.O_CREAT)
        time.sleep(3600)
    return plainly(path, *arguments, **options)
os.open = opened
"""
"""A `sitecustomize` module that simulates a disk which never answers for one file."""


@pytest.fixture
def hanging(tmp_path: Path, files: list[Path]) -> Path:
    """One of the files: its reader hangs if the folder `site` is on the path, and leaves a file that shows it."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(HANGS)
    files[20] = files[20].rename(files[20].with_name("hanging.html"))
    return files[20]


def is_opened(file: Path) -> bool:
    return file.with_name(f"{file.name}.opened").exists()


Start = Callable[[int], "subprocess.Popen[bytes]"]


@pytest.fixture
def start(tmp_path: Path, files: list[Path], hanging: Path) -> Iterator[Start]:
    """Start a process that reads files in child processes, one of which hangs; takes the time limit per file."""
    listed = tmp_path / "files"
    listed.write_bytes(b"\n".join(map(os.fsencode, files)))
    code = (
        "import os, sys\nfrom pathlib import Path\nfrom contextlib import closing\n"
        "from retrieval.articles.parallel import read_all\nfrom retrieval.types import ReadOptions\n"
        "paths = [Path(os.fsdecode(line)) for line in open(sys.argv[1], 'rb').read().split(b'\\n')]\n"
        "reading = read_all(paths, ReadOptions(), seconds=int(sys.argv[2]))\n"
        "with closing(reading) as found:\n    for file, _ in found: pass\n"
    )
    environment = {**os.environ, "MARK": str(tmp_path), "BYLINE_TELEGRAM_TOKEN": "7:secret"}
    environment["PYTHONPATH"] = os.pathsep.join((str(tmp_path / "site"), str(ROOT)))
    started: list[subprocess.Popen[bytes]] = []

    def run(seconds: int) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-c", code, str(listed), str(seconds)]
        started.append(subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE))
        return started[-1]

    yield run
    for process in started:
        with process:
            process.kill()


def test_what_is_read_in_parallel_is_what_is_read_here_in_the_same_order(files: list[Path]) -> None:
    expected = read_here(files)
    assert sum(isinstance(it, ReadFailure) for _, found in expected for it in found) == 4
    assert any(it.dropped and it.provenance for _, found in expected for it in found if isinstance(it, Article))
    assert read_in_parallel(files) == expected


def test_few_files_are_read_without_another_process(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", None)
    assert read_in_parallel(files[: ENOUGH - 1]) == read_here(files[: ENOUGH - 1])


def test_a_single_file_of_a_bot_hangs_alone(
    hanging: Path, files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    for file, reads in ((hanging, False), (files[0], True)):
        [(_, found)] = read_all([file], ReadOptions(), isolated=True, seconds=60 if reads else 1)
        assert [isinstance(it, Article) for it in found] == [reads]


def test_who_looks_for_faults_has_them_in_the_log(
    files: list[Path], caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "Popen", None)
    caplog.set_level(logging.DEBUG, "retrieval.articles")
    assert read_in_parallel(files) == read_here(files)


def test_a_large_dump_is_read_here_row_by_row(files: list[Path]) -> None:
    files[7].write_text('{"text": "%s"}\n' % ("The mill burned down. " * 100) * (MAX_BYTES // 2_000))
    large = next(found for file, found in read_all(files, ReadOptions()) if file == files[7])
    assert iter(large) is large


def test_where_no_process_can_be_had_all_is_read_here(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    for program in ("/nowhere/python", "/bin/false"):
        monkeypatch.setattr(sys, "executable", program)
        assert read_in_parallel(files) == read_here(files)


def test_a_file_whose_reader_hangs_is_one_failure_and_the_others_are_read(
    files: list[Path], hanging: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = read_here(files)
    monkeypatch.syspath_prepend(tmp_path / "site")
    failure = ReadFailure(
        str(hanging), "its reader took too long, or died of it", "save it again in its format, or as plain text"
    )
    expected[20] = (hanging, [failure])
    request = worker.request
    monkeypatch.setattr(  # the others may take longer: on a busy machine, the start of a reader alone does
        worker,
        "request",
        lambda file, options, *, seconds: request(file, options, seconds=1 if file == hanging else seconds),
    )
    assert read_in_parallel(files) == expected


def test_no_process_outlives_one_that_is_killed(start: Start, hanging: Path, tmp_path: Path) -> None:
    mark = f"MARK={tmp_path}"
    process = start(5)
    until(lambda: is_opened(hanging))
    assert len(processes(mark)) > 1
    process.kill()
    process.wait()
    until(lambda: not processes(mark))


def test_ctrl_c_ends_the_processes_too_whatever_they_are_doing(start: Start, hanging: Path, tmp_path: Path) -> None:
    mark = f"MARK={tmp_path}"
    process = start(3600)
    until(lambda: is_opened(hanging))
    assert len(processes(mark)) > 1
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert b"KeyboardInterrupt" in said
    assert not processes(mark)
