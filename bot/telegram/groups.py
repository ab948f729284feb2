"""Handles changes of the bot's membership: greets new groups, leaves no data of old ones, follows one that moves."""

import logging

from telegram import Bot, ChatMember, ChatMemberRestricted, ChatMemberUpdated, Message, Update
from telegram.ext import ChatMemberHandler, MessageHandler, filters

from ..render.telegram import say
from .delivery import Draft
from .handlers import HandlerGroup, Handlers, on_message

log = logging.getLogger(__name__)

_HERE = {ChatMember.OWNER, ChatMember.ADMINISTRATOR, ChatMember.MEMBER}


class Groups(HandlerGroup):
    def handlers(self) -> Handlers:
        return [
            ChatMemberHandler(self._membership, ChatMemberHandler.MY_CHAT_MEMBER),
            MessageHandler(filters.UpdateType.MESSAGE & filters.StatusUpdate.MIGRATE, on_message(self._moved)),
        ]

    async def _membership(self, update: Update, _: object) -> None:
        if (change := update.my_chat_member) is None:
            return
        before, now = is_here(change.old_chat_member), is_here(change.new_chat_member)
        if before and not now:
            self._desk.state.forget_chat(change.chat.id)
            if change.chat.type == "private":
                self._desk.state.forget_user(change.from_user.id)
        elif now and not before and change.chat.type in {"group", "supergroup"}:
            await self._greet(update.get_bot(), change)

    async def _greet(self, bot: Bot, change: ChatMemberUpdated) -> None:
        administrator = change.new_chat_member.status == ChatMember.ADMINISTRATOR  # receives all messages in any mode
        hears_all = administrator or bot.bot.can_read_all_group_messages
        words = self._desk.words(change.from_user)
        text = say(words, "greeting-hears-all" if hears_all else "greeting", name=bot.username)
        await self._desk.delivery.send(bot, [Draft(change.chat.id, text)], asked=0)

    async def _moved(self, message: Message) -> None:
        old, new, allowed = message.chat_id, message.migrate_to_chat_id, self._desk.settings.telegram.allowed
        if new is None:
            return
        self._desk.state.move_chat(old, new)
        if old in allowed and new not in allowed:
            log.warning("the group %d of telegram.allowed is %d from now on: list that, and restart the bot", old, new)


def is_here(member: ChatMember) -> bool:
    """Return whether a member of a chat is in it: who leaves it while restricted stays restricted there."""
    return member.is_member if isinstance(member, ChatMemberRestricted) else member.status in _HERE
