"""The seal of an article: a checksum of everything that an answer shows of it, so that damage is detected, not quoted.

SQLite notices a broken page, but not a changed letter in it.
"""

import json
import sqlite3
from collections.abc import Sequence
from hashlib import blake2b

from ..types import Article

FACTS = ("title", "source", "author", "published", "language", "url")
"""What an index keeps of an article besides its text; each name is a column and a field of `Article`. If you add one,
old seals and hashes no longer match: raise `schema.SCHEMA_VERSION` as well."""

Bounds = tuple[str, int, int, int, int]
"""Key, ordinal, paragraph, start and end of a passage."""


class SealBrokenError(sqlite3.DatabaseError):
    """What was read is not what was written. Leaves this package as `IndexDamagedError`, like SQLite's own errors."""


def facts_of(article: Article) -> list[str | None]:
    """Return an article's facts, in their order."""
    return [getattr(article, fact) for fact in FACTS]


def seal(article: Article, passages: Sequence[Bounds]) -> str:
    """Return the checksum of an article, its metadata and its passages' bounds."""
    dropped = [(block.text, block.rule, block.paragraph) for block in article.dropped]
    sealed = json.dumps([article.id, *facts_of(article), article.text, dropped, article.provenance, sorted(passages)])
    return blake2b(sealed.encode("ascii"), digest_size=16).hexdigest()
