"""/articles for administrators: the indexed articles page by page, each with a button that deletes after asking."""

import hashlib
import logging

from telegram import CallbackQuery, InlineKeyboardMarkup, Message

from retrieval.types import ArticleSummary

from ..errors import FAILURES
from ..locales import Words
from ..render.telegram import Html, Renderer, pack, say, titled
from .admin import refuse
from .delivery import acknowledge, edit_pressed
from .handlers import HandlerGroup, Handlers, for_admins, on_press
from .keyboards import Press, Verb, button

log = logging.getLogger(__name__)

ON_A_PAGE = 8
NAME_UNITS = 140
"""Maximum length of a title, source or author: even if all are this long, a page fits into one message."""

View = tuple[Html, InlineKeyboardMarkup | None]


class ArticleList(HandlerGroup):
    def handlers(self) -> Handlers:
        verbs = Verb.ARTICLES, Verb.DELETE, Verb.REMOVE
        return [*for_admins(self._desk, articles=self._list), on_press(self._desk, self._pressed, *verbs)]

    async def _list(self, message: Message) -> None:
        renderer = self._desk.renderer(message)
        text, keyboard = await self._page(renderer, 0)
        await self._desk.reply(message, [text], keyboard=keyboard)

    async def _pressed(self, query: CallbackQuery, press: Press) -> None:
        """Handle a press of one of the buttons below."""
        renderer = self._desk.renderer(query)
        if query.from_user.id not in self._desk.settings.telegram.admins:
            await acknowledge(query, renderer.words("not-admin-short"))
            return
        await acknowledge(query)
        try:
            text, keyboard = await self._view(renderer, press)
        except FAILURES as error:
            log.error("the list of articles cannot be shown: %s", error)
            text, keyboard = say(renderer.words, "out-of-order-short"), _back(renderer.words, press.number)
        await edit_pressed(query, text, keyboard)

    async def _view(self, renderer: Renderer, press: Press) -> View:
        if press.verb is Verb.ARTICLES:
            return await self._page(renderer, press.number)
        articles = await self._desk.run(self._desk.assistant.articles)
        article = next((it for it in articles if short_name(it.id) == press.argument), None)
        if article is None:
            return say(renderer.words, "article-gone"), _back(renderer.words, press.number)
        if press.verb is Verb.DELETE:
            return _confirmation(renderer, article, press.number)
        return await self._remove(renderer.words, article), _back(renderer.words, press.number)

    async def _remove(self, words: Words, article: ArticleSummary) -> Html:
        try:
            await self._desk.write(self._desk.sent_files.remove, article)
        except FAILURES as error:
            return refuse(words, error)
        return say(words, "article-removed", title=titled(article, words))

    async def _page(self, renderer: Renderer, page: int) -> View:
        articles = await self._desk.run(self._desk.assistant.articles)
        page = min(page, max(0, (len(articles) - 1) // ON_A_PAGE))
        shown = list(enumerate(articles, 1))[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
        heading = say(renderer.words, "sources" if articles else "reason-articles", count=len(articles))
        lines = [Html(f"{number}. {renderer.cite(article, article.url, most=NAME_UNITS)}") for number, article in shown]
        delete = [button(f"🗑 {number}", Verb.DELETE, short_name(article.id), page) for number, article in shown]
        move = [button(renderer.words("button-back"), Verb.ARTICLES, "", page - 1)] if page else []
        if (page + 1) * ON_A_PAGE < len(articles):
            move.append(button(renderer.words("button-next"), Verb.ARTICLES, "", page + 1))
        rows = [row for row in (delete[: ON_A_PAGE // 2], delete[ON_A_PAGE // 2 :], move) if row]
        return pack([heading, *lines])[0], InlineKeyboardMarkup(rows) if rows else None


def _confirmation(renderer: Renderer, article: ArticleSummary, page: int) -> View:
    text = pack([say(renderer.words, "article-delete"), renderer.cite(article, article.url)])[0]
    yes = button(renderer.words("button-delete"), Verb.REMOVE, short_name(article.id), page)
    return text, InlineKeyboardMarkup([[yes, button(renderer.words("button-keep"), Verb.ARTICLES, "", page)]])


def _back(words: Words, page: int) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[button(words("button-back"), Verb.ARTICLES, "", page)]])


def short_name(article_id: str) -> str:
    """Return a short name for an article, whatever characters its id has."""
    return hashlib.blake2b(article_id.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
