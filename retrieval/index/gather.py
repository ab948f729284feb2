"""Examines the places of a run: what changed since they were last read is collected, and published in batches."""

import os
import sqlite3
import time
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from ..articles import ReadFailure, find_files
from ..articles.fetch_visit import Web
from ..articles.files import is_gone, unnamable
from ..articles.parallel import read_all
from .addresses import Addresses
from .changes import Batch, Changes, how_read
from .layout import index_command
from .options import UpdateOptions
from .progress import Progress, counting
from .removed import removed_state
from .report import UpdateReport

RACY_SECONDS = 0.1
"""A file changed this shortly before it was read may change again within one clock tick, so it is read again."""


class ChangeCollector:
    """Examines the places of one run, and reports what it met.

    Args:
        folder: the index's own, which remedies name.
        web: None if nothing may be fetched.
        publish: called with each full batch, and with the last.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        folder: Path,
        options: UpdateOptions,
        report: UpdateReport,
        *,
        progress: Progress,
        web: Web | None,
        publish: Callable[[Batch], None],
    ) -> None:
        self._connection = connection
        self._folder = folder
        self._options = options
        self._report = report
        self._progress = progress
        self._changes = Changes(connection, options, report, publish=publish)
        self._addresses = Addresses(connection, options, self._changes, web, progress) if web else None
        self._removed = removed_state(connection)
        self._roots: set[str] = set()
        """The places of the run, by their real paths, and as they were named: a link may be where a folder was."""
        self._files: dict[str, Path] = {}
        """The files found in them, by their real paths, as the user named them or their folders."""
        self._linked: set[str] = set()
        """Folders outside of them that links to files led to."""

    def gather(self, paths: Sequence[Path], urls: Sequence[str], *, named: bool) -> dict[str, list[str]]:
        """Examine all places; return the missing files, each with the uris of its articles.

        Args:
            named: whether the user named these places now: articles removed from a named file then come back.
        """
        if named:
            self._changes.named = {*map(os.path.realpath, paths), *urls}
        roots = [Path(os.path.realpath(path)) for path in paths]
        self._roots = {*map(str, roots), *map(os.path.abspath, paths)}
        self._read(paths)
        if self._addresses:
            self._addresses.visit(urls)
        missing = self._missing()
        lacking = {place for file in map(Path, missing) for place in (file, *file.parents)}
        emptied = [root for root in roots if root in lacking and _is_empty(_folder(root, missing))]
        inner = (it for it in lacking.difference(roots, map(Path, missing)) if self._is_within(str(it)))
        # A folder that is still there with nothing in it may be one where nothing is mounted now.
        emptied += sorted(place for place in inner if not is_gone(place) and _is_empty(place))
        self._report.emptied = sorted({str(_folder(root, missing)) for root in emptied})
        if self._options.prune:
            # That a place is gone is no failure of a run that is asked to drop what was in it.
            gone = {str(path) for path, root in zip(paths, roots, strict=True) if root in lacking and is_gone(path)}
            self._report.failed = [failure for failure in self._report.failed if failure.where not in gone]
            self._prune(missing, [] if self._options.prune_emptied else emptied)
        self._changes.publish()
        return missing

    def _prune(self, missing: Mapping[str, list[str]], kept: Sequence[Path]) -> None:
        """Add the articles of missing files to the batch for removal, except those of these places."""
        for root in kept:
            remedy = f"mount it, or drop its articles with: {index_command(self._folder, '--prune', str(root))}"
            self._report.failed.append(ReadFailure(str(root), "nothing is left of it", remedy))
        for file, uris in missing.items():
            if not any(map(Path(file).is_relative_to, kept)):
                self._changes.drop(uris)

    def _read(self, paths: Sequence[Path]) -> None:
        """Read the files whose stamps changed, and add their changes to the batch."""
        looks: dict[Path, tuple[str, str]] = {}
        self._find(paths)
        changed = self._changed(looks)
        readings = read_all(changed, self._options.reading, isolated=self._options.isolated)
        with closing(readings):
            for file, found in readings:
                name, stamp = looks.pop(file)
                withheld = self._changes.compare(name, found)
                if withheld is not None and stamp:
                    self._changes.stamp(name, f"{stamp}:{withheld}:{self._removed}" if withheld else stamp)

    def _find(self, paths: Sequence[Path]) -> None:
        for file in find_files(paths, passed_over=self._report.passed_over):
            if isinstance(file, ReadFailure):
                self._report.failed.append(file)
            elif failure := unnamable(str(file)) or unnamable(name := os.path.realpath(file)):  # it may be a link
                self._report.failed.append(failure)
            else:
                self._files.setdefault(name, file)

    def _changed(self, looks: dict[Path, tuple[str, str]]) -> Iterator[Path]:
        """Yield the files to read, and put the name and stamp of each into `looks`.

        Files may be read later than stamped; if another process changes one in between, its stamp differs next time.
        """
        for name, file in counting("reading", self._files.items(), self._progress):
            if not self._is_within(name):
                self._linked.add(_parent(name))
            stamp = self._stamp(file)
            withheld = self._withheld(name, stamp) if stamp and not self._options.rebuild else None
            if withheld is not None:
                self._changes.pass_over(name, withheld)
            else:
                looks[file] = name, stamp
                yield file

    def _withheld(self, name: str, stamp: str) -> int | None:
        """Return how many articles of an unchanged file stay out; None if the file must be read.

        A file with such articles is read again when it is named, and when others are removed or come back.
        """
        known = self._changes.stamp_of(name)
        if known is None or known == stamp:
            return None if known is None else 0
        rest, _, removed = known.rpartition(":")
        looked, _, withheld = rest.rpartition(":")
        same = looked == stamp and removed == self._removed and name not in self._changes.named
        return int(withheld) if same else None

    def _stamp(self, file: Path) -> str:
        """Return a file's stamp: its state on disk, and everything that decides how it is read; "" if unreliable."""
        try:
            stat = file.stat()
        except OSError:
            return ""
        if time.time() - stat.st_mtime < RACY_SECONDS:
            return ""
        return f"{stat.st_size}:{stat.st_mtime_ns}:{stat.st_ctime_ns}:{stat.st_ino}:{how_read(self._options.reading)}"

    def _missing(self) -> dict[str, list[str]]:
        """Return the missing files, each with the uris of its articles."""
        places = self._connection.execute("SELECT file, uri FROM place ORDER BY file, id")
        return {
            file: [uri for _, uri in held]
            for file, held in groupby(places, key=itemgetter(0))
            if file not in self._files and self._is_of_this_run(file) and is_gone(Path(file), file=True)
        }

    def _is_of_this_run(self, file: str) -> bool:
        return self._is_within(file) or _parent(file) in self._linked

    def _is_within(self, path: str) -> bool:
        """Return whether a path, which is or was in real form, is one of the places or within one."""
        while path not in self._roots:
            if (parent := _parent(path)) == path:
                return False
            path = parent
        return True


def _parent(path: str) -> str:
    """Return the folder of a path, in a fifth of the time of `Path`: each run asks it for every place of the index."""
    return os.path.dirname(path)  # noqa: PTH120


def _folder(root: Path, missing: Container[str]) -> Path:
    """Return the folder of a place; of a file that is gone, the one that it was in."""
    return root.parent if str(root) in missing else root


def _is_empty(folder: Path) -> bool:
    """Return whether a folder is gone or empty, like an unmounted one."""
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is None
    except OSError:
        return True
