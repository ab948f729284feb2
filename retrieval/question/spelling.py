"""Names that no article has, read as the names that they were meant to be: slips of the pen, another alphabet.

Decides from the index's own words, which it gets through `Vocabulary`; knows no SQL and no ranking. Rather blind than
wrong: between "Iran" and "Iraq" there is one letter, so short words are forgiven only what fingers do (letters swapped,
doubled, one vowel for another), and a word that the model knows whole is no slip at all.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice
from typing import Protocol

from ..stop_words import STOP_WORDS
from ..text import normal_form, sentences, stem, without_accents, words
from .alphabets import in_cyrillic, in_latin, is_cyrillic
from .terms import content_words

HEAD = 3
"""Letters that a range of the vocabulary has in common with a word; slips before its end are tried one by one."""

MIN_LETTERS = 4
MAX_WORDS = 6
"""Of one question; more are no names but another language."""

FEW = 4
MAX_FOREIGN_SHARE = 0.5
"""Of `FEW` words or more, so many unknown ones make a question one of another language."""

CLEARLY = 4
"""Of several stems as near as each other the one that stands in so many times more passages is meant."""

JUDGED = 4
"""Of the stems that are near the best are looked up in passages."""

EXAMPLES = 8
"""Passages that show how a stem is written."""

MAX_ENDING = 5
"""Letters of an ending that a stem may lack."""

_VOWELS = frozenset("aeiouyаеиоуыэюяіїє")

_OPENS_LIKE = {
    "c": "ks", "f": "v", "g": "j", "i": "jy", "j": "giy", "k": "c", "s": "cz", "v": "fw", "w": "v", "y": "ij", "z": "s",
}  # fmt: skip
"""Letters that one and the same name may begin with: Corvin, Korvin. Other first letters are not got wrong."""


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


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A word of the articles that may have been meant."""

    written: str
    slip: "Slip"
    count: int
    """Passages that hold it."""


class Slip(IntEnum):
    """How far two words are apart: the greater, the less likely the one was meant by the other."""

    NONE = 0
    """None, or the marks on letters left out."""
    LIGHT = 1
    """Two letters swapped, a letter doubled or not, one vowel for another."""
    LETTER = 2
    """One letter too many, too few, or wrong."""
    TWO = 3
    """Two of these."""


_ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "абвгдежзийклмнопрстуфхцчшщыьэюяіїє")

_LEAST_LETTERS = {Slip.NONE: 4, Slip.LIGHT: 5, Slip.LETTER: 6, Slip.TWO: 8}
"""Letters that a word must have to be forgiven so much."""
_LEAST_ORDINARY = {Slip.NONE: 6, Slip.LIGHT: 6, Slip.LETTER: 7}
"""Letters that a word which is no name must have for that."""

_DIGIT = re.compile(r"\d")
_QUOTES = "\"'“‘«„¿¡( "
_STOPS = frozenset().union(*STOP_WORDS.values())
_CYRILLIC_LANGUAGES = frozenset({"be", "bg", "ru", "sr", "uk"})
_MARKED_ENDINGS = frozenset({"ca", "es", "fr", "it", "pt"})
"""Languages in which a word has another stem without the marks on its letters: tranvía, tranvia."""


def correct(
    text: str, language: str, article_languages: Sequence[str], vocabulary: Vocabulary, *, known: Callable[[str], bool]
) -> tuple[str, tuple[Correction, ...]]:
    """Return a question with its misspelt words as the articles spell them, and what was changed.

    Args:
        known: whether a word is one that everybody writes so, in the articles or not.
    """
    languages = list(dict.fromkeys([language, *article_languages]))
    asked = [word for word in content_words(text, language) if len(word) >= MIN_LETTERS and not _DIGIT.search(word)]
    unknown = _unknown(asked, languages, vocabulary)
    foreign = len(unknown) > MAX_FOREIGN_SHARE * len(asked) and len(asked) >= FEW
    foreign |= bool(article_languages) and language not in article_languages
    unmarked = language in _MARKED_ENDINGS.intersection(article_languages)
    forgiven = {}
    for word in unknown:
        bare, _ = _split_possessive(word)
        name = word[0].isupper() and not text.lstrip(_QUOTES).startswith(word)
        right = (foreign and not name) or known(bare) or (bare.endswith("s") and known(bare[:-1]))
        if unmarked or not right:
            forgiven[word] = Slip.NONE if right else Slip.TWO
    found = {}
    for word, most in islice(forgiven.items(), MAX_WORDS):
        bare, possessive = _split_possessive(word)
        if meant := _meant(bare, languages, vocabulary, foreign=foreign, most=most):
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


