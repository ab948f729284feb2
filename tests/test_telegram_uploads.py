"""Administrators' uploads last: through a rebuilt index, a move of the state, corrections and a full disk."""

import asyncio
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from telegram import Chat, Document, Message, MessageOriginChannel

from bot.telegram.desk import Desk
from bot.telegram.sent_files import FORMATS
from bot.telegram.uploads import Uploads, _as_dump, format_of
from retrieval.index import IndexReader
from retrieval.index.layout import Layout
from retrieval.index.lock import writer_lock
from retrieval.index.report import UpdateReport
from retrieval.index.writer import remove_articles, update_index
from retrieval.types import ArticleSummary
from tests import telegram_harness
from tests.conftest import HASHING
from tests.telegram_harness import ADMIN, Bot, Driver, LocalServer, Person, eventually, pressed, sent
from tests.test_telegram_real import CLOCK, NETS, byline

boss, server, telegram = telegram_harness.boss, telegram_harness.server, telegram_harness.telegram

BELL = "The bell of Oost\n\nThe bell of Oost was cast by the founder Ada Quirke from old tram rails."
CAST = "Who cast the bell of Oost?"
STORKS = "The storks of Ilz\n\nIn Ilz the storks built {} nests on the roof of the mill, counted the miller Bo Tann."
NESTS = "How many nests did the storks of Ilz build on the roof of the mill?"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "nets.md").write_text(NETS)
    make_index(tmp_path)
    return tmp_path


def make_index(folder: Path) -> None:
    update_index(folder / "index", [folder / "articles"], HASHING)


@pytest.fixture
def bot(server: LocalServer, folder: Path, telegram: Driver) -> Iterator[Bot]:
    with bot_of(server, folder) as bot:
        telegram.wait_ready()
        yield bot
        assert "Traceback" not in bot.output()


def bot_of(server: LocalServer, folder: Path, *, command: Sequence[str] = ("-m", "bot.cli", "bot")) -> Bot:
    env = {"BYLINE_INDEX": str(folder / "index"), "BYLINE_TELEGRAM_ADMINS": str(ADMIN)}
    return Bot(server, folder, command=command, **env)


def says(boss: Person, question: str, wanted: str) -> bool:
    return wanted in boss.ask(question, settle=0.05).text


def test_an_index_that_is_made_anew_is_gone_on_with_and_gets_what_was_sent(
    bot: Bot, boss: Person, folder: Path
) -> None:
    assert "Indexed: " in boss.ask(f"/add {BELL}", settle=0.1).text
    assert says(boss, CAST, "Ada Quirke")
    (folder / "index").rename(folder / "old")
    assert "can't be searched" in boss.ask(CAST, settle=0.1).text
    assert "The index was left as it is" in boss.ask("/reindex", settle=0.1).text
    assert not (folder / "index").exists()
    (folder / "articles" / "clock.md").write_text(CLOCK)
    make_index(folder)
    assert says(boss, "How late does the town clock of Gull Bay run?", "nine minutes")
    assert "Added 1, changed 0, removed 0, unchanged 2" in boss.ask("/reindex", settle=0.1, timeout=30).text
    assert says(boss, CAST, "Ada Quirke")
    assert "replaced by another index" in bot.output()


