"""Whether articles give different figures for what a question asks: which ones, where, and of what day.

Prefers missing a disagreement to a false one: two sentences count the same thing only if they count it in the same
words, hold what the question asks, name no period or part that the other does not, and are close in size; or if one
takes back exactly what the other says. Pure; knows hits.
"""

import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import takewhile

from msgspec.structs import replace

from ..language.figures import Figure
from ..language.months import MONTHS
from ..language.text import normal_form, stem, stems, words
from ..language.traits import CAPITALISED_NOUNS
from ..question.amounts import HOW_MANY, counted_stems
from ..question.answer_type import AnswerType, answer_type
from ..question.terms import content_words
from ..question.tolls import how_named, is_person
from ..types import Hit, Reported, SignalName
from . import casualties
from .changes import reached
from .figure_statement import FigureStatement, statements
from .figures_told import MOST, SAME_ROOT, is_left_open, same_unit
from .same_subject import NAME
from .statement import APART, SHOWN, is_later, later_by, places_in

MISSING = 0.33
"""At most this share of the question's terms, by weight, may be missing from another article's passage and title."""

MOST_OF_TOLL = 3.0
"""Used instead of `MOST` for the dead and the injured, whose number grows as they are found."""

TOLL_APART = timedelta(days=30)
"""Articles that report the dead of one accident are usually not farther apart."""

_PER_CENT = ("percent", "prozent", "pourcent", "porcent", "процент", "відсот")
"""Beginnings of words that a text may write as "%"."""


def asks_for_a_figure(question: str) -> bool:
    """Return whether articles can give different figures for what a question asks."""
    return answer_type(question) is AnswerType.NUMBER


def disagreeing(question: str, hits: Sequence[Hit]) -> tuple[Reported, ...]:
    """Return what each article says, newest first, where articles give different figures for what a question asks.

    Args:
        hits: best first; the first one's passage answers the question.
    """
    if not asks_for_a_figure(question):
        return ()
    asked = _telling(question, hits[0].article.language)
    mine = max(statements(question, hits[0], None), key=lambda it: len(asked & it.said), default=None)
    if mine is None:
        return ()
    told = [mine]
    others = [list(statements(question, hit, mine)) for hit in hits[1:] if _comparable(mine.hit, hit)]
    for found in (*others, *others):  # twice, as one may correct what a later one says
        if not found or any(found[0].hit.article.id == it.hit.article.id for it in told):
            continue
        told_there = (_of_the_same(question, told, it) for it in found)
        if rival := next((it for it in told_there if it is not None), None):
            told.append(rival)
    if all(_alike(it, mine) for it in told):
        return ()
    newest_first = sorted(told[:SHOWN], key=lambda it: it.hit.article.published or "", reverse=True)
    return tuple(it.shown((figure.start, figure.end) for figure in it.figures) for it in newest_first)


def _alike(one: FigureStatement, other: FigureStatement) -> bool:
    """Return whether they have a figure in common; their other figures are then usually about something else."""
    return any(figure.agrees(its) for figure in one.figures for its in other.figures)


def _comparable(mine: Hit, other: Hit) -> bool:
    """Return whether two articles can report one thing: in one language, with the question's names."""
    return mine.article.language == other.article.language and other.values[SignalName.NAMES] == 0


def _of_the_same(question: str, told: Sequence[FigureStatement], other: FigureStatement) -> FigureStatement | None:
    """Return the other statement, with the figures that are about the same thing, or None if there are none.

    Args:
        told: what is known to be about it; the first is the quote's.
    """
    mine = told[0]
    if _far_apart(mine.hit, other.hit) and not _tells_of_change(mine, other):
        return None
    if any(_among(it, other.taken_back) for one in told for it in one.figures):
        return other if _say_what_is_asked(question, mine, other.around) else None
    if not _say_what_is_asked(question, mine, other.said):
        return None
    if mine.taken_back:
        same = tuple(it for it in other.figures if _among(it, mine.taken_back))
        return replace(other, figures=same) if same else None
    return other if not other.taken_back and _same_thing(question, mine, other) else None


def _among(figure: Figure, others: Sequence[Figure]) -> bool:
    """Return whether others have a figure, in its unit or without one."""
    return any(figure.value == it.value and same_unit(figure, it) for it in others)


def _same_thing(question: str, mine: FigureStatement, other: FigureStatement) -> bool:
    """Return whether the statements of two comparable articles give figures of one thing."""
    if how_named(question):
        most, about = MOST_OF_TOLL, _same_event(question, mine, other)
    else:
        most, about = MOST, not _lacks_much(mine.hit, other.hit) and _count_alike(question, mine, other)
    return (
        about
        and _same_periods(mine, other)
        and not _elsewhere(question, mine, other)
        and all(any(it.comparable(its, most) for its in mine.figures) for it in other.figures)
    )


