"""`byline bot` over a real index: answers, new generations, administration, followed questions, the webhook."""

import json
import os
import re
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bot.telegram.state import State
from retrieval.index.layout import Layout
from retrieval.index.lock import writer_lock
from tests import telegram_harness
from tests.conftest import bytes_of, listed
from tests.telegram_harness import (
    ADMIN,
    ROOT,
    Bot,
    Driver,
    LocalServer,
    Person,
    button,
    changed,
    eventually,
    free_port,
    page,
    playing,
    pressed,
    running,
    sent,
    status_of,
)
from tests.test_articles_readers import pdf_of

NETS = """---
title: Where the fishermen mend their nets
source: Gull Bay Echo
published: 2024-05-06
url: https://gull.example/nets
---
The fishermen of Gull Bay mend their nets in the old rope works behind the fish market, as they have done since 1911.

According to the harbour master, Oda Prill, forty nets are mended there in a good week.

The roof of the rope works leaks, and the council has promised new slates before the autumn.
"""
CLOCK = """---
title: The town clock is late again
source: Gull Bay Echo
published: 2024-06-07
---
The town clock of Gull Bay runs nine minutes late, the watchmaker Ivo Lanter said on Friday.

He blamed pigeons that nest on the minute hand and promised to drive them out with a mirror.
"""
BREAD = """The bakery on Quay Street sells its rye bread for three crowns

The bakery on Quay Street has raised the price of its rye bread to three crowns, the baker Jonna Weel announced.

Flour costs a third more than last winter, she said, and the oven burns nothing but birch.
"""


@contextmanager
def serving(index: Path, folder: Path, **env: str) -> Iterator[tuple[Driver, Bot]]:
    """Run `byline bot` over an index, with its state in a folder, and play its users."""
    env = {"BYLINE_INDEX": str(index), "BYLINE_TELEGRAM_ADMINS": str(ADMIN), **env}
    with running(folder, command=["-m", "bot.cli", "bot"], **env) as (server, bot), playing(server) as telegram:
        yield telegram, bot


def byline(index: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "bot.cli", "--index", str(index), *arguments]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, env=env, cwd=index.parent, check=True, capture_output=True, timeout=90)


ann, boss, telegram = telegram_harness.ann, telegram_harness.boss, telegram_harness.players


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("real")
    (folder / "articles").mkdir()
    (folder / "articles" / "nets.md").write_text(NETS)
    (folder / "articles" / "clock.md").write_text(CLOCK)
    byline(folder / "index", "index", "articles")
    return folder


@pytest.fixture(scope="module")
def started(folder: Path) -> Iterator[tuple[LocalServer, Bot]]:
    env = {
        "BYLINE_INDEX": str(folder / "index"),
        "BYLINE_TELEGRAM_ADMINS": str(ADMIN),
        "BYLINE_MONITOR_PORT": str(free_port()),
    }
    with running(folder, command=["-m", "bot.cli", "bot"], **env) as both:
        yield both
        assert "Traceback" not in both[1].output()


def test_it_quotes_the_right_article(ann: Person) -> None:
    reply = ann.ask("Where do the fishermen mend their nets?", settle=0.1)
    assert "old rope works behind the fish market" in reply.messages[0].spans("blockquote", "expandable_blockquote")[0]
    assert "Where the fishermen mend their nets\nGull Bay Echo · 2024-05-06" in reply.text
    assert any(link.startswith("https://gull.example/nets#:~:text=") for link in reply.links)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Where do the fishermen mend their nets?", "• Of the question it has, or its title: “fishermen”, “mend” and"),
        ("Which smugglers of Gull Bay mend their nets in the rope works?", "• Missing there: “smugglers”."),
    ],
)
def test_why_tells_what_speaks_for_and_against_a_passage_and_leads_back(ann: Person, question: str, told: str) -> None:
    first = ann.ask(question, settle=0.1).messages[0]
    why = pressed(ann, first, "Why?")
    shown, reasons = why.text.split("\n\nWhy this passage:\n")
    assert first.text.startswith(shown)
    assert re.fullmatch(r"(• .*\n)+• Taken together: \d+% sure\.", reasons)
    assert told in reasons
    assert pressed(ann, why, "‹ Back to the answer").text == first.text


