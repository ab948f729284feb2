"""Commands for administrators: /reindex, /stats, /gaps. All other users get a polite refusal."""

import logging
import shlex
import time

from telegram import Message

from retrieval.errors import IndexBusyError, RetrievalError

from ..errors import FAILURES
from ..locales import Words
from ..render.cutting import shorten
from ..render.telegram import Html, escape, pack, say
from .desk import typing
from .handlers import HandlerGroup, Handlers, for_admins

log = logging.getLogger(__name__)

GAPS_SHOWN = 20
FAILURES_SHOWN = 5
"""At most this many, so that a message remains readable."""


class Admin(HandlerGroup):
    def handlers(self) -> Handlers:
        return for_admins(self._desk, reindex=self._reindex, stats=self._stats, gaps=self._gaps)

    async def _reindex(self, message: Message) -> None:
        words = self._desk.words(message.from_user)
        try:
            async with typing(message):
                report = await self._desk.write(self._desk.sent_files.reindex)
        except FAILURES as error:
            await self._desk.reply(message, [refuse(words, error)])
            return
        done = say(
            words, "reindexed",
            added=len(report.added), changed=len(report.changed), removed=len(report.removed),
            unchanged=report.unchanged, passages=report.passages, seconds=round(report.seconds),
        )  # fmt: skip
        failures = [escape(shorten(str(failure), 300)) for failure in report.failed[:FAILURES_SHOWN]]
        heading = [say(words, "reindex-unread", count=len(report.failed))] if failures else []
        places = "".join(f" {shlex.quote(place)}" for place in report.emptied[:FAILURES_SHOWN])
        gone = [say(words, "reindex-gone", count=len(report.missing), places=places)] if report.missing else []
        await self._desk.reply(message, pack([done, *gone, *heading, *failures]))

    async def _stats(self, message: Message) -> None:
        words, metrics, state = self._desk.words(message.from_user), self._desk.metrics, self._desk.state
        try:
            index = await self._desk.run(self._desk.assistant.status)
        except RetrievalError as error:
            await self._desk.reply(message, [escape(shorten(str(error), 500))])
            return
        good, bad = state.verdicts()
        failures = ", ".join(f"{kind} {count}" for kind, count in sorted(metrics.failures.items())) or "0"
        await self._desk.say(
            message, "stats",
            hours=round((time.monotonic() - metrics.started) / 3600), answered=metrics.counts["answered"],
            unanswered=metrics.counts["unanswered"], inline=metrics.counts["inline"], mishaps=metrics.counts["mishaps"],
            median=round(1000 * metrics.percentile(0.5)), p95=round(1000 * metrics.percentile(0.95)),
            good=good, bad=bad, follows=len(state.follows()), failures=failures,
            articles=index.articles, passages=index.passages, model=index.model, generation=index.generation,
            megabytes=round(index.bytes / 1_000_000), updated=index.updated or words("date-unknown"),
        )  # fmt: skip

    async def _gaps(self, message: Message) -> None:
        words = self._desk.words(message.from_user)
        gaps = self._desk.state.gaps(GAPS_SHOWN)
        lines = [Html(f"{count} × {escape(shorten(question, 200))}") for question, count in gaps]
        await self._desk.reply(message, pack([say(words, "gaps" if gaps else "no-gaps"), *lines]))


def refuse(words: Words, error: Exception) -> Html:
    """Return the reason why the index was not changed, and log it in one line."""
    if isinstance(error, IndexBusyError):
        return say(words, "index-busy")
    reason = f"the file cannot be kept: {error.strerror or error}" if isinstance(error, OSError) else str(error)
    log.error("the index was left as it is: %s", reason)
    return say(words, "reindex-failed", reason=shorten(reason, 500))
