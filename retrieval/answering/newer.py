"""What newer articles say in place of what a quote says: another day, hour or person, or that it was called off.

Prefers missing an update to a wrong one: the newer sentence must name what it replaces, or say that something was
moved, and it must hold what the question asks. Pure; knows hits.
"""

import re
from collections.abc import Iterator, Sequence

from ..language.months import MONTH
from ..language.stop_words import stop_words
from ..language.text import normal_form, stem, stems
from ..language.weekdays import WEEKDAY
from ..patterns import lazy
from ..question.answer_type import AnswerType, answer_type
from ..question.terms import question_stems
from ..types import Hit, Reported
from .changes import CALLED_OFF, FOLLOWS, RESULT, given_up, is_sure, replacements
from .moments import Moment
from .same_subject import NAME, Sentence, has_names, is_about, is_alone, is_apart, subject, tells_of_change
from .statement import SHOWN, is_later

_KINDS = {AnswerType.TIME, AnswerType.PERSON}

Spans = list[tuple[int, int]]

_PAST = lazy(
    r"(?<!\w)(?:was|were|did|had|won|gewann|gagné|ganó|выигр\w+|вигра\w+|war|waren|était|fut|fue|era|был\w*|бу(?:в|ла|ло|ли)|(?:1\d|20)\d\d)(?!\w)",
    re.IGNORECASE,
)
"""Marks a question about who held an office, or won it, in the past: a later successor does not change that."""

_OBJECT = lazy(r"(?<!\w)(?:его|е[её]|их|його|її|їх)\s$", re.IGNORECASE)
"""Before a verb that the new holder of an office follows: "Его сменила Тамара Оськина"."""

_DAY = lazy(f"{MONTH}|{WEEKDAY}", re.IGNORECASE)

_OFFICE = lazy(
    r"(?<!\w)(?:as|als|comme|como|на (?:посту|должности|посаді))\s"
    r"(?:(?:the|la|le|el)\s)?(?P<name>[\w’'-]+(?:\s[\w’'-]+)?)",
    re.IGNORECASE,
)
OFFICE_LETTERS = 4
"""Offices are compared by so many letters of their stems: a woman's may differ from a man's, "alcaldesa"."""


def asks_for_what_changes(question: str) -> bool:
    """Return whether a newer article can replace what a question asks for."""
    return answer_type(question) in _KINDS


def superseding(question: str, hits: Sequence[Hit]) -> tuple[Reported, ...]:
    """Return what newer articles say in place of the first hit's quote, and what that says itself, newest first.

    Empty where no newer article replaces anything.
    """
    kind = answer_type(question)
    if kind not in _KINDS:
        return ()
    alike = (it for it in hits[1:] if it.article.language == hits[0].article.language and is_later(hits[0], it))
    later = sorted(alike, key=lambda it: it.article.published or "")
    for at in hits[0].quote.sentences:
        mine = Sentence(hits[0], at, kind)
        found = list(_replaced(question, mine, later))
        if found:
            return tuple(found[::-1][:SHOWN])
    return ()


def _replaced(question: str, mine: Sentence, later: Sequence[Hit]) -> Iterator[Reported]:
    """Yield what is replaced and what replaces it, oldest first; what was postponed once may be postponed again."""
    known, old, new = list(mine.told), list[tuple[int, int]](), list[Reported]()
    for hit in later:
        for other in (Sentence(hit, at, mine.kind) for at in range(len(hit.passage.sentences))):
            gone, instead = _change(question, mine, other, known)
            if instead and all(it.article.id != hit.article.id for it in new):
                old += [it for it in gone if it not in old]
                known += [it for it in other.told if (it.start, it.end) in instead]
                new.append(other.shown(instead))
    if new:
        yield mine.shown(old)
        yield from new


def _change(question: str, mine: Sentence, other: Sentence, known: Sequence[Moment]) -> tuple[Spans, Spans]:
    """Return the spans in `mine` that `other` replaces, and the spans in `other` that stand in their place."""
    asked = mine.telling(question)
    if all(off := _called_off(question, mine, other, known)) and is_about(asked, mine, other):
        return off
    if mine.kind is AnswerType.PERSON:
        return _followed(question, mine, other) if is_about(asked, mine, other) else ([], [])
    gone, instead = _named(other, known)
    if gone:
        about = is_about(asked, mine, other) and not is_apart(asked, mine, other, gone[0].unit)
    else:
        gone, instead = _moved(mine, other) if tells_of_change(asked, other) else ([], [])
        about = has_names(asked, mine, other) and is_alone(asked, mine, other)
    if not about:
        return [], []
    return [(it.start, it.end) for it in gone if it in mine.told], [(it.start, it.end) for it in instead]


