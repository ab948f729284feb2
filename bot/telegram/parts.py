"""Messages that belong together: long texts that apps cut into several, and pictures that were sent as one album.

Known from when a message arrives, and in memory only. What a text says is kept of articles alone.
"""

from dataclasses import dataclass, field
from typing import TypeVar

from telegram import Message

from .addressing import after_command, asked, asker, command_of

FULL_CHARS = 4_000
"""Of a longer text apps make several messages, which they send at once."""
PART_SECONDS = 3.0
"""So long after one part the next may come: messages tell whole seconds, and a line may be slow."""
KEPT = 1_000

_K = TypeVar("_K")
_V = TypeVar("_V")


@dataclass(slots=True)
class Cut:
    """A text that was cut into several messages."""

    head: int
    """Its first message."""
    command: str
    """Which that begins with, if any."""
    sent: float
    """When the latest part was, in seconds since 1970."""
    reached: int = 0
    """The latest part that was taken into the article."""
    texts: dict[int, str] = field(default_factory=dict)
    """Of an article, what each message says."""


class Parts:
    """Knows which message is a part of what: those of one person in one chat, each as long as can be but the last."""

    def __init__(self) -> None:
        self._open: dict[tuple[int, int], Cut] = {}
        """What may go on, by chat and writer."""
        self._cuts: dict[tuple[int, int], Cut] = {}
        """What was cut, by chat and message."""
        self._albums: dict[str, None] = {}
        """Those that were replied to."""

    def note(self, message: Message) -> None:
        """Look at a message that arrives."""
        place, sent = (message.chat_id, asker(message)), message.date.timestamp()
        cut = self._open.pop(place, None)
        if cut is None or command_of(message) or not message.text or sent - cut.sent > PART_SECONDS:
            if not fills(message) or asked(message) is None:
                return
            cut = Cut(message.message_id, command_of(message), sent)
        cut.sent = sent
        if cut.command == "add":
            cut.texts[message.message_id] = after_command(message)
        _keep(self._cuts, (message.chat_id, message.message_id), cut)
        if fills(message):
            _keep(self._open, place, cut)

    def continued(self, message: Message) -> Cut | None:
        """Return the text that a message goes on with; None where it is no further part of any."""
        cut = self._cuts.get((message.chat_id, message.message_id))
        return cut if cut and cut.head != message.message_id else None

    def end(self, message: Message) -> None:
        """Let nothing go on any more where a message was cut: what comes from now on comes after its answer."""
        place = message.chat_id, asker(message)
        if (cut := self._open.get(place)) and cut.head == message.message_id:
            del self._open[place]

    def article(self, message: Message, text: str) -> tuple[int, str] | None:
        """Return the first message of the article that a message is a part of, and what it says up to there.

        None where nobody knows if there are other parts: of a message as long as one can be, edited after a restart.

        Args:
            text: what the message says.
        """
        cut = self._cuts.get((message.chat_id, message.message_id))
        if cut is None or cut.command != "add":
            return None if fills(message) and message.edit_date else (message.message_id, text)
        cut.texts[message.message_id] = text
        cut.reached = max(cut.reached, message.message_id)
        return cut.head, "\n".join(said for number, said in cut.texts.items() if number <= cut.reached)

    def first_of_album(self, message: Message) -> bool:
        """Note that a message is replied to; False where another picture of its album was, for all want one reply."""
        if (album := message.media_group_id) in self._albums:
            return False
        if album:
            _keep(self._albums, album, None)
        return True


def fills(message: Message) -> bool:
    """Return whether a message is so long that it may go on in the next one."""
    return len(message.text or "") >= FULL_CHARS


def _keep(kept: dict[_K, _V], key: _K, value: _V) -> None:
    """Put something where only so much is kept: the oldest goes."""
    kept[key] = value
    if len(kept) > KEPT:
        del kept[next(iter(kept))]
