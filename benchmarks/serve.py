"""Byline's own runner, like those in `peers/`: a question per line in, a JSON object per line out; or many askers.

python -m benchmarks.serve INDEX [--askers 8]
"""

import argparse
import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from bot.app import keep_patterns
from embeddings.registry import load_embedder
from retrieval.index import IndexReader
from retrieval.search import Retriever

from .asking import ask
from .measure import halved


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("index", type=Path)
    parser.add_argument("--askers", type=int, default=0)
    options = parser.parse_args()
    keep_patterns()  # as every command does
    embedder = load_embedder("minilm", for_questions=True)
    with IndexReader(options.index) as reader:
        retriever = Retriever(reader, lambda _: embedder)
        if options.askers:
            print(json.dumps(together(retriever, [json.loads(line) for line in sys.stdin], options.askers)))
            return
        for line in sys.stdin:
            question, started = json.loads(line), time.perf_counter()
            answer = ask(retriever, question, k=10)
            taken = 1000 * (time.perf_counter() - started)
            print(json.dumps({"texts": [hit.passage.text for hit in answer.hits], "ms": taken}), flush=True)


def together(retriever: Retriever, questions: list[str], askers: int) -> float:
    """Return the number of questions answered per second; the first half of them only warms up."""
    early, late = halved(questions)
    with ThreadPoolExecutor(askers) as pool:
        list(pool.map(partial(ask, retriever), early))
        started = time.perf_counter()
        list(pool.map(partial(ask, retriever), late))
        return len(late) / (time.perf_counter() - started)


if __name__ == "__main__":
    main()
