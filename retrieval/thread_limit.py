"""Limit on concurrent work: at most so many threads at a time; tells a thread at work whether it is alone."""

from threading import Lock, Semaphore
from types import TracebackType


class ThreadLimit:
    """Context manager that admits at most `most` threads at a time; the others wait."""

    def __init__(self, most: int) -> None:
        self._free = Semaphore(most)
        self._counting = Lock()
        self._inside = 0

    @property
    def alone(self) -> bool:
        """For a thread inside: whether it is the only one."""
        return self._inside == 1

    def __enter__(self) -> None:
        self._free.acquire()
        with self._counting:
            self._inside += 1

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._counting:
            self._inside -= 1
        self._free.release()
