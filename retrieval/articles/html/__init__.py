"""Saved web pages: their metadata, their text, and the reader that combines the two."""

from .dropping import drop_all
from .jsonld import names_of
from .notes import raised
from .page import markup_of, read
from .parsing import parse_markup
from .tree import piece_blocks, tree_blocks

__all__ = ["drop_all", "markup_of", "names_of", "parse_markup", "piece_blocks", "raised", "read", "tree_blocks"]