def _unknown(asked: Sequence[str], languages: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """Return the words that stand in no passage in any of the languages."""
    forms = {word: {stem(word, code) for code in languages} for word in asked}
    counts = vocabulary.document_frequencies([one for stems in forms.values() for one in stems])
    return [word for word, stems in forms.items() if not any(counts.get(one) for one in stems)]


def _split_possessive(word: str) -> tuple[str, str]:
    return (word[:-2], word[-2:]) if word[-2:] in {"'s", "’s"} else (word, "")


def _meant(word: str, languages: Sequence[str], vocabulary: Vocabulary, *, foreign: bool, most: Slip) -> str | None:
    """Return how the articles write what was meant by a word; the clearly best of the nearest, if there is one.

    Args:
        foreign: the question is in another language than the articles.
        most: what is forgiven at most.
    """
    for spelling in dict.fromkeys(form for code in languages for form in _spellings(stem(word, code), languages)):
        near = _near(spelling, vocabulary)
        likely = sorted(near, key=lambda other: (near[other][0], -near[other][1], other))[:JUDGED]
        judged = [found for other in likely if (found := _judge(word, other, near[other], vocabulary))]
        fitting = [it for it in judged if it.slip <= most and _fits(word, it, foreign=foreign)]
        fitting.sort(key=lambda it: (it.slip, -it.count))
        best = [it for it in fitting if it.slip == fitting[0].slip]
        if best and (len(best) == 1 or best[0].count >= CLEARLY * best[1].count):
            written = best[0].written
            return written[0].upper() + written[1:] if word[0].isupper() else written
    return None


def _judge(word: str, other: str, near: tuple[Slip, int], vocabulary: Vocabulary) -> _Candidate | None:
    """Return a stem's way of writing that is nearest to a word, and how near it is.

    Stems lie nearer to each other than words do, or farther: summar(ize) and summer, revolutin(o) and revolut(ion).
    """
    kind, count = near
    written = _surface(other, vocabulary, near=word)
    if written is None or written.lower() == word.lower():
        return None
    by_form = slip(*(without_accents(normal_form(it)) for it in (word, written)))
    if by_form is not None:
        return _Candidate(written, by_form, count)
    # Names are declined, so their forms differ by more than the slip; or they are in the other alphabet.
    declined = written[0].isupper() and (is_cyrillic(other[0]) or is_cyrillic(word[0].lower()))
    return _Candidate(written, max(kind, Slip.LETTER), count) if declined and kind <= Slip.LETTER else None


def _fits(word: str, candidate: _Candidate, *, foreign: bool) -> bool:
    """Say whether a word is long enough to be forgiven so much.

    In a question of another language than the articles' a word two letters off is a cousin of theirs, not a slip.
    """
    kind, letters = candidate.slip, max(len(word), len(candidate.written))
    if candidate.written[0].isupper():
        return letters >= _LEAST_LETTERS[kind] and not (foreign and kind is Slip.TWO)
    # One letter for another makes a real word of a real word too easily: starred, started.
    changed = len(word) == len(candidate.written) and sorted(word.lower()) != sorted(candidate.written.lower())
    allowed = kind is Slip.NONE or not (foreign or changed)
    return allowed and letters >= _LEAST_ORDINARY.get(kind, letters + 1)


def _spellings(word: str, languages: Sequence[str]) -> list[str]:
    """Return a stem, and the same in the other alphabet where the articles may be in it."""
    if is_cyrillic(word[0]):
        forms = [word] if _CYRILLIC_LANGUAGES.issuperset(languages) else [word, in_latin(word)]
    else:
        forms = [word] if _CYRILLIC_LANGUAGES.isdisjoint(languages) else [word, in_cyrillic(word)]
    return [form for form in forms if len(form) >= MIN_LETTERS]


def _near(word: str, vocabulary: Vocabulary) -> dict[str, tuple[Slip, int]]:
    """Return the stems that a word may be a slip of, each with its kind and the number of its passages."""
    alike = vocabulary.stems_with(word[:HEAD], shortest=max(MIN_LETTERS, len(word) - MAX_ENDING), longest=len(word) + 2)
    alike |= vocabulary.document_frequencies(sorted(_slips_in_head(word)))
    near = {}
    for other, count in alike.items():
        kind = slip(word, other)
        if kind is None and word.startswith(other):  # a slip in its ending hides a word's stem: its forms will tell
            kind = Slip.TWO
        if kind is not None and other not in _STOPS:
            near[other] = kind, count
    return near


def _surface(found: str, vocabulary: Vocabulary, *, near: str) -> str | None:
    """Return the way of writing a stem that is nearest to a word; with a capital only where it always has one."""
    inside: Counter[str] = Counter()
    opening: Counter[str] = Counter()
    for text, language in vocabulary.examples(found, EXAMPLES):
        openings = {start for start, _ in sentences(text)}
        for place in words(text):
            other = place.text[0].isascii() and place.text[0].lower() != found[0]  # spares the stemmer most words
            if not other and stem(place.text, language) == found:
                forms = opening if place.start in openings else inside
                forms[_split_possessive(place.text)[0]] += 1
    seen = inside or opening
    ordinary = any(form[0].islower() for form in seen)
    ranked = sorted(seen, key=lambda form: (_distance(form.lower(), near.lower()), -seen[form], form))
    return next((form for form in ranked if form[0].islower() or not ordinary), None)


def _slips_in_head(word: str) -> Iterable[str]:
    """Return what slips among the first letters make of a word; the very first gives way to what sounds alike only."""
    letters = _ALPHABETS[is_cyrillic(word[0])]
    for at in range(1, min(HEAD, len(word) - 1)):
        before, char, after = word[:at], word[at], word[at + 1 :]
        yield before + after[0] + char + after[1:]
        yield before + after
        for letter in letters:
            yield before + letter + after
            yield before + letter + char + after
    yield word[1] + word[0] + word[2:]
    for letter in _OPENS_LIKE.get(word[0], ""):
        yield letter + word[1:]


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
