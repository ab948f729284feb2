"""Where the article stands in a pasted page: the run of blocks in which running text outweighs the rest the most."""

from collections.abc import Sequence

_MAX_GAIN = 60
"""Of one block: a single giant (a licence, a cookie wall) must not beat an article."""
_LINE_COST = 5.0
"""Of a block that is no running text. An article's inner boxes cost less than the prose behind them gains; menus do not."""
_REFUSED_COST = 12.0
"""Of a block that a rule has named."""


def running_text(prose: Sequence[bool], words: Sequence[int], refused: Sequence[bool]) -> tuple[int, int]:
    """Return `[start, end)` of the run with the largest sum of gains and costs; `(0, 0)` when nothing gains.

    The largest sum of neighbours, by Kadane's scan.
    """
    best, best_run = 0.0, (0, 0)
    total, start = 0.0, 0
    for place, (is_prose, count, is_refused) in enumerate(zip(prose, words, refused, strict=True)):
        gain = -_REFUSED_COST if is_refused else min(count, _MAX_GAIN) if is_prose else -_LINE_COST
        if total <= 0:
            total, start = 0.0, place
        total += gain
        if total > best:
            best, best_run = total, (start, place + 1)
    return best_run
