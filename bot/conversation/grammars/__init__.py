"""Closed tables, one file per language: words that make a question depend on context, and phrases around questions.

Data only: knows no questions and no turns.
"""

from .grammar import Grammar
from .registry import GRAMMARS, as_said

__all__ = ["GRAMMARS", "Grammar", "as_said"]
