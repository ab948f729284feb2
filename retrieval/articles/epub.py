"""Reads EPUB books: zips of XHTML files in the order of the spine. Sizes are bounded, since a zip may claim any."""

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

from ..types import Article, ReadOptions
from .assemble import assemble
from .boilerplate import Block, Origin
from .document import MAX_BYTES, Document
from .facts import Facts, offer
from .failure import UnreadableError, library
from .html import drop_all, markup_of, parse_markup, tree_blocks
from .people import people
from .zipped import DAMAGE, Members

_MAX_FILES = 5_000
CONTAINER = "META-INF/container.xml"
_OFFICE = {"[Content_Types].xml", "content.xml"}
"""Members of other documents of Microsoft Office and LibreOffice, which are zip files, too."""
_ENCRYPTION = "META-INF/encryption.xml"
_NOTES = re.compile(r"\b(?:foot|end|rear)notes?\b")
_NO_TEXT = re.compile(rf"{_NOTES.pattern}|\b(?:pagebreak|toc|copyright-page)\b")
"""Names for notes, numbers of printed pages and the like, in EPUB's own words and in those for screen readers."""
_PAGE = re.compile(r"^application/xhtml\+xml |\.x?html?$", re.IGNORECASE)
"""The media type of a text file, whatever its name, or else its suffix."""
_FIELDS = {"title": "title", "creator": "author", "publisher": "source", "date": "published", "language": "language"}
"""Dublin Core elements, and the fields of an article that they fill."""

_LATER = ("modification", "conversion")
"""What a date may be that of, rather than of the publication."""


def read(document: Document, options: ReadOptions) -> Iterator[Article]:
    """Yield the single article that a book is."""
    library("lxml.html", of="EPUB", extra="html")
    try:
        yield _article(document, options, Members(document.read(), "the EPUB", max_bytes=MAX_BYTES))
    except (*DAMAGE, ElementTree.ParseError) as error:
        what = "EPUB" if document.suffix == ".epub" else "zip file"
        raise UnreadableError(f"the {what} is damaged", "download or export it again") from error
    except RuntimeError as error:  # what zipfile raises for a password
        raise UnreadableError("the EPUB is protected", "save a copy without protection") from error


def _article(document: Document, options: ReadOptions, book: Members) -> Article:
    if CONTAINER not in book.names:
        if not _OFFICE.isdisjoint(book.names):
            raise UnreadableError(
                "this is an office program's document", "save it as .docx, .odt, PDF, HTML or plain text"
            )
        raise UnreadableError("this is a zip file, but no EPUB", "unpack it and index what is in it")
    package = _package_name(book)
    root = ElementTree.fromstring(book.read(package))  # noqa: S314 - expat bounds the expansion of entities
    names = _spine(root, dirname(package))
    if not _encrypted(book).isdisjoint(names):
        raise UnreadableError("the EPUB is protected", "save a copy without protection")
    facts: Facts = {}
    for field, values in _metadata(root).items():
        offer(facts, field, people(values) if field == "author" else values[0], "EPUB metadata")
    blocks = [block for name in names if name in book.names for block in _blocks(book, name)]
    return assemble(document, options, blocks, facts, origin=Origin.WRITTEN)


def _package_name(book: Members) -> str:
    container = ElementTree.fromstring(book.read(CONTAINER))  # noqa: S314
    for node in container.iter():
        if node.tag.endswith("}rootfile") and (name := node.get("full-path")):
            return name
    raise KeyError(CONTAINER)


def _encrypted(book: Members) -> set[str]:
    """Return the names of the encrypted files: in many a book without protection, its fonts."""
    if _ENCRYPTION not in book.names:
        return set()
    root = ElementTree.fromstring(book.read(_ENCRYPTION))  # noqa: S314
    return {unquote(node.get("URI", "")) for node in root.iter() if node.tag.endswith("}CipherReference")}


def _metadata(root: ElementTree.Element) -> dict[str, list[Any]]:
    refined = {node.get("refines"): node.text for node in root.iter() if node.get("property") == "role"}
    found: dict[str, list[Any]] = {}
    for node in root.iter():
        field = _FIELDS.get(node.tag.rpartition("}")[2]) if "purl.org/dc" in node.tag else None
        # The role of a creator is a library code: "ill" is the illustrator.
        said = {key.rpartition("}")[2]: value for key, value in node.items()}
        role = said.get("role") or refined.get(f"#{node.get('id')}")
        other = role not in (None, "aut") if field == "author" else said.get("event") in _LATER
        if field and node.text and not other:
            found.setdefault(field, []).append(node.text)
    return found


def _spine(root: ElementTree.Element, folder: str) -> list[str]:
    """Return the names of the text files in reading order."""
    items = [node for node in root.iter() if node.tag.endswith("}item")]
    texts = [item for item in items if _PAGE.search(f"{item.get('media-type')} {item.get('href')}")]
    places = {item.get("id"): item.get("href", "") for item in texts}
    order = [node.get("idref") for node in root.iter() if node.tag.endswith("}itemref")]
    return [normpath(join(folder, unquote(places[idref]))) for idref in order if places.get(idref)][:_MAX_FILES]


def _blocks(book: Members, name: str) -> Iterator[Block]:
    content = book.read(name)
    try:
        tree = parse_markup(markup_of(content))
    except UnreadableError:  # a file without text
        return
    named = tree.xpath("//*[@role or @class or @*[name()='epub:type']]")
    drop_all(tree, [node for node in named if node is not tree and _is_no_text(node)])
    yield from tree_blocks(tree, without=frozenset(("nav", "head")))


def _is_no_text(node: Any) -> bool:
    # A class "pagebreak" may be that of the first paragraph on a page.
    called = _NO_TEXT.search(f"{node.get('role')} {node.get('epub:type')}")
    return bool(called or _NOTES.search(node.get("class", "")))
