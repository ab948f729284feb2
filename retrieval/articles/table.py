"""Reads CSV tables of articles, one per row, with columns named like the fields of a dump."""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any

from ..types import Article, ReadOptions
from . import dump
from .decoding import decode
from .document import MAX_LINE_BYTES, Document
from .failure import ReadFailure, UnreadableError


def read(document: Document, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    """Yield one article per row."""
    yield from dump.read_rows(document, options, _rows(document))


def _rows(document: Document) -> Iterator[tuple[str, dict[str, Any]]]:
    text = decode(document.read()).removeprefix("\ufeff")
    csv.field_size_limit(MAX_LINE_BYTES)
    head = text.partition("\n")[0]
    rows = csv.reader(StringIO(text, newline=""), delimiter=max(",;\t|", key=head.count))
    try:
        names = [name.strip().lower().removeprefix("post_") for name in next(rows, [])]
        if not set(dump.TEXTS) & set(names):
            what = "it is a table, but no column of it is called text"
            raise UnreadableError(what, "name the column of the articles")
        for row in filter(None, rows):
            # Nothing is said of cells that a row lacks: there may be columns without end.
            cells = zip(names, row, strict=False)
            yield f"{document.path}, line {rows.line_num}", {name: cell for name, cell in cells if name}
    except csv.Error as error:
        raise UnreadableError("the table is damaged", "export it again as CSV") from error
