"""The bot as a service: faults, restarts, kills, a second instance; no question is lost or answered twice."""

import asyncio
import json
import os
import re
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import cast
from unittest.mock import AsyncMock, Mock, patch
from urllib.request import urlopen

import pytest
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import CommandHandler

from bot.app import make_assistant
from bot.config import Settings, TelegramSettings
from bot.errors import UsageError
from bot.locales import words_in
from bot.telegram.checks import check_token
from bot.telegram.delivery import Delivery, Draft
from bot.telegram.desk import Desk
from bot.telegram.follows import Follows
from bot.telegram.inbox import Inbox, Turnstile
from bot.telegram.keyboards import Press, Verb
from bot.telegram.limits import AT_ONCE, Limits
from bot.telegram.parts import Parts
from bot.telegram.profile import ADMIN
from bot.telegram.records import Follow
from bot.telegram.service import _application
from bot.telegram.state import State
from bot.telegram.updates import PollingRequest
from bot.telegram.uploads import Uploads
from bot.values import Secret
from tests import telegram_harness
from tests.conftest import Update, write
from tests.shelf import shelf
from tests.telegram_harness import (
    Bot,
    Driver,
    LocalServer,
    Start,
    all_answered,
    by,
    driving,
    eventually,
    free_port,
    page,
    question,
)

server, start, telegram = telegram_harness.server, telegram_harness.start, telegram_harness.telegram


def test_a_chat_held_up_by_flood_control_holds_up_no_other(start: Start, telegram: Driver) -> None:
    start()
    telegram.fault("flood", "sendMessage", times=1, chat_id=801, retry_after=2)
    telegram.user(801).send(question(1))
    time.sleep(0.2)
    started = time.monotonic()
    assert "number 2" in telegram.user(802).ask(question(2), settle=0.05).text
    assert time.monotonic() - started < 1.5
    all_answered(telegram, range(801, 802), within=10)


def test_help_tells_of_no_inline_mode_where_it_is_off(start: Start, server: LocalServer, telegram: Driver) -> None:
    telegram.op("add_bot", token=server.token, supports_inline_queries=False)
    start()
    told = telegram.user(801, language_code="en").ask("/help", settle=0.05).text
    assert "one of my messages.\n\nWhen the articles" in told


def test_a_poll_that_fails_once_is_no_news(start: Start, telegram: Driver) -> None:
    """It is retried at once, without a log line; only a second failure in a row costs a second's pause and a line."""
    bot = start()
    for kind in ("error", "reset", "html502"):
        telegram.fault(kind, "getUpdates", times=1)
        telegram.user(801).send(question(1))  # the pending poll brings it, the next one fails
        eventually(lambda: telegram.state()["faults_left"] == 0)
        assert "number 2" in telegram.user(802).ask(question(2), settle=0.05).text
    assert "cannot fetch updates" not in bot.log.read_text()
    telegram.fault("error", "getUpdates", times=2)
    telegram.user(801).send(question(1))
    assert "number 2" in telegram.user(802).ask(question(2), settle=0.05).text
    assert bot.log.read_text().count("cannot fetch updates") == 1


REFUSED_AT_MOST = 3
"""Out of fifty-five messages: on a busy machine two that were sent a second apart may arrive together."""


def test_telegrams_own_limits_are_kept(start: Start, telegram: Driver) -> None:
    start()
    telegram.op("config", flood=True)
    for chat in range(800, 850):
        telegram.user(chat).send(question(chat % 100))
    ann = telegram.user(901)
    for n in (1, 2, 3, 4, 5):
        ann.send(question(n))
    all_answered(telegram, range(800, 850), within=20)
    telegram.wait_reply(901, 0, until=lambda r: len(r.messages) == 5, settle=0)
    assert len(telegram.failed_calls()) <= REFUSED_AT_MOST


def test_upkeep_that_fails_is_logged_and_tried_again(start: Start, telegram: Driver) -> None:
    bot = start(SHELF_LOST="1")
    eventually(lambda: bot.output().count("upkeep failed") == 2)
    assert "FileNotFoundError: a file of the index went away" in bot.output()
    assert "number 1" in telegram.user(801).ask(question(1), settle=0.05).text


def test_it_stops_in_an_instant_when_idle(start: Start, telegram: Driver) -> None:
    bot = start()
    started = time.monotonic()
    bot.process.terminate()
    assert bot.process.wait() == 0
    assert time.monotonic() - started < 3


