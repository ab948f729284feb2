"""Keeps things built once in the user's cache folder: written atomically, checked when opened, rebuilt if damaged.

Knows nothing of their content; a builder that is killed, fails or comes second leaves nothing half-built behind.
"""

import json
import logging
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from fcntl import LOCK_EX, flock
from functools import partial
from hashlib import blake2b, file_digest
from pathlib import Path

from platformdirs import user_cache_dir

from .errors import CacheError

log = logging.getLogger(__name__)

_MANIFEST = ".manifest"

UNUSED_SECONDS = 90 * 86_400.0
"""After so long without use a folder is deleted when another of its kind is built: earlier versions of a model would
fill a small disk. Whoever uses it after all, such as an older Byline, has mapped its files or builds it again."""


def cache_folder() -> Path:
    """Return `$BYLINE_CACHE`, or the user's cache folder for Byline if that is unset."""
    return Path(os.environ.get("BYLINE_CACHE") or user_cache_dir("byline"))


def get_or_build(name: str, build: Callable[[Path], None]) -> Path:
    """Return the folder of that name; let `build` fill it if it is missing or damaged.

    If several processes want it at once, one builds it and the others wait.
    """
    folder = cache_folder() / name
    if _is_whole(folder):
        with suppress(OSError):  # a cache that others filled for us
            os.utime(folder / _MANIFEST)  # it is in use
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _lock(folder.with_name(f".{folder.name}.lock")):
            if not _is_whole(folder):
                log.info("making %s, once", folder)
                _build(folder, build)
                _delete_unused(folder)
    except OSError as error:
        raise CacheError(
            f"cannot write the cache {folder.parent}: {error.strerror or error}; name another folder in BYLINE_CACHE"
        ) from error
    return folder


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    with path.open("wb") as file:
        flock(file, LOCK_EX)  # released when the process ends
        yield


def _build(folder: Path, build: Callable[[Path], None]) -> None:
    """Fill a temporary folder, then rename it. The lock is held, so one that exists is a dead builder's."""
    beside = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir()
    try:
        build(beside)
        for path in _files(beside):
            # Archives and container images keep no more than whole seconds of a file's time.
            os.utime(path, (seconds := int(path.stat().st_mtime), seconds))
            _sync(path)
        _write_manifest(beside)
        _sync(beside)
        # Nobody reads a damaged folder; a process that has mapped its files keeps them.
        shutil.rmtree(folder, ignore_errors=True)
        beside.rename(folder)
        _sync(folder.parent)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _delete_unused(built: Path) -> None:
    """Delete what was unused for long beside a folder just built, and beside it under another version of its kind."""
    kind = built.parent.name.rpartition("-")[0]
    for manifest in built.parent.parent.glob(f"{kind}-*/*/{_MANIFEST}"):
        with suppress(OSError):
            if time.time() - manifest.stat().st_mtime > UNUSED_SECONDS:
                shutil.rmtree(manifest.parent, ignore_errors=True)


def _is_whole(folder: Path) -> bool:
    """Compare the files with the manifest: sizes and times at each start, content only if a time has changed."""
    try:
        manifest = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
        entries = {folder / name: (size, time, digest) for name, (size, time, digest) in manifest.items()}
        states = {path: path.stat() for path in entries}
        if any(states[path].st_size != size for path, (size, _, _) in entries.items()):
            return False
        moved = [path for path, (_, time, _) in entries.items() if states[path].st_mtime_ns != time]
        return bool(entries) and all(_digest(path) == entries[path][2] for path in moved)
    except (OSError, ValueError, AttributeError, TypeError):
        return False


def _write_manifest(folder: Path) -> None:
    entries = {
        path.relative_to(folder).as_posix(): (path.stat().st_size, path.stat().st_mtime_ns, _digest(path))
        for path in _files(folder)
    }
    manifest = folder / _MANIFEST
    manifest.write_text(json.dumps(entries, indent=1), encoding="utf-8")
    _sync(manifest)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, partial(blake2b, digest_size=16)).hexdigest()


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
