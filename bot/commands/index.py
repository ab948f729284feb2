"""`byline index`: brings the index up to date, once or whenever something changes, and says what changed."""

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path

from embeddings.registry import has_multilingual, load_embedder
from retrieval.articles.fetch_visit import is_url
from retrieval.errors import IndexBusyError
from retrieval.index import Models, UpdateOptions
from retrieval.index.examine import examine_index
from retrieval.index.layout import Layout
from retrieval.index.report import UpdateReport
from retrieval.index.writer import update_index

from ..app import make_models, make_update_options, make_web
from ..config import Settings
from ..errors import UsageError
from ..exit_codes import ANSWERED, FAILED, INTERRUPTED
from ..render.terminal import printable
from .output import complain, print_json
from .progress import ProgressBar
from .watch import EVERY_SECONDS, watch

ADDRESSES_EVERY_SECONDS = 900.0
"""While following, feeds and pages are asked again so often."""

_LISTED = 20
"""So many files that are gone are named in a report; the rest are counted."""
_KINDS = 5
"""So many kinds of files that were passed over are named, the commonest; the rest are counted."""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files, folders and URLs; none: those indexed before")
    parser.add_argument("--model", metavar="SPEC", help="auto, minilm, multilingual, hashing, a hub id or a folder")
    parser.add_argument("--prune", action="store_true", help="drop articles whose file is gone")
    parser.add_argument("--rebuild", action="store_true", help="read and embed everything anew")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, and do none of it")
    parser.add_argument("--watch", action="store_true", help="go on, and follow what changes, until Ctrl-C")
    parser.add_argument("--check", action="store_true", help="only say whether the index is whole, and what mends it")
    parser.add_argument("--keep-all", action="store_true", help="keep appeals, teasers, credits and the like")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")


def run(options: argparse.Namespace, settings: Settings) -> int:
    if options.check:
        return _check(settings.index, as_json=options.json)
    _refuse(options, settings)
    try:
        return _index(options, _runner(options, settings))
    except KeyboardInterrupt:
        if not options.watch:
            complain("interrupted; what was embedded is kept: run the command again to go on")
        return INTERRUPTED


def _refuse(options: argparse.Namespace, settings: Settings) -> None:
    """Raise a UsageError where the command cannot be carried out as given."""
    if not options.paths and not Layout(settings.index).exists():
        raise UsageError("nothing to index yet: name files or folders, as in: byline index articles/")
    if "" in options.paths:
        raise UsageError("a path is empty; name files or folders, as in: byline index articles/")
    if options.watch and options.dry_run:
        raise UsageError("--watch and --dry-run do not go together: leave one of them out")
    if any(map(is_url, options.paths)) and not settings.fetch_enabled:
        raise UsageError("fetching is off; allow it with: BYLINE_FETCH=1 (in byline.toml: fetch.enabled = true)")


@dataclass(frozen=True, slots=True)
class _Runner:
    """Brings the index up to date, always in the same way."""

    settings: Settings
    models: Models
    options: UpdateOptions
    quiet: bool

    def update(self, places: Sequence[str]) -> UpdateReport:
        """Do it once, with files, folders and addresses; without any, with those indexed before."""
        with ProgressBar(quiet=self.quiet) as progress:
            return update_index(
                self.settings.index,
                [Path(place) for place in places if not is_url(place)],
                self.models,
                options=self.options,
                progress=progress,
                urls=[place for place in places if is_url(place)],
                web=make_web(self.settings),
            )

    def update_when_free(self, places: Sequence[str]) -> UpdateReport:
        """Do it as soon as no other process writes to the index."""
        while True:
            try:
                return self.update(places)
            except IndexBusyError:
                time.sleep(EVERY_SECONDS)


def _runner(options: argparse.Namespace, settings: Settings) -> _Runner:
    base, models = make_update_options(settings), make_models(settings)
    how = replace(
        base,
        prune=options.prune,
        prune_emptied=bool(options.paths) and not options.watch,
        rebuild=options.rebuild,
        dry_run=options.dry_run,
        reading=replace(base.reading, keep_all=options.keep_all or base.reading.keep_all),
    )
    models = replace(models, load=cache(models.load))  # once, however often something changes
    return _Runner(settings, models, how, quiet=options.quiet > 0)


