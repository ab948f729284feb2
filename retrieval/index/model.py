"""The model of an index: which one it was made with, which one it shall have; loaded when something is embedded."""

import sqlite3
from collections import Counter

from embeddings.base import Embedder

from . import schema
from .embedding import model_id
from .options import Languages, Models
from .publish import set_meta
from .transaction import transaction


class IndexModel:
    """The model of one index, for one run of the writer."""

    def __init__(self, connection: sqlite3.Connection, models: Models) -> None:
        self._connection = connection
        self._models = models
        self.embedder: Embedder | None = None
        """Once it is loaded."""

    @property
    def name(self) -> str | None:
        """Name of the model that the index was made with; None before anything is in it."""
        return self._recorded("name")

    def languages(self) -> Languages:
        """Count the articles of the index by language."""
        return Counter(dict(self._connection.execute("SELECT language, count(*) FROM article GROUP BY language")))

    def load(self) -> Embedder:
        """Return the model that the index shall have."""
        if self.embedder is None:
            self.embedder = self._models.load(self._models.choose(self.languages(), self.name))
        return self.embedder

    def start(self, languages: Languages) -> None:
        """Give a new index its model, chosen by the languages of its first articles."""
        self.embedder = self._models.load(self._models.choose(languages, None))
        with transaction(self._connection):
            self.record()

    def record(self) -> None:
        """Write down that the index is made with the model that is loaded, and split as texts are now."""
        set_meta(self._connection, "model", str(model_id(self._connection, self.load())))
        set_meta(self._connection, "versions", schema.SPLIT_VERSIONS)

    def other_is_loaded(self) -> bool:
        """Say whether the model that is loaded is not the one that the index was made with."""
        return self.load().fingerprint != self._recorded("fingerprint")

    def outdated(self) -> bool:
        """Say whether the index was made with another model than is wanted, or in another way than it would be now."""
        # One model may go by two names: its fingerprint tells.
        other_name = self._models.choose(self.languages(), self.name) != self.name
        return schema.is_split_otherwise(self._connection) or (other_name and self.other_is_loaded())

    def _recorded(self, column: str) -> str | None:
        query = f"SELECT {column} FROM model WHERE id = (SELECT value FROM meta WHERE key = 'model')"  # noqa: S608
        row = self._connection.execute(query).fetchone()
        return str(row[0]) if row else None
