"""What commands print for programs, and what they say beside it."""

import json
import sys

from ..render.terminal import one_line


def print_json(document: object) -> None:
    """Print a document in one line: in plain ASCII, with escapes, where standard output lacks characters."""
    print(json.dumps(document, ensure_ascii=str(sys.stdout.encoding).lower() not in {"utf-8", "utf8"}), flush=True)


def complain(message: str) -> None:
    """Say on standard error what is wrong, in one line."""
    print(f"byline: {one_line(message)}", file=sys.stderr)
