"""The names of all files in an index folder, and the commands that mend it."""

import os
import re
import shlex
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from ..errors import StoreError

_VECTORS = re.compile(r"vectors-([0-9]+)\.bin")


def index_command(folder: Path, *words: str) -> str:
    """Return the shell command that indexes into this folder, so that no other index is changed."""
    return shlex.join(["byline", "--index", str(folder), "index", *words])


class Layout(Struct, frozen=True):
    """The paths of an index's files."""

    folder: Path

    @property
    def database(self) -> Path:
        """The source of truth: articles, passages, full text, vectors."""
        return self.folder / "index.db"

    def exists(self) -> bool:
        """Return whether there is an index.

        Raises:
            StoreError: the system does not allow a look, for example because a name is too long.
        """
        try:
            return self.database.exists()
        except OSError as error:
            whose = "run it as the user whose it is (sudo -u USER), or " if isinstance(error, PermissionError) else ""
            raise StoreError(f"{self.folder}: {error.strerror}; {whose}name another folder with --index") from error

    def file_state(self) -> tuple[int, int, int] | None:
        """Return device, inode and modification time of the database file, which change if it is replaced or modified.

        None if there is no database.
        """
        stat = _stat(self.database)
        return (stat.st_dev, stat.st_ino, stat.st_mtime_ns) if stat else None

    @property
    def log(self) -> Path:
        """SQLite's write-ahead log: changes not yet in the database file."""
        return self.folder / "index.db-wal"

    def has_log(self) -> bool:
        """Return whether there are changes that are not in the database file yet."""
        return bool((stat := _stat(self.log)) and stat.st_size)

    def may_be_written(self) -> bool:
        """Return whether we may write to the database and to the files that SQLite puts next to it."""
        return os.access(self.folder, os.W_OK) and os.access(self.database, os.W_OK)

    @property
    def lock(self) -> Path:
        """The lock file, held by the single writer."""
        return self.folder / "lock"

    def vectors(self, generation: int) -> Path:
        """The vector file of one generation, made from the database for search if that pays."""
        return self.folder / f"vectors-{generation:08}.bin"

    def vectors_files(self) -> dict[int, Path]:
        """Return the vector files by generation, newest first."""
        there = filter(Path.is_file, self.folder.glob("vectors-*.bin"))  # opening a pipe would block forever
        named = ((_VECTORS.fullmatch(path.name), path) for path in there)
        return dict(sorted(((int(name[1]), path) for name, path in named if name), reverse=True))

    def changed_at(self) -> int:
        """Return when a file last came or went, in nanoseconds, without a listing; 0 if the folder is gone."""
        return stat.st_mtime_ns if (stat := _stat(self.folder)) else 0

    def clear_leftovers(self, generation: int) -> None:
        """Delete unfinished vector files, which may be what fills the disk, and those of later generations.

        The latter are of a database that an older copy has replaced; once it reached their number, they would be used.
        """
        later = (path for number, path in self.vectors_files().items() if number > generation)
        for path in (*self.folder.glob("vectors-*.bin.tmp"), *later):
            path.unlink(missing_ok=True)

    def size(self) -> int:
        """Return the total size of the folder's files in bytes."""
        total = 0
        with suppress(OSError):  # the folder is gone, or closed to us
            for file in self.folder.iterdir():
                total += stat.st_size if (stat := _stat(file)) else 0
        return total


def how_to_replace(folder: Path) -> str:
    """Return how to replace an index beyond repair, or how to complete one whose write-ahead log is pending.

    A user without write permission reads the database file as it is; while the log is merged into it, that is neither
    old nor new.
    """
    layout = Layout(folder)
    if layout.has_log() and not layout.may_be_written():
        finish = shlex.join(["byline", "--index", str(folder), "status"])
        return f"a run is under way or was cut short: wait, or finish it, as a user who may write there, with: {finish}"
    return f"move the folder away and rebuild it with: {index_command(folder, 'FOLDER')}"


def _stat(path: Path) -> os.stat_result | None:
    """Return the state of a file; None if it is gone or may not be looked at."""
    with suppress(OSError):
        return path.stat()
    return None
