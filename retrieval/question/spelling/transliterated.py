"""A Russian or Ukrainian question written in Latin letters: "kogda otkroyut most" for "когда откроют мост".

Latin letters stand for several Cyrillic ones, and soft signs are left out: of the readings of a word, one that is a
stop word or that the articles have is taken. Knows the index's own words through `Vocabulary`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, product

from ...language.stop_words import stop_words
from ...language.text import is_cyrillic, stem
from ...language.traits import CYRILLIC
from ...patterns import lazy
from .typos import LONGEST
from .written import Vocabulary, written

_COMMON = {
    "shch": "щ", "sch": "щ сч", "zh": "ж", "kh": "х", "ch": "ч", "sh": "ш", "ts": "ц тс", "tz": "ц",
    "yu": "ю", "ju": "ю", "iu": "ю иу", "ya": "я", "ja": "я", "ia": "ия я",
    "a": "а", "b": "б бь", "c": "ц к", "d": "д дь", "f": "ф", "j": "й ж", "k": "к", "l": "л ль", "m": "м мь",
    "n": "н нь", "o": "о", "p": "п пь", "q": "к", "r": "р рь", "s": "с сь", "t": "т ть", "u": "у", "v": "в вь",
    "w": "в", "x": "х кс", "z": "з зь",
}  # fmt: skip
_LETTERS = {
    "ru": {
        **_COMMON, "yo": "е", "jo": "е", "ye": "е", "je": "е",
        "e": "е э", "g": "г", "h": "х", "i": "и ы й", "y": "ы и й", "'": "ь ъ",
    },
    "uk": {
        **_COMMON, "zh": "ж зг", "yi": "ї", "ji": "ї", "ye": "є", "je": "є", "ie": "є іє",
        "e": "е", "g": "г ґ", "h": "г х", "i": "і и ї й", "y": "и і й", "'": "ь '",
    },
}  # fmt: skip
"""By language, the Cyrillic letters that Latin ones stand for, the usual ones first."""
_SIGNS = {code: lazy("|".join(sorted(letters, key=len, reverse=True))) for code, letters in _LETTERS.items()}
_VOWELS = frozenset("aeiouy")
_WORD = lazy(r"[a-z](?:[a-z']*[a-z])?'?", re.IGNORECASE)
MOST_UNUSUAL, MOST_LETTERS = 2, 16
"""Maximum number of signs of a word that do not stand for their usual letters: of one of more letters, one sign."""
MOST_WORDS = 16
"""Further words of a question are read in the usual way only."""
MOST_LATIN = 0.6
"""Maximum share of words that are known as they stand: of 99 in 100 questions in languages with Latin letters, more."""
LEAST_USUAL, LEAST_KNOWN = 0.4, 0.5
"""Minimum shares of words that are known with the usual Cyrillic letters, and with any."""


def in_own_letters(text: str, languages: Sequence[str], vocabulary: Vocabulary, *, known: Callable[[str], bool]) -> str:
    """Return a question in Cyrillic if most of its words are known in it, and more of those that are no names than as
    they stand: "who is Halyna Moroz" is English, though the articles have both names.

    Args:
        languages: those of the articles.
        known: says whether a word is commonly written this way, in the articles or not.
    """
    words = list(dict.fromkeys(it.group() for it in _WORD.finditer(text)))
    if not words or is_cyrillic(text.lower()):
        return text
    small = [word.lower() for word in words]
    as_they_stand: set[str] = set()
    for code in (code for code in dict.fromkeys([*languages, "en"]) if code not in CYRILLIC):
        as_they_stand |= _known(small, code, vocabulary, known)
        if len(as_they_stand) > MOST_LATIN * len(words):
            return text
    most, best = (0, 0), {}
    for code in _LETTERS:
        usual = {word: next(_readings(word.lower(), code)) for word in words}
        if (easily := len(_known(usual.values(), code, vocabulary, known))) >= LEAST_USUAL * len(words):
            read = {word: it for word in words[:MOST_WORDS] if (it := _read(word.lower(), code, vocabulary, known))}
            names = {word for word, it in read.items() if _is_name(it, code, vocabulary)}
            others = as_they_stand.difference(map(str.lower, names))
            telling, least = (len(read.keys() - names), easily), (len(others), len(words))
            if telling > max(most, least) and len(read) >= LEAST_KNOWN * len(words):
                most, best = telling, usual | read
    return _WORD.sub(lambda it: _with_capital(best[it.group()], it.group()), text) if best else text


def _read(word: str, code: str, vocabulary: Vocabulary, known: Callable[[str], bool]) -> str | None:
    """Return the first reading of a word that is known, with soft signs if that is more common: "сколько"."""
    readings = list(_readings(word, code))
    if known(readings[0]):
        return readings[0]
    found = _known(readings, code, vocabulary, known)
    first = next(filter(found.__contains__, readings), None)
    soft = (it for it in readings if first is not None and it.replace("ь", "") == first.replace("ь", ""))
    return next((it for it in soft if it in stop_words(code) or known(it)), first)


def _is_name(word: str, code: str, vocabulary: Vocabulary) -> bool:
    """Return whether the articles have a word as a name."""
    keys = {stem(word, code), stem(word.capitalize(), code)}
    forms = (written(key, vocabulary, near=word) for key in keys)
    return word not in stop_words(code) and any(form is not None and form.name for form in forms)


def _known(words: Iterable[str], code: str, vocabulary: Vocabulary, known: Callable[[str], bool]) -> set[str]:
    """Return the stop words of a language, the words that the articles have, as names or not, and common ones."""
    keys = {word: {stem(word, code), stem(word.capitalize(), code)} for word in words}
    has = vocabulary.document_frequencies([key for both in keys.values() for key in both]).keys()
    return {word for word, both in keys.items() if both & has or word in stop_words(code) or known(word)}


def _readings(word: str, code: str) -> Iterator[str]:
    """Yield a word in Cyrillic, the usual letters first: after a vowel "й" for "y", and for "i" at the end."""
    signs = []
    for it in _SIGNS[code].finditer(word):
        after_vowel = it.start() > 0 and word[it.start() - 1] in _VOWELS
        short = after_vowel and (it.group() != "i" or it.end() == len(word))
        signs.append(sorted(_LETTERS[code][it.group()].split(), key=lambda to: short and to != "й"))
    several = [at for at, letters in enumerate(signs) if len(letters) > 1]
    for unusual in range(1 + _most_unusual(word)):
        for places in combinations(several, unusual):
            for letters in product(*(signs[at][1:] for at in places)):
                changed = dict(zip(places, letters, strict=True))
                yield "".join(changed.get(at, sign[0]) for at, sign in enumerate(signs))


def _most_unusual(word: str) -> int:
    return MOST_UNUSUAL if len(word) <= MOST_LETTERS else int(len(word) <= LONGEST)


def _with_capital(word: str, written: str) -> str:
    return word.capitalize() if written[0].isupper() else word
