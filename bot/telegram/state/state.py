"""What the bot remembers across restarts, in one SQLite file that only its owner may read.

For use by a single thread; every call takes well under a millisecond.
"""

import json
import os
import shlex
import sqlite3
import time
from collections import Counter
from pathlib import Path

from ...errors import UsageError
from ..records import AnswerRecord, Follow, Shown
from .database import Database
from .ledger import Ledger

FILE = "bot.db"
TURNS_READ = 6
TURN_SECONDS = 3600.0
"""After an hour of silence the next question stands alone."""
ANSWER_SECONDS = 30 * 86_400.0
GAP_SECONDS = 90 * 86_400.0

_CHAT_TABLES = ("shown", "sending")
_REWRITE = "rewrite"
"""The fact that the file is to be written anew."""


class State:
    """The bot's memory."""

    def __init__(self, folder: Path) -> None:
        """Open the state folder; create it if it is missing.

        Raises:
            UsageError: another bot uses it, it is damaged, or it cannot be written.
        """
        file = folder / FILE
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
            file.chmod(0o600)
            self._db = Database(file)
        except (OSError, sqlite3.Error, UnicodeDecodeError) as error:
            raise UsageError(f"{file}: cannot open the bot's state: {_cause(error, file)}") from error
        self.ledger = Ledger(self._db)

    def close(self) -> None:
        self._db.close()

    def belong_to(self, bot: str) -> bool:
        """Drop what was said to another bot, whose updates and messages have the same numbers; return whether it was.

        What users follow and chose, and what the articles lacked, stays.
        """
        before = self.fact("bot")
        if before == bot:
            return False
        for table in ("inbox", "latest", "verdict", *_CHAT_TABLES) if before else ():
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608 - constants only
        self.set_fact("bot", bot)
        return before is not None

    # --- answers that were sent --------------------------------------------------------------------------------------

    def add_shown(self, shown: Shown) -> None:
        """Store an answer, replacing an earlier one under the same key."""
        found, it = shown.found.to_json(), shown
        row = (it.key, it.chat, it.user, it.asked, it.message, found, it.view, time.time())
        self._db.execute("INSERT OR REPLACE INTO shown VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)

    def corrected(self, shown: Shown) -> None:
        """Replace the answer to a question that was edited; the user's next question continues from it."""
        self._db.execute("DELETE FROM verdict WHERE key = ?", (shown.key,))
        self.add_shown(shown)

    def shown(self, key: str) -> Shown | None:
        """Return the answer under a key."""
        return self._shown("key = ?", key)

    def shown_for(self, chat: int, asked: int) -> Shown | None:
        """Return the answer to the question in a message."""
        return self._shown("chat = ? AND asked = ?", chat, asked)

    def shown_at(self, chat: int, message: int) -> Shown | None:
        """Return the answer that a message shows, or the answer to the question in it."""
        return self._shown("chat = ? AND ? IN (asked, message)", chat, message)

    def last_shown(self, chat: int, user: int, asked: int, *, thread: int | None = None) -> Shown | None:
        """Return the last answer with a passage that a user got in a topic, before that to the message `asked`."""
        there = "chat = ? AND user = ? AND json_extract(found, '$.thread') IS ?"
        where = f"{there} AND asked < ? AND json_array_length(found, '$.places') > 0"
        return self._shown(where, chat, user, thread, asked)

    def answers(self, chat: int, user: int, asked: int, *, thread: int | None = None) -> list[AnswerRecord]:
        """Return the latest answers that a user got in a topic, oldest first: before that to the message `asked`.

        An answer of which further pages were sent is one.
        """
        sql = """SELECT found FROM shown WHERE chat = ? AND user = ? AND json_extract(found, '$.thread') IS ?
            AND at > ? AND asked < ? AND message IS NOT NULL
            GROUP BY found ORDER BY max(rowid) DESC LIMIT ?"""  # by rowid, not by time: a clock may be set back
        values = (chat, user, thread, time.time() - TURN_SECONDS, asked, TURNS_READ)
        rows = self._db.execute(sql, values).fetchall()
        return [AnswerRecord.from_json(found) for (found,) in reversed(rows)]

    def set_message(self, key: str, message: int) -> None:
        """Store which message shows an answer, wherever its group has moved, unless it was forgotten meanwhile."""
        self._db.execute("UPDATE shown SET message = ? WHERE key = ?", (message, key))

    def set_view(self, key: str, view: str) -> None:
        """Store which view of an answer its message shows."""
        self._db.execute("UPDATE shown SET view = ? WHERE key = ?", (view, key))

    def _shown(self, where: str, *values: object) -> Shown | None:
        told = "key, chat, user, asked, message, found, view"
        sql = f"SELECT {told} FROM shown WHERE {where} ORDER BY rowid DESC LIMIT 1"  # noqa: S608 - constants only
        row = self._db.execute(sql, values).fetchone()
        if row is None:
            return None
        key, owner, user, asked, message, found, view = row
        return Shown(key, owner, user, asked, message, AnswerRecord.from_json(found), view)

    def judge(self, key: str, user: int, *, helpful: bool) -> None:
        """Store a user's verdict on an answer, replacing an earlier one."""
        self._db.execute("INSERT OR REPLACE INTO verdict VALUES (?, ?, ?, ?)", (key, user, helpful, time.time()))

    def verdict(self, key: str, user: int) -> bool | None:
        """Return whether a user found an answer helpful; None if they did not say."""
        return self._db.value(bool, "SELECT helpful FROM verdict WHERE key = ? AND user = ?", key, user)

    def add_gap(self, question: str, user: int) -> None:
        """Count a question that got no answer; the user's id is kept only for `forget_user`."""
        sql = "INSERT INTO gap VALUES (?, ?, 1, ?) ON CONFLICT DO UPDATE SET count = count + 1, at = excluded.at"
        self._db.execute(sql, (question, user, time.time()))

    def gaps(self, limit: int = -1) -> list[tuple[str, int]]:
        """Return the questions that got no answer, most frequent first; all of them without a limit."""
        sql = "SELECT question, sum(count) FROM gap GROUP BY question ORDER BY 2 DESC, max(at) DESC LIMIT ?"
        return self._db.execute(sql, (limit,)).fetchall()

    def disliked(self) -> list[tuple[str, int]]:
        """Return the questions whose answers were found unhelpful and how often, most frequent first."""
        sql = "SELECT found FROM verdict JOIN shown USING (key) WHERE NOT helpful ORDER BY verdict.at DESC"
        return Counter(AnswerRecord.from_json(found).interpreted_as for (found,) in self._db.execute(sql)).most_common()

    def verdicts(self) -> tuple[int, int]:
        """Return how many answers were found helpful, and how many not."""
        row = self._db.execute("SELECT count(*) FILTER (WHERE helpful), count(*) FROM verdict").fetchone()
        return row[0], row[1] - row[0]

    # --- followed questions ------------------------------------------------------------------------------------------

    def add_follow(self, user: int, question: str, language: str | None = None) -> int:
        """Store a question that a user follows, with the language of their app; return its number."""
        sql = "INSERT INTO follow (user, question, at, language) VALUES (?, ?, ?, ?)"
        return self._db.execute(sql, (user, question, time.time(), language)).lastrowid or 0

    def remove_follow(self, number: int) -> None:
        """Delete a followed question, and what its user was told."""
        self._db.execute("DELETE FROM follow WHERE id = ?", (number,))
        self._db.execute("DELETE FROM told WHERE follow = ?", (number,))

    def follows(self, user: int | None = None) -> list[Follow]:
        """Return the questions that a user follows, or those of all users, oldest first."""
        sql = "SELECT id, user, question, language FROM follow WHERE ?1 IS NULL OR user = ?1 ORDER BY id"
        return [Follow(*row) for row in self._db.execute(sql, (user,))]

    def add_told(self, follow: int, digest: str) -> None:
        """Record that a follower knows an answer."""
        self._db.execute("INSERT OR IGNORE INTO told VALUES (?, ?)", (follow, digest))

    def was_told(self, follow: int, digest: str) -> bool:
        """Return whether a follower knows an answer."""
        return self._db.value(bool, "SELECT 1 FROM told WHERE follow = ? AND digest = ?", follow, digest) is not None

    def known_articles(self) -> set[str]:
        """Return the ids of the articles that existed at the last check."""
        return {row[0] for row in self._db.execute("SELECT article FROM known")}

    def set_known_articles(self, ids: set[str]) -> None:
        """Store the ids of the articles that exist now; only what changed is written."""
        listed = (json.dumps([*ids]),)
        self._db.execute("DELETE FROM known WHERE article NOT IN (SELECT value FROM json_each(?))", listed)
        self._db.execute("INSERT OR IGNORE INTO known SELECT value FROM json_each(?)", listed)

    # --- people and chats --------------------------------------------------------------------------------------------

    def language(self, user: int) -> str | None:
        """Return the language that a user chose."""
        return self._db.value(str, "SELECT language FROM person WHERE user = ?", user)

    def set_language(self, user: int, language: str | None) -> None:
        """Store the language that a user chose; None for the language of their app."""
        self._db.execute("INSERT OR REPLACE INTO person VALUES (?, ?)", (user, language))

    def forget_user(self, user: int) -> None:
        """Delete everything about a user, in every chat; raise sqlite3.Error if that cannot be done."""
        self._db.check_whole()
        self._db.execute("DELETE FROM told WHERE follow IN (SELECT id FROM follow WHERE user = ?)", (user,))
        for table in ("shown", "verdict", "person", "follow", "gap"):
            self._db.execute(f"DELETE FROM {table} WHERE user = ?", (user,))  # noqa: S608 - constants only
        self._erase()

    def forget_chat(self, chat: int) -> None:
        """Delete everything said in a chat; raise sqlite3.Error if that cannot be done."""
        self._db.check_whole()
        self._db.execute("DELETE FROM verdict WHERE key IN (SELECT key FROM shown WHERE chat = ?)", (chat,))
        for table in _CHAT_TABLES:
            self._db.execute(f"DELETE FROM {table} WHERE chat = ?", (chat,))  # noqa: S608 - constants only
        self._erase()

    def _erase(self) -> None:
        """Leave nothing of what was deleted: at once outside of unused space, there from the next `tidy` on.

        Writing 100 MB anew takes a second, for which nobody should have to wait because another one forgets often.
        """
        self.set_fact(_REWRITE, "due")
        self.ledger.erase()

    def move_chat(self, old: int, new: int) -> None:
        """Transfer everything said to the new id of a group that became a supergroup.

        Its messages are numbered anew. The numbers of those left behind are negated, so that they match none of them.
        """
        self._db.execute("UPDATE shown SET chat = ?, asked = -asked, message = -message WHERE chat = ?", (new, old))

    # --- upkeep ------------------------------------------------------------------------------------------------------

    def fact(self, name: str) -> str | None:
        """Return a fact about the bot itself."""
        return self._db.value(str, "SELECT value FROM fact WHERE name = ?", name)

    def set_fact(self, name: str, value: str) -> None:
        """Store a fact about the bot itself."""
        self._db.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (name, value))

    def tidy(self) -> None:
        """Delete what has expired, and the traces of what was forgotten; look whether the file is still there."""
        self._db.warn_if_gone()
        now = time.time()
        self.ledger.tidy(now)
        for table in ("shown", "verdict"):
            sql = f"DELETE FROM {table} WHERE at < ?"  # noqa: S608 - constants only
            self._db.execute(sql, (now - ANSWER_SECONDS,))
        self._db.execute("DELETE FROM gap WHERE at < ?", (now - GAP_SECONDS,))
        if self.fact(_REWRITE) and self._db.rewrite():
            self._db.execute("DELETE FROM fact WHERE name = ?", (_REWRITE,))
        self.ledger.erase()


def is_used(error: BaseException | None) -> bool:
    """Return whether the state could not be opened because another bot uses it."""
    return isinstance(error, sqlite3.OperationalError) and "locked" in str(error)


def _cause(error: Exception, file: Path) -> str:
    if isinstance(error, sqlite3.NotSupportedError):
        return f"{error}; update Byline, or go back to the backup that was made before"
    if isinstance(error, UnicodeDecodeError) or (
        isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)
    ):
        return (
            f"it is damaged; the bot starts with an empty one after: {shlex.join(['mv', str(file), f'{file}.damaged'])}"
        )
    if is_used(error):
        return "another `byline bot` is using it; stop that one first"
    reason = (isinstance(error, OSError) and error.strerror) or error
    return f"{reason}; fix that, or set BYLINE_STATE"
