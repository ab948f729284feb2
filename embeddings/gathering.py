"""What several threads ask for while the model is busy is run together when it is free. Knows nothing of models."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Condition
from typing import Generic, TypeVar

_T = TypeVar("_T")
_R = TypeVar("_R")


@dataclass(slots=True, eq=False)
class _Ticket(Generic[_T, _R]):
    """One thread's wish."""

    item: _T
    future: "Future[_R]" = field(default_factory=Future)
    taken: bool = False
    """It is being run, or has been."""


class Gatherer(Generic[_T, _R]):
    """Runs items in batches: one that comes alone is run at once, those that come during a run make up the next.

    Args:
        work: gives a result for each item, in their order.
    """

    def __init__(self, work: Callable[[list[_T]], Iterable[_R]]) -> None:
        self._work = work
        self._free = Condition()
        self._busy = False
        self._waiting: list[_Ticket[_T, _R]] = []

    def run(self, item: _T) -> _R:
        """Return the result for an item; raises what `work` raised for its batch."""
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
