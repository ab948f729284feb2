"""Runs a BERT-shaped model folder on ONNX Runtime: the vectors of sentence-transformers, with a much faster start.

The only module that imports onnxruntime. Each run uses one thread, and several runs go on at once.
"""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .base import Span, Vectors
from .batching import run_batches
from .bert import BertShape, Pooling, bert_shape
from .cache import get_or_build
from .cores import usable_cores
from .errors import MissingExtraError, ModelDamagedError, UnsupportedModelError
from .model_folder import ModelFolder
from .pooling import part_vectors, unit_rows
from .quick_tokens import QuickTokenizer
from .tokens import TextTokenizer, Tokens
from .unigram import TABLE

# Read when the runtime is imported, which otherwise sends usage data to its makers and stores an id of the device.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

_FORMAT = 1
"""Version of the graph that onnx_graph writes; part of the cache's name, but not of the fingerprint."""

_BATCH_TOKENS = 256
"""Padded tokens in one run. More gained nothing in measurements: one long text keeps the processor busy."""

_CHUNK = 1024
"""Texts that are tokenised ahead of their runs."""


class OnnxEmbedder:
    """Runs a model folder with ONNX Runtime. Thread-safe.

    Args:
        int8: embed everything in 8 bits, which is another vector space.
        int8_questions: embed only questions in 8 bits, in half the time: their vectors are near those of 32 bits
            (for MiniLM, cosine 0.99).
    """

    def __init__(self, folder: ModelFolder, *, int8: bool = False, int8_questions: bool = False) -> None:
        self._folder = folder
        self._shape = bert_shape(folder)
        self._questions = _session(_graph(folder, self._shape, int8=int8 or int8_questions))
        self._are_alike = int8 or not int8_questions
        self._query_prompt, self._prompt = folder.prompts
        self._tokenizer = _tokenizer(folder.path, self._shape.max_tokens)
        # Quantisation takes its scale from the whole run: run alone, a text always has the same vector.
        self._batch_tokens = 1 if int8 else _BATCH_TOKENS
        threads = usable_cores()
        self._workers = ThreadPoolExecutor(threads, "byline-embed") if threads > 1 else None
        self.name = folder.name
        self.fingerprint = folder.fingerprint_in(int8=int8)
        self.languages = folder.languages
        self.max_tokens = self._shape.max_tokens
        self.dim = int(self._questions.get_outputs()[0].shape[2])

    @cached_property
    def _passages(self) -> Any:
        return self._questions if self._are_alike else _session(_graph(self._folder, self._shape, int8=False))

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return self._tokenizer.count(texts, self._prompt)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self.embed_parts(texts, [()] * len(texts))[0]

    def embed_parts(self, texts: Sequence[str], parts: Sequence[Sequence[Span]]) -> tuple[Vectors, Vectors]:
        if len(texts) != len(parts):
            raise ValueError(f"{len(texts)} texts and parts of {len(parts)}")
        rows = [np.empty((0, self.dim), np.float32)]
        for start in range(0, len(texts), _CHUNK):
            chunk = slice(start, start + _CHUNK)
            rows += self._rows(self._tokenizer.tokens(texts[chunk], self._prompt), parts[chunk])
        # Each text yields its own row, followed by those of its parts.
        return np.concatenate([row[:1] for row in rows]), np.concatenate([row[1:] for row in rows])

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        asked = self._tokenizer.question_tokens(texts, self._query_prompt)
        rows = (self._pool(self._run(self._questions, [it.ids])[0], it, ()) for it in asked)
        return np.concatenate([np.empty((0, self.dim), np.float32), *rows])

    def _rows(self, tokens: list[Tokens], parts: Sequence[Sequence[Span]]) -> list[Vectors]:
        session = self._passages

        def work(batch: list[int]) -> list[Vectors]:
            vectors = self._run(session, [tokens[index].ids for index in batch])
            return [
                self._pool(seen[: len(tokens[index].ids)], tokens[index], parts[index])
                for index, seen in zip(batch, vectors, strict=True)
            ]

        lengths = [len(text.ids) for text in tokens]
        return run_batches(work, lengths, max_tokens=self._batch_tokens, executor=self._workers)

    def _run(self, session: Any, texts: list[NDArray[np.int64]]) -> NDArray[np.float32]:
        lengths = np.array([len(ids) for ids in texts], dtype=np.int32)
        padded = np.zeros((len(texts), int(lengths.max())), dtype=np.int64)
        for row, ids in zip(padded, texts, strict=True):
            row[: len(ids)] = ids
        try:
            (vectors,) = session.run(None, {"input_ids": padded, "lengths": lengths})
        except Exception as error:  # the runtime's errors have no common base
            raise ModelDamagedError(
                f"the model in {self._folder.path} cannot be run, get it again: {_reason(error)}"
            ) from error
        return np.asarray(vectors, dtype=np.float32)

    def _pool(self, vectors: NDArray[np.float32], tokens: Tokens, spans: Sequence[Span]) -> Vectors:
        cls = self._shape.pooling is Pooling.CLS
        whole = unit_rows(vectors[:1] if cls else vectors.mean(axis=0, keepdims=True))
        return np.concatenate([whole, part_vectors(vectors, tokens.offsets, spans, whole[0])])


def _tokenizer(folder: Path, max_tokens: int) -> TextTokenizer | QuickTokenizer:
    if (folder / TABLE).is_dir():
        return QuickTokenizer(folder, max_tokens)
    return TextTokenizer.from_file(folder / "tokenizer.json", max_tokens)


def _graph(folder: ModelFolder, shape: BertShape, *, int8: bool) -> Path:
    """Return the folder of the model's graph; write it first if the cache has none."""
    name = f"onnx-{_FORMAT}/{folder.fingerprint}-{'int8' if int8 else 'fp32'}"

    def build(into: Path) -> None:
        try:
            from .onnx_graph import write_graph  # noqa: PLC0415
        except ImportError as error:
            raise MissingExtraError(f"the fast path of {folder.name} needs onnx once: pip install onnx") from error
        write_graph(folder, shape, into, int8=int8)

    return get_or_build(name, build)


def _session(graph: Path) -> Any:
    try:
        import onnxruntime  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("the fast path needs onnxruntime: pip install onnxruntime") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    # The graph already consists of fused operators: looking for optimisations would take time and find none.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 4  # an error that it raises need not be printed as well
    try:
        return onnxruntime.InferenceSession(str(graph / "model.onnx"), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the runtime's errors have no common base
        raise UnsupportedModelError(f"ONNX Runtime refuses its graph: {_reason(error)}") from error


def _reason(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
