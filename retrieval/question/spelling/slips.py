"""Typing slips: how many lie between two words, and a word's variants with a slip in its first letters. Pure."""

from collections.abc import Iterator
from enum import IntEnum

from ...language.text import MAX_WORD_CHARS, is_cyrillic

HEAD = 3
"""Length of the prefix by which similar stems are looked up; slips within it are tried one by one."""

_VOWELS = frozenset("aeiouyаеиоуыэюяіїє")

_OPENS_LIKE = {
    "c": "ks", "f": "v", "g": "j", "i": "jy", "j": "giy", "k": "c", "s": "cz", "v": "fw", "w": "v", "y": "ij", "z": "s",
}  # fmt: skip
"""First letters that spellings of one name may differ in: Corvin, Korvin. Other first letters are taken to be right."""

_ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "абвгдежзийклмнопрстуфхцчшщыьэюяіїє")


class Slip(IntEnum):
    """Distance of two words: the greater it is, the less likely one was meant by the other."""

    NONE = 0
    """No difference, or accents left out."""
    LIGHT = 1
    """Two letters swapped, a letter doubled or not, one vowel for another."""
    LETTER = 2
    """One letter too many, too few, or wrong."""
    TWO = 3
    """Two of these."""


def slip(word: str, other: str) -> Slip | None:
    """Return the kind of slip between two words; None for more than two slips."""
    if word == other:
        return Slip.NONE
    if abs(len(word) - len(other)) > 2 or len(set(word) ^ set(other)) > 4:  # fast; rejects most pairs
        return None
    apart = distance(word, other)
    if apart == 1:
        return Slip.LIGHT if _is_light(word, other) else Slip.LETTER
    return Slip.TWO if apart == 2 else None


def variants(word: str, head: int = MAX_WORD_CHARS) -> Iterator[str]:
    """Yield a word with a slip in its first letters; the very first only becomes one that sounds alike."""
    letters = _ALPHABETS[is_cyrillic(word[0])]
    for at in range(1, min(head, len(word))):
        before, char, after = word[:at], word[at], word[at + 1 :]
        yield before + after[:1] + char + after[1:]
        yield before + after
        for letter in letters:
            yield before + letter + after
            yield before + letter + char + after
    if head > len(word):
        yield from (word + letter for letter in letters)
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


def distance(word: str, other: str) -> int:
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
