"""Names that no article has, read as the names that they were meant to be: slips of the pen, another alphabet.

Decides from the index's own words, which it gets through `Vocabulary`; knows no SQL and no ranking. Rather blind than
wrong: between "Iran" and "Iraq" there is one letter, so short words are forgiven only what fingers do (letters swapped,
doubled, one vowel for another), and a word that the model knows whole is no slip at all.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from .stop_words import STOP_WORDS
from .terms import content_words
from .text import sentences, stem, words

HEAD = 3
"""Letters that a range of the vocabulary has in common with a word; slips before its end are tried one by one."""

MIN_LETTERS = 4
MAX_WORDS = 6
"""Of one question; more are no names but another language."""

CLEARLY = 4
"""Of several stems as near as each other the one that stands in so many times more passages is meant."""

EXAMPLES = 3
"""Passages that show how a stem is written."""

_VOWELS = frozenset("aeiouyаеиоуыэюяіїє")

# Near enough to what newspapers use, so that a name comes out within a slip or two of it.
_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "ye", "ж": "zh", "з": "z", "и": "i",
    "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y",
    "ь": "", "э": "e", "ю": "yu", "я": "ya", "ў": "w",
}  # fmt: skip
_CYRILLIC = {
    "shch": "щ", "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш", "yu": "ю", "ya": "я", "yo": "е", "ph": "ф",
    "a": "а", "b": "б", "c": "к", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "х", "i": "и", "j": "й", "k": "к",
    "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "q": "к", "r": "р", "s": "с", "t": "т", "u": "у", "v": "в",
    "w": "в", "x": "кс", "y": "и", "z": "з",
}  # fmt: skip


class Vocabulary(Protocol):
    """What an index knows of its own words."""

    def document_frequencies(self, stems: Sequence[str]) -> dict[str, int]:
        """Return in how many passages each stem stands; stems that stand in none are left out."""

    def stems_with(self, head: str, *, shortest: int, longest: int) -> dict[str, int]:
        """Return the stems that begin so, of these lengths, with the number of passages that hold each."""

    def examples(self, stem: str, k: int) -> list[tuple[str, str | None]]:
        """Return texts that hold a stem, each with its language."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A word of the question that stands in no article, and the one that it was read as."""

    written: str
    read_as: str


class Slip(IntEnum):
    """How far two words are apart: the greater, the less likely the one was meant by the other."""

    NONE = 0
    LIGHT = 1
    """Two letters swapped, a letter doubled or not, one vowel for another."""
    LETTER = 2
    """One letter too many, too few, or wrong."""
    TWO = 3
    """Two of these."""


_LEAST_LETTERS = {Slip.NONE: 4, Slip.LIGHT: 5, Slip.LETTER: 6, Slip.TWO: 8}
"""Letters that a word must have to be forgiven so much."""
_LEAST_ORDINARY = {Slip.NONE: 6, Slip.LIGHT: 6, Slip.LETTER: 8}
"""Letters that a word which is no name must have for that."""

_STOPS = frozenset().union(*STOP_WORDS.values())
_CYRILLIC_LANGUAGES = frozenset({"be", "bg", "ru", "sr", "uk"})


def correct(
    text: str, language: str, article_languages: Sequence[str], vocabulary: Vocabulary, *, known: Callable[[str], bool]
) -> tuple[str, tuple[Correction, ...]]:
    """Return a question with its misspelt words as the articles spell them, and what was changed.

    Args:
        known: whether a word is one that everybody writes so, in the articles or not.
    """
    languages = list(dict.fromkeys([language, *article_languages]))
    foreign = bool(article_languages) and language not in article_languages
    found = {}
    for word in _unknown(text, languages, vocabulary, names_only=foreign)[:MAX_WORDS]:
        bare, possessive = _split_possessive(word)
        if not known(bare) and (meant := _meant(bare, languages, vocabulary, foreign=foreign)):
            found[word] = Correction(bare, meant), meant + possessive
    corrected, end = "", 0
    for place in words(text):
        if place.text in found:
            corrected += text[end : place.start] + found[place.text][1]
            end = place.end
    return corrected + text[end:], tuple(correction for correction, _ in found.values())


def slip(word: str, other: str) -> Slip | None:
    """Return what makes one word of the other; None when it is more than two slips."""
    if word == other:
        return Slip.NONE
    if abs(len(word) - len(other)) > 2 or len(set(word) ^ set(other)) > 4:  # at C speed: most pairs end here
        return None
    distance = _distance(word, other)
    if distance == 1:
        return Slip.LIGHT if _is_light(word, other) else Slip.LETTER
    return Slip.TWO if distance == 2 else None


def _unknown(text: str, languages: Sequence[str], vocabulary: Vocabulary, *, names_only: bool) -> list[str]:
    """Return the words that may be misspelt: those that stand in no passage in any of the languages."""
    first = next(words(text), None)
    candidates = {
        word: {stem(word, code) for code in languages}
        for word in content_words(text, languages[0])
        if len(word) >= MIN_LETTERS
        and not any(char.isdigit() for char in word)
        and not (names_only and (word[0].islower() or (first and word == first.text)))
    }
    counts = vocabulary.document_frequencies([one for stems in candidates.values() for one in stems])
    return [word for word, stems in candidates.items() if not any(counts.get(one) for one in stems)]


def _split_possessive(word: str) -> tuple[str, str]:
    return (word[:-2], word[-2:]) if word[-2:] in {"'s", "’s"} else (word, "")


