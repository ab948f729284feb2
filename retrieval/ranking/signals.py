"""What speaks for a hit and against it: each reason as a sentence and a figure that the confidence weighs.

Knows what was read in a passage; nothing of the weights.
"""

import math
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from ..language.sentences import asks
from ..question.terms import Term
from ..question.wanted import Kind
from ..types import Hit, Quote, Signal
from .asked import Asked
from .doers import hides_doer
from .evidence import Reading
from .fusion import Floats
from .implied import UNKNOWN
from .polarity import contrary

SHOWN_WORDS = 4

SURELY_MEANT = 0.7
"""From here on a word is said in others, and no reason to tell of."""

LARGE = 1000
"""From so many passages on an index is large; in one of ten, what comes near to a question is likelier its answer."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a hit stands in the index."""

    nearness: float | None
    """Scaled cosine of the question and the passage; None where there are no vectors to compare."""
    words: float
    """BM25 over what is attainable."""
    passages: int
    """How many there are in the index."""
    implied: Mapping[str, float] = field(default_factory=dict)
    """How likely words that the quote lacks are meant in it all the same: stem to 0 to 1."""


def lost(quote: Quote, asked: Asked, reading: Reading) -> list[Term]:
    """Return the terms that neither the quote nor its title holds, what tells most first."""
    known = _known(quote, reading)
    return sorted((it for it in asked.terms if it.stem not in known), key=lambda it: -it.weight)


def _known(quote: Quote, reading: Reading) -> Set[str]:
    return reading.heading.union(*(reading.stems[at] for at in quote.sentences))


def signals(quote: Quote, asked: Asked, reading: Reading, standing: Standing) -> tuple[Signal, ...]:
    """Return what is to be said of a hit."""
    inside = quote.sentences
    known = _known(quote, reading)
    covered = float(reading.coverage.max(initial=0.0))
    return (
        *(_meaning(reading.nearness, inside, standing.nearness) if standing.nearness is not None else ()),
        Signal("words", f"Full-text search gives it {standing.words:.0%} of the best possible score.", standing.words),
        Signal(
            "coverage", f"A sentence of the passage holds {covered:.0%} of the question's words, by weight.", covered
        ),
        _missing(asked, reading, standing.implied),
        _names(asked, known),
        _number(asked, known),
        _rarest(asked, lost(quote, asked, reading), standing.implied),
        _contrary(quote, asked),
        _counting(asked),
        _lacking(inside, asked, reading),
        _reason(inside, asked, reading),
        _told(quote, asked, reading),
        Signal(
            "length", f"The question has {len(asked.terms)} words that tell something.", math.log1p(len(asked.terms))
        ),
        _size(standing.passages),
    )


def signal_of(hit: Hit, name: str) -> Signal:
    """Return a hit's signal of this name."""
    return next(signal for signal in hit.signals if signal.name == name)


def _meaning(sentences: Floats, inside: Sequence[int], passage: float) -> tuple[Signal, ...]:
    nearest, quote = float(sentences.max(initial=0.0)), float(sentences[list(inside)].max(initial=0.0))
    return (
        Signal("nearness", f"A sentence of the passage is {_degree(nearest)} the question in meaning.", nearest),
        Signal("quote", f"The quote is {_degree(quote)} the question in meaning.", quote),
        Signal("passage", f"The whole passage is {_degree(passage)} the question in meaning.", passage),
    )


def _degree(near: float) -> str:
    """Return a figure in words, for show: the confidence weighs the figure itself."""
    if near >= 0.7:
        return "very near to"
    if near >= 0.5:
        return "near to"
    return "somewhat near to" if near >= 0.3 else "far from"


def _missing(asked: Asked, reading: Reading, implied: Mapping[str, float]) -> Signal:
    share = asked.missed(reading.missing)
    if not reading.missing:
        return Signal("missing", "The passage or its title holds every word of the question.", share)
    told = [it for it in reading.missing if not it.light and implied.get(it.stem, UNKNOWN) < SURELY_MEANT]
    if not told:
        return Signal("missing", "What the passage lacks of the question's words, an answer may do without.", share)
    return Signal("missing", f"The passage lacks {_quoted(told)}.", share, tuple(it.text for it in told[:SHOWN_WORDS]))


