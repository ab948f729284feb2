"""Every call to Telegram passes through here: paced within Telegram's limits, retried after transient errors.

PTB's own AIORateLimiter counts typing indicators as messages, holds up all chats while one waits, and has no limit per
chat.
"""

import asyncio
import logging
import math
import time
from collections import Counter
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

import httpx
from msgspec import Struct
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.ext import BaseRateLimiter

log = logging.getLogger(__name__)

PAUSES = (0.3, 1.0, 2.0)
"""Seconds to wait before each retry of a call that failed with a transient error."""

HURRIED = frozenset({"answerCallbackQuery", "answerInlineQuery", "sendChatAction"})
"""Calls that are worthless when late: tried twice, and not again after a flood limit."""

_TRIES = {**dict.fromkeys(HURRIED, PAUSES[:1]), "getMe": ()}  # the start-up has retries of its own

MAX_FLOOD_WAITS = 5
LONGEST_WAIT_SECONDS = 45.0
"""A call that must wait longer goes back to the inbox, so that it does not block a slot that another chat could use."""


class CallOptions(Struct, frozen=True):
    """How a call is to be made."""

    before: Callable[[], None] | None = None
    """Called before each try of a call that must not be carried out twice; an unclear outcome is not retried."""
    probe: bool = False
    """Whether it sends nothing new and Telegram is expected to refuse it: neither limit nor failure counts it."""


PROBE = CallOptions(probe=True)

COUNTED = frozenset({"sendMessage", "editMessageText", "editMessageReplyMarkup"})
"""Calls that count towards Telegram's limits."""

Data = dict[str, Any]
Call = Callable[..., Coroutine[Any, Any, Any]]


class Pace:
    """A leaky bucket: a rate per second, after an initial burst.

    The rates below stay a little under Telegram's own, because calls do not arrive with the spacing they were sent
    with.
    """

    __slots__ = ("_burst_seconds", "_interval", "_next")

    def __init__(self, *, per_second: float, burst: int) -> None:
        self._interval = 1 / per_second
        self._burst_seconds = (burst - 1) / per_second
        self._next = 0.0

    def wait(self, now: float) -> float:
        """Return the seconds until a call is allowed."""
        return max(0.0, self._next - now)

    def take(self, now: float) -> None:
        """Count one call."""
        self._next = max(self._next, now - self._burst_seconds) + self._interval

    def hold(self, until: float) -> None:
        """Allow no call before this time."""
        self._next = max(self._next, until)

    def idle(self, now: float) -> bool:
        """Return whether this pace is as good as a new one."""
        return self._next <= now - self._burst_seconds


class RateLimiter(BaseRateLimiter[CallOptions]):
    """Paces and retries calls; reports chats that moved."""

    def __init__(self, on_migrated: Callable[[int, int], None], failures: Counter[str]) -> None:
        self._on_migrated = on_migrated
        self._failures = failures
        self._overall = Pace(per_second=30, burst=27)
        self._line = asyncio.Lock()
        self._chats: dict[int, Pace] = {}
        self._under_way: set[asyncio.Future[Any]] = set()

    async def initialize(self) -> None:
        """Do nothing."""

    async def shutdown(self) -> None:
        """Do nothing."""

    async def process_request(  # noqa: PLR0917 - PTB's signature
        self, callback: Call, args: Any, kwargs: Data, endpoint: str, data: Data, rate_limit_args: CallOptions | None
    ) -> Any:
        """Make a call when its turn comes; retry until it succeeds or is refused for good."""
        manner = rate_limit_args or CallOptions()
        pauses = list(_TRIES.get(endpoint, PAUSES))
        floods = 0
        while True:
            if endpoint in COUNTED and not manner.probe:
                await self._wait(data["chat_id"])
            if manner.before:
                manner.before()
            try:
                return await self._finished(callback(*args, **kwargs))
            except RetryAfter as error:
                floods += 1
                self._hold(endpoint, data, error)
                if floods > MAX_FLOOD_WAITS or endpoint in HURRIED or seconds_of(error) > LONGEST_WAIT_SECONDS:
                    raise
                await asyncio.sleep(seconds_of(error))
            except ChatMigrated as error:
                self._move(data, error)
            except TelegramError as error:
                if not manner.probe and "not modified" not in error.message:
                    self._failures[type(error).__name__] += 1
                if not passing(error) or not pauses or (manner.before and uncertain(error)):
                    raise
                await asyncio.sleep(pauses.pop(0))

    async def _finished(self, call: Coroutine[Any, Any, Any]) -> Any:
        """Run a call to its end, even if its caller is cancelled.

        A request cancelled in flight may keep its slot in httpcore's pool forever: 2,800 cancelled requests lost 14 of
        16 slots, and without a slot the bot is silent.
        """
        task = asyncio.ensure_future(call)
        self._under_way.add(task)
        task.add_done_callback(self._done)
        return await asyncio.shield(task)

    def _done(self, task: "asyncio.Future[Any]") -> None:
        self._under_way.discard(task)
        if not task.cancelled():
            task.exception()  # marks it as retrieved: if the caller is gone, nobody needs to know

    async def _wait(self, chat: int) -> None:
        """Wait for the chat's own limit first, so that a chat which must wait does not hold up others."""
        pace = self._pace(chat)
        while True:
            if (seconds := pace.wait(time.monotonic())) > LONGEST_WAIT_SECONDS:
                raise RetryAfter(math.ceil(seconds))
            await asyncio.sleep(seconds)
            async with self._line:
                await asyncio.sleep(self._overall.wait(time.monotonic()))
                now = time.monotonic()
                if not pace.wait(now):
                    self._overall.take(now)
                    pace.take(now)
                    return

    def _pace(self, chat: int) -> Pace:
        if len(self._chats) > 10_000:
            now = time.monotonic()
            self._chats = {key: pace for key, pace in self._chats.items() if not pace.idle(now)}
        if chat not in self._chats:
            private = chat > 0
            self._chats[chat] = Pace(per_second=0.95, burst=3) if private else Pace(per_second=19 / 60, burst=18)
        return self._chats[chat]

    def _hold(self, endpoint: str, data: Data, error: RetryAfter) -> None:
        """Hold all calls to a chat until the time that Telegram asks for."""
        self._failures["RetryAfter"] += 1
        log.warning("Telegram asks to wait %.0f s before %s", seconds_of(error), endpoint)
        if isinstance(chat := data.get("chat_id"), int):
            self._pace(chat).hold(time.monotonic() + seconds_of(error))

    def _move(self, data: Data, error: ChatMigrated) -> None:
        if not isinstance(old := data.get("chat_id"), int) or old == error.new_chat_id:
            raise error
        data["chat_id"] = error.new_chat_id
        self._on_migrated(old, error.new_chat_id)


def passing(error: BaseException | None) -> bool:
    """Return whether an error is transient: a network failure, an outage of Telegram, a flood limit."""
    if isinstance(error, BadRequest | Forbidden | InvalidToken | Conflict | ChatMigrated):
        return False
    return isinstance(error, NetworkError | RetryAfter) or type(error) is TelegramError


def uncertain(error: TelegramError) -> bool:
    """Return whether Telegram may have carried out the call although it failed."""
    never_left = isinstance(error.__cause__, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout)
    return passing(error) and not isinstance(error, RetryAfter) and not never_left


def broken(error: TelegramError) -> bool:
    """Return whether there was no response at all, so that Telegram may still be working on the call."""
    return isinstance(error.__cause__, httpx.HTTPError)


def seconds_of(error: RetryAfter) -> float:
    """Return the seconds that Telegram asks to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
