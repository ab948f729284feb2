"""Buttons under an answer: a press is acknowledged once it is known what to show, then the message is edited."""

from msgspec.structs import replace
from telegram import CallbackQuery, InlineKeyboardMarkup

from ..render import telegram as render
from . import keyboards
from .delivery import acknowledge, edit_buttons, edit_pressed
from .earlier import place_now, restore
from .handlers import HandlerGroup, Handlers, on_press, tell_stale
from .keyboards import Press, Verb
from .records import AnswerRecord, Shown


class Buttons(HandlerGroup):
    """Handles the buttons under answers, and presses of all buttons that are no longer valid."""

    def handlers(self) -> Handlers:
        return [on_press(self._desk, self._pressed)]

    async def _pressed(self, query: CallbackQuery, press: Press) -> None:
        if query.message is None or (shown := self._shown(press.argument, query.message.chat.id)) is None:
            await tell_stale(self._desk, query)
        elif press.verb in {Verb.HELPFUL, Verb.UNHELPFUL}:
            await self._judge(query, shown, helpful=press.verb is Verb.HELPFUL)
        else:
            await self._turn(query, press, shown)

    def _shown(self, key: str, chat: int) -> Shown | None:
        """Return a chat's answer with this key, if it has buttons."""
        shown = self._desk.state.shown(key)
        return shown if shown and shown.chat == chat and shown.found.places else None

    async def _judge(self, query: CallbackQuery, shown: Shown, *, helpful: bool) -> None:
        """Store a reader's verdict, and mark it under the answer unless the answer has other readers, too."""
        words = self._desk.words(query.from_user)
        before = self._verdict(shown)
        self._desk.state.judge(shown.key, query.from_user.id, helpful=helpful)
        await acknowledge(query, words("thanks-short" if helpful else "sorry-short"))
        turned = shown.view not in {None, Press(Verb.PAGE, shown.key, 0).data}  # other views lack these buttons
        if not turned and self._verdict(shown) != before:
            await edit_buttons(query, keyboards.for_answer(shown, words, verdict=helpful))

    def _verdict(self, shown: Shown) -> bool | None:
        """Return the verdict of a private chat's user on an answer."""
        return self._desk.state.verdict(shown.key, shown.chat)

    async def _turn(self, query: CallbackQuery, press: Press, shown: Shown) -> None:
        """Show another view of an answer; if that is not available, leave the answer as it is."""
        if shown.view == press.data:
            await acknowledge(query)  # pressed twice
            return
        if (found := await self._view(press, shown, query)) is None:
            await acknowledge(query, self._desk.words(query.from_user)("passage-gone-short"), alert=True)
            return
        await acknowledge(query)
        if not await edit_pressed(query, *found):
            return
        now = self._shown(shown.key, shown.chat)
        if now == shown:
            self._desk.state.set_view(shown.key, press.data)
        elif now and (answer := await self._view(Press(Verb.PAGE, now.key, 0), now, query)):
            await edit_pressed(query, *answer)  # the question was edited meanwhile: restore its new answer

    async def _view(
        self, press: Press, shown: Shown, query: CallbackQuery
    ) -> tuple[render.Html, InlineKeyboardMarkup | None] | None:
        """Return the view that a press asks for; None if it is no longer in the articles."""
        renderer = self._desk.renderer(query)
        if press.verb is Verb.CONTEXT:
            there = await self._desk.run(place_now, self._desk.assistant, shown.found.places[0])
            if there is None:
                return None
            return renderer.context(*there), keyboards.for_aside(shown, renderer.words)
        found = await self._desk.run(restore, self._desk.assistant, shown.found)
        if found is None:
            return None
        if press.verb is Verb.WHY:
            return renderer.why(found), keyboards.for_aside(shown, renderer.words)
        page = min(press.number, render.pages(len(found.hits), answered=found.answered) - 1)
        left = replace(shown, found=AnswerRecord.of(found))  # passages that are gone have no page
        keyboard = keyboards.for_answer(left, renderer.words, page=page, verdict=self._verdict(shown))
        together = shown.chat < 0  # a group's other members still read the answer
        return renderer.answer(found, page=page, below=together)[-1], keyboard