def _quoted(terms: Sequence[Term]) -> str:
    """Return words in quotation marks, a few at most: “a”, “b” and “c”."""
    shown = [f"“{term.text}”" for term in terms[:SHOWN_WORDS]]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _names(asked: Asked, known: Set[str]) -> Signal:
    lost = [term for term in asked.terms if (term.name or term.number) and term.stem not in known]
    words = f"The quote lacks the name or number {_quoted(lost)}." if lost else "The quote lacks no name or number."
    return Signal("names", words, asked.missed(lost))


def _number(asked: Asked, known: Set[str]) -> Signal:
    lost = [term for term in asked.terms if term.number and term.stem not in known]
    words = f"The quote lacks the number {_quoted(lost)}." if lost else "The quote lacks no number."
    return Signal("number", words, float(bool(lost)))


def _rarest(asked: Asked, lost: Sequence[Term], implied: Mapping[str, float]) -> Signal:
    """How much the one word tells that the quote misses most: "tanks" in "how many tanks did they send?"."""
    missed = [(asked.share([it]) * (1 - implied.get(it.stem, UNKNOWN)), it.text) for it in lost]
    if not missed:
        return Signal("rarest", "The quote or its title holds every word of the question.", 0.0)
    most, word = max(missed)
    return Signal("rarest", f"Of the words that the quote lacks, “{word}” tells most.", most)


def _counting(asked: Asked) -> Signal:
    if asked.kind is Kind.NUMBER:
        return Signal("counting", "A number is asked for, and many numbers stand near to what is asked.", 1.0)
    return Signal("counting", "No number is asked for.", 0.0)


def _lacking(inside: Sequence[int], asked: Asked, reading: Reading) -> Signal:
    """Whether the kind of thing asked for is one that is easily told, and the quote has none."""
    told = asked.kind in {Kind.TIME, Kind.NUMBER} or asked.who is not None
    if told and not reading.held[inside].any():
        return Signal("lacking", f"The quote lacks what is asked for: {asked.kind}.", 1.0)
    return Signal("lacking", "The quote has what is asked for, or that cannot be told.", 0.0)


def _reason(inside: Sequence[int], asked: Asked, reading: Reading) -> Signal:
    if asked.kind is not Kind.REASON:
        return Signal("reason", "No reason is asked for.", 0.0)
    if reading.held[inside].any():
        return Signal("reason", "The quote gives a reason, which is asked for.", 1.0)
    return Signal("reason", "The quote gives no reason, which is asked for.", -1.0)


def _told(quote: Quote, asked: Asked, reading: Reading) -> Signal:
    """Whether the quote tells what is asked for, where that can be seen: 1, −1 or 0."""
    held, did = reading.held[quote.sentences].any(), asked.predicate and asked.predicate.text
    if reading.kind in {Kind.IDENTITY, Kind.AGE}:
        words = "The quote tells" if held else "The quote does not tell"
        return Signal("told", f"{words} what is asked for: {reading.kind}.", 1.0 if held else -1.0)
    if reading.kind is Kind.REASON and not held and any(asks(quote.passage.sentence(at)) for at in quote.sentences):
        return Signal("told", "The quote asks for a reason itself, and gives none.", -1.0)
    if reading.kind is Kind.PERSON and did and hides_doer(quote.text, did, asked.languages[1]):
        return Signal("told", f"The quote does not tell who “{did}”.", -1.0)
    return Signal("told", "Whether the quote tells what is asked for cannot be seen.", 0.0)


def _contrary(quote: Quote, asked: Asked) -> Signal:
    if contrary(asked.text, quote.text, asked.languages):
        return Signal("contrary", "Question and quote may say the contrary of each other.", 1.0)
    return Signal("contrary", "Nothing in the quote is contrary to the question.", 0.0)


def _size(passages: int) -> Signal:
    size = "large" if passages >= LARGE else "small" if passages < LARGE // 10 else "of middle size"
    return Signal("size", f"The index is {size}.", min(2.0, max(0.0, math.log10(LARGE / max(passages, 1)))))
