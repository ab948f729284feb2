"""Commands that ask no question: what the bot is, which articles it knows, what it stores about a user."""

from collections import Counter

from telegram import CallbackQuery, Message

from ..conversation import Wish, Wished
from ..locales import languages, name_of, words_in
from ..render.cutting import shorten
from ..render.telegram import Html, escape, pack, say
from . import keyboards
from .delivery import acknowledge, edit_pressed
from .desk import PAYLOAD
from .handlers import HandlerGroup, Handlers, is_forged, on_commands, on_press, tell_stale
from .keyboards import Press, Verb
from .profile import ADMIN_ONLY, present_to
from .talk import show

SOURCES_SHOWN = 30
EXAMPLES_SHOWN = 2
MIN_SPACES = 2
"""A headline of fewer words, such as "Lido", is no example of what one may ask."""
LANGUAGES_SHOWN = 6


class Commands(HandlerGroup):
    def handlers(self) -> Handlers:
        commands = on_commands(
            start=self._start, help=self._help, sources=self._sources, latest=self._latest, privacy=self._privacy,
            settings=self._settings,
        )  # fmt: skip
        return [*commands, on_press(self._desk, self._choose_language, Verb.LANGUAGE)]

    async def _start(self, message: Message) -> None:
        await self._greet(message)
        if message.chat_id in self._desk.settings.telegram.admins:  # a private chat has the id of its user
            await present_to(message.get_bot(), message.chat_id)

    async def _greet(self, message: Message) -> None:
        payload = PAYLOAD.fullmatch("".join((message.text or "").split()[1:2]))
        if payload and await self._open(message, payload[1]):
            return
        words = self._desk.words(message.from_user)
        articles = await self._desk.run(self._desk.assistant.articles)
        titles = (article.title or "" for article in articles if article.language == words.language)
        telling = [title for title in titles if title.count(" ") >= MIN_SPACES]
        gone = [say(words, "passage-gone-short")] if payload else []
        # In a group, plain text may not reach the bot.
        how = "start-how" if message.chat.type == "private" else "ask-what"
        parts = [*gone, say(words, "start"), say(words, how)]
        if spoken := Counter(article.language for article in articles if article.language).most_common(LANGUAGES_SHOWN):
            names = ", ".join(name_of(code) for code, _ in spoken)
            parts.append(say(words, "start-languages", languages=names))
        if examples := telling[:EXAMPLES_SHOWN]:
            parts.append(say(words, "start-examples"))
            parts += [Html(f"<code>{escape(shorten(title, 100))}</code>") for title in examples]
        await self._desk.reply(message, pack(parts))

    async def _open(self, message: Message, passage: str) -> bool:
        """Show the passage that a deep link names; return False if there is none."""
        around = await self._desk.run(self._desk.assistant.context, passage)
        if around is None:
            return False
        await self._desk.reply(message, [self._desk.renderer(message).context(around)])
        return True

    async def _help(self, message: Message) -> None:
        words = self._desk.words(message.from_user)
        inline = Html(f" {words('help-inline')}") if message.get_bot().bot.supports_inline_queries else ""
        how = "help-how" if message.chat.type == "private" else "help-how-group"
        parts = [say(words, "help", how=say(words, how), inline=inline)]
        if message.chat_id in self._desk.settings.telegram.admins:
            parts.append(Html("\n".join(f"/{name} – {escape(words(f'command-{name}'))}" for name in ADMIN_ONLY)))
        await self._desk.reply(message, pack(parts))

    async def _privacy(self, message: Message) -> None:
        await self._desk.say(message, "privacy")

    async def _settings(self, message: Message) -> None:
        if user := message.from_user:
            words = self._desk.words(user)
            keyboard = keyboards.for_settings(words, self._desk.state.language(user.id))
            await self._desk.reply(message, [say(words, "settings")], keyboard=keyboard)

    async def _choose_language(self, query: CallbackQuery, press: Press) -> None:
        language = press.argument or None
        if language not in {None, *languages()} or is_forged(query):
            await tell_stale(self._desk, query)
            return
        self._desk.state.set_language(query.from_user.id, language)
        chosen = words_in(language) if language else self._desk.words(query.from_user)
        await acknowledge(query, chosen("language-chosen-short"))
        await edit_pressed(query, say(chosen, "settings"), keyboards.for_settings(chosen, language))

    async def _sources(self, message: Message) -> None:
        words = self._desk.words(message.from_user)
        articles = await self._desk.run(self._desk.assistant.articles)
        counted = Counter(article.source or words("source-unknown") for article in articles).most_common()
        lines = [f"{escape(shorten(name, 100))}: {count}" for name, count in counted[:SOURCES_SHOWN]]
        if len(counted) > SOURCES_SHOWN:
            lines.append("…")
        heading = say(words, "sources" if articles else "reason-articles", count=len(articles))
        await self._desk.reply(message, pack([heading, Html("\n".join(lines))]))

    async def _latest(self, message: Message) -> None:
        await show(self._desk, message, Wish(Wished.LATEST))
