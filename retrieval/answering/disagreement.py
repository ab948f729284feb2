"""Whether articles give different figures for what a question asks: which ones, where, and of what day.

Rather blind than wrong: two sentences count the same thing only when they count it in the same words, hold what the
question asks, name no period or part that the other does not, and come near to each other in size. Pure; knows hits.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..figures import Figure, figures
from ..months import MONTH, NO_MONTH
from ..patterns import CAPITAL, lazy
from ..question.terms import content_words
from ..question.wanted import Kind, kind_wanted
from ..ranking.signals import signal_of
from ..stop_words import stop_words
from ..text import normal_form, stem, stems, words
from ..types import Hit, Quote, Reported

MOST = 2.0
"""Counts of one thing differ by less than this factor; what is farther apart counts something else."""

MISSING = 0.25
"""What another article's passage and title may lack of the question, by weight."""

APART = timedelta(days=90)
"""Articles whose days lie farther apart tell of two marathons or two elections, rather than of one differently."""

SHOWN = 4
"""Articles, at most."""

_HOW_MANY = lazy(
    r"(?<!\w)(?:how many|what number of|wie ?viele|combien d[e’']|cu[aá]nt[oa]s|сколько|скільки)\s*", re.IGNORECASE
)
_HEAD_WORDS = 3
"""Words behind "how many" among which stands what is counted."""

# "The county put the number at 10,000": what is counted stands in the sentence before.
_COUNT_NOUN = lazy(
    r"(?<!\w)(?:the|that|this|die|diese|der|le|ce|la|el|esa?|это|эту)?\s*"
    r"(?:number|figure|total|count|toll|zahl|gesamtzahl|nombre|chiffre|número|cifra|число|количество|цифр[ауы]|кількість)"
    r"(?!\w)",
    re.IGNORECASE,
)
_PERIOD = lazy(
    r"(?<!\w)(?:(?:1[5-9]|20)\d\d|(?:last|this|next|previous|every|the same|a) (?:year|month|week|season|century)"
    r"|(?:letzte[srn]?|diese[srn]?|vorige[srn]?) (?:jahr|monat|woche)|l['’]an dernier|cette année|ce mois"
    r"|(?:el|este) (?:año|mes)(?: pasado)?|(?:прошл|эт|минул|ц)\w+ (?:год\w*|месяц\w*|р[оі]\w+|місяц\w+)"
    rf"|{NO_MONTH}(?:{MONTH}))(?!\w)",
    re.IGNORECASE,
)
_PLACE = lazy(
    r"(?<!\w)(?:in|at|near|from|outside|across|aus|im|bei|à|en|dans|в|во|на|под|из|у|біля|з|із)\s+"
    r"(?:(?:the|der|dem|den|die|das|la|le|les|el|los|las)\s+)?(?!(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    rf"(?P<name>{CAPITAL}\w+)"
)


@dataclass(frozen=True, slots=True)
class _Statement:
    """A sentence that gives figures for what is asked."""

    hit: Hit
    start: int
    """Of the sentence in the passage."""
    end: int
    figures: tuple[Figure, ...]
    said: frozenset[str]
    """Stems of the sentence, of the one before where it leans on that, and of the headline in a lead paragraph."""
    periods: frozenset[str]
    places: frozenset[str]

    def around(self) -> frozenset[str]:
        """The stems of the whole passage and its title."""
        article = self.hit.article
        return frozenset(stems(f"{article.title or ''}\n{self.hit.passage.text}", article.language))


def asks_for_a_figure(question: str) -> bool:
    """Say whether articles can give different figures for what a question asks."""
    return kind_wanted(question) is Kind.NUMBER


def disagreeing(question: str, hits: Sequence[Hit]) -> tuple[Reported, ...]:
    """Return what each article says, newest first, where articles give different figures for what a question asks.

    Args:
        hits: best first; the first one's passage answers the question.
    """
    if not hits or not asks_for_a_figure(question):
        return ()
    mine = next(_statements(question, hits[0], None), None)
    if mine is None:
        return ()
    told = [mine]
    for hit in hits[1:]:
        rival = next((it for it in _statements(question, hit, mine) if _same_thing(question, mine, it)), None)
        if rival is not None and all(rival.hit.article.id != it.hit.article.id for it in told):
            told.append(rival)
    if all(_alike(it, mine) for it in told):
        return ()
    return _newest_first(told[:SHOWN])


def _alike(one: _Statement, other: _Statement) -> bool:
    """Say whether they have a figure in common: what else they tell is then of something else, as a rule."""
    return any(figure.agrees(its) for figure in one.figures for its in other.figures)


