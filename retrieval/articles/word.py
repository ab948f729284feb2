"""Reads Word documents (.docx), from Word, LibreOffice, Pages and Google Docs, turned into HTML by mammoth."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from ..types import Article, ReadOptions
from .assemble import assemble
from .boilerplate import Origin
from .document import Document
from .failure import UnreadableError, library
from .html import parse_markup, tree_blocks
from .zipped import MAX_TEXT_BYTES, Members

_AROUND = re.compile(rb"(</?w:)(?:fldSimple|dir|bdo)(?=[\s/>])")
"""Tags of elements around text (a field such as the number of a figure, a direction) that mammoth would leave out."""
_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh"


def read(document: Document, options: ReadOptions) -> Iterator[Article]:
    """Yield the single article of a document. Its properties are ignored: they name accounts and templates."""
    tree = parse_markup(f"<body>{_markup(document.read())}</body>")
    yield assemble(document, options, list(tree_blocks(tree)), {}, origin=Origin.PASTED)


def _markup(content: bytes) -> str:
    mammoth = library("mammoth", of="Word documents", extra="word")
    try:
        result = mammoth.convert_to_html(
            _text_parts(content),
            # Otherwise a note would appear at the end as often as the text refers to it.
            transform_document=mammoth.transforms.element_of_type(
                mammoth.documents.NoteReference, lambda _: mammoth.documents.Text("")
            ),
            style_map=_STYLES,
            include_embedded_style_map=False,
            convert_image=lambda _image: [],
        )
    except UnreadableError:
        raise
    except Exception as error:  # a damaged document can make mammoth raise anything
        raise UnreadableError(
            "the Word document is damaged or protected", "open it and save it again as .docx, without a password"
        ) from error
    markup: str = result.value
    return markup


def _text_parts(content: bytes) -> BytesIO:
    """Return the document reduced to text and styles."""
    parts = BytesIO()
    members = Members(content, "the Word document", max_bytes=MAX_TEXT_BYTES)
    with zipfile.ZipFile(parts, "w") as copy:
        for name in sorted(members.names):
            if name.endswith((".xml", ".rels")):
                copy.writestr(name, _AROUND.sub(rb"\1smartTag", members.read(name)))
    parts.seek(0)
    return parts
