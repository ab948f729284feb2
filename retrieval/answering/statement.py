"""A sentence of a hit, for comparison with those of other articles: its words, its places, its context. Pure."""

from collections.abc import Iterable
from datetime import timedelta
from functools import cache, cached_property, lru_cache
from itertools import pairwise

from msgspec import Struct

from ..language.months import MONTH
from ..language.places import SCENE
from ..language.stop_words import stop_words
from ..language.text import stem, stems, word_list
from ..language.traits import CAPITALISED_NOUNS
from ..language.weekdays import WEEKDAY
from ..patterns import PROPER, lazy
from ..question.terms import question_stems
from ..types import Hit, Quote, Reported

APART = timedelta(days=90)
"""Articles farther apart than this report two marathons or two elections, rather than one of them differently."""

SHOWN = 4
"""Articles shown beside each other, at most."""


_NAME = lazy(rf"(?!(?i:{MONTH}|{WEEKDAY})(?!\w)){PROPER}")


class Statement(Struct, frozen=True, dict=True):
    """One sentence of a hit, or two in succession."""

    hit: Hit
    at: int
    """Index of its first sentence in the passage."""

    @property
    def last(self) -> int:
        """Index of its last sentence in the passage."""
        return self.at

    @cached_property
    def text(self) -> str:
        return self.shown(()).quote.text

    @property
    def title(self) -> str:
        return self.hit.article.title or ""

    @property
    def language(self) -> str | None:
        return self.hit.article.language

    @property
    def leads(self) -> bool:
        """It is in the article's first paragraph: further down, it may be about something other than the headline."""
        passage = self.hit.passage
        return self.hit.article.paragraph_at(passage.start + passage.sentences[self.at][0]) == 1

    @cached_property
    def headed(self) -> frozenset[str]:
        """Stems of the headline."""
        return frozenset(stems(self.title, self.language))

    @cached_property
    def around(self) -> frozenset[str]:
        """Stems of the whole passage and its headline."""
        return frozenset(stems(self.hit.headline_and_text, self.language))

    @cached_property
    def places(self) -> frozenset[str]:
        """Stems of the places that it names."""
        return places_in(self.text, self.language)

    @cached_property
    def places_around(self) -> frozenset[str]:
        """Stems of the places that its passage and headline name."""
        return places_in(self.hit.headline_and_text, self.language)

    def names_beside(self, asked: frozenset[str]) -> frozenset[str]:
        """Return the stems of the places in the headline, and of names before the things asked for: "Tarn library"."""
        language, article = self.language, self.hit.article
        headed = self.headed & places_in(f"{self.title}\n{article.text}", language)
        pairs = [] if language in CAPITALISED_NOUNS else pairwise(word_list(f"{self.title}. {self.text}"))
        beside = {
            stem(name, language) for name, thing in pairs if _NAME.fullmatch(name) and stem(thing, language) in asked
        }
        return (headed | beside) - asked - _stop_stems(language)

    def telling(self, question: str) -> frozenset[str]:
        """Return the stems of a question's content words that its passage or headline has."""
        return self.around.intersection(question_stems(question, self.language))

    def shown(self, spans: Iterable[tuple[int, int]]) -> Reported:
        """Return the statement for display, with some spans of its text as its figures."""
        passage = self.hit.passage
        start, end = passage.sentences[self.at][0], passage.sentences[self.last][1]
        figures = tuple(Quote(passage, start + first, start + last) for first, last in spans)
        return Reported(self.hit.article, Quote(passage, start, end), figures)


def later_by(mine: Hit, other: Hit) -> timedelta | None:
    """Return how much later the other article was published; None where a day is unknown."""
    one, two = mine.article.day, other.article.day
    return None if one is None or two is None else two - one


def is_later(mine: Hit, other: Hit) -> bool:
    """Return whether the other article is another one, published on the same day or later."""
    later = later_by(mine, other)
    return later is not None and later >= timedelta() and mine.article.id != other.article.id


@cache
def _stop_stems(language: str | None) -> frozenset[str]:
    return frozenset(stem(it, language) for it in stop_words(language))


@lru_cache(maxsize=64)
def places_in(text: str, language: str | None) -> frozenset[str]:
    """Return the stems of the places that a text names; cached, as whole articles are looked through."""
    return frozenset(stem(match["name"], language) for match in SCENE.finditer(text))