def _newest_first(told: Sequence[_Statement]) -> tuple[Reported, ...]:
    ordered = sorted(told, key=lambda it: it.hit.article.published or "", reverse=True)
    return tuple(
        Reported(
            article=it.hit.article,
            quote=Quote(it.hit.passage, it.start, it.end),
            figures=tuple(Quote(it.hit.passage, it.start + f.start, it.start + f.end) for f in it.figures),
        )
        for it in ordered
    )


# --- statements ----------------------------------------------------------------------------------


def _statements(question: str, hit: Hit, like: _Statement | None) -> Iterator[_Statement]:
    """Yield the sentences of a passage that give figures for what is asked, those of the quote first."""
    every, inside = range(len(hit.passage.sentences)), hit.quote.sentences
    after = [at + 1 for at in inside[-1:] if at + 1 in every]
    for at in dict.fromkeys([*inside, *after, *(every if like else ())]):
        found = _statement(question, hit, at, like)
        if found is not None and found.figures:
            yield found


def _statement(question: str, hit: Hit, at: int, like: _Statement | None) -> _Statement | None:
    start, end = hit.passage.sentences[at]
    text, language = hit.passage.text[start:end], hit.article.language
    before = hit.passage.sentence(at - 1) if at else ""
    counted = _counted(question, language)
    found = figures(text, language)
    chosen = [it for it in found if not counted.isdisjoint(it.units)] if counted else _measured(found, like)
    alone = not chosen and bool(_COUNT_NOUN.search(text)) and not counted.isdisjoint(stems(before, language))
    if alone:
        chosen = [it for it in found if not it.units]
    if any(it.partial for it in chosen):
        return None
    leans = before if alone else ""
    title = (hit.article.title or "") if hit.article.paragraph_at(hit.passage.start + start) == 1 else ""
    said = frozenset(stems(f"{text}\n{leans}\n{title}", language))
    periods = frozenset(normal_form(match.group()) for match in _PERIOD.finditer(text))
    places = frozenset(stem(match["name"], language) for match in _PLACE.finditer(text))
    return _Statement(hit, start, end, tuple(chosen), said, periods, places)


def _counted(question: str, language: str | None) -> frozenset[str]:
    """Return the stems of what "how many" counts; empty for a question that measures: "how long", "how much"."""
    asked = _HOW_MANY.search(question)
    if asked is None:
        return frozenset()
    behind = [word.text for word in words(question[asked.end() :])]
    stops = stop_words(language)
    first_stop = next((at for at, word in enumerate(behind) if normal_form(word) in stops), len(behind))
    return frozenset(stem(word, language) for word in behind[: min(first_stop, _HEAD_WORDS)])


def _measured(found: Sequence[Figure], like: _Statement | None) -> list[Figure]:
    """Return the one measure of a sentence, or those in the same unit as another statement's."""
    measures = [it for it in found if it.units]
    if like is None:
        return measures if len({it.units[0] for it in measures}) == 1 else []
    unit = like.figures[0].units[:1]
    return [it for it in measures if it.units[:1] == unit]


# --- the same thing ------------------------------------------------------------------------------


def _same_thing(question: str, mine: _Statement, other: _Statement) -> bool:
    """Say whether two statements give figures of one thing."""
    return (
        mine.hit.article.language == other.hit.article.language
        and mine.periods == other.periods
        and not _far_apart(mine, other)
        and signal_of(other.hit, "missing").value <= MISSING
        and signal_of(other.hit, "names").value <= 0
        and not _elsewhere(question, mine, other)
        and all(any(it.comparable(its, MOST) for its in mine.figures) for it in other.figures)
        and _say_what_is_asked(question, mine, other)
    )


def _far_apart(mine: _Statement, other: _Statement) -> bool:
    days = [date.fromisoformat(it.hit.article.published[:10]) for it in (mine, other) if it.hit.article.published]
    return len(days) == 2 and abs(days[0] - days[1]) > APART


def _elsewhere(question: str, mine: _Statement, other: _Statement) -> bool:
    """Say whether one of them names a place that neither the question nor the other's passage has."""
    asked = frozenset(stems(question, mine.hit.article.language))
    return bool(mine.places - other.around() - asked or other.places - mine.around() - asked)


def _say_what_is_asked(question: str, mine: _Statement, other: _Statement) -> bool:
    """Say whether the other holds half of what mine has of the question's content words, what is counted apart."""
    language = mine.hit.article.language
    asked = {stem(word, language) for word in content_words(question, language)} - _counted(question, language)
    held = asked & mine.said
    return bool(held) and 2 * len(held & other.said) >= len(held)
