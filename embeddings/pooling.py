"""From token vectors to the vectors of texts and of their parts. NumPy alone; knows no model."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .base import Span, Vectors


def unit_rows(rows: NDArray[np.float32]) -> Vectors:
    """Return the rows at length 1."""
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-12), dtype=np.float32)


def part_vectors(
    tokens: NDArray[np.float32], offsets: NDArray[np.int64], spans: Sequence[Span], whole: NDArray[np.float32]
) -> Vectors:
    """Return one unit row a span: the mean of its tokens, or `whole` for a span that holds none.

    `tokens` is `(t, dim)`, `offsets` `(t, 2)` in code points of the text, empty for tokens that are not of it. A token
    is of the span that holds its last character: some tokenizers count the space before a word to the word.
    """
    if not spans:
        return np.empty((0, whole.shape[0]), dtype=np.float32)
    starts, ends = np.asarray(spans, dtype=np.int64).T[:, :, None]
    last = offsets[:, 1] - 1
    inside = (starts <= last) & (last < ends) & (offsets[:, 0] < offsets[:, 1])
    rows = inside.astype(np.float32) @ tokens
    rows[~inside.any(axis=1)] = whole
    return unit_rows(rows)
