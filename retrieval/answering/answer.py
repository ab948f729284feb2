"""Hits → an answer: the first hit's quote where its chance of being right suffices, else a reason why there is none.

Pure; judges the stand-alone question only.
"""

from collections.abc import Sequence

from ..question.terms import Term, terms
from ..ranking.rerank import Question
from ..ranking.signals import quoted, signal_of
from ..types import Answer, Filter, Hit
from .confidence import FALLBACK, Curve, confidence, curve

MAX_TITLE_CHARS = 80


def answer(
    question: Question,
    hits: Sequence[Hit],
    *,
    asked: str,
    threshold: float | None = None,
    where: Filter = Filter(),  # noqa: B008 - frozen
    generation: int = 0,
) -> Answer:
    """Return the answer to a question, or why there is none.

    Args:
        hits: best first.
        asked: the question in the user's own words.
        threshold: the confidence from which on a quote is an answer; None for the calibrated one.
    """
    chance, least = 0.0, 1.0
    if hits:
        chosen = curve_for(question, hits[0])
        chance = confidence(hits[0], chosen)
        least = chosen.threshold if threshold is None else threshold
    answered = bool(hits) and chance >= least
    return Answer(
        question=asked,
        interpreted_as=question.text,
        hits=tuple(hits),
        confidence=chance,
        answered=answered,
        reason=None if answered else _reason(question, hits, where),
        filter=where,
        generation=generation,
    )


def curve_for(question: Question, hit: Hit) -> Curve:
    """Return the curve that turns a hit's signals into a chance."""
    compared = any(signal.name == "nearness" for signal in hit.signals)
    model = question.model if compared else FALLBACK
    language = hit.article.language
    return curve(model, across_languages=language is not None and language != question.language)


def _reason(question: Question, hits: Sequence[Hit], where: Filter) -> str:
    """Return what is missing, in a sentence or two."""
    if not hits:
        return _nothing(question, where)
    first = hits[0]
    title = first.article.title
    closest = f" The closest passage is from “{_shortened(title)}”." if title else ""
    unknown = [term for term in _terms(question, first) if not question.counts.get(term.stem)]
    if unknown:
        return f"No article mentions {quoted(unknown)}.{closest}"
    lacks = signal_of(first, "missing")
    if lacks.value > 0:
        return (
            f"{lacks.words.replace('The passage', 'The closest passage')}{closest.replace('The closest passage', 'It')}"
        )
    return f"No sentence clearly answers this.{closest}"


def _nothing(question: Question, where: Filter) -> str:
    if not question.passages:
        return "There are no articles yet."
    if not where.empty:
        return "Nothing in the articles that the filter lets through has any word of this question."
    return "Nothing in these articles has any word of this question."


def _terms(question: Question, hit: Hit) -> list[Term]:
    return terms(question.text, hit.article.language, question.counts, question.passages, question.language)


def _shortened(title: str) -> str:
    return title if len(title) <= MAX_TITLE_CHARS else title[: MAX_TITLE_CHARS - 1].rstrip() + "…"
