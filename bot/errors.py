"""What a front end reports in one line: what, where, and the command that puts it right."""

from embeddings.errors import EmbeddingError
from retrieval.errors import RetrievalError

FAILURES = (RetrievalError, EmbeddingError)
"""What the packages below raise on purpose; reported in one line, without a traceback."""


class UsageError(Exception):
    """A setting is wrong, or a command cannot be carried out as given; all that this package raises on purpose."""
