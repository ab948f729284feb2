"""How the benchmarks measure: whole processes, calls, medians with their spread, and on what machine."""

import compileall
import json
import math
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_RUNNER = str(ROOT / "benchmarks" / "one_process.py")


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took."""

    seconds: float
    megabytes: float
    """At its peak, shared pages included."""
    output: str


@dataclass(frozen=True, slots=True)
class Times:
    """What repeated calls took, in milliseconds."""

    p50: float
    p95: float


def byline(index: Path) -> list[str]:
    """Return the beginning of a command over an index."""
    return [sys.executable, "-m", "bot.cli", "--index", str(index)]


def whole_process(
    command: Sequence[str], *, good: Sequence[int] = (0,), environment: Mapping[str, str] | None = None
) -> Run:
    """Run a command from its start to its end; it must end with one of the good exit codes."""
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
    """Write the modules' bytecode, as an installer does: a process that compiles 160 of them starts 0.15 s later."""
    for package in ("bot", "retrieval", "embeddings"):
        compileall.compile_dir(ROOT / package, quiet=1)


def milliseconds(call: Callable[[int], object], count: int) -> Times:
    """Call with 0, 1, … and return what the calls took."""
    taken = []
    for number in range(count):
        started = time.perf_counter()
        call(number)
        taken.append(1000 * (time.perf_counter() - started))
    return Times(sorted(taken)[count // 2], p95(taken))


def median(values: Sequence[float]) -> float:
    """Return the middle value, rounded as a figure."""
    return _figure(sorted(values)[len(values) // 2])


def p95(values: Sequence[float]) -> float:
    """Return the value that 95 of 100 do not exceed; NaN of none."""
    return sorted(values)[int(0.95 * len(values))] if values else math.nan


def spread(values: Sequence[float]) -> dict[str, float]:
    """Return the median with the least and the greatest value."""
    return {"median": median(values), "min": _figure(min(values)), "max": _figure(max(values))}


def commit() -> str:
    """Return the commit that is checked out, marked where files differ from it."""

    def git(*arguments: str) -> str:
        return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()

    changed = git("status", "--porcelain", "--untracked-files=no", "--", "*.py")
    return git("rev-parse", "--short=10", "HEAD") + ("-changed" if changed else "")


def machine() -> dict[str, object]:
    """Return what the figures depend on."""
    cores = len(os.sched_getaffinity(0))
    return {"cores": cores, "python": platform.python_version(), "system": sys.platform, "load": os.getloadavg()[0]}


def _figure(value: float) -> float:
    return float(f"{value:.4g}")
