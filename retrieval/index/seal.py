"""The seal of an article: a checksum of all that an answer shows of it, so that damage is told and never quoted.

SQLite notices a broken page, not a changed letter in it.
"""

import json
import sqlite3
from collections.abc import Sequence
from hashlib import blake2b

from ..types import Article

Bounds = tuple[str, int, int, int, int]
"""Key, ordinal, paragraph, start and end of a passage."""


class SealBrokenError(sqlite3.DatabaseError):
    """What is read is not what was written; leaves this package as `IndexDamagedError`, as SQLite's own findings do."""


def seal(article: Article, passages: Sequence[Bounds]) -> str:
    """Return the checksum of an article, its facts and where its passages begin and end."""
    facts = (article.id, article.title, article.source, article.author, article.published, article.language)
    dropped = [(block.text, block.rule, block.paragraph) for block in article.dropped]
    sealed = json.dumps([*facts, article.url, article.text, dropped, article.provenance, sorted(passages)])
    return blake2b(sealed.encode("ascii"), digest_size=16).hexdigest()
