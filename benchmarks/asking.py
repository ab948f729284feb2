"""Asks a question outside any conversation, for benchmarks and tests."""

from typing import Any

from retrieval.search import Query, Retriever
from retrieval.types import Answer, StandAlone


def ask(retriever: Retriever, question: str, **wanted: Any) -> Answer:
    """Return the answer to a question, from the index as it is now."""
    with retriever.snapshot() as snapshot:
        return retriever.ask(Query(StandAlone(question), **wanted), snapshot)
