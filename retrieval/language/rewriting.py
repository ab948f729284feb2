"""Rewriting a word by rules, so that all its forms end as one."""

import re
from collections.abc import Sequence

Rules = Sequence[tuple[re.Pattern[str], str]]
"""Patterns, each with what stands in place of its matches; applied one after another."""


def rewritten(word: str, rules: Rules) -> str:
    """Return a word after all rules."""
    for pattern, instead in rules:
        word = pattern.sub(instead, word)
    return word
