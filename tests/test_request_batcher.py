"""Concurrent calls are batched; each gets its own result, and an error reaches every call that it affects."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from embeddings.request_batcher import RequestBatcher


def test_one_that_comes_alone_is_run_at_once() -> None:
    gatherer: RequestBatcher[int, int] = RequestBatcher(lambda items: [10 * item for item in items])
    assert [gatherer.run(1), gatherer.run(2)] == [10, 20]


def test_those_that_come_during_a_run_make_up_the_next() -> None:
    started, go = threading.Event(), threading.Event()
    batches: list[list[int]] = []

    def work(items: list[int]) -> list[int]:
        batches.append(items)
        if len(batches) == 1:
            started.set()
            assert go.wait(10)
        return [10 * item for item in items]

    gatherer = RequestBatcher(work)
    with ThreadPoolExecutor(8) as pool:
        first = pool.submit(gatherer.run, 0)
        assert started.wait(10)
        others = [pool.submit(gatherer.run, item) for item in range(1, 6)]
        while len(gatherer._waiting) < len(others):
            pass
        go.set()
        assert [one.result(10) for one in (first, *others)] == [0, 10, 20, 30, 40, 50]
    assert [sorted(batch) for batch in batches] == [[0], [1, 2, 3, 4, 5]]


def test_nothing_is_lost_or_mixed_up_under_load() -> None:
    gatherer: RequestBatcher[int, int] = RequestBatcher(lambda items: [item + 1 for item in items])
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(gatherer.run, range(5_000))) == list(range(1, 5_001))


def test_an_error_is_raised_and_the_next_run_goes_on() -> None:
    def work(items: list[int]) -> list[int]:
        return [1 // item for item in items]

    gatherer = RequestBatcher(work)
    with pytest.raises(ZeroDivisionError):
        gatherer.run(0)
    assert gatherer.run(1) == 1
