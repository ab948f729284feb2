"""Brings an index up to date: what changed is read, split, embedded and published; the rest is left alone."""

import logging
import os
import sqlite3
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from msgspec.structs import replace

from embeddings.base import reads

from ..articles.fetch_visit import Web, is_url
from ..articles.files import is_gone, unnamable
from ..errors import StoreError
from ..passages import split
from . import schema
from .articles import LoadedArticle
from .changes import Batch
from .check import article_rows, damage_as_error
from .common_paragraphs import CommonParagraphs, learn_common
from .embedding import embed_missing
from .embedding_text import embedding_text
from .gather import ChangeCollector
from .identity import Planner, places_of
from .layout import Layout, index_command
from .lock import writer_lock
from .model import IndexModel
from .options import Models, UpdateOptions
from .progress import Progress, no_progress
from .publish import (
    Entry,
    carry_out,
    delete,
    delete_all,
    forget_other_models,
    insert,
    leave_no_trace,
    publication,
    purge_later,
    rewrite,
)
from .removed import forget_removed, note_removed
from .report import UpdateReport
from .transaction import as_store_errors, transaction
from .vector_file_upkeep import keep_vectors

log = logging.getLogger(__name__)


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

    A crash at any moment leaves the last published generation intact, and keeps the vectors embedded so far.

    Args:
        urls: addresses of pages, feeds and sitemaps.
        web: None if nothing may be fetched; pages fetched before stay.

    Raises:
        IndexBusyError: another process is writing.
        StoreError: the index is damaged or of a newer format.
        EmbeddingError: the model is not available.
    """
    started = time.monotonic()
    layout = Layout(folder)
    mistyped = not (layout.exists() or urls) and all(map(is_gone, paths))  # leaves no empty index behind
    with (_looking if options.dry_run or mistyped else _writing)(layout) as connection:
        report = _Run(connection, folder, models, options, progress=progress, web=web).update(paths, urls)
    report.seconds = time.monotonic() - started
    return report


def remove_articles(folder: Path, ids: Sequence[str]) -> list[str]:
    """Remove articles by id with every byte of their text; return the ids that existed.

    They stay out until their text changes or a file that contains them is named.

    Raises:
        NoIndexError, IndexBusyError, StoreError: as in `update_index`.
    """
    layout = Layout(folder)
    schema.open_for_reading(layout).close()
    with _writing(layout) as connection:
        query = "SELECT key, id FROM article WHERE key = ?"
        found: dict[str, int] = dict(row for key in ids for row in connection.execute(query, (key,)))
        if found:
            with publication(connection) as words:
                for row in found.values():
                    files = "DELETE FROM file WHERE path IN (SELECT file FROM place WHERE article = ?)"
                    connection.execute(files, (row,))
                    note_removed(connection, LoadedArticle(row, connection).article)
                    delete(connection, row, words)
                purge_later(connection)
    return list(found)


@contextmanager
def _looking(layout: Layout) -> Iterator[sqlite3.Connection]:
    """Give a connection for a run that writes nothing."""
    found = layout.exists()
    connection = schema.open_for_reading(layout) if found else schema.create_in_memory()
    with as_store_errors(layout.database), damage_as_error(layout.folder), closing(connection):
        if found:
            connection.execute("BEGIN")  # what a writer publishes meanwhile would look like a fault
        yield connection


@contextmanager
def _writing(layout: Layout) -> Iterator[sqlite3.Connection]:
    """Provide the writer's connection; afterwards wipe what was deleted, in this run or a killed one."""
    with as_store_errors(layout.database):
        try:
            layout.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise StoreError(
                f"{layout.folder}: cannot be made ({error.strerror}); fix that, or name another folder with --index"
            ) from error
        with (
            damage_as_error(layout.folder),
            writer_lock(layout.lock),
            closing(schema.open_for_writing(layout)) as connection,
        ):
            layout.clear_leftovers(int(schema.meta(connection)["generation"]))
            yield connection
            wipe = index_command(layout.folder)
            then = f"run {wipe}: what was asked for is done, but what was removed may not be wiped yet"
            with as_store_errors(layout.database, then=then):
                keep_vectors(connection, layout)
                if not leave_no_trace(connection):
                    log.warning(
                        "%s: another process still reads the old state, so words that were removed stay in the log; "
                        "wipe them, when it has ended, with: %s",
                        layout.database,
                        wipe,
                    )


