"""Finds the lines under a title that name author, paper and date, by their context and the gaps between them."""

import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from ...patterns import CAPITAL
from ..dates import find_dates
from .blocks import Block, Kind
from .byline import bare_names, by_newsroom, byline_names, is_meta, is_paper, paper_of
from .meta import closes_with_date, is_date_line, is_labelled
from .phrases import ROLE
from .roles import BARE, TITLE_WORDS, is_agency, is_credited, roles
from .rules import is_refused

_LINES = 6
_WORDS = range(1, 7)
"""Lengths of a line that names a paper or a person, in words."""
_BARE_DATE = re.compile(
    rf"(?:{CAPITAL}[\w’'-]*(?: [\w’'-]+){{,3}}(?:,| [–—|·•-]) )?"
    rf"(?P<date>\S+(?: \S+){{,4}}\d)(?: ?(?:г|р|года|року)\.?)?"
)
"""A date alone, or after the name of a weekday, a place or a paper."""


def is_title(block: Block) -> bool:
    """Return whether a first line may be a title by itself: of suitable length, neither a sentence nor metadata."""
    shaped = block.kind is Kind.PARAGRAPH and block.words in TITLE_WORDS and not block.stopped
    return shaped and not (is_meta(block) or by_newsroom(block))


def head_lines(blocks: Sequence[Block], first: int) -> dict[int, str]:
    """Return the rule that drops each line of a head, starting below the title; empty if there are no such lines.

    A standfirst above a byline is skipped.
    """
    told = roles([replace(blocks[0], kind=Kind.LINE), *blocks[1:]]) if first == 1 else None
    if told is not None and told.title == 0:
        return dict(told.rules)
    if _is_standfirst(blocks, first):
        first += 1
    lines: dict[int, str | None] = {}
    for place in range(first, min(first + _LINES, len(blocks) - 1)):
        lines[place] = _meta_of(blocks[place], blocks[place + 1])
        if lines[place] is None and not _is_bare(blocks[place]):
            del lines[place]
            break
    metas = {place: name for place, name in lines.items() if name}
    if not metas:
        return {}
    last = max(metas)
    within = [place for place in lines if place <= last + 1 and place not in metas]
    found = dict(metas)
    signed = "byline" in found.values()
    papers = [place for place in within if _is_paper_line(blocks, place, metas, signed=signed)]
    if len(papers) == 1 and not any(paper_of(blocks[place]) for place in metas):
        found[papers[0]] = "source"
    for place in within:
        if place > last or place in found:
            continue
        if not blocks[place].gap:
            found[place] = "before"
        elif not signed:
            return {at: name for at, name in found.items() if at < place}
    return found


def _meta_of(block: Block, below: Block) -> str | None:
    """Return the rule that drops a line under a title; None for the first of several dates or an incidental one."""
    bare = _BARE_DATE.fullmatch(block.text)
    if block.kind not in (Kind.PARAGRAPH, Kind.LINE) or (block.ends and not bare and not closes_with_date(block)):
        return None
    if byline_names(block):
        return "byline"
    if not is_date_line(block) or (is_date_line(below) and not is_labelled(block)):
        return None
    if by_newsroom(block):
        return "byline"
    starts = next(find_dates(bare["date"], language="de"), (1, ""))[0] == 0 if bare else False
    return "date" if starts or not block.gap or is_labelled(block) or paper_of(block) else None


def _is_standfirst(blocks: Sequence[Block], first: int) -> bool:
    """Return whether a sentence comes between title and byline."""
    if first + 2 >= len(blocks) or blocks[first].kind not in (Kind.PARAGRAPH, Kind.LINE):
        return False
    return blocks[first].ends and not byline_names(blocks[first]) and bool(byline_names(blocks[first + 1]))


def _is_bare(block: Block) -> bool:
    if block.kind not in (Kind.PARAGRAPH, Kind.LINE) or block.words not in _WORDS:
        return False
    named = BARE.fullmatch(block.text) or is_paper(block)
    return is_agency(block) or (bool(named) and not is_refused(block))


def is_head_agency(blocks: Sequence[Block], place: int) -> bool:
    """Return whether an agency's name is next to a byline or a date, or a paper between, among a text's first lines."""
    near = (*blocks[max(0, place - 1) : place], *blocks[place + 1 : place + 3])
    return place < _LINES and is_credited(blocks[place]) and any(map(is_meta, near))


def _is_paper_line(blocks: Sequence[Block], place: int, metas: Mapping[int, str], *, signed: bool) -> bool:
    """Return whether a bare line names a paper, by its words or because author and date are around it or above."""
    block = blocks[place]
    if is_paper(block) or is_agency(block):
        return True
    if block.words < 2 or ROLE.search(block.text) or (bare_names(block) and not signed):
        return False
    if place < max(metas):
        return place > min(metas)
    return not block.gap and blocks[place + 1].gap and not block.text.isupper()
