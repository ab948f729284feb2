"""Candidates → hits: a plain sum of both legs, the nearest sentence as the quote."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from embeddings.base import Vector, Vectors

from .terms import terms
from .text import stems
from .types import Article, Hit, Passage, Quote


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that one of the legs found."""

    passage: Passage
    article: Article
    vector: Vector | None
    sentence_vectors: Vectors | None
    bm25: float


@dataclass(frozen=True, slots=True)
class Question:
    """A stand-alone question, prepared."""

    text: str
    vector: Vector | None
    language: str
    counts: Mapping[str, int]
    passages: int
    model: str


def rank(question: Question, candidates: Sequence[Candidate], *, limit: int = 10) -> list[Hit]:
    """Return the best candidates as hits, best first."""
    if not candidates:
        return []
    words = _scaled([c.bm25 for c in candidates])
    dense = _scaled(
        [0.0 if c.vector is None or question.vector is None else float(c.vector @ question.vector) for c in candidates]
    )
    order = sorted(range(len(candidates)), key=lambda i: -(words[i] + dense[i]))[:limit]
    return [_hit(question, candidates[i], float(words[i] + dense[i]) / 2) for i in order]


def _scaled(values: Sequence[float]) -> list[float]:
    low, high = min(values), max(values)
    return [(value - low) / (high - low) if high > low else 0.0 for value in values]


def _hit(question: Question, candidate: Candidate, score: float) -> Hit:
    passage = candidate.passage
    wanted = {
        t.stem: t.weight for t in terms(question.text, candidate.article.language, question.counts, question.passages)
    }
    total = sum(wanted.values()) or 1.0
    scores = []
    for i, (start, end) in enumerate(passage.sentences):
        found = set(stems(passage.text[start:end], candidate.article.language))
        cover = sum(weight for stem, weight in wanted.items() if stem in found) / total
        near = 0.0
        if (
            candidate.sentence_vectors is not None
            and question.vector is not None
            and i < len(candidate.sentence_vectors)
        ):
            near = float(np.dot(candidate.sentence_vectors[i], question.vector))
        scores.append(cover + near)
    best = int(np.argmax(scores)) if scores else 0
    start, end = passage.sentences[best] if passage.sentences else (0, len(passage.text))
    return Hit(passage, candidate.article, score, Quote(passage, start, end))
