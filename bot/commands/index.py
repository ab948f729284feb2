"""`byline index`: brings the index up to date, once or whenever something changes, and says what changed."""

import argparse
import json
import sys
import time
from collections.abc import Iterable
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path

from retrieval.errors import IndexBusyError
from retrieval.index import Models, UpdateOptions
from retrieval.index.report import UpdateReport
from retrieval.index.writer import update_index

from ..app import make_models, make_update_options
from ..config import Settings
from ..errors import UsageError
from ..exit_codes import ANSWERED, FAILED, INTERRUPTED
from ..render.terminal import printable
from .progress import ProgressBar
from .watch import EVERY_SECONDS, watch

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
    parser.add_argument("--watch", action="store_true", help="go on, and follow what changes, until Ctrl-C")
    parser.add_argument("--keep-all", action="store_true", help="keep appeals, teasers, credits and the like")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")


def run(options: argparse.Namespace, settings: Settings) -> int:
    if not options.paths and not (settings.index / "index.db").exists():
        raise UsageError("nothing to index yet: name files or folders, as in: byline index articles/")
    if options.watch and options.dry_run:
        raise UsageError("--watch and --dry-run do not go together: leave one of them out")
    base = make_update_options(settings)
    how = replace(
        base,
        prune=options.prune,
        rebuild=options.rebuild,
        dry_run=options.dry_run,
        keep_all=options.keep_all or base.keep_all,
    )
    models = make_models(settings)
    models = replace(models, load=cache(models.load))  # once, however often something changes
    try:
        report = _update(options, settings.index, models, how)
        _tell(map(str, report.failed))
        print(json.dumps(_as_json(report), ensure_ascii=False) if options.json else _as_text(report, settings.index))
        sys.stdout.flush()
        if options.watch:
            _follow(options, settings.index, models, replace(how, rebuild=False), report)
    except KeyboardInterrupt:
        if not options.watch:
            print("byline: interrupted; what was embedded is kept: run the command again to go on", file=sys.stderr)
        return INTERRUPTED
    return FAILED if report.failed else ANSWERED


def _update(options: argparse.Namespace, folder: Path, models: Models, how: UpdateOptions) -> UpdateReport:
    with ProgressBar(quiet=options.quiet > 0) as progress:
        return update_index(folder, options.paths, models, options=how, progress=progress)


def _tell(failures: Iterable[str]) -> None:
    for failure in failures:
        print(f"byline: {printable(failure)}", file=sys.stderr)


def _follow(options: argparse.Namespace, folder: Path, models: Models, how: UpdateOptions, first: UpdateReport) -> None:
    """Bring the index up to date after each burst of changes; a line for each that changed something."""
    print(f"following {', '.join(map(printable, first.roots))}; end with Ctrl-C", file=sys.stderr)
    told = {str(failure) for failure in first.failed}
    for moment in watch([Path(root) for root in first.roots]):
        report = _once_free(options, folder, models, how)
        failed = {str(failure) for failure in report.failed}
        _tell(sorted(failed - told))
        told = failed
        if report.names:
            print(json.dumps(_as_json(report), ensure_ascii=False) if options.json else f"{moment} {_counts(report)}")
            sys.stdout.flush()


def _once_free(options: argparse.Namespace, folder: Path, models: Models, how: UpdateOptions) -> UpdateReport:
    """Bring the index up to date as soon as no other process writes to it."""
    while True:
        try:
            return _update(options, folder, models, how)
        except IndexBusyError:
            time.sleep(EVERY_SECONDS)


def _as_json(report: UpdateReport) -> dict[str, object]:
    return {**asdict(report), "failed": [str(failure) for failure in report.failed], "unread": dict(report.unread)}


def _as_text(report: UpdateReport, folder: Path) -> str:
    lines = _plan(report) if report.dry_run else []
    lines.append(("would be " if report.dry_run else "") + _counts(report))
    lines += [f"missing: {printable(file)}" for file in report.missing[:_LISTED]]
    if report.missing:
        lines.append(f"{len(report.missing)} files are gone; drop their articles with: byline index --prune")
    if report.unread:
        languages = ", ".join(f"{code} ({count})" for code, count in report.unread.most_common())
        lines.append(
            f"found by their words alone, for the model does not read them: {languages}; for all languages: "
            f"pip install 'byline[multilingual]', then byline --index {folder} index --model multilingual"
        )
    return "\n".join(lines)


def _plan(report: UpdateReport) -> list[str]:
    """Return a line for each article that would change, and one for all others."""
    marks = (
        ("+", report.added, ""),
        ("~", report.changed, ""),
        ("-", report.removed, ""),
        ("=", report.moved, ": moved"),
        ("=", report.copies, ": a copy"),
    )
    lines = [f"{mark} {printable(report.names[key])}{note}" for mark, keys, note in marks for key in keys]
    return [*lines, f"= {report.unchanged} unchanged"]


def _counts(report: UpdateReport) -> str:
    """Return the report in one line."""
    counts = [f"{len(keys)} {name}" for keys, name in ((report.moved, "moved"), (report.copies, "copies")) if keys]
    return (
        f"{len(report.added)} added, {len(report.changed)} changed, {len(report.removed)} removed, "
        f"{report.unchanged} unchanged, {len(report.failed)} failed · "
        + "".join(f"{count} · " for count in counts)
        + f"{report.passages} passages, {report.embedded} embedded · {report.seconds:.1f} s"
    )
