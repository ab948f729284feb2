"""What `byline doctor` checks of the bot before the service starts: its token, by asking Telegram, and its state."""

import asyncio
import os
from pathlib import Path

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from ..config import TelegramSettings
from ..errors import UsageError
from .state import FILE, State, is_used

REJECTED = "Telegram does not know this token; copy it again from @BotFather"


def check_token(settings: TelegramSettings) -> str:
    """Return the bot's name, and which messages it receives in groups.

    Raises:
        UsageError: Telegram rejects the token, or cannot be reached.
    """
    return asyncio.run(_name_of(settings))


async def _name_of(settings: TelegramSettings) -> str:
    bot = Bot(settings.token, base_url=settings.base_url)
    try:
        async with bot:
            everything = bot.bot.can_read_all_group_messages
            return f"@{bot.username}; in groups it receives {_EVERYTHING if everything else _ADDRESSED}"
    except InvalidToken:
        raise UsageError(REJECTED) from None
    except TelegramError as error:
        raise UsageError(f"cannot reach Telegram ({error.message}); check the network") from None


_EVERYTHING = "every message (privacy mode is off, or it is an administrator), and answers those meant for it"
_ADDRESSED = "commands and replies to it; plain mentions often do not arrive (privacy mode is on)"


def check_state(folder: Path) -> str:
    """Return a sentence on the state that a bot would find; nothing is created.

    Raises:
        UsageError: it could not use it.
    """
    file = folder / FILE
    if not os.path.exists(file):  # noqa: PTH110 - no raise
        above = next(it for it in (folder, *folder.absolute().parents) if os.path.exists(it))  # noqa: PTH110 - no raise
        if os.access(above, os.W_OK | os.X_OK):
            return f"{file} will be made at the first start"
        raise UsageError(
            f"{above}: the bot's state cannot be made here; run it as the user whose it is, or set BYLINE_STATE"
        )
    try:
        State(folder).close()
    except UsageError as error:
        if is_used(error.__cause__):
            return f"{file} is used by a bot that runs"
        raise
    return f"{file} can be used"
