"""The word lists in `words/`: words and patterns of languages, longer than the rules that use them."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).with_name("words")


@cache
def word_lists(name: str) -> Mapping[str, str]:
    """Return the blocks of a list by their first lines, mostly a language's code; remarks, from "#" on, are left out.

    Blocks are parted by empty lines.
    """
    text = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    blocks = (block for block in text.strip().split("\n\n") if not block.startswith("#"))
    return dict(block.split("\n", 1) for block in blocks)


def word_sets(name: str) -> dict[str, frozenset[str]]:
    """Return the words of each block of a list, by its first line."""
    return {title: frozenset(block.split()) for title, block in word_lists(name).items()}
