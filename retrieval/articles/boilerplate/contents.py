"""Tables of contents: lines that stand again further down, in the same order, as the subheadings of the text."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from .blocks import Block

_LINES = 2
_COVERED = 0.25
"""Of all running text stands below these subheadings, at the least: the headlines of other articles stand twice on many
a page too, but have a sentence each."""
_SECTION = 3
"""Blocks of the last section that count."""
_NUMBER = re.compile(r"^(?:\d{1,3} ){1,4}(?=\D)")


def mark_contents(blocks: Sequence[Block], verdicts: list[str | None]) -> set[int]:
    """Name the lines of the table; return where its subheadings stand."""
    heads = _heads(blocks, verdicts)
    place = 0
    while place < len(blocks):
        found = _run(blocks, verdicts, place, heads)
        if len(found) >= _LINES and _covers(blocks, found[0], found[-1]):
            for line in range(place, place + len(found)):
                verdicts[line] = "contents"
            return set(found)
        place += 1
    return set()


def _heads(blocks: Sequence[Block], verdicts: Sequence[str | None]) -> Mapping[str, list[int]]:
    """Where each short line stands that running text follows, by what it says."""
    heads: defaultdict[str, list[int]] = defaultdict(list)
    shown = [place for place, verdict in enumerate(verdicts) if verdict is None]
    for place, below in pairwise(shown):
        after = blocks[below]
        if not blocks[place].ends and (after.ends or after.announces or after.prose):
            heads[_key(blocks[place])].append(place)
    return heads


def _run(
    blocks: Sequence[Block], verdicts: Sequence[str | None], place: int, heads: Mapping[str, list[int]]
) -> list[int]:
    """Return the subheadings of the lines from `place` on, as long as each comes again below the one before."""
    found: list[int] = []
    for line in range(place, len(blocks)):
        known = heads.get(_key(blocks[line]), []) if verdicts[line] is None and not blocks[line].ends else []
        after = bisect_right(known, found[-1] if found else line)
        if after == len(known) or (found and line >= found[0]):
            break
        found.append(known[after])
    return found


def _covers(blocks: Sequence[Block], first: int, last: int) -> bool:
    told = [block.words if block.prose else 0 for block in blocks]
    return sum(told[first : last + _SECTION]) >= _COVERED * sum(told)


def _key(block: Block) -> str:
    return _NUMBER.sub("", block.key, count=1)
