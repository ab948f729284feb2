"""The only place that configures logging: one handler on standard error, text or JSON, secrets masked.

Nothing is asked of those who log: whatever they write, a token does not get through.
"""

import json
import logging
import re
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TextIO

_TOKEN = re.compile(r"[0-9]{3,}:[A-Za-z0-9_-]{30,}")
"""A bot token, as BotFather hands them out."""

_QUIET = ("httpx", "httpcore", "telegram", "apscheduler", "tornado", "asyncio", "faiss")
"""When they are let, they print addresses with the token in them, what users wrote, or ten lines about their start."""

_NAMELESS = ("pypdf", "trafilatura")
"""They tell of odd places in files without saying in which; what cannot be read, our own readers say."""

_MASK = "<secret>"

_MIN_HALF = 16
"""Characters behind the colon of a token that are masked by themselves: Telegram's are 35, a word is no secret."""


def configure(*, level: str, form: str, secrets: Iterable[str] = (), stream: TextIO | None = None) -> None:
    """Set up logging for this process.

    Args:
        level: name of the lowest level shown for our own modules.
        form: `text` or `json`, one line a record (a traceback follows its line in text).
        secrets: values that must never appear.
        stream: standard error unless given.
    """
    formatter = JsonFormatter(secrets) if form == "json" else TextFormatter(secrets)
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))
    for name in _NAMELESS:
        logging.getLogger(name).setLevel("DEBUG" if level == "DEBUG" else "CRITICAL")
    logging.getLogger("telegram.request").setLevel(logging.CRITICAL)  # it quotes answers that it cannot parse
    logging.captureWarnings(True)


def masked(text: str, secrets: Iterable[str]) -> str:
    """Return a text without these secrets, without the half behind a token's colon, and without any other token."""
    for secret in filter(None, secrets):
        half = secret.partition(":")[2]
        for part in (secret, half) if len(half) >= _MIN_HALF else (secret,):
            text = text.replace(part, _MASK)
    return _TOKEN.sub(_MASK, text)


class TextFormatter(logging.Formatter):
    """Writes lines for people, secrets masked."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = tuple(secrets)

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as text."""
        return masked(super().format(record), self._secrets)


class JsonFormatter(TextFormatter):
    """Writes one JSON object a record, secrets masked."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as one line of JSON."""
        entry = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            entry["exception"] = self.formatException(record.exc_info)
        return json.dumps({key: masked(value, self._secrets) for key, value in entry.items()}, ensure_ascii=False)
