"""Turns of a conversation. Pure values: knows nothing of chats, users or front ends."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of a conversation, with the answer it got."""

    question: str
    answer: str | None = None
