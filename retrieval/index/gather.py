"""Looking at files and addresses: what changed since they were last read goes into a batch. Writes nothing."""

import logging
import os
import sqlite3
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path

from .. import articles as readers
from ..articles import ReadFailure, find_files, read_articles
from ..articles.beside import read_all
from ..articles.fetch_visit import Validators, Visit, Web
from ..articles.files import is_gone, unnamable
from ..types import Article
from .identity import Found, Place, content_digest
from .options import UpdateOptions
from .report import Progress, UpdateReport
from .revisits import MAX_PAGES, VisitStamp

logger = logging.getLogger(__name__)

BATCH_ARTICLES = 2_000
BATCH_CHARS = 50_000_000
"""What is published at once, at most: bounds the memory of a run; below it a run makes one generation."""

RACY_SECONDS = 0.1
"""A file changed this shortly before it was read may change again within one tick of its clock: it is read again."""


@dataclass(slots=True)
class Batch:
    """What was read and is published together."""

    found: list[Found] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    """Where articles lay that are not there any more."""
    stamps: dict[str, str] = field(default_factory=dict)
    chars: int = 0

    def add(self, found: Found) -> None:
        self.found.append(found)
        self.chars += len(found.article.text)

    @property
    def full(self) -> bool:
        return len(self.found) >= BATCH_ARTICLES or self.chars >= BATCH_CHARS


