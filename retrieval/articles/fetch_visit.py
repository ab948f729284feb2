"""What comes of an address on the web, as values: all that those who only pass it on need to load."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from ..types import Article
from .document import Document
from .failure import ReadFailure


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server wants to hear again to say whether something changed."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of one address."""

    url: str
    found: tuple[Article | ReadFailure, ...] | None
    """None: it is as it was."""
    validators: Validators | None
    """To be remembered, where all went well."""


Known: TypeAlias = Callable[[str], Validators | None]
"""What a server said of an address when it was last read; None: it never was."""

DocumentReader: TypeAlias = Callable[[Document], Iterator[Article | ReadFailure]]
"""Reads a document's articles."""


class Web(Protocol):
    """Whatever can be visited."""

    def visit(self, url: str, known: Known, read: DocumentReader) -> Iterator[Visit]:
        """Yield what an address leads to: itself, or the pages that it names and that were not read before."""
        ...


def is_url(place: str) -> bool:
    """Say whether a place is an address on the web rather than a file."""
    return place.lower().startswith(("http://", "https://"))
