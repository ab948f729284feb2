"""Judges short lines inside the article by their neighbours: keeps subheadings and items, drops teasers and buttons."""

import re
from collections.abc import Sequence, Set
from itertools import groupby

from .blocks import Block, Kind

_SUBHEADING_WORDS = 12
_ANNOUNCING_WORDS = 2
_INGREDIENTS = 3
_VALUES = 2
_LINKS_UP = re.compile(r"(?:and|und|et|y|e|ed|i|oraz|en|och|og|и|та|й)\b", re.IGNORECASE)
"""Words with which no section begins, so that the line above belongs to a picture."""


def judge_short(blocks: Sequence[Block], verdicts: list[str | None], start: int, end: int, heads: Set[int]) -> None:
    """Mark the blocks of `[start, end)` to drop among those that are not running text.

    Args:
        heads: positions of the subheadings that a table of contents lists.
    """
    for short, places in groupby(range(start, end), lambda at: verdicts[at] is None and not _running(blocks[at])):
        run = list(places)
        before = blocks[run[0] - 1] if run[0] > start else None
        after = blocks[run[-1] + 1] if run[-1] + 1 < end else None
        if not short or (before is not None and before.announces and verdicts[run[0] - 1] is None):
            continue  # running text, or a list announced by the article
        if sum(blocks[place].measured for place in run) >= _INGREDIENTS:
            continue  # ingredients of a recipe
        if sum(blocks[place].valued for place in run) * 2 >= max(len(run), 2 * _VALUES) and before is not None:
            continue  # a table of labels and values
        for place in set(run) - heads:
            if not _belongs(blocks[place], len(run), after) and not _numbered(blocks, verdicts, place):
                verdicts[place] = "aside"


def _numbered(blocks: Sequence[Block], verdicts: Sequence[str | None], place: int) -> bool:
    """Return whether it is part of a numbered sequence in the body: 2 between 1 and 3."""
    number = blocks[place].number
    near = [*range(max(0, place - 3), place), *range(place + 1, min(len(blocks), place + 4))]
    return number is not None and any(
        verdicts[other] is None and blocks[other].prose and blocks[other].number in (number - 1, number + 1)
        for other in near
    )


def _running(block: Block) -> bool:
    """Return whether it is running text inside an article, where a few words may announce a list."""
    return block.prose or (block.announces and block.words >= _ANNOUNCING_WORDS)


def _belongs(block: Block, run: int, after: Block | None) -> bool:
    """Return whether it is a short sentence, or a subheading: alone, brief, and followed by running text."""
    if block.ends or block.kind in (Kind.HEADING, Kind.PARAGRAPH):
        return True
    if after is None or not _running(after) or _LINKS_UP.match(after.text):
        return False
    return run <= 2 and block.words <= _SUBHEADING_WORDS
