"""Errors while text is turned into vectors.

EmbeddingError
├── ModelNotFoundError     no such model, folder or package
├── ModelDamagedError      the model's files exist but cannot be used
├── UnsupportedModelError  the model is intact, but the fast path cannot run its shape
├── MissingExtraError      a library that this model needs is not installed
└── CacheError             the files built once for a model cannot be written

Each message is one line: what, where, and the command that puts it right.
"""


class EmbeddingError(Exception):
    """Base of every error that this package raises on purpose."""


class ModelNotFoundError(EmbeddingError):
    """There is no such model."""


class ModelDamagedError(EmbeddingError):
    """The model's files exist but cannot be used."""


class UnsupportedModelError(EmbeddingError):
    """The model's shape cannot run without torch."""


class MissingExtraError(EmbeddingError):
    """A library that only this model needs is not installed."""


class CacheError(EmbeddingError):
    """The cache folder cannot be written."""
