"""What a run of the writer did, and how it tells of its progress."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Protocol

from ..articles import ReadFailure


class Progress(Protocol):
    """Is told how far a run has come; called often, so it must be quick."""

    def __call__(self, stage: str, done: int, total: int) -> None: ...


def no_progress(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


@dataclass(slots=True)
class UpdateReport:
    """What a run found and did; article ids in the order they were read."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    """Found at another place than before and no longer at the old one; counted as unchanged too."""
    copies: list[str] = field(default_factory=list)
    """Found at a further place, word for word."""
    unchanged: int = 0
    names: dict[str, str] = field(default_factory=dict)
    """Title and place of each article named here."""
    failed: list[ReadFailure] = field(default_factory=list)
    passed_over: Counter[str] = field(default_factory=Counter)
    """Files in folders that are of no format that is read there, counted by how their names end."""
    withheld: list[str] = field(default_factory=list)
    """Where articles lie that were removed, and so stay out."""
    missing: list[str] = field(default_factory=list)
    """Files that are gone while their articles are still indexed; `prune` removes these."""
    passages: int = 0
    """Passages in the index afterwards."""
    embedded: int = 0
    """Passages that had to be embedded."""
    unread: Counter[str] = field(default_factory=Counter)
    """Languages that the model does not read, by number of articles: these are found by their words alone."""
    roots: list[str] = field(default_factory=list)
    """The files and folders that were looked through."""
    generation: int = 0
    seconds: float = 0.0
    dry_run: bool = False
