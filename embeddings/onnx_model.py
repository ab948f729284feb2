"""A BERT-shaped model folder on ONNX Runtime: the vectors of sentence-transformers, in a fraction of its time to start.

The only module that imports onnxruntime. One thread a run and several runs at once: threads inside a run wait for each
other by spinning, which costs more than it brings as soon as another process wants the cores.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .base import Span, Vector, Vectors
from .batching import run_batches
from .bert import BertShape, Pooling, bert_shape
from .cache import cached, kept
from .cores import usable_cores
from .errors import MissingExtraError, UnsupportedModelError
from .gathering import Gatherer
from .model_folder import ModelFolder
from .pooling import part_vectors, unit_rows
from .quick_tokens import QuickTokenizer
from .tokens import TextTokenizer, Tokens
from .unigram import TABLE

_FORMAT = 1
"""Of the graph that onnx_graph writes; part of the cache's name, and not of the fingerprint."""

_BATCH_TOKENS = 256
"""Padded tokens in one run. More gained nothing in measurement: a long text fills the processor by itself."""

_CHUNK = 1024
"""Texts that are tokenized ahead of their runs."""


class OnnxEmbedder:
    """A model folder, run by ONNX Runtime. May be asked from several threads at once: questions are run together."""

    def __init__(self, folder: ModelFolder, *, int8: bool = False, threads: int | None = None) -> None:
        shape = bert_shape(folder)
        self._query_prompt, self._prompt = folder.prompts
        self._tokenizer = _tokenizer(folder.path, shape.max_tokens)
        self._session = _session(_graph(folder, shape, int8=int8))
        self._pooling = shape.pooling
        # Rounding takes its scale from everything in the run: alone, a text has the same vector in any company.
        self._batch_tokens = 1 if int8 else _BATCH_TOKENS
        self._workers = _workers(threads)
        self._gatherer = Gatherer[str, Vector](self._embed_queries)
        self.name = folder.name
        self.fingerprint = folder.fingerprint + ("-int8" if int8 else "")
        self.languages = folder.languages
        self.max_tokens = shape.max_tokens
        self.dim = int(self._session.get_outputs()[0].shape[2])

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
        # Each text came back as its own row and, after it, those of its parts.
        return np.concatenate([row[:1] for row in rows]), np.concatenate([row[1:] for row in rows])

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self._embed_queries(texts) if len(texts) != 1 else self._gatherer.run(texts[0])[None]

    def _embed_queries(self, texts: Sequence[str]) -> Vectors:
        rows = self._rows(self._tokenizer.question_tokens(texts, self._query_prompt), [()] * len(texts))
        return np.concatenate([np.empty((0, self.dim), np.float32), *rows])

    def _rows(self, tokens: list[Tokens], parts: Sequence[Sequence[Span]]) -> list[Vectors]:
        def work(batch: list[int]) -> list[Vectors]:
            vectors = self._run([tokens[index].ids for index in batch])
            return [
                self._pool(seen[: len(tokens[index].ids)], tokens[index], parts[index])
                for index, seen in zip(batch, vectors, strict=True)
            ]

        lengths = [len(text.ids) for text in tokens]
        return run_batches(work, lengths, max_tokens=self._batch_tokens, executor=self._workers)

    def _pool(self, vectors: NDArray[np.float32], tokens: Tokens, spans: Sequence[Span]) -> Vectors:
        whole = unit_rows(vectors[:1] if self._pooling is Pooling.CLS else vectors.mean(axis=0, keepdims=True))
        return np.concatenate([whole, part_vectors(vectors, tokens.offsets, spans, whole[0])])

    def _run(self, texts: list[NDArray[np.int64]]) -> NDArray[np.float32]:
        lengths = np.array([len(ids) for ids in texts], dtype=np.int32)
        padded = np.zeros((len(texts), int(lengths.max())), dtype=np.int64)
        for row, ids in zip(padded, texts, strict=True):
            row[: len(ids)] = ids
        (vectors,) = self._session.run(None, {"input_ids": padded, "lengths": lengths})
        return np.asarray(vectors, dtype=np.float32)


def _tokenizer(folder: Path, max_tokens: int) -> TextTokenizer | QuickTokenizer:
    if (folder / TABLE).is_dir():
        return QuickTokenizer(folder, max_tokens)
    return TextTokenizer.from_file(folder / "tokenizer.json", max_tokens)


def _workers(threads: int | None) -> ThreadPoolExecutor | None:
    threads = threads or usable_cores()
    return ThreadPoolExecutor(threads, "byline-embed") if threads > 1 else None


def _graph(folder: ModelFolder, shape: BertShape, *, int8: bool) -> Path:
    """Return the folder of the model's graph, written first if the cache has none."""
    name = f"onnx-{_FORMAT}/{folder.fingerprint}-{'int8' if int8 else 'fp32'}"

    def build(into: Path) -> None:
        from .onnx_graph import write_graph  # noqa: PLC0415

        write_graph(folder.path, shape, into, int8=int8)

    if cached(name) is None and find_spec("onnx") is None:
        raise MissingExtraError(f"the fast path of {folder.name} needs onnx once: pip install onnx")
    return kept(name, build)


def _session(graph: Path) -> Any:
    try:
        import onnxruntime  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("the fast path needs onnxruntime: pip install onnxruntime") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    # The graph is written in fused operators: there is nothing left to find, and looking for it takes time.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(graph / "model.onnx"), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the runtime's errors have no common base
        reason = str(error).strip().partition("\n")[0]
        raise UnsupportedModelError(f"ONNX Runtime refuses its graph: {reason}") from error
