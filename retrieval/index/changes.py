"""Compares what was read with what the index holds, and hands the changes on in batches to be published."""

import sqlite3
from collections.abc import Callable, Collection, Iterable
from hashlib import blake2b

from msgspec import Struct
from msgspec.structs import replace

from .. import articles as readers
from ..articles import ReadFailure
from ..types import Article, ReadOptions
from .identity import ArticlePlace, ReadArticle, content_digest
from .options import UpdateOptions
from .removed import is_removed
from .report import UpdateReport

BATCH_ARTICLES = 2_000
BATCH_CHARS = 50_000_000
"""Maximum published at once, which bounds the memory of a run; a smaller run makes a single generation."""


class Batch(Struct):
    """Changes that are published together."""

    found: dict[str, ReadArticle] = {}
    """By uri: of a page that is read twice, because it is in a feed and named as well, the last reading counts."""
    gone: list[str] = []
    """Uris of articles that are no longer there."""
    stamps: dict[str, str] = {}
    chars: int = 0

    def add(self, found: ReadArticle) -> None:
        self.found[found.place.uri] = found
        self.chars += len(found.article.text)

    @property
    def full(self) -> bool:
        return len(self.found) >= BATCH_ARTICLES or self.chars >= BATCH_CHARS


class Changes:
    """The changes of one run, one batch at a time; everything else that a run meets goes into the report.

    Args:
        publish: called with each full batch, and with the last.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        options: UpdateOptions,
        report: UpdateReport,
        *,
        publish: Callable[[Batch], None],
    ) -> None:
        self._connection = connection
        self._options = options
        self._report = report
        self._publish = publish
        self.named: Collection[str] = ()
        """The places that the user names in this run; articles removed from one of them come back."""
        self._batch = Batch()

    def publish(self) -> None:
        """Publish the batch, and begin another."""
        self._publish(self._batch)
        self._batch = Batch()

    def compare(self, file: str, articles: Iterable[Article | ReadFailure]) -> int | None:
        """Add the changes in a file, or at an address, to the batch.

        Return how many of its articles stay out because they were removed; None if not all of it could be read.
        """
        stored = self.digests_in(file)
        seen: set[str] = set()
        failures: list[ReadFailure] = []
        withheld = 0
        for found in articles:
            if isinstance(found, ReadFailure):
                failures.append(found)
            elif file not in self.named and is_removed(self._connection, found):
                withheld += 1
                self._report.withheld.append(found.path or found.uri)
            else:
                seen.add(found.uri)
                self._compare(found, file, stored.get(found.uri))
        self._report.failed += failures
        # A bad file loses nothing: the articles it held before stay, and it is read again next time.
        if not failures:
            self.drop(uri for uri in stored if uri not in seen)
        return None if failures else withheld

    def drop(self, uris: Iterable[str]) -> None:
        """Add articles that are no longer there to the batch, by their uris."""
        self._batch.gone += uris

    def stamp(self, file: str, stamp: str) -> None:
        """Add the stamp of a file, or of an address, to the batch: all of it was read."""
        self._batch.stamps[file] = stamp

    def is_stamped(self, file: str) -> bool:
        """Return whether the batch has a stamp of a file, or of an address."""
        return file in self._batch.stamps

    def pass_over(self, file: str, withheld: int = 0) -> None:
        """Count the articles in an unchanged file, or at an unchanged address, and those of it that stay out."""
        query = "SELECT count(*) FROM place WHERE file = ?"
        self._report.unchanged += self._connection.execute(query, (file,)).fetchone()[0]
        self._report.withheld += [file] * withheld

    def digests_in(self, file: str) -> dict[str, str]:
        """Return the digests of a file's articles in the index, by uri."""
        query = "SELECT uri, digest FROM place JOIN article ON article.id = article WHERE file = ?"
        return dict(self._connection.execute(query, (file,)))

    def stamp_of(self, file: str) -> str | None:
        """Return the stamp of a file, or of an address, when all of it was last read; None if it never was."""
        if self.is_stamped(file):  # two feeds may lead to one page
            return self._batch.stamps[file]
        row = self._connection.execute("SELECT stamp FROM file WHERE path = ?", (file,)).fetchone()
        return row[0] if row else None

    def _compare(self, article: Article, file: str, known: str | None) -> None:
        digest = content_digest(article, whole=self._options.reading.keep_all)
        if known == digest and not self._options.rebuild:
            self._report.unchanged += 1
            self._batch.found.pop(article.uri, None)
            return
        place = ArticlePlace(article.uri, file, article.path)
        # A dry run needs the text no longer, and its memory is not bounded by batches.
        kept = replace(article, text="", dropped=()) if self._options.dry_run else article
        self._batch.add(ReadArticle(kept, place, digest))
        if self._batch.full and not self._options.dry_run:
            self.publish()


def how_read(options: ReadOptions) -> str:
    """Return a digest of everything that decides how a file is read, for its stamp."""
    how = repr((readers.VERSION, options.keep_all, options.extra_rules))
    return blake2b(how.encode(), digest_size=8).hexdigest()
