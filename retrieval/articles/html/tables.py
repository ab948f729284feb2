"""Turns each row of a page's data tables, and each term of a list of facts, into one cell that can be understood alone.

Layout tables are left alone.
"""

from itertools import takewhile
from typing import Any

from ..clean import clean_text, fold
from ..rows import row_lines

_LAYOUT = frozenset(("table", "h1", "h2", "h3", "h4", "form", "ul", "ol", "article", "section", "blockquote", "nav"))
"""Elements that occur in a table only if it lays out the page."""
_CELL_CHARS = 200
"""A longer cell is prose, so that its table lays out the page."""


def with_rows(root: Any) -> Any:
    """Return the tree with each row of its data tables joined into one cell, and each term with what is said of it."""
    for term in list(root.iter("dt")):
        _join_term(term, list(takewhile(lambda node: node.tag == "dd", term.itersiblings())))
    for table in list(root.iter("table")):
        if next(table.iterdescendants(*_LAYOUT), None) is not None:
            continue
        rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
        if rows and _is_data(table, rows):
            _join(rows)
    return root


def _is_data(table: Any, rows: list[list[Any]]) -> bool:
    cells = [cell for row in rows for cell in row]
    return (
        len(rows) > 1
        and max(map(len, rows)) > 1
        and table.get("role") != "presentation"
        and all(len(cell.text_content().strip()) <= _CELL_CHARS for cell in cells)
        # Menus and calendars consist of links.
        and sum(cell.find(".//a") is not None for cell in cells) * 2 <= len(cells)
    )


def _join(rows: list[list[Any]]) -> None:
    named = all(cell.tag == "th" or cell.getparent().getparent().tag == "thead" for cell in rows[0])
    headed = named and len(rows[0]) > 1
    texts = [[_text(cell) for cell in row] for row in rows]
    for row, line in zip(rows[1:] if headed else rows, row_lines(texts, headed=headed), strict=True):
        for cell in row[1:]:
            cell.getparent().remove(cell)
        if row:
            row[0].clear()
            row[0].tag, row[0].text = "td", line
    if headed:
        rows[0][0].getparent().drop_tree()


def _join_term(term: Any, values: list[Any]) -> None:
    """Join a short term and its values, which menus and teasers do not have: there the term or several are links."""
    name, *texts = [_text(cell) for cell in (term, *values)]
    links = [cell.find(".//a") is not None for cell in (term, *values)]
    if not (name and any(texts)) or links[0] or sum(links) > 1 or max(map(len, (name, *texts))) > _CELL_CHARS:
        return
    for value in values:
        value.getparent().remove(value)
    term.clear(keep_tail=True)
    term.tag, term.text = "dd", next(row_lines([[name, "; ".join(filter(None, texts))]], headed=False))


def _text(cell: Any) -> str:
    for inner in cell.iter("br", "p", "div", "li"):
        inner.tail = f" {inner.tail or ''}"
    return fold(clean_text(cell.text_content()))
