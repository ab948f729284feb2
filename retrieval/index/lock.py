"""Admits one writer at a time: an exclusive `flock`, released when its process ends, however that happens.

Network file systems are not supported, because other machines may not see their locks.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import IndexBusyError


@contextmanager
def writer_lock(path: Path) -> Iterator[None]:
    """Hold the writer's lock.

    Raises:
        IndexBusyError: another process holds it.
    """
    # Never inherited by a child (O_CLOEXEC is Python's default), so the lock ends with this process.
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.pread(descriptor, 32, 0).decode("ascii", "replace").strip() or "unknown"
            raise IndexBusyError(
                f"{path.parent}: process {holder} is writing to this index; run the command again when it has ended"
            ) from error
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode("ascii"), 0)
        yield
    finally:
        os.close(descriptor)
