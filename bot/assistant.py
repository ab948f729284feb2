"""The interface behind every front end: questions with their history, articles, passages in context, updates.

Knows no chat and no terminal. Synchronous and thread-safe; moves to a new index generation by itself between questions.
"""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from embeddings.base import Embedder
from retrieval.errors import ModelMismatchError
from retrieval.index import Facets, IndexReader, ModelRecord, Models, Snapshot, UpdateOptions
from retrieval.index.layout import index_command
from retrieval.index.snapshot import PerVersionCache
from retrieval.search import AT_ONCE, Query, Retriever
from retrieval.types import (
    Answer,
    Article,
    ArticleSummary,
    Context,
    Filter,
    IndexStatus,
    Passage,
    ReadOptions,
    StandAlone,
)

from .conversation import Turn
from .message import answer_message

if TYPE_CHECKING:
    from retrieval.index.report import UpdateReport

ASKERS = AT_ONCE
"""Threads that answer questions; more would only wait."""


class Assistant:
    """Answers questions over one index folder.

    Args:
        load: returns an embedder by its name; called once per model.
        models: how an indexing run chooses and loads its model.
        reading: how articles are read.
        max_error: the accepted share of wrong answers, unless a question sets its own; None leaves it to the
        calibration.

    Raises:
        StoreError: there is no index, or it cannot be used.
    """

    def __init__(
        self,
        folder: Path,
        *,
        load: Callable[[str], Embedder],
        models: Models,
        reading: ReadOptions,
        max_error: float | None,
    ) -> None:
        self._folder = folder
        self._load = load
        self._models = models
        self._reading = reading
        self._max_error = max_error
        self._reader = IndexReader(folder)
        self._embedders: dict[str, Embedder] = {}
        self._loading = threading.Lock()
        self._retriever = Retriever(self._reader, self._embedder_for)
        self._summaries = PerVersionCache(Snapshot.articles)

    def close(self) -> None:
        """Close the index without waiting for questions in progress."""
        self._reader.close()

    def ask(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        k: int = 5,
        where: Filter = Filter(),
        max_error: float | None = None,
    ) -> Answer:
        """Return the answer to a question in its conversation, or the reason why there is none.

        Args:
            history: the turns before it, oldest first.
            k: how many passages the answer comes with.
            where: which articles to search.
            max_error: the accepted share of wrong answers; None for the assistant's own setting.

        Raises:
            StoreError, EmbeddingError: the index or its model cannot be used.
        """
        borne = self._max_error if max_error is None else max_error
        with self._retriever.snapshot() as snapshot:
            wanted = Query(StandAlone(question), k=k, where=where, max_error=borne)
            return answer_message(self._retriever, snapshot, wanted, history)

    def context(self, passage_id: str) -> Context | None:
        """Return a passage with its neighbours; None if there is no passage with this id."""
        with self._reader.snapshot() as snapshot:
            return snapshot.context(passage_id)

    def article(self, article_id: str) -> Article | None:
        """Return an article; None if there is no article with this id."""
        with self._reader.snapshot() as snapshot:
            return snapshot.article(article_id)

    def article_with_passages(self, article_id: str) -> tuple[Article, list[Passage]] | None:
        """Return an article with its passages; None if there is no article with this id."""
        with self._reader.snapshot() as snapshot:
            return snapshot.article_with_passages(article_id)

    def articles(self, where: Filter = Filter()) -> Sequence[ArticleSummary]:
        """Return every article that passes a filter, newest first, undated ones last.

        All of them are cached, because reading 20,000 takes 0.2 s.
        """
        with self._reader.snapshot() as snapshot:
            return self._summaries.of(snapshot) if where.empty else snapshot.articles(where)

    def facets(self) -> Facets:
        """Return what the articles can be filtered by."""
        with self._reader.snapshot() as snapshot:
            return snapshot.facets()

    def status(self) -> IndexStatus:
        """Return an overview of the index."""
        with self._reader.snapshot() as snapshot:
            return snapshot.status()

    def warm_up(self) -> None:
        """Load everything that the first question would otherwise wait for."""
        self.ask("warm up")

    def update(self, paths: Sequence[Path], *, prune: bool = False, restore: bool = True) -> "UpdateReport":
        """Index files and folders; without any, those that the index was made from.

        Each file is read in a process of its own, so that none can hold up this one.

        Args:
            prune: remove articles whose file is gone.
            restore: bring back articles that were removed from the files named here.

        Raises:
            StoreError, EmbeddingError: the index or its model cannot be used.
        """
        from retrieval.index import writer  # noqa: PLC0415 - heavy: imports the readers of every format

        self.status()  # fails if the folder is gone, rather than making a new index of only the paths named here
        options = UpdateOptions(prune=prune, restore=restore, isolated=True, reading=self._reading)
        return writer.update_index(self._folder, paths, self._models, options=options)

    def remove(self, article_ids: Sequence[str]) -> list[str]:
        """Remove articles with every byte of their text; return the ids that existed.

        Raises:
            StoreError: the index cannot be used.
        """
        from retrieval.index import writer  # noqa: PLC0415 - heavy: imports the readers of every format

        return writer.remove_articles(self._folder, article_ids)

    def _embedder_for(self, model: ModelRecord) -> Embedder:
        with self._loading:
            if model.fingerprint not in self._embedders:
                embedder = self._load(model.name)
                if embedder.fingerprint != model.fingerprint:
                    raise ModelMismatchError(
                        f"{self._folder}: made with another version of the model {model.name!r} than is installed; "
                        f"embed it again with: {index_command(self._folder)}"
                    )
                self._embedders[model.fingerprint] = embedder
            return self._embedders[model.fingerprint]
