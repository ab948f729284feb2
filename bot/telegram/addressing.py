"""Decides which messages are for the bot, and what they ask. Pure: looks at one message, has no effects."""

import re
import unicodedata

from telegram import Message, MessageEntity, User

from retrieval.question.typed import visible

_COMMAND = re.compile(r"^\s*/(?P<name>[A-Za-z0-9_]+)(?:@(?P<bot>\w+))?(?![\w/])\s*")
"""A command as Telegram recognises it: the path of a file is none."""


def asked(message: Message) -> str | None:
    """Return what a message asks the bot: "" if it asks nothing, None if it is not for the bot.

    In a channel only /ask is for the bot; in a group a command, a mention, and a reply to the bot that contains words
    and does not begin with somebody else's name. A command or mention without words of its own, in reply to someone,
    asks what the replied-to message asks, or the part of it that is quoted.
    """
    if message.via_bot or message.is_automatic_forward or _is_bots(message):
        return None  # a channel post forwarded to its discussion group was asked in the channel
    me = message.get_bot().bot
    text = message.text or message.caption or ""
    command = _COMMAND.match(text)
    if command and command["bot"] and command["bot"].casefold() != f"{me.username}".casefold():
        return None  # addressed to another bot
    asks, place = command_of(message) == "ask", message.chat.type
    if not asks and (place == "channel" or (command and message.caption and place != "private")):
        return None  # a post that names the bot tells its readers about it; a caption's command is another bot's
    mentioned, question = _said(message, me)
    addressed = command or mentioned or place == "private"
    if not addressed and not (_replies_to(message, me) and question and not _names_another(message)):
        return None  # a thumb under an answer, a sticker or "@ann look" is meant for others who read it
    return question if question or _replies_to(message, me) else _asked_before(message, me)


def command_of(message: Message) -> str:
    """Return the name of the command that a message begins with, in lower case; "" if there is none."""
    command = _COMMAND.match(message.text or message.caption or "")
    return command["name"].lower() if command else ""


def after_command(message: Message) -> str:
    """Return what a message says besides the command that it begins with."""
    return _COMMAND.sub("", message.text or message.caption or "", count=1).strip()


def asker(message: Message) -> int:
    """Return who wrote a message: a user, or the chat on whose behalf an anonymous administrator writes."""
    if message.sender_chat:
        return message.sender_chat.id
    return message.from_user.id if message.from_user else message.chat_id


def clean(text: str) -> str:
    """Return a text without invisible characters, up to the length limit; "" unless it has a letter or a digit."""
    line = visible(text)
    return line if any(c.isalnum() for c in unicodedata.normalize("NFKC", line)) else ""


def _said(message: Message, me: User) -> tuple[bool, str]:
    """Return whether a message mentions the bot, and what it says besides the mention and a command."""
    text = message.text or message.caption or ""
    kinds: list[str | None] = [MessageEntity.MENTION, MessageEntity.TEXT_MENTION]
    found = message.parse_entities(kinds) if message.text else message.parse_caption_entities(kinds)
    name = f"@{me.username}".casefold()
    ours = [
        piece
        for entity, piece in found.items()
        if piece.casefold() == name or (entity.user and entity.user.id == me.id)
    ]
    for piece in ours:
        text = re.sub(rf"{re.escape(piece)}(?!\w)", " ", text, count=1)  # "@test_bot" is no part of "@test_bot2"
    return bool(ours), clean(_COMMAND.sub("", text, count=1))


def _asked_before(message: Message, me: User) -> str:
    """Return what the message replied to asks, or what is quoted of it; "" if there is none."""
    if message.quote:
        return clean(message.quote.text)
    return _said(message.reply_to_message, me)[1] if message.reply_to_message else ""


def _is_bots(message: Message) -> bool:
    """Return whether another bot wrote a message: two that answer each other would never stop.

    Channels and anonymous administrators write as bots of Telegram's own.
    """
    return message.from_user is not None and message.from_user.is_bot and message.sender_chat is None


def _names_another(message: Message) -> bool:
    """Return whether a message that does not mention the bot begins with a mention."""
    kinds = {MessageEntity.MENTION, MessageEntity.TEXT_MENTION}
    return any(it.offset == 0 and it.type in kinds for it in message.entities or message.caption_entities)


def _replies_to(message: Message, me: User) -> bool:
    before = message.reply_to_message
    return before is not None and before.from_user is not None and before.from_user.id == me.id
