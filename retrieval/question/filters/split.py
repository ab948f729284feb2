"""Splitting a question into a filter (the words that only say which articles to search) and what is asked.

`published` finds the period of publication, `named_source` the source or author.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from ...language.text import words
from ...types import Filter, StandAlone
from .named_source import named_author, named_source
from .periods import Period
from .published import published_in


class Understood(Struct, frozen=True):
    """A question, and the filter that was read from it."""

    question: StandAlone
    """Without the words that make up the filter."""
    filter: Filter = Filter()

    @property
    def words(self) -> tuple[str, ...]:
        """The parts of the filter as short phrases: "since 2025-03-01", "in Meduza"."""
        since, until = self.filter.since, self.filter.until
        said = (f"since {since}" if since else "", f"until {until}" if until else "")
        named = (*(f"by {author}" for author in self.filter.authors), *(f"in {it}" for it in self.filter.sources))
        return tuple(word for word in (*said, *named) if word)


def understand(
    question: StandAlone,
    *,
    sources: Sequence[str],
    authors: Sequence[str] = (),
    today: date | None,
    certain_only: bool = False,
) -> Understood:
    """Return a question without the words that only say which articles to search, and the filter made from them.

    Args:
        sources: the publishers of the index.
        authors: of its articles.
        today: None where dates are not to be interpreted, as in an index without any.
        certain_only: keep a source in the question, and a day of writing: articles of another source may cite it.
    """
    period = partial(_period, today=today, certain_only=certain_only, names=(*sources, *authors))
    found = period(Understood(question))
    if not certain_only and (named := named_source(found.question.text, sources)):
        found = Understood(_without(found.question, *named.spans), replace(found.filter, sources=(named.name,)))
    if named := named_author(found.question.text, authors):
        found = Understood(_without(found.question, *named.spans), replace(found.filter, authors=(named.name,)))
    if found.question != question and not (found.filter.since or found.filter.until):
        found = period(found)  # "articles by Ida Holm since May" now reads "articles since May"
    return found if any(True for _ in words(found.question.text)) else Understood(question)


def _period(found: Understood, *, today: date | None, certain_only: bool, names: Sequence[str]) -> Understood:
    """Return the same with the first period of publication moved into the filter."""
    text = found.question.text
    periods = published_in(text, today, certain_only=certain_only) if today else ()
    period = next((it for it in periods if not _is_of_name(it, text, names)), None)
    if period is None:
        return found
    where = replace(found.filter, since=period.first, until=period.last)
    return Understood(_without(found.question, (period.begin, period.end)), where)


def _is_of_name(period: Period, text: str, names: Sequence[str]) -> bool:
    """Return whether a period is only a part of a name, "USA Today", or spelt as one: "Heute"."""
    for name in names:
        start = text.lower().find(name.lower())
        end = start + len(name)
        longer = start < period.begin or end > period.end
        if 0 <= start < period.end and period.begin < end and (longer or text[start:end] == name):
            return True
    return False


def apply(given: Filter, understood: Filter) -> Filter:
    """Return the filter to apply; an explicit one takes precedence over one read from the question."""
    dated = given if given.since or given.until else understood
    return replace(
        given,
        sources=given.sources or understood.sources,
        authors=given.authors or understood.authors,
        since=dated.since,
        until=dated.until,
    )


def _without(question: StandAlone, *spans: tuple[int, int]) -> StandAlone:
    """Return a question without some parts of its text."""
    before = len(f"{question.own} (")
    for begin, end in reversed(spans):
        if begin < len(question.own):
            question = replace(question, own=_cut(question.own, begin, end))
        else:
            question = replace(question, carried=_cut(question.carried, begin - before, end - before))
    return question


def _cut(text: str, begin: int, end: int) -> str:
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
