"""The interface between text and vectors: the Embedder protocol, and the arrays that cross it.

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

    Prompts that a model expects before a question or a passage are added by the embedder. An empty list of texts gives
    an array of shape `(0, dim)`.
    """

    @property
    def name(self) -> str:
        """The model as the user names it: `minilm`, a hub id, a folder."""

    @property
    def fingerprint(self) -> str:
        """Identity of the vector space: equal fingerprints promise that passages have interchangeable vectors, with a
        cosine of at least 0.9999, and that questions may be compared with them."""

    @property
    def dim(self) -> int:
        """Length of a vector."""

    @property
    def max_tokens(self) -> int:
        """The model's window for a passage, in tokens; the model cuts off what exceeds it."""

    @property
    def languages(self) -> frozenset[str] | None:
        """ISO 639-1 codes of the languages that the model reads well; None for any."""

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Return the length of each whole text in the model's tokens, including prompt and special tokens."""

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Return one vector per text."""

    def embed_parts(self, texts: Sequence[str], parts: Sequence[Sequence[Span]]) -> tuple[Vectors, Vectors]:
        """Return a vector for each text, and one for each of its parts, in order: `(n, dim)` and `(total parts, dim)`.

        A part's vector is the mean of its tokens' vectors in the context of the whole text ("late chunking", Guenther
        et al. 2024), so it needs no second pass. A part beyond the window, or without a token of its own, gets the
        vector of its text.
        """

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Return one vector per question."""


def reads(embedder: Embedder, language: str | None) -> bool:
    """Return whether a model reads a language; an unknown language is assumed to be read."""
    return embedder.languages is None or language is None or language in embedder.languages
