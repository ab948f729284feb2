"""Runs a BERT-shaped model folder on ONNX Runtime: the vectors of sentence-transformers, with a much faster start.

The only module that imports onnxruntime. Each run uses one thread, and several runs go on at once; only a question that
comes alone is shared by two threads.
"""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .base import Span, Vector, Vectors
from .batching import run_batches
from .bert import BertShape, Pooling, bert_shape
from .cache import cached, get_or_build
from .cores import usable_cores
from .errors import EmbeddingError, MissingExtraError, UnsupportedModelError
from .model_folder import ModelFolder
from .pooling import part_vectors, unit_rows
from .quick_tokens import QuickTokenizer
from .request_batcher import RequestBatcher
from .tokens import TextTokenizer, Tokens
from .unigram import TABLE

# Read when the runtime is imported, which otherwise sends usage data to its makers and stores an id of the device.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

_FORMAT = 1
"""Version of the graph that onnx_graph writes; part of the cache's name, but not of the fingerprint."""

_BATCH_TOKENS = 256
"""Padded tokens in one run. More gained nothing in measurements: one long text keeps the processor busy."""

_LONE_THREADS = 2
"""Threads for a question that comes alone. MiniLM on two cores answers a single question in 13.4 ms with two threads,
17.4 with one; but eight users get 98 answers a second with one thread per question, 77 with two."""

_SPIN_MICROSECONDS = "20"
"""How long a thread spins, waiting for the other, before it sleeps. A lone run takes 2.8 ms, 4.0 without spinning, 5.3
with one thread; beside a busy process the 95th percentile is 7 ms, and 12 with the usual endless spinning."""

_FRESH_RUNS = 2
"""Runs of the first question: it is embedded, and perhaps once more without some of its words."""

_CHUNK = 1024
"""Texts that are tokenised ahead of their runs."""


class OnnxEmbedder:
    """Runs a model folder with ONNX Runtime. Thread-safe: questions asked at the same time are run together.

    Args:
        for_questions: the first question runs without prepacked weights, which pay off only with later ones: MiniLM
            opens in 6 ms instead of 55, and a run takes 8 ms longer. After that the model is opened for lone questions,
            and once more (49 MB for MiniLM) when questions come together; passages take a fifth longer.
    """

    def __init__(self, folder: ModelFolder, *, int8: bool = False, for_questions: bool = False) -> None:
        shape = bert_shape(folder)
        threads = usable_cores()
        self._lone_threads = min(threads, _LONE_THREADS)
        self._passage_threads = self._lone_threads if for_questions else 1
        self._sessions = _Sessions(
            partial(_graph, folder, shape, int8=int8), self._passage_threads, packed=not for_questions
        )
        self._query_prompt, self._prompt = folder.prompts
        self._tokenizer = _tokenizer(folder.path, shape.max_tokens)
        self._pooling = shape.pooling
        # Quantisation takes its scale from the whole run: run alone, a text always has the same vector.
        self._batch_tokens = 1 if int8 else _BATCH_TOKENS
        self._workers = ThreadPoolExecutor(threads, "byline-embed") if threads > 1 else None
        self._batcher = RequestBatcher[_Asked, Vector](self._embed_asked)
        self.name = folder.name
        self.fingerprint = folder.fingerprint + ("-int8" if int8 else "")
        self.languages = folder.languages
        self.max_tokens = shape.max_tokens
        self.dim = self._sessions.dim

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
            tokens = self._tokenizer.tokens(texts[chunk], self._prompt)
            rows += self._rows(tokens, parts[chunk], self._passage_threads)
        # Each text yields its own row, followed by those of its parts.
        return np.concatenate([row[:1] for row in rows]), np.concatenate([row[1:] for row in rows])

    def embed_queries(self, texts: Sequence[str], *, alone: bool = False) -> Vectors:
        asked = [_Asked(text, alone=alone) for text in texts]
        return self._batcher.run(asked[0])[None] if len(asked) == 1 else self._embed_asked(asked)

    def _embed_asked(self, asked: Sequence["_Asked"]) -> Vectors:
        tokens = self._tokenizer.question_tokens([it.text for it in asked], self._query_prompt)
        alone = all(it.alone for it in asked)
        rows = self._rows(tokens, [()] * len(asked), self._lone_threads if alone else 1)
        return np.concatenate([np.empty((0, self.dim), np.float32), *rows])

    def _rows(self, tokens: list[Tokens], parts: Sequence[Sequence[Span]], threads: int) -> list[Vectors]:
        session = self._sessions.of(threads)

        def work(batch: list[int]) -> list[Vectors]:
            vectors = _run(session, [tokens[index].ids for index in batch])
            return [
                self._pool(seen[: len(tokens[index].ids)], tokens[index], parts[index])
                for index, seen in zip(batch, vectors, strict=True)
            ]

        lengths = [len(text.ids) for text in tokens]
        return run_batches(work, lengths, max_tokens=self._batch_tokens, executor=self._workers)

    def _pool(self, vectors: NDArray[np.float32], tokens: Tokens, spans: Sequence[Span]) -> Vectors:
        whole = unit_rows(vectors[:1] if self._pooling is Pooling.CLS else vectors.mean(axis=0, keepdims=True))
        return np.concatenate([whole, part_vectors(vectors, tokens.offsets, spans, whole[0])])


