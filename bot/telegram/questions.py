"""Questions and what comes of them: plain text, /ask, captions, edits, and messages that hold no question."""

import logging
import re
import unicodedata

from telegram import Message, Update
from telegram.error import BadRequest
from telegram.ext import BaseHandler, CommandHandler, MessageHandler, filters

from embeddings.errors import EmbeddingError
from retrieval.errors import RetrievalError
from retrieval.types import Answer

from ..conversation import Turn
from ..render import telegram as render
from .desk import Desk, edit, reply, typing
from .state import Place, Shown, new_key

log = logging.getLogger(__name__)

MAX_QUESTION_CHARS = 1_000
"""More than any question needs; what is beyond costs time and tells the search nothing."""

HITS = 9

_COMMAND = re.compile(r"^/\w+(?:@\w+)?\s*")


class Questions:
    """Answers questions."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def handlers(self) -> list[BaseHandler]:  # type: ignore[type-arg]  # PTB's own alias, its parameters are of no use here
        """Return the handlers, in the order in which they must be asked."""
        private = filters.ChatType.PRIVATE
        return [
            CommandHandler("ask", self._ask),
            MessageHandler(
                filters.UpdateType.EDITED_MESSAGE & private & (filters.TEXT | filters.CAPTION), self._edited
            ),
            MessageHandler(filters.UpdateType.MESSAGE & private & filters.COMMAND, self._unknown),
            MessageHandler(filters.UpdateType.MESSAGE & private & (filters.TEXT | filters.CAPTION), self._ask),
            MessageHandler(filters.UpdateType.MESSAGE & private & ~filters.StatusUpdate.ALL, self._other),
        ]

    async def _ask(self, update: Update, _: object) -> None:
        if (message := update.effective_message) is None:
            return
        if update.edited_message:
            await self._edited(update, _)
        elif question := question_of(message):
            await self.answer(message, question)
        else:
            await self._hint(message, "ask-what" if not _rest(message).strip() else "no-words")

    async def answer(self, message: Message, question: str) -> None:
        """Answer a question with one message, in reply to it."""
        if self._desk.state.shown_for(message.chat_id, message.message_id):
            return  # answered just before the process was killed
        found = await self._find(message, question)
        if found is not None:
            sent = await reply(message, render.answer(found, self._desk.words(message.from_user)))
            self._desk.state.add_shown(_shown(found, message, key=new_key(), sent=sent.message_id))
            said = found.quote.text if found.quote else None
            self._desk.state.add_turn(message.chat_id, _asker(message), Turn(found.interpreted_as, said))

    async def _edited(self, update: Update, _: object) -> None:
        """Answer an edited question where its first answer stands."""
        message = update.edited_message
        if message is None or not (question := question_of(message)):
            return
        before = self._desk.state.shown_for(message.chat_id, message.message_id)
        if before is None or before.message is None or render.same_question(before.question, question):
            return
        found = await self._find(message, question)
        if found is None:
            return
        text = render.answer(found, self._desk.words(message.from_user))[0]
        try:
            await edit(message.get_bot(), message.chat_id, before.message, text)
        except BadRequest:
            log.info("an answer that should be edited is gone")
            return
        self._desk.state.add_shown(_shown(found, message, key=before.key, sent=before.message))

    async def _find(self, message: Message, question: str) -> Answer | None:
        """Return what the articles say; None when they cannot be searched, which the user was told."""
        history = self._desk.state.turns(message.chat_id, _asker(message))
        try:
            async with typing(message):
                return await self._desk.run(self._desk.assistant.ask, question, history=history, k=HITS)
        except (RetrievalError, EmbeddingError):
            log.exception("a question could not be searched")
            await self._hint(message, "out-of-order")
            return None

    async def _unknown(self, update: Update, _: object) -> None:
        if update.effective_message:
            await self._hint(update.effective_message, "unknown-command")

    async def _other(self, update: Update, _: object) -> None:
        if update.effective_message:
            await self._hint(update.effective_message, kind_of(update.effective_message))

    async def _hint(self, message: Message, key: str) -> None:
        await reply(message, [render.say(self._desk.words(message.from_user), key)])


def question_of(message: Message) -> str:
    """Return the question in a message, fit to be searched; empty where there are no words."""
    return clean(_rest(message))


def _rest(message: Message) -> str:
    return _COMMAND.sub("", message.text or message.caption or "", count=1)


def clean(text: str) -> str:
    """Return a text without what nobody can see, in bounds; empty unless a letter or a digit is left."""
    visible = "".join(
        " " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c) not in {"Cc", "Cf", "Cs"}
    )
    line = re.sub(r" {2,}", " ", visible).strip()[:MAX_QUESTION_CHARS]
    return line if any(c.isalnum() for c in unicodedata.normalize("NFKC", line)) else ""


def kind_of(message: Message) -> str:
    """Return the key of the sentence for a message that holds no text."""
    if message.voice or message.audio or message.video_note:
        return "no-voice"
    if message.photo or message.video or message.animation:
        return "no-picture"
    if message.sticker or message.dice:
        return "no-sticker"
    return "no-document" if message.document else "no-text"


def _asker(message: Message) -> int:
    """Return who asked: a user, or the chat in whose name an anonymous administrator writes."""
    return message.from_user.id if message.from_user else message.chat_id


def _shown(found: Answer, message: Message, *, key: str, sent: int) -> Shown:
    return Shown(
        key=key,
        chat=message.chat_id,
        user=_asker(message),
        asked=message.message_id,
        message=sent,
        question=found.question,
        interpreted_as=found.interpreted_as,
        answered=found.answered,
        reason=found.reason,
        places=tuple(Place(hit.passage.id, hit.quote.start, hit.quote.end) for hit in found.hits),
    )