def test_a_stop_while_telegram_is_out_of_reach_is_no_mishap(start: Start, telegram: Driver) -> None:
    bot = start()
    telegram.fault("error", "getUpdates", times=-1, code=502)
    telegram.user(801).send(question(1))  # ends the pending poll
    eventually(lambda: "cannot fetch updates" in bot.output())
    bot.process.terminate()
    assert bot.process.wait() == 0
    assert "Traceback" not in bot.output()
    assert bot.output().endswith("stopped\n")


def test_a_stop_waits_for_no_pause_between_polls(start: Start, telegram: Driver) -> None:
    bot = start()
    telegram.fault("flood", "getUpdates", times=1, retry_after=60)
    telegram.user(801).send(question(1))  # ends the pending poll
    eventually(lambda: telegram.state()["faults_left"] == 0)
    bot.process.terminate()
    assert bot.process.wait() == 0
    assert "Traceback" not in bot.output()


def test_a_stop_finishes_what_was_begun(start: Start, telegram: Driver) -> None:
    bot = start(SHELF_DELAY="1.0")
    telegram.user(801).send(question(1))
    assert telegram.calls("sendChatAction", chat=801, timeout=10), "it is at work"
    bot.process.terminate()
    assert bot.process.wait(20) == 0
    assert len(telegram.shown(801)) == 1


def test_typing_is_shown_while_an_answer_takes_long(start: Start, telegram: Driver) -> None:
    start(SHELF_DELAY="1.0")
    group = int(telegram.group(-1_001_000_000_001, bot_status="administrator")["id"])
    telegram.fault("error", "sendChatAction", code=400, description="Bad Request: not enough rights")
    assert telegram.user(801).ask(f"/ask {question(1)}", group, message_thread_id=7, settle=0.05)
    (shown,) = telegram.calls("sendChatAction", chat=group)
    assert shown["params"]["message_thread_id"] == "7"


def test_it_starts_while_telegram_is_down(tmp_path: Path) -> None:
    port = free_port()
    late = LocalServer(port=port)
    late.port = port
    monitor = free_port()
    with Bot(late, tmp_path, BYLINE_MONITOR_PORT=str(monitor)) as bot:
        eventually(lambda: "cannot reach Telegram" in bot.output())
        assert page(monitor, "health") == (200, "alive\n")
        assert page(monitor, "ready") == (503, "")
        with late, driving(late) as telegram:
            telegram.wait_ready()
            eventually(lambda: page(monitor, "ready") == (200, "ready\n"))
            assert "number 1" in telegram.user(801).ask(question(1), settle=0.05).text


def test_it_can_be_stopped_while_telegram_is_down(tmp_path: Path) -> None:
    nowhere = LocalServer()
    nowhere.port = 1
    with Bot(nowhere, tmp_path) as bot:
        eventually(lambda: "cannot reach Telegram" in bot.output())
        bot.process.terminate()
        assert bot.process.wait(5) == 0


def test_a_webhook_that_telegram_refuses_ends_it_with_one_line(
    server: LocalServer, tmp_path: Path, telegram: Driver
) -> None:
    telegram.op("config", http_webhooks=False)
    with Bot(server, tmp_path, **by("webhook")) as bot:
        assert bot.process.wait(20) == 2
        assert "must be provided for webhook); fix it" in bot.output().splitlines()[-1]
        assert "Traceback" not in bot.output()


@pytest.mark.parametrize(("mode", "method"), [("webhook", "setWebhook"), ("polling", "deleteWebhook")])
def test_it_can_be_stopped_while_updates_cannot_be_had(
    server: LocalServer, tmp_path: Path, telegram: Driver, mode: str, method: str
) -> None:
    telegram.fault("error", method, times=-1, code=502)
    with Bot(server, tmp_path, **by(mode)) as bot:
        eventually(lambda: "trying again in 2 s" in bot.output())
        bot.process.terminate()
        assert bot.process.wait(10) == 0
        telegram.clear_faults()
        telegram.fault("hang", method, times=1)
        bot.start()
        eventually(lambda: telegram.state()["faults_left"] == 0)
        bot.process.terminate()
        assert bot.process.wait(10) == 0
    assert "Traceback" not in bot.output()


