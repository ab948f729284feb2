"""The words of each language by which a question leans on what was said before: a small closed table a language.

Data only: knows no question and no turn.
"""

from .grammar import Grammar
from .registry import GRAMMARS

__all__ = ["GRAMMARS", "Grammar"]
