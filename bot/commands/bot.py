"""`byline bot`: runs the Telegram bot."""

import argparse

from ..app import make_assistant
from ..config import Settings
from ..errors import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "Everything is set by the settings file or the environment; see docs/telegram.md of its source."


def run(_options: argparse.Namespace, settings: Settings) -> int:
    if not settings.telegram.token:
        raise UsageError(
            "no Telegram token: get one from @BotFather, then: export BYLINE_TELEGRAM_TOKEN=… and run byline bot again"
        )
    from .. import telegram  # noqa: PLC0415 - heavy, and useless without a token

    return telegram.run(settings, make_assistant(settings))
