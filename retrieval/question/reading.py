"""What of a question is searched: without the words of its filter, and spelt as the articles spell it.

Joins what was understood of a question with what one snapshot of the index knows; knows no ranking.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from ..index import Snapshot
from ..language import detect_language, likeliest_language
from ..types import Filter
from .marks import with_marks
from .spelling import correct
from .understand import apply, understand


@dataclass(frozen=True, slots=True)
class ReadQuestion:
    """A question as it is searched."""

    text: str
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
        text: str,
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
        read = partial(understand, text, sources=sources, today=self._today() if dated else None)
        found = read(surely=surely)
        applied = apply(where, found.filter)
        told = detect_language(found.question)
        language = told or likeliest_language(found.question, languages) or (languages[0] if languages else "en")
        spelt, corrections = correct(found.question, language, languages, snapshot, known=known)
        said = [word for word in found.words if applied != where]
        said += [f"“{correction.written}” as “{correction.read_as}”" for correction in corrections]
        marked = with_marks(spelt, language, snapshot, known=known if told else None)
        return ReadQuestion(
            text=spelt,
            marked=marked,
            language=language,
            where=applied,
            understood=tuple(said),
            doubtful=not surely and applied != apply(where, read(surely=True).filter),
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
