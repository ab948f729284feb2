"""What an index's articles can be filtered by, and a filter as a condition of SQL."""

import json
from datetime import date
from typing import NamedTuple

from ..language.text import folded
from ..types import Filter


class Facets(NamedTuple):
    """What an index's articles can be filtered by: their sources and authors, each once; whether any has a date."""

    sources: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    dated: bool = False


def condition_of(where: Filter) -> tuple[str, list[str]]:
    """Return the SQL condition on an article that a filter makes, and its values."""
    among = "IN (SELECT value FROM json_each(?))"
    conditions = (
        (f"article.key {among}", where.articles),
        ("substr(article.published, 1, 10) >= ?", where.since),
        ("substr(article.published, 1, 10) <= ?", where.until),
        (f"article.language {among}", where.languages),
        (f"folded(coalesce(source, '')) {among}", [folded(source) for source in where.sources]),
        (
            "EXISTS (SELECT 1 FROM json_each(?) WHERE instr(', ' || folded(coalesce(author, '')) || ', ',"
            " ', ' || value || ', '))",
            [folded(author) for author in where.authors],
        ),
    )
    asked = {condition: value for condition, value in conditions if value}
    values = [str(value) if isinstance(value, date) else json.dumps(value) for value in asked.values()]
    return " AND ".join(["TRUE", *asked]), values
