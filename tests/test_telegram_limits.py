"""Rate limits and waiting times, checked at exact times."""

import asyncio
import gc
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial
from types import SimpleNamespace

import pytest
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot.telegram import rate_limiter
from bot.telegram.limits import AT_ONCE, Limits, Verdict
from bot.telegram.rate_limiter import PROBE, CallOptions, Pace, RateLimiter


@pytest.fixture(autouse=True)
def _as_the_service_sets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


def test_a_pace_gives_a_burst_and_then_a_place_an_interval() -> None:
    pace = Pace(per_second=2, burst=3)
    moments, now = [], 100.0
    for _ in range(6):
        now += pace.wait(now)
        pace.take(now)
        moments.append(now - 100)
    assert moments == [0, 0, 0, 0.5, 1.0, 1.5]
    assert pace.wait(200) == 0
    assert pace.idle(200)


def test_a_pace_never_exceeds_its_rate_over_any_stretch() -> None:
    pace = Pace(per_second=10, burst=5)
    moments, now = [], 50.0
    for step in range(200):
        now += 0.013 * (step % 7)
        if not pace.wait(now):
            pace.take(now)
            moments.append(now)
    for first in range(len(moments)):
        for last in range(first, len(moments)):
            assert last - first + 1 <= 5 + 10 * (moments[last] - moments[first]) + 1e-6


def test_a_pace_that_was_held_waits() -> None:
    pace = Pace(per_second=10, burst=5)
    pace.hold(30)
    assert pace.wait(28) == 2
    assert not pace.idle(29)


def test_too_much_is_said_once_and_forgiven_in_time() -> None:
    limits = Limits(exempt=frozenset({7}))
    verdicts = [limits.judge(1, 1000.0) for _ in range(AT_ONCE + 3)]
    assert verdicts == [Verdict.ANSWER] * AT_ONCE + [Verdict.NOTICE, Verdict.SILENCE, Verdict.SILENCE]
    assert limits.judge(2, 1000.0) is Verdict.ANSWER
    assert limits.judge(1, 1002.5) is Verdict.ANSWER
    assert limits.judge(1, 1002.6) is Verdict.NOTICE
    assert {limits.judge(7, 1000.0) for _ in range(100)} == {Verdict.ANSWER}


def test_of_ten_thousand_users_the_busy_ones_are_remembered() -> None:
    limits = Limits(exempt=frozenset())
    for user in range(10_001):
        limits.judge(user, 900.0)
    for user, now in ((-2, 900.0), (-1, 1000.0)):
        for _ in range(AT_ONCE + 1):
            limits.judge(user, now)
    assert limits._paces.keys() == limits._told == {-1}
    for user in range(10_001):
        limits.judge(user, 1000.0)
    assert limits.judge(-1, 1000.0) is Verdict.SILENCE


class Telegram:
    """Fails as configured, then succeeds."""

    def __init__(self, *failures: TelegramError) -> None:
        self._failures = list(failures)
        self.calls = 0

    async def __call__(self, *_: object, **__: object) -> str:
        self.calls += 1
        if self._failures:
            raise self._failures.pop(0)
        return "sent"


async def call(
    limiter: RateLimiter,
    telegram: Telegram,
    *,
    chat: int = 5,
    endpoint: str = "sendMessage",
    options: CallOptions | None = None,
) -> object:
    return await limiter.process_request(telegram, (), {}, endpoint, {"chat_id": chat}, options)


def new_limiter() -> RateLimiter:
    return RateLimiter(on_migrated=lambda old, new: None, failures=Counter())


