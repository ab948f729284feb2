"""Reads PDF files that contain text, with pypdf: joins lines to paragraphs, finds running heads by their repetition."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from ..types import Article, ReadOptions
from .assemble import assemble
from .boilerplate import Block, Kind, Origin
from .clean import clean_text, fold
from .document import Document
from .facts import Facts, offer
from .failure import UnreadableError, library

_MAX_PAGES = 2_000
_EDGE_LINES = 2
"""Lines at the top and bottom of a page that may be running heads or page numbers."""
_RUNNING_PAGES = 3
"""A line at the edge of this many pages is a running head; two may begin alike by chance."""
_USELESS_TITLE = re.compile(r"untitled|microsoft word|document\d*$|.*\.(?:docx?|pdf|indd|qxd|tex|dvi)$", re.IGNORECASE)


def read(document: Document, options: ReadOptions) -> Iterator[Article]:
    """Yield the single article of a PDF."""
    pypdf = library("pypdf", of="PDF", extra="pdf")
    try:
        reader = pypdf.PdfReader(BytesIO(document.read()))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("the PDF is encrypted", "save a copy without a password: qpdf --decrypt IN OUT")
        facts = _facts(reader.metadata)
        pages = [_lines(page) for page in reader.pages[:_MAX_PAGES]]
    except (pypdf.errors.PyPdfError, pypdf.errors.DependencyError) as error:
        raise UnreadableError(
            "the PDF is damaged or protected", "open it in a viewer and print it into a new PDF"
        ) from error
    if not any(pages):
        raise UnreadableError("the PDF holds pictures of pages, no text", "recognise its text first: ocrmypdf IN OUT")
    blocks = list(_blocks(pages))
    if blocks and "title" not in facts and blocks[0].words <= 25 and not blocks[0].ends:
        offer(facts, "title", blocks[0].text, "first line")
    yield assemble(document, options, blocks, facts, origin=Origin.WRITTEN)


def _facts(metadata: Any) -> Facts:
    """Return title and author from the file's metadata; its dates are those of the file, not of the article."""
    facts: Facts = {}
    if metadata is not None:
        title = metadata.title
        if isinstance(title, str) and not _USELESS_TITLE.match(title.strip()):
            offer(facts, "title", title, "PDF metadata")
        offer(facts, "author", metadata.author, "PDF metadata")
    return facts


def _lines(page: Any) -> list[str]:
    return [folded for folded in map(fold, clean_text(page.extract_text() or "").split("\n")) if folded]


def _blocks(pages: Sequence[Sequence[str]]) -> Iterator[Block]:
    """Yield paragraphs, with running heads between them as separate blocks."""
    running = _running(pages)
    width = _usual_width(pages)
    pending: list[str] = []
    for lines in pages:
        for place, line in enumerate(lines):
            at_edge = place < _EDGE_LINES or place >= len(lines) - _EDGE_LINES
            if at_edge and (_shape(line) in running or re.fullmatch(r"[\W\d]{1,8}", line)):
                yield from _paragraph(pending)
                pending = []
                yield Block(line, kind=Kind.RUNNING)
                continue
            pending.append(line)
            # A line that ends early ends its paragraph if a sentence ends there.
            if len(line) < 0.85 * width and (Block(line).ends or len(line) < 0.6 * width):
                yield from _paragraph(pending)
                pending = []
    yield from _paragraph(pending)


def _paragraph(lines: Sequence[str]) -> Iterator[Block]:
    """Yield the lines joined, with words rejoined that were hyphenated at a line's end."""
    text = re.sub(r"(?<=[^\W\d_])[-\u2010] (?=[^\W\d_A-ZА-Я])", "", " ".join(lines))
    if any(char.isalnum() for char in text):
        yield Block(text, kind=Kind.PARAGRAPH)


def _running(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    edges = Counter(
        shape for lines in pages for shape in {_shape(line) for line in (*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:])}
    )
    return frozenset(shape for shape, count in edges.items() if count >= _RUNNING_PAGES)


def _shape(line: str) -> str:
    """Return a line with "#" for its numbers, so that it is the same on every page."""
    return re.sub(r"\d+", "#", line)


def _usual_width(pages: Sequence[Sequence[str]]) -> int:
    widths = sorted(len(line) for lines in pages for line in lines)
    return widths[int(len(widths) * 0.9)] if widths else 0
