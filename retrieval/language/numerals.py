"""Numbers written as words, in English, German, French, Spanish, Russian and Ukrainian: what each is worth.

Pure; knows words only. A numeral that is another word in another language counts only in its own.
"""

import math
import re
from collections.abc import Mapping, Sequence

from ..patterns import any_of, lazy
from .text import Word, normal_form
from .word_lists import word_lists


def _by_word(rows: str) -> dict[str, float]:
    parted = map(str.split, rows.splitlines())
    return {word: float(number) if "." in number else int(number) for number, *forms in parted for word in forms}


_TIMES, _NUMERALS = map(_by_word, word_lists("numerals").values())
_NUMERALS |= {
    f"{unit}und{ten}": (at + 1) + 10 * (up + 2)
    for up, ten in enumerate("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split())
    for at, unit in enumerate("ein zwei drei vier fünf sechs sieben acht neun".split())
}
_OF_THOUSAND = (
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn"
    " neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert zweihundert dreihundert"
    " vierhundert fünfhundert sechshundert siebenhundert achthundert neunhundert"
)
_NUMERALS |= {f"{word}tausend": _NUMERALS[word] * 1000 for word in _OF_THOUSAND.split()}
_NUMERALS |= {f"{word}einhalb": _NUMERALS[word] + 0.5 for word in _OF_THOUSAND.split() if _NUMERALS[word] <= 12}
_NUMERALS |= {word.casefold(): number for word, number in _NUMERALS.items()}  # "dreissig", as in the normal form
_NUMERALS |= {
    f"veinti{unit}": 20 + at
    for at, units in enumerate(("uno ún una", "dós", "trés", "cuatro", "cinco", "séis", "siete", "ocho", "nueve"), 1)
    for unit in units.split()
}
_ONES = frozenset("one un une uno una ein eine один одна одно одну одного одной однієї".split())
_ARTICLES = _ONES | {"a", "an", "einer", "einem", "einen"}
"""They mean one, before a word for a larger number: "a hundred"."""
_ALONE = {
    "tausend": "de", "mil": "es", "mille": "fr", "тысяча": "ru", "тысячу": "ru", "миллион": "ru", "миллиард": "ru",
    "тисяча": "uk", "тисячу": "uk", "мільйон": "uk", "мільярд": "uk",
}  # fmt: skip
"""Words for larger numbers that mean one of them even without an article."""
_BEGIN = _NUMERALS.keys() | _ARTICLES | _ALONE.keys()
_HOMOGRAPHS = {"once": "es", "quince": "es", "elf": "de", "cent": "fr", "cents": "fr", "sept": "fr", "seize": "fr",
               "billion": "en", "billions": "en"}  # fmt: skip
"""Numerals of one language that are other words in another."""
NUMBER_WORD = any_of(_NUMERALS | _TIMES).replace("'", "['’ʼ]")
"""Number words of any language, in lower case; without "one", which is also an article."""
LOCAL_NUMBER_WORD = any_of(_HOMOGRAPHS | {"mil": "es", "mille": "fr"})
"""Number words that are numbers only in their own language."""
_PER_CENT = frozenset({"pour cent", "por ciento"})
"""In these a hundred counts nothing, unless it goes on: "por ciento veinte euros"."""
_VINGT = frozenset({"vingt", "vingts"})
"""Behind "quatre" it makes eighty."""
_AND = {"and": 100, "y": 10, "et": 10}
"""Words that join numerals, and the place value after which they do: "hundred and two", "cincuenta y dos"."""
MOST_DIGITS = 24
"""Most digits of a quantity: longer numbers are keys or serial numbers, and from 309 digits on no float holds them."""
_PART = lazy(r"(?<!\w)(?:half|(?:half|third|quarter|fifth|tenth) of|(?:one|two|\d+) in)\s+$", re.IGNORECASE)
"""Precedes a number that it reduces: "half a million", "one in a hundred"."""


def is_number(word: str, language: str | None) -> bool:
    """Return whether a word of `NUMBER_WORD` is a number in this language."""
    return (_ALONE | _HOMOGRAPHS).get(_plain(word), language) == language


def times(word: str, language: str | None) -> int | None:
    """Return the factor by which a word after a number multiplies it."""
    factor = _of(_TIMES, _plain(word), language)
    return None if factor is None else int(factor)


def numeral(text: str, found: Sequence[Word], at: int, language: str | None) -> tuple[float | None, int]:
    """Return the number whose words begin with this one, and how many words it takes."""
    if _plain(found[at].text) not in _BEGIN:
        return None, 0
    whole: float = 0
    part, place, size = _opening(text, found, at, language)
    for here in range(at + size, len(found)):
        parted = here > at and text[found[here - 1].end : found[here].start] not in {" ", "-", "\u00a0"}
        if parted or whole >= 10**MOST_DIGITS:
            break
        word = _plain(found[here].text)
        factor, value = _of(_TIMES, word, language), _of(_NUMERALS, word, language)
        if factor == 100 and 0 < part < 20:  # twelve hundred
            part, place = part * factor, factor
        elif factor and factor > 100 and whole + part:
            whole = whole + part * factor if part and whole > factor else (whole + part) * factor
            part, place = 0, factor
        elif word in _VINGT and part % 100 == 4:
            part, place = part + 76, 20
        elif value and value < place:
            part, place = part + value, _place(value, word)
        elif word in _ONES and size and place >= 10:
            part, place = part + 1, 1
        elif size and place >= _AND.get(word, math.inf):
            continue
        else:
            break
        size = here + 1 - at
    if size == 1 and at and f"{_plain(found[at - 1].text)} {_plain(found[at].text)}" in _PER_CENT:
        return None, 0
    return whole + part or None, size


def _opening(text: str, found: Sequence[Word], at: int, language: str | None) -> tuple[float, float, int]:
    """Return `part`, `place` and `size` at the start: one of a larger number, "a hundred", or nothing yet."""
    first, second = _plain(found[at].text), _plain(found[at + 1].text) if at + 1 < len(found) else ""
    before = text[max(0, found[at].start - 30) : found[at].start]
    if first in _ARTICLES and _of(_TIMES, second, language) and not _PART.search(before):
        return 1, 1, 1
    return int(_ALONE.get(first) == language and language is not None), math.inf, 0


def _place(value: float, word: str) -> int:
    """Return the value that a further numeral must stay below: 10 after "fifty" and "dix", 20 after "soixante"."""
    if word == "soixante":
        return 20
    if word != "dix" and (value < 20 or value % 10):
        return 1
    return 100 if value >= 100 else 10


def _of(numbers: Mapping[str, float], word: str, language: str | None) -> float | None:
    return numbers.get(word) if _HOMOGRAPHS.get(word, language) == language else None


def _plain(word: str) -> str:
    return normal_form(word).replace("’", "'").replace("ʼ", "'")
