"""Where a question's time goes: the median of each stage, in one process that answers one question after another.

python -m benchmarks.stages INDEX QUESTIONS.jsonl
"""

import argparse
import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bot.app import keep_patterns
from embeddings.onnx_model import OnnxEmbedder
from embeddings.registry import load_embedder
from retrieval import search
from retrieval.index import IndexReader, Snapshot
from retrieval.ranking import rerank
from retrieval.stores.faiss_store import FaissStore, WrittenStore

from .asking import ask
from .measure import halved, median

STAGES: dict[str, Sequence[tuple[Any, str]]] = {
    "language, filter, spelling": [(search.Retriever, "read")],
    "embedding the question": [(OnnxEmbedder, "embed_queries")],
    "full text": [(Snapshot, "full_text")],
    "nearest vectors": [(FaissStore, "search"), (WrittenStore, "search")],
    "passages and articles": [(Snapshot, "rows")],
    "vectors of sentences": [(Snapshot, "sentence_vectors")],
    "ranking, without quotes": [(search, "rank")],
    "quotes": [(rerank, "choose")],
    "signals": [(search, "_judged")],
    "confidence, near copies": [(search, "collapse"), (search, "answer")],
}
LATE = ("quotes", "signals", "confidence, near copies")
"""Stages that come after ranking."""


def stages(index: Path, questions: Sequence[str]) -> dict[str, float]:
    """Return median milliseconds per question, for each stage, for the whole, and for everything up to ranking.

    The first half of the questions only warms up.
    """
    keep_patterns()  # as every command does
    early, late = halved(questions)
    embedder, taken = load_embedder("minilm", for_questions=True), list[dict[str, float]]()
    with IndexReader(index) as reader, ExitStack() as stack:
        retriever = search.Retriever(reader, lambda _: embedder)
        for question in early:
            ask(retriever, question)
        for name, places in STAGES.items():
            for owner, attribute in places:
                stack.enter_context(_timed(owner, attribute, name, taken))
        for question in late:
            taken.append(dict.fromkeys(STAGES, 0.0))
            started = time.perf_counter()
            ask(retriever, question)
            taken[-1]["whole question"] = 1000 * (time.perf_counter() - started)
    for one in taken:
        one["until ranked"] = one["whole question"] - sum(one[name] for name in LATE)
    return {name: median([one[name] for one in taken]) for name in taken[0]}


@contextmanager
def _timed(owner: Any, attribute: str, name: str, taken: list[dict[str, float]]) -> Iterator[None]:
    """Add the time that a function takes to its stage, for the current question."""
    function: Callable[..., Any] = getattr(owner, attribute)

    def timed(*arguments: Any, **named: Any) -> Any:
        started = time.perf_counter()
        try:
            return function(*arguments, **named)
        finally:
            taken[-1][name] += 1000 * (time.perf_counter() - started)

    with patch.object(owner, attribute, timed):
        yield


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("index", type=Path)
    parser.add_argument("questions", type=Path)
    options = parser.parse_args()
    with options.questions.open(encoding="utf-8") as lines:
        questions = [json.loads(line)["question"] for line in lines][:200]
    for name, taken in stages(options.index, questions).items():
        print(f"| {name} | {taken} |")


if __name__ == "__main__":
    main()
