"""Pictures that were sent together: each comes as a message of its own, and all of them want one reply."""

from telegram import Message

KEPT = 1_000


class Albums:
    """Knows the albums that were replied to."""

    def __init__(self) -> None:
        self._seen: dict[str, None] = {}

    def note(self, message: Message) -> None:
        """Remember that a message's album is replied to."""
        if album := message.media_group_id:
            self._seen[album] = None
            if len(self._seen) > KEPT:
                del self._seen[next(iter(self._seen))]

    def knows(self, message: Message) -> bool:
        """Return whether another message of the same album was replied to."""
        return message.media_group_id in self._seen
