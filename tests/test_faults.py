"""The writer is killed or gets an error at every call that changes a file: the old or new index answers, complete."""

import re
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from retrieval.errors import NoIndexError
from retrieval.index import IndexReader, check_index
from retrieval.index.schema import SPLIT_VERSIONS

from .conftest import listed
from .faulty_disk import KILL, KINDS, TEAR, Fault, Outcome, Worker, read_journal, states_after_power_loss
from .torture import FULL, SECONDS, campaign, points

ARTICLES = 4
SECRETS = (b"quetzalcoatl", b"zymurg")
"""Stems of words that occur only in the article that is removed."""

State = tuple[str, tuple[str, ...]]
"""The model, and every passage with its title."""

NOTHING: State = ("", ())


@dataclass(frozen=True, slots=True)
class Scene:
    """An operation on an index, and the state before and after it."""

    name: str
    command: str
    before: Path
    """Copy of the index folder before the operation; empty if there is none."""
    places: Path
    old: State
    new: State
    calls: int


def write_version(places: Path, version: int, articles: Sequence[int] = range(ARTICLES)) -> None:
    places.mkdir(exist_ok=True)
    for number in articles:
        paragraphs = [
            f"In version {version} the keeper of lighthouse {number} counted {ships} ships from the gallery before the "
            f"fog came in, wrote them into the book, and went down to wind the clock that drives the lamp."
            for ships in range(3)
        ]
        if number == 1:
            paragraphs.append(f"Quetzalcoatlus was a zymurgist in version {version}, " + paragraphs[0].lower())
        (places / f"{number}.md").write_text(f"# Lighthouse {number}\n\n" + "\n\n".join(paragraphs), encoding="utf-8")


def state(folder: Path) -> State:
    """Return everything that an index answers from; fails if its parts are not of one generation."""
    try:
        with IndexReader(folder) as reader, reader.snapshot() as snapshot:
            ids = snapshot.store.ids.tolist()
            rows = snapshot.rows(ids)
            found = snapshot.full_text(["lighthous"], 100)
            assert len(rows) == len(found) == snapshot.count(), "passages, vectors and words are not of one generation"
            if not rows:
                return NOTHING
            texts = sorted(f"{row.article.title}\t{row.passage.text}" for row in rows)
            return snapshot.model.name, tuple(texts)
    except NoIndexError:
        return NOTHING


SCENES = ("first", "change", "prune", "remove", "switch", "file")


@pytest.fixture(scope="module")
def scenes(worker: Worker, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Scene]:
    return {name: make_scene(worker, tmp_path_factory.mktemp(name), name) for name in SCENES}


def make_scene(worker: Worker, home: Path, name: str) -> Scene:
    before, places, after = home / "before", home / "articles", home / "after"
    write_version(places, 1)
    if name == "first":
        before.mkdir()
    else:
        assert worker.run("file" if name == "file" else "index", before, places).code == 0
    if name == "change":
        write_version(places, 2)
    if name == "file":
        write_version(places, 2, [1])
    if name == "prune":
        (places / "1.md").unlink()
    if name == "remove":
        key = next(article.id for article, _ in listed(before) if article.title == "Lighthouse 1")
        (places / "removed").write_text(key, encoding="utf-8")
    command = {"first": "index", "change": "index"}.get(name, name)
    old = state(before)
    shutil.copytree(before, after)
    outcome = worker.run(command, after, places)
    assert (outcome.code, outcome.said) == (0, "")
    assert old != state(after)
    return Scene(name, command, before, places, old, state(after), outcome.calls)


def strike(worker: Worker, scene: Scene, fault: Fault, folder: Path) -> None:
    """Inject a fault and check what is left: one whole generation, and nothing that disturbs the next run."""
    shutil.copytree(scene.before, folder)
    outcome = worker.run(scene.command, folder, scene.places, fault)
    if fault.kind in {KILL, TEAR}:
        assert outcome.code == -9, outcome
    else:
        told_in_one_line(outcome)
        assert "is done" not in outcome.said or state(folder) == scene.new
    left_whole(scene, folder)
    again = worker.run(scene.command, folder, scene.places)
    assert again.code in ({0, 1} if scene.name == "remove" else {0}), again
    ends_well(scene, folder)
    shutil.rmtree(folder)


def told_in_one_line(outcome: Outcome) -> None:
    """Assert that the command ended with one line of error, or succeeded with at most warnings."""
    assert outcome.code in {0, 2}, outcome
    assert "Traceback" not in outcome.said, outcome.said
    assert "cannot be read" not in outcome.said, "a disk that refuses is no damaged index"
    said = [line for line in outcome.said.splitlines() if " WARNING " not in line]
    assert len(said) == (1 if outcome.code else 0), outcome.said


def left_whole(scene: Scene, folder: Path) -> None:
    assert state(folder) in (scene.old, scene.new)
    try:
        assert check_index(folder) == []
    except NoIndexError:
        assert scene.old == NOTHING


