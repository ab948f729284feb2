"""The seal of an article: a checksum of everything that an answer shows of it, so that damage is detected, not quoted.

SQLite notices a broken page, but not a changed letter in it.
"""

import json
import sqlite3
from collections.abc import Sequence
from hashlib import blake2b

from ..types import Article, Passage

Bounds = tuple[str, int, int, int, int]
"""Key, ordinal, paragraph, start and end of a passage."""


class SealBrokenError(sqlite3.DatabaseError):
    """What was read is not what was written. Leaves this package as `IndexDamagedError`, like SQLite's own errors."""


def bounds_of(passage: Passage) -> Bounds:
    return passage.id, passage.ordinal, passage.paragraph, passage.start, passage.end


def seal(article: Article, passages: Sequence[Bounds]) -> str:
    """Return the checksum of an article, its metadata and its passages' bounds."""
    dropped = [(block.text, block.rule, block.paragraph) for block in article.dropped]
    sealed = json.dumps([article.id, *article.facts, article.text, dropped, article.provenance, sorted(passages)])
    return blake2b(sealed.encode("ascii"), digest_size=16).hexdigest()
