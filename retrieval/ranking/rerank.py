"""Candidates of both legs → hits: scores fused, the best passages read sentence by sentence, a quote chosen from each.

Ranking is pure and deterministic; it knows vectors and words, nothing of the index that they come from.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from ..question.answer_type import AnswerType
from ..types import Article, Hit
from .asked import Asked, Question, asked_of
from .candidates import Candidate
from .copies import repeats
from .cross_language import language_bonus
from .features import Features, features_of, share_of_names
from .implied import implied
from .lacking import lacked
from .legs import Legs, both_legs
from .quote import choose
from .signals import HitContext, signals

READ = 10
"""This many of the best by fused score are read sentence by sentence. With 9 in place of 16 every first answer to the
questions of thirty-six English sets is as right as before; ranking takes a tenth less time than with 12."""

SPARE = 5
"""This many more than the wanted hits are read, as some will repeat others."""

NAMES_WEIGHT = 0.15
TOGETHER_WEIGHT = 0.15
"""Weights of the question's names, and of terms standing close together. nDCG@10 without either: squad2 .940 and .936
instead of .942 (english)."""

MONTH_WEIGHT = 0.15
"""Weight of a month named in the question, besides its words: "im Februar" is "in February" too, and an article
published that month need not name it. nDCG@10 of the 18 questions of rival that name one .898 → .939, of all other sets
the same; equally good from 0.1 to 0.3, at 0.4 one of handbook is lost."""

HELD_WEIGHT = 0.05
"""Weight of a best-fitting sentence holding the kind of thing asked for. nDCG@10 without and with it: pooled .776, .779
(MiniLM) and .821, .821 (multilingual), xquad-es-en .953, .955, the sample articles .789, .805 and .829, .840; elsewhere
within .001."""

SAID_WEIGHT = 0.2
"""Used instead of `HELD_WEIGHT` where the question asks what somebody said, who they are or how old, or for the number
of the dead, injured or missing."""

LIFE_WEIGHT = 0.3
"""Bonus of a passage that tells the age asked for, or the birth or death in brackets: "was born the fifth child of a
weaver" has the question's words, but neither day nor place."""

TITLED_WEIGHT = 0.1
"""Weight of the share of terms in the heading. nDCG@10 without and with it: cranfield .435, .438 (MiniLM) and .414,
.424 (multilingual), pooled .761, .762 and .818, .821; elsewhere within .001. Twice as much lifts every paragraph under
a headline that merely resembles the question."""

STANDFIRST_LOSS = 0.2
"""Penalty for a standfirst, a line between title and text: it has the words of what it announces ("how a cook carried
the list out") but rarely an answer. Of twelve long pieces nDCG@10 .755 → .767, the right passage first .537 → .562;
seven other sets, which have hardly any such lines, the same."""

NEWER_WEIGHT = 0.04
"""Of passages that fit about equally well, the newer one is preferred: "who is the mayor", "when does the bridge open".
Of 446 questions about invented articles the quote is right for four more and for none fewer, from 0.02 to 0.06
(multilingual); of 210 for one fewer (MiniLM)."""


NEWS_WEIGHT = 0.1
"""Bonus of an article's first paragraph where the question has no telling word beyond the headline: "what's happening
with the bridge", "bins?". Such a question asks for the news, which the first paragraph tells. Quotes of phone that hold
the answer .784 → .799, precision .714 → .727; the other sets the same."""


class Ranked(Struct, frozen=True, dict=True):
    """A candidate, with what was seen of its passage when it was read."""

    candidate: Candidate
    asked: Asked
    features: Features
    context: HitContext
    score: float
    also_in: tuple[Article, ...] = ()
    """Other articles that have the passage."""

    @cached_property
    def hit(self) -> Hit:
        """The hit without its signals."""
        passage = self.candidate.row.passage
        quote = choose(passage, self.features)
        return Hit(passage, self.candidate.row.article, self.score, quote, also_in=self.also_in)

    def judged(self, question: Question | None = None) -> Hit:
        """Return the hit with its signals.

        Args:
            question: if given, the model is run to see which of the words that the quote lacks are implied in it.
        """
        quote = self.hit.quote
        meant: Mapping[str, float] = {}
        if question is not None:
            vectors, sentences = self.candidate.sentence_vectors, len(self.hit.passage.sentences)
            known = None if vectors is None or len(vectors) != sentences else vectors[quote.sentences]
            lacks = lacked(quote, self.asked, self.features)
            meant = implied(question, lacks, known, self.hit.article.language)
        return replace(self.hit, signals=signals(quote, self.asked, self.features, self.context, meant))


