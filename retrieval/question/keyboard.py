"""A Russian or Ukrainian question typed while the keyboard was set to Latin letters: "rjulf" for "когда".

Decides from the index's own words, which it gets through `Vocabulary`.
"""

from collections.abc import Sequence

from ..language.text import stem
from .terms import content_words
from .written import Vocabulary

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
        known = _known(meant, [code], vocabulary)
        if any(known) and 2 * sum(known) > len(known) and not any(_known(text, languages, vocabulary)):
            return meant
    return text


def _known(text: str, languages: Sequence[str], vocabulary: Vocabulary) -> list[bool]:
    """Return for each content word whether the articles have it."""
    asked = [
        {stem(word, code) for code in languages}
        for word in content_words(text, languages[0])
        if len(word) >= MIN_LETTERS
    ]
    counts = vocabulary.document_frequencies([one for stems in asked for one in stems])
    return [any(one in counts for one in stems) for stems in asked]
