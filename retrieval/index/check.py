"""Checks the integrity of an index: the database itself, and whether its parts agree with each other."""

import json
import random
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import numpy as np

from ..errors import IndexDamagedError
from . import postings, schema
from .articles import LoadedArticle, passage_words
from .layout import Layout, how_to_replace, index_command
from .progress import Progress, counting, no_progress


def check_index(folder: Path, progress: Progress = no_progress, *, most: int | None = None) -> list[str]:
    """Return the problems of an index, one sentence each; empty if it is intact.

    Args:
        most: how many articles have their words compared with full text, chosen at random; None for all.

    Raises:
        NoIndexError, IndexDamagedError, IndexVersionError: it cannot be opened.
    """
    remedy, last = f"rebuild it with: {index_command(folder, '--rebuild')}", how_to_replace(folder)
    layout = Layout(folder)
    with closing(schema.open_for_reading(layout)) as connection:
        try:
            connection.execute("BEGIN")  # what a writer publishes meanwhile would look like damage
            integrity = connection.execute("PRAGMA integrity_check(3)")
            found = [" ".join(line.split()) for (line,) in integrity if line != "ok"]
            problems = [f"{layout.database}: {line}; {last}" for line in found]
            for mend, impossible in ((last, _UNMENDABLE), (remedy, _IMPOSSIBLE)):
                counted = ((what, connection.execute(query).fetchone()[0]) for what, query in impossible.items())
                problems += [f"{count} {what}; {mend}" for what, count in counted if count]
            problems += [
                f"{layout.database}: {line}; {last}"
                for line in (*_of_another_kind(connection), *_broken_seals(connection, progress))
            ]
            # What another version split has other words; a run splits it again.
            current = not problems and not schema.is_split_otherwise(connection)
            if current and not _full_text_agrees(connection, progress, most):
                problems.append(f"{layout.database}: full text is not of the articles' words; {remedy}")
            if _definitions(connection) != _intended():
                problems.append(f"{layout.database}: its tables are not defined as they were; {last}")
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            problems = [f"{layout.database}: {' '.join(str(error).split())}; {last}"]
    return problems


@contextmanager
def damage_as_error(folder: Path) -> Iterator[None]:
    """Distinguish damage from a program fault: if the block fails and the index is damaged, raise that instead.

    Raises:
        IndexDamagedError: what the block read is not what was written.
    """
    try:
        yield
    except (LookupError, MemoryError, TypeError, ValueError, sqlite3.IntegrityError) as error:
        if Layout(folder).exists() and (problem := _problem(folder, Layout(folder).file_state())):
            raise IndexDamagedError(problem) from error
        raise


@lru_cache(maxsize=1)
def _problem(folder: Path, _state: object) -> str | None:
    """Return what is wrong with an index in this state; cached, as many questions may meet one fault of the program."""
    return next(iter(check_index(folder)), None)


def article_rows(connection: sqlite3.Connection) -> list[int]:
    return [row for (row,) in connection.execute("SELECT id FROM article ORDER BY id")]


def some_articles(connection: sqlite3.Connection, most: int | None) -> list[int]:
    """Return the rows of this many articles, chosen at random; without a number, of all."""
    rows = article_rows(connection)
    return rows if most is None else sorted(random.sample(rows, min(most, len(rows))))


def _definitions(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    return set(connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))


def _intended() -> set[tuple[str, str]]:
    with closing(schema.create_in_memory()) as connection:
        return _definitions(connection)


def _of_another_kind(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the columns that hold values of another type than declared, which SQLite allows.

    Raises:
        sqlite3.OperationalError: a text is not UTF-8.
    """
    columns = connection.execute("""
        SELECT tables.name, columns.name, lower(columns.type) FROM sqlite_schema AS tables
        JOIN pragma_table_info(tables.name) AS columns WHERE tables.type = 'table' AND columns.type <> ''""").fetchall()
    for table, column, kind in columns:
        read = f'"{column}"' if kind == "text" else "0"
        kinds = {
            row[0]
            for row in connection.execute(f'SELECT typeof("{column}"), {read} FROM {table}')  # noqa: S608 - our names
        }
        if kinds - {kind, "null"}:
            yield f"{table}.{column} holds what is no {kind}"


def _broken_seals(connection: sqlite3.Connection, progress: Progress) -> list[str]:
    """Return the articles, and the facts about the whole index, that are not as they were written."""
    broken = []
    for row in counting("reading", article_rows(connection), progress):
        try:
            LoadedArticle(row, connection)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            broken.append(str(error))
    meta = schema.meta(connection)
    try:
        agree = int(meta["generation"]) == 0 or (
            int(meta["passages"]) == schema.count_passages(connection)
            and Counter(dict(json.loads(meta["languages"]))) == schema.count_languages(connection)
            and datetime.fromisoformat(meta["published"]).tzinfo is not None
        )
    except (LookupError, TypeError, ValueError):
        agree = False
    return broken if agree else [*broken, "its date, or its counts of passages and languages, are not what was written"]


def _full_text_agrees(connection: sqlite3.Connection, progress: Progress, most: int | None) -> bool:
    """Return whether full text holds exactly the words of the passages, or of those of this many articles."""
    rows = some_articles(connection, most)
    numbers, words, checksum = list[int](), 0, 0
    for row in counting("checking words", rows, progress):
        passages = passage_words(connection, row)
        numbers += (number for number, _, _ in passages)
        words += sum(len(in_title) + len(in_text) for _, in_title, in_text in passages)
        checksum += postings.digest(passages)
    if len(rows) < len(article_rows(connection)):
        return checksum == postings.stored_digest(connection, of=np.sort(np.array(numbers, np.int64)))
    return checksum == postings.stored_digest(connection) and schema.meta(connection).get("words") == str(words)


_UNMENDABLE = {
    "rows belong to none": "SELECT count(*) FROM pragma_foreign_key_check",
    "articles lie nowhere": "SELECT count(*) FROM article WHERE id NOT IN (SELECT article FROM place)",
}
"""What no intact index has, and no run puts right, with the queries that count it."""

_IMPOSSIBLE = {
    "passages are of a model that is not named": """
        SELECT count(*) FROM passage
        WHERE NOT EXISTS (SELECT 1 FROM model WHERE id = (SELECT value FROM meta WHERE key = 'model'))""",
    # Most passages of a language that the model does not read have none: one of the same words in another language may
    # have brought a vector.
    "passages have lost their vectors": """
        WITH has AS (SELECT coalesce(language, '') AS language, EXISTS (SELECT 1 FROM vector
        WHERE hash = passage.hash AND model = (SELECT value FROM meta WHERE key = 'model')) AS vector
        FROM passage JOIN article ON article.id = article)
        SELECT count(*) FROM has WHERE NOT vector
        AND language IN (SELECT language FROM has GROUP BY language HAVING 2 * sum(vector) > count(*))""",
    "vectors of sentences are of the wrong length": """
        SELECT count(*) FROM part JOIN vector ON vector.id = vector JOIN model ON model.id = model
        WHERE length(vectors) % (2 * dim) <> 0""",
    "vectors have lost those of their sentences": """
        SELECT count(*) FROM vector WHERE id NOT IN (SELECT vector FROM part)""",
    "vectors are of the wrong length": """
        SELECT count(*) FROM vector JOIN model ON model.id = model WHERE length(whole) <> 4 * dim""",
}
"""What no intact index has, but a rebuild puts right, with the queries that count it."""
