"""How search sees a text: normal form, words, stems.

Pure functions over strings; knows nothing of articles, indexes or models.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from typing import NamedTuple

import Stemmer

from ..patterns import lazy
from . import affixes, english, german, romance, russian, ukrainian
from .traits import ELISION

VERSION = 24
"""Increment when words or stems change: an index made with another version is split again."""

MAX_WORD_CHARS = 64
"""Longer runs are data (keys, encoded blobs), not words: they are cut, so that no word costs more than a line."""

# ISO 639-1 → Snowball algorithm.
SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish",
    "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian",
    "nl": "dutch", "no": "norwegian", "nb": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
}  # fmt: skip
_OWN: Mapping[str, Callable[[str], str]] = {
    "he": lambda word: affixes.hebrew(without_accents(word)),
    "ko": affixes.korean,
    "uk": lambda word: without_accents(ukrainian.ukrainian(word)),
}
"""The stemmers of languages without one."""
_BEFORE: Mapping[str, Callable[[str], str]] = {
    "de": lambda word: german.german(unmarked(word, "de")),
    "en": english.english,
    "es": partial(romance.base_form, "es"),
    "fr": partial(romance.base_form, "fr"),
}
_AFTER: Mapping[str, Callable[[str], str]] = {"de": german.german_stem, "ru": russian.russian_stem}
"""What is done to words before Snowball stems them, and to their stems; for Russian words see `_stem`."""

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
"""Scripts without spaces: a character is a word."""
_FROM_CJK_ON = lazy("[^\0-\u303f]")
"""Without a character from there on, a text is searched with the pattern that is compiled six times as fast."""
_MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962-\u0963\u0980-\u0dff"
)
"""Accents apart from their letter, and the vowels of Hebrew, Arabic and the Indian scripts: no `\\w`, yet in words."""
_NUMBER_OR_INITIALS = (
    r"\d+(?:[.,'’\u00a0\u202f\u066c]\d{3})+"  # 11,000 · 11.000 · 11 000 · 11'000 · ۱۱٬۰۰۰: one number
    r"(?:(?<=[,'’\u00a0\u202f]\d{3})\.\d\d?(?![.,]?\d)|(?<=[.\u00a0\u202f]\d{3}),\d\d?(?![.,]?\d))?(?!\d)"  # 1,500.50
    r"|\d+(?:[.,]\d+)*"
    r"|[^\W\d_]\.(?:[ \u00a0\u202f]?[^\W\d_]\.)+"  # U.S. · J. R. · д.н.
)
_WORD = lazy(rf"{_NUMBER_OR_INITIALS}|[^\W_]+(?:[{_MARKS}]+[^\W_]*|['’ʼ`][^\W_]+)*")
_WORD_OR_CJK = lazy(rf"{_NUMBER_OR_INITIALS}|[{_CJK}]|[^\W_{_CJK}]+(?:[{_MARKS}]+[^\W_{_CJK}]*|['’ʼ`][^\W_{_CJK}]+)*")
_APOSTROPHE = re.compile("[’ʼ`]")
_GROUPED = re.compile(r"\d+(?:[.,'’\u00a0\u202f\u066c]\d{3})+")


class Word(NamedTuple):
    """A word of a text, with its span."""

    text: str
    start: int
    end: int


class _Plain(dict[int, int | None]):
    """Table for `str.translate` that removes invisible format characters, and makes digits of all scripts ASCII's.

    It looks each character up only once.
    """

    def __missing__(self, code: int) -> int | None:
        char = chr(code)
        gone = unicodedata.category(char) in {"Cf", "Cc"} and char not in "\t\n\r"
        self[code] = None if gone else ord(str(unicodedata.decimal(char, char)))
        return self[code]


_PLAIN = _Plain()


def normal_form(text: str) -> str:
    """Return the text as search compares it: NFKC, without invisible format characters, case folded, digits 0 to 9."""
    return unicodedata.normalize("NFKC", text).translate(_PLAIN).casefold()


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text in order, as written: letters and digits, numbers whole, CJK characters one by one."""
    for match in _word_pattern(text).finditer(text):
        yield Word(match.group(), match.start(), match.end())


