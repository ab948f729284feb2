"""Hits → an answer, or a reason why there is none."""

from collections.abc import Sequence

from .rerank import Question
from .terms import terms
from .text import stems
from .types import Answer, Filter, Hit


def answer(
    question: Question, hits: Sequence[Hit], *, asked: str, threshold: float | None, where: Filter, generation: int
) -> Answer:
    """Return the first hit's quote as the answer where it covers enough of the question."""
    confidence = 0.0
    if hits:
        wanted = terms(question.text, hits[0].article.language, question.counts, question.passages)
        found = set(stems(hits[0].passage.text + " " + (hits[0].article.title or ""), hits[0].article.language))
        confidence = sum(t.weight for t in wanted if t.stem in found) / (sum(t.weight for t in wanted) or 1.0)
    answered = bool(hits) and confidence >= (0.5 if threshold is None else threshold)
    return Answer(
        asked,
        question.text,
        tuple(hits),
        confidence,
        answered,
        None if answered else "Not in these articles.",
        (),
        where,
        generation,
    )
