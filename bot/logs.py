"""The only place that configures logging: one handler on standard error, text or JSON, secrets masked.

Callers need take no care: whatever they log, no token gets through.
"""

import json
import logging
import re
from collections.abc import Iterable
from datetime import UTC, datetime

_TOKEN = re.compile(r"[0-9]{3,}:[A-Za-z0-9_-]{30,}")
"""A bot token in the form that BotFather issues."""

_QUIET = ("httpx", "httpcore", "telegram", "apscheduler", "tornado", "asyncio", "faiss")
"""Loggers that print addresses with the token in them, what users wrote, or ten lines about their start."""

_NAMELESS = ("pypdf", "trafilatura")
"""Loggers that report oddities in files without naming the file; our own readers report what cannot be read."""

_MASK = "<secret>"

_MIN_HALF = 16
"""Least length at which the part of a token after its colon is masked by itself: Telegram's have 35 characters, and a
mere word is no secret."""


def configure(*, level: str, form: str, secrets: Iterable[str] = ()) -> None:
    """Set up logging for this process, on standard error.

    Args:
        level: name of the lowest level shown for our own modules.
        form: `text` or `json`, one line per record (in text, a traceback follows its line).
        secrets: values that must never appear.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(JsonFormatter(secrets) if form == "json" else TextFormatter(secrets))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))
    for name in _NAMELESS:
        logging.getLogger(name).setLevel("DEBUG" if level == "DEBUG" else "CRITICAL")
    for name in ("telegram.request", "telegram.ext.Updater"):  # they quote what they cannot parse, at any level
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    logging.captureWarnings(True)


def masked(text: str, secrets: Iterable[str]) -> str:
    """Return a text without these secrets, without the part after a token's colon, and without any other token."""
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
        return masked(super().format(record), self._secrets)


class JsonFormatter(TextFormatter):
    """Writes one JSON object per record, secrets masked."""

    def format(self, record: logging.LogRecord) -> str:
        entry = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            entry["exception"] = self.formatException(record.exc_info)
        return json.dumps({key: masked(value, self._secrets) for key, value in entry.items()}, ensure_ascii=False)
