"""Asks a question without the program around it, for benchmarks and tests."""

from collections.abc import Sequence
from typing import Any

from bot.conversation import Turn, readings
from retrieval.search import Query, Retriever
from retrieval.types import Answer, StandAlone


def ask(retriever: Retriever, question: str, **wanted: Any) -> Answer:
    """Return the answer to a question, from the index as it is now."""
    with retriever.snapshot() as snapshot:
        return retriever.ask(Query(StandAlone(question), **wanted), snapshot)


def stand_alone(question: str, history: Sequence[Turn]) -> str:
    """Return the first reading of a question: as it would be asked without its history."""
    return readings(question, history)[0].text
