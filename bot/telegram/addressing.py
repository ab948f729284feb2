"""Which messages are for the bot, and what they ask. Pure: looks at one message, does nothing."""

import re
import unicodedata

from telegram import Message, MessageEntity, User

from retrieval.search import visible

_COMMAND = re.compile(r"^\s*/(?P<name>\w+)(?:@(?P<bot>\w+))?\s*")


def asked(message: Message) -> str | None:
    """Return what a message asks the bot: empty where it asks nothing, None where it is not for the bot.

    In a channel that is a command, in a group a mention as well, and a reply to the bot that has words; a command or a
    mention without words of its own, in reply to somebody, asks what that message asks.
    """
    if message.via_bot or message.is_automatic_forward:
        return None  # the latter is a channel's post in its discussion group: asked in the channel
    me = message.get_bot().bot
    text = message.text or message.caption or ""
    command = _COMMAND.match(text)
    if command and command["bot"] and command["bot"].casefold() != f"{me.username}".casefold():
        return None  # another bot's
    if message.chat.type == "channel" and not command:
        return None  # a channel that names the bot tells its readers of it
    if message.chat.type != "private" and not command:
        mentioned, text = _without_mention(message, text, me)
        if not mentioned and not (_replies_to(message, me) and clean(text)):
            return None  # a thumb under an answer, like a sticker, is for all who read it
    question = clean(_COMMAND.sub("", text, count=1))
    before = message.reply_to_message
    if not question and before and not _replies_to(message, me):
        return clean(after_command(before))
    return question


def command_of(message: Message) -> str:
    """Return the name of the command that a message begins with, in small letters; empty where it begins with none."""
    command = _COMMAND.match(message.text or message.caption or "")
    return command["name"].lower() if command else ""


def after_command(message: Message) -> str:
    """Return what a message says besides the command that it begins with."""
    return _COMMAND.sub("", message.text or message.caption or "", count=1).strip()


def asker(message: Message) -> int:
    """Return who wrote a message: a user, or the chat in whose name an anonymous administrator writes."""
    if message.sender_chat:
        return message.sender_chat.id
    return message.from_user.id if message.from_user else message.chat_id


def clean(text: str) -> str:
    """Return a text without what nobody can see, in bounds; empty unless a letter or a digit is left."""
    line = visible(text)
    return line if any(c.isalnum() for c in unicodedata.normalize("NFKC", line)) else ""


def _without_mention(message: Message, text: str, me: User) -> tuple[bool, str]:
    """Return whether a message mentions the bot, and its text without the mention."""
    kinds: list[str | None] = [MessageEntity.MENTION, MessageEntity.TEXT_MENTION]
    found = message.parse_entities(kinds) if message.text else message.parse_caption_entities(kinds)
    name = f"@{me.username}".casefold()
    ours = [
        piece
        for entity, piece in found.items()
        if piece.casefold() == name or (entity.user and entity.user.id == me.id)
    ]
    for piece in ours:
        text = text.replace(piece, " ", 1)
    return bool(ours), text


def _replies_to(message: Message, me: User) -> bool:
    before = message.reply_to_message
    if before is None or before.forum_topic_created:  # in a topic, every message replies to its beginning
        return False
    return before.from_user is not None and before.from_user.id == me.id
