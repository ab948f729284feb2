"""Turns lines of printed pages into blocks: the title by its size, paragraphs by places, running heads, and notes."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, groupby, pairwise
from typing import NamedTuple

from .boilerplate import Block, Kind
from .boilerplate.byline import is_meta, is_paper
from .clean import join_lines

_EDGE_LINES = 2
"""Lines at the top and bottom of a page that may be running heads or page numbers."""
_RUNNING_PAGES = 3
"""A line at the edge of this many pages is a running head, or of two if there are no more than this, because the first
page often has none; two of many may begin alike by chance."""
_STEADY = 0.5
"""Share of characters in the most frequent size, above which sizes mean something: recognised text varies by line."""
_SMALL, _LARGE = 0.9, 1.15
"""Sizes of notes and of headlines, as shares of the body's: notes are set at 0.7 to 0.87, headlines at 1.4 or more."""
_MOST_SMALL = 0.3
"""Share of a page that heads and notes may take; if there is more small text, it is a part of the article."""
_HEAD_LINES = 5
"""Lines at the beginning among which byline and date are paragraphs of their own."""
_TITLE_CHARS = 8
"""Minimum length of a title; what is larger and shorter is an initial or a page's number."""
_TITLE_LINES = 300
"""Lines of the first page that may be the title's, each compared with all others."""
_MOST_ABOVE = 300
"""Characters above a title, of the paper's name, the date and the like: what has more above it is a subheading."""
_NOTE = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹*†‡]|\d{1,3}[^\W\d_]{2}")
_BULLET = re.compile(r"[•▪■◦‣●]\s*\S")
_GAP = 1.4
"""The smallest distance of paragraphs set apart, in distances of lines."""
_INDENT = 6
"""The largest indent, in sizes of letters; what begins further to the right is in another column."""


class Line(NamedTuple):
    """A line of a page, or a piece of one; sizes and places in points or characters, in the direction of its text."""

    text: str
    size: float
    """The size of most of its characters."""
    left: float
    """Where it begins."""
    height: float
    """The height of its baseline, which falls from line to line."""
    bold: bool
    """Whether all of it is bold, as subheadings are."""


def page_blocks(pages: Sequence[Sequence[Line]]) -> Iterator[Block]:
    """Yield paragraphs, with the title, running heads and notes between them as separate blocks."""
    pages = _steady([_with_initials(lines) for lines in pages if lines])
    running, size = _running(pages), _most(_sizes(pages))
    width, leading = _usual_width(pages), _leading(pages)
    pending: list[Line] = []
    between: list[Block] = []
    for number, lines in enumerate(pages):
        title = _title(lines, size) if number == 0 else range(0)
        aside = _asides(lines, running, size).difference(title)
        for place, line in enumerate(lines):
            near_title = number == 0 and place < _HEAD_LINES
            if not pending or (
                (near_title and (_is_meta(line) or _is_meta(pending[-1])))
                or _ends_early(pending[-1], line, width)
                or _is_over(pending[-1], lines, place, leading=leading, aside=place in aside)
            ):
                yield from (*_paragraph(pending), *between)
                pending, between = [], []
            if place in aside:
                between.append(Block(line.text, kind=Kind.RUNNING))
            elif place not in title:
                pending.append(line)
            elif place == title[-1]:
                yield Block(join_lines(lines[each].text for each in title), kind=Kind.TITLE)
    yield from (*_paragraph(pending), *between)


def _paragraph(lines: Sequence[Line]) -> Iterator[Block]:
    text = join_lines(line.text for line in lines)
    if any(char.isalnum() for char in text):
        yield Block(text, kind=Kind.PARAGRAPH)


def _is_meta(line: Line) -> bool:
    return is_meta(Block(line.text))


def _ends_early(last: Line, line: Line, width: int) -> bool:
    """Return whether a line ends early, and thus its paragraph: if a sentence ends there, or none goes on."""
    if len(last.text) >= 0.85 * width:
        return False
    return Block(last.text).ends or (len(last.text) < 0.6 * width and not _goes_on(last, line))


def _goes_on(last: Line, line: Line) -> bool:
    """Return whether a sentence goes on in the next line for certain."""
    return line.text[:1].islower() or last.text.endswith(("-", "\u2010"))


