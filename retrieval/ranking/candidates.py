"""What ranking is given: a question with what the index knows of its words, and the passages that may answer it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from embeddings.base import Vector, Vectors

from ..question.terms import Term, terms
from ..types import Article, Passage
from .following import Before


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


@dataclass(frozen=True, slots=True)
class Question:
    """A stand-alone question, with what the index knows of its words."""

    text: str
    vector: Vector | None
    language: str
    counts: Mapping[str, int]
    """In how many passages each of its stems stands."""
    passages: int
    """How many passages there are."""
    model: str
    trust: float = 1.0
    """How much the model's cosines count, 0 to 1: less where it does not read the question's language."""
    before: Before | None = None
    """Of a follow-up, where something was quoted before it."""

    def terms(self, language: str | None) -> list[Term]:
        """Return its terms as they are looked for in passages of a language."""
        return terms(self.text, language, self.counts, self.passages, self.language)
