"""Where and for how long a message of unknown outcome is looked for, and when it is sent again."""

import asyncio
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from telegram import InlineKeyboardMarkup
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.render.telegram import Html
from bot.telegram import delivery
from bot.telegram.delivery import Delivery, Draft
from bot.telegram.desk import Desk
from bot.telegram.rate_limiter import broken, uncertain
from bot.telegram.records import AnswerRecord, Shown
from bot.telegram.state import Ledger, State
from bot.telegram.state.ledger import AHEAD, MOST_PROBES, Sending
from retrieval.types import Filter

CHAT = 5


class Telegram:
    """Fake of the bot; knows which message exists, and after how many looks it becomes visible."""

    def __init__(self, there: int | None = None, *, after_looks: int = 0) -> None:
        self._there = there
        self._after_looks = after_looks
        self.looked: list[int] = []
        self.sent = 0

    async def send_message(self, *_: object, rate_limit_args: Any, **__: object) -> SimpleNamespace:
        rate_limit_args.before()
        self.sent += 1
        return SimpleNamespace(message_id=100)

    async def edit_message_text(self, _: str, chat: int, number: int, **__: object) -> None:
        self.looked.append(number)
        looks = self.looked.count(self.looked[0])
        if number != self._there or looks <= self._after_looks:
            raise BadRequest("message to edit not found")
        raise BadRequest("message is not modified: specified new message content is exactly the same")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    state = State(tmp_path)
    yield state.ledger
    state.close()


def send(ledger: Ledger, telegram: Telegram) -> int:
    bot: Any = telegram
    return asyncio.run(Delivery(ledger).send(bot, [Draft(CHAT, Html("hello"))], asked=10))


def test_what_nobody_began_is_sent_without_a_look(ledger: Ledger) -> None:
    telegram = Telegram()
    assert (send(ledger, telegram), telegram.sent, telegram.looked) == (100, 1, [])


def test_what_may_have_left_is_looked_for_after_what_was_known_then(ledger: Ledger) -> None:
    ledger.saw(CHAT, 40)
    ledger.saw(CHAT, 30)  # an edit of an earlier message
    ledger.about_to_send(CHAT, 10)
    ledger.saw(CHAT + 1, 42)  # another private chat: the same sequence of numbers
    ledger.saw(-1_001_000_000_001, 7_000)  # a supergroup: a sequence of its own
    telegram = Telegram(there=44)
    assert (send(ledger, telegram), telegram.sent, telegram.looked) == (44, 0, [41, 43, 44])
    assert ledger.latest(CHAT) == 44


def test_what_is_nowhere_is_sent_when_telegram_had_its_time(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "SETTLE_SECONDS", 0.2)
    ledger.about_to_send(CHAT, 10)
    telegram = Telegram()
    begun = time.monotonic()
    assert (send(ledger, telegram), telegram.sent) == (100, 1)
    assert time.monotonic() - begun >= 0.1
    assert set(telegram.looked) == set(range(11, 11 + AHEAD))
    ledger.saw(CHAT, 10_000)
    assert ledger.candidates(CHAT, 10) == [*range(11, 100), *range(101, 12 + MOST_PROBES)]


def test_what_telegram_takes_late_is_found_at_a_later_look(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "LOOK_EVERY_SECONDS", 0.05)
    ledger.about_to_send(CHAT, 10)
    telegram = Telegram(there=13, after_looks=3)
    assert (send(ledger, telegram), telegram.sent) == (13, 0)