def rank(question: Question, candidates: Sequence[Candidate], *, limit: int = 10, further: int = 0) -> list[Ranked]:
    """Return the best passages, best first, near-identical ones once.

    Args:
        further: return up to this many hits if enough passages are read for `limit` anyway.
    """
    if not candidates:
        return []
    asked = asked_of(question, candidates)
    legs = both_legs(question, candidates, asked)
    abroad = language_bonus(question, [it.row.language for it in candidates])
    articles = [it.row.article_id for it in candidates]
    fused = legs.fused(articles) + np.where([it.vector is not None for it in candidates], abroad, 0.0)
    fused += question.home.article_bonus(articles)
    best = np.argsort(-fused, kind="stable")[: max(READ, limit + SPARE)].tolist()
    read = []
    features = [_features(candidates[at], asked[at], legs, at) for at in best]
    names = _names([articles[at] for at in best], [asked[at] for at in best], features)
    newness = _newness([candidates[at].row.article for at in best])
    by_nearness, by_words = legs.ranks()
    for at, its, named, new in zip(best, features, names, newness, strict=True):
        it, own = candidates[at], asked[at]
        score = _score(float(fused[at]), own, its, named, new)
        passage, article = it.row.passage, it.row.article
        opening = passage.paragraph == 1 and passage.end < len(article.text)
        score += NEWS_WEIGHT * (opening and _asks_for_news(own, its))
        score += question.home.source_bonus(article.source)
        compared = question.vector is not None and it.vector is not None
        nearness, words = float(legs.passages[at]) if compared else None, float(legs.words[at])
        context = HitContext(nearness, words, question.passages, by_nearness[at], by_words[at], article.day)
        read.append(Ranked(it, own, its, context, score))
    read.sort(key=lambda it: -it.score)
    return [_folded(group) for group in _grouped(read, max(limit, further))]


def _features(candidate: Candidate, asked: Asked, legs: Legs, at: int) -> Features:
    passage, near = candidate.row.passage, legs.sentences[at]
    near = near if len(near) == len(passage.sentences) else np.zeros(len(passage.sentences))
    return features_of(passage, candidate.row.article, asked, nearness=near, shown=legs.shown.get(at))


def _names(articles: Sequence[str], asked: Sequence[Asked], features: Sequence[Features]) -> list[float]:
    """Return the share of the question's names and numbers in each passage or in others read from its article."""
    absent: dict[str, frozenset[str]] = {}
    for article, it in zip(articles, features, strict=True):
        stems = frozenset(term.stem for term in it.missing)
        absent[article] = absent.get(article, stems) & stems
    return [
        share_of_names(own.terms, [term for term in it.missing if term.stem in absent[article]])
        for article, own, it in zip(articles, asked, features, strict=True)
    ]


def _score(fused: float, asked: Asked, features: Features, names: float, newness: float) -> float:
    of_somebody = asked.who or asked.teller or ((asked.named or asked.office) and features.of_somebody)
    return (
        fused
        + NAMES_WEIGHT * names
        + TOGETHER_WEIGHT * features.together
        + MONTH_WEIGHT * features.in_month
        + (SAID_WEIGHT if of_somebody or asked.toll else HELD_WEIGHT) * features.held_by_best
        + TITLED_WEIGHT * features.titled
        + LIFE_WEIGHT * (features.life or _tells_age(asked, features))
        + NEWER_WEIGHT * newness
        - STANDFIRST_LOSS * features.announces
    )


def _tells_age(asked: Asked, features: Features) -> bool:
    """Return whether a passage tells the age of somebody named in the question, or by a full name earlier."""
    sure = not asked.carried or (asked.named is not None and len(asked.named.name) > 1)
    return features.kind is AnswerType.AGE and sure and bool(features.held.any())


def _asks_for_news(asked: Asked, features: Features) -> bool:
    """Return whether all telling words of a question are in the heading, and it has no answer type."""
    telling = [term.stem for term in asked.terms if not term.light]
    return asked.kind is None and not asked.resumed and bool(telling) and features.heading.issuperset(telling)


def _newness(articles: Sequence[Article]) -> list[float]:
    """Return each article's relative position by date, from 0 (oldest) to 1 (newest); ½ where it has no date."""
    days = sorted({it.published for it in articles if it.published})
    places = {day: (at + 0.5) / len(days) for at, day in enumerate(days)}
    return [places[it.published] if it.published else 0.5 for it in articles]


def _grouped(read: Sequence[Ranked], limit: int) -> list[list[Ranked]]:
    """Return the best passages, each with those that repeat it."""
    groups: list[list[Ranked]] = []
    for it in read:
        passage = it.candidate.row.passage
        group = next((group for group in groups if repeats(group[0].candidate.row.passage, passage)), None)
        if group is not None:
            group.append(it)
        elif len(groups) < limit:
            groups.append([it])
    return groups


def _folded(group: Sequence[Ranked]) -> Ranked:
    """Return the best of the passages that repeat each other, with the articles of the others."""
    best = group[0]
    others = {it.candidate.row.article_id: it.candidate.row.article for it in group[1:]}
    others.pop(best.candidate.row.article_id, None)
    return replace(best, also_in=tuple(others.values()))
