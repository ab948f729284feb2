"""So many at a time, whoever comes; and whether one who is at work is alone there."""

from threading import Lock, Semaphore
from types import TracebackType


class Turns:
    """A context that at most so many threads are in at a time; the others wait."""

    def __init__(self, most: int) -> None:
        self._free = Semaphore(most)
        self._counting = Lock()
        self._inside = 0

    @property
    def alone(self) -> bool:
        """For one who is inside: nobody else is."""
        return self._inside == 1

    def __enter__(self) -> None:
        self._free.acquire()
        with self._counting:
            self._inside += 1

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._counting:
            self._inside -= 1
        self._free.release()
