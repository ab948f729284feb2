"""What speaks for a hit and against it: each reason as a sentence and a figure that the confidence weighs.

Knows what was read in a passage; nothing of the weights.
"""

import math
from collections.abc import Sequence, Set
from dataclasses import dataclass

from .evidence import Asked, Reading
from .polarity import contrary
from .terms import Term
from .types import Hit, Quote, Signal
from .wanted import holds

SHOWN_WORDS = 4


@dataclass(frozen=True, slots=True)
class Standing:
    """How a hit stands among the other candidates."""

    passage: float
    """Scaled cosine of the question and the passage."""
    sentence: float
    """The same of the nearest sentence."""
    words: float
    """BM25 over what is attainable."""
    margin: float
    """How far its score is above that of the next."""
    lift: float
    """How much farther its nearest sentence is above the candidates' median than chance would put it."""
    first_by: int
    """In how many legs it is the first."""


def signals(
    quote: Quote, asked: Asked, reading: Reading, standing: Standing, *, known: Set[str], unknown: Sequence[Term]
) -> tuple[Signal, ...]:
    """Return what is to be said of a hit.

    Args:
        known: stems of the quote and of its article's title.
        unknown: terms of the question that no passage of the index holds.
    """
    inside = [at for at, span in enumerate(quote.passage.sentences) if quote.start <= span[0] < quote.end]
    covered = max((float(reading.coverage[at]) for at in inside), default=0.0)
    context = max((float(reading.context[at]) for at in inside), default=0.0)
    near = max((float(reading.nearness[at]) for at in inside), default=0.0)
    return (
        Signal("nearness", _degree(near, "The quote", "the question in meaning"), near),
        Signal("passage", _degree(standing.passage, "Its passage", "the question in meaning"), standing.passage),
        Signal("lift", "So far it stands above the other candidates in meaning.", standing.lift),
        Signal("words", "So much of the best possible full-text score it has.", standing.words),
        Signal("coverage", f"The quote holds {covered:.0%} of the question's words, by weight.", covered),
        Signal("context", f"With its title and the sentence before it holds {context:.0%}.", context),
        _missing(asked, reading),
        _rarest(asked, reading),
        _names(asked, known),
        _unknown(asked, unknown),
        _wanted(quote, asked),
        _beside(asked, reading),
        Signal("together", "So many of the question's neighbouring words stand together here, too.", reading.together),
        Signal("margin", "So far it is ahead of the next passage.", standing.margin),
        Signal("agreement", _agreement(standing.first_by), float(standing.first_by)),
        _contrary(quote, asked),
        Signal("length", "So long is the question, as the logarithm of its words.", math.log1p(len(asked.terms))),
    )


def value(hit: Hit, name: str) -> float:
    """Return the figure of one of a hit's signals; 0 where it has none of that name."""
    return next((signal.value for signal in hit.signals if signal.name == name), 0.0)


def quoted(terms: Sequence[Term]) -> str:
    """Return words in quotation marks, a few at most: “a”, “b” and “c”."""
    shown = [f"“{term.text}”" for term in terms[:SHOWN_WORDS]]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _degree(near: float, what: str, whom: str) -> str:
    word = "very near to" if near >= 0.7 else "near to" if near >= 0.5 else "somewhat near to" if near >= 0.3 else "far from"
    return f"{what} is {word} {whom}."


def _missing(asked: Asked, reading: Reading) -> Signal:
    share = sum(term.weight for term in reading.missing) / asked.weight
    lacks = f"The passage lacks {quoted(reading.missing)}." if reading.missing else "The passage holds every word of the question."
    return Signal("missing", lacks, share)


def _rarest(asked: Asked, reading: Reading) -> Signal:
    """Weigh the rarest word that is missing against the rarest that was asked for."""
    top = max((term.weight for term in asked.terms), default=1.0)
    rarest = max(reading.missing, key=lambda term: term.weight, default=None)
    words = "No rare word is missing." if rarest is None else f"The rarest word that is missing is “{rarest.text}”."
    return Signal("rarest", words, rarest.weight / top if rarest else 0.0)


def _names(asked: Asked, known: Set[str]) -> Signal:
    lost = [term for term in asked.terms if (term.name or term.number) and term.stem not in known]
    words = f"The quote lacks the name or number {quoted(lost)}." if lost else "The quote lacks no name or number."
    return Signal("names", words, sum(term.weight for term in lost) / asked.weight)


def _unknown(asked: Asked, unknown: Sequence[Term]) -> Signal:
    words = f"No article mentions {quoted(unknown)}." if unknown else "Every word of the question is known here."
    return Signal("unknown", words, sum(term.weight for term in unknown) / asked.weight)


def _wanted(quote: Quote, asked: Asked) -> Signal:
    if asked.kind is None:
        return Signal("wanted", "The question does not say what kind of thing it wants.", 0.5)
    held = holds(quote.text, asked.kind, asked.text)
    return Signal("wanted", f"The quote {'names' if held else 'does not name'} {asked.kind.value}.", float(held))


def _beside(asked: Asked, reading: Reading) -> Signal:
    if not reading.beside or asked.predicate is None or asked.kind is None:
        return Signal("beside", "What is asked for does not stand beside the question's predicate.", 0.0)
    return Signal("beside", f"In the passage {asked.kind.value} stands beside “{asked.predicate.text}”.", 1.0)


def _agreement(first_by: int) -> str:
    return ("Neither meaning nor words put it first.", "Meaning or words put it first.", "Meaning and words both put it first.")[first_by]


def _contrary(quote: Quote, asked: Asked) -> Signal:
    against = contrary(asked.text, quote.text)
    words = "Question and quote may say the contrary of each other." if against else "Nothing in the quote is contrary to the question."
    return Signal("contrary", words, float(against))