class Gatherer:
    """Looks at the places of one run, and tells the report what it met.

    Args:
        web: None where nothing may be fetched.
        publish: takes each batch that is full, and the last.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        options: UpdateOptions,
        report: UpdateReport,
        *,
        progress: Progress,
        web: Web | None,
        publish: Callable[[Batch], None],
    ) -> None:
        self._connection = connection
        self._options = options
        self._report = report
        self._progress = progress
        self._web = web
        self._publish = publish
        self._batch = Batch()
        self._named: set[str] = set()

    def gather(self, paths: Sequence[Path], urls: Sequence[str], *, named: bool) -> dict[str, list[str]]:
        """Look at everything; return the files that are gone, each with the places it held.

        Args:
            named: whether the user named these places now: what was removed from a file that is named comes back.
        """
        self._named = {*map(os.path.realpath, paths), *urls} if named else set()
        self._read(paths)
        for url in urls:
            for it in self._visits(url):
                self._take(it, url)
            for page in self._due(url):
                for it in self._visits(page):
                    self._take_again(it, url)
        missing = self._missing([Path(os.path.realpath(path)) for path in paths])
        if self._options.prune:
            self._batch.gone += [uri for uris in missing.values() for uri in uris]
        self._publish(self._batch)
        return missing

    def _read(self, paths: Sequence[Path]) -> None:
        """Read the files that do not look as they did, and put what changed into the batch."""
        looks: deque[tuple[str, str]] = deque()
        changed = self._changed(self._files(paths), looks)
        readings = read_all(changed, keep_all=self._options.keep_all, extra_rules=self._options.extra_rules)
        with closing(readings):
            for _, found in readings:
                name, stamp = looks.popleft()
                if self._compare_all(name, found) and stamp:
                    self._batch.stamps[name] = stamp

    def _files(self, paths: Sequence[Path]) -> list[Path]:
        found = [file if isinstance(file, ReadFailure) else _refused(file) or file for file in find_files(paths)]
        self._report.failed += [file for file in found if isinstance(file, ReadFailure)]
        return [file for file in found if not isinstance(file, ReadFailure)]

    def _changed(self, files: Sequence[Path], looks: deque[tuple[str, str]]) -> Iterator[Path]:
        """Yield the files that are to be read; how each is called and looks goes to `looks`.

        They may be read later, and another process may change them meanwhile: then they look otherwise next time.
        """
        for done, file in enumerate(files):
            self._progress("reading", done, len(files))
            name = os.path.realpath(file)
            stamp = self._stamp(file)
            if stamp and not self._options.rebuild and self._stamp_of(name) == stamp:
                self._report.unchanged += len(self._digests_in(name))
            else:
                looks.append((name, stamp))
                yield file
        self._progress("reading", len(files), len(files))

    def _articles(self, file: Path) -> Iterator[Article | ReadFailure]:
        return read_articles(file, keep_all=self._options.keep_all, extra_rules=self._options.extra_rules)

    def _visits(self, url: str) -> Iterator[Visit]:
        """Visit an address, if that is allowed."""
        if self._web is None:
            return
        for done, it in enumerate(self._web.visit(url, self._validators_of, self._articles)):
            self._progress("fetching", done, done + 1)
            yield it

    def _take(self, visited: Visit, root: str) -> None:
        """Put what came of an address into the batch."""
        before = self._digests_in(visited.url)
        if visited.found is None:
            self._report.unchanged += len(before)
        else:
            self._compare_all(visited.url, visited.found)
        if visited.validators is None:
            return
        now = time.time()
        last = self._visit_stamp(visited.url)
        # A list of pages holds no article: it counts as new whenever it was sent.
        same = visited.found is None or (visited.found and before == self._digests_of(visited.found))
        changed = last.changed if last and same else now
        self._batch.stamps[visited.url] = VisitStamp(visited.validators, self._how(), root, changed, now).text

    def _take_again(self, visited: Visit, root: str) -> None:
        """Put what came of a page into the batch that nobody named: one that fails now is left as it was."""
        failures = [found for found in visited.found or () if isinstance(found, ReadFailure)]
        if failures:
            logger.info("%s", failures[0])
            if last := self._visit_stamp(visited.url):
                self._batch.stamps[visited.url] = replace(last, asked=time.time()).text
        else:
            self._take(visited, root)

    def _due(self, root: str) -> list[str]:
        """Return the pages that a feed or a sitemap has led to and that it is time to ask again."""
        if self._web is None:
            return []
        query = "SELECT path, stamp FROM file WHERE path GLOB 'http*://*' AND path <> ?"
        known = ((path, VisitStamp.parse(stamp)) for path, stamp in self._connection.execute(query, (root,)))
        now = time.time()
        due = [
            (stamp.due, path)
            for path, stamp in known
            if stamp.root == root and stamp.due <= now and path not in self._batch.stamps
        ]
        return [path for _, path in sorted(due)][:MAX_PAGES]

    def _validators_of(self, url: str) -> Validators | None:
        """Return what a server said of an address when it was last read in the same way."""
        stamp = self._visit_stamp(url)
        known = stamp is not None and stamp.how == self._how() and not self._options.rebuild
        return stamp.validators if stamp and known else None

    def _visit_stamp(self, url: str) -> VisitStamp | None:
        stamp = self._stamp_of(url)
        return VisitStamp.parse(stamp) if stamp else None

    def _digests_of(self, found: Iterable[Article | ReadFailure]) -> dict[str, str]:
        return {
            article.uri: content_digest(article, whole=self._options.keep_all)
            for article in found
            if isinstance(article, Article)
        }

    def _compare_all(self, file: str, articles: Iterable[Article | ReadFailure]) -> bool:
        """Put what changed of a file into the batch; say whether all of it could be read."""
        stored = self._digests_in(file)
        seen: set[str] = set()
        failures: list[ReadFailure] = []
        withheld = False
        for found in articles:
            if isinstance(found, ReadFailure):
                failures.append(found)
            else:
                seen.add(found.uri)
                if file not in self._named and self._is_removed(found):
                    withheld = True
                    self._report.withheld.append(found.path or found.uri)
                else:
                    self._compare(found, file, stored.get(found.uri))
        self._report.failed += failures
        # Nothing is lost by a bad file: what it held before stays, and it is read again next time.
        if not failures:
            self._batch.gone += [uri for uri in stored if uri not in seen]
        # Once its file is named it shall come back: the file must not pass for unchanged then.
        return not failures and not withheld

    def _is_removed(self, article: Article) -> bool:
        query = "SELECT 1 FROM removed WHERE digest = ?"
        return self._connection.execute(query, (article.digest,)).fetchone() is not None

    def _compare(self, article: Article, file: str, known: str | None) -> None:
        digest = content_digest(article, whole=self._options.keep_all)
        if known == digest and not self._options.rebuild:
            self._report.unchanged += 1
            return
        place = Place(article.uri, file, article.path)
        # A run that only tells what it would do needs no text any more, and has no batches that would bound it.
        kept = replace(article, text="", dropped=()) if self._options.dry_run else article
        self._batch.add(Found(kept, place, digest))
        if self._batch.full and not self._options.dry_run:
            self._publish(self._batch)
            self._batch = Batch()

    def _digests_in(self, file: str) -> dict[str, str]:
        query = "SELECT uri, digest FROM place JOIN article ON article.id = article WHERE file = ?"
        return dict(self._connection.execute(query, (file,)))

    def _stamp_of(self, file: str) -> str | None:
        row = self._connection.execute("SELECT stamp FROM file WHERE path = ?", (file,)).fetchone()
        return row[0] if row else None

    def _stamp(self, file: Path) -> str:
        """Return how a file looks from outside, and all that decides how it is read; empty: not to be trusted."""
        try:
            stat = file.stat()
        except OSError:
            return ""
        if time.time() - stat.st_mtime < RACY_SECONDS:
            return ""
        return f"{stat.st_size}:{stat.st_mtime_ns}:{stat.st_ctime_ns}:{stat.st_ino}:{self._how()}"

    def _how(self) -> str:
        """Return what decides how a file is read."""
        how = repr((readers.VERSION, self._options.keep_all, self._options.extra_rules))
        return blake2b(how.encode(), digest_size=8).hexdigest()

    def _missing(self, roots: Sequence[Path]) -> dict[str, list[str]]:
        """Return the files that are gone, of those looked for, each with the places it held."""
        missing: dict[str, list[str]] = {}
        for file, uri in self._connection.execute("SELECT file, uri FROM place ORDER BY file, id"):
            path = Path(file)
            if file in missing:
                missing[file].append(uri)
            elif any(path == root or root in path.parents for root in roots) and is_gone(path):
                missing[file] = [uri]
        return missing


def _refused(file: Path) -> ReadFailure | None:
    """Say why a file is not looked at: a pipe may never end, and what is no text cannot be stored as a place."""
    name = os.path.realpath(file)
    if failure := unnamable(name):
        return failure
    if file.exists() and not file.is_file():
        return ReadFailure(name, "it is a pipe or a device", "put what it holds into a file")
    return None
