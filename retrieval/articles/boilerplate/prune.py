"""Applies the rules to an article's blocks, the most certain ones first, and joins the remaining body."""

from collections.abc import Sequence, Set
from fnmatch import fnmatchcase

from msgspec import Struct

from ...types import Dropped, ReadOptions
from ..clean import join_lines
from ..facts import Facts, value_of
from .bios import mark_bios
from .blocks import Block, Kind, Origin
from .contents import mark_contents
from .context import (
    continues,
    keep_other_days,
    keep_signed,
    mark_captions,
    mark_cards,
    mark_comments,
    mark_edges,
    mark_end,
    mark_last_cards,
    mark_pointed,
    mark_repeated,
    with_cuts,
)
from .head import is_alone, read_head, read_under_title
from .head_facts import read_dateline
from .masthead import is_head_agency
from .neighbours import judge_short
from .rules import ALONE, SAFE, Rule, appeal
from .ticker import with_times
from .window import extended, running_text

_LONGEST = 10_000
"""Characters from which nothing is joined to a paragraph, because each time takes time in proportion to its length."""


class Pruned(Struct, frozen=True):
    """The body's paragraphs, the dropped blocks, and the facts, including those of the head."""

    body: list[str]
    dropped: list[Dropped]
    facts: Facts


def prune(blocks: Sequence[Block], facts: Facts, *, origin: Origin, options: ReadOptions) -> Pruned:
    """Return the body of these blocks; with `keep_all` everything is body, but the head is still read."""
    blocks = with_times(blocks)
    verdicts = _verdicts(blocks, origin, options.extra_rules)
    found = read_head(blocks, verdicts, facts) if origin is Origin.PASTED else dict(facts)
    if origin is not Origin.PASTED:
        _drop_title(blocks, verdicts, found)
    if origin is Origin.WRITTEN:
        read_under_title(blocks, verdicts, found)
    # Without any sign of a page, the text may be from an encyclopedia, which also introduces people.
    if origin is Origin.EXTRACTED or (origin is Origin.PASTED and set(verdicts) - {None, "title", "before"}):
        mark_bios(blocks, verdicts, value_of(found, "author"))
    if origin is Origin.EXTRACTED:
        mark_edges(blocks, verdicts)
        read_dateline(blocks, verdicts, found, value_of(found, "language"))
    if origin is not Origin.WRITTEN and (published := value_of(found, "published")):
        keep_other_days(blocks, verdicts, published)
    if options.keep_all:
        verdicts = [None] * len(blocks)
    body, dropped = body_and_dropped(blocks, verdicts)
    return Pruned(body, dropped, found)


def _verdicts(blocks: Sequence[Block], origin: Origin, extra_rules: Sequence[str]) -> list[str | None]:
    """Return the name of the rule that drops each block; None for the body."""
    rules = SAFE if origin is Origin.WRITTEN else ALONE
    # Menus repeat themselves, so blocks with the same text are judged once.
    known: dict[tuple[str, Kind], str | None] = {}
    for block in blocks:
        if (block.text, block.kind) not in known:
            known[block.text, block.kind] = _first_rule(block, rules, extra_rules)
    verdicts = [
        None if is_head_agency(blocks, place) else known[block.text, block.kind] for place, block in enumerate(blocks)
    ]
    if origin is Origin.WRITTEN:
        # Somebody prepared this text: if the rules leave nothing of it, they are wrong.
        return verdicts if None in verdicts else [None] * len(blocks)
    _keep_announced(blocks, verdicts)
    keep_signed(blocks, verdicts)
    heads = mark_contents(blocks, verdicts)
    mark_repeated(blocks, verdicts, heads)
    mark_captions(blocks, verdicts)
    mark_comments(blocks, verdicts)
    mark_end(blocks, verdicts)
    if origin is Origin.PASTED:
        _keep_window(with_cuts(blocks, verdicts), verdicts, heads)
    else:
        mark_pointed(blocks, verdicts, 0)
    return verdicts


def _keep_announced(blocks: Sequence[Block], verdicts: list[str | None]) -> None:
    """Keep appeals in a list that the article announces ("Before you move:"), because they are its subject."""
    announced = False
    for place, block in enumerate(blocks):
        if block.kind is not Kind.ITEM:
            announced = block.announces and verdicts[place] is None
        elif announced and verdicts[place] == appeal.__name__:
            verdicts[place] = None


def _keep_window(blocks: Sequence[Block], verdicts: list[str | None], heads: Set[int]) -> None:
    """Drop what comes before and after the running text; a note of a few short lines has none, and is kept."""
    start, end = running_text(blocks, verdicts)
    if start == end:
        return
    if is_alone(verdicts[:start]) and not any(verdicts[start:]):
        end = len(blocks)
    end = extended(blocks, verdicts, end)
    start -= start - 1 in heads
    for place, verdict in enumerate(verdicts):
        if verdict is None and not start <= place < end:
            verdicts[place] = "before" if place < start else "after"
    if end < len(blocks) or any(verdicts[start:]):
        mark_pointed(blocks, verdicts, start)
        mark_cards(blocks, verdicts, start)
        judge_short(blocks, verdicts, start, end, heads)
        mark_last_cards(blocks, verdicts)


def _first_rule(block: Block, rules: Sequence[tuple[str, Rule]], extra_rules: Sequence[str]) -> str | None:
    folded = block.text.casefold()
    if any(fnmatchcase(folded, phrase.casefold()) for phrase in extra_rules):
        return "yours"
    return next((name for name, rule in rules if rule(block)), None)


def _drop_title(blocks: Sequence[Block], verdicts: list[str | None], facts: Facts) -> None:
    """Drop the title from the body, since it is shown separately."""
    title = Block(facts["title"][0]).key if "title" in facts else None
    for place, block in enumerate(blocks[:5]):
        if verdicts[place] is None and (block.kind is Kind.TITLE or block.key == title):
            verdicts[place] = "title"


def body_and_dropped(blocks: Sequence[Block], verdicts: Sequence[str | None]) -> tuple[list[str], list[Dropped]]:
    """Return body paragraphs and dropped blocks; rejoin sentences that dropped blocks had interrupted."""
    body: list[str] = []
    dropped: list[Dropped] = []
    cut = False
    for block, verdict in zip(blocks, verdicts, strict=True):
        if verdict is not None:
            dropped.append(Dropped(block.text, verdict, len(body)))
            cut = True
        elif cut and body and len(body[-1]) < _LONGEST and continues(body[-1], block.text):
            body[-1] = join_lines((body[-1], block.text))
            cut = False
        else:
            body.append(block.text)
            cut = False
    return body, dropped
