"""Compounds of German and its like, which hold the words that they are made of. Pure; knows stems only."""

from collections.abc import Sequence

from ..language.text import stem
from ..question.terms import Term

Stems = Sequence[Sequence[str]]
"""The stems of each sentence of a passage."""

COMPOUNDING = frozenset({"da", "de", "nb", "nl", "no", "sv"})
"""Languages that write compounds as one word: a "Routineprüfung" is a "Prüfung"."""
LEAST_PART = 4
LEAST_REST = 3
"""The fewest letters of a part of a compound, and of what is left of it."""


def with_compounds(found: Stems, terms: Sequence[Term], language: str | None) -> Stems:
    """Return the stems; a term that stands nowhere takes the place of the compounds that it is a part of."""
    there = frozenset[str]().union(*found)
    instead: dict[str, str] = {}
    for term in terms:
        if len(term.stem) >= LEAST_PART and term.stem not in there:
            # At the end of a long word a word has a shorter stem: prufung, but routinepruf.
            last = stem(f"bau{term.text}", language).removeprefix("bau")
            long = [it for it in there if len(it) >= len(last) + LEAST_REST]
            instead |= {it: term.stem for it in long if it.endswith((term.stem, last)) or it.startswith(term.stem)}
    return [[instead.get(it, it) for it in sentence] for sentence in found] if instead else found
