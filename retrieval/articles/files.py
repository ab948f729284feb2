"""Finds the files that a user means by naming files and folders. Reads no content."""

import os
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from errno import ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR
from pathlib import Path
from stat import S_ISDIR

from .failure import ReadFailure, refused
from .registry import NAMED_ONLY, SUFFIXES

_HIDDEN = (".", "~$")
"""How the names of hidden entries begin; Word makes the latter beside a document while it is open."""
_PARTS = ("_files", ".files", "-Dateien", "_fichiers", "_archivos")
"""How the name of the folder ends in which a browser puts the pictures and frames of a page saved beside it."""


def find_files(paths: Sequence[Path], *, passed_over: Counter[str] | None = None) -> Iterator[Path | ReadFailure]:
    """Yield the files that are named or lie in named folders, in a stable order; one that is found twice, twice.

    In folders, hidden entries, parts of saved pages, tables and unknown formats are skipped; a named file is tried.

    Args:
        passed_over: counts the skipped files by suffix, except hidden ones and those that are named themselves.
    """
    left = Counter[str]() if passed_over is None else passed_over
    named = {os.path.realpath(path) for path in paths}
    for path in paths:
        yield from _walk(path, left, named) if os.path.isdir(path) else _named(path)  # noqa: PTH112 - the method may raise


def _named(path: Path) -> Iterator[Path | ReadFailure]:
    try:
        path.stat()
    except OSError as error:
        yield refused(path, error)
        return
    yield path


def _walk(top: Path, passed_over: Counter[str], named: Container[str]) -> Iterator[Path | ReadFailure]:
    """Walk depth first, names sorted; a link to a folder that was walked through already is not followed."""
    waiting, seen = [top], set[tuple[int, int]]()
    while waiting:
        place = waiting.pop()
        try:
            if not place.is_dir():
                suffix = place.suffix.lower()
                if place.is_file() and suffix in SUFFIXES - NAMED_ONLY:
                    yield place
                elif place.is_file() and os.path.realpath(place) not in named:
                    passed_over[suffix.encode("utf-8", "replace").decode()] += 1  # a name may not be valid text
                continue
            if place != top and _has_parts(place):
                continue
            stat = place.stat()
            inside = sorted(place.iterdir(), key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            yield refused(place, error)
            continue
        here = stat.st_dev, stat.st_ino
        if here not in seen or not place.is_symlink():  # on some network file systems folders share a number
            seen.add(here)
            waiting += [entry for entry in inside if not entry.name.startswith(_HIDDEN)]


def _has_parts(folder: Path) -> bool:
    """Return whether a browser made a folder beside a page that it saved."""
    pages = (folder.name.removesuffix(end) for end in _PARTS if folder.name.endswith(end))
    return any(folder.with_name(f"{page}{suffix}").exists() for page in pages for suffix in (".html", ".htm"))


def is_gone(path: Path, *, file: bool = False) -> bool:
    """Return whether a path certainly does not exist; one that may not be looked at may exist.

    Args:
        file: whether it was a file, by its real path, which is gone as well if a folder took its place or a link leads
            elsewhere now.
    """
    try:
        is_folder = S_ISDIR(path.stat().st_mode)
        return file and (is_folder or os.path.realpath(path) != str(path))
    except OSError as error:
        return error.errno in {ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG}


def unnamable(place: str) -> ReadFailure | None:
    """Return the failure for a path whose bytes are not text, so that it can be neither stored nor shown; else None."""
    if (shown := place.encode("utf-8", "replace").decode()) == place:
        return None
    return ReadFailure(shown, "its name is not UTF-8", "rename the file, or the folder that it is in")
