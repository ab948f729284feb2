"""Inline mode: `@bot question` in any chat. Every keystroke sends a query, so only a user's latest is searched."""

import asyncio
from contextlib import suppress

from telegram import InlineQuery, InlineQueryResultArticle, InlineQueryResultsButton, InputTextMessageContent, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import InlineQueryHandler

from retrieval.types import Hit

from ..render.cutting import shorten
from ..render.telegram import Renderer, titled
from .addressing import clean
from .delivery import NO_PREVIEW
from .desk import Desk
from .handlers import HandlerGroup, Handlers

PAUSE_SECONDS = 0.25
"""A query is answered only if the user stops typing for this long."""

CACHE_SECONDS = 60
"""How long Telegram answers the same query from its cache; a new article is found that much later."""
RESULTS = 10
"""More than a phone shows above its keyboard; Telegram takes up to 50."""
SNIPPET_UNITS = 120
START_PAYLOAD = "inline"


class Inline(HandlerGroup):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._latest: dict[int, str] = {}
        """The query of each user who may be typing on."""

    def handlers(self) -> Handlers:
        return [InlineQueryHandler(self._queried)]

    async def _queried(self, update: Update, _: object) -> None:
        if (query := update.inline_query) is None:
            return
        self._desk.metrics.counts["inline"] += 1
        self._latest[query.from_user.id] = query.id
        await asyncio.sleep(PAUSE_SECONDS)
        if self._latest.get(query.from_user.id) != query.id:
            return
        del self._latest[query.from_user.id]
        words = self._desk.words(query.from_user)
        if not (question := clean(query.query)):
            await offer(query, [], words("inline-start"))
            return
        found = await self._desk.run(self._desk.assistant.ask, question, k=RESULTS)
        renderer = self._desk.renderer(query)
        # A passage that does not answer is not offered: it would be sent as an answer.
        hits = found.hits if found.answered else ()
        results = [_result(number, hit, renderer) for number, hit in enumerate(hits)]
        await offer(query, results, None if found.answered else words("inline-nothing"))


async def offer(query: InlineQuery, results: list[InlineQueryResultArticle], note: str | None = None) -> None:
    """Answer an inline query; ignore the refusal of an answer that comes too late: the user has typed on.

    Args:
        note: text of a button that opens the chat with the bot.
    """
    button = InlineQueryResultsButton(note, start_parameter=START_PAYLOAD) if note else None
    with suppress(BadRequest):
        await query.answer(results, cache_time=CACHE_SECONDS, is_personal=True, button=button)


def _result(number: int, hit: Hit, renderer: Renderer) -> InlineQueryResultArticle:
    """Return an inline result that sends a passage."""
    content = InputTextMessageContent(renderer.passage(hit), parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW)
    return InlineQueryResultArticle(
        str(number), titled(hit.article, renderer.words), content, description=shorten(hit.quote.text, SNIPPET_UNITS)
    )
