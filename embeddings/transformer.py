"""Runs any sentence-transformers model on any device that torch supports. The only module that imports torch.

Never executes code that comes with a model, and never unpickles: safetensors only.
"""

from collections.abc import Sequence
from importlib import import_module
from itertools import islice
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .base import Span, Vectors
from .errors import MissingExtraError, ModelDamagedError
from .model_folder import ModelFolder
from .pooling import part_vectors, unit_rows
from .tokens import TextTokenizer, Tokens, clean

_BATCH = 32
_CHUNK = 128
"""Texts whose token vectors are held in memory at once: 50 MB at 256 tokens of 384 numbers."""


class TransformerEmbedder:
    """Runs a model folder with sentence-transformers. One forward pass at a time: torch itself uses all cores."""

    def __init__(self, folder: ModelFolder) -> None:
        self._model = _load(folder)
        self._query_prompt, self._prompt = folder.prompts
        self._tokenizer = _own_tokenizer(self._model, folder)
        self._lock = Lock()
        self.name = folder.name
        self.fingerprint = folder.fingerprint
        self.languages = folder.languages
        self.max_tokens = self._tokenizer.max_tokens
        self.dim = int(self._model.get_embedding_dimension())

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return self._tokenizer.count(texts, self._prompt)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self._embed(texts, self._prompt)

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self._embed(texts, self._query_prompt)

    def embed_parts(self, texts: Sequence[str], parts: Sequence[Sequence[Span]]) -> tuple[Vectors, Vectors]:
        whole, pieces = [np.empty((0, self.dim), np.float32)], [np.empty((0, self.dim), np.float32)]
        pairs = iter(zip(texts, parts, strict=True))
        while chunk := list(islice(pairs, _CHUNK)):
            results = self._encode([text for text, _ in chunk], self._prompt, output_value=None)
            tokens = self._tokenizer.tokens([text for text, _ in chunk], self._prompt)
            for (text, spans), result, seen in zip(chunk, results, tokens, strict=True):
                row = unit_rows(_array(result["sentence_embedding"]))
                whole.append(row[None, :])
                pieces.append(self._parts(text, spans, result, seen, row))
        return np.concatenate(whole), np.concatenate(pieces)

    def _parts(
        self, text: str, spans: Sequence[Span], result: dict[str, Any], seen: Tokens, row: NDArray[np.float32]
    ) -> Vectors:
        vectors = result.get("token_embeddings")
        if vectors is not None:
            vectors = _array(vectors[result["attention_mask"].bool()])
            if vectors.shape == (len(seen.ids), self.dim):
                return part_vectors(vectors, seen.offsets, spans, row)
        # A model without token vectors in the same space: embed each part by itself.
        return self.embed_passages([text[start:end] or text for start, end in spans])

    def _embed(self, texts: Sequence[str], prompt: str) -> Vectors:
        if not texts:
            return np.empty((0, self.dim), np.float32)
        return unit_rows(self._encode(texts, prompt, output_value="sentence_embedding"))

    def _encode(self, texts: Sequence[str], prompt: str, *, output_value: str | None) -> Any:
        with self._lock:
            return self._model.encode(
                [clean(text) for text in texts],
                prompt=prompt,
                batch_size=_BATCH,
                output_value=output_value,
                convert_to_numpy=output_value is not None,
                show_progress_bar=False,
            )


def _load(folder: ModelFolder) -> Any:
    try:
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415

        talk: Any = import_module("transformers.utils.logging")  # has no types
    except ImportError as error:
        raise MissingExtraError(
            f"the model {folder.name} needs sentence-transformers: pip install sentence-transformers"
        ) from error
    talk.disable_progress_bar()
    try:
        return SentenceTransformer(
            str(folder.path),
            local_files_only=True,
            trust_remote_code=False,
            model_kwargs={"use_safetensors": True},
        ).float()  # weights stored in 16 bits are computed in 32, as in the other engine
    except Exception as error:  # the libraries raise all kinds; the cause is the folder
        reason = str(error).strip().partition("\n")[0]
        raise ModelDamagedError(f"the model in {folder.path} cannot be used, get it again: {reason}") from error


def _own_tokenizer(model: Any, folder: ModelFolder) -> TextTokenizer:
    """Return a copy of the model's tokenizer for counts and offsets: the model changes settings of its own one."""
    backend = getattr(model.tokenizer, "backend_tokenizer", model.tokenizer)
    if not hasattr(backend, "to_str"):
        raise ModelDamagedError(f"the model in {folder.path} has no fast tokenizer: choose another model")
    return TextTokenizer.from_text(backend.to_str(), model.get_max_seq_length() or 512)


def _array(tensor: Any) -> NDArray[np.float32]:
    return np.asarray(tensor.detach().float().cpu().numpy(), dtype=np.float32)
