"""What each sentence of a passage has of a question: nearness in meaning, its words, the kind of thing asked for.

Pure; knows passages, terms and vectors, nothing of the index or of how the figures are weighed.
"""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ..language.atoms import ORDINAL_ENDING
from ..language.months import MONTHS, NO_MONTH
from ..language.sentences import asks
from ..language.text import stems
from ..patterns import lazy
from ..question.terms import Term
from ..question.wanted import Kind
from ..types import Article, Passage
from .asked import Asked
from .compounds import COMPOUNDING, Stems, with_compounds
from .fusion import PRIOR, Floats
from .holding import holds, holds_beside
from .introduced import introduced
from .neighbours import announces, heads, names_speaker, points_back
from .said import said_by

Span = tuple[int, int]

NEAR_WORDS = 3
"""Two words of the question that stand so near to each other in a passage belong together there, too."""


GRANTED_WEIGHT = 0.35
"""What the share of the terms counts beside the scaled cosine. Of 1,742 right passages of seventeen sets the sentence
chosen, or its neighbour, holds the answer in .849 at 0.6, .869 so, .872 at 0.3 (multilingual; of 910 of nine sets, with
MiniLM: .837, .857, .862); squad2, whose questions have their articles' words, loses .004 and .013."""

GRANTED_ALONE = 0.6
"""Instead, where there are no cosines to go by."""

LEANT_ON = 0.75
"""What a term of the sentence before counts in one that points back to it ("It was opened by a queen"); terms of the
title count whole in every sentence. Quotes that hold the answer, with neither, and with both: squad2 .812 and .824
(MiniLM), .840 and .852 (multilingual), xquad-es-en .632 and .640; 70 questions about invented encyclopedia articles,
where the lead has the title's words, .743 and .843."""

NO_ANSWER = 0.5
"""What a subheading loses, a speaker's name alone, and a sentence that asks itself: "How do I renew it?" is no answer,
what follows may be."""

SHOWN = 1.0
"""Taken off a sentence that was shown just before and does not answer the follow-up: more than any other can lack."""

ABOUT_AS_GOOD = 0.2
"""Two sentences whose fit is so near to each other's fit about as well."""