def word_list(text: str) -> list[str]:
    """Return the same words without their spans, which takes a third of the time."""
    return _word_pattern(text).findall(text)


def _word_pattern(text: str) -> re.Pattern[str]:
    return _WORD if text.isascii() or not _FROM_CJK_ON.search(text) else _WORD_OR_CJK


def stem(word: str, language: str | None) -> str:
    """Return a word's stem: Snowball's, of the normal form, without accents; English where the language is unknown."""
    return _stem(word[:MAX_WORD_CHARS], _stemmed_as(language))


def stems(text: str, language: str | None) -> list[str]:
    """Return the stems of a text's words in order, stop words included."""
    code = _stemmed_as(language)
    return [_stem(word[:MAX_WORD_CHARS], code) for word in word_list(part_elisions(text, language))]


def each_said(words: Iterable[str], text: str, language: str | None) -> list[bool]:
    """Return for each word whether a text has it in any of its forms."""
    said = set(stems(text, language))
    return [stem(word, language) in said for word in words]


def part_elisions(text: str, language: str | None) -> str:
    """Return a text of the same length with elided words apart, where the language has elision: l'eau, dell'acqua."""
    return re.sub(r"(?<=\w)['’](?=\w)", " ", text) if language in ELISION else text


def _stemmed_as(language: str | None) -> str:
    return language if language is not None and (language in SNOWBALL or language in _OWN) else "en"


@lru_cache(maxsize=100_000)
def _stem(word: str, language: str) -> str:
    if _GROUPED.fullmatch(word):
        return re.sub(r"\D", "", normal_form(word))
    plain = _APOSTROPHE.sub("'", normal_form(word)).replace("ё", "е")
    if "." in plain and not plain[0].isdigit():
        return re.sub(r"\W", "", plain)
    if language in _OWN:
        return _OWN[language](plain) or plain
    if language == "ru":  # the only one whose surnames have other forms than the same words
        plain = russian.russian(plain, capital=word[0].isupper())
    elif language in _BEFORE:
        plain = _BEFORE[language](plain)
    stemmed = _stemmer(language).stemWord(plain)
    if language in _AFTER:
        stemmed = _AFTER[language](stemmed)
    return unmarked(stemmed, language) or plain


@lru_cache(maxsize=len(SNOWBALL))
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(SNOWBALL[language], 0)  # without a cache: `_stem` has one


# "ueberleben" for "überleben"; other words with these letters, "Abenteuer", lose them in texts and questions alike.
SPELT_UMLAUT = r"(?<![aeq])([aou])e"
_SPELT_UMLAUT = lazy(SPELT_UMLAUT)


def unmarked(word: str, language: str) -> str:
    """Return a word in lower case, the same whether it was typed with its accents and umlauts or without."""
    bare = without_accents(normal_form(word))
    return _SPELT_UMLAUT.sub(r"\1", bare) if language == "de" else bare


def folded(name: str) -> str:
    """Return a name in lower case, without accents and with straight apostrophes, the same however it was typed."""
    return without_accents(_APOSTROPHE.sub("'", name.casefold()))


_SMALL_CYRILLIC = lazy(r"[а-яѐ-џґ]")


def is_cyrillic(text: str) -> bool:
    """Return whether a text has a lower-case Cyrillic letter."""
    return _SMALL_CYRILLIC.search(text) is not None


_TYPED = {"œ": "oe", "æ": "ae", "ł": "l", "ø": "o", "đ": "d", "ı": "i", "ي": "ی", "ك": "ک"}
"""Letters that Unicode does not decompose into a letter and an accent, and Persian ones typed on an Arabic keyboard."""
_VOICED = 8
"""Combining class of the signs that make another kana of one, "が" of "か", and are no accents."""


def without_accents(word: str) -> str:
    """Return a word without accents, its ligatures as two letters: "coeur" for "cœur"."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word)
    for char in set(parts):  # a whole text may be asked for
        if char in _TYPED or unicodedata.combining(char) not in {0, _VOICED}:
            parts = parts.replace(char, _TYPED.get(char, ""))
    return parts