def ends_well(scene: Scene, folder: Path) -> None:
    assert state(folder) == scene.new
    assert check_index(folder) == []
    files = {file.name for file in folder.iterdir()}
    vectors = {name for name in files if re.fullmatch(r"vectors-\d{8}\.bin", name)}
    assert files - vectors == {"index.db", "lock"}
    assert len(vectors) == (1 if scene.name == "file" else 0)
    assert {file.stat().st_mode & 0o777 for file in folder.iterdir()} == {0o600}
    with closing(sqlite3.connect(folder / "index.db")) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        versions = connection.execute("SELECT value FROM meta WHERE key = 'versions'").fetchone()
        assert versions == (SPLIT_VERSIONS,), "a later version will not notice that it has to split the texts again"
    if scene.name in {"remove", "prune"}:
        left = b"".join(file.read_bytes() for file in folder.iterdir()).lower()
        assert not [secret for secret in SECRETS if secret in left]


@pytest.mark.timeout(SECONDS)
@pytest.mark.parametrize("name", SCENES)
def test_killed_at_every_call(worker: Worker, scenes: dict[str, Scene], name: str, tmp_path: Path) -> None:
    scene = scenes[name]
    with campaign("killed before a call, or in the middle of a write", name) as killed:
        for turn, kind in enumerate((KILL, TEAR)):
            # Creating an index has the most steps, each only a few calls long.
            for at in points(scene.calls, 4 if name == "first" else 10, turn * (2 if name == "first" else 5)):
                with killed.fault(fault := Fault(at, kind)):
                    strike(worker, scene, fault, tmp_path / f"{kind}-{at}")


@pytest.mark.timeout(SECONDS)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", SCENES)
def test_refused_at_every_call(worker: Worker, scenes: dict[str, Scene], name: str, kind: str, tmp_path: Path) -> None:
    scene, turn = scenes[name], list(KINDS).index(kind)
    with campaign(f"{kind}, once or from then on", name) as refused:
        for stays in (False, True):
            for at in points(scene.calls, 60, turn * 11 + stays * 7):
                with refused.fault(fault := Fault(at, KINDS[kind], stays)):
                    strike(worker, scene, fault, tmp_path / f"{at}-{stays}")


def test_a_refusal_that_comes_after_a_removal_says_so(worker: Worker, scenes: dict[str, Scene], tmp_path: Path) -> None:
    """The outcome is unknown only if the commit's own sync fails; then the error must not say that nothing was done."""
    scene, said_so = scenes["remove"], list[bool]()
    for at in range(scene.calls, 0, -1):
        shutil.copytree(scene.before, folder := tmp_path / str(at))
        outcome = worker.run("remove", folder, scene.places, Fault(at, KINDS["ENOSPC"], stays=True))
        if state(folder) == scene.old:
            break
        if outcome.code:
            said_so.append("what was asked for is done" in outcome.said)
            assert said_so[-1] or "what it had done already stays done" in outcome.said
    assert said_so.count(True) > said_so.count(False) <= 1


@pytest.mark.timeout(SECONDS)
@pytest.mark.parametrize("name", SCENES)
def test_power_lost_at_every_write(worker: Worker, scenes: dict[str, Scene], name: str, tmp_path: Path) -> None:
    scene, folder, journal = scenes[name], tmp_path / "index", tmp_path / "journal"
    shutil.copytree(scene.before, folder)
    before = {str(file): file.read_bytes() for file in folder.iterdir()}
    assert worker.run(scene.command, folder, scene.places, Fault(journal=str(journal))).code == 0
    changes = read_journal(journal)
    *_, last = (disk for synced, disk in states_after_power_loss(before, changes) if synced)
    put_back(folder, last)
    assert state(folder) == scene.new, "the command has ended well, and what it did is not on the disk"
    with campaign("power lost", name) as lost:
        for number, (_, disk) in enumerate(states_after_power_loss(before, changes)):
            if FULL or number % 12 == 0:
                with lost.fault(f"power lost, disk {number}"):
                    put_back(folder, disk)
                    left_whole(scene, folder)
                    assert worker.run(scene.command, folder, scene.places).code in {0, 1}
                    ends_well(scene, folder)


def put_back(folder: Path, disk: dict[str, bytes]) -> None:
    shutil.rmtree(folder)
    folder.mkdir()
    for path, content in disk.items():
        Path(path).write_bytes(content)
        Path(path).chmod(0o600)


def test_a_file_of_vectors_is_synced_before_it_is_put_in_place(
    worker: Worker, scenes: dict[str, Scene], tmp_path: Path
) -> None:
    scene, folder, journal = scenes["file"], tmp_path / "index", tmp_path / "journal"
    shutil.copytree(scene.before, folder)
    assert worker.run(scene.command, folder, scene.places, Fault(journal=str(journal))).code == 0
    changes = read_journal(journal)
    (renamed,) = (at for at, change in enumerate(changes) if change.op == "R")
    of_the_file = [change.op for change in changes[:renamed] if change.path == changes[renamed].path]
    assert "W" in of_the_file
    assert of_the_file[-1] == "S"
