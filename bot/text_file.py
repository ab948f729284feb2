"""Reads a text that the user names, a file or standard input, up to a bound."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from .errors import UsageError

BYTE_ORDER_MARK = "\ufeff"

MAX_CHARS = 256 * 2**20
"""Bound for a text that is read whole: hundreds of thousands of questions, or tens of thousands of results."""

MAX_LINE_CHARS = 16 * 2**20
"""Bound for one question with its history, the same as for a row of a dump."""


def read_text(file: Path | None) -> str:
    """Return the text of a file, or of standard input if None, without a byte order mark.

    Raises:
        UsageError: it cannot be read, is not UTF-8, or is too long: a device may never end, a named pipe never begin.
    """
    name = file or "standard input"
    try:
        if file is None:
            text = sys.stdin.read(MAX_CHARS + 1).removeprefix(BYTE_ORDER_MARK)
        elif file.is_fifo() and os.path.exists(os.path.realpath(file)):  # noqa: PTH110 - the shell's <(…) has no name
            raise UsageError(f"{name}: cannot be read (it is a pipe); put what comes of it into a file")
        else:
            with file.open(encoding="utf-8-sig") as stream:
                text = stream.read(MAX_CHARS + 1)
    except OSError as error:
        raise UsageError(f"{name}: cannot be read ({error.strerror}); check the path, and your rights to it") from error
    except ValueError as error:
        raise UsageError(f"{name}: cannot be read (it is no UTF-8 text); save it as UTF-8") from error
    if len(text) > MAX_CHARS:
        raise UsageError(f"{name}: cannot be read (it is longer than {MAX_CHARS:,} characters); split it")
    return text


def text_lines(stream: TextIO) -> Iterator[str | UsageError]:
    """Yield the lines of a stream; in place of one that is too long, an error.

    Raises:
        UsageError: a line has no end.
    """
    while line := stream.readline(MAX_LINE_CHARS + 1):
        if len(line) <= MAX_LINE_CHARS:
            yield line
            continue
        error = UsageError(f"a line is longer than {MAX_LINE_CHARS:,} characters; break it")
        for _ in range(MAX_CHARS // MAX_LINE_CHARS):
            if line.endswith("\n") or not line:
                break
            line = stream.readline(MAX_LINE_CHARS)
        else:
            raise error
        yield error
