"""Combines token vectors into the vectors of texts and of their parts. NumPy only; knows no model."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .base import Span, Vectors


def unit_rows(rows: NDArray[np.float32]) -> Vectors:
    """Return the rows scaled to length 1."""
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-12), dtype=np.float32)


def part_vectors(
    tokens: NDArray[np.float32], offsets: NDArray[np.int64], spans: Sequence[Span], whole: NDArray[np.float32]
) -> Vectors:
    """Return one unit row per span: the mean of its tokens, or `whole` for a span without tokens.

    `tokens` is `(t, dim)`; `offsets` are as in `tokens_of`.
    """
    if not spans:
        return np.empty((0, whole.shape[0]), dtype=np.float32)
    # Sums rather than a matrix product: for so few numbers BLAS would wake threads that cost more than they gain.
    rows = [tokens[own].sum(axis=0) for own in tokens_of(offsets, spans)]
    return unit_rows(np.stack([row if row.any() else whole for row in rows]))


def tokens_of(offsets: NDArray[np.int64], spans: Sequence[Span]) -> list[NDArray[np.bool_]]:
    """Return for each span which tokens are its, `(t,)`; none for a span that begins before the text.

    `offsets` is `(t, 2)` in code points of the text, empty for tokens that are not part of it. A token belongs to the
    span that contains its last character, because some tokenizers count the space before a word as part of it.
    """
    last = np.where(offsets[:, 0] < offsets[:, 1], offsets[:, 1] - 1, -1)
    return [(start <= last) & (last < end) & (start >= 0) for start, end in spans]
