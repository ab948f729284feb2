"""Light words, which belong to how a question asks rather than to its topic: "how old", "happened", "сколько лет дали";
also forms of address: "mrs".

An answer says the same in its own words ("aged 91", "was sentenced to seven years"), so their absence means little.
They are searched like other words, as an answer that has them is likelier to be the right one.
"""

from functools import cache

from ..language.text import stem
from ..language.word_lists import word_sets

_LISTS = word_sets("light_words")
"""Each word stands for all with the same stem."""


@cache
def light_stems(language: str | None) -> frozenset[str]:
    """Return the stems of a language's light words; none where it has no list."""
    return frozenset(stem(word, language) for word in _LISTS.get(language or "", ()))
