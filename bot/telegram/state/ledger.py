"""Records updates received and messages that may have been sent, so that no question is lost or answered twice.

Telegram numbers messages upwards: in one common sequence for private chats and small groups, in a sequence of its own
for each supergroup and channel. A message whose fate is unknown is therefore looked for among the numbers after the
latest one known when it was sent.
"""

import time
from collections import defaultdict

from msgspec import Struct

from .database import Database

UPDATE_SECONDS = 2 * 86_400.0
"""How long an update's number is kept, to recognise a repeat: twice the day for which Telegram offers an update."""

SEEN_KEPT = 10_000
AHEAD = 32
"""How far beyond the highest known number to look for a message: as many as may be on their way at once."""
MOST_PROBES = 200

_SUPERGROUPS = -1_000_000_000_000
"""The ids of supergroups and channels are below this one."""


class Sending(Struct, frozen=True):
    """A message that was about to be sent, and may have been."""

    after: int
    """If it was sent, its number is higher than this."""
    at: float
    """Time of the last attempt."""


class Ledger:
    """The record of updates and messages, in the state's database."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._seen: defaultdict[int, set[int]] = defaultdict(set)
        self._erasing = False

    # --- updates -----------------------------------------------------------------------------------------------------

    def receive(self, update: int, payload: str) -> bool:
        """Store an update until it is handled; return False if it was received before."""
        row = (update, payload, time.time())
        return self._db.execute("INSERT OR IGNORE INTO inbox (id, payload, at) VALUES (?, ?, ?)", row).rowcount == 1

    def received_at(self, update: int) -> float:
        """Return when an update arrived."""
        return self._db.value(float, "SELECT at FROM inbox WHERE id = ?", update) or time.time()

    def begin(self, update: int) -> None:
        """Count another attempt at an update."""
        self._db.execute("UPDATE inbox SET attempts = attempts + 1 WHERE id = ?", (update,))

    def attempts(self, update: int) -> int:
        """Return the number of attempts at an update."""
        return self._db.value(int, "SELECT attempts FROM inbox WHERE id = ?", update) or 0

    def handled(self, update: int, *, chat: int | None = None, asked: int = 0) -> None:
        """Delete an update's content and the record of a message sent for it; only the update's number is kept."""
        self._db.execute("UPDATE inbox SET payload = NULL WHERE id = ?", (update,))
        if chat is not None:
            self.settle(chat, asked)
        if self._erasing:  # the message that asked for the erasure names its user, too
            self.erase()
            self._erasing = False

    def unhandled(self) -> list[tuple[int, str]]:
        """Return the updates that were received but not handled, oldest first."""
        return self._db.execute("SELECT id, payload FROM inbox WHERE payload IS NOT NULL ORDER BY id").fetchall()

    # --- messages ----------------------------------------------------------------------------------------------------

    def saw(self, chat: int, number: int) -> None:
        """Record the number of a message known to exist."""
        line = _line(chat)
        if len(seen := self._seen[line]) > SEEN_KEPT:
            seen.clear()
        seen.add(number)
        sql = "INSERT INTO latest VALUES (?, ?) ON CONFLICT DO UPDATE SET number = max(number, excluded.number)"
        self._db.execute(sql, (line, number))

    def latest(self, chat: int) -> int:
        """Return the highest message number known in a chat's sequence."""
        return self._db.value(int, "SELECT number FROM latest WHERE line = ?", _line(chat)) or 0

    def candidates(self, chat: int, after: int) -> list[int]:
        """Return the possible numbers of a message sent after a given one, without those known to be others'."""
        answers = self._db.execute("SELECT message FROM shown WHERE chat = ? AND message > ?", (chat, after))
        seen = self._seen[_line(chat)].union(number for (number,) in answers)  # of answers even before a restart
        numbers = range(after + 1, max(after, self.latest(chat)) + AHEAD + 1)
        return [number for number in numbers if number not in seen][:MOST_PROBES]

    def about_to_send(self, chat: int, asked: int) -> None:
        """Record that a message is about to be sent to a chat in answer to the message `asked`."""
        sql = "INSERT INTO sending VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at"
        self._db.execute(sql, (chat, asked, max(asked, self.latest(chat)), time.time()))

    def sending(self, chat: int, asked: int) -> Sending | None:
        """Return what is known of a message that may have been sent; None if none was about to be."""
        row = self._db.execute("SELECT after, at FROM sending WHERE chat = ? AND asked = ?", (chat, asked)).fetchone()
        return Sending(*row) if row else None

    def settle(self, chat: int, asked: int) -> None:
        """Delete the record of a message about to be sent, whose fate is now known: delivered, or refused."""
        self._db.execute("DELETE FROM sending WHERE chat = ? AND asked = ?", (chat, asked))

    # --- upkeep ------------------------------------------------------------------------------------------------------

    def erase(self) -> None:
        """Leave no byte of deleted data in the file or its log; repeated once the current update is handled."""
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._erasing = True

    def tidy(self, now: float) -> None:
        """Delete records that have expired."""
        self._db.execute("DELETE FROM inbox WHERE payload IS NULL AND at < ?", (now - UPDATE_SECONDS,))
        self._db.execute("DELETE FROM sending WHERE at < ?", (now - UPDATE_SECONDS,))


def _line(chat: int) -> int:
    """Return the sequence that numbers a chat's messages: the chat's id, or 0 for the one that others share."""
    return chat if chat < _SUPERGROUPS else 0
