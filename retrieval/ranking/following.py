"""A follow-up in the articles that were quoted before it: there it is known where to look, and what was said already.

Words that were carried over from the conversation need not be said again there; the follow-up's own words tell which
sentence is meant, and one that was shown answers only what it holds itself. Pure: knows texts and vectors, no index.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from embeddings.base import Vector

from ..language.text import stems
from ..question.wanted import kind_wanted
from ..types import Passage
from .holding import holds

AT_HOME = 0.12
OF_SOURCE = 0.04
"""Of articles that fit about as well, that of the last answer is meant, or one of its source. Questions asked after
another one about the same article, nDCG@10 without and with: wire .861, .876, city .853, .882, east .841, .847; after
one about another article: .864, .853, .859, .856, .835, .828. mtrag-un, its conversations played: .944, .948."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where the last answer of a conversation stood."""

    article_id: str | None = None
    source: str | None = None

    def nears(self, articles: Sequence[str]) -> NDArray[np.float64]:
        """Return what a passage of each article is given for being where the last answer was."""
        return AT_HOME * np.array([it == self.article_id for it in articles], np.float64)

    def nears_source(self, source: str | None) -> float:
        """Return what a passage is given for its article's source, which is known of those alone that are read."""
        return OF_SOURCE if self.source is not None and source == self.source else 0.0


NOWHERE = Home()


@dataclass(frozen=True, slots=True)
class Before:
    """What a follow-up was asked after."""

    quotes: tuple[str, ...]
    """What was shown, word for word."""
    own: str
    """The follow-up without the words that were carried over to let it stand alone."""
    vector: Vector | None
    """In the quoted articles this replaces the question's vector: the follow-up's own words count for more in it."""

    def quoted(self, passage: Passage) -> bool:
        """Say whether one of the quotes is from a passage."""
        return any(quote in passage.text for quote in self.quotes)

    def shown(self, passage: Passage) -> NDArray[np.bool_]:
        """Say of each sentence whether it was shown."""
        return np.array([any(text in quote for quote in self.quotes) for text in passage.sentence_texts], bool)

    def answers(self, passage: Passage, own: frozenset[str], language: str | None) -> NDArray[np.bool_]:
        """Say of each sentence whether it holds what is asked now: these stems, or else the kind of thing."""
        return np.array([self._answers(text, own, language) for text in passage.sentence_texts], bool)

    def _answers(self, sentence: str, own: frozenset[str], language: str | None) -> bool:
        if own:
            return own <= set(stems(sentence, language))
        kind = kind_wanted(self.own)
        return kind is not None and holds(sentence, kind, self.own, language)
