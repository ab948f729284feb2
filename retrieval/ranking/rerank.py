"""Candidates of both legs → hits: fused, read for the question's own words, each with its quote.

Pure and deterministic; knows vectors and words, nothing of the index that they come from.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from embeddings.base import Vector, Vectors

from ..figures import quantities
from ..question.terms import Term, predicate, question_stems, terms
from ..question.wanted import Kind, kind_wanted
from ..text import normal_form
from ..types import Article, Hit, Passage
from .evidence import Asked, Reading, read
from .following import Before, words_share
from .fusion import ABROAD, Floats, attainable, fuse, scaled
from .quote import choose
from .said import asks_for_words_of
from .signals import Standing, signals

READ = 12
"""So many of the best by fusion are read for words in context: nDCG@10 is the same within .001 with 16 or 40, on
six sets and two models."""

SPARE = 6
"""So many more are read than hits are wanted, for some will be repeats."""

NAMES_WEIGHT = 0.15
TOGETHER_WEIGHT = 0.15
BESIDE_WEIGHT = 0.1
TOLD_WEIGHT = 0.05
"""nDCG@10 without and with it: pooled .776, .779 (MiniLM) and .821, .821 (multilingual), xquad-es-en .953, .955, the
sample articles .789, .805 and .829, .840; elsewhere within .001."""

SAID_WEIGHT = 0.2
"""In its place, where somebody's words are asked for."""

TITLED_WEIGHT = 0.1
"""nDCG@10 without and with it: cranfield .435, .438 (MiniLM) and .414, .424 (multilingual), pooled .761, .762 and .818,
.821; elsewhere within .001. Twice as much lifts every paragraph under a headline that only sounds like the question."""

NEWER_WEIGHT = 0.04
"""Of passages that fit about as well, the newer one's is the news: "who is the mayor", "when does the bridge open". Of
446 questions about invented articles the quote is right for four more, and for none fewer, from 0.02 to 0.06
(multilingual); of 210 for one fewer (MiniLM)."""

SAME_TEXT = 0.9
"""Two passages that share so much of their words say the same thing: the better one stands for both."""


class Row(Protocol):
    """A passage of the index, read when its passage or its article is looked at."""

    @property
    def article_id(self) -> str: ...
    @property
    def language(self) -> str | None: ...
    @property
    def passage(self) -> Passage: ...
    @property
    def article(self) -> Article: ...


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that one of the legs has found; most are never read, for their figures tell that they are not it."""

    row: Row
    vector: Vector | None
    """None where the index has none: its model cannot read the article's language, or there is no model."""
    sentence_vectors: Vectors | None
    """A row for each of the passage's sentences. In an index that an earlier version split, there may be more or fewer:
    they are not heeded."""
    bm25: float
    """Higher is better; 0 where the words leg has not found it."""

    @property
    def article_id(self) -> str:
        return self.row.article_id

    @property
    def language(self) -> str | None:
        return self.row.language

    @property
    def passage(self) -> Passage:
        return self.row.passage

    @property
    def article(self) -> Article:
        return self.row.article


@dataclass(frozen=True, slots=True)
class Question:
    """A stand-alone question, with what the index knows of its words."""

    text: str
    vector: Vector | None
    language: str
    counts: Mapping[str, int]
    """In how many passages each of its stems stands."""
    passages: int
    """How many passages there are."""
    model: str
    trust: float = 1.0
    """How much the model's cosines count, 0 to 1: less where it does not read the question's language."""
    before: Before | None = None
    """Of a follow-up, where something was quoted before it."""

    def terms(self, language: str | None) -> list[Term]:
        """Return its terms as they are looked for in passages of a language."""
        return terms(self.text, language, self.counts, self.passages, self.language)


@dataclass(frozen=True, slots=True)
class _Scored:
    passage: Passage
    article: Article
    asked: Asked
    reading: Reading
    nearness: float | None
    words: float
    score: float


