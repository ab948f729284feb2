"""Handles the failure of a handler: transient errors are retried later, others are logged and apologised for.

An index that cannot be used just now is not a mishap: users are told so, whatever they asked for.
"""

import logging

from telegram import Update
from telegram.error import Forbidden, RetryAfter, TelegramError
from telegram.ext import ApplicationHandlerStop, ContextTypes

from ..errors import FAILURES
from .delivery import acknowledge
from .desk import Desk
from .inbox import Inbox
from .inline import offer
from .rate_limiter import passing, seconds_of

log = logging.getLogger(__name__)


async def handle_error(desk: Desk, inbox: Inbox, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Retry after a transient error; log any other, and apologise once. No further handler gets the update."""
    error = context.error
    if isinstance(error, Forbidden):
        log.info("a chat does not want to hear from the bot any more")
    elif passing(error) and isinstance(update, Update):
        log.warning("update %d waits for a better moment (%s)", update.update_id, type(error).__name__)
        inbox.postpone(update, seconds_of(error) if isinstance(error, RetryAfter) else 0.0)
    elif isinstance(error, FAILURES):
        log.error("the articles cannot be used: %s", error)
        if isinstance(update, Update):
            await _apologise(desk, update, "out-of-order-short")
    else:
        desk.metrics.counts["mishaps"] += 1
        if isinstance(error, TelegramError):  # for example a group where the bot may not write
            log.error("Telegram refuses what the bot answers (%s)", error.message)
        else:
            log.error("a handler failed", exc_info=error)
        if isinstance(update, Update) and update.message and update.message.chat.type == "private":
            await _apologise(desk, update, "mishap")
    raise ApplicationHandlerStop  # else those of the next group would: a stranger who cannot be refused would be served


async def _apologise(desk: Desk, update: Update, key: str) -> None:
    words = desk.words(update.effective_user)
    try:
        if update.callback_query:
            await acknowledge(update.callback_query, words(key), alert=True)
        elif update.inline_query:
            await offer(update.inline_query, [], words("inline-out-of-order"))
        elif update.effective_message:
            await desk.say(update.effective_message, key)
    except TelegramError:
        log.info("the apology was not delivered")