_ENDING = lazy(ORDINAL_ENDING, re.IGNORECASE)
_MONTH_WORDS = tuple(lazy(rf"(?<!\w){NO_MONTH}(?:{forms})(?!\w)", re.IGNORECASE) for forms in MONTHS)


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage read for one question; shares are 0 to 1, by the weight of the terms."""

    nearness: Floats
    """Cosine of question and each sentence, as it is understood inside its passage; zeros without vectors."""
    stems: Stems
    heading: frozenset[str]
    """Stems of the title and of the source's name, and the question's year, month and day if it was published then."""
    coverage: Floats
    """Share of the terms that stand in each sentence."""
    fit: Floats
    """How well each sentence fits the question; comparable within one question only."""
    kind: Kind | None
    """Of thing asked for."""
    held: Floats
    """1 for each sentence that holds such a thing, 0 for the others."""
    missing: tuple[Term, ...]
    """Terms that stand neither in the passage nor in its title."""
    announces: bool
    """It is but the line under a title."""
    titled: float
    """Share of the terms that stand in the title."""
    together: float
    """Share of its pairs of neighbouring terms that stand close together in the passage; ½ where they tell nothing."""
    in_month: bool
    """A month that the question names stands in the passage or its title, in whatever language, or it was published
    then."""
    beside: bool
    """A thing of the kind asked for stands beside the question's predicate."""

    @property
    def of_somebody(self) -> bool:
        """Somebody's words are asked for, or who or how old they are."""
        return self.kind in {Kind.SPEECH, Kind.IDENTITY, Kind.AGE}

    @property
    def held_by_best(self) -> bool:
        """A sentence that fits best, or about as well, holds a thing of the kind asked for."""
        near = 2 * ABOUT_AS_GOOD if self.kind is Kind.SPEECH else ABOUT_AS_GOOD
        return bool(self.held[self.fit >= self.fit.max(initial=0.0) - near].any())


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the stems that are asked for stand in a text: numbers of words, ascending, and of their sentences."""

    words: dict[str, list[int]]
    sentences: dict[str, list[int]]


def read(
    passage: Passage, article: Article, asked: Asked, *, nearness: Floats, shown: NDArray[np.bool_] | None
) -> Reading:
    """Read a passage for a question, sentence by sentence; one that was shown already has nothing of it."""
    title, language = article.title, article.language
    found: Stems = _stems(passage.text, passage.sentences, language)
    title_stems: Stems = _stems(title, ((0, len(title)),), language) if title else ()
    if language in COMPOUNDING:
        found, title_stems = (
            with_compounds(it, asked.terms, language, beside=other)
            for it, other in ((found, title_stems), (title_stems, found))
        )
    places = _places(found, asked)
    above = [at for at in range(len(found)) if heads(passage, at)]
    heading = frozenset().union(*title_stems, *(found[at] for at in above))
    heading |= _dated(asked, article.published) | asked.granted | _source_stems(article.source, language)
    again = np.zeros(len(passage.sentences), bool) if shown is None else shown
    missing = tuple(term for term in asked.terms if term.stem not in places.words and term.stem not in heading)
    kind, held = _held(passage, article, asked, found, heading)
    weight = GRANTED_WEIGHT if nearness.any() else GRANTED_ALONE
    fit = nearness + weight * _granted(asked, places, heading, passage)
    fit[above + [at for at in range(len(found)) if names_speaker(passage, at)]] -= NO_ANSWER
    return Reading(
        nearness=nearness,
        stems=found,
        heading=heading,
        coverage=_coverage(asked, places, len(again)) * ~again,
        fit=_handed_on(passage, fit) - SHOWN * again,
        kind=kind,
        held=held,
        missing=missing,
        announces=announces(passage, article),
        titled=asked.share(term for term in asked.terms if term.stem in heading),
        together=_share_together(asked.terms, places.words),
        in_month=any(_is_of(month, passage, article) for month in asked.months),
        beside=_beside(passage, asked, places, language),
    )


def _dated(asked: Asked, published: str | None) -> frozenset[str]:
    """Return the stems of a question's year, month and day that an article need not say, for it was published then.

    With the day nDCG@10 of wire .865 → .867, quotes that hold the answer .708 → .721; six other sets the same.
    """
    day = re.match(r"(\d{4})-(\d\d)(?:-(\d\d))?", published or "")
    if day is None:
        return frozenset()
    year = {term.stem for term in asked.terms if term.text == day[1]}
    months = {term.stem for term in asked.terms if term.month == int(day[2])}
    days = {term.stem for term in asked.terms if months and day[3] and term.text.lstrip("0") == day[3].lstrip("0")}
    endings = {term.stem for term in asked.terms if days and _ENDING.fullmatch(term.text)}
    return frozenset(year | months | days | endings)


def _is_of(month: int, passage: Passage, article: Article) -> bool:
    published = (article.published or "")[:7].endswith(f"-{month:02}")
    return published or _MONTH_WORDS[month - 1].search(f"{article.title or ''}\n{passage.text}") is not None


def _coverage(asked: Asked, places: _Places, sentences: int) -> Floats:
    """Return which share of the terms stands in each sentence: of those that nothing granted, where there are any."""
    coverage = np.zeros(sentences)
    for term in asked.counted:
        for at in places.sentences.get(term.stem, ()):
            coverage[at] += term.weight
    return coverage / asked.counted_weight


def _granted(asked: Asked, places: _Places, heading: Set[str], passage: Passage) -> Floats:
    """Return which share of the terms each sentence holds or may leave out."""
    shares = np.zeros(len(passage.sentences))
    for term in asked.counted:
        if term.stem in heading:
            shares += term.weight
            continue
        holding = places.sentences.get(term.stem, ())
        for at in holding:
            shares[at] += term.weight
            if at + 1 < len(shares) and at + 1 not in holding and points_back(passage, at + 1):
                shares[at + 1] += LEANT_ON * term.weight
    return shares / asked.counted_weight


def _handed_on(passage: Passage, fit: Floats) -> Floats:
    """Hand what speaks for a sentence that asks itself over to the one behind it."""
    asking = np.array([asks(text) for text in passage.sentence_texts], bool)
    answers = asking[:-1] & ~asking[1:]
    fit[1:] = np.where(answers, np.maximum(fit[1:], fit[:-1]), fit[1:])
    return fit - NO_ANSWER * asking


def _held(
    passage: Passage, article: Article, asked: Asked, found: Stems, heading: Set[str]
) -> tuple[Kind | None, Floats]:
    """Return the kind of thing that is asked for here, and which sentences hold it."""
    if asked.named is not None and (told := introduced(asked.named, passage, article, found, heading)) is not None:
        return asked.named.kind, told
    if asked.kind is None:
        return None, np.zeros(len(passage.sentences))
    if asked.who is not None:
        return asked.kind, said_by(asked.who, passage, article)
    holding = (holds(it, asked.kind, asked.text, article.language) for it in passage.sentence_texts)
    return asked.kind, np.array([float(it) for it in holding])


def share_of_names(terms: Sequence[Term], missing: Sequence[Term]) -> float:
    """Return the share of a question's names and numbers that are not missing; ½ where it has none."""
    total = sum(term.weight for term in terms if term.name or term.number)
    return 1 - sum(term.weight for term in missing if term.name or term.number) / total if total else 0.5


