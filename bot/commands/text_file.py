"""A text file that the user names."""

from pathlib import Path

from ..errors import UsageError


def read_text(file: Path) -> str:
    """Return a file's text, without a byte order mark.

    Raises:
        UsageError: it cannot be read, or is no UTF-8.
    """
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no UTF-8 text"
        raise UsageError(f"{file}: cannot be read ({reason})") from error
