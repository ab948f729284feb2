"""The report of an indexing run."""

from collections import Counter

from msgspec import Struct, field

from ..articles import ReadFailure


class UpdateReport(Struct):
    """What a run found and did; article ids are in the order in which they were read."""

    added: list[str] = []
    changed: list[str] = []
    removed: list[str] = []
    moved: list[str] = []
    """Found at a new place and no longer at the old one; also counted as unchanged."""
    copies: list[str] = []
    """Found verbatim at an additional place."""
    unchanged: int = 0
    names: dict[str, str] = {}
    """Title and place of each article named here."""
    failed: list[ReadFailure] = []
    passed_over: Counter[str] = field(default_factory=Counter)
    """Files in folders whose format is not read there, counted by suffix."""
    withheld: list[str] = []
    """Places of articles that the user removed, and which therefore stay out."""
    missing: list[str] = []
    """Files that are gone although their articles are still indexed; `prune` removes those articles."""
    emptied: list[str] = []
    """Folders that are empty or gone because of these files; `prune` removes their articles only if it names them."""
    passages: int = 0
    """Passages in the index after the run."""
    embedded: int = 0
    """Passages that had to be embedded. A dry run, which splits nothing, counts only those that another model makes
    necessary."""
    unread: Counter[str] = field(default_factory=Counter)
    """Languages that the model does not read, by number of articles; these are found by full text only."""
    roots: list[str] = []
    """The files and folders that were searched for articles."""
    generation: int = 0
    seconds: float = 0.0
    dry_run: bool = False
