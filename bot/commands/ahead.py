"""Works on several items of a stream at once, and yields the results in the order of the items."""

from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from queue import Queue
from threading import Thread
from typing import TypeVar

_R = TypeVar("_R")

WAITING = 64
"""Items read ahead of the one whose result comes next."""


def in_turn(works: Iterable[Callable[[], _R]], *, workers: int) -> Generator[_R]:
    """Yield what each work returns as soon as it and all earlier ones are done, while further ones are read.

    A caller that sends one line and waits for its answer before the next gets it: nothing waits for more input.
    """
    waiting: Queue[Future[_R] | None] = Queue(WAITING)
    pool = ThreadPoolExecutor(workers, "ahead")

    def read() -> None:
        try:
            for work in works:
                waiting.put(pool.submit(work))
            waiting.put(None)
        except BaseException as error:  # an unusable item: what came before it is shown
            failed: Future[_R] = Future()
            failed.set_exception(error)
            waiting.put(failed)

    Thread(target=read, daemon=True).start()  # a daemon: nobody can end its wait for a line
    try:
        while future := waiting.get():
            yield future.result()
    finally:
        pool.shutdown(cancel_futures=True)
