"""Finds tables of contents: lines that recur further down, in the same order, as subheadings of the text."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise

from .blocks import Block, kept

_LINES = 2
_MOST_LINES = 300
_COVERED = 0.25
"""Minimum share of all running text below these subheadings: headlines of other articles also occur twice on many a
page, but have one sentence each."""
_SECTION = 3
"""How many blocks of the last section count."""
_NUMBER = re.compile(r"^(?:\d{1,3} ){1,4}(?=\D)")


def mark_contents(blocks: Sequence[Block], verdicts: list[str | None]) -> set[int]:
    """Mark the lines of the table; return the positions of its subheadings."""
    heads = _heads(blocks, verdicts)
    lines = [None if verdict or block.ends else _key(block) for block, verdict in zip(blocks, verdicts, strict=True)]
    told = list(accumulate((block.words if block.prose else 0 for block in blocks), initial=0))
    for place in range(len(blocks)):
        found = _run(lines, place, heads)
        if len(found) < _LINES:
            continue
        covered = told[min(found[-1] + _SECTION, len(blocks))] - told[found[0]]
        if covered >= _COVERED * told[-1]:
            verdicts[place : place + len(found)] = ["contents"] * len(found)
            return set(found)
    return set()


def _heads(blocks: Sequence[Block], verdicts: Sequence[str | None]) -> Mapping[str | None, list[int]]:
    """Return the positions of short lines followed by running text, by their keys."""
    heads: defaultdict[str | None, list[int]] = defaultdict(list)
    shown = kept(verdicts)
    for place, below in pairwise(shown):
        after = blocks[below]
        if not blocks[place].ends and (after.ends or after.announces or after.prose):
            heads[_key(blocks[place])].append(place)
    return heads


def _run(lines: Sequence[str | None], place: int, heads: Mapping[str | None, list[int]]) -> list[int]:
    """Return the subheadings of the lines from `place` on, as long as each recurs below the one before.

    Args:
        lines: the key of each block; None for one that cannot be a line of the table.
    """
    found: list[int] = []
    for line in range(place, min(len(lines), place + _MOST_LINES)):
        known = heads.get(lines[line], [])
        after = bisect_right(known, found[-1] if found else line)
        if after == len(known) or (found and line >= found[0]):
            break
        found.append(known[after])
    return found


def _key(block: Block) -> str:
    return _NUMBER.sub("", block.key, count=1)
