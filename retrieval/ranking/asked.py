"""A question, and the form in which it is looked for in passages of one language, whether alone or as a follow-up."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from embeddings.base import Vector, Vectors

from ..language.text import normal_form, stem, stems
from ..question.amounts import counting_words
from ..question.answer_type import ASKS_AHEAD, AnswerType, answer_type, asking_words, naming_words, plain
from ..question.terms import Term, predicate, question_stems, terms
from ..question.tolls import how_named
from .asked_person import Named, asks_about, asks_for_holder, head_noun
from .candidates import Candidate, Row
from .following import NOWHERE, FollowUpContext, Home
from .fusion import attainable
from .said import asks_for_words_of, whose_account

LIGHT = 0.3
"""Weight of a missing light word, relative to another word that is as rare."""


class Question(Struct, frozen=True):
    """A stand-alone question, with what the index knows about its words."""

    text: str
    vector: Vector | None
    language: str
    document_frequencies: Mapping[str, int]
    """Number of passages that hold each of its stems."""
    passages: int
    """Total number of passages."""
    model: str
    trust: float = 1.0
    """Weight of the model's cosine similarities, 0 to 1: less where it does not read the question's language."""
    before: FollowUpContext | None = None
    """The context of a follow-up, where something was quoted before it."""
    carried: str = ""
    """Words of earlier turns that are part of the text."""
    home: Home = NOWHERE
    """Where the conversation's last answer was found, unless the question names whom it is about."""
    languages: tuple[str, ...] = ()
    """Languages whose stems were counted."""
    means: Mapping[str, Vector] = {}
    """The mean passage vector of each language of the index, where there are several."""
    embed: Callable[[Sequence[str]], Vectors] | None = None
    """Returns the vectors of other wordings; None where no model reads them."""

    def terms(self, language: str | None) -> list[Term]:
        """Return its terms as they are looked for in passages of a language."""
        return terms(self.text, language, self.document_frequencies, self.passages, self.language)


class Asked(Struct, frozen=True, dict=True):
    """A question as it is looked for in passages of one language."""

    text: str
    terms: tuple[Term, ...]
    predicate: Term | None
    kind: AnswerType | None
    who: str | None
    """Whose words are asked for, if the question or the conversation tells."""
    attainable: float
    """The BM25 score that no passage can exceed: that of one full of every term."""
    languages: tuple[str | None, str | None] = (None, None)
    """Those of the question and of the passages."""
    resumed: bool = False
    """The article was quoted earlier in the conversation that the question continues."""
    teller: str | None = None
    """Whose account of something is asked for: "according to Hove"."""
    named: Named | None = None
    """The person whose identity or age is asked for."""
    granted: frozenset[str] = frozenset()
    """Stems that the passages of a quoted article need not repeat: those carried over from there."""
    carried: frozenset[str] = frozenset()
    """Stems of words that come from earlier turns and not from the question itself."""

    @cached_property
    def months(self) -> frozenset[int]:
        """Months that the question names, January as 1."""
        return frozenset(term.month for term in self.terms if term.month)

    @cached_property
    def ahead(self) -> bool:
        """Whether a time to come is asked for."""
        return self.kind is AnswerType.TIME and ASKS_AHEAD.match(plain(self.text)) is not None

    @cached_property
    def toll(self) -> bool:
        """Whether the number of the dead, injured or missing is asked for."""
        return how_named(plain(self.text)) is not None

    @cached_property
    def office(self) -> str | None:
        """The stem of the office whose holder is asked for: "who is the mayor of Hexley"."""
        holder = asks_for_holder(self.text) if self.kind is AnswerType.PERSON and self.named is None else None
        if holder is None or self.languages[0] != self.languages[1]:
            return None
        noun = head_noun(holder) if self.languages[0] == "en" else holder
        return next((it.stem for it in self.terms if noun.startswith(normal_form(it.text))), None)

    @cached_property
    def weight(self) -> float:
        return sum(term.weight for term in self.terms) or 1.0

    def share(self, some: Iterable[Term]) -> float:
        """Return the share of some terms in the total weight, 0 to 1."""
        return sum(term.weight for term in some) / self.weight

    def missed(self, some: Iterable[Term]) -> float:
        """Return how much it counts against an answer that some of the terms are missing, 0 to 1."""
        return sum(map(_missed, some)) / (sum(map(_missed, self.terms)) or 1.0)

    @cached_property
    def counted(self) -> Sequence[Term]:
        """The terms that tell sentences apart: those not granted, or all if there are none."""
        return [term for term in self.terms if term.stem in self.own] or self.terms

    @cached_property
    def counted_weight(self) -> float:
        return sum(term.weight for term in self.counted) or 1.0

    @cached_property
    def own(self) -> frozenset[str]:
        """Stems of the terms that are not granted."""
        return frozenset(term.stem for term in self.terms) - self.granted


def _missed(term: Term) -> float:
    return term.weight * (LIGHT if term.light else 1.0)


def asked_of(question: Question, candidates: Sequence[Candidate]) -> list[Asked]:
    """Return the question as looked for in each candidate, by its language and by whether its article was quoted."""
    before = question.before
    quoted = {it.row.article_id for it in candidates if before.quoted(it.row.text)} if before else set()
    keys = [(it.row.language, it.row.article_id in quoted, _speaker(question, it.row)) for it in candidates]
    asked = {key: _asked(question, *key) for key in set(keys)}
    return [asked[key] for key in keys]


def _speaker(question: Question, row: Row) -> str | None:
    """Return whose words are asked for, as a passage calls them: by their name if it is in another language.

    There "trainer Hoffmann" is "Hoffmann", and "the coach" nobody.
    """
    who, _ = _words_of(question)
    if who is None or row.language == question.language:
        return who
    there = set(stems(row.text, row.language))
    known = [it for it in who.split() if stem(it.title(), row.language) in there]
    return " ".join(known) if known and who.endswith(known[-1]) else None


def _words_of(question: Question) -> tuple[str | None, frozenset[str]]:
    """Return whose words a question asks for, and the words that only ask."""
    speech = answer_type(question.text) is AnswerType.SPEECH
    return (asks_for_words_of(question.text, question.carried) if speech else None) or (None, frozenset())


def _asked(question: Question, language: str | None, resumed: bool, who: str | None) -> Asked:
    found = question.terms(language)
    _, asked_with = _words_of(question)
    if named := asks_about(question.text, question.carried):
        asked_with = named.asked_with
    if language == question.language and asks_for_holder(question.text):
        asked_with |= naming_words(question.text)
    asked_with |= counting_words(plain(question.text)) | asking_words(question.text)
    telling = tuple(term for term in found if normal_form(term.text) not in asked_with) or tuple(found)
    counts = [question.document_frequencies.get(term.stem, 0) for term in telling]
    own = question_stems(question.before.own, language, question.language) if question.before and resumed else ()
    return Asked(
        text=question.text,
        terms=telling,
        predicate=predicate(telling, question.text, language),
        kind=answer_type(question.text),
        who=who,
        teller=whose_account(question.text) if language == question.language else None,
        attainable=attainable(counts, question.passages),
        languages=(question.language, language),
        resumed=resumed,
        named=named,
        carried=frozenset(question_stems(question.carried, language, question.language)),
        granted=frozenset(term.stem for term in telling if term.stem not in own) if resumed else frozenset(),
    )
