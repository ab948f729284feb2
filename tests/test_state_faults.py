"""The bot's state on a failing disk: it opens again or an error says what to do, and no question is lost."""

import random
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

import pytest

from bot.errors import UsageError
from bot.telegram.state import FILE, State

from .conftest import bytes_of
from .faulty_disk import KILL, KINDS, TEAR, Fault, Outcome, Worker, read_journal, states_after_power_loss
from .state_life import FORGOTTEN, SECRET, UPDATES, steps
from .torture import FULL, SECONDS, campaign, points

NO_FAULT = Fault()


@dataclass(frozen=True, slots=True)
class Life:
    """The state folder left by one complete run, and the number of calls that the run took."""

    folder: Path
    calls: int


@pytest.fixture(scope="module")
def life(worker: Worker, tmp_path_factory: pytest.TempPathFactory) -> Life:
    home = tmp_path_factory.mktemp("state")
    outcome = live(worker, home)
    assert (outcome.code, outcome.said) == (0, "")
    assert SECRET.encode() not in bytes_of(home / "state")
    return Life(home / "state", outcome.calls)


def live(worker: Worker, home: Path, fault: Fault = NO_FAULT) -> Outcome:
    home.mkdir(exist_ok=True)
    return worker.run("live", home / "state", home, fault)


def done(home: Path) -> list[str]:
    file = home / "done"
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def numbers(steps: list[str], what: str) -> set[int]:
    return {int(number) for name, _, number in (step.partition(" ") for step in steps) if name == what}


def nothing_is_lost(home: Path, outcome: Outcome) -> None:
    """Assert that the next start finds every update that was received but not handled, and every answer sent."""
    steps_done = done(home)
    received, handled, answered = (numbers(steps_done, what) for what in ("received", "handled", "answered"))
    # The step in progress may or may not be on disk. "handled" comes right after "answered".
    broken_off = (
        [line.partition(":")[0] for line in outcome.said.splitlines()] if outcome.code == 0 else steps_done[-1:]
    )
    ending = numbers(broken_off, "handled" if outcome.code == 0 else "answered")
    with closing(State(home / "state")) as state:
        waiting = {number for number, _ in state.ledger.unhandled()}
        assert received - handled - ending <= waiting, (steps_done, waiting)
        assert not handled & waiting, (steps_done, waiting)
        known = {number for number in range(1, UPDATES + 1) if state.shown(f"key {number}")}
        assert answered - {FORGOTTEN} <= known, (steps_done, known)
        assert "known" not in steps_done or state.known_articles()
    with closing(sqlite3.connect(home / "state" / FILE)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert {file.name for file in (home / "state").iterdir()} == {FILE}
    assert (home / "state" / FILE).stat().st_mode & 0o777 == 0o600


@pytest.mark.timeout(SECONDS)
def test_killed_at_every_call(worker: Worker, life: Life, tmp_path: Path) -> None:
    with campaign("killed before a call, or in the middle of a write", "state") as killed:
        for kind in (KILL, TEAR):
            for at in points(life.calls, 20, kind):
                with killed.fault(fault := Fault(at, kind)):
                    home = tmp_path / f"{kind}-{at}"
                    outcome = live(worker, home, fault)
                    assert outcome.code == -9
                    nothing_is_lost(home, outcome)
                    assert live(worker, home).code == 0
                    shutil.rmtree(home)


@pytest.mark.timeout(SECONDS)
@pytest.mark.parametrize("kind", KINDS)
def test_refused_at_every_call(worker: Worker, life: Life, kind: str, tmp_path: Path) -> None:
    """Every step is carried out, in memory if necessary; once the disk works again, it gets all of them."""
    turn = list(KINDS).index(kind)
    with campaign(f"{kind}, once or from then on", "state") as refused:
        for stays in (False, True):
            for at in points(life.calls, 80, turn * 11 + stays * 41):
                with refused.fault(fault := Fault(at, KINDS[kind], stays)):
                    home = tmp_path / f"{stays}-{at}"
                    outcome = live(worker, home, fault)
                    # what could not be written anew now is later
                    said = [line for line in outcome.said.splitlines() if "may hold traces" not in line]
                    if outcome.code:
                        assert (outcome.code, len(said), done(home)) == (2, 1, []), outcome
                        assert "BYLINE_STATE" in outcome.said
                    else:
                        assert done(home) == [name for name, _ in steps()]
                        assert ["cannot be written" in line for line in said] in ([], [True], [True, False]), said
                        assert len(said) < 2 or (not stays and "can be written again" in said[1])
                    if stays:
                        (home / "done").unlink(missing_ok=True)  # reported as not written, and lost with the process
                    nothing_is_lost(home, outcome)
                    assert live(worker, home).code == 0
                    shutil.rmtree(home)


@pytest.mark.timeout(SECONDS)
def test_power_lost_at_every_write(worker: Worker, tmp_path: Path) -> None:
    """The last steps may be lost, but the state opens and the bot works."""
    journal = tmp_path / "journal"
    assert live(worker, tmp_path, Fault(journal=str(journal))).code == 0
    with campaign("power lost", "state") as lost:
        for number, (_, disk) in enumerate(states_after_power_loss({}, read_journal(journal))):
            if FULL or number % 40 == 0:
                with lost.fault(f"power lost, disk {number}"):
                    home = tmp_path / str(number)
                    (home / "state").mkdir(parents=True)
                    for path, content in disk.items():
                        (home / "state" / Path(path).name).write_bytes(content)
                    with closing(State(home / "state")) as state:
                        state.ledger.unhandled()
                    with closing(sqlite3.connect(home / "state" / FILE)) as db:
                        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                    outcome = live(worker, home)
                    assert (outcome.code, outcome.said) == (0, "")
                    shutil.rmtree(home)


@pytest.mark.timeout(SECONDS)
def test_a_damaged_state_opens_or_is_named_in_one_line(life: Life, tmp_path: Path) -> None:
    content = (life.folder / FILE).read_bytes()
    pages, chance = range(0, len(content), 4096), random.Random(20_250_331)
    flips = [(chance.randrange(len(content)), 1 << chance.randrange(8)) for _ in range(5_000 if FULL else 300)]
    kinds = {
        "cut at each 4 KiB": [content[:start] for start in pages],
        "page zeroed": [content[:start] + bytes(4096) + content[start + 4096 :] for start in pages],
        "bit flipped": [content[:at] + bytes([content[at] ^ bit]) + content[at + 1 :] for at, bit in flips],
    }
    for kind, damages in kinds.items():
        with campaign(kind, "state") as damage:
            for number, damaged in enumerate(damages):
                with damage.fault(f"{kind}: {number}"):
                    folder = tmp_path / f"{kind} {number}"
                    folder.mkdir()
                    (folder / FILE).write_bytes(damaged)
                    try:
                        with closing(State(folder)) as state:
                            state.ledger.unhandled()
                            state.tidy()
                    except UsageError as error:
                        assert f"mv {quote(str(folder / FILE))} " in str(error)
                        assert "\n" not in str(error)
