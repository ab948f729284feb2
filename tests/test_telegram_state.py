"""The bot's state: forgotten data leaves no byte, received updates are not lost, and the clock may be set back."""

import random
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from bot.errors import UsageError
from bot.locales import languages, words_in
from bot.telegram.checks import check_state
from bot.telegram.records import AnswerRecord, PassageRef, Shown
from bot.telegram.state import State
from bot.telegram.state.database import Database
from bot.telegram.state.schema import VERSION
from retrieval.types import Answer, Filter, Lack, Reason

from .conftest import bytes_of

ANN, BOB, GROUP = 1001, 1002, -500
WORDS = "harbour lantern keeper quarry orchard ferry market clinic bakery tower winter granite signal copper".split()


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    state = State(tmp_path / "state")
    yield state
    state.close()


def shown(key: str, chat: int, user: int, asked: int, question: str) -> Shown:
    found = AnswerRecord(question, question, False, None, Filter(), (PassageRef("p", 0, 9, ()),))
    return Shown(key, chat, user, asked, asked + 1, found)


def live_through(state: State, *, user: int, chat: int, update: int, mark: str, chance: random.Random) -> None:
    """Do everything that the bot does with a question; all of its texts contain `mark`."""
    question = f"{mark} {' '.join(chance.choices(WORDS, k=chance.randrange(3, 300)))}?"
    assert state.ledger.receive(update, f'{{"update_id": {update}, "text": "{question}", "name": "{mark}"}}')
    key = f"key-{update}"
    state.add_shown(shown(key, chat, user, update, question))
    state.add_gap(question, user)
    state.judge(key, user, helpful=True)
    state.set_language(user, f"{mark}")
    state.add_told(state.add_follow(user, question, "de"), f"{mark} was told {update}")
    state.ledger.handled(update)


def test_what_was_shown_last_is_the_last_answer_with_a_passage(state: State) -> None:
    first, empty = shown("first", ANN, ANN, 50, "who?"), AnswerRecord("and him?", "and him?", False, None, Filter(), ())
    state.add_shown(first)
    state.add_shown(Shown("second", ANN, ANN, 51, None, empty))
    assert state.last_shown(ANN, ANN, 52) == first
    assert state.last_shown(ANN, ANN, 50) is None


def test_what_is_forgotten_leaves_no_byte(state: State, tmp_path: Path) -> None:
    chance = random.Random(20_250_331)
    for update in range(1, 400):
        user, mark = (ANN, "quetzalcoatl") if chance.random() < 0.3 else (chance.randrange(2_000, 2_020), "neighbour")
        live_through(state, user=user, chat=user, update=update, mark=mark, chance=chance)
    assert b"quetzalcoatl" in bytes_of(tmp_path)
    state.ledger.receive(1_000, '{"text": "/forget", "name": "quetzalcoatl"}')
    state.remove_follow(state.follows(ANN)[0].id)
    state.forget_user(ANN)
    state.ledger.handled(1_000)
    state.tidy()
    assert b"quetzalcoatl" not in bytes_of(tmp_path)
    assert b"neighbour" in bytes_of(tmp_path)
    assert not any("quetzalcoatl" in question for question, _ in state.gaps(1_000))
    state.close()
    with closing(sqlite3.connect(tmp_path / "state" / "bot.db")) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        rows = [row for table in tables for row in db.execute(f"SELECT * FROM {table}")]  # noqa: S608
    assert not [row for row in rows if ANN in row]


def test_what_a_group_said_is_forgotten_with_it(state: State, tmp_path: Path) -> None:
    chance = random.Random(7)
    for update in range(1, 60):
        live_through(state, user=ANN, chat=GROUP, update=update, mark="zymurgist", chance=chance)
    state.forget_chat(GROUP)
    assert state.verdicts() == (0, 0)
    state.forget_user(ANN)
    assert b"zymurgist" not in bytes_of(tmp_path)


def test_every_file_is_its_owners(state: State, tmp_path: Path) -> None:
    live_through(state, user=ANN, chat=ANN, update=1, mark="a", chance=random.Random(1))
    files = {file.name: file.stat().st_mode & 0o777 for file in (tmp_path / "state").iterdir()}
    assert set(files.values()) == {0o600}, files
    assert (tmp_path / "state").stat().st_mode & 0o777 == 0o700