def test_it_says_when_the_articles_do_not_know(ann: Person) -> None:
    assert ann.ask("Who won the 1998 world cup?", settle=0.1).text.startswith("These articles don't answer that.")


def test_a_new_generation_is_answered_from_without_restart(folder: Path, ann: Person) -> None:
    (folder / "articles" / "clock.md").write_text(CLOCK.replace("nine minutes", "seventeen minutes"))
    byline(folder / "index", "index", "articles")
    assert "seventeen minutes" in ann.ask("How late does the town clock of Gull Bay run?", settle=0.1).text


def test_an_answer_outlives_its_passage(folder: Path, ann: Person) -> None:
    answer = ann.ask("How late does the town clock of Gull Bay run?", settle=0.1).messages[0]
    state = b"".join(file.read_bytes() for file in (folder / "state").glob("bot.db*"))
    assert b"minutes late, the watchmaker" not in state, "an article that is taken down leaves no quote behind"
    (folder / "articles" / "clock.md").write_text(CLOCK.replace("nine minutes", "eighty minutes"))
    byline(folder / "index", "index", "articles")
    context = button(answer, "Context")
    for data in (context, context.replace(":c:", ":p:")):
        told = ann.callback_answer(ann.press(answer, data)) or {}
        assert told["text"] == "This passage is no longer in the articles. Please ask again."
        assert told["show_alert"]
    assert "no longer in the articles" in ann.ask("who wrote that?", settle=0.1).text
    left, _ = ann.driver.shown(ann.id)
    assert (left.text, left.entities, left.buttons) == (answer.text, answer.entities, answer.buttons)


def test_an_upload_is_indexed_and_answers(ann: Person, boss: Person, folder: Path) -> None:
    told = sent(boss, "../../bread.txt", BREAD.encode("utf-16"))
    assert "Indexed: The bakery on Quay Street sells its rye bread for three crowns" in told
    assert "2 passages" in told or "1 passage" in told
    assert "three crowns" in ann.ask("What does rye bread cost at the bakery on Quay Street?", settle=0.1).text
    assert not (folder.parent.parent / "bread.txt").exists()
    (kept,) = (folder / "state" / "uploads").iterdir()
    assert kept.suffix == ".txt"
    assert not kept.stat().st_mode & 0o077


@pytest.mark.parametrize(
    ("name", "body", "extra", "expected"),
    [
        ("virus.exe", b"MZ", {}, "can't read this kind of file"),
        ("empty.txt", b"", {}, "empty"),
        ("huge.pdf", b"%PDF", {"file_size": 25 * 2**20}, "too big"),
        ("noise.txt", bytes(range(256)) * 40, {}, "could not read it"),
        ("broken.pdf", b"%PDF-1.7 nothing", {}, "could not read it"),
    ],
)
def test_an_upload_that_is_no_article_gets_a_sentence(
    boss: Person, name: str, body: bytes, extra: dict[str, int], expected: str
) -> None:
    assert expected in sent(boss, name, body, **extra)


