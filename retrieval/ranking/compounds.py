"""Compounds of German and similar languages, which contain the words they are made of. Pure; knows stems only."""

from collections.abc import Iterator, Sequence, Set

from ..language.text import stem
from ..question.terms import Term

Stems = Sequence[Sequence[str]]
"""The stems of each sentence of a passage."""

LEAST_PART = 4
LEAST_REST = 3
"""Minimum letters of a part of a compound, and of the rest."""


def with_compounds(found: Stems, terms: Sequence[Term], language: str | None) -> Stems:
    """Return the stems, the compounds among them that contain missing terms replaced by these."""
    there, wanted = frozenset[str]().union(*found), {term.stem for term in terms}
    instead: dict[str, list[str]] = {}
    for term in terms:
        if len(term.stem) >= LEAST_PART and term.stem not in there:
            for it in _holding(term, there, language):
                instead.setdefault(it, [it] if it in wanted else []).append(term.stem)
    return [[part for it in sentence for part in instead.get(it, (it,))] for sentence in found] if instead else found


def _holding(term: Term, there: Set[str], language: str | None) -> Iterator[str]:
    """Yield the compounds that begin or end with a term."""
    # At the end of a compound, a word can have a shorter stem: prufung, but routinepruf.
    last = stem(f"bau{term.text}", language).removeprefix("bau")
    long = (it for it in there if len(it) >= len(last) + LEAST_REST)
    return (it for it in long if it.endswith((term.stem, last)) or it.startswith(term.stem))
