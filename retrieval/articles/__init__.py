"""Files to articles: one reader a format, boilerplate dropped and shown, metadata with its provenance."""

from .failure import ReadFailure
from .files import find_files
from .reader import read_articles

VERSION = 9
"""Raise when the same file is read as other articles: every file is then read again."""

__all__ = ["VERSION", "ReadFailure", "find_files", "read_articles"]
