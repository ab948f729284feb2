"""`python -m retrieval.articles.worker`: reads files in a process of its own; answers each request with a JSON line.

A file that crashes its reader crashes only this process. The process ends with its input, and so also if its parent is
killed; if a file hangs at that moment, the process ends when the file's time is up.
"""

import json
import os
import resource
import signal
import sys
from pathlib import Path
from typing import BinaryIO

from msgspec import convert, to_builtins

from ..types import Article, ReadOptions
from .failure import ReadFailure
from .reader import read_articles

ReadResult = Article | ReadFailure

MEMORY = 4 * 2**30
"""Limit of the address space in bytes; a page of 64 MB takes a quarter of it."""


def request(path: Path, options: ReadOptions, *, seconds: int) -> bytes:
    """Return the line that requests a file, with a timeout."""
    return _line({"path": str(path), "seconds": seconds, "options": to_builtins(options)})


def answered(line: bytes) -> list[ReadResult]:
    """Return the articles and failures in an answer."""
    return [convert(it, Article) if "text" in it else convert(it, ReadFailure) for it in json.loads(line)]


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Write an empty line when ready, then answer each request in turn until the input ends."""
    answers.write(b"\n")
    answers.flush()
    for line in requests:
        asked = json.loads(line)
        # The system's alarm kills the process: no Python code runs while a library's C code loops.
        signal.alarm(asked["seconds"])
        options = convert(asked["options"], ReadOptions)
        found = list(read_articles(Path(asked["path"]), options))
        signal.alarm(0)
        answers.write(_line(to_builtins(found)))
        answers.flush()


def _line(value: object) -> bytes:
    # ASCII escapes preserve file names that are not UTF-8.
    return json.dumps(value).encode() + b"\n"


def main() -> None:
    """Serve standard input; only answers go to standard output, whatever libraries print."""
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most), most))
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answers:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
