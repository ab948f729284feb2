"""What the bot remembers of answers it sent and questions that are followed. Pure values."""

import secrets
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a found passage can be found again, and which part of it was quoted."""

    passage: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer as it was sent: enough to page through it, and to edit it when its question is edited."""

    key: str
    chat: int
    user: int
    asked: int
    """The question's message."""
    message: int | None
    """The answer's message; None until it is sent."""
    question: str
    interpreted_as: str
    answered: bool
    reason: str | None
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Follow:
    """A question whose new answers a user wants to hear of."""

    id: int
    user: int
    question: str


def new_key() -> str:
    """Return a key for an answer that nobody can guess, short enough for a button."""
    return secrets.token_urlsafe(9)
