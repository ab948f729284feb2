"""Adapts handlers to python-telegram-bot: each receives the message or the button press that an update contains."""

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from functools import partial
from typing import Any

from telegram import CallbackQuery, InlineKeyboardButton, Message, Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, filters

from .delivery import acknowledge
from .desk import Desk
from .keyboards import Press, Verb, understand

Handlers = list[BaseHandler[Any, Any, Any]]

Act = Callable[[Message], Awaitable[None]]
Callback = Callable[[Update, object], Coroutine[Any, Any, None]]


class HandlerGroup:
    """A group of related handlers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def handlers(self) -> Handlers:
        """Return the handlers, in the order in which they must be tried."""
        raise NotImplementedError


def on_message(act: Act) -> Callback:
    """Return a callback that passes on the message of an update: new, edited, or a channel's post."""

    async def handle(update: Update, _: object) -> None:
        if message := update.effective_message:
            await act(message)

    return handle


def on_press(
    desk: Desk, act: Callable[[CallbackQuery, Press], Awaitable[None]], *verbs: Verb
) -> CallbackQueryHandler[Any, None]:
    """Return a handler of presses with one of these verbs; without any, of all that no earlier handler takes."""

    def is_one(data: object) -> bool:
        return (press := understand(data)) is not None and press.verb in verbs

    async def handle(update: Update, _: object) -> None:
        if (query := update.callback_query) is None:
            return
        desk.metrics.counts["presses"] += 1
        if (press := understand(query.data)) and query.message:
            await act(query, press)
        else:
            await tell_stale(desk, query)

    return CallbackQueryHandler(handle, is_one if verbs else None)


def is_forged(query: CallbackQuery) -> bool:
    """Return whether the message of a press lacks the button, or is too old to tell: a press may name any message."""
    return not any(button.callback_data == query.data for row in rows_below(query) for button in row)


def rows_below(query: CallbackQuery) -> Sequence[Sequence[InlineKeyboardButton]]:
    """Return the buttons of a press's message, row by row; none if it is too old to tell."""
    keyboard = query.message.reply_markup if isinstance(query.message, Message) else None
    return keyboard.inline_keyboard if keyboard else ()


async def tell_stale(desk: Desk, query: CallbackQuery) -> None:
    """Tell the user that a button is no longer valid."""
    await acknowledge(query, desk.words(query.from_user)("stale-short"))


def on_commands(**acts: Act) -> Handlers:
    """Return handlers of commands in new messages."""
    new = filters.UpdateType.MESSAGE
    return [CommandHandler(name, on_message(act), new) for name, act in acts.items()]


def in_private(desk: Desk, **acts: Act) -> Handlers:
    """Return handlers of commands for private chats only."""
    return on_commands(**{name: partial(_in_private, desk, act) for name, act in acts.items()})


def for_admins(desk: Desk, **acts: Act) -> Handlers:
    """Return handlers of commands for administrators only, recognised by id, in a private chat."""
    return on_commands(**{name: partial(_for_admin, desk, act) for name, act in acts.items()})


async def _in_private(desk: Desk, act: Act, message: Message) -> None:
    if message.chat.type == "private":
        await act(message)
    else:
        await desk.say(message, "private-only")


async def _for_admin(desk: Desk, act: Act, message: Message) -> None:
    if message.from_user and message.from_user.id in desk.settings.telegram.admins:
        await _in_private(desk, act, message)
    else:
        await desk.say(message, "not-admin")
