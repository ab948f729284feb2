"""Batches what several threads request while the model is busy, to run it together. Knows nothing of models."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Condition
from typing import Generic, TypeVar

_T = TypeVar("_T")
_R = TypeVar("_R")


@dataclass(slots=True, eq=False)
class _Ticket(Generic[_T, _R]):
    """One thread's request."""

    item: _T
    future: "Future[_R]" = field(default_factory=Future)
    taken: bool = False
    """Whether it is running, or has run."""


class RequestBatcher(Generic[_T, _R]):
    """Runs items in batches: a lone item runs at once, items that arrive during a run form the next batch.

    Args:
        work: returns a result for each item, in their order.
    """

    def __init__(self, work: Callable[[list[_T]], Iterable[_R]]) -> None:
        self._work = work
        self._free = Condition()
        self._busy = False
        self._waiting: list[_Ticket[_T, _R]] = []

    def run(self, item: _T) -> _R:
        """Return the result for an item; raise what `work` raised for its batch."""
        ticket: _Ticket[_T, _R] = _Ticket(item)
        with self._free:
            self._waiting.append(ticket)
            self._free.wait_for(lambda: ticket.taken or not self._busy)
            batch = [] if ticket.taken else self._take()
        if batch:
            self._run(batch)
        return ticket.future.result()

    def _take(self) -> list[_Ticket[_T, _R]]:
        batch, self._waiting, self._busy = self._waiting, [], True
        for ticket in batch:
            ticket.taken = True
        return batch

    def _run(self, batch: list[_Ticket[_T, _R]]) -> None:
        try:
            results = self._work([ticket.item for ticket in batch])
            for ticket, result in zip(batch, results, strict=True):
                ticket.future.set_result(result)
        except BaseException as error:
            for ticket in batch:
                if not ticket.future.done():
                    ticket.future.set_exception(error)
        finally:
            with self._free:
                self._busy = False
                self._free.notify_all()