def rank(question: Question, candidates: Sequence[Candidate], *, limit: int = 10) -> list[Hit]:
    """Return the best passages, best first, near-identical ones once."""
    if not candidates:
        return []
    readers = _readers(question, candidates)
    cosines, nearness = _cosines(question, candidates), _nearness(question, candidates)
    words = np.asarray([_words(it, asked) for it, asked in zip(candidates, readers, strict=True)])
    shown = _resume(question, candidates, readers, (cosines, nearness, words))
    sentence = np.asarray([near.max(initial=0.0) for near in nearness])
    fused = fuse(cosines, sentence, words) + _abroad(question, candidates)
    scored = []
    best = np.argsort(-fused, kind="stable")[: max(READ, limit + SPARE)]
    for at, newness in zip(best, _newness([candidates[at].article for at in best]), strict=True):
        mine, passage, article = readers[at], candidates[at].passage, candidates[at].article
        near = nearness[at] if len(nearness[at]) == len(passage.sentences) else np.zeros(len(passage.sentences))
        reading = read(passage, article, mine, nearness=near, shown=shown.get(int(at)))
        score = (
            fused[at]
            + NAMES_WEIGHT * reading.names
            + TOGETHER_WEIGHT * reading.together
            + BESIDE_WEIGHT * reading.beside
            + (SAID_WEIGHT if mine.who else TOLD_WEIGHT) * reading.told
            + TITLED_WEIGHT * reading.titled
            + NEWER_WEIGHT * newness
        )
        compared = None if question.vector is None or candidates[at].vector is None else float(cosines[at])
        scored.append(_Scored(passage, article, mine, reading, compared, float(words[at]), float(score)))
    scored.sort(key=lambda it: -it.score)
    return _hits(question, scored, limit)


def _readers(question: Question, candidates: Sequence[Candidate]) -> list[Asked]:
    """Return how the question is looked for in each candidate: in its language, and in what was quoted before."""
    before = question.before
    quoted = {it.article_id for it in candidates if before.quoted(it.passage)} if before else set()
    keys = [(it.language, it.article_id in quoted) for it in candidates]
    asked = {key: _asked(question, key[0], resumed=key[1]) for key in set(keys)}
    return [asked[key] for key in keys]


def _resume(
    question: Question,
    candidates: Sequence[Candidate],
    readers: Sequence[Asked],
    legs: tuple[Floats, list[Floats], Floats],
) -> dict[int, NDArray[np.bool_]]:
    """Read the legs anew where a follow-up goes on in an article; return which sentences there were shown already."""
    before = question.before
    at_home = [at for at, asked in enumerate(readers) if asked.resumed]
    if before is None or not at_home:
        return {}
    cosines, nearness, words = legs
    own, there = replace(question, vector=before.vector), [candidates[at] for at in at_home]
    cosines[at_home] = _cosines(own, there)
    shown = {}
    for at, it, near in zip(at_home, there, _nearness(own, there), strict=True):
        known, answers = before.shown(it.passage), before.answers(it.passage, readers[at], it.language)
        shown[at] = known & ~answers
        words[at] = max(words[at], words_share(it.passage, readers[at], it.language)) * (not shown[at].all())
        if len(near) == len(known):
            # "Who said that?" has no words of its own: what was shown is near for those that were carried over.
            whole = nearness[at] if not readers[at].own else near
            nearness[at] = np.where(known, np.maximum(near, whole), near) * ~shown[at]
    return shown


def _asked(question: Question, language: str | None, *, resumed: bool) -> Asked:
    found = question.terms(language)
    who, asked_with = None, frozenset[str]()
    if kind_wanted(question.text) is Kind.SPEECH and (words := asks_for_words_of(question.text)):
        who, asked_with = words
    telling = tuple(term for term in found if normal_form(term.text) not in asked_with) or tuple(found)
    counts = [question.counts.get(term.stem, 0) for term in telling]
    own = question_stems(question.before.own, language, question.language) if question.before and resumed else ()
    return Asked(
        text=question.text,
        terms=telling,
        predicate=predicate(telling, question.text, language),
        kind=kind_wanted(question.text),
        who=who if language == question.language else None,
        attainable=attainable(counts, question.passages),
        resumed=resumed,
        granted=frozenset(term.stem for term in telling if term.stem not in own) if resumed else frozenset(),
    )