def _index(options: argparse.Namespace, runner: _Runner) -> int:
    """Bring the index up to date, say what changed, and follow the places where that is asked for."""
    report = runner.update(options.paths)
    places = options.paths or report.roots
    # Asked before anything is said: what goes after that is followed, for it may come back.
    idle = not report.missing and not any(is_url(place) or os.path.exists(place) for place in places)  # noqa: PTH110 - no raise
    for failure in report.failed:
        complain(str(failure))
    if options.json:
        print_json(_as_json(report))
    else:
        print(_as_text(report, runner.settings.index))
    sys.stdout.flush()
    if options.watch:
        if idle:
            raise UsageError("there is nothing to follow: name files or folders that exist, or addresses")
        _follow(runner, places, report, options.json)
    return FAILED if report.failed else ANSWERED


def _follow(runner: _Runner, places: Sequence[str], first: UpdateReport, as_json: bool) -> None:
    """Bring the index up to date after each burst of changes; a line for each that changed something."""
    print(f"following {', '.join(map(printable, places))}; end with Ctrl-C", file=sys.stderr)
    runner = replace(runner, options=replace(runner.options, rebuild=False))
    told, gone = {str(failure) for failure in first.failed}, set(first.missing)
    files = [place for place in places if not is_url(place)]
    for all_due in watch([Path(file) for file in files], round_seconds=ADDRESSES_EVERY_SECONDS):
        if not (all_due or files):
            continue
        report = runner.update_when_free(places if all_due else files)
        failed = {str(failure) for failure in report.failed}
        for failure in sorted(failed - told):
            complain(failure)
        told = failed
        for file in sorted({*report.missing} - gone):
            complain(f"missing: {file}; to drop its articles: byline index --prune")
        gone = set(report.missing)
        if report.names:
            moment = time.strftime("%H:%M:%S")
            if as_json:
                print_json(_as_json(report))
            else:
                print(f"{moment} {_counts(report)}")
            sys.stdout.flush()


def _check(folder: Path, *, as_json: bool) -> int:
    problems = examine_index(folder, load_embedder)
    for problem in problems:
        complain(problem)
    if as_json:
        print_json({"index": str(folder), "whole": not problems, "problems": problems})
    elif not problems:
        print(f"{folder} is whole")
    return FAILED if problems else ANSWERED


def _as_json(report: UpdateReport) -> dict[str, object]:
    return {
        **asdict(report),
        "generation": str(report.generation),
        "failed": [str(failure) for failure in report.failed],
        "unread": dict(report.unread),
        "passed_over": dict(report.passed_over),
    }


def _as_text(report: UpdateReport, folder: Path) -> str:
    lines = _plan(report) if report.dry_run else []
    lines.append(("would be " if report.dry_run else "") + _counts(report))
    lines += [f"missing: {printable(file)}" for file in report.missing[:_LISTED]]
    if report.missing:
        lines.append(f"{len(report.missing)} files are gone; drop their articles with: byline index --prune")
    if report.passed_over:
        lines.append(f"passed over: {_kinds(report.passed_over)}; a file that you name is always tried")
    if report.withheld:
        lines.append(f"{len(report.withheld)} removed articles stay out; a file that you name is read whole again")
    if report.unread:
        install = "" if has_multilingual() else "pip install 'byline[multilingual]', then "
        languages = ", ".join(f"{code} ({count})" for code, count in report.unread.most_common())
        lines.append(
            f"found by their words alone, for the model does not read them: {languages}; for all languages: "
            f"{install}byline --index {folder} index --model multilingual"
        )
    return "\n".join(lines)


def _kinds(suffixes: Counter[str]) -> str:
    """Return how names of files end, the commonest first, as in "2 .docx, 1 .csv"."""
    common = suffixes.most_common(_KINDS)
    named = [f"{count} {printable(suffix) or 'without a suffix'}" for suffix, count in common]
    others = suffixes.total() - sum(count for _, count in common)
    return ", ".join([*named, *[f"{others} others"] * bool(others)])


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
