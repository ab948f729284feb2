"""Turns of a conversation, and a follow-up made into a question that stands alone.

Pure values: knows nothing of chats, users or front ends.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of a conversation, with the answer it got."""

    question: str
    answer: str | None = None


def stand_alone(question: str, history: Sequence[Turn]) -> str:
    """Return the question as it would be asked without its history."""
    return question