def _abroad(question: Question, candidates: Sequence[Candidate]) -> Floats:
    """Return what each candidate is given for being in another language than the question."""
    foreign = [it.vector is not None and it.language != question.language for it in candidates]
    return ABROAD.get(question.model, 0.0) * np.asarray(foreign, np.float64)


def _cosines(question: Question, candidates: Sequence[Candidate]) -> Floats:
    """Return the scaled cosine of each candidate's vector; 0, as for an unrelated text, where it has none."""
    cosines = np.zeros(len(candidates))
    compared = {at: it.vector for at, it in enumerate(candidates) if it.vector is not None}
    if question.vector is not None and compared:
        near = np.stack(list(compared.values())) @ question.vector
        cosines[list(compared)] = question.trust * scaled(near.astype(np.float64), question.model)
    return cosines


def _nearness(question: Question, candidates: Sequence[Candidate]) -> list[Floats]:
    """Return the scaled cosines of each candidate's sentences; none of one without vectors."""
    if question.vector is None:
        return [np.zeros(0)] * len(candidates)
    none = np.zeros((0, len(question.vector)), np.float32)
    rows = [none if it.sentence_vectors is None else it.sentence_vectors for it in candidates]
    near = (np.concatenate(rows) @ question.vector).astype(np.float64)
    ends = np.cumsum([len(row) for row in rows])[:-1]
    return np.split(question.trust * scaled(near, question.model), ends)


def _words(candidate: Candidate, asked: Asked) -> float:
    return min(candidate.bm25 / asked.attainable, 1.0)


def _newness(articles: Sequence[Article]) -> list[float]:
    """Return where each article stands among the others by its day, 0 to 1; ½ where it has none."""
    days = sorted({it.published for it in articles if it.published})
    places = {day: (at + 0.5) / len(days) for at, day in enumerate(days)}
    return [places[it.published] if it.published else 0.5 for it in articles]


def _hits(question: Question, scored: Sequence[_Scored], limit: int) -> list[Hit]:
    """Return the best as hits; what repeats a better one is named there."""
    groups: list[list[_Scored]] = []
    for it in scored:
        group = next((group for group in groups if _same(group[0].passage, it.passage)), None)
        if group is not None:
            group.append(it)
        elif len(groups) < limit:
            groups.append([it])
    return [_hit(question, group) for group in groups]


def _same(one: Passage, other: Passage) -> bool:
    """Say whether two passages are pieces of one paragraph, or say the same."""
    if one.paragraph == other.paragraph and one.article_id == other.article_id:
        return True
    mine, theirs = _word_set(one.text), _word_set(other.text)
    if min(len(mine), len(theirs)) < SAME_TEXT * max(len(mine), len(theirs)):
        return False
    alike = len(mine & theirs) >= SAME_TEXT * len(mine | theirs)
    return alike and quantities(one.text) == quantities(other.text)


@lru_cache(maxsize=8192)
def _word_set(text: str) -> frozenset[str]:
    return frozenset(normal_form(text).split())


def _hit(question: Question, group: Sequence[_Scored]) -> Hit:
    it = group[0]
    quote = choose(it.passage, it.reading)
    article = it.article
    standing = Standing(nearness=it.nearness, words=it.words, passages=question.passages)
    others = {other.article.id: other.article for other in group[1:]}
    others.pop(article.id, None)
    return Hit(
        passage=it.passage,
        article=article,
        score=it.score,
        quote=quote,
        signals=signals(quote, it.asked, it.reading, standing),
        also_in=tuple(others.values()),
    )
