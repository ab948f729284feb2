"""Names of the files in an index folder, in one place."""

import os
import re
import shlex
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..errors import StoreError

_VECTORS = re.compile(r"vectors-([0-9]+)\.bin")


def index_command(folder: Path, *words: str) -> str:
    """Return the command that indexes into a folder, as a shell takes it; another one is not to be mended."""
    return shlex.join(["byline", "--index", str(folder), "index", *words])


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each file of an index stands."""

    folder: Path

    @property
    def database(self) -> Path:
        """The truth: articles, passages, full text, vectors."""
        return self.folder / "index.db"

    def exists(self) -> bool:
        """Say whether there is an index.

        Raises:
            StoreError: the system lets nobody look there, as where a name is too long.
        """
        try:
            return self.database.exists()
        except OSError as error:
            whose = "run it as the user whose it is (sudo -u USER), or " if isinstance(error, PermissionError) else ""
            raise StoreError(f"{self.folder}: {error.strerror}; {whose}name another folder with --index") from error

    def which(self) -> tuple[int, int, int] | None:
        """Return what tells this database from another one that is put into its place, and when it was last changed.

        None where there is none.
        """
        try:
            stat = self.database.stat()
        except OSError:
            return None
        return stat.st_dev, stat.st_ino, stat.st_mtime_ns

    @property
    def log(self) -> Path:
        """What SQLite has written of the database, and not yet put into it."""
        return self.folder / "index.db-wal"

    def has_log(self) -> bool:
        """Say whether anything is written that is not in the database yet."""
        try:
            return self.log.stat().st_size > 0
        except OSError:
            return False

    def may_be_written(self) -> bool:
        """Say whether we may write to the database, and to what SQLite puts beside it."""
        return os.access(self.folder, os.W_OK) and os.access(self.database, os.W_OK)

    @property
    def lock(self) -> Path:
        """Held by the one writer."""
        return self.folder / "lock"

    def vectors(self, generation: int) -> Path:
        """The vectors of one generation, as they are searched; made from the database where it pays."""
        return self.folder / f"vectors-{generation:08}.bin"

    def vectors_files(self) -> dict[int, Path]:
        """Files of vectors by generation, newest first."""
        there = filter(Path.is_file, self.folder.glob("vectors-*.bin"))  # opening a pipe would never end
        named = ((_VECTORS.fullmatch(path.name), path) for path in there)
        return dict(sorted(((int(name[1]), path) for name, path in named if name), reverse=True))

    def changed_at(self) -> int:
        """When a file last came or went, in nanoseconds: cheaper than to list them. 0 where the folder is gone."""
        try:
            return self.folder.stat().st_mtime_ns
        except OSError:
            return 0

    def leftovers(self) -> list[Path]:
        """Files of vectors that a run which was killed had begun."""
        return list(self.folder.glob("vectors-*.bin.tmp"))

    def size(self) -> int:
        """Bytes that the files in the folder take."""
        total = 0
        with suppress(FileNotFoundError):  # the folder is gone
            for file in self.folder.iterdir():
                with suppress(FileNotFoundError):  # a writer has removed it meanwhile
                    total += file.stat().st_size
        return total
