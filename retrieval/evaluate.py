"""Judging answers to golden questions: which passage is right, and which answer. `measures` aggregates the results.

Knows text and hits; nothing of files, models or the index. The rules are those of the dev sets' README.
"""

import math
import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from .types import Answer, Hit

SHINGLE = 5
"""Words in a shingle, a run of consecutive words."""
SHORT_PASSAGE_WORDS = 20
"""A shorter passage does not count as right merely because a gold paragraph contains it."""
NEVER_FOUND_WORDS = 1000
"""Words that a reader is taken to waste where no passage is right."""
DEPTH = 10
"""Cut-off rank of nDCG."""

_WORD = re.compile(r"\w+")
_ENGLISH_ARTICLES = frozenset({"a", "an", "the"})


def match_words(text: str) -> list[str]:
    """Return the words of a text as they are compared: letters and digits, case folded."""
    return _WORD.findall(text.casefold())


def _shingles(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """Return all shingles of a text; a text of fewer than five words is one shingle."""
    if len(words) < SHINGLE:
        return frozenset({tuple(words)} if words else ())
    return frozenset(tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))


def contains(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Return whether the wanted words occur in the text, in order and side by side."""
    size = len(wanted)
    return size > 0 and any(list(words[at : at + size]) == list(wanted) for at in range(len(words) - size + 1))


class Gold(Struct, frozen=True):
    """What is right for one question, at whichever granularities its author gave."""

    answerable: bool = True
    answers: tuple[tuple[str, ...], ...] = ()
    """For each accepted answer, its words."""
    passages: tuple[frozenset[tuple[str, ...]], ...] = ()
    """For each right paragraph, its shingles."""
    articles: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        *,
        answerable: bool = True,
        answer: Iterable[str] = (),
        passage: Iterable[str] = (),
        article: Iterable[str] = (),
    ) -> "Gold":
        """Build the gold of one question from its texts."""
        return cls(
            answerable=answerable,
            answers=tuple(tuple(match_words(text)) for text in answer),
            passages=tuple(_shingles(match_words(text)) for text in passage),
            articles=frozenset(article),
        )

    @property
    def size(self) -> int:
        """The number of right passages that can be found."""
        return len(self.passages) or (1 if self.answers else len(self.articles))

    def from_article(self, *names: str | None) -> bool:
        """Return whether an article, known by any of these names, is a gold one; without gold articles every one is."""
        return not self.articles or any(name in self.articles for name in names)


def met(gold: Gold, hit: Hit, done: frozenset[int]) -> frozenset[int]:
    """Return the indices of the golds that a passage meets and no earlier passage has met."""
    article = hit.article
    names = (article.id, article.path, article.uri)
    if not gold.passages and not gold.answers:
        order = sorted(gold.articles)
        return frozenset(order.index(name) for name in names if name in gold.articles) - done
    words = match_words(hit.passage.text)
    own = _shingles(words)
    right = {at for at, wanted in enumerate(gold.passages) if 2 * len(wanted & own) >= len(wanted)}
    if gold.answers:
        if not right and gold.from_article(*names) and any(contains(words, answer) for answer in gold.answers):
            right = {next((at for at in range(gold.size) if at not in done), 0)}
    elif len(words) >= SHORT_PASSAGE_WORDS:
        right |= {at for at, wanted in enumerate(gold.passages) if 2 * len(wanted & own) >= len(own)}
    return frozenset(right) - done


def answer_right(gold: Gold, hit: Hit) -> bool:
    """Return whether a hit's quote is a right answer."""
    if not gold.answerable:
        return False
    if not gold.answers:
        return bool(met(gold, hit, frozenset()))
    article = hit.article
    words = match_words(hit.quote.text)
    return gold.from_article(article.id, article.path, article.uri) and any(contains(words, it) for it in gold.answers)


def _overlap(quote: str, answers: Iterable[Sequence[str]]) -> float:
    """Return the best F1 between the words of the quote and of an answer, leaving out English articles (a, an, the)."""
    mine = [word for word in match_words(quote) if word not in _ENGLISH_ARTICLES]
    return max((_f1(mine, [w for w in answer if w not in _ENGLISH_ARTICLES]) for answer in answers), default=0.0)


def _f1(left: Sequence[str], right: Sequence[str]) -> float:
    same = sum(min(left.count(word), right.count(word)) for word in set(right))
    return 2 * same / (len(left) + len(right)) if same else 0.0


class Judged(Struct, frozen=True):
    """One question's outcome; figures over passages are None where there is nothing to find."""

    answerable: bool
    answered: bool
    confidence: float
    right: bool
    gains: tuple[int, ...] = ()
    """For each passage, the number of golds that it is the first to meet."""
    golds: int = 0
    words: int = 0
    """Words read up to and including the first right passage."""
    quote_words: int = 0
    f1: float | None = None
    contain: bool | None = None
    tags: tuple[str, ...] = ()

    @property
    def ndcg(self) -> float:
        gain = sum(1 / math.log2(rank + 2) for rank, met_here in enumerate(self.gains[:DEPTH]) if met_here)
        return gain / sum(1 / math.log2(rank + 2) for rank in range(min(DEPTH, self.golds)))

    @property
    def reciprocal_rank(self) -> float:
        return next((1 / (rank + 1) for rank, met_here in enumerate(self.gains) if met_here), 0.0)

    def recall(self, depth: int) -> float:
        return sum(self.gains[:depth]) / self.golds

    def found(self, depth: int) -> bool:
        return any(self.gains[:depth])


def judge_question(gold: Gold, answer: Answer, *, tags: tuple[str, ...] = ()) -> Judged:
    """Judge one answer and the passages returned with it."""
    first = answer.hits[0] if answer.hits else None
    right = first is not None and answer_right(gold, first)
    quote = first.quote.text if first else ""
    shared = (gold.answerable, answer.answered, answer.confidence, right)
    if not gold.answerable:
        return Judged(*shared, quote_words=len(quote.split()), tags=tags)
    gains: list[int] = []
    done: frozenset[int] = frozenset()
    read, words = 0, 0
    for hit in answer.hits:
        new = met(gold, hit, done)
        read += len(hit.passage.text.split())
        words = words or (read if new else 0)
        done |= new
        gains.append(len(new))
    return Judged(
        *shared,
        gains=tuple(gains),
        golds=gold.size,
        words=words or read + NEVER_FOUND_WORDS,
        quote_words=len(quote.split()),
        f1=_overlap(quote, gold.answers) if gold.answers else None,
        contain=right if gold.answers else None,
        tags=tags,
    )
