"""`byline index`: brings the index up to date, and says what changed."""

import argparse
import json
import sys
from dataclasses import asdict, replace
from pathlib import Path

from retrieval.index.report import UpdateReport
from retrieval.index.writer import update_index

from ..app import make_models, make_update_options
from ..config import Settings
from ..errors import UsageError
from ..exit_codes import ANSWERED, FAILED
from .progress import ProgressBar

_LISTED = 20
"""Articles named in a report; the rest are counted."""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="files and folders; none: those indexed before"
    )
    parser.add_argument("--model", metavar="SPEC", help="auto, minilm, multilingual, hashing, a hub id or a folder")
    parser.add_argument("--prune", action="store_true", help="drop articles whose file is gone")
    parser.add_argument("--rebuild", action="store_true", help="read and embed everything anew")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, and do none of it")
    parser.add_argument("--keep-all", action="store_true", help="keep appeals, teasers, credits and the like")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")


def run(options: argparse.Namespace, settings: Settings) -> int:
    if not options.paths and not (settings.index / "index.db").exists():
        raise UsageError("nothing to index yet: name files or folders, as in: byline index articles/")
    base = make_update_options(settings)
    how = replace(
        base,
        prune=options.prune,
        rebuild=options.rebuild,
        dry_run=options.dry_run,
        keep_all=options.keep_all or base.keep_all,
    )
    with ProgressBar(quiet=options.quiet > 0) as progress:
        report = update_index(settings.index, options.paths, make_models(settings), options=how, progress=progress)
    for failure in report.failed:
        print(f"byline: {failure}", file=sys.stderr)
    print(json.dumps(_as_json(report), ensure_ascii=False) if options.json else _as_text(report, settings.index))
    return FAILED if report.failed else ANSWERED


def _as_json(report: UpdateReport) -> dict[str, object]:
    return {**asdict(report), "failed": [str(failure) for failure in report.failed], "unread": dict(report.unread)}


def _as_text(report: UpdateReport, folder: Path) -> str:
    lines = []
    if report.dry_run:
        marks = (("+", report.added), ("~", report.changed), ("-", report.removed))
        lines += [f"{mark} {article}" for mark, ids in marks for article in ids]
        lines.append(f"= {report.unchanged} unchanged")
    verb = "would be " if report.dry_run else ""
    counts = ((report.added, "added"), (report.changed, "changed"), (report.removed, "removed"))
    lines.append(
        verb
        + ", ".join(f"{len(ids)} {name}" for ids, name in counts)
        + f", {report.unchanged} unchanged, {len(report.failed)} failed"
        + f" · {report.passages} passages, {report.embedded} embedded · {report.seconds:.1f} s"
    )
    lines += [f"missing: {file}" for file in report.missing[:_LISTED]]
    if report.missing:
        lines.append(f"{len(report.missing)} files are gone; drop their articles with: byline index --prune")
    if report.unread:
        languages = ", ".join(f"{code} ({count})" for code, count in report.unread.most_common())
        lines.append(
            f"found by their words alone, for the model does not read them: {languages}; for all languages: "
            f"pip install 'byline[multilingual]', then byline --index {folder} index --model multilingual"
        )
    return "\n".join(lines)
