"""Articles, candidates and questions for the tests of ranking: small, invented, with vectors that can be read."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from embeddings.base import Vector, Vectors
from retrieval.language.text import stems
from retrieval.passages import split
from retrieval.question.terms import question_stems
from retrieval.ranking import rerank
from retrieval.ranking.asked import Question
from retrieval.ranking.candidates import Candidate
from retrieval.types import Article, Hit, Passage


@dataclass(frozen=True)
class Known:
    """A row that has been read already."""

    passage: Passage
    article: Article

    @property
    def article_id(self) -> str:
        return self.article.id

    @property
    def language(self) -> str | None:
        return self.article.language

    @property
    def text(self) -> str:
        return self.passage.text


def article(text: str, *, name: str = "a", title: str | None = None, language: str | None = "en") -> Article:
    return Article(id=name, uri=name, text=text, title=title, source="The Valley Post", language=language)


def passages(it: Article) -> list[Passage]:
    return split(it)


def unit(*values: float) -> Vector:
    vector = np.asarray(values, dtype=np.float32)
    return (vector / np.linalg.norm(vector)).astype(np.float32)


def candidate(
    it: Article, passage: Passage, *, bm25: float = 0.0, vector: Vector | None = None, sentences: Vectors | None = None
) -> Candidate:
    return Candidate(row=Known(passage, it), vector=vector, sentence_vectors=sentences, bm25=bm25)


def question(
    text: str,
    among: Sequence[Passage],
    *,
    vector: Vector | None = None,
    language: str = "en",
    articles: str = "en",
    model: str = "minilm",
) -> Question:
    """Return a question with the counts that an index of these passages would give."""
    held = [set(stems(passage.text, articles)) for passage in among]
    wanted = {*question_stems(text, language), *question_stems(text, articles)}
    counts = {stem: sum(stem in one for one in held) for stem in wanted}
    return Question(text, vector, language, counts, len(among), model)


def rank(asked: Question, among: Sequence[Candidate], *, limit: int = 10, further: int = 0) -> list[Hit]:
    """Return the hits, best first, with their signals."""
    return [it.judged() for it in rerank.rank(asked, among, limit=limit, further=further)]


def only_hit(text: str, it: Article, passage: Passage) -> Hit:
    """Return the hit of an English question where this passage is all there is."""
    [hit] = rank(question(text, [passage]), [candidate(it, passage, bm25=1.0)])
    return hit
