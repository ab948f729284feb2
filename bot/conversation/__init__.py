"""Turns of a conversation, follow-ups rewritten as stand-alone questions, and messages that are not questions.

Pure values: knows nothing of chats, users or front ends.
"""

from .follow_up import MAX_TURNS, Turn, readings
from .openings import opened
from .small_talk import small_talk
from .wishes import MAY_ASK, Wish, Wished, asks_nothing, wish

__all__ = ["MAX_TURNS", "MAY_ASK", "Turn", "Wish", "Wished", "asks_nothing", "opened", "readings", "small_talk", "wish"]
