"""Asks Telegram about the bot, for `byline doctor`, which checks before the service starts."""

import asyncio

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from ..config import TelegramSettings
from ..errors import SettingsError

REJECTED = "Telegram does not know this token; copy it again from @BotFather"


def introduce(settings: TelegramSettings) -> str:
    """Return the bot's name, and which messages it receives in groups.

    Raises:
        SettingsError: Telegram rejects the token, or cannot be reached.
    """
    return asyncio.run(_introduce(settings))


async def _introduce(settings: TelegramSettings) -> str:
    bot = Bot(settings.token, base_url=settings.base_url)
    try:
        async with bot:
            everything = bot.bot.can_read_all_group_messages
            return f"@{bot.username}; in groups it receives {_EVERYTHING if everything else _ADDRESSED}"
    except InvalidToken:
        raise SettingsError(REJECTED) from None
    except TelegramError as error:
        raise SettingsError(f"cannot reach Telegram ({error.message}); check the network") from None


_EVERYTHING = "every message (privacy mode is off, or it is an administrator), and answers those meant for it"
_ADDRESSED = "commands and replies to it; plain mentions often do not arrive (privacy mode is on)"
