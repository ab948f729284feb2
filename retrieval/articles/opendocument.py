"""Reads OpenDocument texts (.odt), as LibreOffice and others write them, by translating their elements to HTML."""

from collections.abc import Iterator
from copy import copy
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
_PARAGRAPH = f"{_TEXT}p"
_BODY = ".//{urn:oasis:names:tc:opendocument:xmlns:office:1.0}text"
_TITLE = "Title"
_TAGS = {
    "h": "h2", "p": "p", "list": "ul", "list-item": "li", "line-break": "br", "a": "a",
    "table": "table", "table-header-rows": "thead", "table-row": "tr", "table-cell": "td", "covered-table-cell": "td",
}  # fmt: skip
_SPACES = frozenset({"s", "tab"})
_PICTURE = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
"""Namespace of a picture's title and description."""
_SILENT = frozenset({"tracked-changes", "note", "annotation", "table-of-content", "alphabetical-index", "ruby-text"})
"""Deleted text, footnotes and endnotes, comments, the table of contents, the index, and how signs are read."""
_BOX = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}text-box"


def read(document: Document, options: ReadOptions) -> Iterator[Article]:
    """Yield the single article of a document. Its properties are ignored: they name accounts and templates."""
    tree = parse_markup(_markup(document.read()))
    yield assemble(document, options, list(tree_blocks(tree)), {}, origin=Origin.PASTED)


def _markup(content: bytes) -> str:
    try:
        text = Members(content, "the document", max_bytes=MAX_TEXT_BYTES).read("content.xml")
        root = ElementTree.fromstring(text)  # noqa: S314 - expat bounds the expansion of entities
        body = root.find(_BODY)
        if body is None:
            return ""
        _part_boxes(body)
        return ElementTree.tostring(_as_page(body, _titled(root)), "unicode", method="html")
    except (*DAMAGE, ElementTree.ParseError, RuntimeError) as error:  # the last for a password, or endless nesting
        raise UnreadableError(
            "the OpenDocument text is damaged or protected", "open it and save it again as .odt, without a password"
        ) from error


def _titled(root: ElementTree.Element) -> frozenset[str | None]:
    """Return the names of the title style and of the styles derived from it."""
    styles = root.iter(f"{_STYLE}style")
    made = (style.get(f"{_STYLE}name") for style in styles if style.get(f"{_STYLE}parent-style-name") == _TITLE)
    return frozenset((_TITLE, *made))


def _part_boxes(body: ElementTree.Element) -> None:
    """Put each text box, such as that of a picture with a caption, below the paragraph that it is anchored in."""
    for parent in reversed([*body.iter()]):  # boxes in boxes first
        for place, node in reversed([*enumerate(parent)]):
            for box in _anchored(node) if node.tag == _PARAGRAPH else ():
                parent.insert(place + 1, copy(box))
                box.clear()


def _anchored(paragraph: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Yield the boxes in a paragraph, the last one first, but none in paragraphs of theirs."""
    waiting = [*paragraph]
    while waiting:
        node = waiting.pop()
        if node.tag == _BOX:
            yield node
        elif node.tag != _PARAGRAPH:
            waiting += node


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
