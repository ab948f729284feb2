"""What indexing costs, as whole processes: passages from files, one more article, files that have not changed."""

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .environments import RUNNERS
from .measure import byline, spread, whole_process
from .synthetic import PASSAGES, articles

FILES = 2_000 // PASSAGES
MODELS = {"fp32": "minilm", "int8": "minilm:int8"}


def embedding(folder: Path, rounds: int) -> dict[str, Any]:
    """Return passages per second when indexing from files, for the plain script and Byline by turns."""
    files = write_articles(folder / "2000", FILES)
    plain = [sys.executable, str(RUNNERS / "run_plain.py"), "embed", str(files)]
    rates: dict[str, list[float]] = {"plain": [], **{kind: [] for kind in MODELS}}
    for _ in range(rounds):
        for kind, model in MODELS.items():
            fresh = folder / f"written-{kind}-{time.time_ns()}"
            rates[kind].append(_rate([*byline(fresh), "index", "--model", model, str(files)]))
        rates["plain"].append(_rate(plain))
    return {name: spread(values) for name, values in rates.items()}


def adding(index: Path, rounds: int) -> dict[str, float]:
    """Return the seconds that adding an article of twelve paragraphs takes."""
    taken = []
    for _ in range(rounds):
        number = time.time_ns()
        one = write_articles(index.with_name(f"one-{number}"), 1, seed=number)
        taken.append(whole_process([*byline(index), "index", str(one)]).seconds)
    return spread(taken)


def unchanged(folder: Path, rounds: int) -> dict[str, float]:
    """Return the seconds that a run over 1,000 unchanged files takes."""
    files, index = write_articles(folder / "1000", 1_000, seed=1), folder / "thousand"
    whole_process([*byline(index), "index", "--model", "hashing", str(files)])
    return spread([whole_process([*byline(index), "index"]).seconds for _ in range(rounds)])


def write_articles(folder: Path, count: int, *, seed: int = 0) -> Path:
    """Write synthetic articles as files, except those that exist already."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, entry in enumerate(articles(count, seed=seed)):
        file = folder / f"{number}.md"
        if not file.exists():
            file.write_text(f"# {entry.article.title} of {seed}\n\n{entry.article.text}\n", encoding="utf-8")
    return folder


def _rate(command: Sequence[str]) -> float:
    return FILES * PASSAGES / whole_process(command).seconds
