"""Exchanges JSON with other programs, in both directions, and reports problems on standard error."""

import json
import re
import sys
from math import isfinite
from typing import Any

from ..render.plain_text import one_line

_SURROGATE = re.compile("[\ud800-\udfff]")


def print_json(document: object) -> None:
    """Print a document in one line, in plain ASCII with escapes if standard output is not UTF-8."""
    print(json.dumps(document, ensure_ascii=str(sys.stdout.encoding).lower() not in {"utf-8", "utf8"}), flush=True)


def parse_json(text: str) -> Any:
    """Return the value of a JSON text so that it can be written again: no lone surrogates, NaN and infinities as null.

    Raises:
        ValueError: it is not JSON, or nested too deeply.
    """
    try:
        return _writable(json.loads(text))
    except RecursionError as error:
        raise ValueError(str(error)) from error


def without_surrogates(text: str) -> str:
    """Return a text with U+FFFD for each unpaired surrogate, which may stand for an undecodable byte of an argument."""
    return _SURROGATE.sub("\ufffd", text)


def _writable(value: Any) -> Any:
    if isinstance(value, str):
        return without_surrogates(value)
    if isinstance(value, float):
        return value if isfinite(value) else None
    if isinstance(value, list):
        return [_writable(item) for item in value]
    if isinstance(value, dict):
        return {without_surrogates(key): _writable(item) for key, item in value.items()}
    return value


def complain(message: str) -> None:
    """Report a problem in one line on standard error."""
    print(f"byline: {one_line(message)}", file=sys.stderr)
