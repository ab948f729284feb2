"""A tokenizer for a model whose own is slow to load: short questions do without it, anything else loads it once."""

from collections.abc import Sequence
from pathlib import Path
from threading import Lock

import numpy as np

from .tokens import TextTokenizer, Tokens, clean
from .unigram import TABLE, UnigramTable

_QUICK_CHARACTERS = 600
"""Maximum length for the table, which takes 7 microseconds per character; the library takes a second to load."""


class QuickTokenizer:
    """The same tokens as `TextTokenizer`, without its slow start. Safe to share between threads."""

    def __init__(self, folder: Path, max_tokens: int) -> None:
        self.max_tokens = max_tokens
        # Mapped now, as the table is: the cache that both lie in may be deleted meanwhile.
        self._definition = np.memmap(folder / "tokenizer.json", np.uint8, "r")
        self._table = UnigramTable(folder / TABLE)
        self._loaded: TextTokenizer | None = None
        self._lock = Lock()

    def count(self, texts: Sequence[str], prompt: str = "") -> list[int]:
        quick = self._quick(texts, prompt)
        return self._library().count(texts, prompt) if quick is None else list(map(len, quick))

    def tokens(self, texts: Sequence[str], prompt: str = "") -> list[Tokens]:
        return self._library().tokens(texts, prompt) if texts else []

    def question_tokens(self, texts: Sequence[str], prompt: str = "") -> list[Tokens]:
        quick = self._quick(texts, prompt)
        if quick is None or any(len(ids) > self.max_tokens for ids in quick):
            return self.tokens(texts, prompt)
        return [Tokens(np.array(ids, np.int64), np.zeros((len(ids), 2), np.int64)) for ids in quick]

    def _quick(self, texts: Sequence[str], prompt: str) -> list[list[int]] | None:
        """Return the ids of each text's tokens from the table; None if the library must be used."""
        if self._loaded is not None or sum(map(len, texts)) > _QUICK_CHARACTERS:
            return None
        numbers = [self._table.numbers(prompt + clean(text)) for text in texts]
        return [found for found in numbers if found] if all(numbers) else None

    def _library(self) -> TextTokenizer:
        with self._lock:
            if self._loaded is None:
                self._loaded = TextTokenizer.from_text(self._definition.tobytes().decode(), self.max_tokens)
            return self._loaded
