"""Whether articles give different figures for what a question asks: which ones, where, and of what day.

Prefers missing a disagreement to a false one: two sentences count the same thing only if they count it in the same
words, hold what the question asks, name no period or part that the other does not, and are close in size; or if one
takes back exactly what the other says. Pure; knows hits.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import takewhile

from msgspec.structs import replace

from ..language.atoms import MODERN_YEAR
from ..language.figures import Figure, figures
from ..language.months import MONTH, MONTHS, NO_MONTH
from ..language.sentences import asks
from ..language.text import normal_form, stem, stems
from ..language.times import RELATIVE
from ..language.traits import CAPITALISED_NOUNS
from ..patterns import lazy
from ..question.amounts import HOW_MANY, counted, counted_stems
from ..question.answer_type import AnswerType, answer_type
from ..question.terms import content_words
from ..question.tolls import how_named, is_person
from ..types import Hit, Reported, SignalName
from . import casualties
from .changes import given_up, reached
from .figures_told import MOST, correction_at, is_left_open, measured, put_right, same_unit, told_figures
from .same_subject import NAME
from .statement import APART, SHOWN, Statement, is_later, later_by, places_in

MISSING = 0.33
"""At most this share of the question's terms, by weight, may be missing from another article's passage and title."""

MOST_OF_TOLL = 3.0
"""Used instead of `MOST` for the dead and the injured, whose number grows as they are found."""

TOLL_APART = timedelta(days=30)
"""Articles that report the dead of one accident are usually not farther apart."""

_PER_CENT = ("percent", "prozent", "pourcent", "porcent", "процент", "відсот")
"""Beginnings of words that a text may write as "%"."""

_PERIOD = lazy(
    rf"(?<!\w)(?:{MODERN_YEAR}(?:s|er|-х)?"
    r"|(?:last|this|next|previous|every|the same|a) (?:year|month|week|season|century)"
    rf"|{RELATIVE}|el (?:año|mes)(?: pasado)?"
    rf"|{NO_MONTH}(?:{MONTH}))(?!\w)",
    re.IGNORECASE,
)


class _Figures(Statement, frozen=True, dict=True):
    """A sentence that gives figures for what is asked; two where the second corrects the first."""

    figures: tuple[Figure, ...]
    said: frozenset[str]
    """Stems of it, of the sentence before if it depends on that, and of the headline in a lead paragraph: further down,
    a figure may be about something other than the headline."""
    periods: frozenset[str]
    taken_back: tuple[Figure, ...] = ()
    """Figures that the article gave before and corrects here."""
    in_two: bool = False
    """The correction is in the next sentence."""

    @property
    def last(self) -> int:
        return self.at + self.in_two


def asks_for_a_figure(question: str) -> bool:
    """Return whether articles can give different figures for what a question asks."""
    return answer_type(question) is AnswerType.NUMBER or HOW_MANY.match(question) is not None


def disagreeing(question: str, hits: Sequence[Hit]) -> tuple[Reported, ...]:
    """Return what each article says, newest first, where articles give different figures for what a question asks.

    Args:
        hits: best first; the first one's passage answers the question.
    """
    if not hits or not asks_for_a_figure(question):
        return ()
    asked = _telling(question, hits[0].article.language)
    mine = max(_statements(question, hits[0], None), key=lambda it: len(asked & it.said), default=None)
    if mine is None:
        return ()
    told = [mine]
    for hit in (*hits[1:], *hits[1:]):  # twice, as a hit may correct what a later one says
        if not _comparable(mine.hit, hit) or any(hit.article.id == it.hit.article.id for it in told):
            continue
        told_there = (_of_the_same(question, told, it) for it in _statements(question, hit, mine))
        if rival := next((it for it in told_there if it is not None), None):
            told.append(rival)
    if all(_alike(it, mine) for it in told):
        return ()
    newest_first = sorted(told[:SHOWN], key=lambda it: it.hit.article.published or "", reverse=True)
    return tuple(it.shown((figure.start, figure.end) for figure in it.figures) for it in newest_first)


def _alike(one: _Figures, other: _Figures) -> bool:
    """Return whether they have a figure in common; their other figures are then usually about something else."""
    return any(figure.agrees(its) for figure in one.figures for its in other.figures)


# --- statements ----------------------------------------------------------------------------------


def _statements(question: str, hit: Hit, like: _Figures | None) -> Iterator[_Figures]:
    """Yield the sentences of a passage that give figures for what is asked, those of the quote first."""
    every, inside = range(len(hit.passage.sentences)), hit.quote.sentences
    after = [at + 1 for at in inside[-1:] if at + 1 in every]
    for at in dict.fromkeys([*inside, *after, *(every if like else ())]):
        found = _statement(question, hit, at, like)
        if found is not None and found.figures:
            yield found


def _statement(question: str, hit: Hit, at: int, like: _Figures | None) -> _Figures | None:
    passage, language = hit.passage, hit.article.language
    start = passage.sentences[at][0]
    before, after = (passage.sentence(it) if it in range(len(passage.sentences)) else "" for it in (at - 1, at + 1))
    text = passage.sentence(at)
    if asks(text):
        return None
    chosen, leans = told_figures(question, text, before, language)
    taken_back: list[Figure] = []
    if correction_at(before, text) == len(before):
        return None  # handled with the sentence before
    right = correction_at(text, after)
    in_two = right == len(text)
    if right is not None:
        text = passage.text[start : passage.sentences[at + in_two][1]]
        old, every = given_up(text, figures(text, language), needs_verb=False)
        # "gave the number of beds as 240": what is counted need not stand beside its number
        wrong = [it for it in chosen if it.start < right] or [it for it in every if it.start < right and not it.units]
        wrong = wrong or old  # "misstated the number of beds. It is 204, not 240"
        taken_back, chosen = put_right(wrong, [it for it in every if it.start >= right])
    elif not counted(question):
        chosen = measured(chosen, None if like is None else (like.taken_back or like.figures)[0].units[:1])
    if any(it.partial for it in chosen) and not (like is not None and like.taken_back):
        return None
    title = (hit.article.title or "") if hit.article.paragraph_at(passage.start + start) == 1 else ""
    said = frozenset(stems(f"{text}\n{leans}\n{title}", language))
    until = casualties.clause_end(text, chosen) if how_named(question) else len(text)
    counts = [(it.start, it.end) for it in figures(text, language)]  # "1500 people" names no year
    periods = frozenset(
        normal_form(it.group())
        for it in _PERIOD.finditer(text)
        if (it.start() < until or it[0].isdigit()) and not any(start <= it.start() < end for start, end in counts)
    )
    return _Figures(hit, at, tuple(chosen), said, periods, tuple(taken_back), in_two and bool(taken_back))


# --- the same thing ------------------------------------------------------------------------------


def _comparable(mine: Hit, other: Hit) -> bool:
    """Return whether two articles can report one thing: in one language, with the question's names."""
    return mine.article.language == other.article.language and other.values[SignalName.NAMES] == 0


