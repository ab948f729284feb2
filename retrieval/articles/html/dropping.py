"""Drops elements from a tree, all at once: dropped one by one, each would copy all text before it in its parent."""

from collections.abc import Iterable
from typing import Any

from ..failure import library

DROPPED = "dropped"
"""The tag of what is left of an element until it is swept up."""


def drop_all(root: Any, nodes: Iterable[Any]) -> None:
    """Remove elements from a tree; the text after each stays."""
    for node in nodes:
        drop(node)
    sweep(root)


def drop(node: Any) -> None:
    """Empty an element, for `sweep` to remove it."""
    node.clear(keep_tail=True)
    node.tag = DROPPED


def sweep(root: Any) -> None:
    """Remove what was dropped."""
    library("lxml.etree", of="web pages", extra="html").strip_elements(root, DROPPED, with_tail=False)