def _share_together(terms: Sequence[Term], places: dict[str, list[int]]) -> float:
    total = together = 0.0
    for left, right in pairwise(terms):
        weight = left.weight * right.weight
        total += weight
        if _close(places.get(left.stem, []), places.get(right.stem, [])):
            together += weight
    return (together + PRIOR / 2) / (total + PRIOR)


def _beside(passage: Passage, asked: Asked, places: _Places, language: str | None) -> bool:
    if asked.kind is None or asked.predicate is None:
        return False
    found = [passage.sentences[at] for at in places.sentences.get(asked.predicate.stem, ())]
    return any(
        holds_beside(passage.text[start:end], asked.kind, asked.text, asked.predicate.stem, language)
        for start, end in found
    )


def _close(left: Sequence[int], right: Sequence[int]) -> bool:
    return any(abs(one - other) <= NEAR_WORDS for one in left for other in right)


def _places(found: Stems, asked: Asked) -> _Places:
    """Return where the terms stand among the stems of each sentence."""
    wanted = {term.stem for term in asked.terms}
    words: dict[str, list[int]] = {}
    sentences: dict[str, list[int]] = {}
    before = 0
    for at, sentence in enumerate(found):
        if not wanted.isdisjoint(sentence):
            for place, stem in enumerate(sentence, before):
                if stem in wanted:
                    words.setdefault(stem, []).append(place)
            for stem in wanted.intersection(sentence):
                sentences.setdefault(stem, []).append(at)
        before += len(sentence)
    return _Places(words, sentences)


@lru_cache(maxsize=1024)
def _source_stems(source: str | None, language: str | None) -> frozenset[str]:
    """Return the stems of a source's name, which its articles need not say: "at Harrow Savings Bank"."""
    return frozenset(stems(source, language)) if source else frozenset()


@lru_cache(maxsize=8192)
def _stems(text: str, spans: tuple[Span, ...], language: str | None) -> tuple[tuple[str, ...], ...]:
    """Return the stems of each sentence; cached, for the same passages come back question after question."""
    return tuple(tuple(stems(text[start:end], language)) for start, end in spans)
