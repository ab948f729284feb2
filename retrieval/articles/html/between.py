"""Restores subheadings, lists and times that extraction dropped between paragraphs, from their order on the page.

If a page marks no part of itself as the article, extraction collects paragraphs from everywhere and knows nothing else.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import accumulate
from operator import itemgetter

from ..boilerplate import Block, Kind
from ..boilerplate.rules import is_refused
from ..boilerplate.ticker import minutes

_REACH = 40
"""Maximum number of blocks between two paragraphs."""
_TELLING_WORDS = 5
"""A sentence with at least this many words identifies its place; a shorter one may occur anywhere."""
_LAST_WORDS = 8
"""Two sentences that end with the same words, this many, are taken for one."""


def in_order(main: Sequence[Block], page: Sequence[Block]) -> list[Block]:
    """Return the main text's blocks in the order of the page; extraction puts a table in a table below the outer one.

    A block whose text is not on the page, or there more than once, stays after the block before it.
    """
    there = Counter(block.key for block in page)
    places = {block.key: place for place, block in enumerate(page) if there[block.key] == 1}
    known = accumulate(main, lambda last, block: places.get(block.key, last), initial=-1)
    return [block for _, block in sorted(zip([*known][1:], main, strict=True), key=itemgetter(0))]


def with_missed(main: Sequence[Block], page: Sequence[Block], titles: Sequence[str]) -> list[Block]:
    """Return the main text's blocks with the missed running text from similarly named elements below its first block.

    Extraction takes only the first of several elements into which a text is divided: entries, answers, parts between
    advertisements. Text below a linked heading, or another first-level heading, belongs to another article.

    Args:
        titles: the page's first-level headings.
    """
    found = list(_places(main, page))
    held = {place for place in found if place is not None}
    if not held:
        return list(main)
    boxes = {page[place].box for place in held if page[place].prose}
    told = {key for block in main for key in _sentences(block)}
    missed: list[int] = []
    heading: Block | None = None
    for place in range(min(held) + 1, len(page)):
        block = page[place]
        if block.kind is Kind.HEADING and block.text in titles:
            break
        if block.kind is Kind.HEADING or place in held:
            heading = block
        elif heading and heading.linked:
            continue
        elif _is_missed(block, boxes) and told.isdisjoint(_sentences(block)):
            missed.append(place)
    return _merged(main, found, page, missed)


def _is_missed(block: Block, boxes: Set[str]) -> bool:
    told = block.prose and block.kind is Kind.PARAGRAPH and not block.linked
    return told and block.box in boxes and not is_refused(block)


def _sentences(block: Block) -> Iterator[str]:
    """Yield the last words of its longer sentences: a picture or a button may part one in two on the page."""
    sentences = (Block(sentence) for sentence in block.sentences)
    return (" ".join(it.key.split()[-_LAST_WORDS:]) for it in sentences if it.words >= _TELLING_WORDS)


def _merged(
    main: Sequence[Block], found: Sequence[int | None], page: Sequence[Block], missed: list[int]
) -> list[Block]:
    """Return the blocks in the order of the page; one of unknown position stays after the block before it."""
    whole: list[Block] = []
    for block, place in zip(main, found, strict=True):
        while missed and place is not None and missed[0] < place:
            whole.append(page[missed.pop(0)])
        whole.append(block)
    return whole + [page[place] for place in missed]


def with_structure(main: Sequence[Block], page: Sequence[Block]) -> list[Block]:
    """Return the main text's blocks with the page's subheadings, lists and times between them."""
    found = list(_places(main, page))
    here = [place for place in found if place is not None]
    whole = [block for block in page[max(0, here[0] - 1) : here[0]] if minutes(block) is not None] if here else []
    for block, place in zip(main, found, strict=True):
        whole.append(block)
        if place is not None:
            after = bisect_left(here, place + 1)
            closed = after < len(here)
            gap = page[place + 1 : here[after] if closed else place + 1 + _REACH]
            if len(gap) <= _REACH:  # in a longer gap, the page has put something else
                whole += _structure(gap, closed=closed)
    return whole


def _places(main: Sequence[Block], page: Sequence[Block]) -> Iterator[int | None]:
    """Yield the position of each block of the main text on the page, ascending; None for one that is out of order."""
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
    """Return lists right below a paragraph or subheading, and subheadings and times right above a list or paragraph.

    Args:
        closed: whether a paragraph of the article follows the gap.
    """
    heads: set[int] = set()
    follows = closed
    for place in reversed(range(len(gap))):
        block = gap[place]
        if not follows and block.kind is not Kind.ITEM:
            continue
        timed = minutes(block) is not None
        if is_refused(block) and not timed:  # a button between a subheading and its text
            continue
        follows = not block.linked and (block.kind is Kind.ITEM or ((timed or block.kind is Kind.HEADING) and follows))
        if follows and block.kind is not Kind.ITEM:
            heads.add(place)
    kept: list[Block] = []
    under = True
    for place, block in enumerate(gap):
        listed = under and block.kind is Kind.ITEM and not block.linked and not is_refused(block)
        under = place in heads or listed
        if under:
            kept.append(block)
    return kept


def once(main: Sequence[Block], page: Sequence[Block]) -> list[Block]:
    """Return the main text's blocks without those that occur in it more often than on the page."""
    there = Counter(block.key for block in page)
    said: Counter[str] = Counter()
    kept = []
    for block in main:
        said[block.key] += 1
        if said[block.key] <= max(1, there[block.key]):
            kept.append(block)
    return kept
