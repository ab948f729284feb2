"""Results of a stream come in the order of its items, each as early as possible, and no error is lost."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial

import pytest

from bot.commands import ahead
from bot.commands.ahead import in_turn


def test_results_come_in_order_though_the_later_ones_are_there_first() -> None:
    last = threading.Event()

    def work(number: int) -> int:
        if number == 0:
            assert last.wait(10)
        if number == 2:
            last.set()
        return number

    assert [*in_turn((partial(work, number) for number in range(3)), workers=3)] == [0, 1, 2]


def test_a_result_does_not_wait_for_the_next_item() -> None:
    """A result is delivered even if the consumer waits for it before adding the next item."""
    out = threading.Event()

    def items() -> Iterator[Callable[[], int]]:
        yield lambda: 1
        assert out.wait(10)

    for _ in in_turn(items(), workers=2):
        out.set()


def test_no_more_is_read_ahead_than_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "WAITING", 2)
    read = list[int]()

    def items() -> Iterator[Callable[[], int]]:
        for number in range(9):
            read.append(number)
            yield partial(int, number)

    results = in_turn(items(), workers=1)
    assert next(results) == 0
    time.sleep(0.3)
    assert read == [0, 1, 2, 3], "the first is taken, two wait, and one would like to"
    assert [*results] == [*range(1, 9)]


def test_what_goes_wrong_is_raised_and_nothing_comes_after_it() -> None:
    shown: list[int] = []
    works = [partial(int, "1"), partial(int, "no"), partial(int, "3")]
    with pytest.raises(ValueError, match="no"):
        shown.extend(in_turn(works, workers=1))
    assert shown == [1]


def test_what_came_before_an_unusable_item_is_shown() -> None:
    def items() -> Iterator[Callable[[], int]]:
        yield partial(int, "1")
        raise ValueError("no")

    results = in_turn(items(), workers=1)
    assert next(results) == 1
    with pytest.raises(ValueError, match="no"):
        next(results)


def test_nothing_more_is_worked_on_when_nobody_reads() -> None:
    """As in `byline ask - <questions | head -1`."""
    worked: list[int] = []

    def work(number: int) -> None:
        time.sleep(0.02)
        worked.append(number)

    with closing(in_turn((partial(work, number) for number in range(2 * ahead.WAITING)), workers=1)) as results:
        next(results)
    assert len(worked) < ahead.WAITING // 2
