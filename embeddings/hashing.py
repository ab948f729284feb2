"""A deterministic embedder without weights, for tests, dry runs and checking how articles are read.

Words and their character trigrams are hashed into signed buckets (Weinberger et al. 2009), so texts that share words or
word stems have similar vectors. It knows no synonyms and no language.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from math import log, sqrt
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from .base import Span, Vectors
from .pooling import unit_rows

DIM = 384
_WORD = re.compile(r"\w+")
_TOGETHER = 1024
"""Texts hashed at once: enough that NumPy does most of the work, few enough for some megabytes."""
_TOKEN = re.compile(r"\w+|[^\w\s]")


class HashingEmbedder:
    """Bags of hashed words and trigrams; the vectors are the same on every machine."""

    name = "hashing"
    fingerprint = f"hashing-{DIM}-1"
    dim = DIM
    max_tokens = 256
    """Only the splitter's limit: no text is ever cut."""
    languages: frozenset[str] | None = None

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(_TOKEN.findall(text)) for text in texts]

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        rows = np.empty((len(texts), DIM), dtype=np.float32)
        for start in range(0, len(texts), _TOGETHER):
            rows[start : start + _TOGETHER] = _bags(texts[start : start + _TOGETHER])
        return unit_rows(rows)

    def embed_parts(self, texts: Sequence[str], parts: Sequence[Sequence[Span]]) -> tuple[Vectors, Vectors]:
        """Embed each part by itself; a part without a word gets the vector of its text."""
        pieces = [
            part if _WORD.search(part := text[start:end]) else text
            for text, spans in zip(texts, parts, strict=True)
            for start, end in spans
        ]
        rows = self.embed_passages([*texts, *pieces])
        return rows[: len(texts)], rows[len(texts) :]

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self.embed_passages(texts)


def _bags(texts: Sequence[str]) -> NDArray[np.float64]:
    """Return a row `(DIM,)` for each text: the sum of its words, repeated words with falling weight.

    A text without a word is represented by its first characters.
    """
    bags = [Counter(_WORD.findall(text.casefold())) or Counter([f"\x00{text[:64]}"]) for text in texts]
    known = {word: number for number, word in enumerate(dict.fromkeys(chain.from_iterable(bags)))}
    buckets, values, counts = _pieces(list(known))
    firsts = np.cumsum(counts) - counts
    words = np.array([known[word] for bag in bags for word in bag])
    weights = np.sqrt([count for bag in bags for count in bag.values()])
    rows = np.repeat(np.arange(len(bags)), [len(bag) for bag in bags])
    # From here on, one element for each piece of each word of each text.
    each = counts[words]
    pieces = np.arange(each.sum()) + np.repeat(firsts[words] - (np.cumsum(each) - each), each)
    cells = np.repeat(rows * DIM, each) + buckets[pieces]
    sums = np.bincount(cells, values[pieces] * np.repeat(weights, each), minlength=len(bags) * DIM)
    found = np.asarray(sums, dtype=np.float64).reshape(len(bags), DIM)
    found[~found.any(axis=1), 0] = 1.0  # the pieces cancel each other, as those of "8:¾" do
    return found


def _pieces(words: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.int64]]:
    """Return the buckets of words and their pieces, the weights, and the number of pieces of each word."""
    hashed = [_hashes(word) for word in words]
    hashes = np.array(list(chain.from_iterable(hashed)), dtype=np.int64)
    counts = np.array([len(some) for some in hashed])
    # Long words tell more than "the" and "of"; a word counts as much as all its pieces together.
    telling = np.array([log(len(word)) if len(word) > 1 else 0.2 for word in words])
    values = np.repeat(np.sqrt(0.5 / (counts - 1)) * telling, counts)
    values[np.cumsum(counts) - counts] = sqrt(0.5) * telling
    return hashes % DIM, np.where(hashes >> 31, 1.0, -1.0) * values, counts


@lru_cache(maxsize=20_000)
def _hashes(word: str) -> list[int]:
    """Return the hash of a word, then those of its pieces."""
    edged = f"<{word}>"
    pieces = [edged, *(edged[i : i + 3] for i in range(len(edged) - 2))]
    return [crc32(piece.encode("utf-8", "surrogatepass")) for piece in pieces]
