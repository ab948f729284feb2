"""Which figures of a sentence answer a question for a count or a measure, and which figures it takes back.

"We said that it was 71. The figure is 79." Cues of English, German, French, Spanish, Russian and Ukrainian. Pure; knows
text only.
"""

import re
from collections.abc import Sequence, Set

from ..language.figures import Figure, figures
from ..language.text import stems, words
from ..patterns import by_language, lazy
from ..question.amounts import amounts, counted, counted_stems, is_amount
from ..question.answer_type import plain
from ..question.terms import question_stems
from ..question.tolls import how_named, is_person
from ..ranking.corrections import tells_a_mistake
from . import casualties
from .changes import given_up, is_sure

# "The county put the number at 10,000": what is counted is named in the sentence before.
_COUNT_NOUN = lazy(
    r"(?<!\w)(?:the|that|this|die|diese|der|le|ce|la|el|esa?|это|эту)?\s*"
    r"(?:number|figure|total|count|toll|zahl|gesamtzahl|nombre|chiffre|número|cifra|число|количество|цифр[ауы]|кількість)"
    r"(?!\w)",
    re.IGNORECASE,
)

MOST = 2.0
"""Counts of one thing differ by less than this factor; figures farther apart count different things."""

SAME_ROOT = 6
"""Letters that the stems of a verb and of who does it share."""

_APART = lazy(r"[;–—]\s")

_CLAUSE_END = lazy(r"[,;:—–]\s")
_WISHED = {
    "en": r"plan(?:s|ned)?|hop(?:es?|ed|ing)|projected|rumou?rs?",
    "de": r"plan(?:t|en|te|ten)|geplant\w*|hoff(?:t|en|te|ten)|hätten?|wären?|gerüchten?",
    "fr": r"(?:au|se|dev)rai(?:en)?t|devai(?:en)?t|prévoi\w+|espèr\w+|rumeurs?",
    "es": r"(?:ser|habr|deb(?:er)?)ían?|planea\w*|prevén?|esperan?|rumor(?:es)?",
    "ru": r"планир\w+|намерен\w*|должн\w+|наде[юя]\w+|хот(?:ят|ел\w*)|слух(?:и|ам|ов)",
    "uk": r"плану\w+|намір\w*|повинн\w+|сподіва\w+|хо(?:чуть|тіл\w+)|чутк(?:и|ам|ами)",
}
_wished = by_language(r"(?<!\w)(?:FORMS)(?!\w)", _WISHED, flags=re.IGNORECASE)
"""In the clause of a figure, says that it is planned, hoped for or rumoured."""


def told_figures(question: str, text: str, before: str, language: str | None) -> tuple[list[Figure], str]:
    """Return the figures of a sentence that answer the question, and the sentence before if they depend on it."""
    found = figures(text, language)
    _, found = given_up(text, found, needs_verb=False)
    if not counted(question):
        return _as_asked(question, text, [it for it in found if it.units], language), ""
    as_named = how_named(question)
    if as_named:
        chosen, leans = casualties.toll(text, before, found, as_named)
        if leans:
            return chosen, before
        continues = any(as_named.fullmatch(word.text) for word in words(before))
    else:
        as_counted = counted_stems(question, language)
        if any(map(is_person, counted(question))):
            done = {it[:SAME_ROOT] for it in question_stems(question, language) if len(it) >= SAME_ROOT}
            found = [_as_people(it, text, as_counted, done) for it in found]
        chosen = [it for it in found if not as_counted.isdisjoint(it.units)]
        named = _COUNT_NOUN.search(text)
        if not chosen and named and not as_counted.isdisjoint(stems(text[named.end() :], language)):
            return [it for it in found if not it.units and it.start > named.end()], ""
        continues = not as_counted.isdisjoint(stems(before, language))
    if not chosen and continues and _COUNT_NOUN.search(text):
        return [it for it in found if not it.units], before
    return chosen, ""


def _as_people(figure: Figure, text: str, people: Set[str], done: Set[str]) -> Figure:
    """Return a figure for people, or those who do what is asked, as one for people in the question's word for them.

    Args:
        done: beginnings of the question's words: "demonstrators" answers "how many people demonstrated".
    """
    named = next((it.text for it in words(text[figure.end :])), "") if figure.units else ""
    alike = is_person(named) or any(unit[:SAME_ROOT] in done for unit in figure.units)
    return figure._replace(units=tuple(people)) if alike else figure


def _as_asked(question: str, text: str, found: Sequence[Figure], language: str | None) -> list[Figure]:
    """Return the figures of the measure asked for, such as a price or a length, if there are any; else all."""
    asked = plain(question)
    spans = [it.span() for it in amounts(asked).finditer(text) if is_amount(text, it, asked, language)]
    return [it for it in found if any(start < it.end and it.start < end for start, end in spans)] or list(found)


def measured(found: Sequence[Figure], unit: Sequence[str] | None) -> list[Figure]:
    """Return the figures with a unit or, if none is given, all of them if they share one."""
    if unit is None:
        return list(found) if len({it.units[0] for it in found}) == 1 else []
    return [it for it in found if [*it.units[:1]] == [*unit]]


def correction_at(sentence: str, following: str) -> int | None:
    """Return where a sentence that reports a wrong statement corrects it: its length if the following one does.

    None where neither does.
    """
    if not tells_a_mistake(sentence):
        return None
    if inside := _APART.search(sentence):
        return inside.end()
    return len(sentence) if following and not tells_a_mistake(following) else None


def same_unit(one: Figure, other: Figure) -> bool:
    """Return whether two figures have the same unit, or one of them has none."""
    return not one.units or not other.units or one.units[0] == other.units[0]


def put_right(said: list[Figure], now: list[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Return the figures that are taken back and those that replace them, in the same unit or without one."""

    def replaces(new: Figure, old: Figure) -> bool:
        return same_unit(old, new) and old.comparable(new, MOST) and not old.agrees(new)

    taken_back = [old for old in said if any(replaces(new, old) for new in now)]
    return taken_back, [new for new in now if any(replaces(new, old) for old in taken_back)]


def is_left_open(text: str, found: Sequence[Figure], language: str | None) -> bool:
    """Return whether the clause of a figure denies it or leaves it open."""
    for it in found:
        before, behind = _CLAUSE_END.split(text[: it.start])[-1], _CLAUSE_END.split(text[it.end :])[0]
        if _wished(language).search(f"{before} {behind}") or not is_sure(before, len(before), language):
            return True
    return False
