"""Turns files into articles: one reader per format, boilerplate dropped but kept for show, metadata with provenance."""

from .failure import ReadFailure
from .files import find_files
from .reader import read_articles

VERSION = 29
"""Increase when the same file yields different articles, so that every file is read again."""

__all__ = ["VERSION", "ReadFailure", "find_files", "read_articles"]
