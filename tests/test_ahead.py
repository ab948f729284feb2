"""Results of a stream come in the order of its items, each as early as possible, and no error is lost."""

import threading
import time
from functools import partial

import pytest

from bot.commands import ahead
from bot.commands.ahead import Ahead


def test_results_are_shown_in_order_though_the_later_ones_are_there_first() -> None:
    shown: list[int] = []
    last = threading.Event()

    def work(number: int) -> int:
        if number == 0:
            assert last.wait(10)
        if number == 2:
            last.set()
        return number

    with Ahead(shown.append, workers=3) as line:
        for number in range(3):
            line.add(partial(work, number))
    assert shown == [0, 1, 2]


def test_a_result_does_not_wait_for_the_next_item() -> None:
    """A result is delivered even if the consumer waits for it before adding the next item."""
    out = threading.Event()
    with Ahead[int](lambda _: out.set(), workers=2) as line:
        line.add(lambda: 1)
        assert out.wait(10)


def test_no_more_is_read_ahead_than_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "WAITING", 2)
    go, read = threading.Event(), list[int]()

    def read_all() -> None:
        with Ahead[bool](lambda _: None, workers=1) as line:
            for number in range(5):
                line.add(lambda: go.wait(10))
                read.append(number)

    reader = threading.Thread(target=read_all)
    reader.start()
    reader.join(0.3)
    assert read == [0, 1]
    go.set()
    reader.join(10)
    assert read == [0, 1, 2, 3, 4]


def test_what_goes_wrong_is_raised_and_nothing_is_shown_after_it() -> None:
    shown: list[int] = []

    def fail() -> int:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"), Ahead(shown.append, workers=1) as line:
        line.add(lambda: 1)
        line.add(fail)
        line.add(lambda: 3)
    assert shown == [1]


def test_nothing_more_is_worked_on_when_nobody_reads() -> None:
    """As in `byline ask - <questions | head -1`."""
    worked: list[int] = []

    def work(number: int) -> None:
        time.sleep(0.02)
        worked.append(number)

    def show(_: None) -> None:
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError), Ahead(show, workers=1) as line:
        for number in range(2 * ahead.WAITING):
            line.add(partial(work, number))
    assert len(worked) < ahead.WAITING // 2