def test_a_kept_floor_outlives_later_tries_and_a_restart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A message is looked for after what was known before the first try, for as long as the latest try takes."""
    first = State(tmp_path)
    first.ledger.saw(CHAT, 40)
    monkeypatch.setattr(time, "time", lambda: 1_000.0)
    first.ledger.about_to_send(CHAT, 10)
    monkeypatch.setattr(time, "time", lambda: 2_000.0)
    first.close()
    second = State(tmp_path)
    second.ledger.saw(CHAT, 60)
    second.ledger.about_to_send(CHAT, 10)
    begun = second.ledger.sending(CHAT, 10)
    assert begun == Sending(after=40, at=2_000.0)
    assert second.ledger.latest(CHAT) == 60
    second.ledger.settle(CHAT, 10)
    assert second.ledger.sending(CHAT, 10) is None
    second.close()


class Slow:
    """Fake of the bot whose first message is lost on its way, while its second one takes a while."""

    def __init__(self) -> None:
        self.sent = 0
        self.chat: dict[int, str] = {}

    async def send_message(self, *_: object, text: str, rate_limit_args: Any, **__: object) -> SimpleNamespace:
        rate_limit_args.before()
        self.sent += 1
        if self.sent == 1:
            raise NetworkError("reset") from httpx.ReadError("reset")
        number = 50 + self.sent
        self.chat[number] = text
        await asyncio.sleep(0.2)
        return SimpleNamespace(message_id=number)

    async def edit_message_text(self, text: str, _: int, number: int, **__: object) -> None:
        if number not in self.chat:
            raise BadRequest("message to edit not found")
        self.chat[number] = text


def test_a_look_never_takes_another_message_on_its_way_for_its_own(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "SETTLE_SECONDS", 0.3)
    monkeypatch.setattr(delivery, "PAUSES", (0.1,))
    ledger.saw(CHAT, 50)
    delivered, bot = Delivery(ledger), Slow()

    async def both() -> list[int]:
        texts: Any = bot
        sends = [delivered.send(texts, [Draft(CHAT, Html(it))], asked=at) for at, it in enumerate(("one", "two"), 48)]
        return await asyncio.gather(*sends)

    assert len(set(asyncio.run(both()))) == 2
    assert sorted(bot.chat.values()) == ["one", "two"]


def test_an_answer_sent_before_a_restart_is_not_taken_for_a_lost_one(tmp_path: Path) -> None:
    first = State(tmp_path)
    first.ledger.saw(CHAT, 50)
    first.ledger.about_to_send(CHAT, 10)
    found = AnswerRecord("q", "q", True, None, Filter(), ())
    first.add_shown(Shown("key", CHAT, 1, 11, 51, found))
    first.close()
    second = State(tmp_path)
    assert second.ledger.candidates(CHAT, 50)[0] == 52
    second.close()


@pytest.mark.parametrize(
    ("error", "cause", "unclear", "no_response"),
    [
        (NetworkError("Bad Gateway"), None, True, False),
        (NetworkError("reset"), httpx.ReadError("reset"), True, True),
        (TimedOut(), httpx.ReadTimeout("slow"), True, True),
        (TimedOut(), httpx.PoolTimeout("full"), False, True),
        (NetworkError("refused"), httpx.ConnectError("refused"), False, True),
        (BadRequest("empty"), None, False, False),
    ],
)
def test_which_failures_leave_it_unclear(
    error: TelegramError, cause: Exception | None, unclear: bool, no_response: bool
) -> None:
    error.__cause__ = cause
    assert (uncertain(error), broken(error)) == (unclear, no_response)


def test_a_flood_limit_leaves_nothing_unclear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # as the service sets it
    assert not uncertain(RetryAfter(timedelta(seconds=3)))


def test_of_several_messages_the_first_replies_and_the_last_has_the_buttons() -> None:
    sent: list[Draft] = []

    async def send(_: object, drafts: list[Draft], *, asked: int) -> int:
        sent.extend(drafts)
        return asked

    desk: Any = SimpleNamespace(delivery=SimpleNamespace(send=send))
    message: Any = SimpleNamespace(message_id=10, chat_id=CHAT, is_topic_message=None, get_bot=lambda: None)
    keyboard = InlineKeyboardMarkup([])
    asyncio.run(Desk.reply(desk, message, [Html("one"), Html("two")], keyboard=keyboard))
    assert [(draft.target is not None, draft.keyboard) for draft in sent] == [(True, None), (False, keyboard)]
