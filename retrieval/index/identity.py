"""Identifies articles: matches what was read with what the index holds, by place and by content.

An article is its content; files and rows are places where it lies. So a moved file is the same article, and copies are
one article in several places. Reads the database, writes nothing.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from ..articles.assemble import short_id
from ..articles.fetch_visit import is_url
from ..articles.files import is_gone
from ..types import Article, digest_of
from .report import UpdateReport


class ArticlePlace(Struct, frozen=True):
    """A place where an article lies."""

    uri: str
    file: str
    path: str | None
    """The file as the user named it."""


def places_of(connection: sqlite3.Connection, row: int) -> Iterator[ArticlePlace]:
    """Yield the places of an article in the index, in the order in which they were found."""
    query = "SELECT uri, file, path FROM place WHERE article = ? ORDER BY id"
    return (ArticlePlace(*found) for found in connection.execute(query, (row,)))


class ReadArticle(Struct, frozen=True):
    """An article as it was read at a place."""

    article: Article
    place: ArticlePlace
    digest: str


class NewArticle(Struct):
    """An article to be added to the index."""

    article: Article
    digest: str
    places: dict[str, ArticlePlace]
    """Places by uri; the first is the one shown."""
    before: int | None
    """Row of the article that it replaces."""
    copies: int = 0
    """How many further copies were read."""


class Plan(Struct):
    """The changes to make to an index."""

    new: list[NewArticle] = []
    further: list[tuple[str, ArticlePlace]] = []
    """Additional places of articles in the index, with the article's id."""
    lost: set[str] = set()
    """Uris at which no article of the index lies any more."""
    lost_files: set[str] = set()
    """Files that no longer exist, to be forgotten."""

    @property
    def empty(self) -> bool:
        return not (self.new or self.further or self.lost)

    @property
    def uris(self) -> set[str]:
        """The places where another article lies than before, or none."""
        moved = {place.uri for _, place in self.further}
        return self.lost.union(moved, *(new.places for new in self.new))


def content_digest(article: Article, *, whole: bool = False) -> str:
    """Return a hash of everything that a reader of the article sees, wherever it lies.

    An id made from the place says nothing of the content, and is left out; a row's id in a dump is included.

    Args:
        whole: whether it was read with everything kept, so that nothing of it may be dropped later.
    """
    own_id = None if article.id == short_id(article.uri) else article.id
    dropped = [part for block in article.dropped for part in (block.text, block.rule, str(block.paragraph))]
    return digest_of((article.text, own_id, *article.facts, *dropped), person=b"whole" if whole else b"")


