"""What of a question is searched: without the words of its filter, and spelt as the articles spell it.

Joins what `question` knows of questions with what one snapshot of the index knows; knows no ranking.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from embeddings.base import Embedder

from .index import ModelRecord, Publishers, Snapshot
from .language.detection import detect_language, likeliest_language
from .question.filters import apply, understand
from .question.marks import with_marks
from .question.spelling import correct
from .types import Filter, StandAlone

MAX_LANGUAGES = 8
"""Of an index with more languages the commonest are searched by their stems."""


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
    """Reads questions for the snapshots of one index; remembers who publishes in the version it saw last.

    Args:
        embedder_for: gives the model that an index was made with.
        today: gives the day that "last week" is counted from.
    """

    def __init__(self, embedder_for: Callable[[ModelRecord], Embedder], today: Callable[[], date]) -> None:
        self._embedder_for = embedder_for
        self._today = today
        self._publishers: tuple[object, Publishers] = (None, Publishers())

    def read(self, question: StandAlone, where: Filter, snapshot: Snapshot, *, surely: bool = False) -> ReadQuestion:
        """Return a question as it is searched.

        Args:
            where: the filter given as such, which goes before one in the question.
            surely: a source in the question is left there, and a day of writing, as ones that other articles may cite.
        """
        by = self._publishers_of(snapshot)
        today = self._today() if by.dated else None
        read = partial(understand, question, sources=by.sources, authors=by.authors, today=today)
        found = read(surely=surely)
        applied = apply(where, found.filter)
        text = found.question.text
        languages = [code for code, _ in snapshot.languages() if code][:MAX_LANGUAGES]
        told = detect_language(text)
        language = told or likeliest_language(text, languages) or (languages[0] if languages else "en")
        known = self._known_to(snapshot.model)
        spelt, corrections = correct(found.question, language, languages, snapshot, known=known)
        said = [word for word in found.words if applied != where]
        said += [f"“{correction.written}” as “{correction.read_as}”" for correction in corrections]
        return ReadQuestion(
            question=spelt,
            marked=with_marks(spelt.text, language, snapshot, known=known if told else None),
            language=language,
            where=applied,
            understood=tuple(said),
            doubtful=not surely and applied != where and applied != apply(where, read(surely=True).filter),
            languages=tuple(dict.fromkeys([language, *languages])),
        )

    def _publishers_of(self, snapshot: Snapshot) -> Publishers:
        version, publishers = self._publishers
        if version != snapshot.version:
            publishers = snapshot.publishers()
            self._publishers = snapshot.version, publishers
        return publishers

    def _known_to(self, model: ModelRecord) -> Callable[[str], bool]:
        """Return what says whether a model keeps a word whole, as it does with those that are common everywhere."""

        def known(word: str) -> bool:
            if model.dim == 0:
                return False
            letter, *spelt = self._embedder_for(model).count_tokens(["a", word, word.lower(), word.capitalize()])
            return min(spelt) <= letter

        return known
