"""`byline index`: says what it would do, follows folders a generation a burst, and keeps what it embedded on Ctrl-C."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli import main
from retrieval.index import IndexReader

from .conftest import HASHING, ROOT, Update
from .test_duplicates import nonsense
from .test_index import DAWN, DUSK, QUAY, write


class Watching:
    """A `byline index --watch` in another process."""

    def __init__(self, folder: Path, *arguments: object) -> None:
        command = [sys.executable, "-m", "bot.cli", "--index", str(folder), "index", "--model", "hashing", "--watch"]
        self.process = subprocess.Popen(
            [*command, *map(str, arguments)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def line(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def end(self) -> tuple[int, str, str]:
        self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=30)
        return self.process.returncode, out, err


@pytest.fixture
def places(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    write(folder / "a.md", DAWN)
    return folder


@pytest.fixture
def watching(folder: Path, places: Path) -> Iterator[Watching]:
    watching = Watching(folder, "--prune", places)
    try:
        yield watching
    finally:
        watching.process.kill()
        watching.process.communicate()


def generation(folder: Path) -> int:
    with IndexReader(folder) as reader, reader.snapshot() as snapshot:
        return snapshot.generation


def test_a_burst_makes_one_generation(folder: Path, places: Path, watching: Watching) -> None:
    assert watching.line().startswith("1 added")
    for n in range(10):
        write(places / f"{n}.md", f"{DUSK} That was trip {n}.", title=str(n))
        time.sleep(0.1)
    line = watching.line()
    assert " 10 added, 0 changed" in line
    assert generation(folder) == 2
    write(places / "a.md", QUAY)
    (places / "1.md").unlink()
    (places / "2.md").rename(places / "two.md")
    assert " 0 added, 1 changed, 1 removed, 9 unchanged, 0 failed · 1 moved · " in watching.line()
    assert generation(folder) == 3
    code, out, err = watching.end()
    assert (code, out) == (130, "")
    assert [line.partition(" ")[0] for line in err.splitlines()] == ["following"]


def test_a_bad_file_is_told_of_once(folder: Path, places: Path, watching: Watching) -> None:
    assert watching.line().startswith("1 added")
    (places / "empty.md").touch()
    time.sleep(3)
    write(places / "b.md", DUSK)
    assert " 1 added, 0 changed, 0 removed, 1 unchanged, 1 failed" in watching.line()
    code, _, err = watching.end()
    assert code == 130
    assert err.count("empty.md") == 1


def test_what_was_indexed_before_is_followed(folder: Path, places: Path, update: Update) -> None:
    update(places)
    watching = Watching(folder, "--json")
    try:
        assert json.loads(watching.line())["unchanged"] == 1
        write(places / "b.md", DUSK)
        report = json.loads(watching.line())
        assert [report["names"][key] for key in report["added"]] == [f"The ferry ({places / 'b.md'})"]
        assert watching.end()[0] == 130
    finally:
        watching.process.kill()
        watching.process.communicate()


def test_a_file_that_goes_is_told_of_once(folder: Path, places: Path, update: Update) -> None:
    write(places / "b.md", DUSK)
    update(places)
    watching = Watching(folder)
    try:
        assert "2 unchanged" in watching.line()
        (places / "b.md").unlink()
        time.sleep(3)
        write(places / "c.md", QUAY)
        assert " 1 added, 0 changed, 0 removed, 1 unchanged" in watching.line()
        _, _, err = watching.end()
        assert err.count(f"missing: {places / 'b.md'}; to drop its articles: byline index --prune") == 1
    finally:
        watching.process.kill()
        watching.process.communicate()


def test_a_dry_run_names_what_it_would_do(
    tmp_path: Path, folder: Path, places: Path, update: Update, capsys: pytest.CaptureFixture[str]
) -> None:
    for n, text in enumerate((DUSK, QUAY, nonsense(1, 40), nonsense(2, 40))):
        write(places / f"{n}.md", text, title=f"Number {n}")
    update(places)
    write(places / "0.md", DAWN, title="Number 0")
    (places / "1.md").unlink()
    (places / "2.md").rename(places / "two.md")
    (places / "copy.md").write_bytes((places / "3.md").read_bytes())
    write(places / "new.md", nonsense(3, 40), title="\x1b[31mNew")
    capsys.readouterr()
    assert main(["--index", str(folder), "index", "--prune", "--dry-run", str(places)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:6] == [
        f"+ [31mNew ({places}/new.md)",
        f"~ Number 0 ({places}/0.md)",
        f"- Number 1 ({places}/1.md)",
        f"= Number 2 ({places}/two.md): moved",
        f"= Number 3 ({places}/copy.md): a copy",
        "= 3 unchanged",
    ]
    assert lines[6].startswith("would be 1 added, 1 changed, 1 removed, 3 unchanged, 0 failed · 1 moved · 1 copies")


def test_a_folder_that_goes_while_it_is_followed_keeps_its_articles(
    folder: Path, places: Path, watching: Watching
) -> None:
    """As a share does that is not mounted for a while; who means it, says so in a run of its own."""
    assert watching.line().startswith("1 added")
    places.rename(places.with_name("elsewhere"))
    assert watching.process.stderr
    assert any("nothing is left of it" in line for line in watching.process.stderr)
    with IndexReader(folder) as reader, reader.snapshot() as snapshot:
        assert len(list(snapshot.articles())) == 1
    assert main(["--index", str(folder), "index", "--prune", str(places)]) == 2
    with IndexReader(folder) as reader, reader.snapshot() as snapshot:
        assert list(snapshot.articles()) == []


def test_a_dry_run_is_not_followed(folder: Path, places: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--index", str(folder), "index", "--watch", "--dry-run", str(places)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_places_that_are_not_there_are_not_followed(
    folder: Path, places: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mistyped = str(tmp_path / "artciles")
    assert main(["--index", str(folder), "index", "--model", "hashing", str(places)]) == 0
    capsys.readouterr()
    assert main(["--index", str(folder), "index", "--watch", mistyped]) == 2
    missing, nothing = capsys.readouterr().err.splitlines()
    assert mistyped in missing
    assert "nothing to follow" in nothing


def test_an_index_of_no_places_is_not_followed(folder: Path, places: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--index", str(folder), "index", "--model", "hashing", str(places)]) == 0
    (places / "a.md").unlink()
    places.rmdir()
    assert main(["--index", str(folder), "index", "--prune", str(places)]) == 2
    capsys.readouterr()
    assert main(["--index", str(folder), "index", "--watch"]) == 2
    assert "nothing to follow" in capsys.readouterr().err


def test_a_known_place_that_is_not_mounted_yet_is_followed(folder: Path, places: Path) -> None:
    assert main(["--index", str(folder), "index", "--model", "hashing", str(places)]) == 0
    places.rename(places.with_name("elsewhere"))
    watching = Watching(folder, places)
    try:
        watching.line()
        places.with_name("elsewhere").rename(places)
        write(places / "b.md", DUSK)
        while " 1 added, 0 changed, 0 removed, 1 unchanged" not in (line := watching.line()):
            assert line, "it ended"
    finally:
        watching.process.kill()
        watching.process.communicate()


def test_an_interrupted_run_keeps_what_it_embedded(
    places: Path, folder: Path, update: Update, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(300):
        write(places / f"{n}.md", nonsense(n, 40), title=str(n))

    def interrupt(_self: object, stage: str, done: int, _total: int) -> None:
        if stage == "embedding" and done:
            raise KeyboardInterrupt

    monkeypatch.setattr("bot.commands.progress.ProgressBar.__call__", interrupt)
    assert main(["--index", str(folder), "index", "--model", "hashing", str(places)]) == 130
    assert "run the command again" in capsys.readouterr().err
    assert generation(folder) == 0
    report = update(places, models=HASHING)
    assert len(report.added) == 301
    assert 0 < report.embedded < 100, "all but the last of the passages had been embedded"
