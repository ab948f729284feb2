"""How a question is read before it is searched: words of a filter taken out, spelling matched to the articles.

Combines what `question` knows about questions with what a snapshot of the index knows; knows no ranking.
"""

from collections.abc import Callable
from datetime import date
from functools import cache, partial
from typing import NamedTuple

from embeddings.base import Embedder

from .index import ModelRecord, Snapshot
from .index.snapshot import PerVersionCache
from .language.detection import detect_language, likeliest_language
from .language.text import normal_form, words
from .question.filters.split import apply, understand
from .question.spelling.correct import correct
from .question.spelling.keyboard import as_meant
from .question.spelling.marks import with_marks
from .question.spelling.transliterated import in_own_letters
from .question.typed import lowered
from .types import Filter, StandAlone

MAX_LANGUAGES = 8
"""In an index with more languages, only the stems of the most frequent ones are searched."""


def _names(snapshot: Snapshot) -> frozenset[str]:
    """Return the words in names of authors and sources, which no article need have."""
    facets = snapshot.facets()
    return frozenset(normal_form(word.text) for name in (*facets.authors, *facets.sources) for word in words(name))


class ReadQuestion(NamedTuple):
    """A question as it is searched."""

    question: StandAlone
    marked: str
    """The text for the model, not in capitals, and with the accents that its words have in the articles."""
    language: str
    where: Filter
    understood: tuple[str, ...]
    """How the question was interpreted, for display."""
    doubtful: bool
    """The filter may be part of what is asked: a source, or the day on which something was written."""
    languages: tuple[str, ...]
    """The languages whose stems are searched: the question's own and those of the articles, each once."""


class QuestionReader:
    """Reads questions for the snapshots of one index; caches the facets of the version it saw last.

    Args:
        embedder_for: returns the model that an index was built with.
        today: returns the day from which "last week" is counted.
    """

    def __init__(self, embedder_for: Callable[[ModelRecord], Embedder], today: Callable[[], date]) -> None:
        self._embedder_for = embedder_for
        self._today = today
        self._facets = PerVersionCache(Snapshot.facets)
        self._names = PerVersionCache(_names)

    def read(
        self, question: StandAlone, where: Filter, snapshot: Snapshot, *, certain_only: bool = False
    ) -> ReadQuestion:
        """Return a question as it is searched.

        Args:
            where: an explicit filter; it takes precedence over one in the question.
            certain_only: keep a source or a day of writing in the question, as other articles may cite it.
        """
        languages = [code for code, _ in snapshot.languages() if code][:MAX_LANGUAGES]
        pieces = self._pieces_of(snapshot.model)

        def known(word: str) -> bool:
            return pieces(word) == 1

        typed, own = question.own, as_meant(question.own, languages, snapshot)
        own = in_own_letters(own, languages, snapshot, known=known)
        question = StandAlone(own, question.carried)
        facets = self._facets.of(snapshot)
        today = self._today() if facets.dated else None
        read = partial(understand, question, sources=facets.sources, authors=facets.authors, today=today)
        found = read(certain_only=certain_only)
        applied = apply(where, found.filter)
        text = found.question.text
        told = detect_language(text)
        language = told or likeliest_language(text, languages) or (languages[0] if languages else "en")
        spelt, corrections = correct(
            found.question, language, languages, snapshot, known=partial(self._is_right, snapshot, known), pieces=pieces
        )
        said = [f"“{typed}” as “{own}”"] if own != typed else []
        said += [word for word in found.words if applied != where]
        said += [f"“{correction.written}” as “{correction.read_as}”" for correction in corrections]
        return ReadQuestion(
            question=spelt,
            marked=with_marks(lowered(spelt.text), language, snapshot, known=known if told else None),
            language=language,
            where=applied,
            understood=tuple(said),
            doubtful=not certain_only and applied != where and applied != apply(where, read(certain_only=True).filter),
            languages=tuple(dict.fromkeys([language, *languages])),
        )

    def _is_right(self, snapshot: Snapshot, known: Callable[[str], bool], word: str) -> bool:
        return normal_form(word) in self._names.of(snapshot) or known(word)

    def _pieces_of(self, model: ModelRecord) -> Callable[[str], int]:
        """Return a function: how many tokens the model has for a word, one for common ones; 0 if there is no model."""

        @cache
        def pieces(word: str) -> int:
            if model.dim == 0:
                return 0
            letter, *spelt = self._embedder_for(model).count_tokens(["a", word, word.lower(), word.capitalize()])
            return min(spelt) - letter + 1

        return pieces
