"""Texts after /add that are too long for a message: apps cut them into several, and only the first has the command."""

from dataclasses import dataclass

from telegram import Message
from telegram.ext import filters

from .addressing import PART_SECONDS, fills


@dataclass(slots=True)
class _Paste:
    head: int
    """The first part's message."""
    text: str
    """What it says after the command."""
    parts: dict[int, str]
    """What the others say, by their messages."""
    sent: float
    """When the latest part was, in seconds since 1970."""
    goes_on: bool

    @property
    def whole(self) -> str:
        return "\n".join([self.text, *self.parts.values()])


class Pastes(filters.MessageFilter):
    """Knows the latest long text of each chat, and lets its further parts through: sent with the first."""

    def __init__(self) -> None:
        super().__init__()
        self._latest: dict[int, _Paste] = {}

    def filter(self, message: Message) -> bool:
        """Return whether a message goes on where a text was cut."""
        paste = self._latest.get(message.chat_id)
        if paste is None:
            return False
        at_once = paste.goes_on and message.date.timestamp() - paste.sent <= PART_SECONDS
        return at_once or message.message_id in paste.parts  # which is tried again

    def begun(self, message: Message, text: str) -> str | None:
        """Return a text that a message begins, with its further parts; None where nobody knows any more if it has any.

        That is where a message as long as one can be is edited after others came, or after a restart.
        """
        paste = self._latest.get(message.chat_id)
        if paste and paste.head == message.message_id:
            paste.text = text
            return paste.whole
        if fills(message):
            if message.edit_date:
                return None
            self._latest[message.chat_id] = _Paste(message.message_id, text, {}, message.date.timestamp(), goes_on=True)
        return text

    def continued(self, message: Message) -> tuple[int, str]:
        """Note a further part, and return the first part's message and the text so far."""
        paste = self._latest[message.chat_id]
        paste.parts[message.message_id] = message.text or ""
        paste.sent, paste.goes_on = message.date.timestamp(), fills(message)
        return paste.head, paste.whole