def _lacks_much(mine: Hit, other: Hit) -> bool:
    """Return whether a passage lacks too much of a question that mine has, apart from "percentage"."""
    missing = other.signal(SignalName.MISSING)
    if missing.value <= MISSING:
        return False
    spared = {*map(normal_form, mine.signal(SignalName.MISSING).about)}
    roots = {normal_form(it.text)[:SAME_ROOT] for it in words(other.headline_and_text)}
    lacked = (it for it in map(normal_form, missing.about) if it not in spared and it[:SAME_ROOT] not in roots)
    return any(not it.startswith(_PER_CENT) for it in lacked)


def _same_event(question: str, mine: FigureStatement, other: FigureStatement) -> bool:
    """Return whether two tolls, however worded, are of one kind of event, at one place and few days apart."""
    shared = mine.around & other.around
    places = places_in(f"{mine.title}\n{other.title}", mine.language) | mine.places | other.places
    if mine.language not in CAPITALISED_NOUNS:
        places |= frozenset(stems("\n".join(NAME.findall(question[1:])), mine.language))
    first, second = (casualties.events(it.hit.headline_and_text) for it in (mine, other))
    near = not _far_apart(mine.hit, other.hit, TOLL_APART)
    return near and not shared.isdisjoint(places) and not first.isdisjoint(second)


def _tells_of_change(mine: FigureStatement, other: FigureStatement) -> bool:
    """Return whether the newer of two statements corrects a figure, or says that it became another: "rises to 44"."""
    newer = mine if is_later(other.hit, mine.hit) else other
    return bool(newer.taken_back) or all(reached(newer.text, it.start) for it in newer.figures)


def _same_periods(mine: FigureStatement, other: FigureStatement) -> bool:
    """Return whether both name the same periods; the month in which one was published need not be named.

    Where a figure became another, each may begin in a month of its own.
    """
    now = "|".join(MONTHS[day.month - 1] for it in (mine, other) if (day := it.hit.article.day))
    spared = r"\D+" if _tells_of_change(mine, other) else now
    first, second = ({it for it in told.periods if not re.fullmatch(spared, it)} for told in (mine, other))
    return first == second


def _far_apart(mine: Hit, other: Hit, most: timedelta = APART) -> bool:
    later = later_by(mine, other)
    return later is not None and abs(later) > most


def _count_alike(question: str, mine: FigureStatement, other: FigureStatement) -> bool:
    """Return whether both figures are wished for or neither, and neither counts a kind that the other does not name.

    "The council wants 150 beds", "80 free beds".
    """
    nouns = counted_stems(question, mine.language)
    of_kinds = (
        nouns and {*takewhile(lambda unit: unit not in nouns, it.units)} - there
        for figures_here, there in ((mine.figures, other.said), (other.figures, mine.said))
        for it in figures_here
    )
    open_here, open_there = (is_left_open(it.text, it.figures, it.language) for it in (mine, other))
    return open_here == open_there and not any(of_kinds)


def _elsewhere(question: str, mine: FigureStatement, other: FigureStatement) -> bool:
    """Return whether either names a place that the other's passage lacks.

    Or each has a place in its headline, or a name beside the thing asked for, that the other lacks: "Tarn library".
    """
    asked = frozenset(stems(question, mine.language))
    named = _names(asked, mine) - other.around and _names(asked, other) - mine.around
    return bool(mine.places - other.around or other.places - mine.around or named)


def _names(asked: frozenset[str], told: FigureStatement) -> frozenset[str]:
    """Return the stems of the names that tell where a statement is about, except for those of its figures: "Eight"."""
    counts = (told.text[it.start : it.end] for it in told.figures)
    return told.names_beside(asked).difference(stems("\n".join(counts), told.language))


def _say_what_is_asked(question: str, mine: FigureStatement, other: frozenset[str]) -> bool:
    """Return whether stems hold half of the question's content words that `mine` holds, except what is counted."""
    held = _telling(question, mine.language) & mine.said
    return bool(held) and 2 * len(held & other) >= len(held)


def _telling(question: str, language: str | None) -> frozenset[str]:
    """Return the stems of a question's content words, apart from what is counted and the words for it."""
    as_named, asked = how_named(question), HOW_MANY.sub("", question)
    if as_named is None:
        return frozenset(stem(it, language) for it in content_words(asked, language)) - counted_stems(
            question, language
        )
    telling = content_words(as_named.sub("", asked), language)
    return frozenset(stem(it, language) for it in telling if not is_person(it))
