"""A deterministic embedder without weights, for tests, dry runs and checking how articles are read.

Words and their three-letter pieces are hashed into signed buckets (Weinberger et al. 2009), so texts that share words
or word stems point the same way. It knows no synonyms and no language.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from math import log, sqrt
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from .base import Span, Vectors
from .pooling import unit_rows

DIM = 384
_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"\w+|[^\w\s]")


class HashingEmbedder:
    """Bags of hashed words and word pieces; the same vectors on every machine."""

    name = "hashing"
    fingerprint = f"hashing-{DIM}-1"
    dim = DIM
    max_tokens = 256
    """The splitter's measure only: nothing is ever cut."""
    languages: frozenset[str] | None = None

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(_TOKEN.findall(text)) for text in texts]

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        rows = np.empty((len(texts), DIM), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            row[:] = _bag(text)
        return unit_rows(rows)

    def embed_parts(self, texts: Sequence[str], parts: Sequence[Sequence[Span]]) -> tuple[Vectors, Vectors]:
        """A part is embedded by itself; one without a word gets the vector of its text."""
        pieces = [
            part if _WORD.search(part := text[start:end]) else text
            for text, spans in zip(texts, parts, strict=True)
            for start, end in spans
        ]
        return self.embed_passages(texts), self.embed_passages(pieces)

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self.embed_passages(texts)


def _bag(text: str) -> NDArray[np.float64]:
    """Sum the text's words, repeated ones with falling weight; without a word, its first characters stand for it."""
    words = Counter(_WORD.findall(text.casefold())) or Counter([f"\x00{text[:64]}"])
    buckets, values = zip(*(_buckets(word) for word in words), strict=True)
    weights = np.repeat([sqrt(count) for count in words.values()], [len(part) for part in buckets])
    bag = np.bincount(np.concatenate(buckets), np.concatenate(values) * weights, minlength=DIM)
    return np.asarray(bag, dtype=np.float64)


@lru_cache(maxsize=20_000)
def _buckets(word: str) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Where a word and its pieces fall, and with what weight: long words say more than "the" and "of"."""
    edged = f"<{word}>"
    pieces = [edged, *(edged[i : i + 3] for i in range(len(edged) - 2))]
    hashes = np.array([crc32(piece.encode("utf-8", "surrogatepass")) for piece in pieces], dtype=np.int64)
    # The word counts as much as all its pieces together.
    shares = np.array([sqrt(0.5)] + [sqrt(0.5 / (len(pieces) - 1))] * (len(pieces) - 1))
    signs = np.where(hashes >> 31, 1.0, -1.0)
    return hashes % DIM, signs * shares * log(len(word)) if len(word) > 1 else signs * shares * 0.2
