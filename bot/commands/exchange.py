"""What commands exchange with programs, as JSON in either direction, and what they say beside it."""

import json
import re
import sys
from math import isfinite
from typing import Any

from ..render.terminal import one_line

_SURROGATE = re.compile("[\ud800-\udfff]")


def print_json(document: object) -> None:
    """Print a document in one line: in plain ASCII, with escapes, where standard output lacks characters."""
    print(json.dumps(document, ensure_ascii=str(sys.stdout.encoding).lower() not in {"utf-8", "utf8"}), flush=True)


def parse_json(text: str) -> Any:
    """Return the value of a JSON text, such that it can be written again: `whole` texts, null for NaN and infinities.

    Raises:
        ValueError: it is no JSON, or too deep.
    """
    try:
        return _writable(json.loads(text))
    except RecursionError as error:
        raise ValueError(str(error)) from error


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


def complain(message: str) -> None:
    """Say on standard error what is wrong, in one line."""
    print(f"byline: {one_line(message)}", file=sys.stderr)
