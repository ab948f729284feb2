"""A text that the user names: a file, or what comes on standard input."""

import sys
from pathlib import Path

from ..errors import UsageError


def read_text(file: Path | None) -> str:
    """Return the text of a file, or of standard input for None, without a byte order mark.

    Raises:
        UsageError: it cannot be read, or is no UTF-8.
    """
    try:
        return sys.stdin.read().removeprefix("\ufeff") if file is None else file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no UTF-8 text"
        raise UsageError(f"{file or 'standard input'}: cannot be read ({reason})") from error
