"""Which word of the articles is nearest to one that they lack: a name, despite two slips or another alphabet, or the
same word with its accents.

Names need no other word of the question beside them; ordinary words with a slip are for `typos`. "Iran" and "Iraq"
differ by one letter, so in short names only slips of the fingers are forgiven (letters swapped, doubled, one vowel for
another).
"""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import takewhile
from typing import NamedTuple

from msgspec import Struct

from ...language.stop_words import STOP_WORDS
from ...language.text import is_cyrillic, normal_form, stem, without_accents
from ...language.traits import CYRILLIC
from .alphabets import in_cyrillic, in_latin
from .slips import HEAD, Slip, slip, variants
from .sounds import alike, readings, same_to_the_end, sounding, vaguely_alike
from .written import JUDGED, Vocabulary, written

MIN_LETTERS = 4
"""Minimum letters of a word that is corrected, and of a stem."""
CLEARLY = 4
"""Of several equally near stems, one is taken if it occurs in this many times more passages than the others."""
MAX_ENDING = 5
"""Maximum letters of an ending that a stem may lack."""


class _Candidate(Struct, frozen=True):
    """A word of the articles that may have been meant."""

    form: str
    name: bool
    slip: Slip
    count: int
    """Number of passages that hold it."""
    vague: bool = False
    """It sounds alike but for its vowels."""

    @property
    def distance(self) -> tuple[Slip, bool]:
        return self.slip, self.vague


class Unknown(NamedTuple):
    """A word of the question that may be read as another one."""

    word: str
    name: bool
    """It has a capital that does not open the question."""
    most: Slip
    """The greatest slip that is corrected."""
    own: bool
    """The word meant may be in the same alphabet."""
    other: bool
    """The word meant may be a name in the other alphabet."""


_LEAST_LETTERS = {Slip.NONE: 4, Slip.LIGHT: 5, Slip.LETTER: 6, Slip.TWO: 8}
"""Minimum letters of a word for each slip to be corrected."""
_LEAST_ORDINARY = 6
"""Minimum letters of a word that is not a name and lacks only its accents."""
_STOPS = frozenset().union(*STOP_WORDS.values())


def nearest(unknown: Unknown, languages: Sequence[str], vocabulary: Vocabulary, *, foreign: bool) -> str | None:
    """Return the word that was meant, as the articles write it: the clearly best of the nearest ones, if there is one.

    Args:
        foreign: the question is in another language than the articles.
    """
    word = unknown.word
    judge = partial(_judge, read_in=readers(word, languages))
    for spelling, near in _tries(unknown, languages, vocabulary):
        likely = sorted(near, key=lambda other: (near[other][0], -near[other][1], other))[:JUDGED]
        judged = [it for other in likely if (it := judge(word, spelling, other, near[other], vocabulary))]
        fitting = [it for it in judged if it.slip <= unknown.most and _fits(word, it, foreign=foreign)]
        if not unknown.name:
            fitting = [it for it in fitting if not _is_plural(word, it, languages[0])]
        fitting.sort(key=lambda it: (it.distance, -it.count))
        best = [it for it in fitting if it.distance == fitting[0].distance]
        others = [it for it in best if it.form != best[0].form]  # a name has a stem in each language
        if best and (not others or best[0].count >= CLEARLY * others[0].count):
            return as_subject(word, best[0].form, languages)
    return None


def _tries(
    unknown: Unknown, languages: Sequence[str], vocabulary: Vocabulary
) -> Iterator[tuple[str, dict[str, tuple[Slip, int]]]]:
    """Yield a word's stems in both alphabets, each with the stems near it; last, the word with what sounds alike."""
    word = unknown.word
    if unknown.own:
        for spelling in dict.fromkeys(form for code in languages for form in _spellings(stem(word, code), languages)):
            if unknown.other or is_cyrillic(spelling) == is_cyrillic(word.lower()):
                yield spelling, _near(spelling, vocabulary)
    if unknown.other:
        yield word, _sounding(word, languages, vocabulary)


def as_subject(word: str, form: str, languages: Sequence[str]) -> str:
    """Return a Cyrillic name with the ending that a word has in Latin letters, if both have the same stem: Лондон."""
    read_in = readers(word, languages)
    if is_cyrillic(form.lower()) and not (is_cyrillic(word.lower()) or same_to_the_end(word, form, read_in)):
        codes = CYRILLIC.intersection(languages)
        for reading in readings(word, read_in):
            spelt = in_cyrillic(without_accents(reading)).capitalize()
            if any(stem(spelt, code) == stem(form, code) for code in codes):
                pairs = zip(spelt, form.replace("ё", "е"), strict=False)
                same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
                return form[:same] + spelt[same:]
    return form


