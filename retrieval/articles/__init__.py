"""Files to articles: one reader a format, boilerplate dropped and shown, metadata with its provenance."""

from .failure import ReadFailure
from .files import find_files
from .reader import read_articles

__all__ = ["ReadFailure", "find_files", "read_articles"]
