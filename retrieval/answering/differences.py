"""Where articles differ in what a question asks: how many hits to compare, and what each of them says.

Pure; knows hits.
"""

from collections.abc import Sequence
from dataclasses import replace

from ..question.now import asks_for_now
from ..types import Hit, Reported
from .disagreement import asks_for_a_figure, disagreeing
from .newer import asks_for_what_changes, superseding
from .replaced import replaced

COMPARED = 10
"""Hits that are compared where articles can give different answers, even if fewer are wanted."""


def wanted(question: str, shown: int) -> tuple[int, int]:
    """Return the `limit` and `further` that `rank` needs for a question, given the number of hits shown."""
    limit = max(shown, COMPARED) if asks_for_a_figure(question) else shown
    return limit, COMPARED if asks_for_what_changes(question) else 0


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
