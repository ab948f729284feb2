"""Spelling correction: words that no article has, read as those that were meant.

Decides from the index's own words, which it gets through `Vocabulary`; knows no SQL and no ranking. Prefers missing a
slip to a wrong correction: a word whose base form is a single token to the model is none. `typos` judges words with one
slip, `near_words` names and accents.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from ...language.text import part_elisions, stem, words
from ...language.traits import MARKED_ENDINGS
from ...types import StandAlone
from ..light_words import light_stems
from ..terms import content_words, split_possessive
from .name_beside import beside_names
from .near_words import MIN_LETTERS, Unknown, nearest
from .slips import Slip
from .spaces import joined, parted
from .typos import Pieces, without_slip
from .written import Vocabulary, unknown_words, written

MAX_WORDS = 6
"""Maximum number of words corrected in one question, and of surnames given their capital; more unknown words are not
names but another language."""

FEW = 4
MAX_FOREIGN_SHARE = 0.5
"""With at least `FEW` words, a greater share of unknown ones means that the question is in another language."""


class Correction(NamedTuple):
    """A word of the question that no article has, and the word that it was read as."""

    written: str
    read_as: str


_DIGIT = re.compile(r"\d")
_QUOTES = "\"'“‘«„¿¡( "


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
    languages = list(dict.fromkeys([language, *article_languages]))
    apart = joined(question.text, languages, vocabulary) if language in article_languages else []
    question = StandAlone(*(_replaced(part, apart) for part in (question.own, question.carried)))
    text = question.text
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
            forgiven.append(Unknown(word, name=name, most=most, own=unmarked or not sure, other=not right))
    corrections, read_as = [Correction(*pair) for pair in apart], dict(surnames)
    for it in forgiven[:MAX_WORDS]:
        meant = None
        if unmarked:
            meant = nearest(it._replace(most=Slip.NONE, other=False), languages, vocabulary, foreign=foreign)
        if meant is None and it.other and language in article_languages and not _is_usual(it.word, language, known):
            others = [stem(word, language) for word in content if word != it.word]
            meant = without_slip(it.word, others, language, vocabulary, pieces, name=it.name)
            if meant is None and not it.name:  # "Marchand" is no "March and"
                meant = parted(it.word, others, language, vocabulary, pieces)
        if meant := meant or nearest(it, languages, vocabulary, foreign=foreign):
            read_as[it.word] = meant[0].upper() + meant[1:] if it.word[0].isupper() else meant
            corrections.append(Correction(it.word, read_as[it.word]))
    beside = beside_names(content, unknown, read_as, languages, vocabulary)
    read_as |= beside
    corrections = [it for it in corrections if it.written not in beside]
    corrections += [Correction(*pair) for pair in beside.items()]
    own, carried = (replace_words(part, language, read_as) for part in (question.own, question.carried))
    return StandAlone(own, carried), tuple(corrections)


def _is_usual(word: str, language: str, known: Callable[[str], bool]) -> bool:
    """Return whether a word belongs to how questions ask, or what is likely to be its base form is known."""
    base = stem(word, language)
    marked = word[: len(base)]  # a stem has no accents
    return base in light_stems(language) or any(map(known, (base, f"{base}e", marked, f"{marked}e")))


def _replaced(text: str, pairs: Sequence[tuple[str, str]]) -> str:
    for pair, whole in pairs:
        text = re.sub(rf"\b{re.escape(pair)}\b", whole, text)
    return text


def replace_words(text: str, language: str, meant: Mapping[str, str]) -> str:
    """Return a text with some words replaced and the rest unchanged, possessive endings included."""
    replaced, end = "", 0
    for place in words(part_elisions(text, language)):
        word, _ = split_possessive(place.text)
        if word in meant:
            replaced += text[end : place.start] + meant[word]
            end = place.start + len(word)
    return replaced + text[end:]


def _surnames(asked: Sequence[str], language: str, vocabulary: Vocabulary) -> dict[str, str]:
    """Return lower-case words that more passages have as names: ветров is a form of ветер, Ветров is none."""
    capital = {word: word.capitalize() for word in asked if word.islower()}
    other = {word: name for word, name in capital.items() if stem(word, language) != stem(name, language)}
    stems = {word: (stem(word, language), stem(name, language)) for word, name in other.items()}
    counts = vocabulary.document_frequencies([one for both in stems.values() for one in both])
    names = [word for word, (ordinary, name) in stems.items() if counts.get(ordinary, 0) < counts.get(name, 0)]
    likely = ((word, written(stems[word][1], vocabulary, near=word)) for word in names[:MAX_WORDS])
    return {word: other[word] for word, found in likely if found is not None and found.form[0].isupper()}