def _of_the_same(question: str, told: Sequence[_Figures], other: _Figures) -> _Figures | None:
    """Return the other statement, with the figures that are about the same thing, or None if there are none.

    Args:
        told: what is known to be about it; the first is the quote's.
    """
    mine = told[0]
    if _far_apart(mine.hit, other.hit) and not _tells_of_change(mine, other):
        return None
    if other.taken_back and any(_among(it, other.taken_back) for one in told for it in one.figures):
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


def _same_thing(question: str, mine: _Figures, other: _Figures) -> bool:
    """Return whether the statements of two comparable articles give figures of one thing."""
    if how_named(question):
        most, about = MOST_OF_TOLL, _same_event(question, mine, other)
    else:
        most, about = MOST, not _lacks_much(question, other.hit) and _count_alike(question, mine, other)
    return (
        about
        and _same_periods(mine, other)
        and not _elsewhere(question, mine, other)
        and all(any(it.comparable(its, most) for its in mine.figures) for it in other.figures)
    )


def _lacks_much(question: str, hit: Hit) -> bool:
    """Return whether a passage lacks too much of a question; "number of" may be missing, and so may "percentage"."""
    missing, asked = hit.signal(SignalName.MISSING), HOW_MANY.search(question)
    opening = normal_form(asked[0]).split() if asked else []
    lacked = (it for it in map(normal_form, missing.about) if it not in opening and not it.startswith(_PER_CENT))
    return missing.value > MISSING and any(lacked)


