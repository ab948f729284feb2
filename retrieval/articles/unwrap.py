"""Hard-wrapped text to one line a paragraph. Knows nothing but line lengths."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

_WIDTHS = range(40, 121)
"""Widths that people and mail programs wrap at; a longer line anywhere means that the text is not wrapped."""

_MIN_WRAPPED_LINES = 3
"""Of a paragraph that shows that a text is wrapped; in such a text two full lines are one paragraph, too."""


def unwrap(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines, those of a wrapped paragraph joined to one."""
    width = max((len(line.rstrip()) for line in lines), default=0)
    if width not in _WIDTHS:
        yield from lines
        return
    paragraphs = [list(group) for _, group in groupby(lines, key=lambda line: not line.strip())]
    wrapped = [len(it) > 1 and bool(it[0].strip()) and _full(it, width) for it in paragraphs]
    shown = any(full and len(it) >= _MIN_WRAPPED_LINES for it, full in zip(paragraphs, wrapped, strict=True))
    for paragraph, full in zip(paragraphs, wrapped, strict=True):
        if shown and full:
            yield " ".join(line.strip() for line in paragraph)
        else:
            yield from paragraph


def _full(paragraph: Sequence[str], width: int) -> bool:
    """Whether no line had room for the next one's first word: only wrapping programs fill lines like that."""
    pairs = pairwise(paragraph)
    return all(len(line.rstrip()) + 1 + len(after.split()[0]) > width * 0.94 for line, after in pairs)
