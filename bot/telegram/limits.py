"""How much one user may say: many messages at once, then one every few seconds. Known in memory only.

Moments are those of arrival: what waits for its turn must not pass for slow.
"""

from enum import Enum, auto

from .outbox import Pace

AT_ONCE = 20
PER_SECOND = 0.5
SET_BACK_SECONDS = 60.0
"""Nobody's next place is so far away, unless the clock was set back: then they are counted anew."""


class Verdict(Enum):
    """What to do with a message."""

    ANSWER = auto()
    NOTICE = auto()
    """Too many: say so, once."""
    SILENCE = auto()


class Limits:
    """Counts each user's messages."""

    def __init__(self, exempt: frozenset[int]) -> None:
        self._exempt = exempt
        self._paces: dict[int, Pace] = {}
        self._told: set[int] = set()

    def judge(self, user: int, now: float) -> Verdict:
        """Count what came from a user at a moment, and return what to do with it."""
        if user in self._exempt:
            return Verdict.ANSWER
        if len(self._paces) > 10_000:
            self._paces = {key: pace for key, pace in self._paces.items() if not pace.idle(now)}
            self._told &= self._paces.keys()
        pace = self._paces.get(user)
        if pace is None or pace.wait(now) > SET_BACK_SECONDS:
            pace = self._paces[user] = Pace(per_second=PER_SECOND, burst=AT_ONCE)
        if not pace.wait(now):
            pace.take(now)
            self._told.discard(user)
            return Verdict.ANSWER
        if user in self._told:
            return Verdict.SILENCE
        self._told.add(user)
        return Verdict.NOTICE

    def forget(self, user: int) -> None:
        """Drop what is known of a user."""
        self._paces.pop(user, None)
        self._told.discard(user)
