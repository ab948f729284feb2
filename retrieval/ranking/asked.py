"""A question, and how it is looked for in the passages of one language, anew or where a conversation goes on."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from embeddings.base import Vector, Vectors

from ..language.text import normal_form
from ..question.terms import Term, predicate, question_stems, terms
from ..question.wanted import Kind, kind_wanted
from .candidates import Candidate
from .following import NOWHERE, Before, Home
from .fusion import attainable
from .introduced import Named, asks_about
from .said import asks_for_words_of

LIGHT = 0.3
"""What a light word that is missing counts, beside another one that is as rare."""


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
    carried: str = ""
    """Words of earlier turns that stand in its text."""
    home: Home = NOWHERE
    """In a conversation, unless the question names whom it is about."""
    languages: tuple[str, ...] = ()
    """In whose stems its words were counted."""
    means: Mapping[str, Vector] = field(default_factory=dict)
    """The mean of the passages' vectors in each language of the index, where there are several."""
    embed: Callable[[Sequence[str]], Vectors] | None = None
    """Gives the vectors of other wordings; None where there is no model that reads them."""

    def terms(self, language: str | None) -> list[Term]:
        """Return its terms as they are looked for in passages of a language."""
        return terms(self.text, language, self.counts, self.passages, self.language)


@dataclass(frozen=True)
class Asked:
    """A question as it is looked for in passages of one language."""

    text: str
    terms: tuple[Term, ...]
    predicate: Term | None
    kind: Kind | None
    who: str | None
    """Whose words are asked for."""
    attainable: float
    """The BM25 score of a passage that is full of every term."""
    languages: tuple[str | None, str | None] = (None, None)
    """Its own and that of the passages."""
    resumed: bool = False
    """The article was quoted before in the conversation that the question goes on with."""
    named: Named | None = None
    """Of whom it is asked who or how old they are."""
    granted: frozenset[str] = frozenset()
    """Stems that it need not say again, for they were carried over from there."""

    carried: frozenset[str] = frozenset()
    """Stems of words that earlier turns said, and it does not."""

    @cached_property
    def months(self) -> frozenset[int]:
        """The months that it names, January as 1."""
        return frozenset(term.month for term in self.terms if term.month)

    @cached_property
    def weight(self) -> float:
        return sum(term.weight for term in self.terms) or 1.0

    def share(self, some: Iterable[Term]) -> float:
        """Return what some of the terms tell of all that they tell, 0 to 1."""
        return sum(term.weight for term in some) / self.weight

    def missed(self, some: Iterable[Term]) -> float:
        """Return how much it says against an answer that some of the terms are missing, 0 to 1."""
        return sum(map(_missed, some)) / (sum(map(_missed, self.terms)) or 1.0)

    @cached_property
    def counted(self) -> Sequence[Term]:
        """The terms by which sentences are told apart: those that nothing granted, where there are any."""
        return [term for term in self.terms if term.stem in self.own] or self.terms

    @cached_property
    def counted_weight(self) -> float:
        return sum(term.weight for term in self.counted) or 1.0

    @cached_property
    def own(self) -> frozenset[str]:
        """Stems of the terms that nothing granted."""
        return frozenset(term.stem for term in self.terms) - self.granted


def _missed(term: Term) -> float:
    return term.weight * (LIGHT if term.light else 1.0)


def asked_of(question: Question, candidates: Sequence[Candidate]) -> list[Asked]:
    """Return how the question is looked for in each candidate: in its language, and in what was quoted before."""
    before = question.before
    quoted = {it.article_id for it in candidates if before.quoted(it.passage)} if before else set()
    keys = [(it.language, it.article_id in quoted) for it in candidates]
    asked = {key: _asked(question, *key) for key in set(keys)}
    return [asked[key] for key in keys]


def _asked(question: Question, language: str | None, resumed: bool) -> Asked:
    found = question.terms(language)
    who, asked_with = None, frozenset[str]()
    if kind_wanted(question.text) is Kind.SPEECH and (words := asks_for_words_of(question.text)):
        who, asked_with = words
    if named := asks_about(question.text):
        asked_with = named.asked_with
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
        languages=(question.language, language),
        resumed=resumed,
        named=named,
        carried=frozenset(question_stems(question.carried, language, question.language))
        if question.carried
        else frozenset(),
        granted=frozenset(term.stem for term in telling if term.stem not in own) if resumed else frozenset(),
    )
