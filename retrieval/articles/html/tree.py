"""Turns an element tree into blocks (paragraphs, headings, list items) by tag names. Without recursion."""

import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from ..boilerplate import Block, Kind
from ..clean import clean_text, fold
from .parsing import BLANK_LINES, lxml_html, parse_markup

_HEADINGS = frozenset("head h1 h2 h3 h4 h5 h6".split())
_ITEMS = frozenset("item li dd dt".split())
_BREAKS = _HEADINGS | _ITEMS
_BREAKS |= frozenset(
    "p quote blockquote list ul ol dl table row tr cell td th div section article main body header footer aside nav"
    " figure figcaption pre code form hr details summary fieldset address graphic option button label select".split()
)
_SILENT = frozenset("script style noscript template svg math iframe object video audio canvas textarea input".split())

_KINDS = {
    **dict.fromkeys(_HEADINGS, Kind.HEADING),
    **dict.fromkeys(_ITEMS, Kind.ITEM),
    **dict.fromkeys(("td", "th", "cell"), Kind.CELL),
    "figcaption": Kind.CAPTION,
}
_LINKS = frozenset(("a", "ref"))
_BOXES = frozenset(("div", "section", "article", "main", "td", "body"))
_VARIED = re.compile(r"\d+|\b(?:odd|even|first|last|alt|active)\b")
"""The parts of class names and ids that differ between elements of one kind in a row."""
_LETTER = re.compile(r"[^\W_]")
"""A letter or a digit."""
_PARAGRAPH = re.compile(r"<(?:p|br|pre)\b", re.IGNORECASE)
_INNER = frozenset(("p", "div"))
"""Elements inside a heading or a list item that do not begin a new kind of block."""


def tree_blocks(
    root: Any, *, without: frozenset[str] = frozenset(), captions: frozenset[str] = frozenset()
) -> Iterator[Block]:
    """Yield the blocks of a tree in the order of its text; elements in `without` are skipped with all their content."""
    parts: list[str] = []
    kind = Kind.PARAGRAPH
    plain = False
    box = ""
    for text, tag, around in _events(root, _SILENT | without):
        if text is not None:
            if not parts:
                box = around
            parts.append(text)
            plain = plain or (tag not in _LINKS and _LETTER.search(text) is not None)
            continue
        block = _block(parts, kind, linked=not plain, box=box)
        if block:
            yield replace(block, kind=Kind.CAPTION) if block.text in captions and not block.ends else block
        parts, plain = [], False
        if block or tag not in _INNER:
            kind = _KINDS.get(tag, Kind.PARAGRAPH)
    if block := _block(parts, kind, linked=not plain, box=box):
        yield block


def piece_blocks(markup: str) -> Iterator[Block]:
    """Yield the blocks of a fragment. Without tags for paragraphs, blank lines end them, as in WordPress."""
    parted = markup if _PARAGRAPH.search(markup) else BLANK_LINES.sub("<p>", markup)
    yield from tree_blocks(parse_markup(f"<body>{parted}"))  # a tag, as the parser refuses a comment alone


def picture_names(root: Any) -> frozenset[str]:
    """Return the alternative texts of pictures: the same words below a picture are its caption."""
    names = (fold(clean_text(picture.get("alt") or "")) for picture in root.iter("img"))
    return frozenset(name for name in names if " " in name)


def _block(parts: list[str], kind: Kind, *, linked: bool, box: str) -> Block | None:
    text = "".join(parts)
    if not _LETTER.search(text):  # most text between tags is white space
        return None
    return Block(fold(clean_text(text)), kind=kind, linked=linked, box=box)


def _events(root: Any, silent: frozenset[str]) -> Iterator[tuple[str | None, str, str]]:
    """Yield pieces of text, and the tags that begin or end blocks; two consecutive line breaks end a paragraph.

    A piece comes with "a" if it is within a link, and with the name of the box around it.
    """
    boxes = [""]
    broken = False
    link: Any = None
    walk = lxml_html().etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        tag = node.tag
        if event == "start":
            if tag in silent:
                walk.skip_subtree()
            elif tag in ("br", "lb"):
                yield (None, "p", "") if broken else (" ", "", boxes[-1])
                broken = True
            else:
                if tag in _BREAKS:
                    yield None, tag, ""
                _enter(boxes, node)
                if tag in _LINKS and link is None:
                    link = node
                if node.text:
                    broken = broken and not node.text.strip()
                    yield node.text, "" if link is None else "a", boxes[-1]
            continue
        if event == "end" and tag in _BREAKS:
            yield None, "", ""
            if tag in _BOXES:
                boxes.pop()
        if node is link:
            link = None
        if node is not root and node.tail:
            broken = broken and not node.tail.strip()
            yield node.tail, "" if link is None else "a", boxes[-1]


def _enter(boxes: list[str], node: Any) -> None:
    if node.tag in _BOXES:
        name = " ".join(_VARIED.sub("", node.get("class") or node.get("id") or "").split())
        boxes.append(name or boxes[-1])
