"""Signals for and against a hit: each is a sentence for the reader and a value for the confidence.

Knows the features of a passage; nothing of the weights. "Missing" are terms that the passage does not have, "lacked"
those that its quote does not have.
"""

import math
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from ..language.sentences import asks
from ..question.answer_type import AnswerType, asks_for_a_name, asks_whom
from ..question.terms import Term
from ..types import Quote, Signal, SignalName
from .asked import Asked
from .features import Features
from .fusion import Floats
from .implied import UNKNOWN
from .passive import omits_agent
from .polarity import contradicts, contrary

_Said = tuple[float, str]
"""A value, and the sentence that explains it."""

SHOWN_WORDS = 4
"""A signal names no more of a question's words, to stay on one line."""

SURELY_MEANT = 0.7
"""From this probability on, a missing word counts as paraphrased and is not reported."""

LIGHT_LOST = 0.6
"""The weight of a light word that the quote lacks, relative to another word that is as rare. AUROC without and with it
(multilingual): magazine .902 → .911, english .789 → .799, chronicle .743 → .749, phone .793 → .799; of nineteen sets
thirteen rise and five fall, east most (.803 → .798). On fourteen sets more is answered (phone .619 → .662,
features .488 → .512), on six a question or two more that nothing answers (squad2 .248 → .260). At 0.3 east falls by
.010 and slavic by .007."""

LARGE = 1000
"""An index of this many passages is large; in one of ten, a passage near the question is likelier to be its answer."""


@dataclass(frozen=True, slots=True)
class HitContext:
    """What is known of a hit besides its features."""

    nearness: float | None
    """Scaled cosine similarity of the question and the passage; None where there are no vectors to compare."""
    words: float
    """BM25 as a share of the attainable score."""
    passages: int
    """Number of passages in the index."""


def lacked(quote: Quote, asked: Asked, features: Features) -> list[Term]:
    """Return the terms found neither in the quote nor in the heading and not excused, the heaviest first."""
    known = features.heading.union(_excused(asked, features), *(features.stems[at] for at in quote.sentences))
    return sorted((it for it in asked.terms if it.stem not in known), key=lambda it: -it.weight)


def _excused(asked: Asked, features: Features) -> Set[str]:
    """Return the carried-over stems if the passage has one of them: it is then about the same topic, and the others,
    which the user did not type now, do not count as missing."""
    missing = {it.stem for it in features.missing}
    return asked.carried if asked.carried - missing else frozenset()


def signals(
    quote: Quote, asked: Asked, features: Features, context: HitContext, implied: Mapping[str, float]
) -> tuple[Signal, ...]:
    """Return the signals of a hit.

    Args:
        implied: stem → probability, 0 to 1, that a term which the quote lacks is meant in it all the same.
    """
    inside, lacks = quote.sentences, lacked(quote, asked, features)
    covered, length = float(features.coverage.max(initial=0.0)), len(asked.terms)
    spared = _excused(asked, features)
    missing = [it for it in features.missing if it.stem not in spared]
    gone = {it.stem for it in lacks}
    names = [it for it in asked.terms if it.exact and it.stem in gone]
    numbers = [it for it in names if it.is_quantity]
    told = _told_missing(features, implied)
    found: dict[SignalName, _Said] = {
        **(_meaning(features.nearness, inside, context.nearness) if context.nearness is not None else {}),
        SignalName.WORDS: (
            context.words,
            f"Full-text search gives it {context.words:.0%} of the best possible score.",
        ),
        SignalName.COVERAGE: (
            covered,
            f"A sentence of the passage holds {covered:.0%} of the question's words, by weight.",
        ),
        SignalName.MISSING: (asked.missed(missing), _missing(features, told)),
        SignalName.NAMES: (asked.missed(names), _lacks("name, number or month", names)),
        SignalName.NUMBER: (float(bool(numbers)), _lacks("number or month", numbers)),
        SignalName.RAREST: _rarest(asked, lacks, implied),
        SignalName.CONTRARY: _contrary(quote, asked),
        SignalName.COUNTING: _counting(asked),
        SignalName.LACKING: _lacking(inside, asked, features),
        SignalName.REASON: _reason(inside, asked, features),
        SignalName.TOLD: _told(quote, asked, features),
        SignalName.LENGTH: (math.log1p(length), f"The question has {length} words that tell something."),
        SignalName.SIZE: _size(context.passages),
    }
    about = {SignalName.MISSING: tuple(it.text for it in told[:SHOWN_WORDS])}
    return tuple(Signal(name, words, value, about.get(name, ())) for name, (value, words) in found.items())


def _meaning(sentences: Floats, inside: Sequence[int], passage: float) -> dict[SignalName, _Said]:
    nearest, quote = float(sentences.max(initial=0.0)), float(sentences[inside].max(initial=0.0))
    near = {
        SignalName.NEARNESS: (nearest, "A sentence of the passage"),
        SignalName.QUOTE: (quote, "The quote"),
        SignalName.PASSAGE: (passage, "The whole passage"),
    }
    return {name: (it, f"{what} is {_degree(it)} the question in meaning.") for name, (it, what) in near.items()}


