"""What of a question is searched: without the words of its filter, and spelt as the articles spell it.

`published` says which period is meant as one of publication, `named_source` which source. Joins this with what one
snapshot of the index knows; knows no ranking.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from ..index import Snapshot
from ..language.detection import detect_language, likeliest_language
from ..language.text import words
from ..types import Filter, StandAlone
from .marks import with_marks
from .named_source import named_source
from .published import published_in
from .spelling import correct


@dataclass(frozen=True, slots=True)
class ReadQuestion:
    """A question as it is searched."""

    question: StandAlone
    marked: str
    """With the marks that its words have in the articles, for the model; all else is found without them."""
    language: str
    where: Filter
    understood: tuple[str, ...]
    """What was read into it, for show."""
    doubtful: bool
    """It is filtered by what the question may be asking about: a source, a day that something was written on."""
    languages: tuple[str, ...]
    """In whose stems its words are searched: its own and the articles', each once."""


class QuestionReader:
    """Reads questions for the snapshots of one index; remembers the sources of the version it saw last.

    Args:
        today: gives the day that "last week" is counted from.
    """

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today
        self._sources: tuple[object, tuple[str, ...], bool] = (None, (), False)

    def read(
        self,
        question: StandAlone,
        where: Filter,
        snapshot: Snapshot,
        languages: Sequence[str],
        *,
        known: Callable[[str], bool],
        surely: bool = False,
    ) -> ReadQuestion:
        """Return a question as it is searched.

        Args:
            where: the filter given as such, which goes before one in the question.
            languages: of the articles, the commonest first.
            known: whether a word is one that everybody writes so.
            surely: a source in the question is left there, and a day of writing, as ones that other articles may cite.
        """
        sources, dated = self._sources_of(snapshot)
        read = partial(understand, question, sources=sources, today=self._today() if dated else None)
        found = read(surely=surely)
        applied = apply(where, found.filter)
        text = found.question.text
        told = detect_language(text)
        language = told or likeliest_language(text, languages) or (languages[0] if languages else "en")
        spelt, corrections = correct(found.question, language, languages, snapshot, known=known)
        said = [word for word in found.words if applied != where]
        said += [f"“{correction.written}” as “{correction.read_as}”" for correction in corrections]
        marked = with_marks(spelt.text, language, snapshot, known=known if told else None)
        return ReadQuestion(
            question=spelt,
            marked=marked,
            language=language,
            where=applied,
            understood=tuple(said),
            doubtful=not surely and applied != where and applied != apply(where, read(surely=True).filter),
            languages=tuple(dict.fromkeys([language, *languages])),
        )

    def _sources_of(self, snapshot: Snapshot) -> tuple[tuple[str, ...], bool]:
        """Return the names of the sources, and whether any article has a date."""
        version, names, dated = self._sources
        if version != snapshot.version:
            rows = snapshot.sources()
            names, dated = tuple(name for name, _ in rows if name), any(newest for _, newest in rows)
            self._sources = snapshot.version, names, dated
        return names, dated


@dataclass(frozen=True, slots=True)
class Understood:
    """A question, and what was understood of it as a filter."""

    question: StandAlone
    """Without the words of the filter."""
    filter: Filter = field(default_factory=Filter)

    @property
    def words(self) -> tuple[str, ...]:
        """The filter in a few words each: "since 2025-03-01", "in Meduza"."""
        since, until = self.filter.since, self.filter.until
        said = (f"since {since}" if since else "", f"until {until}" if until else "")
        return tuple(word for word in (*said, *(f"in {source}" for source in self.filter.sources)) if word)


def understand(question: StandAlone, *, sources: Sequence[str], today: date | None, surely: bool = False) -> Understood:
    """Return a question without the words that only say which articles it is about, and these as a filter.

    Args:
        sources: the publishers of the index.
        today: None where dates shall not be understood, as in an index without any.
        surely: leave a source there, and a day that something was written on: articles of another may cite it.
    """
    period = partial(_period, today=today, surely=surely)
    found = period(Understood(question))
    named = None if surely else named_source(found.question.text, sources)
    if named is not None:
        begin, end, source = named
        left = Understood(_without(found.question, begin, end), replace(found.filter, sources=(source,)))
        found = left if found.question != question else period(left)
    return found if any(True for _ in words(found.question.text)) else Understood(question)


def _period(found: Understood, *, today: date | None, surely: bool) -> Understood:
    """Return the same with the first period of publication as a filter."""
    period = next(published_in(found.question.text, today, surely=surely), None) if today else None
    if period is None:
        return found
    where = replace(found.filter, since=period.first, until=period.last)
    return Understood(_without(found.question, period.begin, period.end), where)


def apply(given: Filter, understood: Filter) -> Filter:
    """Return what is filtered by: what was given as such goes before what was understood."""
    dated = given if given.since or given.until else understood
    return replace(given, sources=given.sources or understood.sources, since=dated.since, until=dated.until)


def _without(question: StandAlone, begin: int, end: int) -> StandAlone:
    """Return a question without a part of its text."""
    if begin < len(question.own):
        return replace(question, own=_cut(question.own, begin, end))
    before = len(f"{question.own} (")
    return replace(question, carried=_cut(question.carried, begin - before, end - before))


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
