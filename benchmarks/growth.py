"""Growth curves: what opening, a question, memory and one more article cost at 1,000 to 1,000,000 passages.

    python -m benchmarks.growth [1000 10000 100000 1000000] [--folder DIR]

Writes benchmarks/results/growth-COMMIT.json and, where all sizes are measured, draws docs/growth.svg. Each index is
measured in processes of its own.
"""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

from embeddings.registry import load_embedder
from retrieval.index import IndexReader
from retrieval.index.generation import BLOCK_ROWS
from retrieval.index.layout import Layout
from retrieval.index.vector_file import read_header
from retrieval.search import Retriever
from retrieval.stores.recall import RecallProbe
from retrieval.types import Filter

from .asking import ask
from .chart import draw
from .measure import ROOT, byline, commit, machine, median, milliseconds, spread, whole_process
from .synthetic import base_vectors, fill, turned, vocabulary
from .writing import adding

SIZES = (1_000, 10_000, 100_000, 1_000_000)
ROUNDS = 5
QUESTIONS = 100


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES), help="passages")
    parser.add_argument("--folder", type=Path, default=Path("/tmp/growth"), help="where the indexes are kept")  # noqa: S108
    parser.add_argument("--probe", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.probe:
        print(json.dumps(probe(options.probe)))
        return
    result: dict[str, Any] = {"commit": commit(), "machine": machine(), "sizes": []}
    for size in options.sizes:
        index = options.folder / str(size)
        fill(index, size)
        result["sizes"].append(measured := measure(index, size))
        print(json.dumps(measured), flush=True)
    file = ROOT / "benchmarks" / "results" / f"growth-{result['commit']}.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    if options.sizes == list(SIZES):
        (ROOT / "docs" / "growth.svg").write_text(draw(result["sizes"]), encoding="utf-8")


def measure(index: Path, size: int) -> dict[str, Any]:
    """Measure one index: five fresh processes for the cost per process, then recall, then five more articles."""
    command = [sys.executable, "-m", "benchmarks.growth", "--probe", str(index)]
    probes = [
        json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout) for _ in range(ROUNDS)
    ]
    ask = [*byline(index), "ask", "--json", question_words(size)]
    asked = [whole_process(ask, good=(0, 1)) for _ in range(ROUNDS)]
    return {
        "passages": size,
        **{name: spread([one[name] for one in probes]) for name in probes[0]},
        "recall": recall(index),
        "ask cold s": spread([one.seconds for one in asked]),
        "ask cold MB": median([one.megabytes for one in asked]),
        "add one article s": adding(index, ROUNDS),
        "file": kind(index),
        "MB on disk": round(Layout(index).size() / 1e6, 1),
    }


def probe(index: Path) -> dict[str, float]:
    """Measure in this process: opening, a vector search, one with a filter, a whole question, and memory."""
    chance = np.random.default_rng()
    queries = turned(base_vectors(), QUESTIONS, chance)
    embedder = load_embedder("minilm", for_questions=True)
    before = memory()
    with IndexReader(index) as reader:
        started = time.perf_counter()
        with reader.snapshot() as snapshot:
            store = snapshot.store
            opened = time.perf_counter() - started
            mask = np.isin(store.ids, snapshot.matching(Filter(sources=("Source 3",))), assume_unique=True)
        for query in queries[:3]:
            store.search(query, 10)
        ten = milliseconds(lambda at: store.search(queries[at], 10), QUESTIONS)
        fifty = milliseconds(lambda at: store.search(queries[at], 50), QUESTIONS)
        masked = milliseconds(lambda at: store.search(queries[at], 10, mask=mask), 20)
        retriever = Retriever(reader, lambda _: embedder)
        asked = [question_words(number) for number in range(33)]
        for question in asked[30:]:
            ask(retriever, question)
        hybrid = milliseconds(lambda at: ask(retriever, asked[at]), 30)
    return {
        "open s": opened,
        "search p50 ms": ten.p50,
        "search p95 ms": ten.p95,
        "search 50 p50 ms": fifty.p50,
        "search a tenth p50 ms": masked.p50,
        "question p50 ms": hybrid.p50,
        "question p95 ms": hybrid.p95,
        "index MB": memory() - before,
        "process MB": memory(),
    }


def recall(index: Path) -> dict[str, float]:
    """Return recall@10 against exact search over the database's vectors, for queries that no index was tuned on."""
    with IndexReader(index) as reader, reader.snapshot() as snapshot:
        generation = snapshot._generation
        ids = generation.ids()
        chosen = np.sort(np.random.default_rng(99).choice(ids, min(len(ids), 2_000), replace=False))
        judge = RecallProbe(generation.vectors(chosen), seed=99)
        for start in range(0, len(ids), BLOCK_ROWS):
            judge.see(generation.vectors(ids[start : start + BLOCK_ROWS]))
        found = judge.of(snapshot.store)
    return {"near": found.near, "far": found.far}


def question_words(seed: int) -> str:
    """Return a question of six synthetic words, none of the 100 most common: without stop words few of those remain."""
    chance = np.random.default_rng(seed)
    places = np.minimum(100 * chance.random(6) ** -1.0, 29_999).astype(int)
    return " ".join(vocabulary()[at] for at in places) + "?"


def kind(index: Path) -> str:
    for path in Layout(index).vectors_files().values():
        factor = read_header(path).factor
        return f"compressed, {factor} compared exactly for each" if factor else "exact"
    return "none"


def memory() -> float:
    """Return this process's resident memory in MB, including mapped files."""
    fields = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines())
    return int(fields["VmRSS"].split()[0]) / 1000


if __name__ == "__main__":
    main()
