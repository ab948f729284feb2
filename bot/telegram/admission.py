"""Who is served: everyone, or those on the operator's list."""

from telegram import Update
from telegram.ext import ApplicationHandlerStop

from ..render.telegram import say
from .desk import Desk, reply


class Admission:
    """Stops updates of those who are not on the list."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        telegram = desk.settings.telegram
        self._welcome = telegram.allowed | telegram.admins if telegram.allowed else None

    async def check(self, update: Update, _: object) -> None:
        """Let an update through, or end it with one sentence where that is no intrusion."""
        user, chat = update.effective_user, update.effective_chat
        if self._welcome is None or {x.id for x in (user, chat) if x} & self._welcome:
            return
        words = self._desk.words(user)
        if update.callback_query:
            await update.callback_query.answer(words("not-allowed-short"))
        elif update.inline_query:
            await update.inline_query.answer([], cache_time=60, is_personal=True)
        elif update.message and update.message.chat.type == "private" and user:
            await reply(update.message, [say(words, "not-allowed", id=user.id)])
        raise ApplicationHandlerStop
