"""How the progress of a run or a check is reported."""

from collections.abc import Callable, Collection, Iterator
from typing import TypeVar

_T = TypeVar("_T")

Progress = Callable[[str, int, int], None]
"""Receives a stage, how much of it is done, and how much there is; called often, so it must be fast."""


def no_progress(stage: str, done: int, total: int) -> None:
    """Ignore the progress."""


def counting(stage: str, items: Collection[_T], progress: Progress) -> Iterator[_T]:
    """Yield items one by one, and report how many are done."""
    for done, item in enumerate(items):
        progress(stage, done, len(items))
        yield item
    progress(stage, len(items), len(items))
