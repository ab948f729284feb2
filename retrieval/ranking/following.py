"""Follow-up questions, as they are looked for in the articles that were quoted before them.

Words carried over from the conversation need not occur again there; the follow-up's own words decide which sentence is
meant, and a sentence already shown answers only what it holds itself. Pure: knows texts and vectors, no index.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from embeddings.base import Vector

from ..language.stop_words import SMALL_WORDS
from ..language.text import normal_form, stems
from ..question.answer_type import answer_type
from ..types import Passage
from .holding import holds

AT_HOME = 0.12
OF_SOURCE = 0.04
"""Bonus for the article of the last answer, and for one of its source, among articles that fit about equally well.
Questions asked after another one about the same article, nDCG@10 without and with: wire .861, .876, city .853, .882,
east .841, .847; after one about another article: .864, .853, .859, .856, .835, .828. mtrag-un, its conversations
replayed: .944, .948."""


def antecedent(name: str, carried: str) -> str:
    """Return a name in normal form; instead of a pronoun the first of the words carried over, which it likely means."""
    return normal_form(carried.partition(",")[0]) if SMALL_WORDS.issuperset(name.split()) else name


class Home(Struct, frozen=True):
    """Where the last answer of a conversation was found."""

    article_id: str | None = None
    source: str | None = None

    def article_bonus(self, articles: Sequence[str]) -> NDArray[np.float64]:
        """Return the bonus of each article for being that of the last answer."""
        return AT_HOME * np.array([it == self.article_id for it in articles], np.float64)

    def source_bonus(self, source: str | None) -> float:
        """Return the bonus of an article's source, which is known only for the passages that are read."""
        return OF_SOURCE if self.source is not None and source == self.source else 0.0


NOWHERE = Home()


class FollowUpContext(NamedTuple):
    """The context of a follow-up."""

    quotes: tuple[str, ...]
    """The quotes shown, word for word."""
    own: str
    """The follow-up without the words that were carried over to make it stand alone."""
    vector: Vector | None
    """Replaces the question's vector in the quoted articles: the follow-up's own words weigh more in it."""

    def quoted(self, text: str) -> bool:
        """Return whether one of the quotes is from a passage with this text."""
        return any(quote in text for quote in self.quotes)

    def shown(self, passage: Passage) -> NDArray[np.bool_]:
        """Return for each sentence whether it was shown."""
        return np.array([any(text in quote for quote in self.quotes) for text in passage.sentence_texts], bool)

    def answers(self, passage: Passage, own: frozenset[str], language: str | None) -> NDArray[np.bool_]:
        """Return for each sentence whether it holds what is asked now: these stems or, without any, the answer type."""
        return np.array([self._answers(text, own, language) for text in passage.sentence_texts], bool)

    def _answers(self, sentence: str, own: frozenset[str], language: str | None) -> bool:
        if own:
            return own <= set(stems(sentence, language))
        kind = answer_type(self.own)
        return kind is not None and holds(sentence, kind, self.own, language)
