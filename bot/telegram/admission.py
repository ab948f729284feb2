"""Decides who is served, and how often: everyone or an allow list, each user as much as one person can read."""

from telegram import Message, Update
from telegram.ext import ApplicationHandlerStop, filters

from .addressing import asked, asker, command_of
from .delivery import acknowledge
from .desk import Desk
from .groups import is_here
from .inline import offer
from .keyboards import Verb, understand
from .limits import Verdict
from .profile import ADMIN


async def admit(desk: Desk, update: Update, _: object) -> None:
    """Let an update through, or stop it, with one sentence where that does not intrude."""
    verdict, message = _judged(desk, update), update.effective_message
    if not _is_welcome(desk, update):
        if verdict is Verdict.ANSWER:
            await _refuse(desk, update)
        raise ApplicationHandlerStop
    if verdict is Verdict.NOTICE and message:
        await desk.say(message, "too-many")
    if verdict is not Verdict.ANSWER:
        raise ApplicationHandlerStop


def _judged(desk: Desk, update: Update) -> Verdict:
    """Count a message to the bot against the limit; presses and inline queries are cheap, other talk is ignored."""
    message, ledger = update.message or update.edited_message or update.channel_post, desk.state.ledger
    if message is None or asked(message) is None or _is_for_another(message):
        return Verdict.ANSWER
    if ledger.attempts(update.update_id) > 1:  # a retry is not counted
        return Verdict.ANSWER
    return desk.limits.judge(asker(message), ledger.received_at(update.update_id))


def _is_for_another(message: Message) -> bool:
    """Return whether a group's message is a command that only another bot may know: nobody gets a reply to it here."""
    name = command_of(message)
    return bool(name) and message.chat.type != "private" and name not in {"start", *ADMIN}


def _is_welcome(desk: Desk, update: Update) -> bool:
    known = [who.id for who in (update.effective_user, update.effective_chat) if who]
    return desk.settings.telegram.serves(*known) or _erases(update)


def _erases(update: Update) -> bool:
    """Return whether an update erases what is stored: that is refused to nobody, for they may have been served."""
    if update.my_chat_member:
        return not is_here(update.my_chat_member.new_chat_member)
    if update.callback_query:
        press = understand(update.callback_query.data)
        return press is not None and press.verb is Verb.FORGET
    message = update.message  # what only looks like the command, such as a caption, is answered as a question
    return message is not None and filters.COMMAND.filter(message) and command_of(message) == "forget"


async def _refuse(desk: Desk, update: Update) -> None:
    user = update.effective_user
    if update.callback_query:
        await acknowledge(update.callback_query, desk.words(user)("not-allowed-short"))
    elif update.inline_query:
        await offer(update.inline_query, [])
    elif update.message and update.message.chat.type == "private" and user:
        await desk.say(update.message, "not-allowed", id=user.id)
