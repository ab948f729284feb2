"""Following folders: looks at the files once a second, which works on every file system, and waits bursts out."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from retrieval.articles import find_files

EVERY_SECONDS = 1.0
IDLE_SHARE = 10
"""Between two looks it rests at least so many times as long as a look takes: ten thousand files take 0.3 s."""

QUIET_SECONDS = 1.0
"""So long nothing may change before what changed is read: one generation a burst."""

PATIENCE_SECONDS = 30.0
"""After so long, what changed is read although the burst goes on."""

_State = dict[str, tuple[int, int, int]]


def watch(roots: Sequence[Path], *, round_seconds: float) -> Iterator[bool]:
    """Yield soon, and then after each burst of changes in files and folders, for ever.

    Args:
        round_seconds: so often it yields, even if nothing changes; True then, False for a burst.
    """
    now = _look(roots)  # what changed before this moment is dealt with soon, whatever changes later makes a burst
    last = time.monotonic()
    while True:
        known = _settled(roots, now)
        yield False
        while (now := _rested_look(roots)) == known:
            if time.monotonic() - last > round_seconds:
                yield True
                last = time.monotonic()


def _rested_look(roots: Sequence[Path]) -> _State:
    started = time.monotonic()
    state = _look(roots)
    time.sleep(max(EVERY_SECONDS, IDLE_SHARE * (time.monotonic() - started)))
    return state


def _settled(roots: Sequence[Path], before: _State) -> _State:
    """Return how the files look once nothing has changed for a while."""
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
            except OSError:  # gone in this moment: the next look tells
                continue
            state[str(file)] = (stat.st_size, stat.st_mtime_ns, stat.st_ino)
    return state
