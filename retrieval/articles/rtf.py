"""Reads rich text (.rtf), as TextEdit, WordPad and older newsroom programs write it, with striprtf."""

import re
from collections.abc import Iterator

from ..types import Article, ReadOptions
from .assemble import assemble
from .boilerplate import Origin
from .clean import clean_text, fold
from .document import Document
from .failure import UnreadableError, library
from .pasted import text_blocks
from .rows import row_lines

_DELETED = re.compile(r"\{(?:[^{}\\]|\\(?!deleted\b))*+\\deleted\b[^{}]*+\}")
_ROW = re.compile(r"^(.+)\|$", re.MULTILINE)
"""A row of a table: striprtf puts this sign after each cell."""
_MAX_FONTS = 2**16
_MAX_FONT = 2_000
"""Maximum length of the font table, and of one font in it: striprtf's time grows with their square and cube."""


def read(document: Document, options: ReadOptions) -> Iterator[Article]:
    """Yield the single article of a document. Its properties are ignored: they name accounts and templates."""
    yield assemble(document, options, text_blocks(clean_text(_text(document.read()))), {}, origin=Origin.PASTED)


def _text(content: bytes) -> str:
    striprtf = library("striprtf.striprtf", of="rich text", extra="word")
    # Otherwise a link's address would appear after its words, and deleted text among the rest.
    markup = _DELETED.sub("", content.decode("latin-1").replace("HYPERLINK", ""))
    fonts = striprtf.font_table_group(markup)
    try:
        if len(fonts) > _MAX_FONTS or any(len(font) > _MAX_FONT for font in fonts.split(";")):
            raise ValueError("a table of fonts without an end")
        text: str = striprtf.rtf_to_text(markup, errors="replace")
    except Exception as error:  # a damaged document can make striprtf raise anything
        raise UnreadableError("the rich text is damaged", "open it and save it again as .rtf or .docx") from error
    text = _ROW.sub(lambda row: next(row_lines([[fold(cell) for cell in row[1].split("|")]], headed=False), ""), text)
    # Characters beyond U+FFFF are written as surrogate pairs.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