class _Asked(NamedTuple):
    """A question to embed."""

    text: str
    alone: bool


class _Sessions:
    """Sessions of the model, one for each number of threads, which is fixed when a session is opened.

    Args:
        graph: returns the folder of the model's graph.
        threads: of the first session, which is opened at once.
        packed: whether the first session prepacks its weights; if not, it opens sooner and serves only the first runs.
    """

    def __init__(self, graph: Callable[[], Path], threads: int, *, packed: bool) -> None:
        self._graph = graph
        self._opening = Lock()
        self._any = _session(graph(), threads, packed=packed)
        self._fresh = 0 if packed else _FRESH_RUNS
        self._open = {threads: self._any} if packed else {}
        self.dim = int(self._any.get_outputs()[0].shape[2])

    def of(self, threads: int) -> Any:
        """Return the session for this many threads, or an existing one if no more can be opened."""
        with self._opening:
            if self._fresh:
                self._fresh -= 1
                return self._any
            if threads not in self._open:
                with suppress(EmbeddingError):
                    self._any = _session(self._graph(), threads, packed=True)
                self._open[threads] = self._any
            return self._open[threads]


def _run(session: Any, texts: list[NDArray[np.int64]]) -> NDArray[np.float32]:
    lengths = np.array([len(ids) for ids in texts], dtype=np.int32)
    padded = np.zeros((len(texts), int(lengths.max())), dtype=np.int64)
    for row, ids in zip(padded, texts, strict=True):
        row[: len(ids)] = ids
    (vectors,) = session.run(None, {"input_ids": padded, "lengths": lengths})
    return np.asarray(vectors, dtype=np.float32)


def _tokenizer(folder: Path, max_tokens: int) -> TextTokenizer | QuickTokenizer:
    if (folder / TABLE).is_dir():
        return QuickTokenizer(folder, max_tokens)
    return TextTokenizer.from_file(folder / "tokenizer.json", max_tokens)


def _graph(folder: ModelFolder, shape: BertShape, *, int8: bool) -> Path:
    """Return the folder of the model's graph; write it first if the cache has none."""
    name = f"onnx-{_FORMAT}/{folder.fingerprint}-{'int8' if int8 else 'fp32'}"

    def build(into: Path) -> None:
        from .onnx_graph import write_graph  # noqa: PLC0415

        write_graph(folder.path, shape, into, int8=int8)

    if cached(name) is None and find_spec("onnx") is None:
        raise MissingExtraError(f"the fast path of {folder.name} needs onnx once: pip install onnx")
    return get_or_build(name, build)


def _session(graph: Path, threads: int, *, packed: bool) -> Any:
    try:
        import onnxruntime  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("the fast path needs onnxruntime: pip install onnxruntime") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.add_session_config_entry("session.intra_op.spin_duration_us", _SPIN_MICROSECONDS)
    options.add_session_config_entry("session.force_spinning_stop", "1")
    options.add_session_config_entry("session.disable_prepacking", str(int(not packed)))
    # The graph already consists of fused operators: looking for optimisations would take time and find none.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(graph / "model.onnx"), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the runtime's errors have no common base
        reason = str(error).strip().partition("\n")[0]
        raise UnsupportedModelError(f"ONNX Runtime refuses its graph: {reason}") from error
