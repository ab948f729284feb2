"""A text that the user names: a file, or what comes on standard input; and JSON in it."""

import json
import re
import sys
from math import isfinite
from pathlib import Path
from typing import Any

from ..errors import UsageError

BYTE_ORDER_MARK = "\ufeff"

_SURROGATE = re.compile("[\ud800-\udfff]")


def read_text(file: Path | None) -> str:
    """Return the text of a file, or of standard input for None, without a byte order mark.

    Raises:
        UsageError: it cannot be read, or is no UTF-8.
    """
    try:
        return sys.stdin.read().removeprefix(BYTE_ORDER_MARK) if file is None else file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no UTF-8 text"
        raise UsageError(f"{file or 'standard input'}: cannot be read ({reason})") from error


def parse_json(text: str) -> Any:
    """Return the value of a JSON text, such that it can be written again: `whole` texts, null for NaN and infinities.

    Raises:
        ValueError: it is no JSON.
        RecursionError: it is too deep.
    """
    return _writable(json.loads(text))


def whole(text: str) -> str:
    """Return a text with U+FFFD for halves of surrogate pairs, and for bytes of an argument that are no text."""
    return _SURROGATE.sub("\ufffd", text)


def _writable(value: Any) -> Any:
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, float):
        return value if isfinite(value) else None
    if isinstance(value, list):
        return [_writable(item) for item in value]
    if isinstance(value, dict):
        return {whole(key): _writable(item) for key, item in value.items()}
    return value