def test_a_webhook_comes_as_soon_as_telegram_can_again(start: Start, telegram: Driver) -> None:
    telegram.fault("error", "setWebhook", times=8, code=502)
    bot = start(**by("webhook"))
    assert "cannot reach Telegram" in bot.output()
    assert "number 1" in telegram.user(801).ask(question(1), settle=0.05).text


def test_a_second_instance_elsewhere_is_explained_in_one_line(
    server: LocalServer, tmp_path: Path, telegram: Driver
) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    with Bot(server, tmp_path / "one") as one:
        telegram.wait_ready()
        with Bot(server, tmp_path / "two") as two:
            eventually(lambda: "409 Conflict" in one.output() + two.output())
            conflicts = telegram.state()["conflicts"]
            eventually(lambda: telegram.state()["conflicts"] > conflicts)  # both keep trying, silently
            told = one.output() + two.output()
        assert 1 <= told.count("409 Conflict") <= 2
        assert "Traceback" not in told


def test_a_second_instance_with_the_same_state_is_refused(
    start: Start, server: LocalServer, tmp_path: Path, telegram: Driver
) -> None:
    bot = start()
    with Bot(server, tmp_path) as second:
        assert second.process.wait(10) == 2
    assert bot.output().splitlines()[-1].endswith("another `byline bot` is using it; stop that one first")


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("", "does not look like one of @BotFather's"),
        ("123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "Telegram does not know this token"),
        ("nonsense\nand more", "does not look like one of @BotFather's"),
    ],
)
def test_a_wrong_token_is_one_line(server: LocalServer, tmp_path: Path, token: str, expected: str) -> None:
    env = {
        **os.environ,
        "BYLINE_TELEGRAM_TOKEN": token,
        "BYLINE_TELEGRAM_BASE_URL": server.base_url,
        "BYLINE_STATE": str(tmp_path),
        "PYTHONPATH": str(telegram_harness.ROOT),
    }
    done = subprocess.run(
        [sys.executable, telegram_harness.SHELF],
        env=env,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
    )
    assert done.returncode == 2
    assert expected in done.stderr
    assert done.stderr.count("\n") == 1
    assert not token or token not in done.stderr


@pytest.mark.parametrize("code", [401, 404])
def test_a_token_that_is_revoked_ends_it_with_one_line(start: Start, telegram: Driver, code: int) -> None:
    """Otherwise it would never fetch updates again and still report that it is ready."""
    bot = start()
    telegram.fault("error", "getUpdates", times=-1, code=code)
    telegram.user(801).send(question(1))  # ends the pending poll
    assert bot.process.wait(20) == 2
    assert "Telegram does not know this token; copy it again" in bot.output().splitlines()[-1]
    assert "Traceback" not in bot.output()
    telegram.clear_faults()
    bot.start(telegram)
    all_answered(telegram, range(801, 802))


def test_with_a_webhook_a_token_that_is_revoked_ends_it_with_one_line(start: Start, telegram: Driver) -> None:
    bot = start(**by("webhook"))
    telegram.fault("error", "getWebhookInfo", times=-1, code=401)
    assert bot.process.wait(30) == 2
    assert "Telegram does not know this token; copy it again" in bot.output().splitlines()[-1]


def test_a_webhook_that_telegram_delivers_to_no_more_is_told_of(
    start: Start, server: LocalServer, tmp_path: Path, telegram: Driver
) -> None:
    port = free_port()
    bot = start(**by("webhook"), BYLINE_MONITOR_PORT=str(port))
    eventually(lambda: page(port, "ready") == (200, "ready\n"))
    (tmp_path / "two").mkdir()
    with Bot(server, tmp_path / "two"):  # polls, for which it takes the webhook away
        eventually(lambda: page(port, "ready")[0] == 503)
    assert bot.output().count("409 Conflict") == 1


def test_a_webhook_may_have_any_path(start: Start, telegram: Driver) -> None:
    settings = by("webhook")
    settings["BYLINE_WEBHOOK_URL"] += "/(to)+a%20(bot)"
    start(**settings)
    assert "number 1" in telegram.user(801).ask(question(1), settle=0.05).text


def test_a_webhook_that_refuses_updates_is_told_of(start: Start, server: LocalServer, telegram: Driver) -> None:
    bot = start(**by("webhook"))
    telegram.op("update", kind="message", content={"message_id": "none"}, unchecked=True)  # 400, as from a wrong proxy
    eventually(
        lambda: "cannot fetch updates (TelegramError: webhook: Wrong response from the webhook: 400" in bot.output()
    )
    assert "number 1" in telegram.user(801).ask(question(1), settle=0.05).text