def test_what_was_refused_or_deleted_leaves_nothing(folder: Path, boss: Person) -> None:
    """Neither a file nor a place in the index's list, about which every later run would complain."""
    uploads = folder / "state" / "uploads"
    before = set(uploads.glob("*"))
    for name, body in (("blank.txt", b" \n \n"), ("noise.txt", bytes(range(255)) * 30), ("bad.epub", b"PK\x03\x04 x")):
        assert "could not read it" in sent(boss, name, body)
    with writer_lock(Layout(folder / "index").lock):
        assert "by somebody else" in sent(boss, "later.txt", BREAD.replace("three", "nine"))
    assert set(uploads.glob("*")) == before
    told = boss.ask("/add Toads on the line\n\nThe night tram to Pell waited for toads.", settle=0.1).messages[0].text
    assert told == "Indexed: Toads on the line, 1 passage."
    listed = boss.ask("/articles", settle=0.1).messages[0]
    while "Toads on the line" not in listed.text:
        listed = pressed(boss, listed, "Next ›")
    number = next(line.split(".")[0] for line in listed.text.splitlines() if "Toads on the line" in line)
    asked = pressed(boss, listed, f"🗑 {number}", "Delete this article")
    pressed(boss, asked, "Yes, delete", "Deleted: Toads on the line")
    assert set(uploads.glob("*")) == before
    assert "could not be read" not in boss.ask("/reindex", settle=0.1, timeout=30).text
    byline(folder / "index", "index")


MEADOW = "The meadow behind the brickworks was mown by sheep from Ulmen for the first time since the war."
PAGE = f"""<html><head><title>Sheep on the meadow</title></head><body><nav>Home News</nav>
<article><h1>Sheep on the meadow</h1><p>{MEADOW}</p><p>{MEADOW.replace("mown", "fenced")}</p></article></body></html>"""


@pytest.mark.parametrize(
    ("name", "body", "title", "question", "expected"),
    [
        (
            "m.md", b"# The new bell\n\nThe new bell of Saint Odo was cast in Brunn from melted tram rails.\n",
            "The new bell", "Where was the new bell of Saint Odo cast?", "cast in Brunn",
        ),
        ("p.html", PAGE.encode(), "Sheep on the meadow", "Who mowed the meadow behind the brickworks?", "Ulmen"),
        (
            "f.pdf", pdf_of([["The canal lock at Pell was closed because an otter nests in its gate."]]),
            "", "Why was the canal lock at Pell closed?", "otter",
        ),
    ],
)  # fmt: skip
def test_every_format_can_be_sent(
    ann: Person, boss: Person, name: str, body: bytes, title: str, question: str, expected: str
) -> None:
    pytest.importorskip("pypdf")
    told = sent(boss, name, body)
    assert told.startswith("Indexed: ")
    assert title in told
    assert expected in ann.ask(question, settle=0.1).text


def test_administrators_alone_see_their_commands(telegram: Driver) -> None:
    # The commands are set after the bot has begun to answer.
    eventually(lambda: [it for it in telegram.state()["commands"] if it["scope"]["type"] == "chat"])
    by_scope = {entry["scope"]["type"]: entry for entry in telegram.state()["commands"] if not entry["language_code"]}
    assert by_scope["chat"]["scope"]["chat_id"] == ADMIN
    names = {kind: {command["command"] for command in entry["commands"]} for kind, entry in by_scope.items()}
    assert names["chat"] - names["default"] == {"add", "reindex", "articles", "stats", "gaps"}
    assert names["all_group_chats"] < names["default"]


def test_a_forwarded_post_is_an_article(ann: Person, boss: Person) -> None:
    origin = {
        "type": "channel",
        "date": 1_717_000_000,
        "chat": {"id": -1_009_000, "type": "channel", "title": "Gull Radio", "username": "gullradio"},
        "message_id": 17,
    }
    text = (
        "Ferry to Tern Island cancelled\n\n"
        "The ferry to Tern Island is cancelled until Tuesday because its rudder broke on a sandbank."
    )
    reply = boss.ask(text, content={"forward_origin": origin}, settle=0.1)
    assert "Indexed: Ferry to Tern Island cancelled, 1 passage." in reply.text
    answer = ann.ask("Why is the ferry to Tern Island cancelled?", settle=0.1)
    assert "Gull Radio · 2024-05-29" in answer.text
    assert any(link.startswith("https://t.me/gullradio/17") for link in answer.links)