def _named(other: Sentence, known: Sequence[Moment]) -> tuple[list[Moment], list[Moment]]:
    """Return what is known and no longer holds according to a sentence, and what the sentence gives instead."""
    for unit in ("day", "hour"):
        for it, instead in replacements(other.text, [told for told in other.told if told.unit == unit]):
            if gone := [old for old in known if (old.unit, old.value) == (unit, it.value)]:
                return gone, [instead]
    return [], []


def _moved(mine: Sentence, other: Sentence) -> tuple[list[Moment], list[Moment]]:
    """Return the only day or hour in a sentence, and the only one in a newer sentence that reports a change."""
    for unit in ("day", "hour"):
        old, new = ([it for it in given_up(of.text, of.told)[1] if it.unit == unit] for of in (mine, other))
        if len(old) == len(new) == 1 and old[0].value != new[0].value:
            ahead = unit == "hour" or _is_ahead(old[0], other)
            return (old, new) if ahead else ([], [])
    return [], []


def _is_ahead(day: Moment, other: Sentence) -> bool:
    """Return whether a day was still to come when a sentence's article was published."""
    published = other.hit.article.day
    return published is not None and day.value >= published.toordinal()


def _followed(question: str, mine: Sentence, other: Sentence) -> tuple[Spans, Spans]:
    """Return the span of a person in `mine`, and that of the successor whom `other` names."""
    change = None if _PAST.search(question) else FOLLOWS.search(other.text)
    if change is None or not is_sure(other.text, change.start(), other.language):
        return [], []
    office = _OFFICE.search(other.text, change.end())
    held = question_stems(office["name"], other.language) if office else []
    known = {it[:OFFICE_LETTERS] for it in mine.around}
    if held and known.isdisjoint(it[:OFFICE_LETTERS] for it in held):
        return [], []
    sides = [_people(other, 0, change.start()), _people(other, change.end(), len(other.text))]
    turned = change["by"] or _OBJECT.search(other.text, 0, change.start())
    now, before = reversed(sides) if turned else sides
    named = stems("\n".join(other.text[slice(*it)] for it in before), other.language)
    gone = named or (other.leant_on if turned else ())
    for start, end in _people(mine, 0, len(mine.text)):
        last = stem(mine.text[start:end].split()[-1], mine.language)
        if len(now) == 1 and last in gone:
            return [(start, end)], now
    return [], []


def _people(sentence: Sentence, start: int, end: int) -> Spans:
    """Return the spans of names of two words or more in a part of a sentence."""
    return [it.span() for it in NAME.finditer(sentence.text, start, end) if " " in it[0]]


def _winners(asked: frozenset[str], sentence: Sentence) -> Spans:
    """Return the spans of the names in a sentence that are not asked about: no "Le", no "Tuesday"."""
    stops = stop_words(sentence.language)
    names = (it for it in NAME.finditer(sentence.text) if not asked.issuperset(stems(it[0], sentence.language)))
    return [it.span() for it in names if normal_form(it[0]) not in stops and not _DAY.fullmatch(it[0])]


def _called_off(question: str, mine: Sentence, other: Sentence, known: Sequence[Moment]) -> tuple[Spans, Spans]:
    """Return the spans in `mine` of what `other` says was called off, and the span of the words that say so.

    Who holds an office is no other person because an event of theirs was called off; who won one is.
    """
    asked, match = mine.telling(question), CALLED_OFF.search(other.text)
    if match is None or mine.hit.article.day == other.hit.article.day:
        return [], []
    if not is_sure(other.text, match.start(), other.language) or subject(asked, other, match.start(), known) < 2:
        return [], []
    if mine.kind is AnswerType.PERSON:
        won = _PAST.search(question) or RESULT.search(other.text, 0, match.start())
        return (_winners(asked, mine), [match.span()]) if won else ([], [])
    if is_apart(asked, mine, other, "day"):
        return [], []
    ahead = any(_is_ahead(it, other) for it in known)  # or the day that it was put off to
    return ([(it.start, it.end) for it in mine.told if it.unit == "day"], [match.span()]) if ahead else ([], [])
