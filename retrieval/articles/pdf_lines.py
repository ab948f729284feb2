"""Reads the lines of a PDF's page with their sizes and places, as far as pypdf knows them. Knows no paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import hypot
from typing import Any

from .clean import clean_text, fold
from .html import raised
from .printed import Line

_NUMBER = re.compile(r"\s*(\d{1,3})(\s*)")
_MARK = re.compile(r"(?<=[^\W\d_A-Z]{4}[.!?])\d{1,2}(?=\s|$)")
"""A note mark in a font's own superscript figures, which have the size of the text: after the end of a sentence."""
_BOLD = re.compile("bold|black|heavy|demi", re.IGNORECASE)
_SMALL = 0.8
"""A raised number smaller than this share of its line's size is a note mark or a power."""


def page_lines(page: Any) -> Iterator[Line]:
    """Yield the lines of a page in its own order, without text whose font does not tell which letters it draws."""
    pieces: list[Line] = []

    def visit(text: str, at: Sequence[float], within: Sequence[float], font: Any, size: float) -> None:
        if text and not _nameless(font):
            bold = font is not None and _BOLD.search(str(font.get("/BaseFont"))) is not None
            pieces.append(_piece(text, at, within, size, bold=bold))

    page.extract_text(visitor_text=visit)
    yield from _lines(pieces)


def _nameless(font: Any) -> bool:
    """Return whether a font numbers its glyphs and has no table of the characters that they stand for."""
    if font is None or font.get("/Subtype") != "/Type0" or "/ToUnicode" in font:
        return False
    return font.get("/Encoding") in ("/Identity-H", "/Identity-V")


def _piece(text: str, at: Sequence[float], within: Sequence[float], size: float, *, bold: bool) -> Line:
    """Return a piece of a line, given the matrices of the page and of the text within it."""
    a, b, c, d, e, f = at
    along = within[0] * a + within[1] * c, within[0] * b + within[1] * d
    up = within[2] * a + within[3] * c, within[2] * b + within[3] * d
    x, y = within[4] * a + within[5] * c + e, within[4] * b + within[5] * d + f
    length, rise = hypot(*along) or 1.0, hypot(*up) or 1.0
    left, height = (x * along[0] + y * along[1]) / length, (x * up[0] + y * up[1]) / rise
    # A soft hyphen here is a hyphen that is drawn.
    return Line(text.replace("\u00ad", "-"), max(0.1, abs(size) * rise or 1.0), left, height, bold)


def _lines(pieces: Sequence[Line]) -> Iterator[Line]:
    pending: list[Line] = []
    for piece in pieces:
        first, *others = piece.text.split("\n")
        pending.append(piece._replace(text=first))
        for other in others:
            yield from _joined(pending)
            pending = [piece._replace(text=other)]
    yield from _joined(pending)


def _joined(pieces: Sequence[Line]) -> Iterator[Line]:
    shown = [piece for piece in pieces if piece.text.strip()]
    if not shown:
        return
    sizes: Counter[float] = Counter()
    for piece in shown:
        sizes[round(piece.size, 1)] += len(piece.text)
    size = sizes.most_common(1)[0][0]
    base = next(piece.height for piece in shown if round(piece.size, 1) == size)
    text = ""
    for piece in pieces:
        number = _NUMBER.fullmatch(piece.text) if piece.size < _SMALL * size and piece.height > base else None
        text += piece.text if number is None else raised(text[-20:].rstrip(), number[1]) + number[2]
    if folded := fold(clean_text(_MARK.sub("", text))):
        yield Line(folded, size, shown[0].left, shown[0].height, all(piece.bold for piece in shown))