def test_a_state_that_was_moved_loses_nothing_and_brings_nothing_back(
    server: LocalServer,
    bot: Bot,
    boss: Person,
    folder: Path,
    telegram: Driver,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    for name, text in (
        ("bell.txt", BELL),
        ("pond.csv", "id,title,text\n7,The pond,The pond of Pell is drained by Jo.\n"),
    ):
        assert "Indexed: " in sent(boss, name, text)
    assert "Indexed: " in sent(boss, "secret.txt", "The vault of Pell\n\nThe vault of Pell is opened by turning left.")
    (vault,) = [it.id for it in listed(folder) if it.title == "The vault of Pell"]
    assert remove_articles(folder / "index", [vault]) == [vault]
    bot.process.stop()
    moved = tmp_path_factory.mktemp("moved") / "all"
    folder.rename(moved)
    with bot_of(server, moved) as bot:
        telegram.wait_ready()
        eventually(lambda: "in the index again: 2 articles" in bot.output())
        told = boss.ask("/reindex", settle=0.1, timeout=30).text
        byline(moved / "index", "index", "--prune", "articles")
        byline(moved / "index", "index", "--prune")
        for question, wanted in ((CAST, "Ada Quirke"), ("Who drained the pond of Pell?", "by Jo")):
            assert says(boss, question, wanted)
        assert not says(boss, "How is the vault of Pell opened?", "turning left")
        assert "uploads" not in told


def test_what_stays_out_of_the_index_is_not_said_to_be_in_it_again(caplog: pytest.LogCaptureFixture) -> None:
    async def run(work: Callable[[], object]) -> object:
        return work()

    kept = SimpleNamespace(missing=lambda: [Path("vault.txt")], take_again=UpdateReport)
    with caplog.at_level("INFO"):
        asyncio.run(Uploads(cast("Desk", SimpleNamespace(run=run, write=run, sent_files=kept))).look())
    assert not caplog.messages


def listed(folder: Path) -> list[ArticleSummary]:
    with IndexReader(folder / "index") as reader, reader.snapshot() as snapshot:
        return snapshot.articles()


def test_what_was_sent_without_a_date_is_as_new_as_its_file(bot: Bot, boss: Person) -> None:
    for name, text in (("old.md", f"---\npublished: 2024-05-05\n---\n# Tides\n\n{BELL}"), ("bell.txt", BELL)):
        assert "Indexed" in sent(boss, name, text)
    latest = boss.ask("/latest", settle=0.05).text
    assert latest.index("The bell of Oost") < latest.index("Tides")
    assert "date unknown" in latest


def test_a_correction_takes_the_place_of_what_it_corrects(bot: Bot, boss: Person, folder: Path) -> None:
    assert "replaces" not in sent(boss, "storks.txt", STORKS.format(12))
    assert "replaces" not in sent(boss, "other.txt", STORKS.format(13).replace("storks", "rooks"))
    told = sent(boss, "storks.txt", STORKS.format(15))
    assert told.endswith("This replaces the version that was sent before: The storks of Ilz")
    answer = boss.ask(NESTS, settle=0.05).text
    assert "15 nests" in answer
    assert "12" not in answer
    told = boss.ask(f"/add {STORKS.format(19)}", settle=0.1).text
    assert told.endswith("This replaces the version that was sent before: The storks of Ilz")
    answer = boss.ask(NESTS, settle=0.05).text
    assert "19 nests" in answer
    assert "15" not in answer
    assert len(list((folder / "state" / "uploads").iterdir())) == 2
    assert {it.title for it in listed(folder)} >= {"The storks of Ilz", "The rooks of Ilz"}
    assert len(listed(folder)) == 3
    assert "could not be read" not in boss.ask("/reindex", settle=0.1, timeout=30).text
    nets = STORKS.format(20).replace("The storks of Ilz", "Where the fishermen mend their nets")
    told = boss.ask(f"/add {nets}", settle=0.1).text
    assert told == "Indexed: Where the fishermen mend their nets, 1 passage.", "no earlier version, for it was not sent"
    assert (folder / "articles" / "nets.md").exists()


def test_a_corrected_table_keeps_the_rows_that_it_has_still(bot: Bot, boss: Person, folder: Path) -> None:
    rows = [f"{n},Pond {n},The pond number {n} of Pell is drained by the keeper Jo {n}." for n in range(1, 4)]
    assert sent(boss, "ponds.csv", "\n".join(["id,title,text", *rows])).count("Indexed") == 3
    rows[1] = rows[1].replace("drained", "dredged")
    told = sent(boss, "ponds.csv", "\n".join(["id,title,text", *rows]))
    assert told.count("Indexed") == 1
    assert "replaces" in told
    assert sorted(it.title or "" for it in listed(folder) if "Pond" in (it.title or "")) == [
        "Pond 1",
        "Pond 2",
        "Pond 3",
    ]
    broken = "\n".join(["id,title,text", *rows[:1], "4,Pond 4,"])
    assert "could not read it" in sent(boss, "ponds.csv", broken)
    assert len(listed(folder)) == 4
    told = boss.ask(f"/add Pond 1\n\n{STORKS.format(9).partition('In ')[2]}", settle=0.1).text
    assert "replaces" not in told, "other rows are in that file"
    assert len(listed(folder)) == 5


def test_a_row_that_cannot_be_read_is_named_by_its_number_once(bot: Bot, boss: Person) -> None:
    told = sent(boss, "dump.jsonl", '{"title": "The bell", "text": "The bell of Oost was cast from rails."}\n{no\n')
    assert "I could not read it: line 2: the line is not JSON" in told
    assert "line 2" not in boss.ask("/reindex", settle=0.1, timeout=30).text


def test_of_a_long_table_the_first_rows_are_named_and_the_others_counted(bot: Bot, boss: Person) -> None:
    rows = [f"Pond {n},The pond number {n} of Pell is drained by the keeper Jo {n}." for n in range(400)]
    told = sent(boss, "ponds.csv", "\n".join(["title,text", *rows, *["Pond,"] * 12]))
    assert (told.count("Indexed: Pond"), told.count("could not read it: line")) == (10, 10)
    assert told.count("… + 390\n") == 1
    assert told.endswith("… + 2")


def test_a_file_that_was_indexed_when_the_bot_was_killed_is_said_to_be_indexed(
    bot: Bot, boss: Person, folder: Path, telegram: Driver
) -> None:
    telegram.fault("error", "sendMessage", times=-1)
    number = boss.upload("bell.txt", BELL.encode())["message"]["message_id"]
    eventually(lambda: len(listed(folder)) == 2)
    bot.kill()
    telegram.clear_faults()
    bot.start(telegram)
    told = boss.driver.wait_reply(ADMIN, number, settle=0.1, timeout=30)
    assert told.text == "This is indexed already; nothing changed."


def test_a_version_that_was_being_dropped_when_the_bot_was_killed_is_dropped_by_the_next(
    bot: Bot, boss: Person, folder: Path
) -> None:
    sent(boss, "storks.txt", STORKS.format(12))
    (kept,) = (folder / "state" / "uploads").iterdir()
    kept.rename(kept.with_name(f".{kept.name}"))
    assert "This replaces the version that was sent before" in sent(boss, "storks.txt", STORKS.format(15))
    assert len(listed(folder)) == 2
    assert len(list((folder / "state" / "uploads").iterdir())) == 1


def test_a_table_without_rows_is_said_to_be_empty_and_not_kept(bot: Bot, boss: Person, folder: Path) -> None:
    assert sent(boss, "ponds.csv", "id,title,text\n") == "This file is empty."
    assert list((folder / "state" / "uploads").iterdir()) == []


SLOWLY = """
import sys, time
from bot import cli
from retrieval.index import writer
writer.update_index = lambda *_, **__: time.sleep(60)
sys.argv = ["byline", "bot"]
cli.main()
"""


def test_a_stop_waits_for_no_long_index_run(server: LocalServer, folder: Path, telegram: Driver, boss: Person) -> None:
    with bot_of(server, folder, command=("-c", SLOWLY)) as slow:
        telegram.wait_ready()
        number = boss.upload("bell.txt", BELL.encode())["message"]["message_id"]
        eventually(lambda: list((folder / "state" / "uploads").glob("[!.]*")))
        slow.process.terminate()
        assert slow.process.wait(10) == 0
    with bot_of(server, folder):
        told = boss.driver.wait_reply(ADMIN, number, settle=0.1, timeout=30)
        assert told.text in {"Indexed: The bell of Oost, 1 passage.", "This is indexed already; nothing changed."}
        assert says(boss, CAST, "Ada Quirke")


def test_a_short_index_run_of_another_process_is_waited_for(bot: Bot, boss: Person, folder: Path) -> None:
    with writer_lock(Layout(folder / "index").lock):
        number = boss.upload("bell.txt", BELL.encode())["message"]["message_id"]
        time.sleep(2)
    told = boss.driver.wait_reply(ADMIN, number, settle=0.1, timeout=30)
    assert told.text == "Indexed: The bell of Oost, 1 passage."


def test_an_address_and_what_is_too_short_are_no_articles(bot: Bot, boss: Person, folder: Path) -> None:
    assert boss.ask("/add https://example.org/storks", settle=0.1).text.startswith("Which article?")
    for text in ("hello", "hello\nworld", "when does the pool of Oost open on Sundays?"):
        told = boss.ask(f"/add {text}", settle=0.1).text
        assert told.startswith("That is too short for an article; I added nothing."), text
    assert [it.title for it in listed(folder)] == ["Where the fishermen mend their nets"]


def test_an_edited_text_takes_the_place_of_what_it_was(bot: Bot, boss: Person, folder: Path, telegram: Driver) -> None:
    """Also with another title, and after a restart."""
    number = boss.send(f"/add {STORKS.format(12)}")["message"]["message_id"]
    first = boss.driver.wait_reply(ADMIN, number, settle=0.1, timeout=30).messages[0]
    boss.edit(number, f"/add {STORKS.format(17)}")
    told = boss.driver.wait_reply(ADMIN, first.id, until=lambda r: "replaces" in r.text, settle=0.1)
    assert told.messages[0].reply_to == number
    assert says(boss, NESTS, "17 nests")
    bot.restart(telegram)
    boss.edit(number, f"/add Birds{STORKS.format(18)[10:]}")
    boss.driver.wait_reply(ADMIN, told.messages[-1].id, until=lambda r: "replaces" in r.text, settle=0.1, timeout=30)
    assert says(boss, NESTS, "18 nests")
    assert len(listed(folder)) == 2
    last = telegram.shown(ADMIN)[-1].id
    boss.edit(number, f"/add Birds{STORKS.format(18)[10:]}")
    boss.edit(number, "/add Birds")
    told = boss.driver.wait_reply(ADMIN, last, until=lambda r: "too short" in r.text, settle=0.3)
    assert len(told.messages) == 1, "an edit that changes nothing gets no reply"
    assert len(listed(folder)) == 2


def test_a_text_that_was_cut_into_messages_is_one_article(
    bot: Bot, boss: Person, folder: Path, telegram: Driver
) -> None:
    kept = "In year {0} the storks of Ilz built {0} nests on the roof of the mill, counted the miller Bo Tann."
    text = "The storks of Ilz\n\n" + "\n\n".join(kept.format(n) for n in range(100, 190))
    parts = [
        f"/add {text[:4091]}",
        text[4091:8150],
        f"{text[8150:]}\n\nThe miller Bo Tann retired to the Isle of Pell.",
    ]
    numbers = [boss.send(part)["message"]["message_id"] for part in parts]
    boss.driver.wait_reply(ADMIN, numbers[-1], until=lambda r: "Indexed" in r.text, settle=0.3, timeout=60)
    telegram.idle(quiet=0.5)
    assert "don't answer" not in "".join(message.text for message in telegram.shown(ADMIN, after=numbers[0]))
    assert len(listed(folder)) == 2
    assert says(boss, "Where did the miller Bo Tann retire to?", "the Isle of Pell")
    last = telegram.shown(ADMIN)[-1].id
    boss.edit(numbers[0], parts[0].replace("In year 100", "In the year 100"))
    boss.driver.wait_reply(ADMIN, last, until=lambda r: "replaces" in r.text, settle=0.3, timeout=30)
    assert says(boss, "Where did the miller Bo Tann retire to?", "the Isle of Pell")
    last = telegram.shown(ADMIN)[-1].id
    boss.edit(numbers[2], parts[2].replace("Pell", "Gann"))
    boss.driver.wait_reply(ADMIN, last, until=lambda r: "replaces" in r.text, settle=0.3, timeout=30)
    assert says(boss, "Where did the miller Bo Tann retire to?", "the Isle of Gann")
    bot.restart(telegram)
    boss.edit(numbers[0], parts[0])
    boss.driver.wait_reply(ADMIN, last, until=lambda r: "send the whole text again" in r.text, settle=0.3, timeout=30)
    assert says(boss, "Where did the miller Bo Tann retire to?", "the Isle of Gann")


def test_parts_of_two_texts_that_were_cut_are_not_mixed(bot: Bot, boss: Person, folder: Path) -> None:
    """Nor are they treated as questions: the second text and its parts wait until the first is confirmed."""
    boss.driver.fault("slow", "sendMessage", times=1, chat_id=ADMIN, delay=1.0)
    for name in ("storks", "rooks"):
        text = f"/add The {name} of Ilz\n\n" + f"In Ilz the {name} built nests on the roof of the mill again. " * 90
        boss.send(text[:4096])
        boss.send(f"That is all of the {name}.")
    boss.driver.wait_reply(ADMIN, 0, until=lambda r: len(r.messages) == 4, settle=0.3, timeout=60)
    assert len(listed(folder)) == 3
    kept = sorted(file.read_text().split("\n") for file in (folder / "state" / "uploads").iterdir())
    assert [(text[0], text[-1]) for text in kept] == [
        (f"The {name} of Ilz", f"That is all of the {name}.") for name in ("rooks", "storks")
    ]
    assert "don't answer" not in "".join(message.text for message in boss.driver.shown(ADMIN))


def test_a_file_that_cannot_be_fetched_is_told_of(bot: Bot, boss: Person, telegram: Driver) -> None:
    for method, code, said, told in (
        ("getFile", 400, "Bad Request: file is too big", "too big"),
        ("getFile", 400, "Bad Request: wrong file_id or the file is temporarily unavailable", "try again"),
        ("download", 404, "Not Found", "try again"),
        ("download", 403, "Forbidden", "try again"),
    ):
        telegram.fault("error", method, code=code, description=said)
        assert told in sent(boss, "bell.txt", BELL), said


@pytest.mark.parametrize("name", ["bell.markdown", "bell.text", "BELL.XHTML"])
def test_a_file_may_be_called_as_byline_index_knows_it(name: str) -> None:
    assert format_of(Document("1", "1", name)) in FORMATS


@pytest.mark.parametrize(
    ("username", "text", "title", "url"),
    [
        ("gulls", "Ferry cancelled\n\nUntil Tuesday.", "Ferry cancelled", "https://t.me/gulls/17"),
        (None, "Until Tuesday. " * 11 + "\nThen on.", None, None),
        ("gulls", "The ferry is cancelled.", None, "https://t.me/gulls/17"),
    ],
)
def test_a_post_has_a_title_and_an_address_if_it_can(
    username: str | None, text: str, title: str | None, url: str | None
) -> None:
    """A private channel has no address; a long first line, or an only one, is no title."""
    origin = MessageOriginChannel(datetime.now(UTC), Chat(-8, "channel", "Gull Radio", username), 17)
    row = _as_dump(Message(1, datetime.now(UTC), Chat(ADMIN, "private"), text=text), origin)
    assert (row.get("title"), row.get("url")) == (title, url)
    assert "Until Tuesday" in row["text"] or text == row["text"]


def test_a_feed_is_no_file_to_send() -> None:
    assert FORMATS.isdisjoint({".rss", ".atom", ".xml"})


def test_a_caption_is_said_to_be_unread(bot: Bot, boss: Person) -> None:
    number = boss.upload("bell.txt", BELL.encode(), None, "who cast the bell?")["message"]["message_id"]
    told = boss.driver.wait_reply(ADMIN, number, settle=0.1, timeout=30).text
    assert told.startswith("Indexed: The bell of Oost, 1 passage.")
    assert "not what you wrote beside it" in told
    assert "beside it" not in sent(boss, "bell.txt", BELL + " It is loud.")


def test_the_edited_caption_of_a_file_is_no_question(bot: Bot, boss: Person) -> None:
    number = boss.upload("bell.txt", BELL.encode(), None, CAST)["message"]["message_id"]
    told = boss.driver.wait_reply(ADMIN, number, settle=0.1, timeout=30).messages[-1]
    boss.driver.op("edit", chat_id=ADMIN, message_id=number)
    boss.driver.assert_silent(ADMIN, told.id, 1.0)
    assert says(boss, CAST, "Ada Quirke")


def test_no_edit_brings_a_deleted_article_back_unless_its_text_changed(bot: Bot, boss: Person, folder: Path) -> None:
    told = boss.ask(f"/add {BELL}", settle=0.1, timeout=30).messages[0]
    asks = pressed(boss, told, "🗑", "Delete this article")
    pressed(boss, asks, "Yes, delete", "Deleted: The bell of Oost")
    boss.edit(told.id - 1, f"/add {BELL}")
    boss.driver.assert_silent(ADMIN, told.id, 1.0)
    assert "unchanged 1" in boss.ask("/reindex", settle=0.1, timeout=30).text
    boss.edit(told.id - 1, f"/add {BELL}")
    boss.driver.idle(quiet=1.0)
    assert not says(boss, CAST, "Ada Quirke")
    boss.edit(told.id - 1, f"/add {BELL} It rings at noon.")
    eventually(lambda: says(boss, CAST, "Ada Quirke"))


def test_reindexing_tells_of_files_that_are_gone(bot: Bot, boss: Person, folder: Path) -> None:
    (folder / "articles" / "nets.md").unlink()
    told = boss.ask("/reindex", settle=0.1, timeout=30).text
    assert f"Files that are gone: 1. Their articles stay until byline index --prune {folder / 'articles'} drops" in told
