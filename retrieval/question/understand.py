"""A filter that a question carries in its own words → the question without them, and the filter.

`published` says which period is meant as one of publication, `named_source` which source.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ..text import words
from ..types import Filter
from .named_source import named_source
from .periods import Period
from .published import published_in


@dataclass(frozen=True, slots=True)
class Understood:
    """A question, and what was understood of it as a filter."""

    question: str
    """Without the words of the filter."""
    filter: Filter = field(default_factory=Filter)

    @property
    def words(self) -> tuple[str, ...]:
        """The filter in a few words each: "since 2025-03-01", "in Meduza"."""
        since, until = self.filter.since, self.filter.until
        said = (f"since {since}" if since else "", f"until {until}" if until else "")
        return tuple(word for word in (*said, *(f"in {source}" for source in self.filter.sources)) if word)


def understand(question: str, *, sources: Sequence[str], today: date | None) -> Understood:
    """Return a question without the words that only say which articles it is about, and these as a filter.

    Args:
        sources: the publishers of the index.
        today: None where dates shall not be understood, as in an index without any.
    """
    found = Understood(question)
    named = named_source(question, sources)
    if named is not None:
        begin, end, source = named
        found = Understood(_without(question, begin, end), Filter(sources=(source,)))
    period = _period(found.question, question, today) if today else None
    if period is not None:
        where = replace(found.filter, since=period.first, until=period.last)
        found = Understood(_without(found.question, period.begin, period.end), where)
    return found if any(True for _ in words(found.question)) else Understood(question)


def _period(left: str, whole: str, today: date) -> Period | None:
    """Return the period that what is left of a question is filtered by, where need be told by the whole question."""
    if (found := next(published_in(left, today), None)) is not None:
        return found
    told = next(published_in(whole, today), None)
    at = left.find(whole[told.begin : told.end]) if told else -1
    return None if told is None or at < 0 else replace(told, begin=at, end=at + told.end - told.begin)


def apply(given: Filter, understood: Filter) -> Filter:
    """Return what is filtered by: what was given as such goes before what was understood."""
    dated = given if given.since or given.until else understood
    return replace(given, sources=given.sources or understood.sources, since=dated.since, until=dated.until)


def _without(text: str, begin: int, end: int) -> str:
    """Return a text without a part, and without the punctuation that only set it apart."""
    before, after = text[:begin].rstrip(), text[end:].lstrip()
    if before[-1:] in {"(", "["} and after[:1] in {")", "]"}:
        before, after = before[:-1].rstrip(), after[1:].lstrip()
    if not before.strip("«\"“'"):
        after = after.lstrip(",:;–—- ")
    if before.endswith(("?", "!")):
        after = after.lstrip("?!. ")
    if not re.search(r"\w", after):
        before = before.rstrip(",;:–— ")
    glued = not after or after[0] in ",.;:?!)]»”"
    return f"{before}{'' if glued or not before else ' '}{after}".strip()
