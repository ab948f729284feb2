"""Splits many texts of any length into batches, runs them on several workers, and restores the order of the results.

Knows nothing of the work itself.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from typing import TypeVar

_R = TypeVar("_R")


def batches(lengths: Sequence[int], *, max_tokens: int) -> Iterator[list[int]]:
    """Yield batches of positions of texts of similar length, longest first, none above `max_tokens` when padded.

    A text longer than that is a batch of its own.
    """
    batch: list[int] = []
    for index in sorted(range(len(lengths)), key=lambda index: -lengths[index]):
        if batch and lengths[batch[0]] * (len(batch) + 1) > max_tokens:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch


def run_batches(
    work: Callable[[list[int]], list[_R]], lengths: Sequence[int], *, max_tokens: int, executor: Executor | None
) -> list[_R]:
    """Return the results of `work` in the order of the texts; runs on this thread if there is no executor."""
    groups = list(batches(lengths, max_tokens=max_tokens))
    done = executor.map(work, groups) if executor and len(groups) > 1 else map(work, groups)
    results = dict(pair for group, made in zip(groups, done, strict=True) for pair in zip(group, made, strict=True))
    return [results[index] for index in range(len(lengths))]