def test_a_pasted_text_is_an_article_and_can_be_deleted_where_it_is_confirmed(ann: Person, boss: Person) -> None:
    text = "Swan pond drained\n\nThe swan pond behind the chapel was drained to look for the sexton's lost key.\n"
    (told,) = boss.ask(f"/add {text}", settle=0.1).messages
    assert "Indexed: Swan pond drained, 1 passage." in told.text
    assert "lost key" in ann.ask("Why was the swan pond behind the chapel drained?", settle=0.1).text
    sure = pressed(boss, told, "🗑", "Delete this article")
    assert "Swan pond drained" in pressed(boss, sure, "Yes, delete", "Deleted").text
    assert "lost key" not in ann.ask("Why was the swan pond behind the chapel drained?", settle=0.1).text
    assert "Which article?" in boss.ask("/add", settle=0.1).text


@pytest.mark.parametrize("command", ["/add x", "/reindex", "/stats", "/gaps", "/articles"])
def test_others_are_refused_politely(ann: Person, command: str) -> None:
    assert ann.ask(command, settle=0.05).text == "Sorry, only this bot's administrators can do that."


@pytest.mark.parametrize("command", ["add x", "reindex", "stats", "gaps", "articles"])
def test_in_a_group_nobody_administers(telegram: Driver, ann: Person, boss: Person, command: str) -> None:
    group = int(telegram.group(-1_002_000_000_001, bot_status="administrator")["id"])
    assert boss.ask(f"/{command}", group, settle=0.05).text.startswith("This works in our own chat only")
    assert ann.ask(f"/{command}", group, settle=0.05).text == "Sorry, only this bot's administrators can do that."


def test_the_help_of_administrators_has_their_commands(telegram: Driver, ann: Person, boss: Person) -> None:
    assert "/reindex – Bring the index up to date\n/articles – " in boss.ask("/help", settle=0.05).text
    group = int(telegram.group(-1_002_000_000_001, bot_status="administrator")["id"])
    assert "/reindex" not in boss.ask("/help", group, settle=0.05).text + ann.ask("/help", settle=0.05).text


def test_others_cannot_upload_nor_delete(ann: Person, boss: Person) -> None:
    assert "only this bot's administrators" in sent(ann, "a.txt", BREAD)
    listed = boss.ask("/articles", settle=0.1).messages[0]
    mine = ann.ask("/help", settle=0.05).messages[0]
    query = ann.press(mine, button(listed, "🗑").replace(":d:", ":r:"))
    assert "administrators" in (ann.callback_answer(query) or {})["text"]


def test_figures_and_gaps(folder: Path, ann: Person, boss: Person) -> None:
    with (folder / "index" / "ballast").open("wb") as file:
        file.truncate(50_000_000)
    ann.ask("Who painted the ceiling of the zeppelin hangar?", settle=0.1)
    assert "who painted the ceiling of the zeppelin hangar?" in boss.ask("/gaps", settle=0.1).text
    stats = boss.ask("/stats", settle=0.1).text
    assert re.search(r"articles, \d+ passages, 5[01] MB, ", stats), "as `byline status` counts them"
    (folder / "index" / "ballast").unlink()
    rated = ann.ask("Where do the fishermen mend their nets?", settle=0.1).messages[0]
    assert ann.callback_answer(ann.press(rated, button(rated, "👍")))
    before = int(re.findall(r"inline: (\d+)", stats)[0])
    ann.inline("Where do the fishermen mend their nets?")
    stats = boss.ask("/stats", settle=0.1).text
    assert "👍 1, 👎 0" in stats
    assert f"inline: {before + 1}" in stats
    assert "model english" in stats


def test_reindexing_reports(folder: Path, boss: Person) -> None:
    (folder / "articles" / "clock.md").write_text(CLOCK.replace("nine minutes", "thirty minutes"))
    told = boss.ask("/reindex", settle=0.1, timeout=30).text
    assert "Added 0, changed 1, removed 0" in told


