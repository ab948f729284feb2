"""Pictures that were sent together: each comes as a message of its own, and all of them want one reply."""

from telegram import Message

KEPT = 1_000


class Albums:
    """Knows the albums that were replied to."""

    def __init__(self) -> None:
        self._seen: dict[str, None] = {}

    def is_first(self, message: Message) -> bool:
        """Note a message's album; False when another message of it came before."""
        album = message.media_group_id
        if album is None:
            return True
        if album in self._seen:
            return False
        self._seen[album] = None
        if len(self._seen) > KEPT:
            del self._seen[next(iter(self._seen))]
        return True
