"""Messages that arrive once, whatever the network and the process do meanwhile.

Telegram gives a message no name by which it could be told that it has it already. So before a message leaves, the
ledger notes after which number it will stand. Where the outcome stays unclear – the connection broke, the process was
killed – the message is looked for before it is sent again: an edit that changes nothing says whether it stands there.
"""

import asyncio
import logging
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import cast

from telegram import Bot, CallbackQuery, InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ExtBot

from ..render.telegram import Html
from .outbox import PAUSES, PROBE, Manner, broken, uncertain
from .state import Ledger

log = logging.getLogger(__name__)

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

AHEAD = 32
"""How far beyond the highest known number a message is looked for: as many as may be on their way at once."""
MOST_PROBES = 200
SETTLE_SECONDS = 3.0
"""So long after the connection broke, or the process died, a message is looked for: one that Telegram takes later than
this comes twice."""
LOOK_EVERY_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Draft:
    """A message before it is sent."""

    chat: int
    text: Html
    keyboard: InlineKeyboardMarkup | None = None
    target: ReplyParameters | None = None
    thread: int | None = None


class Delivery:
    """Sends messages, each once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    async def reply(self, message: Message, texts: list[Html], *, keyboard: InlineKeyboardMarkup | None = None) -> int:
        """Answer a message, the first text in reply to it, the last one with buttons; return the number of the last."""
        target = ReplyParameters(message.message_id, allow_sending_without_reply=True)
        thread = thread_of(message)
        drafts = [Draft(message.chat_id, text, thread=thread) for text in texts]
        drafts[0] = Draft(message.chat_id, texts[0], target=target, thread=thread)
        drafts[-1] = Draft(message.chat_id, texts[-1], keyboard, drafts[-1].target, thread)
        return await self.send(message.get_bot(), drafts, asked=message.message_id)

    async def send(self, bot: Bot, drafts: list[Draft], *, asked: int) -> int:
        """Send messages to a chat, each unless it is there already, and return the number of the last.

        Args:
            asked: what is answered there: the number of a message, or any other that means the same again.
        """
        begun = self._ledger.sending(drafts[0].chat, asked)
        number = 0
        for draft in drafts:
            there = None
            if begun:
                patience = begun.at + SETTLE_SECONDS - time.time()
                there = await self._look_for(bot, draft, max(begun.after, number), patience=patience)
            number = there or await self._send(bot, draft, asked, after=number)
            self._ledger.saw(draft.chat, number)
        return number

    async def _send(self, bot: Bot, draft: Draft, asked: int, *, after: int) -> int:
        note = Manner(before=partial(self._ledger.about_to_send, draft.chat, asked))
        pauses = list(PAUSES)
        while True:
            try:
                return await _post(bot, draft, note)
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
            begun = self._ledger.sending(draft.chat, asked)
            floor = max(after, begun.after if begun else asked)
            if number := await self._look_for(bot, draft, floor, patience=patience - pause):
                return number

    async def _look_for(self, bot: Bot, draft: Draft, after: int, *, patience: float) -> int | None:
        """Return the number of a message that may be there, looking again for so many seconds; None when it is not.

        By the clock that nobody sets: by the other, set back by a day, it would be looked for so long.
        """
        until = time.monotonic() + min(patience, SETTLE_SECONDS)
        while True:
            if number := await self._probe(bot, draft, after):
                return number
            if (left := until - time.monotonic()) <= 0:
                return None
            await asyncio.sleep(min(left, LOOK_EVERY_SECONDS))

    async def _probe(self, bot: Bot, draft: Draft, after: int) -> int | None:
        for number in self._ledger.candidates(draft.chat, after, ahead=AHEAD, most=MOST_PROBES):
            try:
                await edit(bot, draft.chat, number, draft.text, keyboard=draft.keyboard, manner=PROBE)
            except BadRequest:
                continue  # another chat's message, somebody else's, or none
            log.info("a message of unclear fate had arrived")
            return number
        return None


async def _post(bot: Bot, draft: Draft, manner: Manner) -> int:
    send = partial(
        cast("ExtBot[Manner]", bot).send_message,
        draft.chat,
        message_thread_id=draft.thread,
        reply_parameters=draft.target,
        reply_markup=draft.keyboard,
        link_preview_options=NO_PREVIEW,
        rate_limit_args=manner,
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
    manner: Manner | None = None,
) -> None:
    """Change a message of ours; one that says so already is left alone."""
    try:
        await cast("ExtBot[Manner]", bot).edit_message_text(
            text,
            chat,
            message,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard,
            link_preview_options=NO_PREVIEW,
            rate_limit_args=manner,
        )
    except BadRequest as error:
        if "not modified" not in error.message:
            raise


async def edit_pressed(query: CallbackQuery, text: Html, keyboard: InlineKeyboardMarkup | None) -> bool:
    """Change the message whose button was pressed, if Telegram says which one it is; return whether it says so now."""
    if query.message is None:
        return False
    try:
        await edit(query.get_bot(), query.message.chat.id, query.message.message_id, text, keyboard=keyboard)
    except BadRequest as error:
        log.info("a message cannot be edited (%s)", error.message)
        return False
    return True


async def acknowledge(query: CallbackQuery, text: str | None = None, *, alert: bool = False) -> None:
    """Tell a client that a press arrived; one that came long ago, before a restart, waits for it no more.

    Args:
        alert: show the text until it is closed, not for a moment only.
    """
    with suppress(BadRequest):
        await query.answer(text, show_alert=alert or None)


def thread_of(message: Message) -> int | None:
    """Return the forum topic that a message is in."""
    return message.message_thread_id if message.is_topic_message else None
