"""The bot's profile: commands and descriptions in every language, set whenever they have changed."""

import hashlib
import json
import logging
from contextlib import suppress

from telegram import Bot, BotCommandScope, BotCommandScopeAllGroupChats, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import BadRequest, TelegramError

from ..locales import DEFAULT, Words, languages, words_in
from .desk import Desk

log = logging.getLogger(__name__)

PRIVATE = ("ask", "sources", "latest", "follow", "following", "settings", "privacy", "forget", "help")
WRITING = ("add", "reindex")
"""Commands that change the index, which takes a while."""
ADMIN_ONLY = (*WRITING, "articles", "stats", "gaps")
ADMIN = (*PRIVATE, *ADMIN_ONLY)
GROUP = ("ask", "sources", "latest", "help")

_FACT = "profile"
_GIVEN = "administrators with a menu"


async def present(desk: Desk, bot: Bot) -> None:
    """Set commands and descriptions; if Telegram is out of reach, the old ones merely stay."""
    wanted = _digest(desk, bot)
    if desk.state.fact(_FACT) == wanted:
        return
    admins = desk.settings.telegram.admins
    given = {*json.loads(desk.state.fact(_GIVEN) or "[]"), *admins}
    desk.state.set_fact(_GIVEN, json.dumps(sorted(given)))  # before they are, in case of a crash
    try:
        await _set_menu(bot, BotCommandScopeDefault(), PRIVATE)
        await _set_menu(bot, BotCommandScopeAllGroupChats(), GROUP)
        for former in given.difference(admins):
            await _drop_menu(bot, BotCommandScopeChat(former))
        for admin in admins:
            await present_to(bot, admin)
        for words in map(words_in, languages()):
            await bot.set_my_description(words("description"), language_code=_code(words))
            await bot.set_my_short_description(words("short-description"), language_code=_code(words))
    except TelegramError as error:
        log.warning("commands and descriptions could not be set (%s)", error.message)
    else:
        desk.state.set_fact(_GIVEN, json.dumps(sorted(admins)))
        desk.state.set_fact(_FACT, wanted)


async def present_to(bot: Bot, admin: int) -> None:
    """Set an administrator's commands; Telegram refuses that until they have opened a chat with the bot."""
    try:
        await _set_menu(bot, BotCommandScopeChat(admin), ADMIN)
    except BadRequest:
        log.info("an administrator has not opened a chat with the bot yet; their menu follows when they do")


async def _drop_menu(bot: Bot, scope: BotCommandScope) -> None:
    with suppress(BadRequest):  # the chat is gone
        for words in map(words_in, languages()):
            await bot.delete_my_commands(scope, _code(words))


async def _set_menu(bot: Bot, scope: BotCommandScope, names: tuple[str, ...]) -> None:
    for words in map(words_in, languages()):
        described = [(name, words(f"command-{name}")) for name in names]
        await bot.set_my_commands(described, scope=scope, language_code=_code(words))


def _code(words: Words) -> str | None:
    return None if words.language == DEFAULT else words.language  # None serves all languages without their own


def _digest(desk: Desk, bot: Bot) -> str:
    telegram, sentences = desk.settings.telegram, [dict(words_in(code).raw()) for code in languages()]
    state = [bot.id, telegram.base_url, sorted(telegram.admins), PRIVATE, GROUP, ADMIN, sentences]
    return hashlib.sha256(json.dumps(state, sort_keys=True).encode()).hexdigest()
