"""Follows folders: polls the files once a second, which works on every file system, and waits for bursts to end."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from retrieval.articles import find_files

EVERY_SECONDS = 1.0
IDLE_SHARE = 10
"""The pause between two polls is at least this many times as long as a poll, which takes 0.3 s for 10,000 files."""

QUIET_SECONDS = 1.0
"""How long nothing may change before the changes are read: one generation per burst."""

PATIENCE_SECONDS = 30.0
"""How long a burst may last; after that the changes are read although it goes on."""

_State = dict[str, tuple[int, int, int]]


def watch(roots: Sequence[Path], *, round_seconds: float) -> Iterator[bool]:
    """Yield soon, and then after each burst of changes in files and folders, forever.

    Args:
        round_seconds: how often to yield even if nothing changes; the value is True then, and False for a burst.
    """
    known: _State | None = None
    now, last = _look(roots), time.monotonic()
    while True:
        due = time.monotonic() - last > round_seconds
        if due or now != known:
            known = _settled(roots, now)
            yield due
            last = time.monotonic() if due else last
        now = _rested_look(roots)


def _rested_look(roots: Sequence[Path]) -> _State:
    started = time.monotonic()
    state = _look(roots)
    time.sleep(max(EVERY_SECONDS, IDLE_SHARE * (time.monotonic() - started)))
    return state


def _settled(roots: Sequence[Path], before: _State) -> _State:
    """Return the state of the files once nothing has changed for a while."""
    started = time.monotonic()
    while time.monotonic() - started < PATIENCE_SECONDS:
        time.sleep(QUIET_SECONDS)
        now = _look(roots)
        if now == before:
            break
        before = now
    return before


def _look(roots: Sequence[Path]) -> _State:
    state: _State = {}
    for file in find_files(roots):
        if isinstance(file, Path):
            try:
                stat = file.stat()
            except OSError:  # gone since it was listed: the next poll sees that
                continue
            # The time of the last change of any kind: copying can set that of the content back, and permissions count.
            state[str(file)] = (stat.st_size, stat.st_ctime_ns, stat.st_ino)
    return state
