"""`byline status`: an overview of the index."""

import argparse
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import asdict

from ..app import make_assistant
from ..config import Settings
from ..exit_codes import ANSWERED
from ..render.plain_text import counted, one_line
from .exchange import print_json, without_surrogates

_MEGABYTE = 1_000_000


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace, settings: Settings) -> int:
    with closing(make_assistant(settings)) as assistant:
        status = assistant.status()
    loaded_from = str(Path(__file__).resolve().parents[2])
    if options.json:
        print_json(
            {
                **asdict(status),
                "generation": str(status.generation),
                "languages": dict(status.languages),
                "loaded_from": loaded_from,
                "settings": None if settings.file is None else without_surrogates(str(settings.file)),
            }
        )
        return ANSWERED
    languages = ", ".join(f"{code or 'unknown'} {count}" for code, count in status.languages)
    facts = {
        "index": status.folder,
        "articles": f"{status.articles} ({languages})" if languages else "0",
        "passages": status.passages,
        "model": status.model,
        "search": "exact" if status.recall is None else f"compressed, recall@10 {status.recall:.3f} against exact",
        "generation": status.generation,
        "updated": f"{status.updated} ({_age(status.updated)})" if status.updated else "never",
        "size": f"{status.bytes / _MEGABYTE:.1f} MB",
        "program": loaded_from,
        "settings": settings.file or "no file",
    }
    print("\n".join(f"{name + ':':<12}{one_line(str(value))}" for name, value in facts.items()))
    return ANSWERED


def _age(updated: str) -> str:
    seconds = int((datetime.now(UTC) - datetime.fromisoformat(updated)).total_seconds())
    for unit, length in (("days", 86_400), ("hours", 3_600), ("minutes", 60)):
        if seconds >= 2 * length:
            return f"{seconds // length} {unit} ago"
    return f"{counted(max(seconds, 0), 'second')} ago"
