"""What ranking is given: the passages that may answer a question."""

from dataclasses import dataclass
from typing import Protocol

from embeddings.base import Vector, Vectors

from ..types import Article, Passage


class Row(Protocol):
    """A passage of the index; its text and its article are read when they are looked at."""

    @property
    def article_id(self) -> str: ...
    @property
    def language(self) -> str | None: ...
    @property
    def passage(self) -> Passage: ...
    @property
    def article(self) -> Article: ...


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that one of the legs has found; most are never read, for their figures tell that they are not it."""

    row: Row
    vector: Vector | None
    """None where the index has none: its model cannot read the article's language, or there is no model."""
    sentence_vectors: Vectors | None
    """A row for each of the passage's sentences. In an index that an earlier version split, there may be more or fewer:
    they are not heeded."""
    bm25: float
    """Higher is better; 0 where the words leg has not found it."""

    @property
    def article_id(self) -> str:
        return self.row.article_id

    @property
    def language(self) -> str | None:
        return self.row.language

    @property
    def passage(self) -> Passage:
        return self.row.passage

    @property
    def article(self) -> Article:
        return self.row.article
