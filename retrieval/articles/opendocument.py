"""Reads OpenDocument texts (.odt), as LibreOffice and others write them, by translating their elements to HTML."""

from collections.abc import Iterator
from xml.etree import ElementTree

from ..types import Article, ReadOptions
from .assemble import assemble
from .boilerplate import Origin
from .document import Document
from .failure import UnreadableError
from .html import parse_markup, tree_blocks
from .zipped import DAMAGE, MAX_TEXT_BYTES, Members

_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_BODY = ".//{urn:oasis:names:tc:opendocument:xmlns:office:1.0}text"
_TITLE = "Title"
_TAGS = {
    "h": "h2", "p": "p", "list": "ul", "list-item": "li", "line-break": "br", "a": "a",
    "table": "table", "table-header-rows": "thead", "table-row": "tr", "table-cell": "td", "covered-table-cell": "td",
}  # fmt: skip
_SPACES = frozenset({"s", "tab"})
_PICTURE = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
"""Namespace of a picture's title and description."""
_SILENT = frozenset({"tracked-changes", "note", "annotation", "table-of-content"})
"""Deleted text, footnotes and endnotes, comments, and the table of contents."""


def read(document: Document, options: ReadOptions) -> Iterator[Article]:
    """Yield the single article of a document. Its properties are ignored: they name accounts and templates."""
    tree = parse_markup(_markup(document.read()))
    yield assemble(document, options, list(tree_blocks(tree)), {}, origin=Origin.PASTED)


def _markup(content: bytes) -> str:
    try:
        text = Members(content, "the document", max_bytes=MAX_TEXT_BYTES).read("content.xml")
        root = ElementTree.fromstring(text)  # noqa: S314 - expat bounds the expansion of entities
        body = root.find(_BODY)
        return "" if body is None else ElementTree.tostring(_as_page(body, _titled(root)), "unicode", method="html")
    except (*DAMAGE, ElementTree.ParseError, RuntimeError) as error:  # the last for a password, or endless nesting
        raise UnreadableError(
            "the OpenDocument text is damaged or protected", "open it and save it again as .odt, without a password"
        ) from error


def _titled(root: ElementTree.Element) -> frozenset[str | None]:
    """Return the names of the title style and of the styles derived from it."""
    styles = root.iter(f"{_STYLE}style")
    made = (style.get(f"{_STYLE}name") for style in styles if style.get(f"{_STYLE}parent-style-name") == _TITLE)
    return frozenset((_TITLE, *made))


def _as_page(body: ElementTree.Element, titled: frozenset[str | None]) -> ElementTree.Element:
    """Rename a document's elements to those of HTML; empty those that hold none of its text."""
    for node in list(body.iter()):
        name, style, tail = node.tag.rpartition("}")[2], node.get(f"{_TEXT}style-name"), node.tail
        if name in _SILENT or node.tag.startswith(_PICTURE):
            node.clear()
        node.attrib.clear()
        node.tag = "h1" if name == "p" and style in titled else _TAGS.get(name, "span")
        node.text = " " if name in _SPACES else node.text
        node.tail = tail
    body.tag = "body"
    return body
