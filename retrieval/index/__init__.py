"""The index folder: the only home of SQL."""

from .check import check_index
from .model import Models
from .reader import IndexReader
from .report import UpdateReport
from .snapshot import ModelRecord, Row, Snapshot
from .writer import UpdateOptions, remove_articles, update_index

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
