"""Extent of the durability tests: a sample in the suite, everything with BYLINE_TORTURE=full (`make torture`).

A full run adds a line per campaign to a report and skips campaigns that the report contains, so it may be interrupted.
`python -m tests.torture REPORT` prints the table.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

FULL = os.environ.get("BYLINE_TORTURE") == "full"
SECONDS = 7200 if FULL else 120
"""Time limit of a campaign."""

_REPORT = os.environ.get("BYLINE_TORTURE_REPORT")


def points(calls: int, part: int, turn: int) -> range:
    """Return the calls at which to inject a fault: all, or one in `part`, different ones for each `turn`."""
    return range(1, calls + 1) if FULL else range(1 + turn % part, calls + 1, part)


class Campaign:
    """Faults of one kind, tried one after another."""

    def __init__(self) -> None:
        self.tried = 0
        self.harm: list[str] = []

    @contextmanager
    def fault(self, fault: object) -> Iterator[None]:
        """Try a fault; the block asserts that it did no harm."""
        self.tried += 1
        try:
            yield
        except Exception as error:
            if not FULL:
                raise
            self.harm.append(f"{fault}: {error!r}"[:500])


@contextmanager
def campaign(kind: str, scene: str) -> Iterator[Campaign]:
    """Count the faults of a kind in a scene, for the report; fails at the end if one did harm."""
    head = f"{kind}\t{scene}\t"
    if _REPORT and head in _read(Path(_REPORT)):
        pytest.skip("counted in the report already")
    faults = Campaign()
    yield faults
    if _REPORT:
        lines = [f"{head}{faults.tried}\t{faults.tried - len(faults.harm)}", *faults.harm]
        with Path(_REPORT).open("a", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    assert not faults.harm, "\n".join(faults.harm[:10])


def table(report: Path) -> str:
    """Return a report as a Markdown table of faults by scene: the number tried, also the number survived if smaller."""
    counts: dict[str, dict[str, tuple[int, int]]] = {}
    for line in _read(report).splitlines():
        match line.split("\t"):
            case [kind, scene, tried, survived]:
                counts.setdefault(kind, {})[scene] = (int(tried), int(survived))
    scenes = list(dict.fromkeys(scene for row in counts.values() for scene in row))
    lines = [["fault", *scenes], ["---", *("---:" for _ in scenes)]]
    lines += [[kind, *(_cell(*row[scene]) if scene in row else "" for scene in scenes)] for kind, row in counts.items()]
    total, whole = (sum(cell[at] for row in counts.values() for cell in row.values()) for at in (0, 1))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + f"\n\n{total:,} tried, {whole:,} survived"


def _cell(tried: int, survived: int) -> str:
    return f"{tried:,}" if tried == survived else f"{survived:,} of {tried:,}"


def _read(report: Path) -> str:
    return report.read_text(encoding="utf-8") if report.exists() else ""


if __name__ == "__main__":
    sys.stdout.write(table(Path(sys.argv[1])) + "\n")
