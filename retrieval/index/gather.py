"""Looking at the places of a run: what changed there since it was last read goes into batches. Writes nothing."""

import os
import shlex
import sqlite3
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from ..articles import ReadFailure, find_files
from ..articles.beside import read_all
from ..articles.fetch_visit import Web
from ..articles.files import is_gone, unnamable
from .addresses import Addresses
from .changes import Batch, Changes, how_read
from .options import UpdateOptions
from .report import Progress, UpdateReport

RACY_SECONDS = 0.1
"""A file changed this shortly before it was read may change again within one tick of its clock: it is read again."""


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
        self._changes = Changes(connection, options, report, publish=publish)
        self._addresses = Addresses(connection, options, self._changes, web, progress) if web else None

    def gather(self, paths: Sequence[Path], urls: Sequence[str], *, named: bool) -> dict[str, list[str]]:
        """Look at everything; return the files that are gone, each with the places it held.

        Args:
            named: whether the user named these places now: what was removed from a file that is named comes back.
        """
        if named:
            self._changes.named = {*map(os.path.realpath, paths), *urls}
        self._read(paths)
        if self._addresses:
            self._addresses.visit(urls)
        roots = [Path(os.path.realpath(path)) for path in paths]
        missing = self._missing(roots)
        if self._options.prune:
            self._prune(missing, roots)
        self._changes.publish()
        return missing

    def _prune(self, missing: Mapping[str, list[str]], roots: Sequence[Path]) -> None:
        """Put what the missing files held into the batch, but for places of which nothing is left."""
        kept = [] if self._options.prune_emptied else [root for root in roots if _is_emptied(root, missing)]
        for root in kept:
            remedy = f"mount it, or drop its articles with: {shlex.join(['byline', 'index', '--prune', str(root)])}"
            others = [failure for failure in self._report.failed if failure.where != str(root)]
            self._report.failed = [*others, ReadFailure(str(root), "nothing is left of it", remedy)]
        for file, uris in missing.items():
            if not any(_within(Path(file), root) for root in kept):
                self._changes.batch.gone += uris

    def _read(self, paths: Sequence[Path]) -> None:
        """Read the files that do not look as they did, and put what changed into the batch."""
        looks: deque[tuple[str, str]] = deque()
        changed = self._changed(self._files(paths), looks)
        readings = read_all(changed, self._options.reading)
        with closing(readings):
            for _, found in readings:
                name, stamp = looks.popleft()
                if self._changes.compare(name, found) and stamp:
                    self._changes.batch.stamps[name] = stamp

    def _files(self, paths: Sequence[Path]) -> list[Path]:
        files = find_files(paths, passed_over=self._report.passed_over)
        found = [file if isinstance(file, ReadFailure) else unnamable(os.path.realpath(file)) or file for file in files]
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
            if stamp and not self._options.rebuild and self._changes.stamp_of(name) == stamp:
                self._changes.pass_over(name)
            else:
                looks.append((name, stamp))
                yield file
        self._progress("reading", len(files), len(files))

    def _stamp(self, file: Path) -> str:
        """Return how a file looks from outside, and all that decides how it is read; empty: not to be trusted."""
        try:
            stat = file.stat()
        except OSError:
            return ""
        if time.time() - stat.st_mtime < RACY_SECONDS:
            return ""
        return f"{stat.st_size}:{stat.st_mtime_ns}:{stat.st_ctime_ns}:{stat.st_ino}:{how_read(self._options.reading)}"

    def _missing(self, roots: Sequence[Path]) -> dict[str, list[str]]:
        """Return the files that are gone, of those looked for, each with the places it held."""
        missing: dict[str, list[str]] = {}
        for file, uri in self._connection.execute("SELECT file, uri FROM place ORDER BY file, id"):
            path = Path(file)
            if file in missing:
                missing[file].append(uri)
            elif any(_within(path, root) for root in roots) and is_gone(path):
                missing[file] = [uri]
        return missing


def _within(path: Path, root: Path) -> bool:
    return path == root or root in path.parents


def _is_emptied(root: Path, missing: Iterable[str]) -> bool:
    """Say whether files of a place are missing and its folder is gone or empty, as one that is not mounted is."""
    lost = {file for file in missing if _within(Path(file), root)}
    if not lost:
        return False
    try:
        with os.scandir(root.parent if str(root) in lost else root) as entries:
            return next(entries, None) is None
    except OSError:
        return True
