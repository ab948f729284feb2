"""Blocks in, body out: what a page says besides its article is dropped, each block with the name of its rule."""

from .blocks import Block, Kind, Origin
from .prune import Pruned, prune

__all__ = ["Block", "Kind", "Origin", "Pruned", "prune"]
