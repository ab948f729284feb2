"""Every call to Telegram passes here: paced as Telegram asks, tried again when it fails in passing.

PTB's own AIORateLimiter counts typing as messages, stops all chats while one waits, and has no limit a chat.
"""

import asyncio
import logging
import math
import time
from collections import Counter
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import httpx
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
"""Seconds before each further try of a call that failed in passing."""

HURRIED = frozenset({"answerCallbackQuery", "answerInlineQuery", "sendChatAction"})
"""Calls that are worth nothing when late: tried twice, and not after a flood limit."""

_TRIES = {**dict.fromkeys(HURRIED, PAUSES[:1]), "getMe": ()}  # the start has pauses of its own

MAX_FLOOD_WAITS = 5
LONGEST_WAIT_SECONDS = 45.0
"""What must wait longer goes back to the inbox, so that it takes no other chat's place meanwhile."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a call wants to be carried out."""

    before: Callable[[], None] | None = None
    """Called before each try, of a call that must not be carried out twice: what stays uncertain is not tried again."""
    paced: bool = True


PROBE = Manner(paced=False)
"""For a call that sends nothing new, and that Telegram is expected to refuse."""

COUNTED = frozenset({"sendMessage", "sendDocument", "sendPhoto", "editMessageText", "editMessageReplyMarkup"})
"""Calls that Telegram's limits count."""

Data = dict[str, Any]
Call = Callable[..., Coroutine[Any, Any, Any]]


class Pace:
    """A leaky bucket: so many a second, after a burst.

    The rates below stay a little under Telegram's own: what arrives there does not keep the pauses it left with.
    """

    __slots__ = ("_burst_seconds", "_interval", "_next")

    def __init__(self, *, per_second: float, burst: int) -> None:
        self._interval = 1 / per_second
        self._burst_seconds = (burst - 1) / per_second
        self._next = 0.0

    def wait(self, now: float) -> float:
        """Return the seconds until there is a place."""
        return max(0.0, self._next - now)

    def take(self, now: float) -> None:
        """Use a place up."""
        self._next = max(self._next, now - self._burst_seconds) + self._interval

    def hold(self, until: float) -> None:
        """Give no place before a moment."""
        self._next = max(self._next, until)

    def idle(self, now: float) -> bool:
        """Return whether a new pace would do the same."""
        return self._next <= now - self._burst_seconds


class Outbox(BaseRateLimiter[Manner]):
    """Paces and repeats calls; tells of chats that moved."""

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
        self,
        callback: Call,
        args: Any,
        kwargs: Data,
        endpoint: str,
        data: Data,
        rate_limit_args: Manner | None,
    ) -> Any:
        """Carry a call out when its turn comes, until it succeeds or is refused for good."""
        manner = rate_limit_args or Manner()
        pauses = list(_TRIES.get(endpoint, PAUSES))
        floods = 0
        while True:
            if endpoint in COUNTED and manner.paced:
                await self._wait(data.get("chat_id"))
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
                if manner is not PROBE and "not modified" not in error.message:
                    self._failures[type(error).__name__] += 1
                if not passing(error) or not pauses or (manner.before and uncertain(error)):
                    raise
                await asyncio.sleep(pauses.pop(0))

    async def _finished(self, call: Coroutine[Any, Any, Any]) -> Any:
        """Carry a call through, also when nobody waits for it any more.

        A request that is cancelled on its way may keep its place in httpcore's pool for ever: 14 of 16 places were lost
        to 2,800 of them, and without a place the bot is silent.
        """
        task = asyncio.ensure_future(call)
        self._under_way.add(task)
        task.add_done_callback(self._done)
        return await asyncio.shield(task)

    def _done(self, task: "asyncio.Future[Any]") -> None:
        self._under_way.discard(task)
        if not task.cancelled():
            task.exception()  # whoever waits gets it; where nobody does, it is no news

    async def _wait(self, chat: object) -> None:
        """Wait for the chat's turn first, so that a chat which must wait stops no other."""
        pace = self._pace(chat) if isinstance(chat, int) else self._overall
        while True:
            if (seconds := pace.wait(time.monotonic())) > LONGEST_WAIT_SECONDS:
                raise RetryAfter(math.ceil(seconds))
            await asyncio.sleep(seconds)
            async with self._line:
                await asyncio.sleep(self._overall.wait(time.monotonic()))
                now = time.monotonic()
                if not pace.wait(now):
                    self._overall.take(now)
                    if pace is not self._overall:
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
        """Let nothing more through to a chat before the time that Telegram asks for."""
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
    """Return whether an error may be gone at the next try: the network, Telegram being ill, a flood limit."""
    if isinstance(error, BadRequest | Forbidden | InvalidToken | Conflict | ChatMigrated):
        return False
    return isinstance(error, NetworkError | RetryAfter) or type(error) is TelegramError


def uncertain(error: TelegramError) -> bool:
    """Return whether Telegram may have done what it was asked, though the call failed."""
    never_left = isinstance(error.__cause__, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout)
    return passing(error) and not isinstance(error, RetryAfter) and not never_left


def broken(error: TelegramError) -> bool:
    """Return whether there was no response at all, so that Telegram may still be at work."""
    return isinstance(error.__cause__, httpx.HTTPError)


def seconds_of(error: RetryAfter) -> float:
    """Return how long Telegram asks to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
