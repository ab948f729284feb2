"""Words of a question that a passage need not have, as its article tells: source, day, full names, who speaks. Pure."""

import re
from collections.abc import Container, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise

from ..language.atoms import ORDINAL_ENDING
from ..language.text import stems
from ..patterns import lazy, standing
from ..question.answer_type import AnswerType
from ..question.terms import Term
from ..speakers.given_names import is_given
from ..speakers.interviews import who_answers
from ..speakers.oral_history import says_i
from ..types import Article, Passage
from .asked import Asked

_ENDING = lazy(ORDINAL_ENDING, re.IGNORECASE)


def granted_by_article(asked: Asked, there: Container[str], passage: Passage, article: Article) -> frozenset[str]:
    """Return the stems of source and date, and of given names before a surname.

    Args:
        there: the stems of the question that the passage has.
    """
    dated, source = _dated(asked, article.day), _name_stems(article.source, article.language)
    return dated | source | _given_names(asked.terms, there, passage, article)


def granted_as_teller(asked: Asked, passage: Passage, article: Article) -> frozenset[str]:
    """Return the stems of the name of who tells the passage: answers in an interview, or is its author."""
    answers = _name_stems(who_answers(passage.end - 1, article), article.language)
    return answers | _author(asked, passage, article)


def _dated(asked: Asked, day: date | None) -> frozenset[str]:
    """Return the stems of the question's year, month and day that an article published then need not mention.

    With the day nDCG@10 of wire .865 → .867, quotes that hold the answer .708 → .721; six other sets the same.
    """
    if day is None:
        return frozenset()
    year = {term.stem for term in asked.terms if term.text == str(day.year)}
    months = {term.stem for term in asked.terms if term.month == day.month}
    days = {term.stem for term in asked.terms if months and term.text.lstrip("0") == str(day.day)}
    endings = {term.stem for term in asked.terms if days and _ENDING.fullmatch(term.text)}
    return frozenset(year | months | days | endings)


def _author(asked: Asked, passage: Passage, article: Article) -> frozenset[str]:
    """Return the stems of the author's name, if a question with it asks for their words or the passage says "I"."""
    name = _name_stems(article.author, article.language)
    if name.isdisjoint(term.stem for term in asked.terms):
        return frozenset()
    return name if asked.kind is AnswerType.SPEECH or says_i(passage.text, article.language) else frozenset()


def _given_names(found: Sequence[Term], there: Container[str], passage: Passage, article: Article) -> frozenset[str]:
    """Return the stems of given names before a surname that the passage has, if its article has the full name.

    Names may be typed in lower case: "what does ida holm do".
    """
    return frozenset(
        given.stem
        for given, surname in pairwise(found)
        if given.stem not in there and surname.stem in there
        and (full := _full_name(given.text, surname.text)) and " ".join(full) in article.text
        and _stands_without_another(full[1], passage, article)
    )  # fmt: skip


def _stands_without_another(surname: str, passage: Passage, article: Article) -> bool:
    """Return whether a passage has a surname without the given name of somebody else before it."""
    named = re.finditer(rf"(?:(?P<before>[^\W\d_]+)\s)?{standing(surname)}", passage.text)
    before = [match["before"] or "" for match in named]
    return not all(is_given(word) or (word and f"{word} {surname}" in (article.title or "")) for word in before)


def _full_name(given: str, surname: str) -> tuple[str, str] | None:
    """Return two words as a name; None if they are none: "bridge" belongs to "Mure Bridge"."""
    if given[0].isupper() and surname[0].isupper():
        return given, surname
    return (given.title(), surname.title()) if is_given(given) else None


@lru_cache(maxsize=1024)
def _name_stems(name: str | None, language: str | None) -> frozenset[str]:
    """Return the stems of the name of a source, an author or who answers, that need not be mentioned there; cached."""
    return frozenset(stems(name, language)) if name else frozenset()