def test_others_are_answered_while_an_upload_is_indexed(ann: Person, boss: Person) -> None:
    log = "\n\n".join(f"On day {day} the keeper of the Skerry light counted {day * 7} gulls." for day in range(300))
    number = boss.upload("keeper.txt", f"The keeper's log\n\n{log}".encode())["message"]["message_id"]
    reply = ann.ask("Where do the fishermen mend their nets?", settle=0.1)
    assert "Indexed" not in " ".join(message.text for message in boss.driver.shown(ADMIN, after=number))
    assert "old rope works" in reply.text
    boss.driver.wait_reply(ADMIN, number, until=lambda r: "Indexed" in r.text, settle=0.1, timeout=60)


def test_deleting_asks_first(boss: Person, ann: Person) -> None:
    head = "---\ntitle: The moth museum\npublished: 2024-12-31\n---\n"  # the list begins with the newest article
    museum = f"{head}The moth museum of Gull Bay shows four thousand moths under blue lamps.\n"
    assert "moth museum" in sent(boss, "x.md", museum)
    listed = boss.ask("/articles", settle=0.1).messages[0]
    number = next(line.split(".")[0] for line in listed.text.splitlines() if "moth museum" in line)
    first = pressed(boss, listed, f"🗑 {number}", "Delete this article")
    kept = pressed(boss, first, "No, keep it", "moth museum")
    again = pressed(boss, kept, f"🗑 {number}", "Delete this article")
    gone = pressed(boss, again, "Yes, delete", "Deleted: The moth museum")
    assert [b.text for b in gone.buttons] == ["‹ Back"]
    boss.press(gone, button(first, "Yes"))
    assert [b.text for b in changed(boss, gone, "no longer indexed").buttons] == ["‹ Back"]
    assert "four thousand" not in ann.ask("How many moths does the moth museum show?", settle=0.1).text


def no_article_is_news(folder: Path) -> None:
    """Wait until the bot has stored the ids of all articles, so that the present ones count as old."""
    ids = [article.id.encode() for article, _ in listed(folder / "index")]
    eventually(lambda: all(number in bytes_of(folder / "state") for number in ids))


def test_a_followed_question_is_told_of_new_answers_once(folder: Path, ann: Person, boss: Person) -> None:
    for asked in ("Who will repair the lighthouse lamp of Gull Bay?", "who repairs the lighthouse lamp"):
        assert "I'll write to you" in ann.ask(f"/follow {asked}", settle=0.1).text
    mark = ann.ask("/following", settle=0.1).messages[0]
    assert "1. Who will repair the lighthouse lamp" in mark.text
    no_article_is_news(folder)
    ann.driver.fault("lost_reply", "sendMessage", chat_id=ann.id)  # nevertheless sent only once
    sentence = "The lighthouse lamp of Gull Bay will be repaired by the smith Arvo Tenn before the first of May."
    lamp = f"The lamp is dark\n\n{sentence}\n"
    boss.upload("lamp.txt", lamp.encode())
    news = ann.driver.wait_reply(ann.id, mark.id, timeout=20, settle=0.5)
    asked = "Who will repair the lighthouse lamp of Gull Bay? · who repairs the lighthouse lamp"
    assert f"News on your question {asked}" in news.text
    assert "Arvo Tenn" in news.text
    copied = lamp.replace("The lamp is dark", "Light to return")
    assert "Light to return" in sent(boss, "copy.txt", copied)
    ann.driver.assert_silent(ann.id, news.messages[-1].id, 3)
    for left in (1, 0):
        query = ann.press(news.messages[0], str(news.buttons[1 - left].data))
        assert "no longer follow" in (ann.callback_answer(query) or {})["text"]
        eventually(lambda: len(ann.driver.shown(ann.id, after=mark.id)[0].buttons) == left)  # noqa: B023
    assert ann.driver.shown(ann.id, after=mark.id)[0].text == news.text
    assert "You follow no question" in ann.ask("/following", settle=0.1).text


