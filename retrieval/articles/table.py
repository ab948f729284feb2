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
    rows = csv.DictReader(StringIO(text, newline=""), delimiter=max(",;\t|", key=head.count))
    rows.fieldnames = [name.strip().lower().removeprefix("post_") for name in rows.fieldnames or ()]
    if not set(dump.TEXTS) & set(rows.fieldnames):
        raise UnreadableError("it is a table, but no column of it is called text", "name the column of the articles")
    try:
        for row in rows:
            yield f"{document.path}, line {rows.line_num}", {key: value for key, value in row.items() if key}
    except csv.Error as error:
        raise UnreadableError("the table is damaged", "export it again as CSV") from error
