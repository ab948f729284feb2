"""Reads PDF files that contain text, with pypdf: title and author from its head, else from its metadata."""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from ..types import Article, ReadOptions
from .assemble import assemble, filled
from .boilerplate import Block, Kind, Origin
from .document import Document
from .facts import Facts, offer, value_of
from .failure import UnreadableError, library
from .pdf_lines import page_lines
from .people import people
from .printed import page_blocks

_MAX_PAGES = 2_000
_USELESS_TITLE = re.compile(
    r"untitled|microsoft word|template|document\d*$|.*\.(?:docx?|pdf|indd|qxd|tex|dvi)$", re.IGNORECASE
)


def read(document: Document, options: ReadOptions) -> Iterator[Article]:
    """Yield the single article of a PDF."""
    pypdf = library("pypdf", of="PDF", extra="pdf")
    try:
        reader = pypdf.PdfReader(BytesIO(document.read()))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("the PDF is encrypted", "save a copy without a password: qpdf --decrypt IN OUT")
        facts = _facts(reader.metadata)
        pages = [list(page_lines(page)) for page in reader.pages[:_MAX_PAGES]]
    except (pypdf.errors.PyPdfError, pypdf.errors.DependencyError) as error:
        raise UnreadableError(
            "the PDF is damaged or protected", "open it in a viewer and print it into a new PDF"
        ) from error
    if not any(pages):
        if any(page.extract_text().strip() for page in reader.pages[:1]):
            what = "the PDF does not tell which letters it shows"
            raise UnreadableError(what, "recognise its text anew: ocrmypdf --force-ocr IN OUT")
        raise UnreadableError("the PDF holds pictures of pages, no text", "recognise its text first: ocrmypdf IN OUT")
    blocks = list(page_blocks(pages))
    told: Facts = {}
    offer(told, "title", _title(blocks, value_of(facts, "title") or ""), "first line")
    yield filled(assemble(document, options, blocks, told, origin=Origin.WRITTEN), facts)


def _title(blocks: Sequence[Block], named: str) -> str | None:
    """Return the title that a PDF shows: its largest lines, or else the first one; None if its metadata tell it.

    Titles in metadata are often those of a template or of an issue, so they are taken if the text has them, too.
    """
    shown = [block for block in blocks if block.kind is not Kind.RUNNING]
    largest = next((block.text for block in shown if block.kind is Kind.TITLE), None)
    key = Block(named).key
    if key and (largest is None or any(block.key == key for block in shown)):
        return named
    first = shown[0] if shown else Block("")
    return largest or (first.text if first.words <= 25 and not first.ends else None)


def _facts(metadata: Any) -> Facts:
    """Return title and author from the file's metadata; its dates are those of the file, not of the article."""
    facts: Facts = {}
    if metadata is not None:
        title = metadata.title
        if isinstance(title, str) and not _USELESS_TITLE.match(title.strip()):
            offer(facts, "title", title, "PDF metadata")
        offer(facts, "author", people([metadata.author]) if isinstance(metadata.author, str) else None, "PDF metadata")
    return facts
