"""What can go wrong while text is turned into vectors.

EmbeddingError
├── ModelNotFoundError     no such model, folder or package
├── ModelDamagedError      the model's files are there and cannot be used
├── UnsupportedModelError  the model is sound, but not of a shape that the fast path runs
├── MissingExtraError      a library that this model needs is not installed
└── CacheError             what is made once for a model cannot be written

Each message is one line: what, where, and the command that mends it.
"""


class EmbeddingError(Exception):
    """Base of every error that this package raises on purpose."""


class ModelNotFoundError(EmbeddingError):
    """There is no such model here."""


class ModelDamagedError(EmbeddingError):
    """The model's files are present and cannot be used."""


class UnsupportedModelError(EmbeddingError):
    """The model is not of a shape that can run without torch."""


class MissingExtraError(EmbeddingError):
    """A library that only this model needs is not installed."""


class CacheError(EmbeddingError):
    """The cache folder cannot be written."""