class Clock:
    """A clock that only waiting advances."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.now = 1000.0
        patch.setattr(rate_limiter, "time", SimpleNamespace(monotonic=lambda: self.now))
        patch.setattr(asyncio, "sleep", self._pass)

    async def _pass(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


@pytest.mark.parametrize(
    ("chats", "endpoint", "options", "at_once", "seconds"),
    [
        (lambda _: 5, "sendMessage", None, 3, 1 / 0.95),
        (lambda _: -5, "sendMessage", None, 18, 60 / 19),
        (lambda at: 5 + at, "sendMessage", None, 27, 1 / 30),
        (lambda _: 5, "sendChatAction", None, 100, 0),
        (lambda _: 5, "editMessageText", PROBE, 100, 0),
    ],
    ids=["one person", "one group", "many people", "typing", "looking for a message"],
)
def test_calls_keep_to_the_limits_of_telegram(
    clock: Clock,
    chats: Callable[[int], int],
    endpoint: str,
    options: CallOptions | None,
    at_once: int,
    seconds: float,
) -> None:
    async def moments() -> list[float]:
        limiter, told = new_limiter(), list[float]()
        for at in range(100):
            await call(limiter, Telegram(), chat=chats(at), endpoint=endpoint, options=options)
            told.append(clock.now - 1000)
        return told

    assert asyncio.run(moments()) == pytest.approx([max(0, at - at_once + 1) * seconds for at in range(100)])


def test_calls_to_one_chat_at_once_keep_to_its_pace() -> None:
    async def five() -> None:
        limiter = new_limiter()
        limiter._chats[5] = Pace(per_second=50, burst=1)
        await asyncio.gather(*(call(limiter, Telegram()) for _ in range(5)))

    started = time.monotonic()
    asyncio.run(five())
    assert time.monotonic() - started > 4 / 50


def test_of_ten_thousand_chats_the_busy_ones_are_remembered() -> None:
    limiter = new_limiter()
    limiter._pace(-1).hold(time.monotonic() + 60)
    for chat in range(1, 10_002):
        limiter._pace(chat)
    assert limiter._chats.keys() == {-1, 10_001}


def test_what_is_refused_for_good_is_not_tried_again() -> None:
    telegram = Telegram(BadRequest("message text is empty"))
    with pytest.raises(BadRequest):
        asyncio.run(call(new_limiter(), telegram))
    assert telegram.calls == 1


@pytest.mark.parametrize(
    ("endpoint", "options", "error", "tries"),
    [
        ("sendMessage", None, partial(NetworkError, "Bad Gateway"), 4),
        ("sendChatAction", None, partial(NetworkError, "Bad Gateway"), 2),
        ("sendMessage", None, partial(RetryAfter, 3), 6),
        ("sendChatAction", None, partial(RetryAfter, 3), 1),
        ("sendMessage", CallOptions(before=lambda: None), partial(NetworkError, "Bad Gateway"), 1),
    ],
    ids=["a message", "typing", "a flood limit", "typing under a flood limit", "what may have arrived"],
)
def test_how_often_a_call_is_tried(
    clock: Clock, endpoint: str, options: CallOptions | None, error: Callable[[], TelegramError], tries: int
) -> None:
    telegram = Telegram(*[error()] * 10)
    with pytest.raises(TelegramError):
        asyncio.run(call(new_limiter(), telegram, endpoint=endpoint, options=options))
    assert telegram.calls == tries


def test_failures_are_counted_by_kind_but_not_what_is_no_failure(clock: Clock) -> None:
    failures: Counter[str] = Counter()
    limiter = RateLimiter(on_migrated=lambda old, new: None, failures=failures)
    same = BadRequest("Message is not modified: nothing changed")
    for error, options in (
        (NetworkError("Bad Gateway"), None),
        (RetryAfter(3), None),
        (same, None),
        (same, PROBE),
        (BadRequest("message to edit not found"), PROBE),
    ):
        with suppress(BadRequest):
            asyncio.run(call(limiter, Telegram(error), options=options))
    assert failures == {"NetworkError": 1, "RetryAfter": 1}


def test_a_long_wait_is_given_back_at_once_and_holds_up_its_chat_alone() -> None:
    async def scene() -> None:
        limiter, telegram = new_limiter(), Telegram(RetryAfter(timedelta(hours=1)))
        for _ in range(2):
            with pytest.raises(RetryAfter):
                await call(limiter, telegram, chat=5)
        assert telegram.calls == 1
        assert await call(limiter, telegram, chat=6) == "sent"

    started = time.monotonic()
    asyncio.run(scene())
    assert time.monotonic() - started < 1


def test_a_clock_that_is_set_back_silences_nobody() -> None:
    limits = Limits(exempt=frozenset())
    for _ in range(AT_ONCE + 2):
        limits.judge(1, 1_000_000.0)
    assert limits.judge(1, 1_000_000.0) is Verdict.SILENCE
    assert limits.judge(1, 1_000_000.0 - 86_400) is Verdict.ANSWER


def test_a_call_is_carried_through_though_nobody_waits_for_it() -> None:
    carried: list[str] = []

    async def call() -> None:
        await asyncio.sleep(0.05)
        carried.append("through")
        raise NetworkError("that nobody hears of")

    async def run() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, context: carried.append(str(context)))
        limiter = RateLimiter(lambda *_: None, Counter())
        waiting = asyncio.ensure_future(limiter.process_request(call, (), {}, "sendChatAction", {}, None))
        await asyncio.sleep(0.01)
        waiting.cancel()
        await asyncio.wait([waiting])
        assert waiting.cancelled()
        await asyncio.sleep(0.1)
        del waiting
        gc.collect()

    asyncio.run(run())
    assert carried == ["through"]
