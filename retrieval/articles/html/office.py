"""Reads pages that a word processor saved: a document's text, without the markup of an article."""

import re
from collections.abc import Iterator
from typing import Any

from ..boilerplate import Block
from .dropping import drop_all
from .tree import tree_blocks

_WRITER = re.compile(r"microsoft word|libreoffice|openoffice", re.IGNORECASE)
_NOTES = (
    './/div[@title="header" or @title="footer" or starts-with(@id,"sdfootnote") or starts-with(@id,"sdendnote")'
    ' or contains(@style,"mso-element:footnote") or contains(@style,"mso-element:endnote")'
    ' or contains(@style,"mso-element:comment")'
    ' or (parent::body and p//a[starts-with(@id,"cmnt") or starts-with(@id,"ftnt")])]'
    ' | .//span[contains(@style,"mso-list:Ignore")]'
)
"""Running heads, notes and comments, as LibreOffice, Word and Google Docs mark them, and Word's bullets and numbers."""


def office_body(tree: Any) -> Any:
    """Return the body of a page by Word, LibreOffice or Google Docs; None for other pages."""
    writers = tree.xpath('//meta[translate(@name,"G","g")="generator"]/@content')
    body = tree.find("body")
    if body is not None and ("doc-content" in body.get("class", "").split() or any(map(_WRITER.search, writers))):
        return body
    return None


def office_blocks(body: Any) -> Iterator[Block]:
    drop_all(body, body.xpath(_NOTES))
    yield from tree_blocks(body)
