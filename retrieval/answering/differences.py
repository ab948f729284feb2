"""Where articles differ in what a question asks: how many hits to compare, and what each of them says.

Pure; knows hits.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from ..question.now import asks_for_now
from ..types import Hit, Reported
from .disagreement import asks_for_a_figure, disagreeing
from .newer import asks_for_what_changes, superseding
from .replaced import replaced

COMPARED = 10
"""Hits that are compared where articles can give different answers, even if fewer are wanted."""


class Wanted(NamedTuple):
    """What a question needs of the ranking."""

    limit: int
    further: int
    compared: bool
    """Whether all hits need their signals if the first one is an answer."""


def wanted(question: str, shown: int) -> Wanted:
    """Return what a question needs of the ranking, given the number of hits shown."""
    figure = asks_for_a_figure(question)
    return Wanted(
        limit=max(shown, COMPARED) if figure else shown,
        further=COMPARED if asks_for_what_changes(question) else 0,
        compared=figure or asks_for_now(question),
    )


def differing(question: str, hits: Sequence[Hit]) -> tuple[Reported, ...]:
    """Return what each article says, newest first, where others differ from the first hit's quote; else nothing."""
    return disagreeing(question, hits) or superseding(question, hits) or replaced(question, hits)


def standing_first(question: str, hits: Sequence[Hit], reported: Sequence[Reported]) -> Sequence[Hit]:
    """Return the hits, those of the newest statement first where a question asks how things stand now."""
    if not reported or not asks_for_now(question):
        return hits
    newest = reported[0].quote
    rest = [it for it in hits if it.passage != newest.passage]
    return [*(replace(it, quote=newest) for it in hits if it.passage == newest.passage), *rest]
