"""Spaces that a question lacks or has too many of: "newtram" for "new tram", "life boat" for "lifeboat".

Decides from the index's own words, which it gets through `Vocabulary`, and from how many tokens the model has for a
word. `benchmarks.typos` measures how often a word is parted that the articles merely lack.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ...language.stop_words import stop_words
from ...language.text import stem, stems, words
from .typos import LONGEST, Pieces
from .written import Vocabulary, unknown_words

LEAST_WHOLE = 5
"""Minimum letters of a word that is parted, or that was typed as two."""
LEAST_PART = 2
LEAST_CONTENT, LEAST_BESIDE_STOP_WORD = 3, 4
"""Minimum letters of a part that is no stop word, next to another one and to a stop word."""
SURE_STOP_WORD, SURE_BESIDE_STOP_WORD = 3, 5
"""A stop word and another word of so many letters need no other word of the question beside them."""
LEAST_AFFIXED = 6
"""From so many letters on, two stop words may be one word of which the first or the last is an affix: "overcome"."""
EXAMPLES = 4
"""Passages that are looked at for two words in a row."""

_PREFIXES = frozenset(
    """after by down in make off on out over under up with
    ab an auf aus bei da durch ein her hin hinter mit nach selbst über um unter vor wider wieder wo zu
    a au contre de en entre par pour sous sur con sin sobre un
    в вы до за из на не о об от по под при про раз с у від з із під""".split()
)
"""Stop words with which other words begin: "overcome", "mitnehmen"."""
_ENDINGS = frozenset("an down er es in les made off out over up".split())
"""Stop words with which other words end: "Chilean", "Lehrerin", "homemade"."""


class _Parts(NamedTuple):
    """Two words that may have been typed as one; a greater tuple is likelier."""

    fewer: int
    """By how many tokens they are shorter than the word typed."""
    content: int
    """How many of them are no stop words."""
    shorter: int
    """The number of letters of the shorter one."""
    text: str


def parted(word: str, others: Sequence[str], language: str, vocabulary: Vocabulary, pieces: Pieces) -> str | None:
    """Return a word that the articles lack as the two that it is likely to have been typed from.

    Args:
        others: the stems of the question's other words.
    """
    if not LEAST_WHOLE <= len(word) <= LONGEST:
        return None
    best = max(_likely(word, others, language, vocabulary, pieces), default=None)
    return None if best is None else best.text


def _likely(
    word: str, others: Sequence[str], language: str, vocabulary: Vocabulary, pieces: Pieces
) -> Iterator[_Parts]:
    """Yield the pairs of words that one may consist of: stop words, or words of the articles for which more speaks."""
    halves = [(word[:at], word[at:]) for at in range(LEAST_PART, len(word) - LEAST_PART + 1)]
    known = vocabulary.document_frequencies([stem(half, language) for both in halves for half in both])
    for first, second in halves:
        content = [half for half in (first, second) if half.lower() not in stop_words(language)]
        keys = [stem(half, language) for half in content]
        if not known.keys() >= set(keys) or (fewer := pieces(word) - pieces(first) - pieces(second)) < 0:
            continue
        affixed = first.lower() in _PREFIXES or second.lower() in _ENDINGS
        if len(content) == 2:
            together = len(min(content, key=len)) >= LEAST_CONTENT and _stands_beside(keys[0], keys[1:], vocabulary)
            likely = together and (fewer > 0 or _in_a_row(keys, vocabulary))
        elif content:
            other, stop = content[0], second if content == [first] else first
            sure = fewer > 0 or (len(stop) >= SURE_STOP_WORD and len(other) >= SURE_BESIDE_STOP_WORD)
            beside = sure or not others or _stands_beside(keys[0], others, vocabulary)
            likely = len(other) >= LEAST_BESIDE_STOP_WORD and beside and not affixed
        else:
            likely = not affixed or len(word) < LEAST_AFFIXED
        if likely:
            yield _Parts(fewer, len(content), min(len(first), len(second)), f"{first} {second}")


def joined(text: str, languages: Sequence[str], vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Return the pairs of words that the articles write as one, each with that one.

    The articles lack one of the two, or have them apart and the whole beside the question's other words.

    Args:
        languages: the question's own first, then those of the articles.
    """
    language, stops = languages[0], stop_words(languages[0])
    content = [it for it in words(text) if it.text.lower() not in stops]
    pairs = [
        (one.text, other.text)
        for one, other in pairwise(content)
        if text[one.end : other.start] == " "
        and min(len(one.text), len(other.text)) >= LEAST_PART
        and len(one.text + other.text) >= LEAST_WHOLE
    ]
    wholes = vocabulary.document_frequencies([stem(one + other, language) for one, other in pairs])
    keys = {it.text: stem(it.text, language) for it in content}
    found = []
    for one, other in pairs:
        whole = stem(one + other, language)
        if whole not in wholes or whole == keys[one]:  # "сказал ив", as if it ended "сказалив"
            continue
        lacks = bool(unknown_words([one, other], languages, vocabulary))
        others = [key for word, key in keys.items() if word not in {one, other}]
        apart = not _stands_beside(keys[one], [keys[other]], vocabulary) and _stands_beside(whole, others, vocabulary)
        if lacks or (apart and min(len(one), len(other)) >= LEAST_CONTENT):
            found.append((f"{one} {other}", one + other))
    return found


def _stands_beside(key: str, others: Sequence[str], vocabulary: Vocabulary) -> bool:
    return vocabulary.together([key], others).get(key, 0) > 0


def _in_a_row(keys: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Return whether two stems follow each other in a passage."""
    texts = vocabulary.examples(keys, EXAMPLES)
    return any(list(pair) == list(keys) for text, code in texts for pair in pairwise(stems(text, code)))
