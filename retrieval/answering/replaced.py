"""A figure of the first hit's quote that a later text says no longer holds: "450,000 instead of 300,000".

Numbers need no translation, so the later text may be in another language. Pure; knows hits.
"""

from collections.abc import Iterator, Sequence

from ..language.figures import Figure, figures
from ..question.amounts import MONEY
from ..types import Hit, Reported
from .changes import replacements
from .statement import APART, Statement, is_later, later_by

LEAST_ABROAD = 20
"""A smaller number is too common to show that a text in another language is about the same thing."""

CURRENCY_CHARS = 12
"""Room after a figure for its currency."""

UNIT_LETTERS = 3
"""Units are compared by so many letters of their stems: the French stems of "euro" and "euros" differ."""


def replaced(question: str, hits: Sequence[Hit]) -> tuple[Reported, ...]:
    """Return what a later text says in place of a figure in the first hit's quote, and that quote; else nothing."""
    told = list(_told(hits[0]))
    later = [it for it in hits[1:] if told and is_later(hits[0], it) and _comparable(hits[0], it)]
    return next((pair for it in later for pair in _instead(question, told, it)), ())


def _told(hit: Hit) -> Iterator[tuple[Statement, Figure]]:
    """Yield each figure of a hit's quote, with its sentence."""
    for at in hit.quote.sentences:
        for it in figures(hit.passage.sentence(at), hit.article.language):
            yield Statement(hit, at), it


def _instead(
    question: str, told: Sequence[tuple[Statement, Figure]], other: Hit
) -> Iterator[tuple[Reported, Reported]]:
    """Yield the sentences that say a figure of the quote no longer holds, each with the quote's."""
    if not _is_about(question, told[0][0], other):
        return
    for at, text in enumerate(other.passage.sentence_texts):
        for old, new in replacements(text, figures(text, other.article.language)):
            for statement, it in told:
                there = Statement(other, at)
                if it.value == old.value and _count_alike(statement, there, it, old, new):
                    yield there.shown([(new.start, new.end)]), statement.shown([(it.start, it.end)])


def _count_alike(one: Statement, two: Statement, mine: Figure, old: Figure, new: Figure) -> bool:
    """Return whether figures may count the same thing: by unit in one language, by size and money across languages."""
    if one.language != two.language:
        in_money = _is_money(two.text, old) or _is_money(two.text, new)
        return mine.value >= LEAST_ABROAD and in_money == _is_money(one.text, mine)
    return len({it.units[0][:UNIT_LETTERS] for it in (mine, old, new) if it.units}) == 1


def _is_money(text: str, it: Figure) -> bool:
    return MONEY.search(text[it.start : it.end + CURRENCY_CHARS]) is not None


def _comparable(mine: Hit, other: Hit) -> bool:
    """Return whether articles are in one language, or at least of one season."""
    later = later_by(mine, other)
    return mine.article.language == other.article.language or (later is not None and later <= APART)


def _is_about(question: str, mine: Statement, other: Hit) -> bool:
    """Return whether a passage in the first hit's language holds half of the question's words that the first hit holds.

    Nor may each name other places, in its headline or otherwise.
    """
    if mine.language != other.article.language:
        return True
    held, there = mine.telling(question), Statement(other, 0)
    apart = mine.places_around and there.places_around and mine.places_around.isdisjoint(there.places_around)
    headed = mine.names_beside(held) - there.around and there.names_beside(held) - mine.around
    return bool(held) and not apart and not headed and 2 * len(held & there.around) >= len(held)
