"""Text as people copy it from a page: no structure but lines, blank lines and words."""

import re
from collections.abc import Iterator

from ..types import Article, ReadOptions
from .assemble import assemble
from .boilerplate import Block, Kind, Origin
from .clean import clean_text, fold
from .decoding import decode
from .document import Document
from .unwrap import unwrap

_CITED = re.compile(r"(?:>\s?)+(?=\S)")
"""Before a line that a letter takes from another."""
_BULLET = re.compile(r"[*•●▪■◦‣·–—+-]\s+(?=\S)")


def read(document: Document, options: ReadOptions) -> Iterator[Article]:
    """Yield the one article of a text file."""
    blocks = text_blocks(clean_text(decode(document.read())))
    yield assemble(document, options, blocks, {}, origin=Origin.PASTED)


def text_blocks(text: str) -> list[Block]:
    """One block a line: pasted paragraphs have no line breaks inside, unless the text is wrapped, which is undone."""
    blocks = []
    gap = True
    for line in unwrap([_CITED.sub("", line, count=1) if line.startswith(">") else line for line in text.split("\n")]):
        folded = fold(line)
        if not any(char.isalnum() for char in folded):
            gap = gap or not folded
            continue
        bare = _BULLET.sub("", folded, count=1) if _BULLET.match(folded) else folded
        kind = Kind.ITEM if bare != folded and folded[0] not in "–—-" else Kind.LINE
        blocks.append(Block(bare if kind is Kind.ITEM else folded, kind=kind, gap=gap))
        gap = False
    return blocks
