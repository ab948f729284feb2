"""Reads text as people paste it from a page: no structure but lines, blank lines and words; lines may be wrapped."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from ..types import Article, ReadOptions
from .assemble import assemble
from .boilerplate import Block, Kind, Origin
from .clean import clean_text, fold
from .decoding import decode
from .document import Document

_CITED = re.compile(r"(?:>\s?)+(?=\S)")
"""The mark before a line quoted from another mail."""
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?![\s*_])([^*_]{1,200})(?<!\s)\1")
"""A line that is emphasised as a whole."""
_BULLET = re.compile(r"[*•●▪■◦‣·–—+-]\s+(?=\S)")
_WIDTHS = range(40, 121)
"""Widths at which people and mail programs wrap lines; a longer line anywhere means that the text is not wrapped."""
_LINK = re.compile(r"https?://\S+")
"""An address, which nobody wraps."""

_MIN_WRAPPED_LINES = 3
"""A paragraph of this many full lines shows that a text is wrapped; then two full lines are a paragraph, too."""


def read(document: Document, options: ReadOptions) -> Iterator[Article]:
    """Yield the single article of a text file."""
    blocks = text_blocks(clean_text(decode(document.read())))
    yield assemble(document, options, blocks, {}, origin=Origin.PASTED)


def text_blocks(text: str) -> list[Block]:
    """Return one block per line: pasted paragraphs have no line breaks, except in wrapped text, which is unwrapped."""
    blocks = []
    gap = True
    for line in _unwrap([_CITED.sub("", line, count=1) if line.startswith(">") else line for line in text.split("\n")]):
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


def _unwrap(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines, with those of each wrapped paragraph joined."""
    width = max((len(_LINK.sub("", line).rstrip()) for line in lines), default=0)
    if width not in _WIDTHS:
        yield from lines
        return
    paragraphs = [list(group) for _, group in groupby(lines, key=lambda line: not line.strip())]
    wrapped = [len(it) > 1 and bool(it[0].strip()) and _full(it, width) for it in paragraphs]
    shown = any(full and len(it) >= _MIN_WRAPPED_LINES for it, full in zip(paragraphs, wrapped, strict=True))
    for paragraph, full in zip(paragraphs, wrapped, strict=True):
        if shown and full:
            yield " ".join(line.strip() for line in paragraph)
        else:
            yield from paragraph


def _full(paragraph: Sequence[str], width: int) -> bool:
    """Return whether no line had room for the next one's first word: only programs that wrap fill lines like that."""
    pairs = pairwise(paragraph)
    return all(len(line.rstrip()) + 1 + len(after.split()[0]) > width * 0.94 for line, after in pairs)
