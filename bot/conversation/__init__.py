"""Turns of a conversation, and a follow-up made into a question that stands alone.

Pure values: knows nothing of chats, users or front ends.
"""

from .follow_up import MAX_TURNS, Turn, readings, stand_alone
from .openings import without_opening
from .small_talk import small_talk

__all__ = ["MAX_TURNS", "Turn", "readings", "small_talk", "stand_alone", "without_opening"]
