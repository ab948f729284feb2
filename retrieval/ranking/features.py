"""How each sentence of a passage matches a question: in meaning, in words, and by the kind of thing asked for.

Pure; knows passages, terms and vectors, nothing of the index or of how the features are weighted.
"""

from collections.abc import Sequence, Set
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..language.atoms import YEAR
from ..language.text import stem, stems
from ..language.traits import COMPOUNDING
from ..patterns import lazy
from ..question.answer_type import AnswerType
from ..question.headcounts import counted_otherwise
from ..question.outcomes import asks_what_happened
from ..question.terms import Term
from ..speakers.interviews import is_put
from ..types import Article, Passage
from .asked import Asked
from .compounds import Stems, with_compounds
from .foreign_names import with_foreign_names
from .fusion import PRIOR, Floats
from .granted import granted_as_teller, granted_by_article
from .held import holding_sentences
from .life_dates import asking_stems, life_told
from .named_days import names_month, with_named_days
from .neighbours import Layout, announces, layout, leading_to_questions, points_back
from .short_units import with_units
from .states import answered_by_opposite

NEAR_WORDS = 3
"""Two neighbouring terms of a question count as close together in a passage at most this many words apart."""


GRANTED_WEIGHT = 0.35
"""Weight of the share of terms granted to a sentence, beside the scaled cosine similarity. In 1,742 right passages of
seventeen sets the sentence chosen, or its neighbour, holds the answer in .849 at 0.6, .869 at this value, .872 at 0.3
(multilingual; in 910 of nine sets, with MiniLM: .837, .857, .862); squad2, whose questions have their articles' words,
loses .004 and .013."""

GRANTED_ALONE = 0.6
"""Used instead where there are no cosine similarities."""

LEANT_ON = 0.75
"""Weight of a term from the previous sentence in a sentence that points back to it ("It was opened by a queen"); terms
of the title count fully in every sentence. Quotes that hold the answer, with neither, and with both: squad2 .812 and
.824 (MiniLM), .840 and .852 (multilingual), xquad-es-en .632 and .640; 70 questions about invented encyclopedia
articles, where the lead has the title's words, .743 and .843."""

NO_ANSWER = 0.5
"""Penalty for a subheading, the name under a letter, and a sentence that is itself a question: "How do I renew it?" is
no answer, but what follows may be."""

SHOWN = 1.0
"""Penalty for a sentence that was just shown and does not answer the follow-up: more than any other can lack."""

ABOUT_AS_GOOD = 0.2
"""Two sentences whose fit differs by no more than this fit about equally well."""

_YEAR = lazy(YEAR)


class Features(NamedTuple):
    """The features of a passage for one question; shares are from 0 to 1, weighted by term."""

    nearness: Floats
    """Scaled cosine similarity of question and sentence, embedded within its passage; zeros without vectors."""
    stems: Stems
    heading: frozenset[str]
    """Stems granted to every sentence: of title, source, the subheadings above, the name of who signs a letter, answers
    in an interview or tells of themselves, a given name before a surname, words carried over, and the question's date
    if the article was published then."""
    coverage: Floats
    """Share of the terms in each sentence."""
    fit: Floats
    """How well each sentence fits the question; comparable within one question only."""
    kind: AnswerType | None
    """The kind of thing asked for."""
    held: Floats
    """1 for each sentence that holds such a thing, 0 for the others."""
    outcome: bool
    """The question asks what happened."""
    missing: tuple[Term, ...]
    """Terms found neither in the passage nor in the heading."""
    strange_year: bool
    """The article lacks a year of the question, and no "last year" or "next year" may mean it."""
    announces: bool
    """The passage is only a standfirst, the line under a title."""
    titled: float
    """Share of the terms in the heading."""
    together: float
    """Share of neighbouring terms that stand close together in the passage; near ½ where they tell little."""
    life: bool
    """A sentence tells the birth or death asked for in brackets behind the name."""
    in_month: bool
    """The passage or its title names a month of the question, in any language, or was published in it."""

    @property
    def of_somebody(self) -> bool:
        """The question asks what somebody said, who they are or how old."""
        return self.kind in {AnswerType.SPEECH, AnswerType.IDENTITY, AnswerType.AGE}

    @property
    def held_by_best(self) -> bool:
        """One of the best-fitting sentences holds a thing of the kind asked for."""
        near = 2 * ABOUT_AS_GOOD if self.kind is AnswerType.SPEECH else ABOUT_AS_GOOD
        return bool(self.held[self.fit >= self.fit.max(initial=0.0) - near].any())


class _Places(NamedTuple):
    """Where the question's stems occur in a text: word numbers, ascending, and sentence numbers."""

    words: dict[str, list[int]]
    sentences: dict[str, list[int]]


