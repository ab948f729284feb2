"""`python -m retrieval.articles.worker`: reads files in a process of its own, a line of JSON for each it is asked for.

What a file does to its reader, it does to this process alone. It ends with its input, so also when whoever started it
was killed; a file that hangs then is left when its time is up.
"""

import json
import os
import resource
import signal
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from ..types import Article, Dropped, ReadOptions
from .failure import ReadFailure
from .reader import read_articles

Found = Article | ReadFailure

MEMORY = 4 * 2**30
"""Bytes of address space; a page of 64 MB takes a quarter of it."""


def request(path: Path, options: ReadOptions, *, seconds: int) -> bytes:
    """Return the line that asks for a file, which may take so long."""
    return _line({"path": str(path), "seconds": seconds, "options": asdict(options)})


def answered(line: bytes) -> list[Found]:
    """Return what an answer says was found."""
    return [_article(it) if "text" in it else ReadFailure(**it) for it in json.loads(line)]


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Say that all is ready with an empty line, then answer each request in turn until there are no more."""
    answers.write(b"\n")
    answers.flush()
    for line in requests:
        asked = json.loads(line)
        # The system's alarm, for no code of ours runs while a library's C loops; its answer is the end of the process.
        signal.alarm(asked["seconds"])
        options = ReadOptions(asked["options"]["keep_all"], tuple(asked["options"]["extra_rules"]))
        found = [asdict(it) for it in read_articles(Path(asked["path"]), options)]
        signal.alarm(0)
        answers.write(_line(found))
        answers.flush()


def _line(value: object) -> bytes:
    # ASCII: names of files that are no UTF-8 go through as they are.
    return json.dumps(value).encode() + b"\n"


def _article(fields: dict[str, Any]) -> Article:
    fields["also_at"] = tuple(fields["also_at"])
    fields["dropped"] = tuple(Dropped(**block) for block in fields["dropped"])
    fields["provenance"] = tuple((field, place) for field, place in fields["provenance"])
    return Article(**fields)


def main() -> None:
    """Serve standard input; answers alone go to standard output, whatever libraries print."""
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most), most))
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answers:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
