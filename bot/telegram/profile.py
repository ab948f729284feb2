"""The bot's profile: commands and descriptions in every language, set whenever they have changed."""

import hashlib
import json
import logging

from telegram import BotCommandScope, BotCommandScopeAllGroupChats, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import BadRequest, TelegramError
from telegram.ext import ExtBot

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


_Menu = tuple[BotCommandScope, tuple[str, ...]]
"""A scope, and the names of the commands shown there."""


async def present(desk: Desk, bot: ExtBot[None]) -> None:
    """Set commands and descriptions; if Telegram is out of reach, the old ones merely stay."""
    menus: list[_Menu] = [(BotCommandScopeDefault(), PRIVATE), (BotCommandScopeAllGroupChats(), GROUP)]
    menus += [(BotCommandScopeChat(admin), ADMIN) for admin in sorted(desk.settings.telegram.admins)]
    wanted = _digest(desk, bot, menus)
    if desk.state.fact(_FACT) == wanted:
        return
    try:
        for code in languages():
            await _present_in(bot, words_in(code), menus)
    except TelegramError as error:
        log.warning("commands and descriptions could not be set (%s)", error.message)
    else:
        desk.state.set_fact(_FACT, wanted)


async def _present_in(bot: ExtBot[None], words: Words, menus: list[_Menu]) -> None:
    code = None if words.language == DEFAULT else words.language  # None serves all languages without their own
    for scope, names in menus:
        described = [(name, words(f"command-{name}")) for name in names]
        try:
            await bot.set_my_commands(described, scope=scope, language_code=code)
        except BadRequest:
            if not isinstance(scope, BotCommandScopeChat):
                raise
            log.info("an administrator has not opened a chat with the bot yet; their menu stays as it is")
    await bot.set_my_description(words("description"), language_code=code)
    await bot.set_my_short_description(words("short-description"), language_code=code)


def _digest(desk: Desk, bot: ExtBot[None], menus: list[_Menu]) -> str:
    sentences = [dict(words_in(code).raw()) for code in languages()]
    state = [bot.id, desk.settings.telegram.base_url, [names for _, names in menus], sentences]
    return hashlib.sha256(json.dumps(state, sort_keys=True).encode()).hexdigest()
