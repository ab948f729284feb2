"""The model of an index: the one it was made with, and the one it should have; loaded only to embed something."""

import sqlite3

from embeddings.base import Embedder

from . import schema
from .embedding import register_model
from .generation import recorded_model
from .options import Languages, Models
from .publish import set_meta
from .transaction import transaction


class IndexModel:
    """The model of one index, for one run of the writer."""

    def __init__(self, connection: sqlite3.Connection, models: Models) -> None:
        self._connection = connection
        self._models = models
        self.embedder: Embedder | None = None
        """The model, once it is loaded."""

    @property
    def name(self) -> str | None:
        """Name of the model that the index was made with; None for an empty index."""
        known = recorded_model(self._connection)
        return known.name if known else None

    def load(self) -> Embedder:
        """Return the model that the index should have."""
        if self.embedder is None:
            self.embedder = self._models.load(self._models.choose(schema.languages(self._connection), self.name))
        return self.embedder

    def start(self, languages: Languages) -> None:
        """Give a new index its model, chosen by the languages of its first articles."""
        self.embedder = self._models.load(self._models.choose(languages, None))
        with transaction(self._connection):
            self.record()

    def record(self) -> None:
        """Record that the index is made with the loaded model and the current way of splitting texts."""
        set_meta(self._connection, "model", str(register_model(self._connection, self.load())))
        set_meta(self._connection, "versions", schema.SPLIT_VERSIONS)

    def outdated(self) -> bool:
        """Return whether the index was made with another model than wanted, or with another way of splitting texts."""
        wanted = self._models.choose(schema.languages(self._connection), self.name)
        known = recorded_model(self._connection)
        other = known is None or self._models.fingerprint(wanted) != known.fingerprint
        return other or schema.is_split_otherwise(self._connection)
