"""The marks of notes in a text: left in, they turn 1871 with its first note into 18711."""

import re
from typing import Any

_MARK = re.compile(r"\s*(?:[\[(]?(?:\d{1,3}|[a-z]|[*†‡§]{1,3})[\])]?[,;]?|\[[^\[\]]{1,40}\])\s*")
_MARKED = re.compile(r"(?:(?<!\d)(?:1[5-9]|20)\d\d|[.,;:!?»”\"]|[^\W\d_]{4})$")
_UNIT = re.compile(r"(?:met|mét|mèt|мет|feet|foot|inch|mile|yard|zoll)\w{0,4}$", re.IGNORECASE)
"""What a raised number is a power of. Shorter ones than a word of four letters are taken for units: m³, 10⁶."""


def drop_note_marks(tree: Any) -> None:
    """Take the marks of notes out of a tree, the text around them left as it is."""
    for node in list(tree.iter("sup", "a")):
        text = "".join(node.itertext()) if len(node) < 4 else ""
        if _MARK.fullmatch(text) and node.getparent() is not None and _is_mark(node):
            node.drop_tree()


def _is_mark(node: Any) -> bool:
    """Whether it is called the mark of a note, leads to one, or stands where nothing else is raised."""
    said = " ".join(node.get(name) or "" for name in ("class", "role", "epub:type"))
    if re.search(r"noteref|footnote|\breference\b", said):
        return True
    if node.tag == "a":
        return False
    if node.find(".//a") is not None or "[" in "".join(node.itertext()):
        return True
    before = node.getprevious()
    text = ((node.getparent().text if before is None else before.tail) or "").rstrip()
    number = "".join(node.itertext()).strip().isdigit()
    return number and _MARKED.search(text) is not None and not _UNIT.search(text)
