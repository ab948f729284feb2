"""How the benchmarks ask a question that is part of no conversation."""

from typing import Any

from retrieval.search import Query, Retriever
from retrieval.types import Answer, StandAlone


def ask(retriever: Retriever, question: str, **wanted: Any) -> Answer:
    """Return its answer, of the index as it is now."""
    with retriever.snapshot() as snapshot:
        return retriever.ask(Query(StandAlone(question), **wanted), snapshot)