def _is_over(last: Line, lines: Sequence[Line], place: int, *, leading: float, aside: bool) -> bool:
    """Return whether a paragraph ends with its last line; `lines[place]` is the line, or the running head, after it."""
    line, ends = lines[place], Block(last.text).ends
    if aside:
        return ends
    if line.bold is not last.bold or not 0.95 < line.size / last.size < 1.05:
        return True
    down = last.height - line.height
    apart = down > _GAP * leading and abs(line.left - last.left) < _INDENT * line.size
    if _BULLET.match(line.text) or (apart and (ends or not _goes_on(last, line))):
        return True
    # At the top of a column, only the line below tells whether a line is indented.
    other = last if down > 0 else lines[min(place + 1, len(lines) - 1)]
    return ends and 0.5 < (line.left - other.left) / line.size < _INDENT


def _with_initials(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with each large initial before the rest of its word."""
    found: list[Line] = []
    initial = ""
    for line, below in zip(lines, [*lines[1:], None], strict=True):
        if below is not None and len(line.text) == 1 and line.text.isalpha() and line.size > 1.5 * below.size:
            initial = line.text
        else:
            found.append(line._replace(text=initial + line.text))
            initial = ""
    return found


def _steady(pages: Sequence[Sequence[Line]]) -> Sequence[Sequence[Line]]:
    """Return the pages; if sizes vary from line to line, in whole multiples of the text's usual size."""
    sizes = _sizes(pages)
    if sizes[_most(sizes)] >= _STEADY * sizes.total():
        return pages
    ordered = sorted(sizes)
    chars = list(accumulate(sizes[size] for size in ordered))
    usual = ordered[bisect_left(chars, chars[-1] / 2)]
    return [[line._replace(size=usual * max(1, round(line.size / usual))) for line in lines] for lines in pages]


def _sizes(pages: Sequence[Sequence[Line]]) -> Counter[float]:
    """Return how many characters are of each size."""
    sizes: Counter[float] = Counter()
    for line in chain.from_iterable(pages):
        sizes[line.size] += len(line.text)
    return sizes


def _most(counts: Counter[float]) -> float:
    return max(counts, key=counts.__getitem__, default=1.0)


def _title(lines: Sequence[Line], size: float) -> range:
    """Return the places of the first page's largest lines above its text, unless they name the paper."""
    found, most = range(0), _LARGE * size
    for largest, group in groupby(range(min(len(lines), _TITLE_LINES)), key=lambda place: lines[place].size):
        run = list(group)
        text = " ".join(lines[place].text for place in run)
        if largest > most and len(text) >= _TITLE_CHARS and not is_paper(Block(text)):
            above = [line for line in lines if line.size < largest and line.height > lines[run[0]].height]
            if _chars(above) < _MOST_ABOVE:
                found, most = range(run[0], run[-1] + 1), largest
    return found


def _asides(lines: Sequence[Line], running: frozenset[str], size: float) -> frozenset[int]:
    """Return the places of running heads and page numbers at a page's edges, and of notes."""
    at_edge = {*range(min(_EDGE_LINES, len(lines))), *range(max(0, len(lines) - _EDGE_LINES), len(lines))}
    found = {
        place
        for place in at_edge
        if _shape(lines[place].text) in running or re.fullmatch(r"[\W\d]{1,8}", lines[place].text)
    }
    small = [place in found or line.size < _SMALL * size for place, line in enumerate(lines)]
    most = _MOST_SMALL * _chars(lines)
    for is_small, group in groupby(range(len(lines)), key=small.__getitem__):
        run = list(group)
        edge = run[-1] == len(lines) - 1 or (run[0] == 0 and len(run) <= _EDGE_LINES)
        aside = edge or _NOTE.match(lines[run[0]].text)
        if is_small and aside and _chars([lines[place] for place in run]) <= most:
            found.update(run)
    return frozenset(found)


def _chars(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _running(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    edges = Counter(
        shape
        for lines in pages
        for shape in {_shape(line.text) for line in (*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:])}
    )
    enough = _RUNNING_PAGES if len(pages) > _RUNNING_PAGES else 2
    return frozenset(shape for shape, count in edges.items() if count >= enough)


def _shape(text: str) -> str:
    """Return a line with "#" for its numbers, so that it is the same on every page."""
    return re.sub(r"\d+", "#", text)


def _usual_width(pages: Sequence[Sequence[Line]]) -> int:
    widths = sorted(len(line.text) for lines in pages for line in lines)
    return widths[int(len(widths) * 0.9)] if widths else 0


def _leading(pages: Sequence[Sequence[Line]]) -> float:
    """Return the most frequent distance of two lines."""
    falls = (above.height - line.height for lines in pages for above, line in pairwise(lines))
    return _most(Counter(round(fall, 1) for fall in falls if fall > 0))
