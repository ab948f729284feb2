"""Whatever fails and whenever the process dies, no question is lost or answered twice, by polling or by webhook."""

import asyncio
import random
import signal
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from telegram import Bot as TelegramBot
from telegram import Chat, Message, Update
from telegram.error import BadRequest

from bot.render.telegram import Html
from bot.telegram.delivery import SETTLE_SECONDS, Delivery, Draft
from bot.telegram.inbox import MAX_ATTEMPTS, Inbox
from bot.telegram.parts import Parts
from bot.telegram.state import State
from tests import telegram_harness
from tests.telegram_harness import (
    Bot,
    Driver,
    LocalServer,
    Start,
    all_answered,
    by,
    eventually,
    free_port,
    page,
    question,
)

MODES = ["polling", "webhook"]
READY = "answering as @"


server, start, telegram = telegram_harness.server, telegram_harness.start, telegram_harness.telegram


def ask(telegram: Driver, chats: range) -> None:
    for chat in chats:
        telegram.user(chat).send(question(chat % 100))


def again(bot: Bot, number: int) -> None:
    """Kill the process with a signal and start it again."""
    bot.process.terminate(number)
    assert bot.process.wait(30) == (0 if number == signal.SIGTERM else -number)
    starts = bot.output().count(READY)
    bot.start()
    eventually(lambda: bot.output().count(READY) > starts)


def test_a_send_that_fails_twice_arrives_once(start: Start, telegram: Driver) -> None:
    kinds = ("html502", "reset", "garbage", "error", "flood", "lost_reply")
    start()
    for chat, kind in enumerate(kinds, 800):
        telegram.fault(kind, "sendMessage", times=2, chat_id=chat)
    ask(telegram, range(800, 800 + len(kinds)))
    all_answered(telegram, range(800, 800 + len(kinds)))
    assert telegram.state()["faults_left"] <= 1, "the second lost confirmation is not needed"


class _Bot(TelegramBot):
    """Rejects every edit because there is no such message, and accepts any new message."""

    async def edit_message_text(self, *_: object, **__: object) -> Message | bool:
        raise BadRequest("message to edit not found")

    async def send_message(self, *_: object, **__: object) -> Message:
        return Message(41, datetime.now(UTC), Chat(7, "private"))


def test_a_clock_that_is_set_back_delays_no_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A message in flight when the process died is looked for during three seconds, not until the clock catches up."""
    with closing(State(tmp_path)) as state:
        tomorrow = time.time() + 86_400
        monkeypatch.setattr(time, "time", lambda: tomorrow)
        state.ledger.about_to_send(7, 1)
        monkeypatch.undo()
        sending = Delivery(state.ledger).send(_Bot("123:a"), [Draft(7, Html("yes"))], asked=1)
        assert asyncio.run(asyncio.wait_for(sending, SETTLE_SECONDS + 5)) == 41


def test_a_message_that_was_taken_is_found_among_others(start: Start, telegram: Driver) -> None:
    """Every second confirmation is lost, while forty chats and the bot's other messages use up message numbers."""
    port = free_port()
    start(BYLINE_MONITOR_PORT=str(port))
    telegram.fault("lost_reply", "sendMessage", times=-1, probability=0.5)
    for chat in range(800, 840):
        telegram.user(chat).send(question(chat % 100))
        telegram.user(chat + 1000).send("/help")
    all_answered(telegram, range(800, 840))
    eventually(lambda: all(telegram.shown(chat) for chat in range(1800, 1840)))
    telegram.idle(timeout=30, quiet=1.0)
    assert {len(telegram.shown(chat)) for chat in range(1800, 1840)} == {1}
    metrics = page(port, "metrics")[1]
    assert 'failures_total{kind="' in metrics
    assert 'failures_total{kind="BadRequest"}' not in metrics, "where a message is not, no call has failed"


def test_a_long_answer_that_was_taken_in_part_arrives_once(start: Start, telegram: Driver) -> None:
    """Three consecutive messages in one chat, each confirmation lost: the second is not mistaken for the first."""
    start()
    telegram.fault("lost_reply", "sendMessage", times=-1)
    ann = telegram.user(801)
    for number in (1, 2):
        ann.send(question(number))
    ann.send("/privacy")
    eventually(lambda: len(telegram.shown(801)) == 3)
    telegram.idle(timeout=30, quiet=4.0)
    first, second, third = (message.text for message in telegram.shown(801))
    assert ("number 1." in first, "number 2." in second, "What I keep" in third) == (True, True, True)


def test_a_longer_failure_costs_time_and_no_question(start: Start, telegram: Driver) -> None:
    start()
    telegram.fault("error", "sendMessage", times=4)
    ask(telegram, range(801, 802))
    all_answered(telegram, range(801, 802))


@pytest.mark.parametrize("mode", MODES)
def test_faults_everywhere_lose_nothing(start: Start, telegram: Driver, mode: str) -> None:
    start(**by(mode))
    for kind, method, extra in (
        ("html502", "*", {"probability": 0.1}),
        ("reset", "sendMessage", {"probability": 0.1}),
        ("lost_reply", "sendMessage", {"probability": 0.2}),
        ("slow", "sendMessage", {"probability": 0.2, "delay": 0.7}),
        ("flood", "sendMessage", {"probability": 0.05}),
    ):
        telegram.fault(kind, method, times=-1, **extra)
    ask(telegram, range(800, 830))
    all_answered(telegram, range(800, 830))


