"""Which files a user means by files and folders. Reads no content."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from .failure import ReadFailure
from .registry import SUFFIXES


def find_files(paths: Sequence[Path]) -> Iterator[Path | ReadFailure]:
    """Yield the files that are named or lie in named folders, each once, in a stable order.

    Inside folders hidden entries and files of no known format are passed over; a file that is named is always tried.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _walk(path, set()) if path.is_dir() else _named(path):
            if isinstance(found, ReadFailure):
                yield found
            elif (real := os.path.realpath(found)) not in seen:
                seen.add(real)
                yield found


def _named(path: Path) -> Iterator[Path | ReadFailure]:
    try:
        path.stat()
    except OSError as error:
        yield _failure(path, error)
        return
    yield path


def _walk(folder: Path, above: set[str]) -> Iterator[Path | ReadFailure]:
    """Depth first, names sorted. A link that leads back to a folder on the way here is a loop and ends there."""
    real = os.path.realpath(folder)
    if real in above:
        return
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield _failure(folder, error)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _walk(entry, above | {real})
        elif entry.suffix.lower() in SUFFIXES and entry.is_file():
            yield entry


def _failure(path: Path, error: OSError) -> ReadFailure:
    if isinstance(error, FileNotFoundError):
        return ReadFailure(str(path), "there is no such file or folder", "check the path")
    if isinstance(error, PermissionError):
        return ReadFailure(str(path), "you may not read it", f"give yourself the right: chmod u+rX '{path}'")
    return ReadFailure(str(path), f"it cannot be opened ({error.strerror})", "check the path")
