"""Measuring for the benchmarks: whole processes, single calls, medians with their range, the commit and the machine."""

import compileall
import json
import math
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

_T = TypeVar("_T")

ROOT = Path(__file__).resolve().parents[1]
_RUNNER = str(ROOT / "benchmarks" / "one_process.py")


class Run(Struct, frozen=True):
    """What one process used, and its output."""

    seconds: float
    megabytes: float
    """Peak, including shared pages."""
    output: str


class Times(Struct, frozen=True):
    """How long repeated calls took, in milliseconds."""

    p50: float
    p95: float


def halved(questions: Sequence[_T]) -> tuple[Sequence[_T], Sequence[_T]]:
    """Return the questions that warm up a process, and those that are measured: a bot has been asked before."""
    middle = len(questions) // 2
    return questions[:middle], questions[middle:]


def byline(index: Path) -> list[str]:
    """Return the beginning of a `byline` command over an index."""
    return [sys.executable, "-m", "bot.cli", "--index", str(index)]


def whole_process(
    command: Sequence[str], *, good: Sequence[int] = (0,), environment: Mapping[str, str] | None = None
) -> Run:
    """Run a command to its end and measure it; it must end with one of the good exit codes."""
    _compile()
    ran = subprocess.run(
        [sys.executable, "-I", "-S", _RUNNER, *command], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True,
        env={**os.environ, **(environment or {})},
    )  # fmt: skip
    figures = json.loads(ran.stdout)
    code = figures.pop("code")
    if code not in good:
        raise SystemExit(f"{' '.join(command)}: ended with {code}")
    return Run(**figures)


@cache
def _compile() -> None:
    """Write the modules' bytecode, as an installer does: compiling 160 modules delays a process's start by 0.15 s."""
    for package in ("bot", "retrieval", "embeddings"):
        compileall.compile_dir(ROOT / package, quiet=1)


def milliseconds(call: Callable[[int], object], count: int) -> Times:
    """Call with 0, 1, … and return how long the calls took."""
    taken = []
    for number in range(count):
        started = time.perf_counter()
        call(number)
        taken.append(1000 * (time.perf_counter() - started))
    return Times(sorted(taken)[count // 2], p95(taken))


def median(values: Sequence[float]) -> float:
    """Return the median, rounded to four significant digits."""
    return _figure(sorted(values)[len(values) // 2])


def p95(values: Sequence[float]) -> float:
    """Return the value that 95 % of the values do not exceed; NaN if there are none."""
    return sorted(values)[int(0.95 * len(values))] if values else math.nan


def spread(values: Sequence[float]) -> dict[str, float]:
    """Return the median with the minimum and the maximum."""
    return {"median": median(values), "min": _figure(min(values)), "max": _figure(max(values))}


def commit() -> str:
    """Return the checked-out commit, with a suffix if Python files differ from it."""

    def git(*arguments: str) -> str:
        return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()

    changed = git("status", "--porcelain", "--untracked-files=no", "--", "*.py", "retrieval/language/words")
    return git("rev-parse", "--short=10", "HEAD") + ("-changed" if changed else "")


def machine() -> dict[str, object]:
    """Return the facts about this machine that the figures depend on."""
    cores = len(os.sched_getaffinity(0))
    return {"cores": cores, "python": platform.python_version(), "system": sys.platform, "load": os.getloadavg()[0]}


def _figure(value: float) -> float:
    return float(f"{value:.4g}")
