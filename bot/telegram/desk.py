"""What all handlers share: the articles behind a bounded executor, the memory, the wording, sending.

The bridge between the event loop and the synchronous core; knows messages and presses, but not updates.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import ParamSpec, TypeVar

from msgspec import Struct, field
from telegram import Bot, CallbackQuery, InlineKeyboardMarkup, InlineQuery, Message, ReplyParameters, User
from telegram.constants import ChatAction
from telegram.error import TelegramError

from retrieval.errors import IndexBusyError
from retrieval.language.detection import detect_language
from retrieval.types import Answer

from ..assistant import Assistant
from ..config import Settings
from ..locales import Words, words_in
from ..render.telegram import Html, Renderer, say
from .addressing import after_command, asker
from .delivery import Delivery, Draft, thread_of
from .keyboards import Press, Verb, for_answer
from .limits import Limits
from .metrics import Metrics
from .parts import Parts
from .records import AnswerRecord, Shown, new_key
from .sent_files import SentFiles
from .state import State

BUSY_SECONDS = 15.0
"""How long to wait for another process's index run; one after a few changed files takes less."""
BUSY_EVERY_SECONDS = 0.5

TYPING_AFTER_SECONDS = 0.35
TYPING_EVERY_SECONDS = 4.0
"""Telegram shows the indicator for five seconds."""

PAYLOAD = re.compile(r"p([A-Za-z0-9_-]{1,63})")
"""The payload after `?start=`, for which Telegram allows up to 64 characters of this set."""

P = ParamSpec("P")
T = TypeVar("T")


class Desk(Struct, frozen=True):
    """The components that handlers share."""

    settings: Settings
    assistant: Assistant
    state: State
    delivery: Delivery
    limits: Limits
    executor: ThreadPoolExecutor
    writer: ThreadPoolExecutor
    """A single thread of its own, so that changes of the index do not delay questions."""
    parts: Parts
    metrics: Metrics = field(default_factory=Metrics)

    @property
    def sent_files(self) -> SentFiles:
        """What administrators sent."""
        return SentFiles(self.assistant, self.settings.state.resolve() / "uploads")

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run blocking work in the executor."""
        return await asyncio.get_running_loop().run_in_executor(self.executor, partial(work, *args, **kwargs))

    async def write(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run work that changes the index, once earlier such work is done, waiting a while for another process's.

        Raises:
            IndexBusyError: the other process takes too long.
        """
        loop = asyncio.get_running_loop()
        patience = loop.time() + BUSY_SECONDS
        while True:
            try:
                return await loop.run_in_executor(self.writer, partial(work, *args, **kwargs))
            except IndexBusyError:
                if loop.time() > patience:
                    raise
            await asyncio.sleep(BUSY_EVERY_SECONDS)

    async def reply(self, message: Message, texts: list[Html], *, keyboard: InlineKeyboardMarkup | None = None) -> int:
        """Reply to a message with texts, the last one with buttons; return the number of the last message sent."""
        target = ReplyParameters(message.message_id, allow_sending_without_reply=True)
        thread, last = thread_of(message), len(texts) - 1
        drafts = [
            Draft(message.chat_id, text, keyboard if at == last else None, None if at else target, thread)
            for at, text in enumerate(texts)
        ]
        return await self.delivery.send(message.get_bot(), drafts, asked=message.message_id)

    async def answer(self, message: Message, found: Answer, *, page: int = 0) -> None:
        """Reply to a message with a page of an answer, whose buttons work as soon as it is there."""
        before = self.state.shown_for(message.chat_id, message.message_id)
        key = before.key if before else new_key()  # the same key again, so that a delivered message stays as it is
        view = Press(Verb.PAGE, key, page).data if page else None
        record = AnswerRecord.of(found, thread=thread_of(message))
        shown = Shown(key, message.chat_id, asker(message), message.message_id, None, record, view)
        self.state.add_shown(shown)
        renderer = self.renderer(message)
        keyboard = for_answer(shown, renderer.words, page=page)
        number = await self.reply(message, renderer.answer(found, page=page), keyboard=keyboard)
        self.state.set_message(key, number)
        self.parts.end(message, number)

    async def say(self, message: Message, key: str, **values: object) -> None:
        """Reply to a message with a sentence of the catalogue, in its user's language."""
        await self.reply(message, [say(self.words_for(message), key, **values)])

    def words(self, user: User | None, said: str = "") -> Words:
        """Return the wording for a user: in the language they chose, else in that of their app, else of what they said.

        Channels and anonymous administrators have no app.
        """
        chosen = self.state.language(user.id) if user else None
        return words_in(chosen or (user.language_code if user else None) or detect_language(said))

    def words_for(self, asked: Message | CallbackQuery | InlineQuery) -> Words:
        """Return the wording for the user who sent a message, a press or an inline query."""
        return self.words(asked.from_user, after_command(asked) if isinstance(asked, Message) else "")

    def renderer(self, asked: Message | CallbackQuery | InlineQuery) -> Renderer:
        """Return the renderer of answers for the user who sent a message, a press or an inline query."""
        return Renderer(self.words_for(asked), partial(deep_link, asked.get_bot()))


def deep_link(bot: Bot, passage: str) -> str | None:
    """Return the address that opens a passage in the chat with the bot."""
    payload = f"p{passage}"
    return f"https://t.me/{bot.username}?start={payload}" if PAYLOAD.fullmatch(payload) else None


@asynccontextmanager
async def typing(message: Message) -> AsyncIterator[None]:
    """Show that the bot is typing while the block runs; a quick answer comes without it."""
    task = asyncio.create_task(_keep_typing(message))
    try:
        yield
    finally:
        task.cancel()


async def _keep_typing(message: Message) -> None:
    await asyncio.sleep(TYPING_AFTER_SECONDS)
    while True:
        with suppress(TelegramError):
            await message.get_bot().send_chat_action(
                message.chat_id, ChatAction.TYPING, message_thread_id=thread_of(message)
            )
        await asyncio.sleep(TYPING_EVERY_SECONDS)
