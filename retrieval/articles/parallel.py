"""Reads many files in parallel worker processes, one per core; few files are read in this process, except for a bot."""

import logging
import os
import subprocess
import sys
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from itertools import chain, islice
from pathlib import Path
from queue import SimpleQueue
from threading import Lock
from typing import IO, TypeAlias, cast

from embeddings.cores import usable_cores

from ..types import ReadOptions
from . import worker
from .failure import ReadFailure
from .reader import read_articles
from .worker import ReadResult

log = logging.getLogger(__name__)

ENOUGH = 32
"""Number of files from which workers are started: one start costs as much time as a dozen pages."""
MAX_BYTES = 8 * 2**20
"""Maximum size of a file for a worker. A larger one may be a dump, which yields articles one by one when read here."""
SECONDS = 120
"""Timeout for one file in a worker, wall-clock time."""
_AHEAD = 4
"""Files read ahead per process, which bounds how many results wait in memory."""
_MOST = 4
"""Maximum number of processes; with more, starting them and the rest of the run take most of the time."""

ReadFile: TypeAlias = tuple[Path, Iterable[ReadResult]]
"""A file, and what was found in it."""


def read_all(
    files: Iterable[Path], options: ReadOptions, *, isolated: bool = False, seconds: int = SECONDS
) -> Generator[ReadFile]:
    """Yield each file with what `read_articles` finds in it, in order.

    Must be closed if not exhausted, because files are read ahead.

    Args:
        isolated: read few files in a worker, too: one that hangs or takes all memory must not stop this process.
        seconds: timeout for one file in a worker; a file that takes longer is a failure.
    """

    def read_here(file: Path) -> Iterator[ReadResult]:
        return read_articles(file, options)

    files = iter(files)
    first = list(islice(files, ENOUGH))
    processes = min(usable_cores(), _MOST)
    worth_it = len(first) == ENOUGH and processes > 1
    # When debugging, read here: errors inside a reader are logged, and only this process has a log.
    if not (worth_it or isolated) or log.isEnabledFor(logging.DEBUG):
        yield from ((file, read_here(file)) for file in chain(first, files))
        return
    with closing(_Workers(processes)) as workers:
        waiting: deque[tuple[Path, Future[list[ReadResult] | None] | None]] = deque()

        def next_file() -> ReadFile:
            file, answer = waiting.popleft()
            found = answer.result() if answer else None
            return file, read_here(file) if found is None else found

        for file in chain(first, files):
            request = worker.request(file, options, seconds=seconds)
            waiting.append((file, workers.submit(file, request) if _size(file) <= MAX_BYTES else None))
            if len(waiting) > _AHEAD * processes:
                yield next_file()
        while waiting:
            yield next_file()


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


class _Workers:
    """Worker processes, started when first needed; a thread waits for each."""

    def __init__(self, count: int) -> None:
        self._workers = [_Worker() for _ in range(count)]
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        for it in self._workers:
            self._idle.put(it)
        self._threads = ThreadPoolExecutor(count)

    def submit(self, file: Path, request: bytes) -> "Future[list[ReadResult] | None]":
        """Have a worker read a file; the result is None if no process can be started."""
        return self._threads.submit(self._read, file, request)

    def _read(self, file: Path, request: bytes) -> list[ReadResult] | None:
        it = self._idle.get()
        try:
            return it.read(file, request)
        except OSError:
            return None
        finally:
            self._idle.put(it)

    def close(self) -> None:
        """Kill all workers, whatever they are doing."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for it in self._workers:
            it.close()
        self._threads.shutdown()


class _Worker:
    """One worker process, started when needed, and again when it has died."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._changing = Lock()
        self._closed = False

    def read(self, file: Path, request: bytes) -> list[ReadResult]:
        """Return what the process finds in a file; a single failure if the process dies of it.

        Raises OSError if no process can be started.
        """
        with self._changing:
            if self._closed:
                return []
            if self._process is not None and self._process.poll() is not None:  # killed while it was idle
                self._stop()
            process = self._process = self._process or _started()
        answer = _ask(process, request)
        if answer.endswith(b"\n"):
            return worker.answered(answer)
        with self._changing:
            self._stop()
        what = "its reader took too long, or died of it"
        return [ReadFailure(str(file), what, "save it again in its format, or as plain text")]

    def close(self) -> None:
        """Kill the process, and never start another."""
        with self._changing:
            self._closed = True
            self._stop()

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


def _started() -> "subprocess.Popen[bytes]":
    # The worker finds the same modules as this process, but gets neither its secrets nor its Ctrl-C.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BYLINE_")}
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
    process = subprocess.Popen(  # noqa: S603 - this program
        [sys.executable, "-P", "-m", worker.__name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    )
    if _ask(process, b"") != b"\n":
        process.kill()
        process.communicate()
        raise ChildProcessError(process.returncode)
    return process


def _ask(process: "subprocess.Popen[bytes]", request: bytes) -> bytes:
    """Return the next line that a process writes; b"" if it has ended."""
    requests, answers = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
    try:
        requests.write(request)
        requests.flush()
        return answers.readline()
    except BrokenPipeError:
        return b""
