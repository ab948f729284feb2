"""Compounds of German and similar languages, which contain the words they are made of. Pure; knows stems only."""

from collections.abc import Iterable, Sequence, Set

from ..language.german import APART
from ..language.text import stem
from ..patterns import lazy
from ..question.terms import Term

Stems = Sequence[Sequence[str]]
"""The stems of each sentence of a passage."""

COMPOUNDING = frozenset({"da", "de", "nb", "nl", "no", "sv"})
"""Languages that write compounds as one word: a "Routineprüfung" is a "Prüfung"."""
LEAST_PART = 4
LEAST_REST = 3
"""Minimum letters of a part of a compound, and of the rest."""

_LINKS = ("", "s", "es", "n", "en", "e")
"""Linking letters between the parts: Arbeit-s-zeit."""
_APART = lazy(APART)


def with_compounds(found: Stems, terms: Sequence[Term], language: str | None, *, beside: Stems) -> Stems:
    """Return the stems, those that contain missing terms, or are the last part of one, replaced by these terms.

    Compounds contain their parts, and "abholen" contains "holen". The last part of a compound stands for it only where
    the first part occurs too: "Klosterkirche" matches in an article about a convent and its church, not about any
    church.

    Args:
        beside: stems of what is read together with these, such as a passage's title.
    """
    there, wanted = frozenset[str]().union(*found), {term.stem for term in terms}
    instead: dict[str, list[str]] = {}
    for term in terms:
        if len(term.stem) < LEAST_REST or term.stem in there:
            continue
        holding = list(_holding(term, there, language))
        if not holding and (last := _last_part(term.stem, there, frozenset[str]().union(there, *beside))):
            holding = [last] if last not in wanted else []
        for it in holding:
            instead.setdefault(it, [it] if it in wanted else []).append(term.stem)
    return [[part for it in sentence for part in instead.get(it, (it,))] for sentence in found] if instead else found


def _holding(term: Term, there: Set[str], language: str | None) -> Iterable[str]:
    """Return the compounds that contain a term; for a short term, verbs made of it and a separable prefix."""
    if len(term.stem) >= LEAST_PART:
        # At the end of a compound, a word can have a shorter stem: prufung, but routinepruf.
        last = stem(f"bau{term.text}", language).removeprefix("bau")
        long = (it for it in there if len(it) >= len(last) + LEAST_REST)
        return (it for it in long if it.endswith((term.stem, last)) or it.startswith(term.stem))
    if language == "de" and term.text.endswith("en"):
        return (it for it in there if it.endswith(term.stem) and _APART.fullmatch(it.removesuffix(term.stem)))
    return ()


def _last_part(compound: str, there: Set[str], known: Set[str]) -> str | None:
    """Return the longest stem that a compound ends in, if another known stem begins with the compound's first part."""
    for at in range(LEAST_REST, len(compound) - LEAST_PART + 1):
        if compound[at:] in there:
            firsts = tuple({compound[:at].removesuffix(link) for link in _LINKS})
            firsts = tuple(it for it in firsts if len(it) >= LEAST_REST)
            return compound[at:] if any(it.startswith(firsts) for it in known) else None
    return None
