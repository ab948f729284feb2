"""/follow: asks a question again whenever articles arrive, and reports each new answer once."""

import hashlib
import logging
from functools import partial

from telegram import Bot, CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.error import BadRequest, Forbidden, TelegramError

from retrieval.types import Filter, Hit

from ..locales import words_in
from ..render.cutting import shorten
from ..render.telegram import Html, Renderer, escape, pack, say
from ..render.wording import comparable, same_question
from .addressing import asked, asker
from .delivery import Draft, acknowledge, edit_buttons, edit_pressed
from .desk import deep_link
from .earlier import continued
from .handlers import HandlerGroup, Handlers, in_private, on_press, rows_below, tell_stale
from .keyboards import Press, Verb, button
from .records import Follow

log = logging.getLogger(__name__)

MAX_FOLLOWS = 10
"""Questions that one user may follow: each is asked again whenever articles arrive."""
HITS = 20
"""Hits among which a new article is looked for: better old answers, and their copies, may rank above it."""


class Follows(HandlerGroup):
    """Stores followed questions, and reports new answers to them."""

    def handlers(self) -> Handlers:
        return [
            *in_private(self._desk, follow=self._follow, following=self._following),
            on_press(self._desk, self._pressed, Verb.UNFOLLOW),
        ]

    async def _follow(self, message: Message) -> None:
        state, user = self._desk.state, asker(message)
        question = asked(message)
        if not question and (before := continued(self._desk, message)):
            question = before[-1].interpreted_as
        if not question:
            await self._desk.say(message, "follow-what")
            return
        follows = state.follows(user)
        known = any(same_question(follow.question, question) for follow in follows)
        if len(follows) >= MAX_FOLLOWS and not known:
            await self._desk.say(message, "follow-too-many", count=MAX_FOLLOWS)
            return
        if not known:
            await self._begin(user, question, message.from_user.language_code if message.from_user else None)
        await self._desk.say(message, "follow-begun", question=shorten(question, 300))

    async def _begin(self, user: int, question: str, language: str | None) -> None:
        """Store a question with the answers that exist: copies of those will be no news."""
        found = await self._desk.run(self._desk.assistant.ask, question, k=HITS)
        follow = self._desk.state.add_follow(user, question, language)
        for hit in found.hits:
            self._desk.state.add_told(follow, _digest(hit))

    async def _pressed(self, query: CallbackQuery, press: Press) -> None:
        """Stop following a question; in a group a press is forged, and would put a list in place of an answer."""
        if query.message is None or query.message.chat.type != "private":
            await tell_stale(self._desk, query)
            return
        renderer, state = self._desk.renderer(query), self._desk.state
        for follow in state.follows(query.from_user.id):
            if str(follow.id) == press.argument:
                state.remove_follow(follow.id)
        await acknowledge(query, renderer.words("unfollowed-short"))  # also where an earlier press already ended it
        if press.number:
            await edit_buttons(query, _without(query))
        else:
            text, keyboard = self._overview(query.from_user.id, renderer)
            await edit_pressed(query, text, keyboard)

    async def _following(self, message: Message) -> None:
        text, keyboard = self._overview(asker(message), self._desk.renderer(message))
        await self._desk.reply(message, [text], keyboard=keyboard)

    def _overview(self, user: int, renderer: Renderer) -> tuple[Html, InlineKeyboardMarkup | None]:
        """Return the list of questions that a user follows, with a button for each that stops it."""
        follows = self._desk.state.follows(user)
        if not follows:
            return say(renderer.words, "follow-none"), None
        lines = [f"{n}. {escape(shorten(follow.question, 300))}" for n, follow in enumerate(follows, 1)]
        buttons = [_stop_button(f"✕ {n}", follow) for n, follow in enumerate(follows, 1)]
        rows = [buttons[start : start + 5] for start in range(0, len(buttons), 5)]
        return pack([say(renderer.words, "follow-list"), Html("\n".join(lines))])[0], InlineKeyboardMarkup(rows)

    # --- new articles ------------------------------------------------------------------------------------------------

    async def tell_all(self, bot: Bot) -> None:
        """Ask every followed question again if articles arrived since the last time, and tell of new answers.

        Raises:
            TelegramError: not everybody could be told.
        """
        failed: TelegramError | None = None
        present = {article.id for article in await self._desk.run(self._desk.assistant.articles)}
        known = self._desk.state.known_articles()
        if new := present - known:
            followers = dict.fromkeys(follow.user for follow in self._desk.state.follows())
            for user in filter(self._desk.settings.telegram.serves, followers):
                try:
                    await self._tell_user(bot, user, new)
                except TelegramError as error:  # perhaps of this chat alone, such as a flood limit
                    failed = error
        if failed:
            raise failed
        if known != present:
            self._desk.state.set_known_articles(present)

    async def _tell_user(self, bot: Bot, user: int, new: set[str]) -> None:
        """Send a message for each new answer to what a user follows, one if it answers several questions."""
        state = self._desk.state
        news: dict[str, tuple[Hit, list[Follow]]] = {}
        for follow in state.follows(user):
            hit = await self._desk.run(self._fresh_hit, follow, new)
            if hit and not state.was_told(follow.id, digest := _digest(hit)):
                news.setdefault(digest, (hit, []))[1].append(follow)
        for hit, answered in news.values():
            following = state.follows(user)  # they may have stopped some meanwhile
            if still := [it for it in answered if it in following]:
                await self._tell(bot, hit, still)

    def _fresh_hit(self, follow: Follow, new: set[str]) -> Hit | None:
        """Return the passage of a new article that answers a question; None if only copies of old ones do. Blocks."""
        ask = partial(self._desk.assistant.ask, follow.question)
        # The new articles alone are searched in a fraction of the time, and most often none of them answers.
        if not ask(k=1, where=Filter(articles=tuple(new))).answered:
            return None
        found = ask(k=HITS)
        fresh = [hit for hit in found.hits if {hit.article.id, *(article.id for article in hit.also_in)} <= new]
        if not fresh:
            return None
        if fresh[0] is found.hits[0]:
            return fresh[0] if found.answered else None
        # An old article ranks first: whether the new one answers as well is judged without the old one.
        alone = ask(k=1, where=Filter(articles=(fresh[0].article.id,)))
        return alone.hits[0] if alone.answered else None

    async def _tell(self, bot: Bot, hit: Hit, follows: list[Follow]) -> None:
        """Send a user an answer to questions that they follow."""
        state, (first, *others) = self._desk.state, follows
        words = words_in(state.language(first.user) or first.language)
        renderer = Renderer(words, partial(deep_link, bot))
        questions = " · ".join(shorten(it.question, 300 // len(follows)) for it in follows)
        text = renderer.passage(hit, say(words, "follow-news", question=questions))
        labels = [f"✕ {shorten(it.question, 40)}" for it in follows] if others else [words("button-unfollow")]
        stops = zip(labels, follows, strict=True)
        keyboard = InlineKeyboardMarkup([[_stop_button(label, it, under_news=True)] for label, it in stops])
        try:
            await self._desk.delivery.send(bot, [Draft(first.user, text, keyboard)], asked=-first.id)
        except Forbidden:
            state.forget_user(first.user)
            return
        except BadRequest as error:
            log.error("news that Telegram refuses (%s)", error.message)
        for follow in follows:
            state.add_told(follow.id, _digest(hit))
        state.ledger.settle(first.user, -first.id)


def _without(query: CallbackQuery) -> InlineKeyboardMarkup | None:
    """Return the buttons that are left below a message once one was pressed."""
    rows = [row for row in rows_below(query) if row[0].callback_data != query.data]
    return InlineKeyboardMarkup(rows) if rows else None


def _stop_button(text: str, follow: Follow, *, under_news: bool = False) -> InlineKeyboardButton:
    return button(text, Verb.UNFOLLOW, str(follow.id), int(under_news))


def _digest(hit: Hit) -> str:
    """Return a hash that copies of a passage have in common."""
    return hashlib.blake2b(comparable(hit.quote.text).encode(), digest_size=16).hexdigest()
