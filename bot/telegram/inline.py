"""Inline mode: `@bot question` in any chat. Every keystroke sends a query, so only a user's latest is searched."""

import asyncio
import logging

from telegram import (
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import InlineQueryHandler

from retrieval.types import Answer, Hit

from ..errors import FAILURES
from ..render.cutting import shorten
from ..render.telegram import Renderer, titled
from .addressing import clean
from .delivery import NO_PREVIEW
from .desk import Desk
from .handlers import HandlerGroup, Handlers

log = logging.getLogger(__name__)

PAUSE_SECONDS = 0.25
"""A query is searched only if the user stops typing for this long."""

CACHE_SECONDS = 60
"""How long Telegram answers the same query from its cache; a new article is found that much later."""
RESULTS = 10
"""More than a phone shows above its keyboard; Telegram takes up to 50."""
SNIPPET_UNITS = 120
START_PAYLOAD = "inline"


class Inline(HandlerGroup):
    """Answers inline queries."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._latest: dict[int, asyncio.Task[Answer]] = {}

    def handlers(self) -> Handlers:
        return [InlineQueryHandler(self._queried)]

    async def _queried(self, update: Update, _: object) -> None:
        query = update.inline_query
        if query is None:
            return
        if older := self._latest.pop(query.from_user.id, None):
            older.cancel()
        self._desk.metrics.counts["inline"] += 1
        words = self._desk.words(query.from_user)
        if not (question := clean(query.query)):
            await self._reply(query, [], words("inline-start"))
            return
        task = self._latest[query.from_user.id] = asyncio.create_task(self._find(question))
        try:
            found = await task
        except asyncio.CancelledError:
            if not task.cancelled():
                raise  # the bot is shutting down; the user did not type on
            return
        except FAILURES as error:
            log.error("an inline query could not be searched: %s", error)
            await self._reply(query, [], words("inline-out-of-order"))
            return
        finally:
            if self._latest.get(query.from_user.id) is task:
                del self._latest[query.from_user.id]
        renderer = self._desk.renderer(query)
        # A passage that does not answer is not offered: it would be sent as an answer.
        hits = found.hits if found.answered else ()
        results = [_result(number, hit, renderer) for number, hit in enumerate(hits)]
        await self._reply(query, results, None if found.answered else words("inline-nothing"))

    async def _find(self, question: str) -> Answer:
        await asyncio.sleep(PAUSE_SECONDS)
        return await self._desk.run(self._desk.assistant.ask, question, k=RESULTS)

    async def _reply(self, query: InlineQuery, results: list[InlineQueryResultArticle], note: str | None) -> None:
        button = InlineQueryResultsButton(note, start_parameter=START_PAYLOAD) if note else None
        try:
            await query.answer(results, cache_time=CACHE_SECONDS, is_personal=True, button=button)
        except BadRequest as error:
            log.info("an inline query was answered too late (%s)", error.message)


def _result(number: int, hit: Hit, renderer: Renderer) -> InlineQueryResultArticle:
    """Return an inline result that sends a passage."""
    content = InputTextMessageContent(renderer.passage(hit), parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW)
    return InlineQueryResultArticle(
        str(number),
        titled(hit.article, renderer.words, most=SNIPPET_UNITS),
        content,
        description=shorten(hit.quote.text, SNIPPET_UNITS),
    )