def _judge(
    word: str, spelling: str, other: str, near: tuple[Slip, int], vocabulary: Vocabulary, *, read_in: tuple[str, ...]
) -> _Candidate | None:
    """Return the written form of a stem that is closest to a word, and the slip between them.

    Stems may be closer to each other than words, or less close: summar(ize) and summer, revolutin(o) and revolut(ion).
    """
    by_stem, count = near
    letters = in_cyrillic if is_cyrillic(other[0]) else in_latin
    found = written(other, vocabulary, near=letters(word.lower()))
    if found is None or found.form.lower() == word.lower():
        return None
    forms = [without_accents(normal_form(it)) for it in (word, found.form)]
    # Names are declined, so their forms may differ by more than the slip.
    if is_cyrillic(forms[0][0]) != is_cyrillic(forms[1][0]):
        kind = slip(*map(in_latin, forms))
        exact, vague = (any(like(word, it, read_in) for it in (found.form, other)) for like in (alike, vaguely_alike))
        if exact or vague:
            kind = Slip.NONE
        elif kind in {None, Slip.TWO}:
            kind = by_stem if by_stem is Slip.NONE else None
        # Every German noun has a capital; one that sounds the same is a name, or the same word (Konzert).
        same = any(alike(word, it, read_in, long_only=True) for it in (found.form, other))
        name = found.name or (same and found.form[0].isupper())
        return _Candidate(found.form, True, kind, count, vague and not exact) if name and kind is not None else None
    kind = slip(*forms)
    if kind is None and found.name and is_cyrillic(other[0]) and by_stem <= Slip.LETTER:
        kind = Slip.LETTER if min(len(spelling), len(other)) >= _LEAST_LETTERS[by_stem] else None
    return None if kind is None else _Candidate(found.form, found.name, kind, count)


def _fits(word: str, candidate: _Candidate, *, foreign: bool) -> bool:
    """Return whether a word is long enough for its slip to be corrected.

    In a question of another language than the articles', a word two letters off is a cognate, not a slip.
    """
    kind, lengths = candidate.slip, (len(word), len(candidate.form))
    if candidate.name and kind is Slip.TWO:
        return min(lengths) >= _LEAST_LETTERS[kind] and not foreign
    if candidate.name:
        return max(lengths) >= _LEAST_LETTERS[kind]
    return kind is Slip.NONE and max(lengths) >= _LEAST_ORDINARY


def _is_plural(word: str, candidate: _Candidate, language: str) -> bool:
    """Return whether a word differs from a name only by the ending of its plural: perros, Perrot."""
    own = stem(word, language)
    ended = word.endswith("s") and own != word and candidate.form.lower().startswith(own)
    return ended and candidate.name and candidate.slip > Slip.NONE


def _spellings(word: str, languages: Sequence[str]) -> list[str]:
    """Return a stem, and its transliteration where the articles may be in the other alphabet."""
    if is_cyrillic(word[0]):
        forms = [word] if CYRILLIC.issuperset(languages) else [word, in_latin(word)]
    else:
        forms = [word] if CYRILLIC.isdisjoint(languages) else [word, in_cyrillic(word)]
    return [form for form in forms if len(form) >= MIN_LETTERS]


def _near(word: str, vocabulary: Vocabulary) -> dict[str, tuple[Slip, int]]:
    """Return the stems that a word may be a slip of, each with the kind of slip and the number of its passages."""
    alike = vocabulary.stems_with(word[:HEAD], shortest=max(MIN_LETTERS, len(word) - MAX_ENDING), longest=len(word) + 2)
    alike |= vocabulary.document_frequencies(sorted(set(variants(word, HEAD))))
    near = {}
    for other, count in alike.items():
        kind = slip(word, other)
        if kind is None and word.startswith(other):  # a slip in the ending hides the stem: `_judge` compares the forms
            kind = Slip.TWO
        if kind is not None and other not in _STOPS:
            near[other] = kind, count
    return near


def _sounding(word: str, languages: Sequence[str], vocabulary: Vocabulary) -> dict[str, tuple[Slip, int]]:
    """Return the stems of the other alphabet that may sound like a name."""
    cyrillic = not is_cyrillic(word.lower())
    if CYRILLIC.isdisjoint(languages) if cyrillic else CYRILLIC.issuperset(languages):
        return {}
    found = sounding(word, readers(word, languages), vocabulary, cyrillic=cyrillic)
    return {other: (Slip.TWO, count) for other, count in found.items()}


def readers(word: str, languages: Sequence[str]) -> tuple[str, ...]:
    """Return the languages in which Latin letters are read: the question's own; the articles' for a Cyrillic word."""
    return tuple(languages) if is_cyrillic(word.lower()) else tuple(languages[:1])
