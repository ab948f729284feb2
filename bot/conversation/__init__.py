"""Turns of a conversation, follow-ups rewritten as stand-alone questions, and messages that are not questions.

Pure values: knows nothing of chats, users or front ends.
"""

from .follow_up import MAX_TURNS, Turn, is_complete, readings
from .openings import opened
from .parts import parts
from .small_talk import small_talk
from .wishes import MAY_ASK, Wish, Wished, asks_nothing, wish

__all__ = [
    "MAX_TURNS",
    "MAY_ASK",
    "Turn",
    "Wish",
    "Wished",
    "asks_nothing",
    "is_complete",
    "opened",
    "parts",
    "readings",
    "small_talk",
    "wish",
]
