"""The index folder: the only home of SQL."""

from .reader import IndexReader, Snapshot
from .report import UpdateReport
from .writer import remove_articles, update_index

__all__ = ["IndexReader", "Snapshot", "UpdateReport", "remove_articles", "update_index"]
