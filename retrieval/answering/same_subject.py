"""Whether a sentence of a newer article is about the same thing as one of an older article, not merely a similar one.

Pure; knows hits.
"""

import re
from collections.abc import Sequence
from functools import cached_property

from ..language.months import MONTH
from ..language.stop_words import DEFINITE, INDEFINITE, stop_words
from ..language.text import normal_form, stem, stems, words
from ..language.traits import ADJECTIVES_BEHIND, CAPITALISED_NOUNS
from ..language.weekdays import WEEKDAYS, WEEKEND, WORKDAY
from ..patterns import PROPER, lazy
from ..question.answer_type import AnswerType
from ..ranking.neighbours import points_back
from ..speakers.saying_verbs import VERBS
from .changes import MOVED, RESULT, is_sure
from .moments import Moment, moments_in
from .statement import Statement

_NAMED = rf"(?<!\w){PROPER}(?: {PROPER}){{0,4}}"
NAME = lazy(_NAMED)
_MONTH = lazy(MONTH, re.IGNORECASE)
_SAYS = lazy(
    rf"(?:{_NAMED} (?:{'|'.join(VERBS.values())})|(?:{'|'.join(VERBS.values())}) {_NAMED})(?!\w)", re.IGNORECASE
)
_DAY_OF_WEEK = lazy(
    "|".join(rf"(?<!\w)(?P<day{at}>{forms})" for at, forms in enumerate((*WEEKDAYS, WORKDAY, WEEKEND))), re.IGNORECASE
)
"""Also at the beginning of a compound: "Montagabend"."""
_VERB_SECOND = lazy(r"\s(?:ist|sind|wird|werden|wurden?|muss(?:te)?|müssen)\s")
"""Ends the subject of a German clause whose last word is its participle."""
_CLAUSE = lazy(r"[,.;:()—–]\s")
_ARTICLES = frozenset((*DEFINITE, *INDEFINITE))


class Sentence(Statement, frozen=True, dict=True):
    """One sentence, with the days and hours in it."""

    kind: AnswerType

    @cached_property
    def told(self) -> list[Moment]:
        return moments_in(self.text, self.hit.article.day, self.hit.article.language)

    @cached_property
    def leant_on(self) -> frozenset[str]:
        """Stems of the sentence before if this one points back: "She was succeeded by"."""
        leans = self.at > 0 and points_back(self.hit.passage, self.at)
        return frozenset(stems(self.hit.passage.sentence(self.at - 1), self.language) if leans else ())

    @cached_property
    def said(self) -> frozenset[str]:
        """Stems of the sentence, and of the one that it points back to; the headline's stems are kept apart."""
        return self.leant_on.union(stems(self.text, self.language))


def is_about(asked: frozenset[str], mine: Sentence, other: Sentence) -> bool:
    """Return whether a sentence and its headline hold half of what is asked, and its passage all names and numbers."""
    held = asked & (other.said | other.headed)
    return bool(held & other.said) and 2 * len(held) >= len(asked) and has_names(asked, mine, other)


def has_names(asked: frozenset[str], mine: Sentence, other: Sentence) -> bool:
    """Return whether a sentence's passage has all names and numbers that are asked for."""
    names = frozenset(stems("\n".join(NAME.findall(mine.hit.headline_and_text)), mine.language))
    return all(it in other.around for it in asked if it in names or it.isdigit())


def tells_of_change(asked: frozenset[str], other: Sentence) -> bool:
    """Return whether a sentence, or the headline above it, says that the thing asked about was moved."""
    half = 2 * len(asked & other.said) >= len(asked) >= 2
    change = MOVED.search(other.text)
    if change and not is_sure(other.text, change.start(), other.language):
        return False
    if half and asked <= other.said | other.headed:
        return bool(change or (other.leads and MOVED.search(other.title)))
    held = 0 if change is None else subject(asked, other, change.start())
    return (half and held >= 2) or (held > 0 and asked <= other.around)


def is_apart(asked: frozenset[str], mine: Sentence, other: Sentence, unit: str) -> bool:
    """Return whether each of two sentences has a place, a kind or a day that the other's passage lacks.

    Args:
        unit: of what is compared: an hour is the same for many things, a day seldom.
    """
    mark = _marks_with_names if unit == "hour" else _marks
    apart = bool(mark(asked, mine) - other.around and mark(asked, other) - mine.around)
    if unit == "day" or apart:
        return apart
    pairs = ((_scope(mine), _scope(other)), (mine.places_around, other.places_around))
    return any(one and two and one.isdisjoint(two) for one, two in pairs)


def is_alone(asked: frozenset[str], mine: Sentence, other: Sentence) -> bool:
    """Return whether a sentence that does not name what it replaces can only be about the same thing."""
    places = mine.places - other.around or other.places - mine.around
    return not places and not is_apart(asked, mine, other, "hour")


def subject(asked: frozenset[str], sentence: Sentence, end: int, known: Sequence[Moment] = ()) -> int:
    """Return how many words asked for are the subject of a verb, 0 if they only qualify something else.

    "The sale of tickets for the Tarn festival was postponed": not the festival.

    Args:
        known: days and hours of it that may stand beside it: "the Tarn festival on 3 May was called off".
    """
    clause = _CLAUSE.split(sentence.text[:end])[-1]
    if verb := _VERB_SECOND.search(sentence.text, end - len(clause), end):
        clause, end = sentence.text[end - len(clause) : verb.start()], verb.start()  # "wurde am Montag abgesagt"
    starts, times = end - len(clause), {(it.unit, it.value) for it in known}
    passed = [it for it in sentence.told if (it.unit, it.value) in times]
    stops, found, between = stop_words(sentence.language), 0, set[str]()
    for word in [*words(clause)][::-1]:
        if any(it.start <= starts + word.start < it.end for it in passed):
            continue
        if normal_form(word.text) in stops:
            between.add(normal_form(word.text))
        elif stem(word.text, sentence.language) in asked or RESULT.fullmatch(word.text):
            found, between = found + 1, set()
        else:
            return found if between and between <= _ARTICLES else 0
    return found


def _scope(sentence: Sentence) -> frozenset[str]:
    return frozenset(it.lastgroup or "" for it in _DAY_OF_WEEK.finditer(sentence.text))


def _marks(asked: frozenset[str], sentence: Sentence) -> frozenset[str]:
    """Return the stems of a sentence's places, and of the words that tell the thing asked for from others of its kind.

    "The film festival", "le festival rock".
    """
    language, stops = sentence.language, stop_words(sentence.language)
    inside = [it.text for it in words(sentence.text)]
    things, kinds = (inside, inside[1:]) if language in ADJECTIVES_BEHIND else (inside[1:], inside)
    beside = (kind for thing, kind in zip(things, kinds, strict=False) if stem(thing, language) in asked)
    marks = frozenset(stem(it, language) for it in beside if normal_form(it) not in stops) - asked
    return sentence.places | sentence.names_beside(asked) | marks


def _marks_with_names(asked: frozenset[str], sentence: Sentence) -> frozenset[str]:
    """Return its marks and its names, except for those who say something: opponents, makers."""
    text = _SAYS.sub("", sentence.text[1:])
    nouns = sentence.language in CAPITALISED_NOUNS
    names = [] if nouns else [it for it in NAME.findall(text) if not _MONTH.match(it) and not _DAY_OF_WEEK.match(it)]
    return _marks(asked, sentence) | frozenset(stems("\n".join(names), sentence.language))
