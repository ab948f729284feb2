"""The seam between text and vectors: what an embedder is, and the arrays that cross it.

Knows nothing of articles, indexes or any one model.
"""

from collections.abc import Sequence
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Vectors: TypeAlias = NDArray[np.float32]
"""`(n, dim)` float32, each row of unit length."""

Vector: TypeAlias = NDArray[np.float32]
"""`(dim,)` float32, of unit length."""

Span: TypeAlias = tuple[int, int]
"""`[start, end)` in code points of a text."""


class Embedder(Protocol):
    """Turns passages and questions into vectors of one space, compared by their inner product.

    Prompts that a model wants before a question or a passage are the embedder's own affair.
    An empty list of texts gives an array of shape `(0, dim)`.
    """

    @property
    def name(self) -> str:
        """The model as its user names it: `minilm`, a hub id, a folder."""

    @property
    def fingerprint(self) -> str:
        """Identity of the vector space: equal fingerprints promise interchangeable vectors (cosine >= 0.9999)."""

    @property
    def dim(self) -> int:
        """Length of a vector."""

    @property
    def max_tokens(self) -> int:
        """The model's window for a passage; what exceeds it is cut by the model."""

    @property
    def languages(self) -> frozenset[str] | None:
        """ISO 639-1 codes of the languages it reads well; None for any."""

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Length of each text in the model's tokens, prompt and special tokens included, uncut."""

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """One vector a text."""

    def embed_parts(self, texts: Sequence[str], parts: Sequence[Sequence[Span]]) -> tuple[Vectors, Vectors]:
        """One vector a text, and one for each of its parts, in order: `(n, dim)` and `(total parts, dim)`.

        A part's vector is the mean of its tokens' vectors as the model sees them inside the whole text ("late
        chunking", Guenther et al. 2024), so it costs no second pass. A part beyond the window, or without a token
        of its own, gets the vector of its text.
        """

    def embed_queries(self, texts: Sequence[str], *, alone: bool = False) -> Vectors:
        """One vector a question.

        Args:
            alone: nothing else is at work, so one question may have every core.
        """


def reads(embedder: Embedder, language: str | None) -> bool:
    """Say whether a model reads a language; of an unknown one it is assumed."""
    return embedder.languages is None or language is None or language in embedder.languages
