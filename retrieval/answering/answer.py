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
    max_error: float | None = None,
    where: Filter = Filter(),  # noqa: B008 - frozen
    generation: int = 0,
) -> Answer:
    """Return the answer to a question, or why there is none.

    Args:
        hits: best first.
        asked: the question in the user's own words.
        max_error: the share of wrong answers that is put up with; None leaves it to the calibration.
    """
    chance, least, reason = 0.0, 1.0, None
    if hits:
        chosen = curve_for(question, hits[0])
        chance = confidence(hits[0], chosen)
        least = chosen.threshold if max_error is None else chosen.threshold_for(max_error)
        if max_error is not None and chosen.threshold <= chance < least:
            reason = _unsure(chance, least, max_error)
    answered = bool(hits) and chance >= least
    return Answer(
        question=asked,
        interpreted_as=question.text,
        hits=tuple(hits),
        confidence=chance,
        answered=answered,
        reason=None if answered else reason or _reason(question, hits, where),
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


def _unsure(chance: float, least: float, max_error: float) -> str:
    """Return why what would be an answer otherwise is none where so few may be wrong."""
    share = f"{100 * max_error:g}%"
    if least < 1:
        return (
            f"At most {share} of wrong answers takes a confidence of {least:.0%}; the closest quote has {chance:.0%}."
        )
    return f"With this model no confidence keeps wrong answers down to {share}; the closest quote has {chance:.0%}."


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