def test_an_update_that_the_library_cannot_read_or_write_holds_up_no_other(start: Start, telegram: Driver) -> None:
    """Either would end polling for good, at every start again; the second would also be logged in full."""
    bot, ann = start(), telegram.user(801)
    pinned: dict[str, object] = {"message_id": 1, "date": 0, "chat": {"id": 801, "type": "private"}}
    poll: dict[str, object] = {"id": "1", "question": "who opened lighthouse3?", "kind": "of a later version"}
    message = {"message_id": 5, "date": int(time.time()), "chat": {"id": 801, "type": "private"}, "from": ann.info}
    for number, odd in enumerate(({"pinned_message": pinned}, {"poll": poll}), 1):
        telegram.op("update", kind="message", content={**message, **odd}, unchecked=True)
        assert f"number {number}" in ann.ask(question(number), settle=0.05).text
    assert "lighthouse3" not in bot.output()
    assert "Traceback" not in bot.output()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_an_update_that_comes_twice_is_answered_once(start: Start, telegram: Driver, number: int) -> None:
    bot = start()
    telegram.fault("error", "getUpdates", times=-1)  # the pending poll brings the update; no later poll confirms it
    telegram.user(801).send(question(1))
    assert telegram.wait_reply(801, 0, settle=0.3)
    bot.process.terminate(number)
    bot.process.wait()
    telegram.clear_faults()
    assert telegram.state()["pending"] == 1
    bot.start(telegram)
    telegram.user(802).send(question(2))
    all_answered(telegram, range(801, 803))


@pytest.mark.parametrize("text", ["which lighthouse did the ferry office open?", "more"])
def test_killed_before_it_knew_that_its_message_was_taken(start: Start, telegram: Driver, text: str) -> None:
    bot, cy = start(), telegram.user(801)
    before = len(cy.ask("which lighthouse did the ferry office open?").messages) if text == "more" else 0
    telegram.fault("lost_reply", "sendMessage", times=1, chat_id=801)
    cy.send(text)
    eventually(lambda: len(telegram.shown(801)) > before)
    again(bot, signal.SIGKILL)
    ask(telegram, range(802, 803))
    eventually(lambda: telegram.shown(802))
    messages = telegram.shown(801)
    assert len(messages) == before + 1
    assert not messages[-1].edited, "what is there stays as it is"


def test_killed_while_its_message_was_on_the_way(start: Start, telegram: Driver) -> None:
    """Telegram accepts the message just after the process died."""
    bot = start()
    telegram.fault("slow", "sendMessage", times=1, chat_id=801, delay=1.5)
    ask(telegram, range(801, 802))
    eventually(lambda: telegram.state()["faults_left"] == 0)
    again(bot, signal.SIGKILL)
    all_answered(telegram, range(801, 802))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_ended_at_any_moment_in_mid_answer(
    server: LocalServer, tmp_path: Path, telegram: Driver, number: int, mode: str
) -> None:
    chance = random.Random(f"{number} {mode}")
    with Bot(server, tmp_path, SHELF_DELAY="0.1", **by(mode)) as bot:
        eventually(lambda: READY in bot.output())
        telegram.fault("slow", "sendMessage", times=-1, probability=0.3, delay=0.2)
        telegram.fault("lost_reply", "sendMessage", times=-1, probability=0.1)
        ask(telegram, range(800, 840))
        for _ in range(3):
            time.sleep(chance.uniform(0.0, 0.7))  # at any moment; the assertions hold at each
            again(bot, number)
        all_answered(telegram, range(800, 840))


def test_many_starts_do_not_wear_a_waiting_question_out(tmp_path: Path) -> None:
    """An attempt counts when an update is begun, not at every start; ten attempts are enough."""
    update = Update(7)
    state = State(tmp_path)

    async def scene() -> list[int]:
        await Inbox(state.ledger, Parts()).put(update)
        left = [await Inbox(state.ledger, Parts()).restore(TelegramBot(token="1:a")) for _ in range(20)]
        for _ in range(MAX_ATTEMPTS):
            Inbox(state.ledger, Parts()).begin(update)
        await (last := Inbox(state.ledger, Parts())).restore(TelegramBot(token="1:a"))
        return [*left, last.qsize()]

    assert asyncio.run(scene()) == [1] * 20 + [0]
    state.close()


def test_an_update_that_is_damaged_on_disk_holds_up_no_other(tmp_path: Path) -> None:
    with closing(State(tmp_path)) as state:
        for number, payload in ((1, '{"update_id": '), (2, "[]"), (3, Update(3).to_json())):
            state.ledger.receive(number, payload)

        async def scene() -> object:
            await (inbox := Inbox(state.ledger, Parts())).restore(TelegramBot(token="1:a"))
            return inbox.get_nowait()

        assert asyncio.run(scene()) == Update(3)
        assert [number for number, _ in state.ledger.unhandled()] == [3]
