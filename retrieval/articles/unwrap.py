"""Hard-wrapped text to one line a paragraph. Knows nothing but line lengths."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

_WIDTHS = range(40, 121)
"""Widths that people and mail programs wrap at; a longer line anywhere means that the text is not wrapped."""

_MIN_WRAPPED_LINES = 3


def unwrap(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines, those of a wrapped paragraph joined to one."""
    width = max((len(line.rstrip()) for line in lines), default=0)
    if width not in _WIDTHS:
        yield from lines
        return
    for blank, group in groupby(lines, key=lambda line: not line.strip()):
        paragraph = list(group)
        if not blank and len(paragraph) >= _MIN_WRAPPED_LINES and _full(paragraph, width):
            yield " ".join(line.strip() for line in paragraph)
        else:
            yield from paragraph


def _full(paragraph: Sequence[str], width: int) -> bool:
    """Whether no line had room for the next one's first word: only wrapping programs fill lines like that."""
    pairs = pairwise(paragraph)
    return all(len(line.rstrip()) + 1 + len(after.split()[0]) > width * 0.94 for line, after in pairs)
