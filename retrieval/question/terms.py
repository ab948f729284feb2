"""The terms of a question: its content words, how informative each of them is, and which are names or numbers.

Knows text and counts of stems; nothing of vectors or of the index.
"""

import math
import re
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from ..alternatives import Alternatives
from ..language.months import MONTH, NO_MONTH, month_number
from ..language.stop_words import STOP_WORDS, stop_words_as_typed
from ..language.text import Word, normal_form, part_elisions, stem, words
from ..language.traits import CAPITALISED_NOUNS
from ..patterns import lazy
from .answer_type import naming_words, plain
from .light_words import light_stems

_IN_MAY = lazy(r"(?<!\w)(?i:in|since|until|till|by|of|last|next|this) [Mm]ay(?!\w)")
"""The only month that is a stop word as well."""
_MONTH = Alternatives(MONTH, r"(?!\w)", re.IGNORECASE)
_MEANS_MONTH = lazy(rf"{NO_MONTH}|(?<=\d )|(?<=\bof )|(?<=\bfrom )|(?=\w+ \d)", re.IGNORECASE)
"""Without its capital, "march" is a month beside a number, and after "of" and "from"."""


class Term(NamedTuple):
    """A content word of a question."""

    text: str
    """As the user wrote it."""
    stem: str
    weight: float
    """How informative it is: the rarer among the passages, the higher; positive."""
    name: bool = False
    number: bool = False
    month: int | None = None
    """The number of the month that it names, January as 1."""
    light: bool = False
    """It belongs to the wording of the question, not to its topic: an answer may well lack it."""

    @property
    def exact(self) -> bool:
        """It is a name, a number or a month: it has no synonyms."""
        return self.name or self.is_quantity

    @property
    def is_quantity(self) -> bool:
        """It is a number or a month."""
        return self.number or self.month is not None


@lru_cache(maxsize=64)
def content_words(text: str, language: str | None, asked_in: str | None = None) -> tuple[str, ...]:
    """Return a question's distinct words, as written and in order, without stop words unless there is nothing else.

    Cached, as they are asked for at several stages.

    Args:
        language: of the passages that are searched.
        asked_in: the question's language, whose stop words are left out too: "la" is not looked for in English
            passages.
    """
    stops = stop_words_as_typed(language) | (stop_words_as_typed(asked_in) if asked_in in STOP_WORDS else frozenset())
    found: dict[str, str] = {}
    for word in words(part_elisions(text, language)):
        if not _is_fragment(text, word):
            found.setdefault(normal_form(word.text), word.text)
    month = "may" if _IN_MAY.search(text) else None
    kept = [it for key, it in found.items() if key == month or not _is_among(it, stops)]
    return tuple(dict.fromkeys(split_possessive(it)[0] for it in kept or found.values()))


def split_possessive(word: str) -> tuple[str, str]:
    """Return an English word without its possessive ending, and that ending, which may be empty."""
    return (word[:-2], word[-2:]) if word[-2:] in {"'s", "’s"} else (word, "")


def asks_for_nothing(text: str, language: str) -> bool:
    """Return whether a question consists of stop words only: "who is"."""
    stops = stop_words_as_typed(language)
    return all(_is_among(word.text, stops) for word in words(text))


def _is_among(word: str, stops: Set[str]) -> bool:
    """Return whether a word is a stop word, alone or with an English one attached to it: "mustn't", "that'll"."""
    plain = normal_form(word).replace("’", "'")
    head, _, tail = plain.partition("'")
    return plain in stops or plain.endswith("n't") or (head in stops and tail in {"d", "ll", "re", "ve"})


def _is_fragment(text: str, word: Word) -> bool:
    """Return whether a word is only a letter split off from "the 8's", "A&E", "e-scooter", "reste-t-il"."""
    beside = text[max(0, word.start - 1) : word.start] + text[word.end : word.end + 1]
    return len(word.text) == 1 and word.text.isalpha() and not set("'’&-").isdisjoint(beside)


def question_stems(text: str, language: str | None, asked_in: str | None = None) -> list[str]:
    """Return the distinct stems of a question by which passages of one language are searched."""
    return list(dict.fromkeys(stem(word, language) for word in content_words(text, language, asked_in)))


def terms(
    text: str, language: str | None, counts: Mapping[str, int], passages: int, asked_in: str | None
) -> list[Term]:
    """Return a question's terms as they are looked for in passages of one language.

    Args:
        counts: in how many passages each stem occurs; a stem left out occurs in none.
        passages: how many passages there are.
        asked_in: the question's language.
    """
    first = next(words(text), None)
    shouting = text.upper() == text
    light = light_stems(language) | light_stems(asked_in)
    months = {it[0]: month_number(it[0]) for it in _MONTH.finditer(text) if _MEANS_MONTH.match(text, it.start())}
    found: dict[str, Term] = {}
    for word in content_words(text, language, asked_in):
        key = stem(word, language)
        capital = word[0].isupper() and not shouting and (asked_in or language) not in CAPITALISED_NOUNS
        found.setdefault(
            key,
            Term(
                text=word,
                stem=key,
                weight=_rarity(counts.get(key, 0), passages),
                name=capital and (first is None or word != first.text),
                number=any(char.isdigit() for char in word),
                month=months.get(word),
                light=key in light,
            ),
        )
    return list(found.values())


def predicate(found: Sequence[Term], question: str, language: str | None) -> Term | None:
    """Return the term that is most likely the question's verb: the first one if it asks "who", else the last one.

    Of a question for a name, it is the noun: "what is the name of the captain".

    English puts the verb last ("where do the wounded recover?"), the other languages put it after the question word.
    """
    naming = naming_words(question)
    ordinary = [it for it in found if not (it.name or it.number or normal_form(it.text) in naming)]
    if not ordinary:
        return None
    subject = bool(naming) or plain(question).startswith("who")
    return ordinary[-1] if language in {"en", None} and not subject else ordinary[0]


def _rarity(count: int, passages: int) -> float:
    """Return the inverse document frequency, smoothed so that it stays positive in the smallest index."""
    return math.log((passages + 1) / (count + 0.5)) if count < passages else math.log((passages + 1) / (passages + 0.5))
