"""How a group of handlers is given to python-telegram-bot: each gets the message that an update brings."""

from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any

from telegram import Message, Update
from telegram.ext import BaseHandler, CommandHandler, filters

from .desk import Desk

Handlers = list[BaseHandler[Any, Any, Any]]

Act = Callable[[Message], Awaitable[None]]


def on_message(act: Act) -> Callable[[Update, object], Coroutine[Any, Any, None]]:
    """Return a handler's callback that hands on the message of an update, new or edited; a channel's post is one."""

    async def handle(update: Update, _: object) -> None:
        if message := update.effective_message:
            await act(message)

    return handle


def for_admins(desk: Desk, **acts: Act) -> Handlers:
    """Return handlers of commands that do something for administrators, known by number, in their own chat only."""
    new = filters.UpdateType.MESSAGE
    return [CommandHandler(name, on_message(partial(_for_admin, desk, act)), new) for name, act in acts.items()]


async def _for_admin(desk: Desk, act: Act, message: Message) -> None:
    if message.from_user is None or message.from_user.id not in desk.settings.telegram.admins:
        await desk.say(message, "not-admin")
    elif message.chat.type != "private":
        await desk.say(message, "private-only")
    else:
        await act(message)
