"""Input of the ranking: the passages that may answer a question."""

from typing import NamedTuple, Protocol

from embeddings.base import Vector, Vectors

from ..types import Article, Passage


class Row(Protocol):
    """A passage of the index; its text and article are loaded on access."""

    @property
    def article_id(self) -> str: ...
    @property
    def language(self) -> str | None: ...
    @property
    def text(self) -> str: ...
    @property
    def passage(self) -> Passage: ...
    @property
    def article(self) -> Article: ...


class Candidate(NamedTuple):
    """A passage that one of the legs has found; most are never read, as their scores rule them out."""

    row: Row
    vector: Vector | None
    """None where the index has none: its model cannot read the article's language, or there is no model."""
    sentence_vectors: Vectors | None
    """One row per sentence of the passage; ignored if there are more or fewer, as from an earlier version's
    splitter."""
    bm25: float
    """Higher is better; 0 where full-text search has not found it."""
