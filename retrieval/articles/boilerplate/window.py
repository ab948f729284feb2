"""Locates the article in a pasted page: the run of blocks in which running text outweighs other blocks the most."""

from collections.abc import Sequence

from .blocks import Block
from .patterns import LABELLED_LINK

_MAX_GAIN = 60
"""Maximum gain of one block: a single huge one (a licence, a cookie notice) must not outweigh an article."""
_LINE_COST = 5.0
"""Cost of a block that is not running text. Those inside an article cost less than its prose gains; menus cost more."""
_ITEM_COST = 1.0
_REFUSED_COST = 12.0
"""Cost of a block dropped by a rule, if such blocks occur around articles rather than inside them."""
_INNER_COSTS = {
    **dict.fromkeys(("caption", "credit", "gallery", "running_head"), 1.0),
    **dict.fromkeys(
        ("navigation", "appeal", "read_also", "share", "address", "paywall", "disclosure", "contact", "cookies"), 5.0
    ),
}
"""Costs of dropped blocks that are also common between an article's paragraphs."""


_BOX = 4
"""Maximum length of a box inside a dialogue, in blocks."""


def running_text(blocks: Sequence[Block], verdicts: Sequence[str | None]) -> tuple[int, int]:
    """Return `[start, end)` of the run with the largest sum of gains and costs; `(0, 0)` if nothing gains.

    This is the maximum subarray, found by Kadane's algorithm.
    """
    best, best_run = 0.0, (0, 0)
    total, start = 0.0, 0
    announced = False
    for place, (block, verdict) in enumerate(zip(blocks, verdicts, strict=True)):
        gain = _gain(blocks, verdicts, place, announced=announced)
        if verdict is None:
            announced = block.announces or (announced and not block.prose)
        if total <= 0:
            total, start = 0.0, place
        total += gain
        if total > best:
            best, best_run = total, (start, place + 1)
    return best_run


def _gain(blocks: Sequence[Block], verdicts: Sequence[str | None], place: int, *, announced: bool) -> float:
    """Return what a block adds to a run; short sentences and items of lists, recipes or tables cost little."""
    block, verdict = blocks[place], verdicts[place]
    if verdict is not None:
        return -_INNER_COSTS.get(verdict, _REFUSED_COST)
    if block.prose or _told(blocks, verdicts, place):
        return min(block.words, _MAX_GAIN)
    cheap = announced or block.announces or block.measured or block.valued or _sentence(block)
    return -_ITEM_COST if cheap else -_LINE_COST


def _told(blocks: Sequence[Block], verdicts: Sequence[str | None], place: int) -> bool:
    """Return whether a short sentence is next to another, as in a dialogue or the steps of a recipe."""
    near = (other for other in (place - 1, place + 1) if 0 <= other < len(blocks) and verdicts[other] is None)
    return _sentence(blocks[place]) and any(_sentence(blocks[other]) for other in near)


def extended(blocks: Sequence[Block], verdicts: list[str | None], end: int) -> int:
    """Return the end of a run extended by adjacent short sentences, because an article may end on a few words.

    It is also extended by the rest of a list whose items share their first character.
    """
    while (after := _goes_on(blocks, verdicts, end)) is not None:
        end = after
    return end


def _goes_on(blocks: Sequence[Block], verdicts: list[str | None], end: int) -> int | None:
    """Return the new end of a run that continues at `end`; None if it does not.

    It continues after a box if the following text has the same mark as the text above: the dash of a dialogue.
    """
    if end < len(blocks) and verdicts[end] is None and (_sentence(blocks[end]) or _same_list(blocks, end)):
        return end + 1
    if _interrupts(blocks, verdicts, end) and _sentence(blocks[end + 1]):
        return end + 2
    sign = _sign(blocks[end - 1])
    for place in range(end, min(len(blocks), end + _BOX)):
        if verdicts[place] is None and _sentence(blocks[place]):
            return place + 1 if sign and _sign(blocks[place]) == sign else None
    return None


def _interrupts(blocks: Sequence[Block], verdicts: Sequence[str | None], place: int) -> bool:
    """Return whether the article may go on behind a block: a label, an appeal, or a link with its headline beside it.

    Under a bare "Read also" comes the other article.
    """
    if verdicts[place + 1 : place + 2] != [None]:
        return False
    linked = verdicts[place] == "read_also" and LABELLED_LINK.search(blocks[place].text)
    return verdicts[place] in {"navigation", "share", "appeal"} or bool(linked)


def _sentence(block: Block) -> bool:
    return block.ends and block.words >= 4


def _same_list(blocks: Sequence[Block], place: int) -> bool:
    """Return whether the block or the next one is marked as an item like one of the two blocks before it."""
    signs = {_sign(block) for block in blocks[max(0, place - 2) : place]} - {""}
    return any(_sign(block) in signs for block in blocks[place : place + 2])


def _sign(block: Block) -> str:
    """Return the mark of a list item: all numbers count as one mark, letters and quotation marks as none."""
    if block.number is not None:
        return "1."
    first = block.text[0]
    return "" if first.isalnum() or first in "\"“„«‘'([" else first
