"""Scores of both legs for each candidate, on scales that can be added: cosine similarity and full-text score.

In the articles that a follow-up continues, both are computed again: what was already shown is no answer to it.
"""

from collections.abc import Sequence
from itertools import accumulate

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from ..bm25 import K1
from ..language.text import stems
from ..types import Passage
from .asked import Asked, Question
from .candidates import Candidate
from .following import FollowUpContext
from .fusion import Floats, fuse, scaled
from .life_dates import life_told

WORDS_OF_ARTICLE = 0.25
"""Share of a passage's full-text score that is replaced by the best one in its article: a long piece names its people
and places once and goes on. nDCG@10 with neither this nor names looked for in the article (`rerank`), and with both:
features .872 → .889, wire .867 → .883, encyclopedia .886 → .889, science .899 → .904, handbook .800 → .809, abroad .774
→ .780, squad2 .942 → .940 (multilingual), english .823 → .841, squad2 .940 → .932 (MiniLM; .937 at 0); at 0.5
encyclopedia loses .006."""


class Legs(Struct, frozen=True):
    """The leg scores of a question's candidates, in the order of the candidates."""

    passages: Floats
    """Scaled cosine similarity of question and passage; 0, as for an unrelated text, where it has no vector."""
    sentences: Sequence[Floats]
    """Scaled cosine similarities of each one's sentences; empty where they have no vectors."""
    words: Floats
    """BM25 as a share of the attainable score, 0 to 1."""
    shown: dict[int, NDArray[np.bool_]] = {}
    """For candidates in an article that a follow-up continues: which sentences were shown and do not answer it."""

    def fused(self, articles: Sequence[str]) -> Floats:
        """Return one fused score per candidate, given the article of each."""
        most = dict.fromkeys(articles, 0.0)
        for article, share in zip(articles, self.words.tolist(), strict=True):
            most[article] = max(most[article], share)
        around = np.asarray([most[article] for article in articles])
        return fuse(self.passages, self._nearest(), self.words + WORDS_OF_ARTICLE * (around - self.words))

    def ranks(self) -> tuple[list[int], list[int]]:
        """Return each candidate's place among all, from 1: by its passage's nearness, and by words."""
        by_nearness, by_words = (np.argsort(np.argsort(-it, kind="stable")) + 1 for it in (self.passages, self.words))
        return by_nearness.tolist(), by_words.tolist()

    def _nearest(self) -> Floats:
        """Return the greatest similarity among each one's sentences, at least 0."""
        nearest = np.zeros(len(self.sentences))
        filled = [at for at, near in enumerate(self.sentences) if len(near)]
        if filled:
            # In a single call: one call per candidate takes a fifth of a millisecond.
            starts = [0, *accumulate(len(self.sentences[at]) for at in filled[:-1])]
            nearest[filled] = np.maximum(np.maximum.reduceat(np.concatenate(self.sentences), starts), 0.0)
        return nearest


def both_legs(question: Question, candidates: Sequence[Candidate], asked: Sequence[Asked]) -> Legs:
    """Return the leg scores of the candidates; `asked` is the question as it is looked for in each."""
    words = np.asarray([min(it.bm25 / mine.attainable, 1.0) for it, mine in zip(candidates, asked, strict=True)])
    legs = Legs(_cosines(question, candidates), _nearness(question, candidates), words)
    return legs if question.before is None else _resumed(legs, question, question.before, candidates, asked)


def _resumed(
    legs: Legs, question: Question, before: FollowUpContext, candidates: Sequence[Candidate], asked: Sequence[Asked]
) -> Legs:
    """Return the leg scores, computed again for candidates in the articles that a follow-up continues."""
    at_home = [at for at, mine in enumerate(asked) if mine.resumed]
    if not at_home:
        return legs
    cosines, nearness, words, shown = legs.passages.copy(), list(legs.sentences), legs.words.copy(), {}
    own, there = replace(question, vector=before.vector), [candidates[at] for at in at_home]
    cosines[at_home] = _cosines(own, there)
    for at, it, near in zip(at_home, there, _nearness(own, there), strict=True):
        passage, language = it.row.passage, it.row.language
        known, answers = before.shown(passage), before.answers(passage, asked[at].own, language)
        answers[life_told(asked[at], passage)] = True
        shown[at] = known & ~answers
        words[at] = max(words[at], _words_share(passage, asked[at], language)) * (not shown[at].all())
        if len(near) == len(known):
            # "Who said that?" has no words of its own: shown sentences are then compared with the carried words too.
            whole = near if asked[at].own else nearness[at]
            nearness[at] = np.where(known, np.maximum(near, whole), near) * ~shown[at]
    return Legs(cosines, nearness, words, shown)


def _cosines(question: Question, candidates: Sequence[Candidate]) -> Floats:
    """Return the scaled cosine similarity of each candidate; 0, as for an unrelated text, where it has no vector."""
    cosines = np.zeros(len(candidates))
    compared = {at: it.vector for at, it in enumerate(candidates) if it.vector is not None}
    if question.vector is not None and compared:
        near = np.stack(list(compared.values())) @ question.vector
        cosines[list(compared)] = question.trust * scaled(near.astype(np.float64), question.model)
    return cosines


def _nearness(question: Question, candidates: Sequence[Candidate]) -> list[Floats]:
    """Return the scaled cosine similarities of each candidate's sentences; empty for one without vectors."""
    if question.vector is None:
        return [np.zeros(0)] * len(candidates)
    none = np.zeros((0, len(question.vector)), np.float32)
    rows = [none if it.sentence_vectors is None else it.sentence_vectors for it in candidates]
    near = (np.concatenate(rows) @ question.vector).astype(np.float64)
    near = question.trust * scaled(near, question.model)
    ends = list(accumulate(map(len, rows)))
    return [near[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def _words_share(passage: Passage, asked: Asked, language: str | None) -> float:
    """Return BM25 as a share of the attainable score, as if a passage of average length said once each word that it has
    or may leave out."""
    said = asked.granted | set(stems(passage.text, language))
    return asked.share(term for term in asked.terms if term.stem in said) / (K1 + 1)
