"""/forget: erases everything stored about a user, after asking."""

from telegram import CallbackQuery, InlineKeyboardMarkup, Message

from ..render.telegram import say
from .addressing import asker
from .delivery import acknowledge, edit_pressed
from .handlers import HandlerGroup, Handlers, is_forged, on_commands, on_press, tell_stale
from .keyboards import Press, Verb, button


class Forgetting(HandlerGroup):
    def handlers(self) -> Handlers:
        return [*on_commands(forget=self._ask), on_press(self._desk, self._pressed, Verb.FORGET)]

    async def _ask(self, message: Message) -> None:
        user, words = asker(message), self._desk.words(message.from_user)
        if message.sender_chat:  # whoever wrote on its behalf would press the button as themselves
            self._desk.state.forget_user(user)
            await self._desk.say(message, "forgotten")
            return
        yes = button(words("button-forget"), Verb.FORGET, str(user), 1)
        keyboard = InlineKeyboardMarkup([[yes, button(words("button-keep"), Verb.FORGET, str(user), 0)]])
        await self._desk.reply(message, [say(words, "forget-what")], keyboard=keyboard)

    async def _pressed(self, query: CallbackQuery, press: Press) -> None:
        """Erase the user who asked for it, or leave everything as it is; presses of others do not count."""
        if press.argument != str(query.from_user.id) or is_forged(query):
            await tell_stale(self._desk, query)
            return
        words = self._desk.words(query.from_user)
        await acknowledge(query)
        if press.number:
            self._desk.state.forget_user(query.from_user.id)
        await edit_pressed(query, say(words, "forgotten" if press.number else "forgotten-nothing"), None)
