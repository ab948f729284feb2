"""Bringing an index up to date: what changed is read, split, embedded and published; what did not is left alone."""

import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from embeddings.base import Embedder

from .. import articles as readers
from .. import passages, text
from ..articles import ReadFailure, find_files, read_articles
from ..types import Article, Passage
from . import schema
from .articles import article_from_row
from .layout import Layout
from .lock import writer_lock
from .publish import Entry, checkpoint, delete, insert, leave_no_trace, publication, rows_of, set_meta
from .report import Progress, UpdateReport, no_progress
from .vectors import embed_missing, embedding_text, model_id, reads, title_prefix

BATCH_ARTICLES = 2_000
BATCH_CHARS = 50_000_000
"""What is published at once, at most: bounds the memory of a run; below it a run makes one generation."""

RACY_SECONDS = 0.1
"""A file changed this shortly before it was read may change again within one tick of its clock: it is read again."""

VERSIONS = f"{text.VERSION}.{passages.VERSION}"
"""An index made with others is split anew, from the texts it holds."""

Languages = Counter[str | None]


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


@dataclass(frozen=True, slots=True)
class Models:
    """How a run comes by its model; nothing is loaded unless something must be embedded."""

    choose: Callable[[Languages, str | None], str]
    """From the articles' languages and the index's present model (None: none yet), the model's name."""
    load: Callable[[str], Embedder]


def update_index(
    folder: Path,
    paths: Sequence[Path],
    models: Models,
    *,
    options: UpdateOptions = UpdateOptions(),
    progress: Progress = no_progress,
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
            report = _Run(connection, models, options, progress).update(paths)
    else:
        layout.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with writer_lock(layout.lock), closing(schema.create(layout)) as connection:
            report = _Run(connection, models, options, progress).update(paths)
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
            (key, row[0], row[1])
            for key in dict.fromkeys(ids)
            if (row := connection.execute("SELECT id, file FROM article WHERE key = ?", (key,)).fetchone())
        ]
        if found:
            with publication(connection):
                for _, row, file in found:
                    delete(connection, row)
                    connection.execute("DELETE FROM file WHERE path = ?", (file,))
            leave_no_trace(connection)
        checkpoint(connection)
    return [key for key, _, _ in found]


@dataclass(slots=True)
class _Batch:
    """Changes that are published together."""

    articles: list[tuple[Article, str]] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    """Where the articles that go were read."""
    stamps: dict[str, str] = field(default_factory=dict)
    chars: int = 0

    def add(self, article: Article, file: str) -> None:
        self.articles.append((article, file))
        self.chars += len(article.text)

    @property
    def full(self) -> bool:
        return len(self.articles) >= BATCH_ARTICLES or self.chars >= BATCH_CHARS


