"""Embeds passages longer than a model's window: splits them at sentence ends, and combines the windows' vectors."""

from collections.abc import Iterator, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from embeddings.base import Embedder, Span, Vector, Vectors

from ..passages import halves
from .embedding_text import EmbeddingText


class _Piece(Struct, frozen=True):
    """A sentence of a passage, or part of a sentence too long for a window."""

    sentence: int
    start: int
    end: int
    tokens: int


class _Window(Struct, frozen=True):
    """What the model reads at once: the head and a run of pieces."""

    text: str
    spans: tuple[Span, ...]
    pieces: tuple[_Piece, ...]

    @property
    def tokens(self) -> int:
        return sum(piece.tokens for piece in self.pieces)


def embed(embedder: Embedder, texts: Sequence[EmbeddingText]) -> tuple[Vectors, list[Vectors]]:
    """Return one vector per text, and the vectors of each text's sentences.

    A text's vector is the mean of its windows' vectors, a sentence's that of its pieces', weighted by length in tokens.
    Most texts are a single window, and most sentences a single piece; then it is the model's own vector.
    """
    counts = embedder.count_tokens([text.text for text in texts])
    windows = [list(_windows(embedder, text, count)) for text, count in zip(texts, counts, strict=True)]
    flat = [window for some in windows for window in some]
    wholes, parts = embedder.embed_parts([window.text for window in flat], [window.spans for window in flat])
    vectors = np.empty((len(texts), embedder.dim), dtype=np.float32)
    sentences: list[Vectors] = []
    window_at = part_at = 0
    for at, (text, some) in enumerate(zip(texts, windows, strict=True)):
        vectors[at] = _mean(wholes[window_at : window_at + len(some)], [window.tokens for window in some])
        window_at += len(some)
        pieces = [piece for window in some for piece in window.pieces]
        sentences.append(_by_sentence(parts[part_at : part_at + len(pieces)], pieces, len(text.sentences)))
        part_at += len(pieces)
    return vectors, sentences


def _windows(embedder: Embedder, text: EmbeddingText, tokens: int) -> Iterator[_Window]:
    """Yield a text's windows, as few as possible and of similar length."""
    if tokens <= embedder.max_tokens:
        yield _window(text, [_Piece(at, *span, tokens=1) for at, span in enumerate(text.sentences)])
        return
    room = max(embedder.max_tokens - _length(embedder, text.head), embedder.max_tokens // 2)
    pieces = _pieces(embedder, text, room)
    total = sum(piece.tokens for piece in pieces)
    wanted = total / -(-total // room)
    waiting: list[_Piece] = []
    for piece in pieces:
        filled = sum(it.tokens for it in waiting)
        if waiting and (filled + piece.tokens > room or filled + piece.tokens / 2 > wanted):
            yield _window(text, waiting)
            waiting = []
        waiting.append(piece)
    yield _window(text, waiting)


def _pieces(embedder: Embedder, text: EmbeddingText, room: int) -> list[_Piece]:
    """Return a text's sentences with their lengths; sentences longer than a window are halved until they fit."""
    counts = embedder.count_tokens([text.body[start:end] for start, end in text.sentences])
    sized = enumerate(zip(text.sentences, counts, strict=True))
    waiting = [_Piece(at, start, end, count) for at, ((start, end), count) in sized][::-1]
    pieces: list[_Piece] = []
    while waiting:
        piece = waiting.pop()
        if piece.tokens <= room or piece.end - piece.start < 2:
            pieces.append(piece)
            continue
        for start, end in reversed(halves(text.body, piece.start, piece.end)):
            waiting.append(_Piece(piece.sentence, start, end, _length(embedder, text.body[start:end])))
    return pieces


def _length(embedder: Embedder, text: str) -> int:
    return embedder.count_tokens([text])[0]


def _window(text: EmbeddingText, pieces: Sequence[_Piece]) -> _Window:
    start, end = pieces[0].start, pieces[-1].end
    shift = len(text.head) - start
    spans = tuple((piece.start + shift, piece.end + shift) for piece in pieces)
    return _Window(text.head + text.body[start:end], spans, tuple(pieces))


def _by_sentence(rows: Vectors, pieces: Sequence[_Piece], count: int) -> Vectors:
    if len(pieces) == count:
        return rows
    owners = np.array([piece.sentence for piece in pieces])
    weights = np.array([piece.tokens for piece in pieces])
    return np.stack([_mean(rows[owners == at], weights[owners == at]) for at in range(count)])


def _mean(rows: Vectors, weights: Sequence[int] | NDArray[np.int64]) -> Vector:
    """Return the weighted mean of unit rows, scaled to unit length; a single row is returned as it is."""
    if len(rows) == 1:
        only: Vector = rows[0]
        return only
    mean = np.average(rows, axis=0, weights=weights)
    unit: Vector = (mean / max(float(np.linalg.norm(mean)), 1e-12)).astype(np.float32)
    return unit
