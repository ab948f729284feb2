"""Options of an indexing run. Light, so that asking questions does not import the readers of articles."""

from collections import Counter
from collections.abc import Callable

from msgspec import Struct

from embeddings.base import Embedder

from ..types import ReadOptions

Languages = Counter[str | None]
"""Number of articles by language."""


class UpdateOptions(Struct, frozen=True, kw_only=True):
    """Options of an indexing run."""

    prune: bool = False
    """Remove articles whose file is gone."""
    prune_emptied: bool = False
    """With `prune`: do so even where a whole place is empty, although it may merely not be mounted."""
    restore: bool = True
    """Bring back articles that were removed from a file named now."""
    rebuild: bool = False
    """Read and embed everything again."""
    dry_run: bool = False
    """Report what would be done, but change nothing."""
    isolated: bool = False
    """Read even a single file in a process of its own."""
    reading: ReadOptions = ReadOptions()


class Models(Struct, frozen=True):
    """How a run gets its model; nothing is loaded unless something must be embedded."""

    choose: Callable[[Languages, str | None], str]
    """Return the model's name, given the articles' languages and the index's current model (None if it has none)."""
    load: Callable[[str], Embedder]
    fingerprint: Callable[[str], str]
    """Return a model's fingerprint without loading it: an update of a package may have brought another model."""
