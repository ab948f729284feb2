"""Spelling correction: words that no article has, read as those that were meant, despite slips or another alphabet.

Decides from the index's own words, which it gets through `Vocabulary`; knows no SQL and no ranking. Prefers missing a
slip to a wrong correction: a word whose base form is a single token to the model is none. `typos` judges words with one
slip; here are names with two, or one by which no other word of the question stands ("Iran" and "Iraq" differ by one
letter, so in short ones only letters swapped or doubled or one vowel for another), names in another alphabet, and
accents.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import takewhile
from typing import NamedTuple

from msgspec import Struct

from ..language.stop_words import STOP_WORDS
from ..language.text import is_cyrillic, normal_form, part_elisions, stem, without_accents, words
from ..language.traits import CYRILLIC, MARKED_ENDINGS
from ..types import StandAlone
from .alphabets import in_cyrillic, in_latin
from .light_words import light_stems
from .slips import HEAD, Slip, slip, variants
from .sounds import alike, readings, sounding
from .terms import content_words, split_possessive
from .typos import JUDGED, Pieces, without_slip
from .written import Vocabulary, written

MIN_LETTERS = 4
MAX_WORDS = 6
"""Maximum number of words corrected in one question, and of surnames given their capital; more unknown words are not
names but another language."""

FEW = 4
MAX_FOREIGN_SHARE = 0.5
"""With at least `FEW` words, a greater share of unknown ones means that the question is in another language."""

CLEARLY = 4
"""Of several equally near stems, one is taken if it occurs in this many times more passages than the others."""

MAX_ENDING = 5
"""Maximum letters of an ending that a stem may lack."""


class Correction(NamedTuple):
    """A word of the question that no article has, and the word that it was read as."""

    written: str
    read_as: str


class _Candidate(Struct, frozen=True):
    """A word of the articles that may have been meant."""

    form: str
    name: bool
    slip: Slip
    count: int
    """Number of passages that hold it."""


class _Unknown(NamedTuple):
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
LEAST_ORDINARY = 6
"""Minimum letters of a word that is not a name and lacks only its accents."""

_DIGIT = re.compile(r"\d")
_QUOTES = "\"'“‘«„¿¡( "
_STOPS = frozenset().union(*STOP_WORDS.values())


def correct(
    question: StandAlone,
    language: str,
    article_languages: Sequence[str],
    vocabulary: Vocabulary,
    *,
    known: Callable[[str], bool],
    pieces: Pieces,
) -> tuple[StandAlone, tuple[Correction, ...]]:
    """Return a question with its misspelt words as the articles spell them, and what was changed.

    Args:
        known: says whether a word is commonly written this way, in the articles or not.
        pieces: returns how many tokens the model has for a word.
    """
    text, languages = question.text, list(dict.fromkeys([language, *article_languages]))
    content = content_words(text, language)
    asked = [word for word in content if len(word) >= MIN_LETTERS and not _DIGIT.search(word)]
    unknown = unknown_words(asked, languages, vocabulary)
    foreign = len(unknown) > MAX_FOREIGN_SHARE * len(asked) and len(asked) >= FEW
    foreign |= bool(article_languages) and language not in article_languages
    unmarked = language in MARKED_ENDINGS.intersection(article_languages)
    surnames = _surnames(asked, language, vocabulary)
    forgiven = []
    # "Capitan" has the stem of "capitán" in French, not in Spanish: with all languages it would seem to be known.
    for word in unknown_words(asked, [language], vocabulary) if unmarked else unknown:
        name = word[0].isupper() and not text.lstrip(_QUOTES).startswith(word)
        right = word not in unknown or known(word) or (word.endswith("s") and known(word[:-1]))
        # A word of another language is no slip, but a name may be one; in the other alphabet only names are looked for.
        sure = right or (foreign and not name)
        if word not in surnames and (unmarked or not right):
            most = Slip.NONE if sure else Slip.TWO
            forgiven.append(_Unknown(word, name=name, most=most, own=unmarked or not sure, other=not right))
    corrections, read_as = [], dict(surnames)
    for it in forgiven[:MAX_WORDS]:
        meant = None
        if unmarked:
            meant = _meant(it._replace(most=Slip.NONE, other=False), languages, vocabulary, foreign=foreign)
        forms = _base_forms(it.word, language)
        usual = forms[0] in light_stems(language) or any(map(known, forms))
        may_be_slip = it.other and language in article_languages and not usual
        if meant is None and may_be_slip:
            others = [stem(word, language) for word in content if word != it.word]
            meant = without_slip(it.word, others, language, vocabulary, pieces, name=it.name)
        if meant := meant or _meant(it, languages, vocabulary, foreign=foreign):
            read_as[it.word] = meant[0].upper() + meant[1:] if it.word[0].isupper() else meant
            corrections.append(Correction(it.word, read_as[it.word]))
    own, carried = (replace_words(part, language, read_as) for part in (question.own, question.carried))
    return StandAlone(own, carried), tuple(corrections)


def _base_forms(word: str, language: str) -> tuple[str, ...]:
    """Return what is likely to be the base form of a word, with its accents and without."""
    base = stem(word, language)
    marked = word[: len(base)]
    return base, f"{base}e", marked, f"{marked}e"


def replace_words(text: str, language: str, meant: Mapping[str, str]) -> str:
    """Return a text with some words replaced and the rest unchanged, possessive endings included."""
    replaced, end = "", 0
    for place in words(part_elisions(text, language)):
        word, _ = split_possessive(place.text)
        if word in meant:
            replaced += text[end : place.start] + meant[word]
            end = place.start + len(word)
    return replaced + text[end:]


def unknown_words(asked: Sequence[str], languages: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """Return the words that occur in no passage in any of the languages."""
    forms = {word: {stem(word, code) for code in languages} for word in asked}
    counts = vocabulary.document_frequencies([one for stems in forms.values() for one in stems])
    return [word for word, stems in forms.items() if not any(counts.get(one) for one in stems)]


def _surnames(asked: Sequence[str], language: str, vocabulary: Vocabulary) -> dict[str, str]:
    """Return lower-case words that more passages have as names: ветров is a form of ветер, Ветров is none."""
    capital = {word: word.capitalize() for word in asked if word.islower()}
    other = {word: name for word, name in capital.items() if stem(word, language) != stem(name, language)}
    stems = {word: (stem(word, language), stem(name, language)) for word, name in other.items()}
    counts = vocabulary.document_frequencies([one for both in stems.values() for one in both])
    names = [word for word, (ordinary, name) in stems.items() if counts.get(ordinary, 0) < counts.get(name, 0)]
    likely = ((word, written(stems[word][1], vocabulary, near=word)) for word in names[:MAX_WORDS])
    return {word: other[word] for word, found in likely if found is not None and found.form[0].isupper()}


def _meant(unknown: _Unknown, languages: Sequence[str], vocabulary: Vocabulary, *, foreign: bool) -> str | None:
    """Return the word that was meant, as the articles write it: the clearly best of the nearest ones, if there is one.

    Args:
        foreign: the question is in another language than the articles.
    """
    word = unknown.word
    judge = partial(_judge, readers=_readers(word, languages))
    for spelling, near in _tries(unknown, languages, vocabulary):
        likely = sorted(near, key=lambda other: (near[other][0], -near[other][1], other))[:JUDGED]
        judged = [it for other in likely if (it := judge(word, spelling, other, near[other], vocabulary))]
        fitting = [it for it in judged if it.slip <= unknown.most and _fits(word, it, foreign=foreign)]
        fitting.sort(key=lambda it: (it.slip, -it.count))
        best = [it for it in fitting if it.slip == fitting[0].slip]
        others = [it for it in best if it.form != best[0].form]  # a name has a stem in each language
        if best and (not others or best[0].count >= CLEARLY * others[0].count):
            return _as_subject(word, best[0].form, languages)
    return None


def _tries(
    unknown: _Unknown, languages: Sequence[str], vocabulary: Vocabulary
) -> Iterator[tuple[str, dict[str, tuple[Slip, int]]]]:
    """Yield a word's stems in both alphabets, each with the stems near it; last, the word with what sounds alike."""
    word = unknown.word
    if unknown.own:
        for spelling in dict.fromkeys(form for code in languages for form in _spellings(stem(word, code), languages)):
            if unknown.other or is_cyrillic(spelling) == is_cyrillic(word.lower()):
                yield spelling, _near(spelling, vocabulary)
    if unknown.other:
        yield word, _sounding(word, languages, vocabulary)


