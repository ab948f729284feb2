"""Separates an article's body from the rest of its page; each dropped block carries the name of its rule."""

from .blocks import Block, Kind, Origin
from .prune import prune

__all__ = ["Block", "Kind", "Origin", "prune"]
