"""The Telegram front end: questions arrive as updates, answers are sent as messages."""

from .service import run

__all__ = ["run"]
