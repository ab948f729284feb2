"""Which updates came, and which messages may have left: with it no question gets lost, and none is answered twice.

Telegram numbers its messages upwards, those of private chats and small groups in one line, those of each supergroup
and channel in a line of their own. So a message is to be looked for among the numbers after the latest one that was
known when it left.
"""

import time
from collections import defaultdict
from dataclasses import dataclass

from .database import Database

UPDATE_SECONDS = 2 * 86_400.0
"""Telegram offers an update for a day; ours is kept twice as long to know it again."""

SEEN_KEPT = 10_000

_SUPERGROUPS = -1_000_000_000_000
"""The numbers of supergroups and channels are below this one."""


@dataclass(frozen=True, slots=True)
class Sending:
    """A message that was about to leave, and may have."""

    after: int
    """Its number is higher, if it left."""
    at: float
    """When it was tried last."""


class Ledger:
    """Keeps book in the database of the state."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._seen: defaultdict[int, set[int]] = defaultdict(set)
        self._erasing = False

    # --- updates -----------------------------------------------------------------------------------------------------

    def receive(self, update: int, payload: str) -> bool:
        """Keep an update until it is handled; False when it was received before."""
        row = (update, payload, time.time())
        return self._db.execute("INSERT OR IGNORE INTO inbox (id, payload, at) VALUES (?, ?, ?)", row).rowcount == 1

    def received_at(self, update: int) -> float:
        """Return when an update arrived."""
        return self._db.value(float, "SELECT at FROM inbox WHERE id = ?", update) or time.time()

    def begin(self, update: int) -> None:
        """Count one more attempt at an update."""
        self._db.execute("UPDATE inbox SET attempts = attempts + 1 WHERE id = ?", (update,))

    def attempts(self, update: int) -> int:
        """Return how often an update was begun."""
        return self._db.value(int, "SELECT attempts FROM inbox WHERE id = ?", update) or 0

    def handled(self, update: int, *, chat: int | None = None, asked: int = 0) -> None:
        """Forget what an update said, and what was on its way for it; its number is kept."""
        self._db.execute("UPDATE inbox SET payload = NULL WHERE id = ?", (update,))
        if chat is not None:
            self.settle(chat, asked)
        if self._erasing:  # the message that asked for it names its user, too
            self.erase()
            self._erasing = False

    def unhandled(self) -> list[tuple[int, str]]:
        """Return the updates that were received and not handled, oldest first."""
        return self._db.execute("SELECT id, payload FROM inbox WHERE payload IS NOT NULL ORDER BY id").fetchall()

    # --- messages ----------------------------------------------------------------------------------------------------

    def saw(self, chat: int, number: int) -> None:
        """Note the number of a message that is there."""
        line = _line(chat)
        if len(seen := self._seen[line]) > SEEN_KEPT:
            seen.clear()
        seen.add(number)
        sql = "INSERT INTO latest VALUES (?, ?) ON CONFLICT DO UPDATE SET number = max(number, excluded.number)"
        self._db.execute(sql, (line, number))

    def latest(self, chat: int) -> int:
        """Return the highest number known in a chat's line."""
        return self._db.value(int, "SELECT number FROM latest WHERE line = ?", _line(chat)) or 0

    def candidates(self, chat: int, after: int, *, ahead: int, most: int) -> list[int]:
        """Return the numbers that a message may have which left after one, and whose own number nobody told.

        Args:
            ahead: how far beyond the highest known number.
            most: how many at most.
        """
        seen = self._seen[_line(chat)]
        numbers = range(after + 1, max(after, self.latest(chat)) + ahead + 1)
        return [number for number in numbers if number not in seen][:most]

    def about_to_send(self, chat: int, asked: int) -> None:
        """Note, the moment before, that a message leaves for a chat in answer to what was asked there."""
        sql = "INSERT INTO sending VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at"
        self._db.execute(sql, (chat, asked, max(asked, self.latest(chat)), time.time()))

    def sending(self, chat: int, asked: int) -> Sending | None:
        """Return what is known of a message that may have left; None when none was about to."""
        row = self._db.execute("SELECT after, at FROM sending WHERE chat = ? AND asked = ?", (chat, asked)).fetchone()
        return Sending(*row) if row else None

    def settle(self, chat: int, asked: int) -> None:
        """Forget what was about to leave: it is there, or was refused."""
        self._db.execute("DELETE FROM sending WHERE chat = ? AND asked = ?", (chat, asked))

    # --- upkeep ------------------------------------------------------------------------------------------------------

    def erase(self) -> None:
        """Leave no byte of what was deleted in the file or its log; once more when the update under way is handled."""
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._erasing = True

    def tidy(self, now: float) -> None:
        """Drop what has outlived its time."""
        self._db.execute("DELETE FROM inbox WHERE payload IS NULL AND at < ?", (now - UPDATE_SECONDS,))
        self._db.execute("DELETE FROM sending WHERE at < ?", (now - UPDATE_SECONDS,))


def _line(chat: int) -> int:
    """Return what numbers the messages of a chat: itself, or 0 for the line that all others share."""
    return chat if chat < _SUPERGROUPS else 0
