"""A question typed without accents or umlauts → the same with those of the articles, as a model knows the words.

Full-text search ignores accents anyway, but a model sees "kaesehaendler" as it is typed. Decides from the index's own
words, which it gets through `Vocabulary`.
"""

import re
import unicodedata
from collections.abc import Callable
from itertools import islice

from ...language.text import SPELT_UMLAUT, stem, unmarked
from ...language.traits import MARKED_ENDINGS
from ...patterns import lazy
from ..terms import content_words
from .correct import MAX_WORDS, replace_words
from .written import Vocabulary, written

_UMLAUT = lazy(SPELT_UMLAUT, re.IGNORECASE)
_SPELT_OUT = lazy(rf"ss|{SPELT_UMLAUT}", re.IGNORECASE)
_ANY = lazy(r"[a-z]{3}", re.IGNORECASE)
_UNMARKED = {"de": _SPELT_OUT, **dict.fromkeys(MARKED_ENDINGS, _ANY)}
"""By language, the pattern of words that may lack accents or umlauts."""


def with_marks(text: str, language: str, vocabulary: Vocabulary, *, known: Callable[[str], bool] | None) -> str:
    """Return a question without any accented letter with the accents that its words have in the articles.

    Args:
        known: says whether a word that no article has is commonly written this way; None leaves all such words.
    """
    lacking = _UNMARKED.get(language)
    if lacking is None or any(char.isalpha() and not char.isascii() for char in text):
        return text
    likely = islice((word for word in content_words(text, language) if lacking.search(word)), MAX_WORDS)
    stems = {word: stem(word, language) for word in likely}
    counts = vocabulary.document_frequencies(list(stems.values()))
    marked = {}
    for word, key in stems.items():
        found = written(key, vocabulary, near=word) if key in counts else None
        if found is not None and unmarked(word, language) == unmarked(found.form, language):
            if word.lower() != found.form.lower():
                marked[word] = found.form
        elif language == "de" and known is not None and not known(word):
            marked[word] = _UMLAUT.sub(lambda letters: letters[1] + "\u0308", word)
    return unicodedata.normalize("NFC", replace_words(text, language, marked))
