"""Removes note marks from a page: "in 1871" with the mark of its first note would read "in 18711".

Also removes the link beside a wiki's subheading: "History[edit]".
"""

import re
from typing import Any

from .dropping import DROPPED, drop, sweep

_MARK = re.compile(r"\[[^\[\]]{1,60}\]|\(?(?:\d{1,3}|[*†‡§¶#]{1,3})\)?[,;]?")
"""The text of any link to a note; in superscript, brackets may also contain "citation needed"."""
_LETTER = re.compile(r"[a-z]|[ivx]{2,5}")
"""A note mark only if it is superscript and a link."""
_NUMBER = re.compile(r"\d{1,3}")
_NOTE_CLASS = re.compile(r"noteref|(?:foot|end|side)-?note|\bfn-?ref|\breference\b(?! (?:in|ex)ternal)", re.IGNORECASE)
_NO_BASE = re.compile(r"(?:\b(?:1\d|20)\d\d|[.,;:!?…”»\"]|[^\W\d_]{4})\Z")
"""Text that is never raised to a power: a year, the end of a clause, a word. Shorter ones may be units: m³."""
_UNIT = re.compile(r"(?:met|mét|mèt|мет|feet|foot|inch|mile|yard|zoll)\w{0,4}\Z", re.IGNORECASE)
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_INLINE = frozenset("a abbr b cite em font i mark q small span strong sub sup time u".split()) | {DROPPED}
_STEPS = 20
"""Maximum number of elements examined for the text before a mark, which is usually in the next one or two."""


def without_notes(root: Any) -> Any:
    """Return the tree without note marks; other superscript numbers become superscript characters: m², 10⁶."""
    for node in root.xpath('//span[contains(@class,"mw-editsection")]'):
        drop(node)
    for node in list(root.iter("a", "sup")):
        text = node.text_content().strip() if node.getparent() is not None else ""
        if not text or len(text) > 62:
            continue
        if _is_note(node, text):
            drop(node)
        elif node.tag == "sup" and _NUMBER.fullmatch(text) and (before := _before(node).rstrip()):
            # "with ¹⁴C": a superscript may belong to the text that follows it immediately.
            shown = text.translate(RAISED) if (node.tail or "")[:1].isalpha() else raised(before, text)
            if not shown:
                drop(node)
            elif before[-1].isalnum() or before[-1] == ")":
                node.clear(keep_tail=True)
                node.text = shown
    sweep(root)
    return root


def raised(before: str, number: str) -> str:
    """Return a superscript number in superscript characters, or "" if it marks a note to the text before it."""
    return "" if _NO_BASE.search(before) and not _UNIT.search(before) else number.translate(RAISED)


def _is_note(node: Any, text: str) -> bool:
    marked = _MARK.fullmatch(text) is not None
    if node.tag == "sup":
        linked = node.find(".//a") is not None or node.getparent().tag == "a"
        told = linked or text.startswith("[") or _is_called_note(node)
        return (marked and told) or (linked and _LETTER.fullmatch(text) is not None)
    if not marked:
        return False
    # "see table 2" is part of the text, and preceded by a space.
    return _is_called_note(node) or ("#" in node.get("href", "") and bool(_before(node)[-1:].strip(" \t\n(")))


def _is_called_note(node: Any) -> bool:
    said = f"{node.get('role', '')} {node.get('epub:type', '')} {node.get('class', '')}"
    return _NOTE_CLASS.search(said) is not None


def _before(node: Any) -> str:
    """Return the end of the text before the node in its paragraph."""
    at_end = False  # whether to go back from the node's end, that is into it, or from its beginning
    for _ in range(_STEPS):
        back = next(node.iterchildren(reversed=True), None) if at_end else node.getprevious()
        if back is None:
            back = node if at_end else node.getparent()
            at_end, text = False, back.text
        else:
            at_end, text = True, back.tail
        if text:
            return str(text[-20:])
        node = back
        if node.tag not in _INLINE or node.getparent() is None:
            break
    return ""
