"""Signals for and against a hit: each is a value for the confidence, with the words of the question that it is about.

Knows the features of a passage; nothing of the weights. "Missing" are terms that the passage does not have, "lacked"
those that its quote does not have.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from ..patterns import lazy
from ..question.answer_type import AnswerType, asks_for_a_name, asks_whom, naming_words
from ..question.terms import Term
from ..types import Passage, Quote, Signal, SignalName
from .asked import Asked
from .features import Features
from .fusion import Floats
from .holding import holds_beside
from .implied import UNKNOWN
from .instead import told_instead
from .lacking import excused, lacked
from .passive import omits_agent
from .polarity import contrary
from .said import asks_for_demand, leaves_unsaid

SHOWN_WORDS = 4
"""A signal names no more of a question's words, so that a sentence about it stays on one line."""

SURELY_MEANT = 0.7
"""From this probability on, a missing word counts as paraphrased and is not reported."""

LIGHT_LOST = 0.6
"""The weight of a light word that the quote lacks, relative to another word that is as rare. AUROC without and with it
(multilingual): magazine .902 → .911, english .789 → .799, chronicle .743 → .749, phone .793 → .799; of nineteen sets
thirteen rise and five fall, east most (.803 → .798). On fourteen sets more is answered (phone .619 → .662,
features .488 → .512), on six a question or two more that nothing answers (squad2 .248 → .260). At 0.3 east falls by
.010 and slavic by .007."""

_CALLED = lazy(
    r"(?<!\w)(?:called|named|(?:nick|re)named|dubbed|known as|by the name of|under the name"
    r"|hei(?:ss|ß)t|hie(?:ss|ß)|namens|(?:mit|unter) dem namen|getauft|genannt|bekannt als"
    r"|s['’]appel\w+|(?:sur|re)?nommée?|baptisée?|sous le nom|connue? sous"
    r"|llama\w*|bautizad[oa]|denominad[oa]|apodad[oa]|(?:con|bajo) el nombre|conocid[oa] como"
    r"|зовут|звали|назыв\w+|назв(?:ал\w*|ан\w*)|прозва\w+|по имени|под (?:названием|именем)|извест(?:ен|н\w+) как"
    r"|звати|звуть|назива\w+|назва(?:в|л[аи]|н\w+)|прозва\w+|на ім['’ʼ]я|під (?:назвою|іменем)|відом\w+ як"
    r"|became|appointed|elected|ernannt|gewählt|devenue?|élue?|nombrad[oa]|elegid[oa]"
    r"|стал[аи]?|назначен\w*|избран\w*|став|призначен\w*|обран\w*)(?!\w)",
    re.IGNORECASE,
)
"""Verbs that give a name or an office, beside whatever noun: a question may call a boat what is a ship in the text.
With the rule for names, false answers of city .159 → .136, east .214 → .190, hearsay .214 → .190, western .207 → .172,
and no right answer is lost on twenty-seven sets (multilingual)."""
LARGE = 1000
"""An index of this many passages is large; in one of ten, a passage near the question is likelier to be its answer."""


class HitContext(NamedTuple):
    """What is known of a hit besides its features."""

    nearness: float | None
    """Scaled cosine similarity of the question and the passage; None where there are no vectors to compare."""
    words: float
    """BM25 as a share of the attainable score."""
    passages: int
    """Number of passages in the index."""
    rank_by_nearness: int
    rank_by_words: int
    """Its places among the candidates, from 1."""
    day: date | None
    """When its article was published."""


def signals(
    quote: Quote, asked: Asked, features: Features, context: HitContext, implied: Mapping[str, float]
) -> tuple[Signal, ...]:
    """Return the signals of a hit.

    Args:
        implied: stem → probability, 0 to 1, that a term which the quote lacks is meant in it all the same.
    """
    inside, lacks = quote.sentences, lacked(quote, asked, features)
    spared = excused(asked, features)
    missing = [it for it in features.missing if it.stem not in spared]
    absent, gone = {it.stem for it in features.missing}, {it.stem for it in lacks}
    names = [it for it in asked.terms if it.exact and it.stem in gone]
    another = told_instead(quote, asked, features, context.day)
    return (
        *(_near(features.nearness, inside, context) if context.nearness is not None else ()),
        Signal(SignalName.WORDS, context.words, rank=context.rank_by_words),
        Signal(
            SignalName.COVERAGE,
            float(features.coverage.max(initial=0.0)),
            _shown(it for it in asked.terms if it.stem not in absent),
        ),
        Signal(SignalName.MISSING, asked.missed(missing), _shown(_told_missing(features, implied))),
        Signal(SignalName.NAMES, asked.missed(names), _shown(names)),
        Signal(SignalName.NUMBER, float(any(it.is_quantity for it in names))),
        Signal(SignalName.RAREST, _rarest(asked, lacks, implied), _shown(it for it in lacks if it.stem not in absent)),
        Signal(SignalName.CONTRARY, float(contrary(asked.text, quote.text, asked.languages))),
        Signal(SignalName.COUNTING, float(asked.kind is AnswerType.NUMBER)),
        Signal(SignalName.LACKING, float(another or _lacking(quote, asked, features))),
        Signal(SignalName.REASON, _reason(inside, asked, features)),
        Signal(SignalName.TOLD, -1.0 if another else _told(quote, asked, features)),
        Signal(SignalName.LENGTH, math.log1p(len(asked.terms))),
        Signal(SignalName.SIZE, min(2.0, max(0.0, math.log10(LARGE / max(context.passages, 1))))),
    )


