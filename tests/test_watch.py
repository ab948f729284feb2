"""`byline index`: dry runs, following folders with a generation per burst, and keeping finished work on Ctrl-C."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, islice
from pathlib import Path
from typing import Self

import pytest

from bot.cli import main
from bot.commands import index, watch
from embeddings.errors import CacheError
from retrieval.articles import ReadFailure
from retrieval.errors import IndexDamagedError, StoreError
from retrieval.index import IndexReader, UpdateOptions
from retrieval.index.report import UpdateReport
from retrieval.index.writer import remove_articles

from .conftest import DAWN, DUSK, HASHING, QUAY, ROOT, Done, Run, Update, execute, listed, write
from .test_duplicates import nonsense


class Watching:
    """A `byline index --watch` process, which is killed at the end of the block."""

    def __init__(self, folder: Path, *arguments: object) -> None:
        command = [sys.executable, "-m", "bot.cli", "--index", str(folder), "index", "--model", "hashing", "--watch"]
        self.process = subprocess.Popen(
            [*command, *map(str, arguments)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

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
    with Watching(folder, "--prune", places) as watching:
        yield watching


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


def test_a_file_that_never_rests_holds_up_no_round(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = count()
    monkeypatch.setattr(watch, "_look", lambda _: {"log.txt": (next(sizes), 0, 0)})
    for name in ("EVERY_SECONDS", "QUIET_SECONDS", "PATIENCE_SECONDS"):
        monkeypatch.setattr(watch, name, 0.01)
    first, *others = islice(watch.watch([], round_seconds=0.1), 30)
    assert not first
    assert set(others) == {False, True}


def test_a_file_is_seen_to_change_though_its_time_and_size_are_as_before(
    places: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As by `cp -p` or `rsync --inplace`; one that becomes readable is seen, too."""
    for name in ("EVERY_SECONDS", "QUIET_SECONDS"):
        monkeypatch.setattr(watch, name, 0.01)
    file = places / "a.md"
    bursts = watch.watch([places], round_seconds=3.0)
    assert not next(bursts)
    time.sleep(0.05)
    before = file.stat()
    file.write_text(file.read_text("utf-8").replace("dawn", "noon"), "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert not next(bursts)
    time.sleep(0.05)
    file.chmod(0o600 if file.stat().st_mode & 0o77 else 0o644)
    assert not next(bursts)


def test_a_bad_file_is_told_of_once(places: Path, watching: Watching) -> None:
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
    with Watching(folder, "--json") as watching:
        assert json.loads(watching.line())["unchanged"] == 1
        write(places / "b.md", DUSK)
        report = json.loads(watching.line())
        assert [report["names"][key] for key in report["added"]] == [f"The ferry ({places / 'b.md'})"]
        assert watching.end()[0] == 130


@pytest.mark.parametrize("named", [True, False])
def test_what_is_removed_from_a_file_that_is_followed_stays_out(
    named: bool, folder: Path, places: Path, update: Update
) -> None:
    files = places / "a.md", write(places / "b.md", DUSK)
    update(*files)
    with Watching(folder, *(files if named else ())) as watching:
        assert "2 unchanged" in watching.line()
        remove_articles(folder, [article.id for article, _ in listed(folder) if article.text == DAWN])
        write(places / "b.md", QUAY)
        assert " 0 added, 1 changed" in watching.line()
    assert [article.text for article, _ in listed(folder)] == [QUAY]


Ending = Callable[..., Done]
"""Type of the `following` fixture."""


@pytest.fixture
def following(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Ending:
    """Run `byline index --watch` with these outcomes of its updates, the first of which is its first run."""

    def follow(outcomes: Iterable[UpdateReport | Exception], rounds: Sequence[bool], *places: object) -> Done:
        waiting = iter(outcomes)

        def update(*_: object, **__: object) -> UpdateReport:
            if isinstance(outcome := next(waiting), Exception):
                raise outcome
            return outcome

        def watch(*_: object, **__: object) -> Iterator[bool]:
            yield from rounds
            raise KeyboardInterrupt

        monkeypatch.setattr(index, "update_index", update)
        monkeypatch.setattr(index, "watch", watch)
        monkeypatch.setattr(index, "RETRY_SECONDS", 0)
        monkeypatch.setenv("BYLINE_FETCH", "1")
        return run("--index", folder, "index", "--watch", *places)

    return follow


def test_a_file_that_hangs_holds_up_no_other(
    folder: Path, places: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is followed is read in processes with a time limit, however few files change at once."""
    isolated: list[bool] = []

    def update(*_: object, options: UpdateOptions, **__: object) -> UpdateReport:
        isolated.append(options.isolated)
        return UpdateReport(passages=1)

    def one_burst(*_: object, **__: object) -> Iterator[bool]:
        yield False
        raise KeyboardInterrupt

    monkeypatch.setattr(index, "update_index", update)
    monkeypatch.setattr(index, "watch", one_burst)
    assert run("--index", folder, "index", "--watch", places).code == 130
    assert isolated == [False, True]


@pytest.mark.parametrize("error", [StoreError, CacheError])
def test_a_full_disk_is_told_of_once_and_waited_for(error: type[Exception], places: Path, following: Ending) -> None:
    full = error("there is no room on the disk")
    added = UpdateReport(added=["a"], names={"a": "The ferry"})
    code, out, err = following([UpdateReport(passages=1), full, full, added], [False], places)
    assert (code, err.count("no room")) == (130, 1)
    assert " 1 added, 0 changed" in out.splitlines()[-1]


def test_an_index_that_is_damaged_is_followed_no_more(places: Path, following: Ending) -> None:
    code, _, err = following([UpdateReport(passages=1), IndexDamagedError("it is damaged")], [False], places)
    assert (code, err.splitlines()[-1]) == (2, "byline: it is damaged")


def test_an_address_that_fails_is_told_of_once_until_it_is_read_again(places: Path, following: Ending) -> None:
    """Rounds in which only files are looked at say nothing of addresses."""
    url = "https://news.example/feed"
    fails, works = UpdateReport(passages=1, failed=[ReadFailure(url, "it is away", "wait")]), UpdateReport(passages=1)
    _, _, err = following([fails, works, fails, works, fails], [False, True, False, True], places, url)
    assert err.count("it is away") == 1
    _, _, err = following([fails, works, fails], [True, True], places, url)
    assert err.count("it is away") == 2


@pytest.mark.parametrize("gone", [1, 30])
def test_files_that_go_are_told_of_once(gone: int, folder: Path, places: Path, update: Update) -> None:
    """A folder of thousands that is no longer mounted fills no log."""
    more = [places / f"b{number:02}.md" for number in range(gone)]
    for number, file in enumerate(more):
        write(file, nonsense(number, 40))
    update(places)
    with Watching(folder) as watching:
        assert f"{gone + 1} unchanged" in watching.line()
        for file in more:
            file.unlink()
        time.sleep(3)
        write(places / "c.md", QUAY)
        assert " 1 added, 0 changed, 0 removed, 1 unchanged" in watching.line()
        _, _, err = watching.end()
        assert [err.count(f"missing: {file}\n") for file in more] == [1] * min(gone, 20) + [0] * (gone - 20)
        are = "1 file is" if gone == 1 else f"{gone} files are"
        assert err.count(f"{are} gone; drop the articles with: byline --index {folder} index --prune\n") == 1


def test_a_dry_run_names_what_it_would_do(folder: Path, places: Path, update: Update, run: Run) -> None:
    for n, text in enumerate((DUSK, QUAY, nonsense(1, 40), nonsense(2, 40))):
        write(places / f"{n}.md", text, title=f"Number {n}")
    update(places)
    write(places / "0.md", DAWN, title="Number 0")
    (places / "1.md").unlink()
    (places / "2.md").rename(places / "two.md")
    (places / "copy.md").write_bytes((places / "3.md").read_bytes())
    write(places / "new.md", nonsense(3, 40), title="\x1b[31mNew")
    code, out, _ = run("--index", folder, "index", "--prune", "--dry-run", places)
    lines = out.splitlines()
    assert code == 0
    assert lines[:6] == [
        f"+ [31mNew ({places}/new.md)",
        f"~ Number 0 ({places}/0.md)",
        f"- Number 1 ({places}/1.md)",
        f"= Number 2 ({places}/two.md): moved",
        f"= Number 3 ({places}/copy.md): a copy",
        "= 3 unchanged",
    ]
    counts, _, seconds = lines[6].rpartition(" · ")
    assert counts == "would be 1 added, 1 changed, 1 removed, 3 unchanged, 0 failed · 1 moved · 1 copy"
    assert seconds.endswith(" s")
    execute(folder, "UPDATE meta SET value = '1.1' WHERE key = 'versions'")  # what makes a run split everything anew
    assert "5 passages embedded again · " in run("--index", folder, "index", "--dry-run").out


def test_a_folder_that_goes_while_it_is_followed_keeps_its_articles(
    folder: Path, places: Path, watching: Watching
) -> None:
    """As with a temporarily unmounted share; to remove the articles, the user runs the command separately."""
    assert watching.line().startswith("1 added")
    places.rename(places.with_name("elsewhere"))
    assert watching.process.stderr
    assert any("nothing is left of it" in line for line in watching.process.stderr)
    assert len(listed(folder)) == 1
    assert main(["--index", str(folder), "index", "--prune", str(places)]) == 0
    assert listed(folder) == []


def test_a_dry_run_is_not_followed(folder: Path, places: Path, run: Run) -> None:
    assert "do not go together" in run("--index", folder, "index", "--watch", "--dry-run", places).complaint


def test_places_that_are_not_there_are_not_followed(
    folder: Path, places: Path, tmp_path: Path, update: Update, run: Run
) -> None:
    mistyped = str(tmp_path / "artciles")
    update(places)
    code, _, err = run("--index", folder, "index", "--watch", mistyped)
    missing, nothing = err.splitlines()
    assert code == 2
    assert mistyped in missing
    assert "nothing to follow" in nothing


def test_an_index_of_no_places_is_not_followed(folder: Path, places: Path, update: Update, run: Run) -> None:
    update(places)
    (places / "a.md").unlink()
    places.rmdir()
    assert run("--index", folder, "index", "--prune", places).code == 0
    assert "nothing to index yet" in run("--index", folder, "index", "--watch").complaint


def test_addresses_that_may_not_be_asked_again_are_told_of_and_not_followed(
    folder: Path, places: Path, update: Update, run: Run
) -> None:
    update(places)
    execute(folder, "UPDATE root SET path = 'https://news.example/feed'")
    code, _, err = run("--index", folder, "index")
    assert (code, err.count("addresses indexed before are not asked again: fetching is off; allow it with")) == (0, 1)
    assert "nothing to follow" in run("--index", folder, "index", "--watch").err


def test_a_known_place_that_is_not_mounted_yet_is_followed(folder: Path, places: Path, update: Update) -> None:
    update(places)
    places.rename(places.with_name("elsewhere"))
    with Watching(folder, places) as watching:
        watching.line()
        places.with_name("elsewhere").rename(places)
        write(places / "b.md", DUSK)
        while " 1 added, 0 changed, 0 removed, 1 unchanged" not in (line := watching.line()):
            assert line, "it ended"


def test_an_interrupted_run_keeps_what_it_embedded(
    places: Path, folder: Path, update: Update, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(300):
        write(places / f"{n}.md", nonsense(n, 40), title=str(n))

    def interrupt(_self: object, stage: str, done: int, _total: int) -> None:
        if stage == "embedding" and done:
            raise KeyboardInterrupt

    monkeypatch.setattr("bot.commands.progress.ProgressBar.__call__", interrupt)
    done = run("--index", folder, "index", "--model", "hashing", places)
    assert (done.code, "run the command again" in done.err) == (130, True)
    assert generation(folder) == 0
    report = update(places, models=HASHING)
    assert len(report.added) == 301
    assert 0 < report.embedded < 100, "all but the last of the passages had been embedded"