class _Run:
    """One indexing run."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        folder: Path,
        models: Models,
        options: UpdateOptions,
        *,
        progress: Progress,
        web: Web | None,
    ) -> None:
        self._connection = connection
        self._model = IndexModel(connection, models)
        self._options = options
        self._progress = progress
        self._report = UpdateReport(dry_run=options.dry_run)
        self._collector = ChangeCollector(
            connection, folder, options, self._report, progress=progress, web=web, publish=self._publish
        )
        self._lost: set[str] = set()
        self._anew = options.rebuild
        """Whether texts that have vectors are embedded again."""

    def update(self, paths: Sequence[Path], urls: Sequence[str]) -> UpdateReport:
        roots = [*map(os.path.realpath, paths), *urls] or self._roots()
        self._report.roots = roots
        whole = self._options.rebuild and not (paths or urls)
        if self._model.name and (whole or self._model.outdated()):
            if self._options.dry_run:
                self._report.embedded = schema.count_passages(self._connection)
            else:
                self._make_anew()
        # Paths as the user gave them, or else as they are stored.
        files = paths if paths or urls else [Path(root) for root in roots if not is_url(root)]
        named = self._options.restore and bool(paths or urls)
        missing = self._collector.gather(files, list(filter(is_url, roots)), named=named)
        self._report.missing = [file for file, uris in missing.items() if not self._lost.issuperset(uris)]
        if not self._options.dry_run:
            with transaction(self._connection):
                self._remember(roots)
        return self._finished()

    def _remember(self, roots: Iterable[str]) -> None:
        """Note the places of the run, for later runs that name none."""
        known = [(root,) for root in roots if self._was_found(root)]
        self._connection.executemany("INSERT OR IGNORE INTO root VALUES (?)", known)

    def _was_found(self, root: str) -> bool:
        """Return whether there is something at a place: a mistyped one must not be remembered."""
        if is_url(root):
            return all(failure.where != root for failure in self._report.failed)
        return not (unnamable(root) or is_gone(Path(root)))

    def _roots(self) -> list[str]:
        """Return the places that the index was made from; forget those that are gone and have no articles in it."""
        roots = [row[0] for row in self._connection.execute("SELECT path FROM root ORDER BY path")]
        gone = {root for root in roots if not (is_url(root) or self._holds(root)) and is_gone(Path(root))}
        if not self._options.dry_run:
            with transaction(self._connection):
                self._connection.executemany("DELETE FROM root WHERE path = ?", [(root,) for root in gone])
        return [root for root in roots if root not in gone]

    def _holds(self, root: str) -> bool:
        """Return whether an article of a file or folder is in the index."""
        query = "SELECT 1 FROM place WHERE file = ? OR (file > ? AND file < ?)"  # a range, to use the index
        inside = root + os.sep, root + chr(ord(os.sep) + 1)
        return self._connection.execute(query, (root, *inside)).fetchone() is not None

    def _publish(self, batch: Batch) -> None:
        """Make a batch the next generation if it changes anything."""
        planner = Planner(self._connection, self._report, rebuild=self._options.rebuild)
        plan = planner.plan(batch.found.values(), batch.gone)
        self._lost |= plan.lost
        if self._options.dry_run:
            return
        if plan.new and self._model.name is None:
            self._model.start(Counter(new.article.language for new in plan.new))
        if plan.empty:
            with transaction(self._connection):
                self._write_stamps(batch)
            return
        learns = not self._options.reading.keep_all
        known = learn_common(self._connection, plan) if learns else CommonParagraphs()
        wanted = [
            *map(self._stored, known.stale),
            *(Entry(new.article, new.digest, tuple(new.places.values()), learns=learns) for new in plan.new),
        ]
        entries = self._entries([replace(entry, article=known.applied(entry.article)) for entry in wanted])
        with publication(self._connection) as words:
            rewrite(self._connection, known, entries[: len(known.stale)], words)
            carry_out(self._connection, plan, entries[len(known.stale) :], words)
            forget_removed(self._connection, (new.article for new in plan.new))
            self._write_stamps(batch)
            # If the run is killed later, one that names no place goes on with the rest of these.
            self._remember(root for root in self._report.roots if not is_url(root))

    def _write_stamps(self, batch: Batch) -> None:
        self._connection.executemany("INSERT OR REPLACE INTO file VALUES (?, ?)", batch.stamps.items())

    def _stored(self, row: int) -> Entry:
        """Return an article of the index, to be rewritten."""
        (digest,) = self._connection.execute("SELECT digest FROM article WHERE id = ?", (row,)).fetchone()
        learns = self._connection.execute("SELECT 1 FROM published WHERE article = ?", (row,)).fetchone() is not None
        places = tuple(places_of(self._connection, row))
        return Entry(LoadedArticle(row, self._connection).article, digest, places, learns=learns)

    def _entries(self, wanted: Sequence[Entry]) -> list[Entry]:
        """Split articles, and embed the passages in languages that the model reads unless they have vectors."""
        if not wanted:
            return []
        embedder = self._model.load()
        entries = [replace(entry, passages=tuple(split(entry.article))) for entry in wanted]
        texts = [
            embedding_text(entry.article, passage)
            for entry in entries
            if reads(embedder, entry.article.language)
            for passage in entry.passages
        ]
        self._report.embedded += embed_missing(
            self._connection, embedder, texts, anew=self._anew, progress=self._progress
        )
        return entries

    def _make_anew(self) -> None:
        """Split and embed every article again from its stored text, and publish all of them at once."""
        self._model.load()
        entries = self._entries(list(map(self._stored, article_rows(self._connection))))
        with publication(self._connection) as words:
            delete_all(self._connection)
            for entry in entries:
                insert(self._connection, entry, words)
            self._model.record()
            if self._anew:
                forget_other_models(self._connection)
        self._anew = False  # every text has just been embedded

    def _finished(self) -> UpdateReport:
        report = self._report
        report.passages = schema.count_passages(self._connection)
        report.generation = int(schema.meta(self._connection)["generation"])
        if (embedder := self._model.embedder) is not None:
            languages = schema.languages(self._connection)
            unread = {code: count for code, count in languages.items() if code and not reads(embedder, code)}
            report.unread = Counter(unread)
        return report