def test_the_clock_may_be_set_back(state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time()
    for step in range(8):
        monkeypatch.setattr(time, "time", lambda: now - 360 * step)  # noqa: B023 - called within the round
        state.add_shown(shown(f"{step}", ANN, ANN, step, f"question {step}"))
    state.add_shown(shown("page", ANN, ANN, 8, "question 7"))  # after "more"
    assert [it.question for it in state.answers(ANN, ANN, 9)] == [f"question {step}" for step in range(2, 8)]
    state.add_shown(shown("old", ANN, ANN, 50, ""))
    monkeypatch.setattr(time, "time", lambda: now - 86_400)
    state.add_shown(shown("new", ANN, ANN, 50, ""))
    found = state.shown_for(ANN, 50)
    assert found is not None
    assert found.key == "new"


def test_a_group_that_moves_keeps_what_was_said_but_not_the_numbers_of_its_messages(state: State) -> None:
    answer = shown("k", GROUP, ANN, 7, "where?")
    state.add_shown(answer)
    state.move_chat(GROUP, GROUP - 1)
    assert not state.shown_for(GROUP - 1, 7), "a new question with this number would be taken for answered"
    assert not state.shown_at(GROUP - 1, 8)
    moved = state.last_shown(GROUP - 1, ANN, 1)
    assert moved
    assert moved.key == "k"
    state.add_shown(replace(answer, key="n", chat=GROUP - 1))
    assert state.answers(GROUP - 1, ANN, 7) == [answer.found]


def test_what_was_said_to_another_bot_is_dropped(state: State) -> None:
    """The new bot's messages get the same numbers, so that a question would be mistaken for an answered one."""
    assert not state.belong_to("123")
    state.add_shown(shown("k", ANN, ANN, 1, "where?"))
    state.add_gap("where?", ANN)
    state.add_follow(ANN, "when does it open?")
    assert state.ledger.receive(7, "{}")
    state.ledger.saw(ANN, 900)
    state.judge("k", ANN, helpful=True)
    assert not state.belong_to("123")
    assert state.shown_for(ANN, 1)
    assert state.belong_to("456")
    assert not state.shown_for(ANN, 1)
    assert (state.ledger.latest(ANN), state.verdicts()) == (0, (0, 0))
    assert state.ledger.receive(7, "{}")
    assert state.gaps() == [("where?", 1)]
    assert [follow.question for follow in state.follows(ANN)] == ["when does it open?"]


@pytest.mark.parametrize("version", [VERSION - 1, VERSION + 1])
def test_a_state_that_another_version_wrote_is_refused(version: int, tmp_path: Path) -> None:
    """It is not damaged, and its tables must not be used as if this version had written them."""
    folder = tmp_path / "state"
    State(folder).close()
    with closing(sqlite3.connect(folder / "bot.db")) as db:
        db.execute(f"PRAGMA user_version = {version}")
    with pytest.raises(UsageError, match="another version of Byline wrote it; update Byline"):
        State(folder)


def test_of_an_answer_no_title_is_kept() -> None:
    """The article may be removed later; chats show the reason without a title."""
    reason = Reason(Lack.MENTION, ("krill",), "Tides")
    assert "Tides" not in AnswerRecord.of(Answer("q?", "q", (), 0.1, answered=False, reason=reason)).to_json()


def test_after_an_hour_the_next_question_stands_alone(state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    state.add_shown(shown("k", ANN, ANN, 1, "where?"))
    assert state.answers(ANN, ANN, 2)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 3601)
    assert state.answers(ANN, ANN, 2) == []


def test_an_update_is_known_while_it_may_come_again_and_kept_until_it_is_handled(
    state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert state.ledger.receive(1, "{}")
    assert state.ledger.receive(2, "{}")
    state.ledger.about_to_send(ANN, 4)
    state.ledger.handled(1, chat=ANN, asked=4)
    assert state.ledger.sending(ANN, 4) is None
    state.ledger.about_to_send(ANN, 5)
    now = time.time()
    for days, kept in ((1, True), (3, False)):  # Telegram offers an update for a day
        monkeypatch.setattr(time, "time", lambda: now + days * 86_400)  # noqa: B023 - called within the round
        state.tidy()
        assert bool(state.ledger.sending(ANN, 5)) is kept
        assert state.ledger.receive(1, "{}") is not kept
        assert (2, "{}") in state.ledger.unhandled()


def test_an_edited_question_begins_its_turn_anew_and_is_not_judged_yet(state: State) -> None:
    for number, text in enumerate(("when?", "wher?", "why?")):
        state.add_shown(shown(text, ANN, ANN, number, text))
    state.judge("wher?", ANN, helpful=False)
    state.corrected(shown("wher?", ANN, ANN, 1, "where?"))
    assert state.verdict("wher?", ANN) is None
    assert [it.question for it in state.answers(ANN, ANN, 3)] == ["when?", "why?", "where?"]
    assert [it.question for it in state.answers(ANN, ANN, 1)] == ["when?"]


def test_what_the_disk_has_no_room_for_is_kept_in_memory(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "bot.db")) as database:
        database.execute(f"PRAGMA max_page_count = {database.value(int, 'PRAGMA page_count')}")
        for name in ("a", "b"):
            database.execute("INSERT INTO fact VALUES (?, ?)", (name, "x" * 50_000))
        assert database.execute("SELECT name FROM fact ORDER BY name").fetchall() == [("a",), ("b",)]


def test_what_is_forgotten_while_the_disk_refuses_to_write_leaves_no_byte_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.state.database.RETRY_SECONDS", 0.0)
    with closing(Database(tmp_path / "bot.db")) as database:
        database.execute("INSERT INTO fact VALUES ('who', 'Ann of Xanadu')")
        database.execute("PRAGMA query_only = ON")
        database.execute("DELETE FROM fact")
        assert b"Xanadu" in bytes_of(tmp_path)
        assert database.execute("SELECT * FROM fact").fetchall() == []
        assert b"Xanadu" not in bytes_of(tmp_path)


class Unreadable(sqlite3.Connection):
    """A file on a disk that fails for a while."""

    fails = False

    def execute(self, *statement: Any) -> sqlite3.Cursor:
        if self.fails:
            raise sqlite3.OperationalError("disk I/O error")
        return super().execute(*statement)

    def backup(self, *into: Any, **how: Any) -> None:
        self.execute("SELECT 1")
        super().backup(*into, **how)


def test_a_file_that_is_deleted_under_a_running_bot_is_told_of_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with closing(State(tmp_path)) as state:
        number = state.add_follow(ANN, "When does the ferry leave?")
        state.tidy()
        assert not caplog.text
        (tmp_path / "bot.db").unlink()
        state.tidy()
        state.tidy()
        assert caplog.text.count("was deleted while the bot runs") == 1
        assert [it.id for it in state.follows(ANN)] == [number]


def test_a_disk_that_cannot_be_read_for_a_while_keeps_what_it_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.telegram.state.database.RETRY_SECONDS", 0.0)
    with closing(Database(tmp_path / "bot.db")) as database:
        database.execute("INSERT INTO fact VALUES ('before', 'x')")
    disk = sqlite3.connect(tmp_path / "bot.db", isolation_level=None, factory=Unreadable)
    monkeypatch.setattr("bot.telegram.state.database.open_file", lambda _: disk)
    with closing(Database(tmp_path / "bot.db")) as database:
        disk.fails = True
        assert database.execute("SELECT name FROM fact").fetchall() == []
        database.execute("INSERT INTO fact VALUES ('meanwhile', 'y')")
        with pytest.raises(sqlite3.OperationalError, match="cannot be read"):
            database.check_whole()
        disk.fails = False
        database.check_whole()
        assert database.execute("SELECT name FROM fact").fetchall() == [("before",)]
        database.execute("INSERT INTO fact VALUES ('after', 'z')")
    assert "holds what it had" in caplog.text
    with closing(sqlite3.connect(tmp_path / "bot.db")) as file:
        assert file.execute("SELECT name FROM fact ORDER BY name").fetchall() == [("after",), ("before",)]


def test_how_a_bot_would_find_its_state_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "state"
    assert "will be made" in check_state(folder)
    assert not folder.parent.exists()
    state = State(folder)
    assert "is used by a bot that runs" in check_state(folder)
    state.close()
    assert "can be used" in check_state(folder)
    (folder / "bot.db").write_bytes(b"x" * 4096)
    with pytest.raises(UsageError, match="is damaged"):
        check_state(folder)
    with pytest.raises(UsageError, match="cannot be made here"):
        check_state(Path("/proc/version/state"))


@pytest.mark.parametrize("language", languages())
def test_a_question_is_kept_as_long_as_privacy_says(
    language: str, state: State, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days, without_answer = map(int, re.findall("[0-9]+", words_in(language)("privacy")))
    state.add_shown(shown("k", ANN, ANN, 1, "xylophone?"))
    state.add_gap("zeppelin?", ANN)
    state.judge("k", ANN, helpful=True)
    now = time.time()
    for passed in (days - 1, days + 1, without_answer - 1, without_answer + 1):
        monkeypatch.setattr(time, "time", lambda: now + passed * 86_400)  # noqa: B023 - called within the round
        state.tidy()
        assert (b"xylophone" in bytes_of(tmp_path)) is (passed < days)
        assert (state.verdicts() == (1, 0)) is (passed < days)
        assert (b"zeppelin" in bytes_of(tmp_path)) is (passed < without_answer)


def test_of_questions_without_an_answer_the_most_frequent_come_first_and_then_the_latest(state: State) -> None:
    for text in ("often?", "once?", "often?", "later?"):
        state.add_gap(text, ANN)
    assert state.gaps(2) == [("often?", 2), ("later?", 1)]


def test_of_the_articles_known_only_what_changed_is_written(state: State) -> None:
    state.set_known_articles({f"a{number}" for number in range(100)})
    now = {f"a{number}" for number in range(1, 101)}
    before = state._db._disk.total_changes
    state.set_known_articles(now)
    assert state.known_articles() == now
    assert state._db._disk.total_changes == before + 2


class Full(sqlite3.Connection):
    """A connection to a disk without room for a second copy of the file."""

    full = True

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        if self.full and sql == "VACUUM":
            raise sqlite3.OperationalError("database or disk is full")
        return super().execute(sql, *values)


def test_what_the_disk_has_no_room_to_write_anew_is_written_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with closing(State(tmp_path)):
        disk = sqlite3.connect(tmp_path / "bot.db", isolation_level=None, factory=Full)
    monkeypatch.setattr("bot.telegram.state.database.open_file", lambda _: disk)
    with closing(State(tmp_path)) as state:
        state.forget_user(ANN)
        state.tidy()
        assert "may hold traces of what was deleted" in caplog.text
        disk.full = False
        caplog.clear()
        state.tidy()
        statements: list[str] = []
        disk.set_trace_callback(statements.append)
        state.tidy()
        assert "VACUUM" not in statements
        assert not caplog.text
