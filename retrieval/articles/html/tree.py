"""An element tree to blocks: paragraphs, headings, list items, by the names of tags. Without recursion."""

from collections.abc import Iterator
from typing import Any

from ..boilerplate import Block, Kind
from ..clean import clean_text, fold

_HEADINGS = frozenset(("head", "h1", "h2", "h3", "h4", "h5", "h6"))
_ITEMS = frozenset(("item", "li", "dd", "dt"))
_BREAKS = (
    _HEADINGS
    | _ITEMS
    | frozenset(
        [
            "p",
            "quote",
            "blockquote",
            "list",
            "ul",
            "ol",
            "dl",
            "table",
            "row",
            "tr",
            "cell",
            "td",
            "th",
            "div",
            "section",
            "article",
            "main",
            "body",
            "header",
            "footer",
            "aside",
            "nav",
            "figure",
            "figcaption",
            "pre",
            "code",
            "form",
            "hr",
            "details",
            "summary",
            "fieldset",
            "address",
            "graphic",
            "option",
            "button",
            "label",
            "select",
        ]
    )
)
_SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "video",
        "audio",
        "canvas",
        "textarea",
        "input",
    ]
)


def tree_blocks(root: Any, *, without: frozenset[str] = frozenset()) -> Iterator[Block]:
    """Yield the blocks of a tree in the order of its text; tags of `without` are passed over with all they hold."""
    parts: list[str] = []
    kind = Kind.PARAGRAPH
    for text, opened in _events(root, _SILENT | without):
        if text is not None:
            parts.append(text)
            continue
        if block := _block(parts, kind):
            yield block
        parts = []
        kind = Kind.HEADING if opened in _HEADINGS else Kind.ITEM if opened in _ITEMS else Kind.PARAGRAPH
    if block := _block(parts, kind):
        yield block


def _block(parts: list[str], kind: Kind) -> Block | None:
    text = fold(clean_text("".join(parts)))
    return Block(text, kind=kind) if any(char.isalnum() for char in text) else None


def _events(root: Any, silent: frozenset[str]) -> Iterator[tuple[str | None, str]]:
    """Pieces of text, and the tags between them that begin or end a block; two line breaks in a row end a paragraph."""
    stack: list[tuple[Any, bool]] = [(root, False)]
    broken = False
    while stack:
        node, leaving = stack.pop()
        tag = node.tag if isinstance(node.tag, str) else ""
        if leaving:
            if tag in _BREAKS:
                yield None, ""
            if node is not root and node.tail:
                broken = broken and not node.tail.strip()
                yield node.tail, ""
            continue
        stack.append((node, True))
        if not tag or tag in silent:
            continue
        if tag in ("br", "lb"):
            yield (None, "p") if broken else (" ", "")
            broken = True
            continue
        if tag in _BREAKS:
            yield None, tag
        if node.text:
            broken = broken and not node.text.strip()
            yield node.text, ""
        stack.extend((child, False) for child in reversed(node))
