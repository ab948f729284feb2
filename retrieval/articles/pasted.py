"""Reads text as people paste it from a page: no structure but lines, blank lines and words; lines may be wrapped."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, compress, groupby, pairwise

from msgspec.structs import replace

from ..types import Article, ReadOptions
from .assemble import assemble
from .boilerplate import Block, Kind, Origin
from .clean import clean_text, fold
from .decoding import decode
from .document import Document
from .printed import Line, page_blocks

_CITED = re.compile(r"\A(?:>\s?)+")
"""The mark before a line quoted from another mail."""
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?![\s*_])([^*_]{1,200})(?<!\s)\1")
"""A line that is emphasised as a whole."""
_BULLET = re.compile(r"[*•●▪■◦‣·–—+-]\s+(?=\S)")
_WIDTHS = range(40, 121)
"""Widths at which people and mail programs wrap lines; a longer line anywhere means that the text is not wrapped."""
_LINK = re.compile(r"https?://\S+")
"""An address, which nobody wraps."""

_DIVIDED = re.compile(r"[^\W\d_]{2}[-\u2010](?: {3,}\S[^\n]*)?\n\s*([^\W\d_])")
"""A word divided at the end of a line, or of a line in the column on the left; what follows in capitals may be a name:
"Sachsen-\\nAnhalt"."""
_MIN_DIVIDED = 3
"""A text with this many divided words has the lines of its print, often recognised in a picture (OCR)."""
_MIN_RUN_ON = 10
"""As many lines that go on in the next one show the same, if no word was divided."""
_PAGE_END = re.compile(r"(?<=\n)(?<=\n\n)(?=[ \t]*\W{0,2}\d{1,4}\W{0,3}\n\n)")
"""Before the number of a page, alone between blank lines."""
_GUTTER = re.compile(r"(?<=\S) {3,}(?=\S)")
_MAX_COLUMNS = 8
_MIN_ROWS = 8
"""Lines with a gap at the same place, in half of a page at least, that show columns side by side."""

_MIN_WRAPPED = 2
"""This many full lines that go on in the next one show that a text is wrapped; those of a poem begin with capitals."""


def read(document: Document, options: ReadOptions) -> Iterator[Article]:
    """Yield the single article of a text file."""
    # A form feed ends a page of a text that was recognised in pictures of pages.
    blocks = text_blocks(*(clean_text(page) for page in decode(document.read()).split("\f") if page.strip()))
    yield assemble(document, options, blocks, {}, origin=Origin.PASTED)


def text_blocks(*pages: str) -> list[Block]:
    """Return one block per line: pasted paragraphs have no line breaks, except in wrapped text, which is unwrapped."""
    text = "\n".join(pages)
    runs = groupby(text.split("\n"), key=_depth)
    unwrapped = list(_unwrap([[_CITED.sub("", line) for line in run] for _, run in runs]))
    divided = sum(match[1].islower() for match in _DIVIDED.finditer(text))
    if divided >= _MIN_DIVIDED or _runs_on(unwrapped):
        return _printed([part for page in pages for part in _PAGE_END.split(page)])
    blocks = []
    gap = True
    for line in unwrapped:
        folded = fold(line)
        if whole := _EMPHASIS.fullmatch(folded):
            folded = whole[2]
        if not any(char.isalnum() for char in folded):
            gap = gap or not folded
            continue
        bare = _BULLET.sub("", folded, count=1) if _BULLET.match(folded) else folded
        kind = Kind.ITEM if bare != folded and folded[0] not in "–—-" else Kind.LINE
        blocks.append(Block(bare if kind is Kind.ITEM else folded, kind=kind, gap=gap))
        gap = False
    return blocks


def _runs_on(lines: Sequence[str]) -> bool:
    """Return whether many lines go on in the next one, and had no room for its first word, unlike those of a list."""
    shown = [line for line in map(str.strip, lines) if line]
    on = [(line, after.split()[0]) for line, after in pairwise(shown) if _goes_on(line, after)]
    if len(on) < _MIN_RUN_ON or len(on) * 3 < len(shown):
        return False
    width = sorted(map(len, shown))[len(shown) * 9 // 10]
    full = sum(len(line) + len(word) >= 0.9 * width for line, word in on)
    return full >= 0.9 * len(on)


def _goes_on(line: str, after: str) -> bool:
    """Return whether a line ends within a sentence, and the next one begins without a capital."""
    first = after.lstrip()[:1]
    return first.isalpha() and not first.isupper() and not Block(line.rstrip()).ends


def _printed(pages: Sequence[str]) -> list[Block]:
    """Return the paragraphs of a text with the lines of its print, whose places are counted in characters."""
    lines = [
        [
            Line(fold(line), 1.0, len(line) - len(line.lstrip()), -row, bold=False)
            for row, line in enumerate(_in_turn(page.expandtabs().split("\n")))
            if line.strip()
        ]
        for page in pages
    ]
    blocks = page_blocks(lines)
    return [replace(block, kind=Kind.LINE) if block.kind is Kind.PARAGRAPH else block for block in blocks]


def _in_turn(lines: Sequence[str], columns: int = _MAX_COLUMNS) -> list[str]:
    """Return the lines of a page with columns side by side one column after the other."""
    gaps = Counter(match.end() for line in lines for match in _GUTTER.finditer(line))
    gutter, rows = max(gaps.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    if columns == 1 or rows < _MIN_ROWS or rows * 2 < sum(map(bool, map(str.strip, lines))):
        return list(lines)
    first = next(row for row, line in enumerate(lines) if _GUTTER.search(line))
    left = [line[:gutter].rstrip() for line in lines[first:]]
    return [*lines[:first], *left, *_in_turn([line[gutter:] for line in lines[first:]], columns - 1)]


def _depth(line: str) -> int:
    """Return how often a line was cited."""
    marks = _CITED.match(line)
    return marks[0].count(">") if marks else 0


def _width(lines: Sequence[str]) -> int:
    return max((len(_LINK.sub("", line).rstrip()) for line in lines), default=0)


def _unwrap(runs: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines, with those of each wrapped paragraph joined.

    A mail program may have wrapped only what is cited; each run of lines then has a width of its own.
    """
    whole = list(chain.from_iterable(runs))
    paragraphs: list[list[str]] = []
    wrapped: list[bool] = []
    for lines in [whole] if _width(whole) in _WIDTHS else runs:
        width = _width(lines)
        found = list(_paragraphs(lines, width)) if width in _WIDTHS else [[line] for line in lines]
        paragraphs += found
        wrapped += [len(it) > 1 and all(_full(*pair, width) for pair in pairwise(it)) for it in found]
    on = sum(_goes_on(*pair) for it in compress(paragraphs, wrapped) for pair in pairwise(it))
    for paragraph, full in zip(paragraphs, wrapped, strict=True):
        if full and on >= _MIN_WRAPPED:
            yield " ".join(line.strip() for line in paragraph)
        else:
            yield from paragraph


def _paragraphs(lines: Sequence[str], width: int) -> Iterator[list[str]]:
    """Yield the lines in paragraphs, which end at a blank line, or at the end of a sentence with room behind it."""
    paragraph: list[str] = []
    for line, after in pairwise((*lines, "")):
        paragraph.append(line)
        told = line.strip() and after.strip()
        if not told or (Block(line.rstrip()).ends and not _full(line, after, width)):
            yield paragraph
            paragraph = []


def _full(line: str, after: str, width: int) -> bool:
    """Return whether a line had no room for the next one's first word: only programs that wrap fill lines like that."""
    return len(line.rstrip()) + 1 + len(after.split(maxsplit=1)[0]) > width * 0.94
