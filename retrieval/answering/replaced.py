"""A figure of the first hit's quote that a later text names as no more: "450,000 instead of 300,000"; and an entry of a
live blog that a later one takes back by its time: "We were wrong at 09:50".

Numbers need no translation: what is replaced may be told in another language. Pure; knows hits.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from ..language.figures import Figure, figures
from ..patterns import lazy
from ..types import Hit, Reported
from .changes import given_up, nearest
from .statement import Statement, later_by

APART = timedelta(days=90)
"""What is told later than that is of another thing, as a rule."""

LEAST_ABROAD = 20
"""A smaller number stands for too many things to tell that a text in another language speaks of the same."""

_ENTRY = lazy(r"\W{0,3}(?P<time>\d{1,2}[:.]\d\d)(?!\d)")
_WRONG_AT = lazy(
    r"(?<!\w)(?:wrong|mistaken|in error|falsch|irrtum|geirrt|fehler|erreur|trompée?s?|error|equivoca\w+|ошиб\w+"
    r"|неверно|помил\w+|хибн\w+)(?!\w)[^.!?;\n]{0,40}?(?<!\d)(?P<time>\d{1,2}[:.]\d\d)(?!\d)",
    re.IGNORECASE,
)


def replaced(question: str, hits: Sequence[Hit]) -> tuple[Reported, ...]:
    """Return what a later text says in the place of what the first hit's quote tells, and that; else nothing."""
    mine = hits[0]
    told = list(_told(mine)) if any(_is_later(mine, it) for it in hits[1:]) else []
    for other in hits[1:]:
        found = _taken_back(mine, other) or next(_instead(question, told, other), ())
        if found:
            return found
    return ()


def _told(hit: Hit) -> Iterator[tuple[Statement, Figure]]:
    """Yield each figure of a hit's quote, with its sentence."""
    for at in hit.quote.sentences:
        for it in figures(hit.passage.sentence(at), hit.article.language):
            yield Statement(hit, at), it


def _taken_back(mine: Hit, other: Hit) -> tuple[Reported, ...]:
    """Return the entry of a live blog that takes back the quoted one, and that one."""
    entry = _ENTRY.match(mine.quote.text) if mine.article.id == other.article.id else None
    wrong = _WRONG_AT.search(other.passage.text) if entry else None
    if entry is None or wrong is None or _minutes(wrong["time"]) != _minutes(entry["time"]):
        return ()
    return tuple(Reported(it.article, it.quote, ()) for it in (other, mine))


def _minutes(clock: str) -> tuple[int, int]:
    hour, minute = re.split(r"[:.]", clock)
    return int(hour), int(minute)


def _instead(
    question: str, told: Sequence[tuple[Statement, Figure]], other: Hit
) -> Iterator[tuple[Reported, Reported]]:
    """Yield the sentences that name a figure of the quote as no more, each with the quote's."""
    if not told or not _is_later(told[0][0].hit, other) or not _is_about(question, told[0][0], other):
        return
    mine = told[0][0].hit
    for at, text in enumerate(other.passage.sentence_texts):
        for old, new in _changes(text, figures(text, other.article.language)):
            for statement, it in told:
                if it.value == old.value and _count_alike(it, old, new, mine, other):
                    yield Statement(other, at).shown([(new.start, new.end)]), statement.shown([(it.start, it.end)])


def _changes(text: str, found: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield each figure that a sentence names as no more, with the one that stands for it."""
    old = given_up(text, found, counts=True)
    for it in old:
        if instead := nearest(it, [new for new in found if new not in old]):
            yield it, instead


def _count_alike(mine: Figure, old: Figure, new: Figure, one: Hit, two: Hit) -> bool:
    """Say whether figures may count the same thing: in one language, in the same unit; elsewhere, by their size."""
    if one.article.language != two.article.language:
        return mine.value >= LEAST_ABROAD
    units = {it.units[:1] for it in (mine, old, new) if it.units}
    return len(units) == 1


def _is_later(mine: Hit, other: Hit) -> bool:
    later = later_by(mine, other)
    return later is not None and timedelta() <= later <= APART and mine.article.id != other.article.id


def _is_about(question: str, mine: Statement, other: Hit) -> bool:
    """Say whether a passage in the language of the first hit holds half of what that one has of the question."""
    if mine.language != other.article.language:
        return True
    held = mine.telling(question)
    return bool(held) and 2 * len(held & Statement(other, 0).around) >= len(held)
