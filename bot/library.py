"""The seam between chats and the articles: what is asked of them, whoever answers."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from retrieval.types import Answer, Article, ArticleSummary, Context, Filter, IndexStatus, Passage

from .conversation import Turn

if TYPE_CHECKING:
    from retrieval.index.report import UpdateReport

EVERYTHING = Filter()


class Library(Protocol):
    """The articles and the search over them; every method blocks, and may be called from any thread."""

    def ask(self, question: str, *, history: Sequence[Turn] = (), k: int = 5, where: Filter = EVERYTHING) -> Answer:
        """Answer a question, or say why not."""

    def warm_up(self) -> None:
        """Load what the next question would have to wait for."""

    def context(self, passage_id: str) -> Context | None:
        """Return a passage with its neighbours; None when it is gone."""

    def article(self, article_id: str) -> tuple[Article, list[Passage]] | None:
        """Return an article with its passages; None when it is gone."""

    def articles(self) -> list[ArticleSummary]:
        """Return all articles, newest first."""

    def status(self) -> IndexStatus:
        """Return the index at a glance."""

    def update(self, paths: Sequence[Path], *, prune: bool = False, restore: bool = True) -> "UpdateReport":
        """Index files; without any, those that the index was made from.

        Args:
            prune: remove articles whose file is gone.
            restore: let come back what was removed from a file that is named.
        """

    def remove(self, article_ids: Sequence[str]) -> list[str]:
        """Remove articles, and return the ids that were there."""
