"""Bringing an index up to date: what changed is read, split, embedded and published; what did not is left alone."""

import sqlite3
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path

from embeddings.base import Embedder

from .. import articles as readers
from .. import passages
from ..articles import ReadFailure, find_files, read_articles
from ..types import Article, Passage
from . import schema
from .articles import read_article
from .identity import Found, Place, Plan, content_digest, make_plan
from .keeping import clear_leftovers, keep_vectors
from .layout import Layout
from .lock import writer_lock
from .model import IndexModel
from .options import Models, UpdateOptions
from .publish import Entry, carry_out, checkpoint, delete, delete_all, insert, leave_no_trace, publication
from .report import Progress, UpdateReport, no_progress
from .vectors import embed_missing, embedding_text, reads, title_prefix

BATCH_ARTICLES = 2_000
BATCH_CHARS = 50_000_000
"""What is published at once, at most: bounds the memory of a run; below it a run makes one generation."""

RACY_SECONDS = 0.1
"""A file changed this shortly before it was read may change again within one tick of its clock: it is read again."""


def update_index(
    folder: Path,
    paths: Sequence[Path],
    models: Models,
    *,
    options: UpdateOptions = UpdateOptions(),  # noqa: B008 - frozen
    progress: Progress | None = None,
) -> UpdateReport:
    """Bring an index up to date with files and folders; without any, with those it was made from.

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
            report = _Run(connection, models, options, progress or no_progress).update(paths)
    else:
        layout.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with writer_lock(layout.lock), closing(schema.create(layout)) as connection:
            clear_leftovers(layout)
            report = _Run(connection, models, options, progress or no_progress).update(paths)
            keep_vectors(connection, layout)
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
        clear_leftovers(layout)
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
        keep_vectors(connection, layout)
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
        self, connection: sqlite3.Connection, models: Models, options: UpdateOptions, progress: Progress
    ) -> None:
        self._connection = connection
        self._model = IndexModel(connection, models)
        self._options = options
        self._progress = progress
        self._report = UpdateReport(dry_run=options.dry_run)
        self._deleted = False

    def update(self, paths: Sequence[Path]) -> UpdateReport:
        """Do all of it."""
        roots = [path.resolve() for path in paths] or self._roots()
        self._report.roots = [str(root) for root in roots]
        if self._model.name and not self._options.dry_run and self._model.outdated():
            self._make_anew()
        batch = _Batch()
        for file in self._files(list(paths) or roots):
            self._read(file, batch)
            if batch.full and not self._options.dry_run:
                self._publish(batch)
                batch = _Batch()
        missing = self._missing(roots)
        if self._options.prune:
            batch.gone += [uri for uris in missing.values() for uri in uris]
        lost = self._publish(batch).lost
        self._report.missing = [file for file, uris in missing.items() if not lost.issuperset(uris)]
        if not self._options.dry_run:
            self._remember(roots)
        if self._deleted:
            leave_no_trace(self._connection)
        return self._finished()

    # --- reading ---

    def _roots(self) -> list[Path]:
        return [Path(row[0]) for row in self._connection.execute("SELECT path FROM root ORDER BY path")]

    def _remember(self, roots: Sequence[Path]) -> None:
        self._connection.executemany("INSERT OR IGNORE INTO root VALUES (?)", [(str(root),) for root in roots])

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
        stored = self._digests_in(name)
        stamp = self._stamp(file)
        if stamp and not self._options.rebuild and self._stamp_of(name) == stamp:
            self._report.unchanged += len(stored)
            return
        seen, failures = set(), 0
        for found in read_articles(file, keep_all=self._options.keep_all, extra_rules=self._options.extra_rules):
            if isinstance(found, ReadFailure):
                self._report.failed.append(found)
                failures += 1
                continue
            seen.add(found.uri)
            self._compare(found, name, stored.get(found.uri), batch)
        if failures:  # nothing is lost: what a bad file held before stays, and it is read again next time
            return
        batch.gone += [uri for uri in stored if uri not in seen]
        if stamp:
            batch.stamps[name] = stamp

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
        how = repr((readers.VERSION, self._options.keep_all, self._options.extra_rules))
        return f"{stat.st_size}:{stat.st_mtime_ns}:{stat.st_ctime_ns}:{stat.st_ino}:" + _short_hash(how)

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


def _short_hash(text_: str) -> str:
    return blake2b(text_.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
