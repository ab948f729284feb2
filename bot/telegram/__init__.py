"""The Telegram front end: questions come as updates, answers leave as messages."""

from .service import run

__all__ = ["run"]
