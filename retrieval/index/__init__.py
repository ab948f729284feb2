"""The index folder: the only home of SQL."""

from .check import check_index
from .gather import UpdateOptions
from .model import Models
from .reader import IndexReader
from .report import UpdateReport
from .snapshot import ModelRecord, Row, Snapshot
from .writer import remove_articles, update_index

__all__ = [
    "IndexReader",
    "ModelRecord",
    "Models",
    "Row",
    "Snapshot",
    "UpdateOptions",
    "UpdateReport",
    "check_index",
    "remove_articles",
    "update_index",
]
