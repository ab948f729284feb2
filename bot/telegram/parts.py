"""Messages that belong together: long texts that apps split into several, and pictures sent as one album.

Known from the moment a message arrives, in memory only. Texts are kept only of articles.
"""

from math import inf
from typing import TypeVar

from msgspec import Struct
from telegram import Message

from ..render.cutting import units_of
from .addressing import after_command, asked, asker, command_of

FULL_UNITS = 4_000
"""Apps split a text of more UTF-16 units than this into several messages, which they send at once."""
PART_SECONDS = 3.0
"""How long after one part the next may arrive: message times are whole seconds, and a connection may be slow."""
KEPT = 1_000

_K = TypeVar("_K")
_V = TypeVar("_V")


class Cut(Struct):
    """A text that was split into several messages."""

    head: int
    """Number of its first message."""
    command: str
    """The command that the first message begins with, or ""."""
    sent: float
    """When the latest part was sent, in seconds since 1970."""
    answer: float = inf
    """Number of the message that answers it: what comes after that is no part of it."""
    reached: int = 0
    """Number of the latest part that was added to the article."""
    texts: dict[int, str] = {}
    """The text of each message, if it is an article."""


class Parts:
    """Tracks which message continues which text: one writer's in one chat, all but the last of maximum length.

    Args:
        authors: users whose articles are kept; anyone else could fill the memory.
    """

    def __init__(self, authors: frozenset[int] = frozenset()) -> None:
        self._authors = authors
        self._open: dict[tuple[int, int], Cut] = {}
        """Texts that may be continued, by chat and writer."""
        self._cuts: dict[tuple[int, int], Cut] = {}
        """Split texts, by chat and message."""
        self._albums: dict[str, None] = {}
        """Albums that were replied to."""

    def note(self, message: Message) -> None:
        """Record an arriving message."""
        place, sent = (message.chat_id, asker(message)), message.date.timestamp()
        cut = self._open.pop(place, None)
        late = cut is not None and (sent - cut.sent > PART_SECONDS or message.message_id > cut.answer)
        if cut is None or late or command_of(message) or not message.text:
            if not _fills(message) or asked(message) is None:
                return
            cut = Cut(message.message_id, command_of(message), sent)
        cut.sent = sent
        if cut.command == "add" and asker(message) in self._authors:
            cut.texts[message.message_id] = after_command(message)
        _keep(self._cuts, (message.chat_id, message.message_id), cut)
        if _fills(message):
            _keep(self._open, place, cut)

    def continued(self, message: Message) -> Cut | None:
        """Return the text that a message continues; None if it continues none."""
        cut = self._cuts.get((message.chat_id, message.message_id))
        return cut if cut and cut.head < message.message_id < cut.answer else None

    def end(self, message: Message, answer: int) -> None:
        """Record the number of the answer to a text that begins with this message."""
        if cut := self._cuts.get((message.chat_id, message.message_id)):
            cut.answer = answer

    def article(self, message: Message, text: str) -> tuple[int, str] | None:
        """Return the first message of the article that a message belongs to, and the article's text so far.

        None if other parts may exist but are not known: for a message of maximum length that is edited after a restart.

        Args:
            text: the text of the message.
        """
        cut = self._cuts.get((message.chat_id, message.message_id))
        if cut is None or cut.command != "add":
            return None if _fills(message) and message.edit_date else (message.message_id, text)
        cut.texts[message.message_id] = text
        cut.reached = max(cut.reached, message.message_id)
        return cut.head, "\n".join(said for number, said in cut.texts.items() if number <= cut.reached)

    def first_of_album(self, message: Message) -> bool:
        """Record a reply to a message; return False if its album got one: all pictures of an album need only one."""
        if (album := message.media_group_id) in self._albums:
            return False
        if album:
            _keep(self._albums, album, None)
        return True


def _fills(message: Message) -> bool:
    """Return whether a message is so long that the next one may continue it."""
    return units_of(message.text or "") >= FULL_UNITS


def _keep(kept: dict[_K, _V], key: _K, value: _V) -> None:
    """Add an entry; drop the oldest one above the limit."""
    kept[key] = value
    if len(kept) > KEPT:
        del kept[next(iter(kept))]
