"""Questions and their answers: plain text, /ask, captions, mentions, edits."""

import logging
import time
from collections.abc import Sequence

from msgspec.structs import replace
from telegram import Message
from telegram.error import BadRequest
from telegram.ext import CommandHandler, MessageHandler, filters

from retrieval.types import Answer

from ..assistant import Assistant
from ..conversation import asks_nothing, small_talk
from ..render.telegram import PAGE
from ..render.wording import comparable, same_question
from ..render.worth_showing import worth_showing
from . import keyboards, talk
from .addressing import after_command, asked, asker
from .delivery import edit, thread_of
from .desk import typing
from .earlier import continued, turns
from .handlers import HandlerGroup, Handlers, on_message
from .records import AnswerRecord, Shown

log = logging.getLogger(__name__)

HITS = 3 * PAGE


class Questions(HandlerGroup):
    def handlers(self) -> Handlers:
        text = filters.TEXT | filters.CAPTION
        new = filters.UpdateType.MESSAGE | filters.UpdateType.CHANNEL_POST
        return [
            CommandHandler("ask", on_message(self._command), new),
            CommandHandler("ask", on_message(self._edited), filters.UpdateType.EDITED_MESSAGE),
            MessageHandler(filters.UpdateType.EDITED_MESSAGE & text & ~filters.COMMAND, on_message(self._edited)),
            MessageHandler(new & text & ~filters.COMMAND, on_message(self._message)),
        ]

    async def _command(self, message: Message) -> None:
        if (question := asked(message)) is None:
            return
        if question:
            await self._answer(message, question)
        else:
            await self._desk.say(message, "ask-what" if not after_command(message) else "no-words")

    async def _message(self, message: Message) -> None:
        if (question := asked(message)) is None:
            return
        if not question:
            wordless = small_talk(message.text or "") or "no-words"
            await self._desk.say(message, wordless if message.chat.type == "private" else "ask-what")
        elif not self._desk.parts.continued(message):
            self._desk.parts.first_of_album(message)
            await self._answer(message, question)

    async def _edited(self, message: Message) -> None:
        """Answer an edited question in its first answer's message, or in a new one if it was not a question before."""
        if not (question := asked(message)) or asks_nothing(question) or self._desk.parts.continued(message):
            return
        before = self._desk.state.shown_for(message.chat_id, message.message_id)
        if before is None or before.message is None:
            await self._answer(message, question)
        elif not same_question(before.found.question, question):
            await self._correct(message, question, before, before.message)

    async def _correct(self, message: Message, question: str, before: Shown, number: int) -> None:
        """Replace the answer to an edited question; send a new message if the reader deleted the old one."""
        found = await self._find(message, question)
        shown = replace(before, found=AnswerRecord.of(found, thread=thread_of(message)), view=None)
        renderer = self._desk.renderer(message)
        text, keyboard = renderer.answer(found)[-1], keyboards.for_answer(shown, renderer.words)
        try:
            await edit(message.get_bot(), message.chat_id, number, text, keyboard=keyboard)
        except BadRequest:
            log.info("an answer that should be edited is gone; another one is sent")
            shown = replace(shown, message=await self._desk.reply(message, [text], keyboard=keyboard))
        self._desk.state.corrected(shown)

    async def _answer(self, message: Message, question: str) -> None:
        """Reply to a question with its answer, in one message."""
        before = self._desk.state.shown_for(message.chat_id, message.message_id)
        if before and before.message:
            return  # answered just before the process was killed
        if await talk.answered(self._desk, message, question):
            return
        found = await self._find(message, question)
        await self._desk.answer(message, found)
        self._desk.metrics.counts["answered" if found.answered else "unanswered"] += 1
        if not found.answered:
            self._desk.state.add_gap(comparable(found.interpreted_as), asker(message))

    async def _find(self, message: Message, question: str) -> Answer:
        """Return the answer that the articles give.

        Raises:
            RetrievalError, EmbeddingError: they cannot be searched.
        """
        async with typing(message):
            begun = time.perf_counter()
            found = await self._desk.run(_ask, self._desk.assistant, question, continued(self._desk, message))
            self._desk.metrics.seconds.append(time.perf_counter() - begun)
            return worth_showing(found, self._desk.words_for(message).language)


def _ask(assistant: Assistant, question: str, before: Sequence[AnswerRecord]) -> Answer:
    """Return the answer to a question that continues others. Blocks."""
    return assistant.ask(question, history=[it for kept in before for it in turns(assistant, kept)], k=HITS)
