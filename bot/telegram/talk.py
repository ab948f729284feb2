"""Messages that ask the articles nothing: a friendly line, or what the bot knows about its articles."""

import logging

from telegram import Message

from retrieval.types import Article, ArticleSummary, Lack, Reason

from ..conversation import Wish, Wished, article_at, articles_on, small_talk, wish
from ..errors import FAILURES
from ..render.citation import link_to
from ..render.reason import sentence
from ..render.telegram import Html, Renderer, escape, pack, say
from .addressing import asker
from .desk import Desk

log = logging.getLogger(__name__)

SHOWN = 10
LOOKED_AT = 50
"""Passages in which articles about a topic are looked for."""


class Talk:
    """Answers what is no question to the articles."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def answers(self, message: Message, text: str) -> bool:
        """Answer a message that asks the articles nothing, with one message; False for a question."""
        renderer = self._desk.renderer(message)
        if talk := small_talk(text):
            parts = [say(renderer.words, talk)]
        elif wished := wish(text):
            try:
                parts = await self._told(message, wished, renderer)
            except FAILURES as error:
                log.error("the articles could not be looked into: %s", error)
                parts = [say(renderer.words, "out-of-order-short")]
        else:
            return False
        await self._desk.reply(message, pack(parts)[:1])
        return True

    async def _told(self, message: Message, wished: Wish, renderer: Renderer) -> list[Html]:
        if wished.wished in {Wished.SOURCE, Wished.WHOLE}:
            return await self._source(message, wished, renderer)
        articles = await self._desk.run(self._desk.library.articles)
        if not articles:
            return [say(renderer.words, "no-articles")]
        if wished.wished is Wished.LINK:
            found = article_at(wished.about, articles)
            heading = say(renderer.words, "wish-link" if found else "wish-no-link")
            return [heading, renderer.cite(found, found.url)] if found else [heading]
        if wished.about:
            return await self._about(wished.about, renderer)
        latest = wished.wished is Wished.LATEST
        heading = say(renderer.words, "latest") if latest else say(renderer.words, "sources", count=len(articles))
        return _listed(heading, articles, renderer)

    async def _about(self, topic: str, renderer: Renderer) -> list[Html]:
        found = await self._desk.run(self._desk.library.ask, topic, k=LOOKED_AT)
        if articles := articles_on(topic, found.hits):
            return _listed(say(renderer.words, "wish-articles", topic=topic), articles, renderer)
        return [escape(sentence(Reason(Lack.MENTION, (topic,)), renderer.words))]

    async def _source(self, message: Message, wished: Wish, renderer: Renderer) -> list[Html]:
        """Return title, author, publisher and day of the article that was shown last, or that is replied to."""
        state, before = self._desk.state, message.reply_to_message
        shown = state.shown_at(message.chat_id, before.message_id) if before else None
        shown = shown or state.last_shown(message.chat_id, asker(message))
        if shown is None or not shown.found.places:
            return [say(renderer.words, "wish-nothing")]
        place = shown.found.places[0]
        around = await self._desk.run(self._desk.library.context, place.passage)
        if around is None:
            return [say(renderer.words, "passage-gone-short")]
        cited = renderer.cite(around.article, link_to(around.article, around.passage.text[place.start : place.end]))
        return [say(renderer.words, f"wish-{wished.wished}"), cited]


def _listed(heading: Html, articles: list[Article] | list[ArticleSummary], renderer: Renderer) -> list[Html]:
    return [heading, *(renderer.cite(article, article.url) for article in articles[:SHOWN])]