class _Run:
    """One run of the writer."""

    def __init__(
        self, connection: sqlite3.Connection, models: Models, options: UpdateOptions, progress: Progress
    ) -> None:
        self._connection = connection
        self._models = models
        self._options = options
        self._progress = progress
        self._report = UpdateReport(dry_run=options.dry_run)
        self._embedder: Embedder | None = None
        self._deleted = False

    def update(self, paths: Sequence[Path]) -> UpdateReport:
        """Do all of it."""
        roots = [path.resolve() for path in paths] or self._roots()
        self._bring_up_to_date()
        batch = _Batch()
        for file in self._files(list(paths) or roots):
            self._read(file, batch)
            if batch.full:
                self._publish(batch)
                batch = _Batch()
        self._prune(roots, batch)
        self._publish(batch)
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
        stored = dict(self._connection.execute("SELECT uri, digest FROM article WHERE file = ?", (name,)))
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
        self._drop([uri for uri in stored if uri not in seen], batch)
        if stamp:
            batch.stamps[name] = stamp

    def _compare(self, article: Article, file: str, known: str | None, batch: _Batch) -> None:
        known = known or self._digest(article.uri)
        if known == article.digest and not self._options.rebuild:
            self._report.unchanged += 1
            return
        (self._report.changed if known else self._report.added).append(article.id)
        batch.add(article, file)

    def _digest(self, uri: str) -> str | None:
        row = self._connection.execute("SELECT digest FROM article WHERE uri = ?", (uri,)).fetchone()
        return row[0] if row else None

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

    # --- removing ---

    def _drop(self, uris: Sequence[str], batch: _Batch) -> None:
        for uri in uris:
            row = self._connection.execute("SELECT key FROM article WHERE uri = ?", (uri,)).fetchone()
            self._report.removed.append(row[0])
            batch.gone.append(uri)

    def _prune(self, roots: Sequence[Path], batch: _Batch) -> None:
        files = [row[0] for row in self._connection.execute("SELECT DISTINCT file FROM article ORDER BY file")]
        for file in files:
            path = Path(file)
            if path.exists() or not any(path == root or root in path.parents for root in roots):
                continue
            if self._options.prune:
                uris = [row[0] for row in self._connection.execute("SELECT uri FROM article WHERE file = ?", (file,))]
                self._drop(uris, batch)
            else:
                self._report.missing.append(file)

    # --- writing ---

    def _publish(self, batch: _Batch) -> None:
        if self._options.dry_run or not (batch.articles or batch.gone or batch.stamps):
            return
        if batch.articles:
            self._ensure_model(Counter(article.language for article, _ in batch.articles))
        entries = self._entries(batch.articles)
        if not (entries or batch.gone):
            self._write_stamps(batch)
            return
        with publication(self._connection):
            for row in rows_of(self._connection, [*batch.gone, *(entry.article.uri for entry in entries)]):
                delete(self._connection, row)
                self._deleted = True
            for entry in entries:
                insert(self._connection, entry)
            self._write_stamps(batch)

    def _write_stamps(self, batch: _Batch) -> None:
        self._connection.executemany("INSERT OR REPLACE INTO file VALUES (?, ?)", batch.stamps.items())

    def _entries(self, found: Sequence[tuple[Article, str]]) -> list[Entry]:
        """Split articles, and see that each passage that the model reads has its vectors."""
        if not found:
            return []
        embedder = self._loaded()
        entries = [Entry(article, file, tuple(_split(article, embedder))) for article, file in found]
        wanted = [
            embedding_text(entry.article, passage)
            for entry in entries
            if reads(embedder, entry.article.language)
            for passage in entry.passages
        ]
        self._report.embedded += embed_missing(
            self._connection, embedder, wanted, anew=self._options.rebuild, progress=self._progress
        )
        return entries

    # --- the model ---

    def _current_model(self) -> str | None:
        row = self._connection.execute(
            "SELECT name FROM model WHERE id = (SELECT value FROM meta WHERE key = 'model')"
        ).fetchone()
        return row[0] if row else None

    def _languages(self) -> Languages:
        return Counter(dict(self._connection.execute("SELECT language, count(*) FROM article GROUP BY language")))

    def _loaded(self) -> Embedder:
        if self._embedder is None:
            self._embedder = self._models.load(self._models.choose(self._languages(), self._current_model()))
        return self._embedder

    def _ensure_model(self, languages: Languages) -> None:
        """Give a new index its model; it is chosen by the languages of the first articles."""
        if self._current_model() is None:
            self._embedder = self._models.load(self._models.choose(languages, None))
            set_meta(self._connection, "model", str(model_id(self._connection, self._embedder)))
            set_meta(self._connection, "versions", VERSIONS)
        elif self._fingerprint() != self._loaded().fingerprint:
            self._make_anew()

    def _fingerprint(self) -> str:
        query = "SELECT fingerprint FROM model WHERE id = (SELECT value FROM meta WHERE key = 'model')"
        return str(self._connection.execute(query).fetchone()[0])

    def _bring_up_to_date(self) -> None:
        """Change over to another model, or to the way texts are split now, before anything else."""
        current = self._current_model()
        if current is None or self._options.dry_run:
            return
        row = self._connection.execute("SELECT value FROM meta WHERE key = 'versions'").fetchone()
        other_name = self._models.choose(self._languages(), current) != current
        # One model may go by two names: its fingerprint tells.
        if row[0] != VERSIONS or (other_name and self._loaded().fingerprint != self._fingerprint()):
            self._make_anew()

    def _make_anew(self) -> None:
        """Split and embed every article from the text that the index holds, and publish all of them at once."""
        embedder = self._loaded()
        stored = [(article_from_row(row[1:]), row[0]) for row in self._connection.execute(_ALL_ARTICLES)]
        # Under its present id, which its passages' ids are made from; the digest stays that of the file.
        digests = dict(self._connection.execute("SELECT uri, digest FROM article"))
        entries = self._entries(stored)
        with publication(self._connection):
            self._connection.execute("INSERT INTO words(words) VALUES ('delete-all')")
            for row in rows_of(self._connection, list(digests)):
                delete(self._connection, row, with_words=False)
            for entry in entries:
                insert(self._connection, entry)
            self._connection.executemany(
                "UPDATE article SET digest = ? WHERE uri = ?", [(digest, uri) for uri, digest in digests.items()]
            )
            set_meta(self._connection, "model", str(model_id(self._connection, embedder)))
            set_meta(self._connection, "versions", VERSIONS)

    def _finished(self) -> UpdateReport:
        report = self._report
        report.passages = int(self._connection.execute("SELECT count(*) FROM passage").fetchone()[0])
        report.generation = int(
            self._connection.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()[0]
        )
        if self._embedder is not None:
            embedder = self._embedder
            report.unread = Counter(
                {code: count for code, count in self._languages().items() if code and not reads(embedder, code)}
            )
        return report


_ALL_ARTICLES = (
    "SELECT file, key, uri, text, title, source, author, published, language, url, path, details"
    " FROM article ORDER BY id"
)


def _split(article: Article, embedder: Embedder) -> list[Passage]:
    """Split an article so that each passage, its title before it, fits the model's window."""
    head = embedder.count_tokens([title_prefix(article)])[0] if article.title else 0
    room = max(embedder.max_tokens - head, embedder.max_tokens // 2)
    return passages.split(article, measure=embedder.count_tokens, max_tokens=room)


def _short_hash(text_: str) -> str:
    return blake2b(text_.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
