"""Hits → an answer: the first hit's quote if it is likely enough to be right, else a reason why there is none.

Pure; sees the stand-alone question only.
"""

from collections.abc import Sequence

from ..question.terms import asks_for_nothing
from ..ranking.asked import Question
from ..ranking.signals import rarest_bounds
from ..types import Answer, Filter, Hit, Lack, Reason, SignalName, Sureness
from .confidence import FALLBACK, Curve, curve
from .missing_words import missing


def answer(
    question: Question,
    hits: Sequence[Hit],
    *,
    max_error: float | None,
    where: Filter,
    in_scope: bool = True,
    generation: int,
) -> Answer:
    """Return the answer to a question, or why there is none.

    Args:
        hits: best first.
        max_error: the accepted share of wrong answers; None uses the calibrated threshold.
        in_scope: whether any article passes the filter.
    """
    chance, least, reason = 0.0, 1.0, None
    if hits and not asks_for_nothing(question.text, question.language):
        chosen = _curve_for(question, hits[0])
        chance = chosen.chance(hits[0].values)
        least = _threshold(chosen, max_error)
        if max_error is not None and chosen.threshold <= chance < least:
            reason = _unsure(chance, least, max_error)
    answered = chance >= least
    return Answer(
        question=question.text,
        interpreted_as=question.text,
        hits=tuple(hits),
        confidence=chance,
        answered=answered,
        reason=None if answered else reason or _reason(question, hits, where, in_scope=in_scope),
        filter=where,
        generation=generation,
    )


def is_borderline(question: Question, hit: Hit, max_error: float | None) -> bool:
    """Return whether the words that a hit's quote lacks may decide if it is an answer."""
    chosen, values = _curve_for(question, hit), hit.values
    bounds = rarest_bounds(values[SignalName.RAREST])
    most, least = (chosen.chance(values | {SignalName.RAREST: it}) for it in bounds)
    return least < _threshold(chosen, max_error) <= most


def _threshold(chosen: Curve, max_error: float | None) -> float:
    # Fitted separately, either may be the lower one: asking for fewer wrong answers must not admit more answers.
    return chosen.threshold if max_error is None else max(chosen.threshold, chosen.threshold_for(max_error))


def _curve_for(question: Question, hit: Hit) -> Curve:
    """Return the calibration curve for a hit of the question."""
    model = question.model if SignalName.NEARNESS in hit.values else FALLBACK
    language = hit.article.language
    return curve(model, across_languages=language is not None and language != question.language)


def _reason(question: Question, hits: Sequence[Hit], where: Filter, *, in_scope: bool) -> Reason:
    """Return the reason why no hit is an answer."""
    if not hits:
        return Reason(_nothing(question, where, in_scope=in_scope))
    lack, words = missing(question, hits)
    return Reason(lack, words, hits[0].article.title)


def _unsure(chance: float, least: float, max_error: float) -> Reason:
    """Return the reason why a quote above the calibrated threshold is no answer at the accepted share of wrong ones."""
    lack = Lack.SURENESS if least < 1 else Lack.ANY_SURENESS
    return Reason(lack, sureness=Sureness(chance, least, max_error))


def _nothing(question: Question, where: Filter, *, in_scope: bool) -> Lack:
    if not question.passages:
        return Lack.ARTICLES
    if not in_scope:
        return Lack.SCOPE
    return Lack.WORDS if where.empty else Lack.WORDS_IN_SCOPE
