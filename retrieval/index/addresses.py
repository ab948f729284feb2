"""Visits web addresses: those named by the user, and the pages they led to, when these are due again."""

import json
import logging
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Self

from msgspec import Struct, convert, to_builtins
from msgspec.structs import replace

from ..articles import ReadFailure
from ..articles.fetch_visit import Validators, Visit, Web
from ..articles.reader import read_document
from ..types import Article
from .changes import Changes, how_read
from .identity import content_digest
from .options import UpdateOptions
from .progress import Progress

log = logging.getLogger(__name__)

SOONEST_SECONDS = 3_600.0
LATEST_SECONDS = 30 * 86_400.0
"""Bounds of the time before a page is asked again: news is corrected in its first hours, hardly after a month."""

MAX_ASKED_AGAIN = 100
"""How many pages of one feed or sitemap are asked again in one run, those that have waited longest first."""


class VisitStamp(Struct, frozen=True):
    """What is remembered of an address. Times are in seconds since the epoch."""

    validators: Validators
    how: str
    """The way in which it was read, as given by `how_read`."""
    root: str
    """The address that led to it: a feed, a sitemap, or the address itself."""
    changed: float
    """When something new was last found there."""
    asked: float

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the value that `text` wrote."""
        return convert(json.loads(text), cls)

    @property
    def text(self) -> str:
        """Its form in the database."""
        return json.dumps(to_builtins(self))

    @property
    def due(self) -> float:
        """When to ask again: after it has stayed unchanged for as long once more.

        That is after one hour, two, four and so on: news is corrected in its first hours, if at all.
        """
        return self.asked + min(max(self.asked - self.changed, SOONEST_SECONDS), LATEST_SECONDS)


class Addresses:
    """Visits the addresses of one run, and adds what changed there to a batch."""

    def __init__(
        self, connection: sqlite3.Connection, options: UpdateOptions, changes: Changes, web: Web, progress: Progress
    ) -> None:
        self._connection = connection
        self._options = options
        self._changes = changes
        self._web = web
        self._progress = progress

    def visit(self, urls: Sequence[str]) -> None:
        """Visit pages, feeds and sitemaps."""
        for url in urls:
            for it in self._visits(url):
                self._take(it, url)
            for page in self._due(url):
                for it in self._visits(page):
                    self._take_again(it, url)

    def _visits(self, url: str) -> Iterator[Visit]:
        read = partial(read_document, options=self._options.reading)
        for done, it in enumerate(self._web.visit(url, self._validators_of, read)):
            self._progress("fetching", done, done + 1)
            yield it

    def _take(self, visited: Visit, root: str) -> None:
        """Add what an address returned to the batch."""
        before, withheld = self._changes.digests_in(visited.url), None
        if visited.found is None:
            self._changes.pass_over(visited.url)
        else:
            withheld = self._changes.compare(visited.url, visited.found)
        if visited.validators is None:
            return
        now = time.time()
        last = self._stamp_of(visited.url)
        # A list of pages holds no article of its own: it counts as new whenever the server sends it.
        same = visited.found is None or (visited.found and before == self._digests_of(visited.found))
        changed = last.changed if last and (same or withheld) else now
        # What stays out has to be sent again before it can come back.
        validators = Validators() if withheld else visited.validators
        stamp = VisitStamp(validators, how_read(self._options.reading), root, changed, now)
        self._changes.stamp(visited.url, stamp.text)

    def _take_again(self, visited: Visit, root: str) -> None:
        """Add what a page returned to the batch, if the user did not name it; on failure leave it as it was."""
        failures = [found for found in visited.found or () if isinstance(found, ReadFailure)]
        if failures:
            log.info("%s", failures[0])
            if last := self._stamp_of(visited.url):
                self._changes.stamp(visited.url, replace(last, asked=time.time()).text)
        else:
            self._take(visited, root)

    def _due(self, root: str) -> list[str]:
        """Return the pages that a feed or a sitemap led to and that are due again."""
        # SQLite looks for the root: 20 feeds of 1,000 pages take 2 s, and 21 if each parses the stamps of all.
        # CASE, because files' stamps are no JSON.
        query = """
            SELECT path, stamp FROM file WHERE path GLOB 'http*://*' AND path <> :root
            AND CASE WHEN path GLOB 'http*://*' THEN json_extract(stamp, '$.root') END = :root"""
        known = ((path, VisitStamp.parse(stamp)) for path, stamp in self._connection.execute(query, {"root": root}))
        now = time.time()
        # A time in the future was told by a clock that has been set right since.
        due = [(it.due, path) for path, it in known if not (it.asked <= now < it.due or self._changes.is_stamped(path))]
        return [path for _, path in sorted(due)][:MAX_ASKED_AGAIN]

    def _validators_of(self, url: str) -> Validators | None:
        """Return the server's validators for an address, if it was last read in the same way."""
        stamp = self._stamp_of(url)
        known = stamp is not None and stamp.how == how_read(self._options.reading) and not self._options.rebuild
        return stamp.validators if stamp and known else None

    def _stamp_of(self, url: str) -> VisitStamp | None:
        stamp = self._changes.stamp_of(url)
        return VisitStamp.parse(stamp) if stamp else None

    def _digests_of(self, found: Iterable[Article | ReadFailure]) -> dict[str, str]:
        return {
            article.uri: content_digest(article, whole=self._options.reading.keep_all)
            for article in found
            if isinstance(article, Article)
        }
