"""Commands that are no questions: what the bot is, and which articles it knows."""

from collections import Counter
from html import escape as escaped

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, filters

from retrieval.errors import RetrievalError
from retrieval.types import ArticleSummary

from ..locales import Words
from ..render.telegram import Html, pack, say
from .desk import Desk, reply

SOURCES_SHOWN = 30


class Commands:
    """Answers commands."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def handlers(self) -> list[BaseHandler]:  # type: ignore[type-arg]  # PTB's own alias, its parameters are of no use here
        """Return the handlers, in the order in which they must be asked."""
        new = filters.UpdateType.MESSAGE
        return [
            CommandHandler("start", self._start, new),
            CommandHandler("help", self._help, new),
            CommandHandler("sources", self._sources, new),
        ]

    async def _start(self, update: Update, _: object) -> None:
        await self._say(update, "start")

    async def _help(self, update: Update, _: object) -> None:
        await self._say(update, "help")

    async def _say(self, update: Update, key: str) -> None:
        if message := update.effective_message:
            await reply(message, [say(self._desk.words(update.effective_user), key)])

    async def _sources(self, update: Update, _: object) -> None:
        if (message := update.effective_message) is None:
            return
        words = self._desk.words(update.effective_user)
        try:
            articles = await self._desk.run(self._desk.assistant.articles)
        except RetrievalError:
            articles = []
        await reply(message, _list_of_sources(articles, words))


def _list_of_sources(articles: list[ArticleSummary], words: Words) -> list[Html]:
    if not articles:
        return [say(words, "no-articles")]
    counted = Counter(article.source or words("source-unknown") for article in articles).most_common()
    lines = [f"{escaped(name)}: {count}" for name, count in counted[:SOURCES_SHOWN]]
    if len(counted) > SOURCES_SHOWN:
        lines.append("…")
    return pack([say(words, "sources", count=len(articles)), Html("\n".join(lines))])
