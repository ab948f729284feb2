"""Which files a user means by files and folders. Reads no content."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from errno import ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR
from pathlib import Path

from .failure import ReadFailure, refused
from .registry import NAMED_ONLY, SUFFIXES


def find_files(paths: Sequence[Path], *, passed_over: Counter[str] | None = None) -> Iterator[Path | ReadFailure]:
    """Yield the files that are named or lie in named folders, each once, in a stable order.

    Inside folders hidden entries, tables and files of no known format are passed over; what is named is always tried.

    Args:
        passed_over: is told of each such file how its name ends; hidden ones are not counted.
    """
    seen: set[str] = set()
    left = Counter[str]() if passed_over is None else passed_over
    for path in paths:
        for found in _walk(path, left) if os.path.isdir(path) else _named(path):  # noqa: PTH112 - the method may raise
            if isinstance(found, ReadFailure):
                yield found
            elif (real := os.path.realpath(found)) not in seen:
                seen.add(real)
                yield found


def _named(path: Path) -> Iterator[Path | ReadFailure]:
    try:
        path.stat()
    except OSError as error:
        yield refused(path, error)
        return
    yield path


def _walk(top: Path, passed_over: Counter[str]) -> Iterator[Path | ReadFailure]:
    """Depth first, names sorted. A link that leads back to a folder on the way here is a loop and ends there."""
    waiting = [(top, frozenset[tuple[int, int]]())]
    while waiting:
        place, above = waiting.pop()
        try:
            if not place.is_dir():
                suffix = place.suffix.lower()
                if place.is_file() and suffix in SUFFIXES - NAMED_ONLY:
                    yield place
                elif place.is_file():
                    passed_over[suffix.encode("utf-8", "replace").decode()] += 1  # a name may be no text
                continue
            stat = place.stat()
            inside = sorted(place.iterdir(), key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            yield refused(place, error)
            continue
        here = stat.st_dev, stat.st_ino
        if here not in above:
            within = above | {here}
            waiting += [(entry, within) for entry in inside if not entry.name.startswith(".")]


def is_gone(path: Path) -> bool:
    """Say whether there is nothing at a place: where nobody may look, there may be something."""
    try:
        path.stat()
    except OSError as error:
        return error.errno in {ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG}
    return False


def unnamable(place: str) -> ReadFailure | None:
    """Say why a place can be neither stored nor shown: bytes that are no text are in its name."""
    if (shown := place.encode("utf-8", "replace").decode()) == place:
        return None
    return ReadFailure(shown, "its name is not UTF-8", "rename the file, or the folder that it is in")
