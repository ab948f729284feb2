"""Delivers each message exactly once, whatever happens to the network and the process.

Telegram offers no idempotency key by which it could recognise a repeated message. So before a message is sent, the
ledger records the number after which it will stand. If the outcome remains unclear (the connection broke, the process
was killed), the message is looked for before it is sent again: an edit that changes nothing shows whether it is there.
"""

import asyncio
import logging
import time
from contextlib import suppress
from functools import partial
from typing import cast
from weakref import WeakValueDictionary

from msgspec import Struct
from telegram import Bot, CallbackQuery, InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ExtBot

from ..render.telegram import Html
from .rate_limiter import PAUSES, PROBE, CallOptions, broken, uncertain
from .state import Ledger, Sending

log = logging.getLogger(__name__)

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

SETTLE_SECONDS = 3.0
"""How long after a broken connection or the death of the process a message is looked for; if Telegram delivers it later
than this, it appears twice."""
LOOK_EVERY_SECONDS = 1.0


class Draft(Struct, frozen=True):
    """A message before it is sent."""

    chat: int
    text: Html
    keyboard: InlineKeyboardMarkup | None = None
    target: ReplyParameters | None = None
    thread: int | None = None


class Delivery:
    """Sends messages, each exactly once; to one chat one after another: a look could take another for the lost one."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def send(self, bot: Bot, drafts: list[Draft], *, asked: int) -> int:
        """Send messages to a chat, except those already there; return the number of the last.

        Args:
            asked: what they answer: a message's number, or any other number that is the same on a retry.
        """
        chat, number = drafts[0].chat, 0
        async with self._turns.setdefault(chat, asyncio.Lock()):
            begun = self._ledger.sending(chat, asked)
            for draft in drafts:
                number = await self._deliver(bot, draft, asked, begun, after=number)
                self._ledger.saw(chat, number)
        return number

    async def _deliver(self, bot: Bot, draft: Draft, asked: int, begun: Sending | None, *, after: int) -> int:
        """Send a message, each time after looking whether an earlier try has already done so; return its number."""
        options = CallOptions(before=partial(self._ledger.about_to_send, draft.chat, asked))
        pauses = list(PAUSES)
        patience = begun.at + SETTLE_SECONDS - time.time() if begun else 0.0
        while True:
            if begun and (there := await self._look_for(bot, draft, max(begun.after, after), patience=patience)):
                return there
            try:
                return await _post(bot, draft, options)
            except (BadRequest, Forbidden):
                self._ledger.settle(draft.chat, asked)
                raise
            except TelegramError as error:
                if not uncertain(error) or not pauses:
                    raise
                log.info("whether a message arrived is unclear (%s)", type(error).__name__)
                patience = SETTLE_SECONDS if broken(error) else 0.0
            pause = pauses.pop(0)
            await asyncio.sleep(pause)
            patience -= pause
            begun = self._ledger.sending(draft.chat, asked)

    async def _look_for(self, bot: Bot, draft: Draft, after: int, *, patience: float) -> int | None:
        """Return the number of a message that may be there, looking for this many seconds; None if it is not found.

        Uses the monotonic clock: with the wall clock, one set back by a day would make it look for a day.
        """
        until = time.monotonic() + min(patience, SETTLE_SECONDS)
        while True:
            if number := await self._probe(bot, draft, after):
                return number
            if (left := until - time.monotonic()) <= 0:
                return None
            await asyncio.sleep(min(left, LOOK_EVERY_SECONDS))

    async def _probe(self, bot: Bot, draft: Draft, after: int) -> int | None:
        for number in self._ledger.candidates(draft.chat, after):
            try:
                await edit(bot, draft.chat, number, draft.text, keyboard=draft.keyboard, options=PROBE)
            except BadRequest:
                continue  # a message of another chat or another sender, or no message
            log.info("a message of unclear fate had arrived")
            return number
        return None


async def _post(bot: Bot, draft: Draft, options: CallOptions) -> int:
    send = partial(
        cast("ExtBot[CallOptions]", bot).send_message,
        draft.chat,
        message_thread_id=draft.thread,
        reply_parameters=draft.target,
        reply_markup=draft.keyboard,
        link_preview_options=NO_PREVIEW,
        rate_limit_args=options,
    )
    try:
        return (await send(text=draft.text, parse_mode=ParseMode.HTML)).message_id
    except BadRequest as error:
        if "parse entities" not in error.message:
            raise
        log.exception("markup that Telegram refuses; sent without")
        return (await send(text=draft.text.plain())).message_id


async def edit(
    bot: Bot,
    chat: int,
    message: int,
    text: Html,
    *,
    keyboard: InlineKeyboardMarkup | None,
    options: CallOptions | None = None,
) -> None:
    """Edit a message of ours; leave it alone if it already has this text."""
    try:
        await cast("ExtBot[CallOptions]", bot).edit_message_text(
            text,
            chat,
            message,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard,
            link_preview_options=NO_PREVIEW,
            rate_limit_args=options,
        )
    except BadRequest as error:
        if "not modified" not in error.message:
            raise


async def edit_pressed(query: CallbackQuery, text: Html, keyboard: InlineKeyboardMarkup | None) -> bool:
    """Edit the message whose button was pressed, if known; return whether it now has this text."""
    if query.message is None:
        return False
    try:
        await edit(query.get_bot(), query.message.chat.id, query.message.message_id, text, keyboard=keyboard)
    except BadRequest as error:
        log.info("a message cannot be edited (%s)", error.message)
        return False
    return True


async def edit_buttons(query: CallbackQuery, keyboard: InlineKeyboardMarkup | None) -> None:
    """Replace the buttons of the message whose button was pressed, unless it is gone."""
    if query.message:
        with suppress(BadRequest):
            chat, number = query.message.chat.id, query.message.message_id
            await query.get_bot().edit_message_reply_markup(chat, number, reply_markup=keyboard)


async def acknowledge(query: CallbackQuery, text: str | None = None, *, alert: bool = False) -> None:
    """Acknowledge a press; ignore the refusal of one from long ago, before a restart, whose client no longer waits.

    Args:
        alert: show the text until the user closes it, rather than for a moment.
    """
    with suppress(BadRequest):
        await query.answer(text, show_alert=alert or None)


def thread_of(message: Message) -> int | None:
    """Return the forum topic that a message is in."""
    return message.message_thread_id if message.is_topic_message else None
