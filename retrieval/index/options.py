"""How a run of the writer goes about its work. Light: whoever only asks questions loads no reader of articles."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from embeddings.base import Embedder

from ..types import ReadOptions

Languages = Counter[str | None]
"""Articles by language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateOptions:
    """How a run goes about its work."""

    prune: bool = False
    """Remove articles whose file is gone."""
    prune_emptied: bool = False
    """With `prune`: also where nothing is left of a whole place, which may only not be mounted."""
    restore: bool = True
    """Let come back what was removed from a file that is named now."""
    rebuild: bool = False
    """Read and embed everything anew."""
    dry_run: bool = False
    """Say what would be done, and do none of it."""
    reading: ReadOptions = field(default_factory=ReadOptions)


@dataclass(frozen=True, slots=True)
class Models:
    """How a run comes by its model; nothing is loaded unless something must be embedded."""

    choose: Callable[[Languages, str | None], str]
    """From the articles' languages and the index's present model (None: none yet), the model's name."""
    load: Callable[[str], Embedder]
