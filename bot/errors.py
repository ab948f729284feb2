"""Mistakes that a user of the front ends can make.

BotError
├── SettingsError   a setting that is unknown or of the wrong kind
└── UsageError      a command that cannot be carried out as given

Each message is one line: what, where, and the command that puts it right.
"""

from embeddings.errors import EmbeddingError
from retrieval.errors import RetrievalError

FAILURES = (RetrievalError, EmbeddingError)
"""What the packages below raise on purpose; reported in one line, without a traceback."""


class BotError(Exception):
    """Base of every error that this package raises on purpose."""


class SettingsError(BotError):
    """A setting is unknown, or its value is of the wrong kind."""


class UsageError(BotError):
    """A command cannot be carried out as given."""
