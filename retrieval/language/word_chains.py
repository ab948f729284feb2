"""Words that exclude each other: the lists in `words/` that write them as chains, "north-south", read by stem."""

from collections.abc import Mapping
from functools import cache

from .text import stem
from .word_lists import word_sets


@cache
def others_of(name: str, language: str | None) -> Mapping[str, frozenset[str]]:
    """Return a table from the stem of each word of a language's chains to the stems of the others beside it."""
    table: dict[str, frozenset[str]] = {}
    for chain in word_sets(name).get(language or "", ()):
        linked = {stem(word, language) for word in chain.split("-")}
        table |= {word: table.get(word, frozenset()) | linked - {word} for word in linked}
    return table