class Planner:
    """Plans the changes to an index, and adds them to a report. For one plan."""

    def __init__(self, connection: sqlite3.Connection, report: UpdateReport, *, rebuild: bool) -> None:
        self._connection = connection
        self._report = report
        self._rebuild = rebuild
        self._plan = Plan()
        self._new: dict[str, NewArticle] = {}
        self._held: dict[int, dict[str, ArticlePlace]] = {}
        """The places left to each affected article, by its row."""
        self._again: dict[int, NewArticle] = {}
        """Articles that are replaced by themselves in a rebuild, by their row."""

    def plan(self, found: Iterable[ReadArticle], gone: Iterable[str]) -> Plan:
        """Return the changes that follow from articles read and places gone."""
        for it in found:
            self._settle(it, self._leave(it.place.uri))
        for uri in gone:
            self._lose(uri)
        for row, new in self._again.items():
            new.places |= self._places_of(row)
            self._places_of(row).clear()
        self._name_new_ones()
        return self._plan

    def _settle(self, found: ReadArticle, before: int | None) -> None:
        """Assign what was read to its article: one of this run, one in the index, or a new one."""
        place, twin = found.place, self._row_of_content(found.digest)
        if new := self._new.get(found.digest):
            if place.uri not in new.places:
                new.copies += before is None or before != new.before
                new.places[place.uri] = place
        elif twin is None or self._rebuild:
            new = self._new[found.digest] = NewArticle(found.article, found.digest, {place.uri: place}, before)
            if twin is not None:
                new.before, self._again[twin] = twin, new
        else:
            moved = self._lose_dead_places(twin)
            key = self._key_of(twin)
            (self._report.moved if moved else self._report.copies).append(key)
            self._report.unchanged += moved
            self._report.names[key] = _name(found.article.title, place.path or place.uri)
            self._places_of(twin)[place.uri] = place
            self._plan.further.append((key, place))

    def _lose_dead_places(self, row: int) -> bool:
        """Remove the places of an article whose files are gone, now that it is found elsewhere."""
        held = self._places_of(row)
        dead = [place for place in held.values() if _is_gone(place.file)]
        for place in dead:
            self._lose(place.uri)
        return bool(dead)

    def _lose(self, uri: str) -> None:
        row = self._row_at(uri)
        if row is not None and (place := self._places_of(row).pop(uri, None)):
            self._plan.lost.add(uri)
            if _is_gone(place.file):
                self._plan.lost_files.add(place.file)

    def _name_new_ones(self) -> None:
        """Give each new article the id of the one it replaces; report what is added, changed and removed."""
        orphans = {row: self._key_of(row) for row, held in self._held.items() if not held}
        replaced = {new.before for new in self._new.values()}
        free = {key for row, key in orphans.items() if row not in replaced}
        given: set[str] = set()
        for new in self._new.values():
            row = new.before
            key = orphans.pop(row, None) if row is not None and self._again.get(row, new) is new else None
            (self._report.changed if key else self._report.added).append(
                key := key or self._free_key(new.article, free, given)
            )
            given.add(key)
            self._report.copies += [key] * new.copies
            new.article = replace(new.article, id=key)
            self._plan.new.append(new)
            first = next(iter(new.places.values()))
            self._report.names[key] = _name(new.article.title, first.path or first.uri)
        for row, key in orphans.items():
            self._report.removed.append(key)
            self._report.names[key] = self._name_of(row)

    def _free_key(self, article: Article, free: set[str], given: set[str]) -> str:
        """Return an article's own id, with a suffix made from its place if another has that id (in two dumps)."""
        query = "SELECT 1 FROM article WHERE key = ?"
        key, suffix = article.id, blake2b(article.uri.encode("utf-8", "surrogatepass"), digest_size=4)
        while key in given or (key not in free and self._connection.execute(query, (key,)).fetchone()):
            key = f"{article.id}-{suffix.hexdigest()}"
            suffix.update(b"+")  # the article once here may have moved and taken this id with it
        return key

    # --- what the index holds ---

    def _leave(self, uri: str) -> int | None:
        """Take a place away from its article; return the article's row."""
        row = self._row_at(uri)
        if row is not None:
            self._places_of(row).pop(uri, None)
        return row

    def _row_at(self, uri: str) -> int | None:
        row = self._connection.execute("SELECT article FROM place WHERE uri = ?", (uri,)).fetchone()
        return row[0] if row else None

    def _places_of(self, row: int) -> dict[str, ArticlePlace]:
        if row not in self._held:
            self._held[row] = {place.uri: place for place in places_of(self._connection, row)}
        return self._held[row]

    def _row_of_content(self, digest: str) -> int | None:
        row = self._connection.execute("SELECT id FROM article WHERE digest = ?", (digest,)).fetchone()
        return row[0] if row else None

    def _key_of(self, row: int) -> str:
        return str(self._connection.execute("SELECT key FROM article WHERE id = ?", (row,)).fetchone()[0])

    def _name_of(self, row: int) -> str:
        query = "SELECT title, coalesce(path, uri) FROM article JOIN place ON article = article.id WHERE article.id = ?"
        return _name(*self._connection.execute(query, (row,)).fetchone())


def _name(title: str | None, where: str) -> str:
    return f"{title} ({where})" if title else where


def _is_gone(file: str) -> bool:
    return not is_url(file) and is_gone(Path(file), file=True)
