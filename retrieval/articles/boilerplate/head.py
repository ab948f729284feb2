"""What stands above the body of a pasted text: headline, byline, source line, date. Never guessed from the body."""

from collections.abc import Sequence

from ..facts import Facts, offer
from .blocks import Block


def read_head(blocks: Sequence[Block], verdicts: list[str | None], facts: Facts) -> Facts:
    """Return the facts with those that the head shows; the head's blocks get their verdicts."""
    found = dict(facts)
    first = next((place for place, verdict in enumerate(verdicts) if verdict is None), len(blocks))
    for place in range(first - 1, -1, -1):
        block = blocks[place]
        if verdicts[place] in ("before", "repeated") and 3 <= block.words <= 30 and not block.text.endswith("."):
            offer(found, "title", block.text, "headline")
            verdicts[place] = "title"
            break
    return found
