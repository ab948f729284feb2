"""The index folder, the only home of its SQL. Writing, which imports all readers of articles, is in `index.writer`."""

from .check import check_index
from .facets import Facets
from .generation import NO_MODEL, ModelRecord
from .options import Models, UpdateOptions
from .reader import IndexReader
from .snapshot import Snapshot

__all__ = ["NO_MODEL", "Facets", "IndexReader", "ModelRecord", "Models", "Snapshot", "UpdateOptions", "check_index"]
