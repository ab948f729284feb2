"""The protocol for the progress of a run or a check."""

from collections.abc import Collection, Iterator
from typing import Protocol, TypeVar

_T = TypeVar("_T")


class Progress(Protocol):
    """Receives the progress of a run; called often, so it must be fast."""

    def __call__(self, stage: str, done: int, total: int) -> None: ...


def no_progress(stage: str, done: int, total: int) -> None:
    """Ignore the progress."""


def counting(stage: str, items: Collection[_T], progress: Progress) -> Iterator[_T]:
    """Yield items one by one, and report how many are done."""
    for done, item in enumerate(items):
        progress(stage, done, len(items))
        yield item
    progress(stage, len(items), len(items))
