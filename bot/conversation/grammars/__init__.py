"""What each language leans with on what was said before, and what it says around questions: closed tables, a file a
language.

Data only: knows no question and no turn.
"""

from .grammar import Grammar
from .registry import GRAMMARS, as_said

__all__ = ["GRAMMARS", "Grammar", "as_said"]
