"""Replies to messages that are not questions with one helpful sentence, in private chats only."""

from telegram import Message
from telegram.ext import MessageHandler, filters

from .handlers import HandlerGroup, Handlers, on_message
from .sent_files import FORMATS
from .uploads import format_of


class Hints(HandlerGroup):
    def handlers(self) -> Handlers:
        private = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL & ~filters.VIA_BOT
        return [MessageHandler(private & (filters.COMMAND | ~filters.TEXT), on_message(self._hint))]

    async def _hint(self, message: Message) -> None:
        if self._desk.parts.first_of_album(message):
            await self._desk.say(message, _key(message))


def _key(message: Message) -> str:
    if message.text:
        return "unknown-command"
    if message.document:
        return "not-admin" if format_of(message.document) in FORMATS else "no-document"
    return "no-text"
