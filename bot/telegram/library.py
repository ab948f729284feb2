"""The seam to everything behind the chat: what the handlers ask of the articles."""

from collections.abc import Sequence
from typing import Protocol

from retrieval.types import Answer, ArticleSummary, Context

from ..conversation import Turn


class Library(Protocol):
    """The articles and the search over them; every method blocks, and may be called from any thread."""

    def ask(self, question: str, *, history: Sequence[Turn] = (), k: int = 5) -> Answer:
        """Answer a question, or say why not."""

    def context(self, passage_id: str) -> Context | None:
        """Return a passage with its neighbours; None when it is gone."""

    def articles(self) -> list[ArticleSummary]:
        """Return all articles, newest first."""
