"""Rate limit per user: a burst of many messages, then one every few seconds. Kept in memory only.

Times are those of arrival, so that messages waiting in a queue do not count as slow.
"""

from enum import Enum, auto

from .rate_limiter import Pace

AT_ONCE = 20
PER_SECOND = 0.5
SET_BACK_SECONDS = 60.0
"""No wait is this long unless the clock was set back; the user's count then starts anew."""


class Verdict(Enum):
    """What to do with a message."""

    ANSWER = auto()
    NOTICE = auto()
    """Over the limit: tell the user, once."""
    SILENCE = auto()


class Limits:
    """Counts each user's messages."""

    def __init__(self, exempt: frozenset[int]) -> None:
        self._exempt = exempt
        self._paces: dict[int, Pace] = {}
        self._told: set[int] = set()

    def judge(self, user: int, now: float) -> Verdict:
        """Count a user's message that arrived at this time, and return what to do with it."""
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