def _degree(near: float) -> str:
    """Return a value in words, for display; the confidence uses the value itself."""
    if near >= 0.7:
        return "very near to"
    if near >= 0.5:
        return "near to"
    return "somewhat near to" if near >= 0.3 else "far from"


def _told_missing(features: Features, implied: Mapping[str, float]) -> list[Term]:
    """Return the missing terms that are reported to the reader."""
    return [it for it in features.missing if not it.light and implied.get(it.stem, UNKNOWN) < SURELY_MEANT]


def _missing(features: Features, told: Sequence[Term]) -> str:
    if not features.missing:
        return "The passage or its title holds every word of the question."
    if not told:
        return "What the passage lacks of the question's words, an answer may do without."
    return f"The passage lacks {_quoted(told)}."


def _lacks(what: str, lacked: Sequence[Term]) -> str:
    return f"The quote lacks the {what} {_quoted(lacked)}." if lacked else f"The quote lacks no {what}."


def _quoted(terms: Sequence[Term]) -> str:
    """Return words in quotation marks, a few at most: “a”, “b” and “c”."""
    shown = [f"“{term.text}”" for term in terms[:SHOWN_WORDS]]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _rarest(asked: Asked, lacked: Sequence[Term], implied: Mapping[str, float]) -> _Said:
    """Weight of the most telling word that the quote lacks: "tanks" in "how many tanks did they send?"."""
    shares = [asked.share([it]) * (LIGHT_LOST if it.light else 1.0) for it in lacked]
    missed = [(share * (1 - implied.get(it.stem, UNKNOWN)), it.text) for share, it in zip(shares, lacked, strict=True)]
    if not missed:
        return 0.0, "The quote or its title holds every word of the question."
    most, word = max(missed)
    return most, f"Of the words that the quote lacks, “{word}” tells most."


def rarest_bounds(value: float) -> tuple[float, float]:
    """Return the lowest and highest value that `RAREST` can take once it is known whether the words are meant."""
    return 0.0, value / UNKNOWN


def _counting(asked: Asked) -> _Said:
    if asked.kind is AnswerType.NUMBER:
        return 1.0, "A number is asked for, and many numbers stand near to what is asked."
    return 0.0, "No number is asked for."


def _lacking(inside: Sequence[int], asked: Asked, features: Features) -> _Said:
    """Whether the quote lacks the kind of thing asked for, if that kind is easy to recognise."""
    named = features.kind is AnswerType.PERSON and asks_for_a_name(asked.text)
    told = asked.kind in {AnswerType.TIME, AnswerType.NUMBER} or asked.who is not None or named
    if told and not features.held[inside].any():
        return 1.0, f"The quote lacks what is asked for: {asked.kind}."
    return 0.0, "The quote has what is asked for, or that cannot be told."


def _reason(inside: Sequence[int], asked: Asked, features: Features) -> _Said:
    if asked.kind is not AnswerType.REASON:
        return 0.0, "No reason is asked for."
    if features.held[inside].any():
        return 1.0, "The quote gives a reason, which is asked for."
    return -1.0, "The quote gives no reason, which is asked for."


def _told(quote: Quote, asked: Asked, features: Features) -> _Said:
    """Whether the quote tells what is asked for: 1 or −1; 0 where that cannot be seen."""
    if contradicts(asked.text, quote.text, asked.languages):
        return -1.0, "The quote says the contrary of what is asked."
    if features.strange_year:
        return -1.0, f"The article does not tell of {features.strange_year}."
    held, did = features.held[quote.sentences].any(), asked.predicate and asked.predicate.text
    if features.kind in {AnswerType.IDENTITY, AnswerType.AGE}:
        words = "The quote tells" if held else "The quote does not tell"
        return 1.0 if held else -1.0, f"{words} what is asked for: {features.kind}."
    if (
        features.kind is AnswerType.REASON
        and not held
        and any(asks(quote.passage.sentence(at)) for at in quote.sentences)
    ):
        return -1.0, "The quote asks for a reason itself, and gives none."
    active = features.kind is AnswerType.PERSON and not asks_whom(asked.text)
    if active and did and omits_agent(quote.text, did, asked.languages[1]):
        return -1.0, f"The quote does not tell who “{did}”."
    return 0.0, "Whether the quote tells what is asked for cannot be seen."


def _contrary(quote: Quote, asked: Asked) -> _Said:
    if contrary(asked.text, quote.text, asked.languages):
        return 1.0, "Question and quote may say the contrary of each other."
    return 0.0, "Nothing in the quote is contrary to the question."


def _size(passages: int) -> _Said:
    size = "large" if passages >= LARGE else "small" if passages < LARGE // 10 else "of middle size"
    return min(2.0, max(0.0, math.log10(LARGE / max(passages, 1)))), f"The index is {size}."