def test_news_are_told_in_the_language_of_the_app_that_asked_for_them(
    folder: Path, telegram: Driver, boss: Person
) -> None:
    dora = telegram.user(707, "Dora", language_code="de")
    mark = dora.ask("/follow Who will paint the pier of Gull Bay?", settle=0.1).messages[0]
    no_article_is_news(folder)
    boss.upload(
        "pier.txt", b"Paint for the pier\n\nThe pier of Gull Bay will be painted green by the painter Ylva Roos.\n"
    )
    news = telegram.wait_reply(dora.id, mark.id, timeout=20, settle=0.1)
    assert news.text.startswith("Neues zu deiner Frage")


def test_news_reach_the_others_while_telegram_makes_one_chat_wait(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder / "index", tmp_path / "index")
    (tmp_path / "oars.md").write_text(NETS.replace("nets", "oars"))
    with serving(tmp_path / "index", tmp_path) as (telegram, bot):
        ann, bob = telegram.user(801, "Ann", language_code="en"), telegram.user(802, "Bob", language_code="en")
        for person in (ann, bob):
            mark = person.ask("/follow where do the fishermen mend their oars?", settle=0.1).messages[0]
        no_article_is_news(tmp_path)
        telegram.fault("flood", "sendMessage", times=-1, chat_id=ann.id, retry_after=60)
        byline(tmp_path / "index", "index", "oars.md")
        assert "oars" in telegram.wait_reply(bob.id, mark.id, timeout=20, settle=0.1).text
        assert bot.output().count("cannot tell of new articles") == 1


def test_who_left_a_closed_circle_is_told_no_news_and_may_still_be_forgotten(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder / "index", tmp_path / "index")
    (tmp_path / "oars.md").write_text(NETS.replace("nets", "oars"))
    question = "/follow where do the fishermen mend their oars?"
    with LocalServer() as server, playing(server) as telegram:
        ann, bob, cat = (telegram.user(number, "Ann", language_code="en") for number in (801, 802, 803))
        env = {"BYLINE_INDEX": str(tmp_path / "index"), "BYLINE_TELEGRAM_ADMINS": str(ADMIN)}
        with Bot(server, tmp_path, command=["-m", "bot.cli", "bot"], **env):
            for person in (ann, cat, bob):
                mark = person.ask(question, settle=0.1).messages[0]
            no_article_is_news(tmp_path)
        with Bot(server, tmp_path, command=["-m", "bot.cli", "bot"], BYLINE_TELEGRAM_ALLOWED=str(bob.id), **env):
            byline(tmp_path / "index", "index", "oars.md")
            assert "oars" in telegram.wait_reply(bob.id, mark.id, timeout=20, settle=0.1).text
            telegram.idle(quiet=1)
            assert [len(telegram.shown(person.id)) for person in (ann, cat)] == [1, 1]
            warned = ann.ask("/forget", settle=0.1).messages[0]
            assert "erased here" in pressed(ann, warned, "Yes").text
            cat.block()
            telegram.idle(quiet=1)
        with closing(State(tmp_path / "state")) as state:
            assert {follow.user for follow in state.follows()} == {bob.id}


