"""What commands print for programs."""

import json
import sys


def print_json(document: object) -> None:
    """Print a document in one line: in plain ASCII, with escapes, where standard output lacks characters."""
    print(json.dumps(document, ensure_ascii=str(sys.stdout.encoding).lower() not in {"utf-8", "utf8"}), flush=True)
