"""Splits texts into tokens with offsets, using only the `tokenizers` library. Safe to share between threads."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .errors import MissingExtraError, ModelDamagedError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_FEW = 8
"""Up to this many texts are done sooner than the library wakes the threads to share them."""


def clean(text: str) -> str:
    """Return the text with lone surrogates replaced, which no tokenizer accepts. Offsets stay valid."""
    return text.encode("utf-8", "replace").decode()


class Tokens(NamedTuple):
    """One text as the model receives it, cut to its window."""

    ids: NDArray[np.int64]
    """`(t,)`, including special tokens."""
    offsets: NDArray[np.int64]
    """`(t, 2)` in code points of the text without its prompt; empty spans for prompt and special tokens."""


class TextTokenizer:
    """A tokenizer that truncates by itself: the library's truncation is a setting, for which threads would race."""

    def __init__(self, tokenizer: "Tokenizer", max_tokens: int) -> None:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        self.max_tokens = max_tokens
        marks: list[int] = tokenizer.encode("a").special_tokens_mask
        self._closing = marks[::-1].index(0) if 0 in marks else 0

    @classmethod
    def from_file(cls, path: Path, max_tokens: int) -> "TextTokenizer":
        try:
            return cls.from_text(path.read_text(encoding="utf-8"), max_tokens)
        except (OSError, ValueError) as error:
            raise ModelDamagedError(f"{path} is no tokenizer: get the model again ({error})") from error

    @classmethod
    def from_text(cls, definition: str, max_tokens: int) -> "TextTokenizer":
        """Return a tokenizer from the JSON of a `tokenizer.json`; raise ValueError if it is malformed."""
        try:
            from tokenizers import Tokenizer  # noqa: PLC0415
        except ImportError as error:
            raise MissingExtraError("the model needs tokenizers: pip install tokenizers") from error
        try:
            tokenizer = Tokenizer.from_str(definition)
        except Exception as error:  # the library raises bare Exception
            raise ValueError(str(error)) from error
        return cls(tokenizer, max_tokens)

    def count(self, texts: Sequence[str], prompt: str = "") -> list[int]:
        """Return the length of each whole text in tokens, including prompt and special tokens."""
        return [len(encoding) for encoding in self._encode(texts, prompt)]

    def tokens(self, texts: Sequence[str], prompt: str = "") -> list[Tokens]:
        """Return each text's tokens, cut to the window."""
        return [self._cut(encoding, len(prompt)) for encoding in self._encode(texts, prompt)]

    def question_tokens(self, texts: Sequence[str], prompt: str = "") -> list[Tokens]:
        """Return each question's tokens, possibly without offsets."""
        return self.tokens(texts, prompt)

    def _encode(self, texts: Sequence[str], prompt: str) -> list[Any]:
        whole = [prompt + text for text in map(clean, texts)]
        if len(whole) <= _FEW:
            return [self._tokenizer.encode(text) for text in whole]
        encodings: list[Any] = self._tokenizer.encode_batch(whole)
        return encodings

    def _cut(self, encoding: Any, shift: int) -> Tokens:
        ids = np.array(encoding.ids, dtype=np.int64)
        offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
        if len(ids) > self.max_tokens:
            head = self.max_tokens - self._closing
            kept = np.r_[0:head, len(ids) - self._closing : len(ids)]
            ids, offsets = ids[kept], offsets[kept]
        return Tokens(ids, np.maximum(offsets - shift, 0))