def _as_subject(word: str, form: str, languages: Sequence[str]) -> str:
    """Return a Cyrillic name with the ending that a word has in Latin letters, if both have the same stem: Лондон."""
    if is_cyrillic(form.lower()) and not is_cyrillic(word.lower()):
        codes = CYRILLIC.intersection(languages)
        for reading in readings(word, _readers(word, languages)):
            spelt = in_cyrillic(without_accents(reading)).capitalize()
            if any(stem(spelt, code) == stem(form, code) for code in codes):
                pairs = zip(spelt, form.replace("ё", "е"), strict=False)
                same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
                return form[:same] + spelt[same:]
    return form


def _judge(
    word: str, spelling: str, other: str, near: tuple[Slip, int], vocabulary: Vocabulary, *, readers: tuple[str, ...]
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
        if alike(word, found.form, readers) or alike(word, other, readers):
            kind = Slip.NONE
        elif kind in {None, Slip.TWO}:
            kind = by_stem if by_stem is Slip.NONE else None
        # Every German noun has a capital; one that sounds the same is a name, or the same word (Konzert).
        same = any(alike(word, it, readers, long_only=True) for it in (found.form, other))
        name = found.name or (same and found.form[0].isupper())
        return _Candidate(found.form, True, kind, count) if name and kind is not None else None
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
    return kind is Slip.NONE and max(lengths) >= LEAST_ORDINARY


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
    found = sounding(word, _readers(word, languages), vocabulary, cyrillic=cyrillic)
    return {other: (Slip.TWO, count) for other, count in found.items()}


def _readers(word: str, languages: Sequence[str]) -> tuple[str, ...]:
    """Return the languages in which Latin letters are read: the question's own; the articles' for a Cyrillic word."""
    return tuple(languages) if is_cyrillic(word.lower()) else tuple(languages[:1])
