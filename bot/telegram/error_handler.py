"""What happens when a handler fails: passing trouble is waited out, the rest is logged and apologised for."""

import logging

from telegram import Update
from telegram.error import Forbidden, RetryAfter, TelegramError
from telegram.ext import ContextTypes

from .desk import Desk
from .inbox import Inbox
from .outbox import passing, seconds_of

log = logging.getLogger(__name__)


class ErrorHandler:
    """Handles errors that nobody handled."""

    def __init__(self, desk: Desk, inbox: Inbox) -> None:
        self._desk = desk
        self._inbox = inbox

    async def handle(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Try again what failed in passing; log the rest, and apologise once."""
        error = context.error
        if isinstance(error, Forbidden):
            log.info("a chat does not want to hear from the bot any more")
        elif passing(error) and isinstance(update, Update):
            log.warning("update %d waits for a better moment (%s)", update.update_id, type(error).__name__)
            self._inbox.postpone(update, seconds_of(error) if isinstance(error, RetryAfter) else 0.0)
        else:
            self._desk.metrics.counts["mishaps"] += 1
            log.error("a handler failed", exc_info=error)
            await self._apologise(update)

    async def _apologise(self, update: object) -> None:
        if not isinstance(update, Update) or (message := update.message) is None or message.chat.type != "private":
            return
        try:
            await self._desk.say(message, "mishap")
        except TelegramError:
            log.info("the apology was not delivered")
