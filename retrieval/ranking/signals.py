"""Signals for and against a hit: each is a value for the confidence, with the words of the question that it is about.

Knows the features of a passage; nothing of the weights. "Missing" are terms that the passage does not have, "lacked"
those that its quote does not have.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from itertools import islice
from typing import NamedTuple

from ..language.sentences import asks
from ..language.text import word_list
from ..language.times import TIME
from ..patterns import by_language, lazy
from ..question.answer_type import ASKS_NAME_OF, AnswerType, asks_for_a_name, asks_whether, asks_whom, plain
from ..question.counted_people import counts_others
from ..question.dimensions import tells_another
from ..question.events import tells_no_event
from ..question.sums import tells_another_sum
from ..question.terms import Term, question_stems
from ..question.years import tells_another_year
from ..types import Passage, Quote, Signal, SignalName
from .asked import Asked
from .features import Features
from .fusion import Floats
from .holding import holds_beside
from .implied import UNKNOWN
from .neighbours import points_back
from .passive import omits_agent
from .polarity import contradicts, contrary
from .said import asks_for_demand

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
    r"(?<!\w)(?:called|named|hei(?:ss|ß)t|hie(?:ss|ß)|namens|getauft|s['’]appel\w+|nommée?|baptisée?|llama\w*|bautizad[oa]"
    r"|зовут|звали|называ\w+|назвал\w*|звати|звуть|назива\w+|назва(?:в|л[аи]))(?!\w)",
    re.IGNORECASE,
)
"""Verbs that give a name, beside whatever noun: a question may call a boat what is a ship in the text. With the rule
for names, false answers of city .159 → .136, east .214 → .190, hearsay .214 → .190, western .207 → .172, and no right
answer is lost on twenty-seven sets (multilingual)."""
_DIED_OF = lazy(
    r"(?<!\w)(?:die (?:of|from)|woran .*(?:gestorben|st[ai]rbt?)|de quoi .*mort\w*|de qu[eé] .*m[uo]r\w+"
    r"|от ?чего .*(?:умер|скончал|погиб)\w*|від чого .*(?:помер|загин)\w*)(?!\w)"
)
"""Asks for the cause of a death."""
WORDS_OF_WHY = 3
"""At most this many words ask for a reason: "y por qué", "aus welchem Grund"."""
MOST_NEW = 4
"""A sentence with all words of a question and so few others says hardly more than what is asked about. Of the quotes
for 912 questions why, nine without a reason were like this and all wrong; with five others, one was right."""
_WITH = by_language(
    r"(?<!\w)(?:FORMS)(?!\w)",
    {
        "en": "with|without|through|over|for|under",
        "de": "mit|ohne|durch|über|für|vor|aus|unter|seit",
        "fr": "avec|sans|par|pour|sous|depuis",
        "es": "con|sin|por|para|bajo|desde",
        "ru": "со?|без|из|от|под|ради",
        "uk": "з|із|зі|без|від|під|заради",
    },
    flags=re.IGNORECASE,
)
"""Prepositions that may lead a reason: "missed the final with a broken ankle"."""
_SINCE_THEN = lazy(r"(?<!\w)(?:since|seit|depuis|desde|со?|зі?|із)(?:\s\w{1,3}){0,2}\s_|_", re.IGNORECASE)
"""A time, for which the mark stands, with what leads it: "seit dem Montag"."""
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
    spared = _excused(asked, features)
    missing = [it for it in features.missing if it.stem not in spared]
    absent, gone = {it.stem for it in features.missing}, {it.stem for it in lacks}
    names = [it for it in asked.terms if it.exact and it.stem in gone]
    another = _tells_another(quote, asked, features, context.day)
    found = [
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
    ]
    return tuple(found)


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
    asks = asked.languages[0] == asked.languages[1] and ASKS_NAME_OF.match(plain(asked.text))
    return bool(asks) and not _is_beside(quote.passage, asked, features) and not _CALLED.search(quote.text)


def _is_beside(passage: Passage, asked: Asked, features: Features) -> bool:
    """Whether a thing of the kind asked for stands beside the question's predicate."""
    kind, predicate = asked.kind, asked.predicate
    if kind is None or predicate is None:
        return False
    return any(
        predicate.stem in stems and holds_beside(text, kind, asked.text, predicate.stem, asked.languages[1])
        for text, stems in zip(passage.sentence_texts, features.stems, strict=True)
    )


def _reason(inside: Sequence[int], asked: Asked, features: Features) -> float:
    """Whether the quote gives a reason: 1 or −1; 0 where none is asked for."""
    if asked.kind is not AnswerType.REASON:
        return 0.0
    return 1.0 if features.held[inside].any() else -1.0


