"""Decides who is served, and how often: everyone or an allow list, each user as much as one person can read."""

from telegram import Update
from telegram.ext import ApplicationHandlerStop

from .addressing import asked, asker
from .desk import Desk
from .limits import Verdict


class Admission:
    """Stops updates that must not be answered."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        telegram = desk.settings.telegram
        self._welcome = telegram.allowed | telegram.admins if telegram.allowed else None

    async def check(self, update: Update, _: object) -> None:
        """Let an update through, or stop it, with one sentence where that does not intrude."""
        verdict, message = self._judged(update), update.effective_message
        if not self._is_welcome(update):
            if verdict is Verdict.ANSWER:
                await self._refuse(update)
            raise ApplicationHandlerStop
        if verdict is Verdict.NOTICE and message:
            await self._desk.say(message, "too-many")
        if verdict is not Verdict.ANSWER:
            raise ApplicationHandlerStop

    def _judged(self, update: Update) -> Verdict:
        """Count a message to the bot against the limit; presses and inline queries are cheap, other talk is ignored."""
        message, ledger = update.message or update.edited_message or update.channel_post, self._desk.state.ledger
        if message is None or asked(message) is None or ledger.attempts(update.update_id) > 1:  # a retry is not counted
            return Verdict.ANSWER
        return self._desk.limits.judge(asker(message), ledger.received_at(update.update_id))

    def _is_welcome(self, update: Update) -> bool:
        known = {who.id for who in (update.effective_user, update.effective_chat) if who}
        return self._welcome is None or bool(known & self._welcome)

    async def _refuse(self, update: Update) -> None:
        user = update.effective_user
        words = self._desk.words(user)
        if update.callback_query:
            await update.callback_query.answer(words("not-allowed-short"))
        elif update.inline_query:
            await update.inline_query.answer([], cache_time=60, is_personal=True)
        elif update.message and update.message.chat.type == "private" and user:
            await self._desk.say(update.message, "not-allowed", id=user.id)