def test_a_monitor_learns_that_updates_cannot_be_fetched(start: Start, telegram: Driver) -> None:
    port = free_port()
    start(BYLINE_MONITOR_PORT=str(port))
    eventually(lambda: page(port, "ready") == (200, "ready\n"))
    telegram.fault("error", "getUpdates", times=-1, code=502)
    telegram.user(801).send(question(1))  # ends the pending poll
    eventually(lambda: page(port, "ready")[0] == 503)
    metrics = page(port, "metrics")[1]
    assert "byline_up 0\n" in metrics
    assert 'byline_telegram_failures_total{kind="HTTP 502"}' in metrics
    telegram.clear_faults()
    assert "number 2" in telegram.user(802).ask(question(2), settle=0.05).text
    eventually(lambda: page(port, "ready") == (200, "ready\n"))


def test_another_bot_that_takes_over_the_state_answers_every_message(
    server: LocalServer, tmp_path: Path, telegram: Driver
) -> None:
    other = "987654:ANOTHER_TOKEN_for_the_fake_bot_api_server"
    taking_over = Driver(server.root, other)
    taking_over.op("add_bot", token=other)
    with Bot(server, tmp_path):
        assert "number 1" in telegram.user(801).ask(question(1), settle=0.05).text
    with Bot(server, tmp_path, BYLINE_TELEGRAM_TOKEN=other) as bot:
        assert "number 2" in taking_over.user(801).ask(question(2), settle=0.05, timeout=30).text
    assert "the state is another bot's" in bot.output()
    taking_over.local.connection.close()


def test_a_new_administrator_gets_the_menu_at_the_latest_with_start_and_a_former_one_loses_it(
    server: LocalServer, tmp_path: Path, telegram: Driver
) -> None:
    """Telegram refuses it until they have opened a chat with the bot."""

    def has_menu(admin: int) -> bool:
        return admin in {it["scope"].get("chat_id") for it in telegram.state()["commands"]}

    for admin in (801, 802):
        with Bot(server, tmp_path, BYLINE_TELEGRAM_ADMINS=str(admin)):
            eventually(partial(has_menu, admin))
            assert admin == 801 or not has_menu(801)
    telegram.fault("error", "setMyCommands", times=-1, code=400, description="Bad Request: chat not found")
    with Bot(server, tmp_path, BYLINE_TELEGRAM_ADMINS="803"):
        telegram.wait_ready()
        telegram.idle(quiet=0.5)
        telegram.clear_faults()
        telegram.user(803).ask("/start", settle=0.05)
        eventually(lambda: has_menu(803))


def test_a_mistyped_token_drops_nothing(server: LocalServer, tmp_path: Path, telegram: Driver) -> None:
    person = telegram.user(801)
    with Bot(server, tmp_path):
        answer = person.ask(question(1), settle=0.05).messages[0]
    with Bot(server, tmp_path, BYLINE_TELEGRAM_TOKEN=f"9{server.token}") as mistyped:
        assert mistyped.process.wait() == 2
    with Bot(server, tmp_path) as bot:
        told = person.callback_answer(person.press(answer, next(b.data for b in answer.buttons if b.data)))
    assert told is not None
    assert "text" not in told
    assert "another bot's" not in bot.output()


def test_only_those_on_the_list_are_served(start: Start, telegram: Driver) -> None:
    own, other = (int(telegram.group(id_, bot_status="administrator")["id"]) for id_ in (-1_001, -1_002))
    bot = start(BYLINE_TELEGRAM_ALLOWED=f"801, {own}")
    answer = telegram.user(801).ask(question(1), settle=0.05)
    assert "number 1" in answer.text
    refused = telegram.user(802).ask(question(2), settle=0.05)
    assert "closed circle" in refused.text
    assert "802" in refused.text
    query = telegram.user(802).press(refused.messages[0], str(answer.buttons[0].data))
    assert "closed circle" in (telegram.user(802).callback_answer(query) or {})["text"]
    number = telegram.user(802).send(f"/ask {question(3)}", other)["message"]["message_id"]
    assert "number 4" in telegram.user(802).ask(f"/ask {question(4)}", own, settle=0.05).text
    telegram.assert_silent(other, number, 0.3)
    telegram.fault("error", "sendMessage", code=400, description="Bad Request: have no rights")  # not even refusing
    telegram.user(802).send(question(3))
    telegram.user(802).upload("a.txt", b"a", None, f"/forget {question(4)}")
    telegram.idle(quiet=1.5)
    assert not any("harbour master" in message.text for message in telegram.shown(802, after=refused.messages[-1].id))
    refusals = bot.output().count("Telegram refuses")
    telegram.fault("error", "answerInlineQuery", code=400, description="Bad Request: query is too old")
    telegram.op("inline", **{"from": 802}, query=question(5))
    telegram.idle(quiet=1)
    assert bot.output().count("Telegram refuses") == refusals