def _gives_no_reason(quote: Quote, asked: Asked, features: Features) -> bool:
    """Whether a quote without a word for a reason asks for it itself, or only tells what happened."""
    if any(asks(quote.passage.sentence(at)) for at in quote.sentences):
        return True
    if _DIED_OF.search(plain(asked.text)):
        return not lacked(quote, asked, features)
    return any(_only_repeats(at, quote, asked, features) for at in quote.sentences)


def _only_repeats(at: int, quote: Quote, asked: Asked, features: Features) -> bool:
    """Whether a sentence says hardly more than a question, and none beside it goes on about it: "He wants to".

    It need not repeat a name from the title. A time is no reason, nor is what a preposition leads in the question, too:
    "why did he resign from the board"; a reason may follow a colon.
    """
    wanted, language = {it.stem for it in asked.terms}, asked.languages[1]
    sentence = _SINCE_THEN.sub("", TIME.sub("_", quote.passage.sentence(at)))
    needed = {it.stem for it in asked.terms if not (it.name and it.stem in features.heading)}
    leads = {*map(str.lower, _WITH(language).findall(sentence))}.difference(word_list(plain(asked.text))[WORDS_OF_WHY:])
    if leads or ":" in sentence or not needed <= {*features.stems[at]}:
        return False
    goes_on = any(points_back(quote.passage, it) for it in (at, at + 1) if {it - 1, it} <= {*quote.sentences})
    return not goes_on and len(set(question_stems(sentence, language)) - wanted - features.heading) <= MOST_NEW


def _tells_another(quote: Quote, asked: Asked, features: Features, day: date | None) -> bool:
    """Whether a quote contradicts a question or tells another measure, count, year or event, or no reason."""
    question, text, kind = plain(asked.text), quote.text, asked.kind
    held = features.held[quote.sentences].any()
    if kind is AnswerType.NUMBER and not held and (tells_another(text, question) or counts_others(text, question)):
        return True
    if kind is AnswerType.NUMBER and tells_another_sum(text, question):
        return True
    if features.kind is AnswerType.REASON and not held and _gives_no_reason(quote, asked, features):
        return True
    if _held_by_another(quote, asked, features):
        return True
    eventful = kind in {AnswerType.TIME, AnswerType.PLACE, AnswerType.PERSON}
    if eventful and tells_no_event(text, question):
        return True
    return _of_another_year(quote, asked, features, day) or contradicts(asked.text, text, asked.languages)


def _held_by_another(quote: Quote, asked: Asked, features: Features) -> bool:
    """Whether what is asked for is told only before the first name of the question, of somebody else.

    "Aubry took over in 2022. Maret declined to comment." does not tell when Maret did; "It was Maret." would.
    """
    if features.kind not in {AnswerType.TIME, AnswerType.NUMBER}:
        return False
    names = {it.stem for it in asked.terms if it.name} - features.heading
    held = [at for at in quote.sentences if features.held[at]]
    named = [at for at in quote.sentences if not names.isdisjoint(features.stems[at])]
    behind = bool(held and named) and held[-1] < named[0]
    return behind and not any(points_back(quote.passage, at) for at in named)


def _of_another_year(quote: Quote, asked: Asked, features: Features, day: date | None) -> bool:
    """Whether a quote tells of another year than the question names, unless that may answer it."""
    kinds = {asked.kind, features.kind}
    if not kinds.isdisjoint({AnswerType.TIME, AnswerType.AGE, AnswerType.IDENTITY}) or asked.office is not None:
        return False
    own = (it.text for it in lacked(quote, asked, features) if it.stem not in asked.carried)
    return any(tells_another_year(quote.text, it, day) for it in own) and not asks_whether(
        asked.text, asked.languages[0]
    )


def _told(quote: Quote, asked: Asked, features: Features) -> float:
    """Whether the quote tells what is asked for: 1 or −1; 0 where that cannot be seen."""
    held, did = features.held[quote.sentences].any(), asked.predicate and asked.predicate.text
    if features.strange_year:
        return -1.0
    if asked.office is not None and features.kind is AnswerType.IDENTITY:
        return 1.0 if held and not lacked(quote, asked, features) else 0.0
    if features.kind in {AnswerType.IDENTITY, AnswerType.AGE}:
        return 1.0 if held else -1.0
    said = asked.who is not None and held and not features.missing
    if said or (asked.kind is None and asks_for_demand(asked.text) and not lacked(quote, asked, features)):
        return 1.0
    active = features.kind is AnswerType.PERSON and not asks_whom(asked.text)
    return -1.0 if active and did and omits_agent(quote.text, did, asked.languages[1]) else 0.0