def _same_event(question: str, mine: _Figures, other: _Figures) -> bool:
    """Return whether two tolls, however worded, are of one kind of event, at one place and few days apart."""
    shared = mine.around & other.around
    places = places_in(f"{mine.title}\n{other.title}", mine.language) | mine.places | other.places
    if mine.language not in CAPITALISED_NOUNS:
        places |= frozenset(stems("\n".join(NAME.findall(question[1:])), mine.language))
    first, second = (casualties.events(it.hit.headline_and_text) for it in (mine, other))
    asked = _telling(question, mine.language)
    return (
        not _far_apart(mine.hit, other.hit, TOLL_APART)
        and not shared.isdisjoint(places)
        and not first.isdisjoint(second)
        and 2 * len(asked & shared) >= len(asked)
    )


def _tells_of_change(mine: _Figures, other: _Figures) -> bool:
    """Return whether the newer of two statements corrects a figure, or says that it became another: "rises to 44"."""
    newer = mine if is_later(other.hit, mine.hit) else other
    return bool(newer.taken_back) or all(reached(newer.text, it.start) for it in newer.figures)


def _same_periods(mine: _Figures, other: _Figures) -> bool:
    """Return whether both name the same periods; the month in which one was published need not be named.

    Where a figure became another, each may begin in a month of its own.
    """
    days = [day for it in (mine, other) if (day := it.hit.article.day)]
    now = "|".join(MONTHS[day.month - 1] for day in days) if len(days) == 2 else "$."
    spared = r"\D+" if _tells_of_change(mine, other) else now
    first, second = ({it for it in told.periods if not re.fullmatch(spared, it)} for told in (mine, other))
    return first == second


def _far_apart(mine: Hit, other: Hit, most: timedelta = APART) -> bool:
    later = later_by(mine, other)
    return later is not None and abs(later) > most


def _count_alike(question: str, mine: _Figures, other: _Figures) -> bool:
    """Return whether both figures are wished for or neither, and neither counts a kind that the other does not name.

    "The council wants 150 beds", "80 free beds".
    """
    asked, nouns = frozenset(stems(question, mine.language)), counted_stems(question, mine.language)
    of_kinds = (
        nouns and {*takewhile(lambda unit: unit not in nouns, it.units)} - asked - there
        for figures_here, there in ((mine.figures, other.said), (other.figures, mine.said))
        for it in figures_here
    )
    open_here, open_there = (is_left_open(it.text, it.figures, it.language) for it in (mine, other))
    return open_here == open_there and not any(of_kinds)


def _elsewhere(question: str, mine: _Figures, other: _Figures) -> bool:
    """Return whether either names a place that neither the question nor the other's passage has.

    Or each has a place in its headline, or a name beside the thing asked for, that the other lacks: "Tarn library".
    """
    asked = frozenset(stems(question, mine.language))
    one, two = mine.places - other.around - asked, other.places - mine.around - asked
    named = _names(asked, mine) - other.around and _names(asked, other) - mine.around
    return bool(one or two or named)


def _names(asked: frozenset[str], told: _Figures) -> frozenset[str]:
    """Return the stems of the names that tell where a statement is about, except for those of its figures: "Eight"."""
    counts = (told.text[it.start : it.end] for it in told.figures)
    return told.names_beside(asked).difference(stems("\n".join(counts), told.language))


def _say_what_is_asked(question: str, mine: _Figures, other: frozenset[str]) -> bool:
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
