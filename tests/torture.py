"""How hard the tests of durability try: a sample in the suite, everything with BYLINE_TORTURE=full (`make torture`)."""

import os
from pathlib import Path

FULL = os.environ.get("BYLINE_TORTURE") == "full"


def tried(what: str, count: int) -> None:
    """Tell how many faults of a kind were survived; the list is shown at the end of `make torture`."""
    if report := os.environ.get("BYLINE_TORTURE_REPORT"):
        with Path(report).open("a", encoding="utf-8") as file:
            file.write(f"{what}: {count:,} tried, {count:,} survived\n")
