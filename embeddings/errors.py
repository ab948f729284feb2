"""What can go wrong while text is turned into vectors.

EmbeddingError
├── ModelNotFoundError   no such model, folder or package
├── ModelDamagedError    the model's files are there and cannot be used
└── MissingExtraError    a library that this model needs is not installed

Each message is one line: what, where, and the command that mends it.
"""


class EmbeddingError(Exception):
    """Base of every error that this package raises on purpose."""


class ModelNotFoundError(EmbeddingError):
    """There is no such model here."""


class ModelDamagedError(EmbeddingError):
    """The model's files are present and cannot be used."""


class MissingExtraError(EmbeddingError):
    """A library that only this model needs is not installed."""
