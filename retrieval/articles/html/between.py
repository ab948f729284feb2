"""Subheadings and lists that extraction left out between the paragraphs that it found: the page's own order has them.

Where a page names no part of it the article, extraction gathers paragraphs from everywhere and knows nothing else.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..boilerplate import Block, Kind
from ..boilerplate.prune import is_refused

_REACH = 40
"""Blocks between two paragraphs."""


def with_structure(main: Sequence[Block], page: Sequence[Block]) -> list[Block]:
    """Return the main text's blocks with the subheadings and lists of the page that stand between them."""
    found = list(_places(main, page))
    here = [place for place in found if place is not None]
    whole: list[Block] = []
    for block, place in zip(main, found, strict=True):
        whole.append(block)
        if place is not None:
            after = bisect_left(here, place + 1)
            closed = after < len(here)
            gap = page[place + 1 : here[after] if closed else place + 1 + _REACH]
            if len(gap) <= _REACH:  # of more, the page has put something else there
                whole += _structure(gap, closed=closed)
    return whole


def _places(main: Sequence[Block], page: Sequence[Block]) -> Iterator[int | None]:
    """Where each block of the main text stands on the page, in its order; None where it stands otherwise."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, block in enumerate(page):
        places[block.key].append(place)
    last = -1
    for block in main:
        known = places.get(block.key, [])
        later = bisect_left(known, last + 1)
        if later < len(known):
            last = known[later]
            yield last
        else:
            yield None


def _structure(gap: Sequence[Block], *, closed: bool) -> list[Block]:
    """The lists right under a paragraph or a subheading, and the subheadings right above a list or the next paragraph.

    Args:
        closed: whether a paragraph of the article follows.
    """
    heads: set[int] = set()
    follows = closed
    for place in reversed(range(len(gap))):
        block = gap[place]
        if not follows and block.kind is not Kind.ITEM:
            continue
        if is_refused(block):  # a button between a subheading and its text
            continue
        follows = not block.linked and (block.kind is Kind.ITEM or (block.kind is Kind.HEADING and follows))
        if follows and block.kind is Kind.HEADING:
            heads.add(place)
    kept: list[Block] = []
    under = True
    for place, block in enumerate(gap):
        listed = under and block.kind is Kind.ITEM and not block.linked and not is_refused(block)
        under = place in heads or listed
        if under:
            kept.append(block)
    return kept
