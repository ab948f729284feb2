"""Names of the files in an index folder, in one place."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each file of an index stands."""

    folder: Path

    @property
    def database(self) -> Path:
        """The truth: articles, passages, full text, vectors."""
        return self.folder / "index.db"

    @property
    def lock(self) -> Path:
        """Held by the one writer."""
        return self.folder / "lock"

    def size(self) -> int:
        """Bytes that the folder takes."""
        return sum(file.stat().st_size for file in self.folder.iterdir() if file.is_file())
