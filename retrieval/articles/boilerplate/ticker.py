"""Joins the times of a live ticker to the entries below them, since each is a block of its own above its entry."""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from .blocks import Block, Kind

_TIME = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])(?:\s?(?P<colon>:|h|uhr|\.)\s?(?P<minute>[0-5]\d))?\s?"
    r"(?P<unit>[ap]\.?\s?m\b\.?|uhr|hrs?|h)?(?:,?\s?(?-i:[A-ZА-ЯІЇЄ]{2,4}))?\W*",
    re.IGNORECASE,
)
"""15:40, 15.40 Uhr, 15h40, 3.40pm, 15:40 MSK. With a full stop, four digits are: 5.40 may be a price."""
_ENTRIES = 3
_ENTRY_WORDS = 3
_TURNS = 0.25
"""Share of a ticker's times that may run the other way: after midnight, or after an entry pinned to the top."""


def with_times(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, with each time of a ticker moved to the beginning of its entry.

    A ticker has at least three entries, with rising or falling times.
    """
    times = {place: time for place, block in enumerate(blocks[:-1]) if (time := minutes(block)) is not None}
    entries = [place for place in times if place + 1 not in times and _is_entry(blocks[place + 1 : place + 3])]
    if len(entries) < _ENTRIES or not _in_order([times[place] for place in entries]):
        return list(blocks)
    marked = {
        place + 1: replace(blocks[place + 1], text=f"{blocks[place].text} {blocks[place + 1].text}", gap=True)
        for place in entries
    }
    return [marked.get(place, block) for place, block in enumerate(blocks) if place + 1 not in marked]


def minutes(block: Block) -> int | None:
    """Return the time of day that is all of a block, in minutes; None if it is anything else."""
    match = _TIME.fullmatch(block.text) if len(block.text) <= 20 else None
    if not match or not (match["unit"] or match["colon"] not in (None, ".") or block.text[2:3] == "."):
        return None
    half = (match["unit"] or "").lower()[:1]
    hour = int(match["hour"])
    hour = hour % 12 + (12 if half == "p" else 0) if half in ("a", "p") else hour
    return hour * 60 + int(match["minute"] or 0)


def _is_entry(below: Sequence[Block]) -> bool:
    """Return whether a text follows a time, possibly under a heading of its own."""
    block = below[0]
    told = block.ends or block.kind is Kind.HEADING or any(it.prose for it in below)
    return told and block.words >= _ENTRY_WORDS and not block.linked


def _in_order(times: Sequence[int]) -> bool:
    rises = sum(before < after for before, after in pairwise(times))
    falls = sum(before > after for before, after in pairwise(times))
    return min(rises, falls) <= _TURNS * max(rises, falls)