def _meant(word: str, languages: Sequence[str], vocabulary: Vocabulary, *, foreign: bool) -> str | None:
    """Return how the articles write what was meant by a word.

    In a question of another language than the articles' a word two letters off is a cousin of theirs, not a slip.
    """
    for spelling in dict.fromkeys(form for code in languages for form in _spellings(stem(word, code), languages)):
        near = _near(spelling, vocabulary)
        chosen = _clearest(near)
        if chosen is None or (foreign and near[chosen][0] is Slip.TWO):
            continue
        kind = near[chosen][0]
        written = _surface(chosen, vocabulary, near=word)
        if written and (written[0].isupper() or (not foreign and _may_be_ordinary(word, written, kind, spelling))):
            return _as_capital(written, word)
    return None


def _may_be_ordinary(word: str, written: str, kind: Slip, spelling: str) -> bool:
    """Say whether a word that is no name was meant. Stems of strangers may be near each other: summar(ize), summer."""
    enough = len(spelling) >= _LEAST_ORDINARY.get(kind, len(spelling) + 1)
    return enough and slip(word.lower(), written.lower()) is not None


def _spellings(word: str, languages: Sequence[str]) -> list[str]:
    """Return a stem, and the same in the other alphabet where the articles may be in it."""
    if word[0] in _LATIN:
        return [word, *([] if _CYRILLIC_LANGUAGES.issuperset(languages) else [_in_latin(word)])]
    return [word, *([] if _CYRILLIC_LANGUAGES.isdisjoint(languages) else [_in_cyrillic(word)])]


def _in_latin(word: str) -> str:
    return "".join(_LATIN.get(char, char) for char in word)


def _in_cyrillic(word: str) -> str:
    if not (word.isascii() and word.isalpha()):
        return word
    letters, at = "", 0
    while at < len(word):
        size = next(size for size in (4, 2, 1) if word[at : at + size] in _CYRILLIC)
        letters += _CYRILLIC[word[at : at + size]]
        at += size
    return letters


def _near(word: str, vocabulary: Vocabulary) -> dict[str, tuple[Slip, int]]:
    """Return the stems that a word may be a slip of, each with its kind and the number of its passages."""
    alike = vocabulary.stems_with(word[:HEAD], shortest=len(word) - 2, longest=len(word) + 2)
    alike |= vocabulary.document_frequencies(sorted(_slips_in_head(word)))
    near = {}
    for other, count in alike.items():
        kind = slip(word, other)
        if kind is not None and max(len(word), len(other)) >= _LEAST_LETTERS[kind] and other not in _STOPS:
            near[other] = kind, count
    return near


def _clearest(near: Mapping[str, tuple[Slip, int]]) -> str | None:
    if not near:
        return None
    least = min(kind for kind, _ in near.values())
    ranked = sorted(((count, other) for other, (kind, count) in near.items() if kind == least), reverse=True)
    return ranked[0][1] if len(ranked) == 1 or ranked[0][0] >= CLEARLY * ranked[1][0] else None


def _surface(found: str, vocabulary: Vocabulary, *, near: str) -> str | None:
    """Return the way of writing a stem that is nearest to a word; with a capital only where it always has one."""
    forms: Counter[str] = Counter()
    for text, language in vocabulary.examples(found, EXAMPLES):
        openings = {start for start, _ in sentences(text)}
        for place in words(text):
            if place.start not in openings and stem(place.text, language) == found:
                forms[_split_possessive(place.text)[0]] += 1
    ordinary = any(form[0].islower() for form in forms)
    ranked = sorted(forms, key=lambda form: (_distance(form.lower(), near.lower()), -forms[form], form))
    chosen = next((form for form in ranked if form[0].islower() or not ordinary), None)
    return None if chosen is None or chosen.lower() == near.lower() else chosen


def _as_capital(written: str, word: str) -> str:
    return written[0].upper() + written[1:] if word[0].isupper() else written


def _slips_in_head(word: str) -> Iterable[str]:
    """Return what light slips among the first letters make of a word, and a first letter too few."""
    for at in range(min(HEAD, len(word) - 1)):
        before, char, after = word[:at], word[at], word[at + 1 :]
        yield before + after[0] + char + after[1:]
        yield before + char + char + after
        yield before + after
        if char in _VOWELS:
            yield from (before + vowel + after for vowel in _VOWELS if vowel.isascii() == char.isascii())


def _is_light(word: str, other: str) -> bool:
    if len(word) == len(other):
        differ = [(one, two) for one, two in zip(word, other, strict=True) if one != two]
        return len(differ) == 2 or all(char in _VOWELS for char in differ[0])
    longer, shorter = (word, other) if len(word) > len(other) else (other, word)
    at = next((at for at, char in enumerate(shorter) if char != longer[at]), len(shorter))
    return at > 0 and longer[at] == longer[at - 1]


def _distance(word: str, other: str) -> int:
    """Return the number of letters added, dropped, changed or swapped with a neighbour (Damerau 1964, restricted)."""
    older: list[int] = []
    above = list(range(len(other) + 1))
    for row, char in enumerate(word, 1):
        current = [row]
        for column, letter in enumerate(other, 1):
            best = min(above[column] + 1, current[-1] + 1, above[column - 1] + (char != letter))
            if row > 1 and column > 1 and char == other[column - 2] and letter == word[row - 2]:
                best = min(best, older[column - 2] + 1)
            current.append(best)
        older, above = above, current
    return above[-1]
