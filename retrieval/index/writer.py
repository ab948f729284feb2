"""Bringing an index up to date: what changed is read, split, embedded and published; what did not is left alone."""

import json
import sqlite3
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path

from embeddings.base import Embedder

from .. import articles as readers
from .. import passages
from ..articles import ReadFailure, find_files, read_articles
from ..articles.fetch_visit import Validators, Visit, Web, is_url
from ..types import Article, Passage
from . import schema
from .articles import read_article
from .identity import Found, Place, Plan, content_digest, make_plan
from .layout import Layout
from .lock import writer_lock
from .model import IndexModel, Models
from .publish import Entry, carry_out, checkpoint, delete, delete_all, insert, leave_no_trace, publication
from .report import Progress, UpdateReport, no_progress
from .vectors import embed_missing, embedding_text, reads, title_prefix

BATCH_ARTICLES = 2_000
BATCH_CHARS = 50_000_000
"""What is published at once, at most: bounds the memory of a run; below it a run makes one generation."""

RACY_SECONDS = 0.1
"""A file changed this shortly before it was read may change again within one tick of its clock: it is read again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateOptions:
    """How a run goes about its work."""

    prune: bool = False
    """Remove articles whose file is gone."""
    rebuild: bool = False
    """Read and embed everything anew."""
    dry_run: bool = False
    """Say what would be done, and do none of it."""
    keep_all: bool = False
    """Drop no boilerplate."""
    extra_rules: tuple[str, ...] = ()


def update_index(
    folder: Path,
    paths: Sequence[Path],
    models: Models,
    *,
    options: UpdateOptions = UpdateOptions(),
    progress: Progress = no_progress,
    urls: Sequence[str] = (),
    web: Web | None = None,
) -> UpdateReport:
    """Bring an index up to date with files, folders and addresses; without any, with those that it was made from.

    Args:
        urls: of pages, feeds and sitemaps.
        web: None where nothing may be fetched; what was fetched before stays.

    A crash at any moment leaves the last published generation, and the vectors embedded so far are kept.

    Raises:
        IndexBusyError: another process is writing.
        StoreError: the index is damaged or of a newer format.
        EmbeddingError: the model cannot be had.
    """
    started = time.monotonic()
    layout = Layout(folder)
    if options.dry_run:
        connection = schema.open_for_reading(layout) if layout.database.exists() else schema.create_in_memory()
        with closing(connection):
            report = _Run(connection, models, options, progress, web).update(paths, urls)
    else:
        layout.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with writer_lock(layout.lock), closing(schema.create(layout)) as connection:
            report = _Run(connection, models, options, progress, web).update(paths, urls)
            checkpoint(connection)
    report.seconds = time.monotonic() - started
    return report


def remove_articles(folder: Path, ids: Sequence[str]) -> list[str]:
    """Remove articles by id, leaving no byte of their text; return the ids that were there.

    Raises:
        NoIndexError, IndexBusyError, StoreError: as `update_index`.
    """
    layout = Layout(folder)
    schema.open_for_reading(layout).close()
    with writer_lock(layout.lock), closing(schema.create(layout)) as connection:
        found = [
            (key, row[0])
            for key in dict.fromkeys(ids)
            if (row := connection.execute("SELECT id FROM article WHERE key = ?", (key,)).fetchone())
        ]
        if found:
            with publication(connection):
                for _, row in found:
                    files = "DELETE FROM file WHERE path IN (SELECT file FROM place WHERE article = ?)"
                    connection.execute(files, (row,))
                    delete(connection, row)
            leave_no_trace(connection)
        checkpoint(connection)
    return [key for key, _ in found]


@dataclass(slots=True)
class _Batch:
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


class _Run:
    """One run of the writer."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        models: Models,
        options: UpdateOptions,
        progress: Progress,
        web: Web | None,
    ) -> None:
        self._connection = connection
        self._model = IndexModel(connection, models)
        self._options = options
        self._progress = progress
        self._web = web
        self._report = UpdateReport(dry_run=options.dry_run)
        self._deleted = False

    def update(self, paths: Sequence[Path], urls: Sequence[str]) -> UpdateReport:
        """Do all of it."""
        self._report.roots = [*(str(path.resolve()) for path in paths), *urls] or self._roots()
        roots = [Path(root) for root in self._report.roots if not is_url(root)]
        if self._model.name and not self._options.dry_run and self._model.outdated():
            self._make_anew()
        batch = _Batch()
        for file in self._files(list(paths) if paths or urls else roots):
            self._read(file, batch)
            batch = self._emptied(batch)
        for url in filter(is_url, self._report.roots):
            for it in self._visits(url):
                self._take(it, batch)
                batch = self._emptied(batch)
        missing = self._missing(roots)
        if self._options.prune:
            batch.gone += [uri for uris in missing.values() for uri in uris]
        lost = self._publish(batch).lost
        self._report.missing = [file for file, uris in missing.items() if not lost.issuperset(uris)]
        if not self._options.dry_run:
            self._remember()
        if self._deleted:
            leave_no_trace(self._connection)
        return self._finished()

    # --- reading ---

    def _roots(self) -> list[str]:
        return [row[0] for row in self._connection.execute("SELECT path FROM root ORDER BY path")]

    def _remember(self) -> None:
        self._connection.executemany("INSERT OR IGNORE INTO root VALUES (?)", [(root,) for root in self._report.roots])

    def _files(self, paths: Sequence[Path]) -> Iterator[Path]:
        found = list(find_files(paths))
        for done, file in enumerate(found):
            self._progress("reading", done, len(found))
            if isinstance(file, ReadFailure):
                self._report.failed.append(file)
            else:
                yield file
        self._progress("reading", len(found), len(found))

    def _read(self, file: Path, batch: _Batch) -> None:
        """Read one file, unless it looks as it did, and put what changed into the batch."""
        name = str(file.resolve())
        stamp = self._stamp(file)
        if stamp and not self._options.rebuild and self._stamp_of(name) == stamp:
            self._report.unchanged += len(self._digests_in(name))
            return
        if self._compare_all(name, self._articles(file), batch) and stamp:
            batch.stamps[name] = stamp

    def _articles(self, file: Path) -> Iterator[Article | ReadFailure]:
        return read_articles(file, keep_all=self._options.keep_all, extra_rules=self._options.extra_rules)

    def _visits(self, url: str) -> Iterator[Visit]:
        """Visit an address, if that is allowed."""
        if self._web is None:
            return
        for done, it in enumerate(self._web.visit(url, self._validators_of, self._articles)):
            self._progress("fetching", done, done + 1)
            yield it

    def _take(self, visited: Visit, batch: _Batch) -> None:
        """Put what came of an address into the batch."""
        if visited.found is None:
            self._report.unchanged += len(self._digests_in(visited.url))
        else:
            self._compare_all(visited.url, visited.found, batch)
        if visited.validators is not None:
            stamp = (visited.validators.etag, visited.validators.modified, self._how())
            batch.stamps[visited.url] = json.dumps(stamp)

    def _validators_of(self, url: str) -> Validators | None:
        """Return what a server said of an address when it was last read in the same way."""
        stamp = self._stamp_of(url)
        if stamp is None or self._options.rebuild:
            return None
        etag, modified, how = json.loads(stamp)
        return Validators(etag, modified) if how == self._how() else None

    def _compare_all(self, file: str, articles: Iterable[Article | ReadFailure], batch: _Batch) -> bool:
        """Put what changed of a file into the batch; say whether all of it could be read."""
        stored = self._digests_in(file)
        seen: set[str] = set()
        failures: list[ReadFailure] = []
        for found in articles:
            if isinstance(found, ReadFailure):
                failures.append(found)
            else:
                seen.add(found.uri)
                self._compare(found, file, stored.get(found.uri), batch)
        self._report.failed += failures
        # Nothing is lost by a bad file: what it held before stays, and it is read again next time.
        if not failures:
            batch.gone += [uri for uri in stored if uri not in seen]
        return not failures

    def _compare(self, article: Article, file: str, known: str | None, batch: _Batch) -> None:
        digest = content_digest(article)
        if known == digest and not self._options.rebuild:
            self._report.unchanged += 1
            return
        place = Place(article.uri, file, article.path)
        # A run that only tells what it would do needs no text any more, and has no batches that would bound it.
        kept = replace(article, text="", dropped=()) if self._options.dry_run else article
        batch.add(Found(kept, place, digest))

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
            elif any(path == root or root in path.parents for root in roots) and not path.exists():
                missing[file] = [uri]
        return missing

    # --- writing ---

    def _emptied(self, batch: _Batch) -> _Batch:
        """Publish a batch that is full; return the one to go on with."""
        if not batch.full or self._options.dry_run:
            return batch
        self._publish(batch)
        return _Batch()

    def _publish(self, batch: _Batch) -> Plan:
        plan = make_plan(self._connection, batch.found, batch.gone, self._report, rebuild=self._options.rebuild)
        if self._options.dry_run:
            return plan
        if plan.new:
            self._ensure_model(Counter(new.article.language for new in plan.new))
        entries = self._entries([(new.article, new.digest, tuple(new.places.values())) for new in plan.new])
        if plan.empty:
            self._write_stamps(batch)
            return plan
        with publication(self._connection):
            self._deleted |= carry_out(self._connection, plan, entries)
            self._write_stamps(batch)
        return plan

    def _write_stamps(self, batch: _Batch) -> None:
        self._connection.executemany("INSERT OR REPLACE INTO file VALUES (?, ?)", batch.stamps.items())

    def _entries(self, wanted: Sequence[tuple[Article, str, tuple[Place, ...]]]) -> list[Entry]:
        """Split articles, and see that each passage that the model reads has its vectors."""
        if not wanted:
            return []
        embedder = self._model.load()
        entries = [
            Entry(article, digest, places, tuple(_split(article, embedder))) for article, digest, places in wanted
        ]
        texts = [
            embedding_text(entry.article, passage)
            for entry in entries
            if reads(embedder, entry.article.language)
            for passage in entry.passages
        ]
        self._report.embedded += embed_missing(
            self._connection, embedder, texts, anew=self._options.rebuild, progress=self._progress
        )
        return entries

    def _ensure_model(self, languages: Counter[str | None]) -> None:
        """Give a new index its model; change an old one over where another one goes by the same name."""
        if self._model.name is None:
            self._model.start(languages)
        elif self._model.other_is_loaded():
            self._make_anew()

    def _make_anew(self) -> None:
        """Split and embed every article from the text that the index holds, and publish all of them at once."""
        self._model.load()
        rows = self._connection.execute("SELECT id, digest FROM article ORDER BY id").fetchall()
        entries = self._entries(
            [(read_article(self._connection, row), digest, self._places(row)) for row, digest in rows]
        )
        with publication(self._connection):
            delete_all(self._connection)
            for entry in entries:
                insert(self._connection, entry)
            self._model.record()

    def _places(self, row: int) -> tuple[Place, ...]:
        query = "SELECT uri, file, path FROM place WHERE article = ? ORDER BY id"
        return tuple(Place(*found) for found in self._connection.execute(query, (row,)))

    def _finished(self) -> UpdateReport:
        report = self._report
        report.passages = int(self._connection.execute("SELECT count(*) FROM passage").fetchone()[0])
        generation = "SELECT value FROM meta WHERE key = 'generation'"
        report.generation = int(self._connection.execute(generation).fetchone()[0])
        if (embedder := self._model.embedder) is not None:
            languages = self._model.languages()
            unread = {code: count for code, count in languages.items() if code and not reads(embedder, code)}
            report.unread = Counter(unread)
        return report


def _split(article: Article, embedder: Embedder) -> list[Passage]:
    """Split an article so that each passage, its title before it, fits the model's window."""
    head = embedder.count_tokens([title_prefix(article)])[0] if article.title else 0
    room = max(embedder.max_tokens - head, embedder.max_tokens // 2)
    return passages.split(article, measure=embedder.count_tokens, max_tokens=room)