def test_a_group_on_the_list_that_gets_another_id_is_told_of(start: Start, telegram: Driver) -> None:
    old = int(telegram.group(-4_003, kind="group")["id"])
    bot = start(BYLINE_TELEGRAM_ALLOWED=str(old))
    new = telegram.op("migrate", chat_id=old)["chat_id"]
    eventually(lambda: f"the group {old} of telegram.allowed is {new} from now on" in bot.output())


def test_a_stranger_to_a_closed_circle_is_not_told_so_for_ever(start: Start, telegram: Driver) -> None:
    start(BYLINE_TELEGRAM_ALLOWED="801")
    stranger = telegram.user(802, "Stranger", language_code="en")
    asked = [stranger.send(f"who is number {n}?")["message"]["message_id"] for n in range(AT_ONCE + 10)]
    eventually(lambda: len(telegram.shown(802)) >= AT_ONCE, within=60)
    telegram.idle(timeout=30, quiet=3)
    assert [message.reply_to for message in telegram.shown(802)] == asked[:AT_ONCE]


def test_lists_leave_nothing_out_however_long_the_names(start: Start, tmp_path: Path, telegram: Driver) -> None:
    state = State(tmp_path / "state")
    for n in range(20):
        text = f"why {n}? {'x' * 400}"
        state.add_gap(text, 801)
    for n in range(1, 11):
        state.add_follow(802, f"why {n}? {'🦭' * 400}")
    state.close()
    start(BYLINE_TELEGRAM_ADMINS="801", SHELF_NAMES="🦭" * 300)
    boss, ann, bob = map(telegram.user, (801, 802, 803))
    gaps = boss.ask("/gaps", settle=1.5)
    assert not any(message.reply_to for message in gaps.messages[1:])
    assert gaps.text.index("why 19?") < gaps.text.index("why 0?"), "of those asked as often the latest first"
    assert all(f"× why {n}?" in gaps.text for n in range(20))
    follows = ann.ask("/following", settle=0.05).text
    assert all(f"{n}. why {n}?" in follows for n in range(1, 11))
    for asked, told in ((f"why 1? {'🦭' * 400}", "I'll write to you"), ("why not?", "as many as I can keep")):
        assert told in ann.ask(f"/follow {asked}", settle=0.05).text
    articles = boss.ask("/articles", settle=0.05).text
    assert all(f"{n}. All about lighthouse{n - 1}" in articles for n in range(1, 7))
    assert "8. Who" in articles
    sources = bob.ask("/sources", settle=0.05).text.splitlines()
    assert [line.endswith("…: 1") for line in sources[2:]] == [True] * 30 + [False]
    examples = bob.ask("/start", settle=0.05).messages[0].spans("code")
    assert [example[-1:] for example in examples] == ["…", "…"]


