"""Whether the articles have a word, and how they write it: in which form, with or without a capital, as a name or not.

Knows the index's own words through `Vocabulary`, no SQL.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from ...language.sentences import OPENING, sentences
from ...language.text import part_elisions, stem, words
from ...language.traits import CAPITALISED_NOUNS
from ...patterns import lazy
from ..terms import split_possessive
from .slips import distance

_OF_PLACE = lazy(r"ск(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)$")
"""Ends Russian adjectives, which have no capital where their place has one: "Каменск", "каменский"."""
EXAMPLES = 8
"""Passages that are looked at to see how a stem is written."""
JUDGED = 4
"""Number of likely words, the best ones, for which that is worth the time."""


class Vocabulary(Protocol):
    """What an index knows about its own words."""

    def document_frequencies(self, stems: Sequence[str]) -> dict[str, int]:
        """Return the number of passages that hold each stem; stems that occur in none are left out."""

    def stems_with(self, head: str, *, shortest: int, longest: int) -> dict[str, int]:
        """Return the stems with this prefix and of these lengths, each with the number of passages that hold it."""

    def together(self, stems: Sequence[str], others: Sequence[str]) -> dict[str, int]:
        """Return for each stem how many of the others stand in a passage with it."""

    def examples(self, stems: Sequence[str], k: int) -> list[tuple[str, str | None]]:
        """Return texts, each a title line and a passage that holds one of the stems or more, with their languages."""


class Written(NamedTuple):
    """A word as the articles write it."""

    form: str
    name: bool
    """It occurs inside sentences, and there with a capital that no ordinary word has."""


def unknown_words(asked: Sequence[str], languages: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """Return the words that occur in no passage in any of the languages."""
    forms = {word: {stem(word, code) for code in languages} for word in asked}
    counts = vocabulary.document_frequencies([one for stems in forms.values() for one in stems])
    return [word for word, stems in forms.items() if not any(counts.get(one) for one in stems)]


def written(found: str, vocabulary: Vocabulary, *, near: str, language: str | None = None) -> Written | None:
    """Return the written form of a stem that is closest to a word; with a capital only where it always has one.

    Args:
        language: of the only articles that are looked at; None for all.
    """
    inside: Counter[str] = Counter()
    opening: Counter[str] = Counter()
    telling = False
    for text, code in vocabulary.examples([found], EXAMPLES):
        if language not in {None, code}:
            continue
        title = text.find("\n")
        openings = {start for start, _ in sentences(text)}
        before_capital = False
        for place in words(part_elisions(text, code)):
            capital = place.text[0].isupper()
            other = place.text[0].isascii() and place.text[0].lower() != found[0]  # spares the stemmer most words
            if not other and stem(place.text, code) == found:
                form = split_possessive(place.text)[0]
                nouns_too = code in CAPITALISED_NOUNS
                if place.start >= title and not _opens(text, place.start, openings):
                    inside[form] += 1
                    telling |= capital and (before_capital or not nouns_too)
                else:
                    small = form.lower()
                    opening[form if nouns_too or stem(small, code) != found else small] += 1
            before_capital = capital and place.start not in openings
    seen = inside or opening
    named = any(form[0].isupper() and not _OF_PLACE.search(form) for form in inside)
    ordinary = any(form[0].islower() for form in seen if not (named and _OF_PLACE.search(form)))
    ranked = sorted(seen, key=lambda form: (distance(form.lower(), near.lower()), -seen[form], form))
    best = next((form for form in ranked if form[0].islower() or not ordinary), None)
    return None if best is None else Written(best, telling and not ordinary)


def _opens(text: str, start: int, openings: set[int]) -> bool:
    """Return whether a word is the first of its sentence, apart from quotation marks and brackets."""
    head = text[max(0, start - 4) : start]
    return not openings.isdisjoint(range(start - len(head) + len(head.rstrip(OPENING)), start + 1))
