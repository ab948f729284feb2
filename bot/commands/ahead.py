"""Works on several items of a stream at once, and shows the results in the order of the items."""

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Generic, Self, TypeVar

_R = TypeVar("_R")

WAITING = 64
"""Items read ahead of the one whose result is shown next."""


class Ahead(Generic[_R]):
    """Shows each result as soon as it and all earlier ones are ready, while further items are read.

    A caller that sends one line and waits for its answer before the next gets it: nothing waits for more input.

    Args:
        show: called with one result at a time.
        workers: items worked on at once.
    """

    def __init__(self, show: Callable[[_R], None], *, workers: int) -> None:
        self._show = show
        self._pool = ThreadPoolExecutor(workers, "ahead")
        self._room = threading.Semaphore(WAITING)
        self._showing = threading.Lock()
        self._waiting: deque[Future[_R]] = deque()
        self._failure: BaseException | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        # What came before an unusable item is shown; after an interruption or a failed item nothing is.
        self._pool.shutdown(cancel_futures=isinstance(error, KeyboardInterrupt) or self._failure is not None)
        if error is None:
            self._raise()

    def add(self, work: Callable[[], _R]) -> None:
        """Queue an item's work; raise what went wrong with an earlier item."""
        self._room.acquire()
        self._raise()
        future = self._pool.submit(work)
        self._waiting.append(future)
        future.add_done_callback(self._show_done)

    def _show_done(self, _: "Future[_R]") -> None:
        with self._showing:
            while self._waiting and self._waiting[0].done():
                future = self._waiting.popleft()
                try:
                    if self._failure is None:
                        self._show(future.result())
                except BaseException as error:
                    self._failure = error
                finally:
                    self._room.release()

    def _raise(self) -> None:
        if self._failure is not None:
            raise self._failure