def test_the_state_is_for_its_owner_only_and_holds_no_handled_question(
    server: LocalServer, tmp_path: Path, telegram: Driver
) -> None:
    with Bot(server, tmp_path):
        telegram.wait_ready()
        telegram.user(801).ask("/help", settle=0.05)
        telegram.user(801).ask("/secretive thing", settle=0.3)
    files = list((tmp_path / "state").iterdir())
    assert stat.S_IMODE((tmp_path / "state").stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert not any(b"secretive" in file.read_bytes() for file in files)


def test_updates_are_asked_for_by_kind(start: Start, server: LocalServer, telegram: Driver) -> None:
    start()
    with urlopen(f"{server.base_url}{server.token}/getWebhookInfo") as answer:  # noqa: S310 - our own server
        allowed = json.load(answer)["result"]["allowed_updates"]
    assert allowed == [
        "callback_query", "channel_post", "edited_message", "inline_query", "message", "my_chat_member"
    ]  # fmt: skip


def test_the_menus_show_every_command(tmp_path: Path) -> None:
    """Except /start, for which Telegram shows a button, and nothing that is no command."""
    settings = Settings(state=tmp_path, telegram=TelegramSettings(token=Secret("1:a")))
    with closing(State(tmp_path)) as state, ThreadPoolExecutor() as pool:
        desk = Desk(settings, shelf(), state, Delivery(state.ledger), Limits(frozenset()), pool, pool, Parts())
        inbox = Inbox(state.ledger, desk.parts)
        polling = PollingRequest(desk.metrics, lambda: None)
        app = _application(
            desk, inbox, Turnstile(inbox, desk.parts), follows=Follows(desk), uploads=Uploads(desk), polling=polling
        )
    handlers = [it for group in app.handlers.values() for it in group if isinstance(it, CommandHandler)]
    assert {name for it in handlers for name in it.commands} == {"start", *ADMIN}


def test_logs_tell_no_question_and_no_name(server: LocalServer, tmp_path: Path, telegram: Driver) -> None:
    with Bot(server, tmp_path, BYLINE_LOG_FORMAT="json") as bot:
        telegram.wait_ready()
        telegram.user(801, "Wilhelmina").ask(question(1), settle=0.05)
        telegram.user(801, "Wilhelmina").ask("please crash", settle=0.05)
    assert not re.search("Wilhelmina|lighthouse|please", bot.output())
    assert all(line.startswith("{") for line in bot.output().splitlines())


def test_a_monitor_that_asks_without_end_is_hung_up_on(server: LocalServer, tmp_path: Path, telegram: Driver) -> None:
    port = free_port()
    with Bot(server, tmp_path, BYLINE_MONITOR_PORT=str(port)) as bot:
        telegram.wait_ready()
        with socket.create_connection(("127.0.0.1", port), timeout=10) as monitor, suppress(ConnectionError):
            monitor.sendall(b"GET /health" + b"x" * 20_000)
            assert monitor.recv(100) == b""
        assert page(port, "health") == (200, "alive\n")
    assert "LimitOverrunError" not in bot.output()


def test_it_tells_systemd_when_it_is_ready(server: LocalServer, tmp_path: Path, telegram: Driver) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.settimeout(10)
        with Bot(server, tmp_path, NOTIFY_SOCKET=str(tmp_path / "notify")):
            assert systemd.recv(100) == b"READY=1"
            telegram.wait_ready(timeout=1)


@pytest.mark.parametrize(
    ("privacy", "expected"), [(True, "plain mentions often do not arrive"), (False, "every message")]
)
def test_the_doctor_learns_what_will_arrive(
    server: LocalServer, telegram: Driver, privacy: bool, expected: str
) -> None:
    telegram.op("config", privacy_mode=privacy)
    found = check_token(TelegramSettings(token=Secret(server.token), base_url=server.base_url))
    assert found.startswith("@test_bot; in groups it receives")
    assert expected in found


@pytest.mark.parametrize(
    ("token", "port", "expected"),
    [("123456:" + "A" * 35, None, "does not know"), ("123456:" + "A" * 35, 1, "cannot reach")],
)
def test_the_doctor_says_what_is_wrong(server: LocalServer, token: str, port: int | None, expected: str) -> None:
    base = server.base_url if port is None else f"http://127.0.0.1:{port}/bot"
    with pytest.raises(UsageError, match=expected) as caught:
        check_token(TelegramSettings(token=Secret(token), base_url=base))
    assert token not in str(caught.value)


def test_news_on_a_followed_question_are_looked_for_among_the_new_articles_alone(
    tmp_path: Path, folder: Path, update: Update
) -> None:
    """All articles are asked only where a new one answers; one that an old one ranks above is news too."""
    lamp, heading = "The smith Bo Lind will repair the lamp of the Gull Bay lighthouse.", "The lamp is repaired"
    old = update(write(tmp_path / "old.md", lamp, title=heading)).added
    bread = update(write(tmp_path / "bread.md", "The bakers of Harwick went on strike.", title="No bread")).added
    lamp = "Before May the lamp of the Gull Bay lighthouse will be repaired by Arvo Tenn, whom the council chose."
    news = update(write(tmp_path / "news.md", lamp, title="The council met")).added
    follow = Follow(1, 7, "who will repair the lamp of the Gull Bay lighthouse?", "en")
    with closing(make_assistant(Settings(index=folder))) as assistant:
        assert assistant.ask(follow.question).hits[0].article.id in old
        ask = Mock(wraps=assistant.ask)
        follows = Follows(cast("Desk", SimpleNamespace(assistant=SimpleNamespace(ask=ask))))
        assert follows._fresh_hit(follow, {*bread}) is None
        assert [call.kwargs["where"].articles for call in ask.call_args_list] == [tuple(bread)]
        hit = follows._fresh_hit(follow, {*bread, *news})
        assert hit is not None
        assert [hit.article.id] == news


def test_a_question_can_be_ended_from_news_that_were_deleted_meanwhile(tmp_path: Path) -> None:
    edit = AsyncMock(side_effect=BadRequest("Message to edit not found"))
    query = Mock(answer=AsyncMock(), get_bot=lambda: Mock(edit_message_reply_markup=edit))
    query.from_user.id, query.message.chat.type = 7, "private"
    with closing(State(tmp_path)) as state:
        press = Press(Verb.UNFOLLOW, str(state.add_follow(7, "who repairs the lamp?")), 1)
        desk = SimpleNamespace(state=state, renderer=lambda _: SimpleNamespace(words=words_in("en")))
        asyncio.run(Follows(cast("Desk", desk))._pressed(query, press))
        assert not state.follows()
    edit.assert_awaited_once()


@pytest.mark.parametrize("stops", [False, True])
def test_nobody_is_told_of_a_question_that_they_stop_following_while_it_is_asked(tmp_path: Path, stops: bool) -> None:
    with closing(State(tmp_path)) as state:
        state.add_follow(7, "who repairs the lamp?")
        state.set_known_articles({"old"})

        async def run(work: Callable[..., object], *given: object) -> object:
            if stops and len(given) > 1:
                state.forget_user(7)
            return work(*given)

        assistant = SimpleNamespace(articles=lambda: [SimpleNamespace(id="new")])
        follows = Follows(cast("Desk", SimpleNamespace(state=state, settings=Settings(), run=run, assistant=assistant)))
        hit = SimpleNamespace(quote=SimpleNamespace(text="Bo Lind repairs it."))
        with patch.object(follows, "_fresh_hit", return_value=hit), patch.object(follows, "_tell") as tell:
            asyncio.run(follows.tell_all(Mock()))
    assert tell.called is not stops


@pytest.mark.parametrize(
    ("error", "answered_before", "tries", "stays"),
    [
        (None, False, 1, True),
        (None, True, 0, True),
        (BadRequest("text must be non-empty"), False, 1, True),
        (Forbidden("user is deactivated"), False, 1, False),
    ],
)
def test_a_follower_is_told_once_of_what_is_new_unless_the_account_is_gone(
    tmp_path: Path, error: TelegramError | None, *, answered_before: bool, tries: int, stays: bool
) -> None:
    tried: list[Draft] = []

    async def send(_: object, drafts: list[Draft], *, asked: int) -> None:
        state.ledger.about_to_send(drafts[0].chat, asked)
        tried.extend(drafts)
        if error:
            raise error

    async def run(work: Callable[..., object], *given: object, **named: object) -> object:
        return work(*given, **named)

    with closing(State(tmp_path)) as state:
        state.set_language(7, "de")
        desk = SimpleNamespace(state=state, settings=Settings(), run=run, assistant=shelf())
        desk.delivery = SimpleNamespace(send=send)
        follows = Follows(cast("Desk", desk))
        for other in ("why?", "why so?"):
            asyncio.run(follows._begin(7, question(5) if answered_before else other, "en"))
        hit = shelf().ask(question(5)).hits[0]
        with patch.object(follows, "_fresh_hit", return_value=hit):
            for _ in range(2):
                state.set_known_articles({"old"})
                asyncio.run(follows.tell_all(Mock(username="test_bot")))
        assert ["Neues" in draft.text and "why? · why so?" in draft.text for draft in tried] == [True] * tries
        stops = [button.text for draft in tried if draft.keyboard for (button,) in draft.keyboard.inline_keyboard]
        assert stops == ["✕ why?", "✕ why so?"] * tries
        assert bool(state.follows(7)) is stays
        assert error or state.ledger.sending(7, -1) is None