def features_of(
    passage: Passage, article: Article, asked: Asked, *, nearness: Floats, shown: NDArray[np.bool_] | None
) -> Features:
    """Return the features of a passage for a question; sentences that were already shown get no credit."""
    title, language = article.title, article.language
    found: Stems = _stems(passage.text, passage.sentences, language)
    title_stems: Stems = ()
    if title:
        title_stems = _stems(title, ((0, len(title)),), language)
        title_stems = with_foreign_names(title_stems, (title,), asked.terms, asked.languages)
    if language in COMPOUNDING:
        found, title_stems = (with_compounds(it, asked.terms, language) for it in (found, title_stems))
    found = with_units(found, passage.sentence_texts, asked.terms)
    found = with_named_days(found, passage.sentence_texts, asked.terms)
    found = with_foreign_names(found, passage.sentence_texts, asked.terms, asked.languages)
    told = life_told(asked, passage)
    found = [[*own, *asking_stems(asked)] if at in told else own for at, own in enumerate(found)]
    places = _places(found, asked)
    laid_out = layout(passage)
    heading = frozenset().union(*title_stems, *(found[at] for at in laid_out.headings + laid_out.signatures))
    heading |= asked.granted | granted_by_article(asked, places.words, passage, article)
    heading |= answered_by_opposite(asked, found)
    heading |= {stem(it, language) for it in counted_otherwise(asked.text, passage.text)}
    again = np.zeros(len(passage.sentences), bool) if shown is None else shown
    kind, held = holding_sentences(passage, article, asked, found, heading)
    if told:
        kind, held = AnswerType.IDENTITY, np.isin(np.arange(len(again)), told).astype(float)
    # Afterwards, as who answers in an interview need not be whom the passage tells of.
    heading |= granted_as_teller(asked, passage, article)
    missing = tuple(term for term in asked.terms if term.stem not in places.words and term.stem not in heading)
    own_missing = (it for it in missing if it.stem not in asked.carried)
    weight = GRANTED_WEIGHT if nearness.any() else GRANTED_ALONE
    fit = nearness + weight * _granted(asked, places, heading, passage, laid_out.rows)
    fit[laid_out.headings] -= NO_ANSWER
    fit = _handed_on(passage, article, fit, held, laid_out) - SHOWN * again
    fit[laid_out.signatures] -= NO_ANSWER  # afterwards: a letter may end with a question
    return Features(
        nearness=nearness,
        stems=found,
        heading=heading,
        coverage=_coverage(asked, places, len(again)) * ~again,
        fit=fit,
        kind=kind,
        held=held,
        outcome=kind is None and asks_what_happened(asked.text),
        missing=missing,
        strange_year=any(_is_strange(it.text, article) for it in own_missing),
        announces=announces(passage, article),
        titled=asked.share(term for term in asked.terms if term.stem in heading),
        together=_share_together(asked.terms, places.words),
        life=bool(told),
        in_month=any(_is_of(month, passage, article) for month in asked.months),
    )


def _is_strange(word: str, article: Article) -> bool:
    """Return whether a word is a year that an article does not tell of, more than a year from its publication."""
    told = _YEAR.fullmatch(word) is None or word in article.text
    return not told and (article.day is None or abs(int(word) - article.day.year) > 1)


def _is_of(month: int, passage: Passage, article: Article) -> bool:
    published = article.day is not None and article.day.month == month
    return published or names_month(f"{article.title or ''}\n{passage.text}", month)


def _coverage(asked: Asked, places: _Places, sentences: int) -> Floats:
    """Return the share of the terms in each sentence: of those not granted, where there are any."""
    coverage = np.zeros(sentences)
    for term in asked.counted:
        for at in places.sentences.get(term.stem, ()):
            coverage[at] += term.weight
    return coverage / asked.counted_weight


def _granted(asked: Asked, places: _Places, heading: Set[str], passage: Passage, rows: frozenset[int]) -> Floats:
    """Return the share of the terms that each sentence holds or may leave out."""
    shares = np.zeros(len(passage.sentences))
    for term in asked.counted:
        holding = places.sentences.get(term.stem, ())
        if term.stem in heading:
            shares += term.weight
            others = rows.difference(holding)
            if len(others) < len(rows):  # a row is not about what another one names: "Physics: 49", "Chemistry: 55"
                shares[list(others)] -= term.weight
            continue
        for at in holding:
            shares[at] += term.weight
            if at + 1 < len(shares) and at + 1 not in holding and points_back(passage, at + 1):
                shares[at + 1] += LEANT_ON * term.weight
    return shares / asked.counted_weight


def _handed_on(passage: Passage, article: Article, fit: Floats, held: Floats, laid_out: Layout) -> Floats:
    """Pass the fit of sentences that ask, or lead up to a question, on to the next one, which may answer it.

    A sentence that leads up to one loses less, as it may be informative: "Your predecessor, Jo Hart, left. Why?". It
    loses nothing where it holds what is asked for: "You retire after 39 years. How many children did you see born?".
    Quotes that hold the answer: western .879 → .897 (multilingual), thirteen other sets the same.
    """
    questions = [
        at in laid_out.questions or (at in laid_out.ends and is_put(passage.start + end, article))
        for at, (_, end) in enumerate(passage.sentences)
    ]
    if not any(questions):
        return fit
    asking = np.array(questions, bool)
    leading = np.array(leading_to_questions(passage, questions), bool) & ~asking & (held == 0)
    for at in np.flatnonzero((asking | leading)[:-1]).tolist():
        fit[at + 1] = max(fit[at : at + 2])
    lost: Floats = NO_ANSWER * asking + ABOUT_AS_GOOD * leading
    return fit - lost


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


def _close(left: Sequence[int], right: Sequence[int]) -> bool:
    near = {one + apart for one in left for apart in range(-NEAR_WORDS, NEAR_WORDS + 1)}
    return not near.isdisjoint(right)


def _places(found: Stems, asked: Asked) -> _Places:
    """Return the positions of the terms among the stems of each sentence."""
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


@lru_cache(maxsize=8192)
def _stems(text: str, spans: tuple[tuple[int, int], ...], language: str | None) -> tuple[tuple[str, ...], ...]:
    """Return the stems of each sentence; cached, as the same passages recur from question to question."""
    return tuple(tuple(stems(text[start:end], language)) for start, end in spans)
