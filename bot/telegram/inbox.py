"""Stores updates on disk between arrival and handling, recognises repeats, and keeps each chat in order.

Telegram considers an update delivered as soon as the next ones are fetched, so whatever is not stored by then is lost
if the process dies.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Coroutine, Hashable
from datetime import datetime, timedelta
from typing import Any
from weakref import WeakValueDictionary

from telegram import Bot, Message, MessageOriginChannel, Update
from telegram.ext import BaseUpdateProcessor

from .addressing import command_of
from .keyboards import Verb, understand
from .parts import Parts
from .profile import WRITING
from .state import Ledger

log = logging.getLogger(__name__)

AT_ONCE = 32
"""Updates handled at the same time; with more, httpcore's connection pool makes a burst slower, not faster."""

MAX_ATTEMPTS = 10
PAUSE_SECONDS = 2.0
"""Pause before an update is retried after Telegram was out of reach; doubled each time."""
LONGEST_PAUSE_SECONDS = 300.0


class Inbox(asyncio.Queue[object]):
    """PTB's queue of updates; passes on each update once and loses none."""

    def __init__(self, ledger: Ledger, parts: Parts) -> None:
        super().__init__()
        self._ledger = ledger
        self._parts = parts
        self._again: dict[int, float] = {}

    async def put(self, item: object) -> None:
        """Store an update, then queue it; drop one received before.

        Never raises, because PTB would stop polling for good: an update that cannot be stored is handled all the same.
        """
        if isinstance(item, Update):
            try:
                if not self._is_new(item):
                    return
            except Exception:
                log.exception("update %d cannot be stored", item.update_id)
        await super().put(item)

    def _is_new(self, update: Update) -> bool:
        """Store an update; return False for one received before."""
        if not self._ledger.receive(update.update_id, json.dumps(update.to_dict(), default=_in_seconds)):
            return False
        if message := update.message or update.channel_post:
            self._ledger.saw(message.chat_id, message.message_id)
            self._parts.note(message)
        return True

    async def restore(self, bot: Bot) -> int:
        """Queue the updates that an earlier process left unhandled; return how many there were."""
        left = self._ledger.unhandled()
        for number, payload in left:
            if self._ledger.attempts(number) >= MAX_ATTEMPTS:
                log.error("gave up on update %d, which never got done", number)
                self._ledger.handled(number)
                continue
            try:
                update = Update.de_json(json.loads(payload), bot)
            except (ValueError, TypeError, KeyError, AttributeError):  # damaged on disk: still answer the others
                log.exception("update %d cannot be read back", number)
                self._ledger.handled(number)
                continue
            if message := update.message or update.channel_post:
                self._parts.note(message)
            await super().put(update)
        return len(left)

    def begin(self, update: Update) -> None:
        """Count an attempt at an update."""
        self._ledger.begin(update.update_id)

    def postpone(self, update: Update, seconds: float) -> None:
        """Mark an update, while it is handled, to be handled again, at the earliest after this many seconds."""
        self._again[update.update_id] = seconds

    def settle(self, update: Update) -> None:
        """Finish the handling of an update: it is done, or queued again after a pause."""
        if (least := self._again.pop(update.update_id, None)) is None:
            self._done(update)
        elif (attempts := self._ledger.attempts(update.update_id)) < MAX_ATTEMPTS:
            pause = max(least, min(PAUSE_SECONDS * 2 ** (attempts - 1), LONGEST_PAUSE_SECONDS))
            asyncio.get_running_loop().call_later(pause, self.put_nowait, update)
        else:
            log.error("gave up on update %d after %d attempts", update.update_id, attempts)
            self._done(update)

    def _done(self, update: Update) -> None:
        chat = update.effective_chat.id if update.effective_chat else None
        message = update.effective_message
        self._ledger.handled(update.update_id, chat=chat, asked=message.message_id if message else 0)


def _in_seconds(value: datetime | timedelta) -> float:
    """Return a time as Telegram writes it; PTB leaves some as they are, such as the date of a pinned old message."""
    return value.total_seconds() if isinstance(value, timedelta) else value.timestamp()


class Turnstile(BaseUpdateProcessor):
    """Handles many chats concurrently, but the updates of each chat in order."""

    def __init__(self, inbox: Inbox, parts: Parts) -> None:
        super().__init__(max_concurrent_updates=1_000_000)  # updates wait here, first for their chat, then for a slot
        self._inbox = inbox
        self._parts = parts
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._locks: WeakValueDictionary[Hashable, asyncio.Lock] = WeakValueDictionary()
        self._closed = False

    async def initialize(self) -> None:
        """Do nothing."""

    async def shutdown(self) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Let no more updates through; those that wait stay in the inbox for the next start."""
        self._closed = True

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Handle an update when its turn comes."""
        lock = self._locks.setdefault(self._lane(update), asyncio.Lock())
        try:
            async with lock, self._slots:
                if self._closed:
                    return
                if isinstance(update, Update):
                    self._inbox.begin(update)
                await coroutine
            if isinstance(update, Update):
                self._inbox.settle(update)
        finally:
            if isinstance(coroutine, Coroutine):
                coroutine.close()  # no effect if it ran; otherwise it was never started

    def _lane(self, update: object) -> Hashable:
        """Return the key of the updates that must be handled in order with this one.

        Presses on one message are handled in order, but do not wait behind a question: they are answered at once. Only
        a press that erases the user's data waits for its chat. A user who sends articles may ask questions while they
        are indexed.
        """
        if not isinstance(update, Update):
            return object()
        if update.callback_query:
            message = update.callback_query.message
            if (press := understand(update.callback_query.data)) and press.verb is Verb.FORGET:
                return message.chat.id if message else object()
            return ("press", message.chat.id, message.message_id) if message else object()
        if (message := update.message or update.edited_message) and self._is_slow(message):
            return ("slow", message.chat_id)
        return update.effective_chat.id if update.effective_chat else object()

    def _is_slow(self, message: Message) -> bool:
        """Return whether a message, or the text that it continues, changes the index."""
        cut = self._parts.continued(message)
        command = cut.command if cut else command_of(message)
        post = isinstance(message.forward_origin, MessageOriginChannel)
        return bool(message.document) or post or command in WRITING
