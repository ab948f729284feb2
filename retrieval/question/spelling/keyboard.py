"""A Russian or Ukrainian question typed while the keyboard was set to Latin letters: "rjulf" for "когда".

Decides from the index's own words, which it gets through `Vocabulary`.
"""

from collections.abc import Sequence

from ..terms import content_words
from .written import Vocabulary, unknown_words

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`" + 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~' + "&"
_KEYS = {
    code: str.maketrans(_LATIN, f"{keys}{keys.upper()}?")
    for code, keys in {
        "ru": "йцукенгшщзхъфывапролджэячсмитьбюё",
        "uk": "йцукенгшщзхїфівапролджєячсмитьбю'",
    }.items()
}
"""What the keys of an American keyboard type when it is set to a language, with and without Shift."""
MIN_LETTERS = 3


def as_meant(text: str, languages: Sequence[str], vocabulary: Vocabulary) -> str:
    """Return a question as its keys read in Cyrillic if the articles have none of its words, but most of those."""
    if not text.isascii():
        return text
    for code in (code for code in _KEYS if code in languages):
        meant = text.translate(_KEYS[code])
        if _known_share(meant, [code], vocabulary) > 0.5 and not _known_share(text, languages, vocabulary):
            return meant
    return text


def _known_share(text: str, languages: Sequence[str], vocabulary: Vocabulary) -> float:
    """Return the share of the content words that the articles have."""
    asked = [word for word in content_words(text, languages[0]) if len(word) >= MIN_LETTERS]
    return 1 - len(unknown_words(asked, languages, vocabulary)) / len(asked) if asked else 0.0
