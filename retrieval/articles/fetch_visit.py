"""Values that describe visits to web addresses, in a module of their own so that passing them on imports little."""

from collections.abc import Callable, Iterator
from typing import Protocol, TypeAlias

from msgspec import Struct

from ..types import Article
from .document import Document
from .failure import ReadFailure


class Validators(Struct, frozen=True):
    """Validators of HTTP caching, sent back to the server to ask whether something changed."""

    etag: str | None = None
    modified: str | None = None


class Visit(Struct, frozen=True):
    """The result of visiting one address."""

    url: str
    found: tuple[Article | ReadFailure, ...] | None
    """None if the address is unchanged."""
    validators: Validators | None
    """Validators to store; None if something failed."""


Known: TypeAlias = Callable[[str], Validators | None]
"""Returns the server's validators from when an address was last read; None if it never was."""

DocumentReader: TypeAlias = Callable[[Document], Iterator[Article | ReadFailure]]
"""Reads the articles of a document."""


class Web(Protocol):
    """Anything that visits addresses."""

    def visit(self, url: str, known: Known, read: DocumentReader) -> Iterator[Visit]:
        """Yield what an address leads to: the page itself, or the pages that it names and that were not read before."""
        ...


def is_url(place: str) -> bool:
    """Return whether a place is a web address rather than a file."""
    return place.lower().startswith(("http://", "https://"))