def test_the_webhook_serves_the_same_and_keeps_strangers_out(folder: Path, tmp_path: Path) -> None:
    port, monitor = free_port(), free_port()
    env = {
        "BYLINE_WEBHOOK_URL": f"http://127.0.0.1:{port}/updates",
        "BYLINE_WEBHOOK_PORT": str(port),
        "BYLINE_WEBHOOK_SECRET": "a-secret-of-the-tests",
        "BYLINE_MONITOR_PORT": str(monitor),
    }
    with serving(folder / "index", tmp_path, **env) as (telegram, bot):
        ann = telegram.user(801, "Ann", language_code="en")
        for _ in range(3):
            assert "rope works" in ann.ask("Where do the fishermen mend their nets?", settle=0.1).text
        bob = telegram.user(802, "Bob", language_code="en")
        update = {"update_id": 1, "message": bob.send("/help")["message"]}
        telegram.wait_reply(802, 0, settle=0.1)
        assert post(f"http://127.0.0.1:{port}/updates", update, "wrong") == 403
        assert post(f"http://127.0.0.1:{port}/updates", update, None) == 403
        for _ in range(3):
            assert post(f"http://127.0.0.1:{port}/updates", update, "a-secret-of-the-tests") == 200
        telegram.idle(quiet=0.3)
        assert len(telegram.shown(802)) == 2
        assert page(monitor, "health") == (200, "alive\n")
        assert page(monitor, "ready") == (200, "ready\n")
        assert 'byline_events_total{kind="answered"} 3' in page(monitor, "metrics")[1]
        assert page(monitor, "../etc/passwd")[0] == 404
        bot.restart(telegram)
        assert "rope works" in ann.ask("Where do the fishermen mend their nets?", settle=0.1).text


def test_a_monitor_is_told_that_the_index_is_gone_and_that_it_is_back(folder: Path, tmp_path: Path) -> None:
    monitor, index = free_port(), tmp_path / "index"
    shutil.copytree(folder / "index", index)
    with serving(index, tmp_path, BYLINE_MONITOR_PORT=str(monitor)):
        eventually(lambda: page(monitor, "ready") == (200, "ready\n"))
        index.rename(tmp_path / "elsewhere")
        eventually(lambda: page(monitor, "ready") == (503, ""))
        assert page(monitor, "health") == (200, "alive\n")
        assert "byline_up 0" in page(monitor, "metrics")[1]
        (tmp_path / "elsewhere").rename(index)
        eventually(lambda: page(monitor, "ready") == (200, "ready\n"))


def test_while_the_index_is_gone_everything_says_so(folder: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    shutil.copytree(folder / "index", index)
    with serving(index, tmp_path) as (telegram, bot):
        ann, boss = telegram.user(801, "Ann", language_code="en"), telegram.user(ADMIN, "Boss", language_code="en")
        listed = boss.ask("/articles", settle=0.1).messages[0]
        index.rename(tmp_path / "elsewhere")
        for said in ("/start", "/sources", "/latest", "/follow who mends them?", "what's new?", "who mends the nets?"):
            assert ann.ask(said, settle=0.1).text.startswith("The articles can't be searched at the moment."), said
        assert boss.ask("/articles", settle=0.1).text.startswith("The articles can't be searched at the moment.")
        assert "Out of order" in str(ann.inline("who mends the nets?")[0])
        boss.press(listed, str(listed.buttons[0].data))
        eventually(lambda: telegram.shown(ADMIN)[0].text.startswith("The articles can't be searched"))
        assert "no index here; make one with" in boss.ask("/stats", settle=0.1).text
        assert "Traceback" not in bot.output()
        assert bot.output().count("cannot look for new articles") == 1
        (tmp_path / "elsewhere").rename(index)
        assert "rope works" in ann.ask("Where do the fishermen mend their nets?", settle=0.1).text


def test_the_list_of_no_articles_has_no_buttons(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "nets.md").write_text(NETS)
    byline(tmp_path / "index", "index", "articles")
    with serving(tmp_path / "index", tmp_path) as (telegram, _):
        boss = telegram.user(ADMIN, "Boss", language_code="en")
        sure = pressed(boss, boss.ask("/articles", settle=0.1).messages[0], "🗑 1", "Delete this article")
        gone = pressed(boss, sure, "Yes, delete", "Deleted")
        assert not pressed(boss, gone, "‹ Back", "There are no articles yet.").buttons


def post(url: str, body: object, secret: str | None) -> int:
    headers = {"Content-Type": "application/json"}
    if secret:
        headers["X-Telegram-Bot-Api-Secret-Token"] = secret
    request = urllib.request.Request(url, json.dumps(body).encode(), headers)  # noqa: S310 - our own server
    return status_of(request)[0]