def _shown(terms: Iterable[Term]) -> tuple[str, ...]:
    return tuple(it.text for it in islice(terms, SHOWN_WORDS))


def _near(sentences: Floats, inside: Sequence[int], context: HitContext) -> Iterator[Signal]:
    yield Signal(SignalName.NEARNESS, float(sentences.max(initial=0.0)))
    yield Signal(SignalName.QUOTE, float(sentences[inside].max(initial=0.0)))
    yield Signal(SignalName.PASSAGE, context.nearness or 0.0, rank=context.rank_by_nearness)


def _told_missing(features: Features, implied: Mapping[str, float]) -> list[Term]:
    """Return the missing terms that are reported to the reader."""
    return [it for it in features.missing if not it.light and implied.get(it.stem, UNKNOWN) < SURELY_MEANT]


def _rarest(asked: Asked, lacked: Sequence[Term], implied: Mapping[str, float]) -> float:
    """Weight of the most telling word that the quote lacks: "tanks" in "how many tanks did they send?"."""
    shares = [asked.share([it]) * (LIGHT_LOST if it.light else 1.0) for it in lacked]
    missed = [share * (1 - implied.get(it.stem, UNKNOWN)) for share, it in zip(shares, lacked, strict=True)]
    return max(missed, default=0.0)


def rarest_bounds(value: float) -> tuple[float, float]:
    """Return the lowest and highest value that `RAREST` can take once it is known whether the words are meant."""
    return 0.0, value / UNKNOWN


def _lacking(quote: Quote, asked: Asked, features: Features) -> bool:
    """Whether the quote lacks the kind of thing asked for, if that kind is easy to recognise."""
    named = features.kind is AnswerType.PERSON and asks_for_a_name(asked.text)
    told = asked.kind in {AnswerType.TIME, AnswerType.NUMBER} or asked.who is not None or named
    return told and (not features.held[quote.sentences].any() or _of_another(quote, asked, features))


def _of_another(quote: Quote, asked: Asked, features: Features) -> bool:
    """Whether the question asks what somebody is called, and no name stands beside that noun, nor a verb for it.

    In another language than the question's, the noun is seldom the same.
    """
    asks = asked.languages[0] == asked.languages[1] and naming_words(asked.text)
    return bool(asks) and not _is_beside(quote.passage, asked, features) and not _CALLED.search(quote.text)


def _is_beside(passage: Passage, asked: Asked, features: Features) -> bool:
    """Whether a thing of the kind asked for stands beside the office asked for, or the question's predicate."""
    kind, noun = asked.kind, asked.office or (asked.predicate and asked.predicate.stem)
    if kind is None or noun is None:
        return False
    return any(
        noun in stems and holds_beside(text, kind, asked.text, noun, asked.languages[1])
        for text, stems in zip(passage.sentence_texts, features.stems, strict=True)
    )


def _reason(inside: Sequence[int], asked: Asked, features: Features) -> float:
    """Whether the quote gives a reason: 1 or −1; 0 where none is asked for."""
    if asked.kind is not AnswerType.REASON:
        return 0.0
    return 1.0 if features.held[inside].any() else -1.0


def _told(quote: Quote, asked: Asked, features: Features) -> float:
    """Whether the quote tells what is asked for: 1 or −1; 0 where that cannot be seen."""
    held, did = features.held[quote.sentences].any(), asked.predicate and asked.predicate.text
    if features.strange_year or (asked.who and not held and leaves_unsaid(quote.text, asked.who)):
        return -1.0
    if asked.office is not None and features.kind is AnswerType.IDENTITY:
        return 1.0 if held and not lacked(quote, asked, features) else 0.0
    if features.kind in {AnswerType.IDENTITY, AnswerType.AGE}:
        return 1.0 if held else -1.0
    if naming_words(asked.text) and _lacking(quote, asked, features):
        return -1.0
    said = asked.who is not None and held and not features.missing
    if said or (asked.kind is None and asks_for_demand(asked.text) and not lacked(quote, asked, features)):
        return 1.0
    active = features.kind is AnswerType.PERSON and not asks_whom(asked.text)
    return -1.0 if active and did and omits_agent(quote.text, did, asked.languages[1]) else 0.0
