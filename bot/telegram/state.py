"""What the bot remembers across restarts, in one SQLite file that only its owner may read.

The one place of SQL in this package. Meant for a single thread; every call takes well under a millisecond.
"""

import json
import os
import sqlite3
import time
from pathlib import Path

from ..conversation import Turn
from ..errors import UsageError
from .records import Follow, Place, Shown

FILE = "bot.db"
TURNS_KEPT = 6
TURN_SECONDS = 3600.0
"""After an hour without a word a question stands for itself."""
ANSWER_SECONDS = 30 * 86_400.0
GAP_SECONDS = 90 * 86_400.0
UPDATE_SECONDS = 2 * 86_400.0
"""Telegram offers an update for a day; ours is kept twice as long to know it again."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS inbox (
    id INTEGER PRIMARY KEY, payload TEXT, attempts INTEGER NOT NULL DEFAULT 0, at REAL NOT NULL
);
CREATE TABLE IF NOT EXISTS turn (
    chat INTEGER NOT NULL, user INTEGER NOT NULL, question TEXT NOT NULL, answer TEXT, at REAL NOT NULL
);
CREATE INDEX IF NOT EXISTS turn_of ON turn (chat, user, at);
CREATE TABLE IF NOT EXISTS shown (
    key TEXT PRIMARY KEY, chat INTEGER NOT NULL, user INTEGER NOT NULL, asked INTEGER NOT NULL, message INTEGER,
    question TEXT NOT NULL, interpreted_as TEXT NOT NULL, answered INTEGER NOT NULL, reason TEXT, places TEXT NOT NULL,
    view TEXT, at REAL NOT NULL
);
CREATE INDEX IF NOT EXISTS shown_for ON shown (chat, asked);
CREATE TABLE IF NOT EXISTS verdict (
    key TEXT NOT NULL, user INTEGER NOT NULL, helpful INTEGER NOT NULL, at REAL NOT NULL, PRIMARY KEY (key, user)
);
CREATE TABLE IF NOT EXISTS person (user INTEGER PRIMARY KEY, language TEXT);
CREATE TABLE IF NOT EXISTS gap (question TEXT PRIMARY KEY, count INTEGER NOT NULL, at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS follow (
    id INTEGER PRIMARY KEY AUTOINCREMENT, user INTEGER NOT NULL, question TEXT NOT NULL, at REAL NOT NULL
);
CREATE TABLE IF NOT EXISTS told (follow INTEGER NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (follow, digest));
CREATE TABLE IF NOT EXISTS known (article TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""

_CHAT_TABLES = ("turn", "shown")
_LOOKED = "looked"


class State:
    """The bot's memory."""

    def __init__(self, folder: Path) -> None:
        """Open the state folder, or make it.

        Raises:
            UsageError: another bot uses it, or it cannot be written.
        """
        file = folder / FILE
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
            file.chmod(0o600)
            self._db = _open(file)
        except (OSError, sqlite3.Error) as error:
            busy = "locked" in str(error)
            cause = "another `byline bot` is using it; stop that one first" if busy else f"{error}; set BYLINE_STATE"
            raise UsageError(f"{file}: cannot open the bot's state: {cause}") from error

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    # --- updates -----------------------------------------------------------------------------------------------------

    def receive(self, update: int, payload: str) -> bool:
        """Keep an update until it is handled; False when it was received before."""
        row = (update, payload, time.time())
        return self._db.execute("INSERT OR IGNORE INTO inbox (id, payload, at) VALUES (?, ?, ?)", row).rowcount == 1

    def received_at(self, update: int) -> float:
        """Return when an update arrived."""
        row = self._db.execute("SELECT at FROM inbox WHERE id = ?", (update,)).fetchone()
        return float(row[0]) if row else time.time()

    def handled(self, update: int) -> None:
        """Forget what an update said; its number is kept."""
        self._db.execute("UPDATE inbox SET payload = NULL WHERE id = ?", (update,))

    def postpone(self, update: int) -> int:
        """Count one more attempt at an update, and return how many that makes."""
        sql = "UPDATE inbox SET attempts = attempts + 1 WHERE id = ? RETURNING attempts"
        row = self._db.execute(sql, (update,)).fetchone()
        return int(row[0]) if row else 0

    def unhandled(self) -> list[tuple[int, str]]:
        """Return the updates that were received and not handled, oldest first."""
        return self._db.execute("SELECT id, payload FROM inbox WHERE payload IS NOT NULL ORDER BY id").fetchall()

    # --- conversations -----------------------------------------------------------------------------------------------

    def turns(self, chat: int, user: int) -> list[Turn]:
        """Return the latest turns of a user in a chat, oldest first."""
        sql = "SELECT question, answer FROM turn WHERE chat = ? AND user = ? AND at > ? ORDER BY at DESC LIMIT ?"
        rows = self._db.execute(sql, (chat, user, time.time() - TURN_SECONDS, TURNS_KEPT)).fetchall()
        return [Turn(question, answer) for question, answer in reversed(rows)]

    def add_turn(self, chat: int, user: int, turn: Turn) -> None:
        """Remember a turn, and drop those that are too many."""
        self._db.execute(
            "INSERT INTO turn VALUES (?, ?, ?, ?, ?)", (chat, user, turn.question, turn.answer, time.time())
        )
        keep = "SELECT rowid FROM turn WHERE chat = ?1 AND user = ?2 ORDER BY at DESC LIMIT ?3"
        sql = f"DELETE FROM turn WHERE chat = ?1 AND user = ?2 AND rowid NOT IN ({keep})"  # noqa: S608 - constants only
        self._db.execute(sql, (chat, user, TURNS_KEPT))

    # --- answers that were sent --------------------------------------------------------------------------------------

    def add_shown(self, shown: Shown) -> None:
        """Remember an answer, in place of an earlier one under the same key."""
        places = json.dumps([[place.passage, place.start, place.end] for place in shown.places])
        row = (
            shown.key, shown.chat, shown.user, shown.asked, shown.message, shown.question, shown.interpreted_as,
            shown.answered, shown.reason, places, time.time(),
        )  # fmt: skip
        self._db.execute("INSERT OR REPLACE INTO shown VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)", row)

    def shown(self, key: str) -> Shown | None:
        """Return the answer under a key."""
        return self._shown("key = ?", key)

    def shown_for(self, chat: int, asked: int) -> Shown | None:
        """Return the answer to the question in a message."""
        return self._shown("chat = ? AND asked = ?", chat, asked)

    def turn_to(self, key: str, view: str) -> bool:
        """Note which view of an answer its message shows; False when it shows that one already."""
        sql = "UPDATE shown SET view = ?1 WHERE key = ?2 AND view IS NOT ?1"
        return self._db.execute(sql, (view, key)).rowcount == 1

    def _shown(self, where: str, *values: object) -> Shown | None:
        columns = "key, chat, user, asked, message, question, interpreted_as, answered, reason, places"
        sql = f"SELECT {columns} FROM shown WHERE {where} ORDER BY at DESC LIMIT 1"  # noqa: S608 - constants only
        row = self._db.execute(sql, values).fetchone()
        if row is None:
            return None
        places = tuple(Place(*place) for place in json.loads(row[9]))
        key, owner, user, asked, message, question, interpreted_as, answered, reason = row[:9]
        return Shown(key, owner, user, asked, message, question, interpreted_as, bool(answered), reason, places)

    def judge(self, key: str, user: int, *, helpful: bool) -> None:
        """Keep what a user thinks of an answer, in place of what they thought before."""
        self._db.execute("INSERT OR REPLACE INTO verdict VALUES (?, ?, ?, ?)", (key, user, helpful, time.time()))

    def add_gap(self, question: str) -> None:
        """Count a question that got no answer; whose it was is not kept."""
        sql = "INSERT INTO gap VALUES (?, 1, ?) ON CONFLICT DO UPDATE SET count = count + 1, at = excluded.at"
        self._db.execute(sql, (question, time.time()))

    def gaps(self, limit: int) -> list[tuple[str, int]]:
        """Return the questions that got no answer, those asked most first."""
        sql = "SELECT question, count FROM gap ORDER BY count DESC, at DESC LIMIT ?"
        return self._db.execute(sql, (limit,)).fetchall()

    def verdicts(self) -> tuple[int, int]:
        """Return how many answers were found helpful, and how many not."""
        row = self._db.execute("SELECT count(*) FILTER (WHERE helpful), count(*) FROM verdict").fetchone()
        return row[0], row[1] - row[0]

    # --- followed questions ------------------------------------------------------------------------------------------

    def add_follow(self, user: int, question: str) -> int:
        """Keep a question that a user follows, and return its number."""
        sql = "INSERT INTO follow (user, question, at) VALUES (?, ?, ?) RETURNING id"
        return int(self._db.execute(sql, (user, question, time.time())).fetchone()[0])

    def remove_follow(self, number: int, user: int) -> bool:
        """Drop a question that a user follows; False when they follow no such question."""
        if not self._db.execute("DELETE FROM follow WHERE id = ? AND user = ?", (number, user)).rowcount:
            return False
        self._db.execute("DELETE FROM told WHERE follow = ?", (number,))
        return True

    def follows(self, user: int | None = None) -> list[Follow]:
        """Return what a user follows, or what all users do, oldest first."""
        sql = "SELECT id, user, question FROM follow WHERE ?1 IS NULL OR user = ?1 ORDER BY id"
        return [Follow(*row) for row in self._db.execute(sql, (user,))]

    def add_told(self, follow: int, digest: str) -> bool:
        """Note an answer that a follower knows; False when they knew it."""
        return self._db.execute("INSERT OR IGNORE INTO told VALUES (?, ?)", (follow, digest)).rowcount == 1

    def remove_told(self, follow: int, digest: str) -> None:
        """Take back a note."""
        self._db.execute("DELETE FROM told WHERE follow = ? AND digest = ?", (follow, digest))

    def known_articles(self) -> set[str] | None:
        """Return the ids of the articles there were at the last look; None before the first."""
        if self.fact(_LOOKED) is None:
            return None
        return {row[0] for row in self._db.execute("SELECT article FROM known")}

    def set_known_articles(self, ids: set[str]) -> None:
        """Note the ids of the articles that there are."""
        self._db.execute("BEGIN")
        self._db.execute("DELETE FROM known")
        self._db.executemany("INSERT INTO known VALUES (?)", [(number,) for number in ids])
        self.set_fact(_LOOKED, "yes")
        self._db.execute("COMMIT")

    # --- people and chats --------------------------------------------------------------------------------------------

    def language(self, user: int) -> str | None:
        """Return the language that a user chose."""
        row = self._db.execute("SELECT language FROM person WHERE user = ?", (user,)).fetchone()
        return row[0] if row else None

    def set_language(self, user: int, language: str | None) -> None:
        """Keep the language that a user chose; None for that of their app."""
        self._db.execute("INSERT OR REPLACE INTO person VALUES (?, ?)", (user, language))

    def forget_user(self, user: int) -> None:
        """Drop everything about a user, in every chat."""
        self._db.execute("DELETE FROM told WHERE follow IN (SELECT id FROM follow WHERE user = ?)", (user,))
        for table in ("turn", "shown", "verdict", "person", "follow"):
            self._db.execute(f"DELETE FROM {table} WHERE user = ?", (user,))  # noqa: S608 - constants only
        self._erase()

    def forget_chat(self, chat: int) -> None:
        """Drop everything said in a chat."""
        self._db.execute("DELETE FROM verdict WHERE key IN (SELECT key FROM shown WHERE chat = ?)", (chat,))
        for table in _CHAT_TABLES:
            self._db.execute(f"DELETE FROM {table} WHERE chat = ?", (chat,))  # noqa: S608 - constants only
        self._erase()

    def move_chat(self, old: int, new: int) -> None:
        """Carry everything over to the number that a group got as a supergroup."""
        for table in _CHAT_TABLES:
            self._db.execute(f"UPDATE {table} SET chat = ? WHERE chat = ?", (new, old))  # noqa: S608 - constants only

    def _erase(self) -> None:
        """Leave no byte of what was deleted in the file or its log."""
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    # --- upkeep ------------------------------------------------------------------------------------------------------

    def fact(self, name: str) -> str | None:
        """Return a fact about the bot itself."""
        row = self._db.execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def set_fact(self, name: str, value: str) -> None:
        """Keep a fact about the bot itself."""
        self._db.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (name, value))

    def tidy(self) -> None:
        """Drop what has outlived its time."""
        now = time.time()
        self._db.execute("DELETE FROM inbox WHERE payload IS NULL AND at < ?", (now - UPDATE_SECONDS,))
        self._db.execute("DELETE FROM turn WHERE at < ?", (now - TURN_SECONDS,))
        for table in ("shown", "verdict"):
            sql = f"DELETE FROM {table} WHERE at < ?"  # noqa: S608 - constants only
            self._db.execute(sql, (now - ANSWER_SECONDS,))
        self._db.execute("DELETE FROM gap WHERE at < ?", (now - GAP_SECONDS,))


def _open(file: Path) -> sqlite3.Connection:
    db = sqlite3.connect(file, isolation_level=None, timeout=0.5)
    db.execute("PRAGMA locking_mode = EXCLUSIVE")  # one bot a folder: the lock goes with the process, also when killed
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")  # survives a killed process; a power cut may cost the last moments
    db.execute("PRAGMA secure_delete = ON")  # what is forgotten leaves no bytes behind
    db.execute("BEGIN IMMEDIATE")
    for statement in _SCHEMA.split(";"):
        db.execute(statement)
    db.execute("COMMIT")
    return db
