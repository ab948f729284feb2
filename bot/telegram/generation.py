"""Looks out for new generations of the index: makes each ready for its first question, and has its news told."""

import logging
import time

from telegram import Bot
from telegram.error import TelegramError

from ..errors import FAILURES
from .desk import Desk
from .follows import Follows

log = logging.getLogger(__name__)

LOOK_SECONDS = 2.0
"""How soon a changed index is made ready for its first question, and followers are told of news."""
REST_SECONDS = 30.0
"""Pause before those whom Telegram did not take the news for are told again: each time every question is asked."""


class Generations:
    """The generations of the index, one after the other."""

    def __init__(self, desk: Desk, follows: Follows) -> None:
        self._desk = desk
        self._follows = follows
        self._seen: tuple[int, str | None] | None = None
        """The generation checked last, and when it was published, since another index may have the same number."""
        self._trouble = ""
        """The error of the last check, if it failed."""
        self._rests_until = 0.0

    async def look(self, bot: Bot) -> None:
        """Warm up a new generation, so that its first question need not wait, and tell followers what is new in it.

        Also tells the monitor whether there is an index to answer from.
        """
        try:
            status = await self._desk.run(self._desk.assistant.status)
            current = status.generation, status.updated
            if current != self._seen and time.monotonic() >= self._rests_until:
                await self._desk.run(self._desk.assistant.warm_up)
                await self._follows.tell_all(bot)
                self._seen = current
            self._trouble = ""
            self._desk.metrics.ready = True
        except FAILURES as error:
            if str(error) != self._trouble:
                log.warning("cannot look for new articles: %s", error)
            self._trouble = str(error)
            self._desk.metrics.ready = False
        except TelegramError as error:
            log.warning("cannot tell of new articles (%s); trying on", type(error).__name__)
            self._rests_until = time.monotonic() + REST_SECONDS
