"""`byline index`: brings the index up to date, once or after every change."""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from embeddings.errors import CacheError
from embeddings.registry import load_embedder
from retrieval.articles.fetch_visit import is_url
from retrieval.articles.files import unnamable
from retrieval.errors import IndexBusyError, IndexDamagedError, IndexVersionError, StoreError
from retrieval.index import Models, UpdateOptions
from retrieval.index.examine import examine_index
from retrieval.index.layout import Layout
from retrieval.index.report import UpdateReport
from retrieval.index.writer import update_index

from ..app import make_models, make_read_options, make_web
from ..config import Settings
from ..errors import UsageError
from ..exit_codes import ANSWERED, FAILED, INTERRUPTED
from ..render.plain_text import one_line
from ..render.report import counts, missing, to_json, to_text
from .exchange import complain, print_json
from .progress import ProgressBar
from .watch import EVERY_SECONDS, watch

ADDRESSES_EVERY_SECONDS = 900.0
"""How often `--watch` asks feeds and pages again."""

RETRY_SECONDS = 30
"""How long `--watch` waits before it tries again what a full disk, say, did not allow."""

_FETCHING_OFF = "fetching is off; allow it with: BYLINE_FETCH=1 (in byline.toml: fetch.enabled = true)"

_NOTHING_YET = "nothing to index yet: name files or folders, as in: byline index articles/"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files, folders and URLs; none: those indexed before")
    parser.add_argument(
        "--model", metavar="SPEC", help="auto, english, multilingual, minilm, hashing, a folder or hub id"
    )
    parser.add_argument("--prune", action="store_true", help="drop articles whose file is gone")
    parser.add_argument("--rebuild", action="store_true", help="read and embed everything again")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, and do none of it")
    parser.add_argument("--watch", action="store_true", help="go on, and follow what changes, until Ctrl-C")
    parser.add_argument("--check", action="store_true", help="only say whether the index is whole, and how to fix it")
    parser.add_argument("--keep-all", action="store_true", help="keep appeals, teasers, credits and the like")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")


def run(options: argparse.Namespace, settings: Settings) -> int:
    if options.check:
        _refuse_beside_check(options)
        return _check(settings.index, as_json=options.json, quiet=options.quiet > 0)
    _refuse(options, settings)
    try:
        return _index(options, _runner(options, settings))
    except KeyboardInterrupt:
        if not options.watch:
            complain("interrupted; what was embedded is kept: run the command again to go on")
        return INTERRUPTED


def _refuse_beside_check(options: argparse.Namespace) -> None:
    flags = ("prune", "rebuild", "dry_run", "watch", "keep_all", "model")
    if options.paths or any(getattr(options, name) for name in flags):
        raise UsageError("--check looks at the whole index and changes nothing: give no paths and no other flags")


def _refuse(options: argparse.Namespace, settings: Settings) -> None:
    """Raise a UsageError if the command cannot be carried out as given."""
    if not options.paths and not Layout(settings.index).exists():
        raise UsageError(_NOTHING_YET)
    if "" in options.paths:
        raise UsageError("a path is empty; name files or folders, as in: byline index articles/")
    if options.watch and options.dry_run:
        raise UsageError("--watch and --dry-run do not go together: leave one of them out")
    if any(is_url(place) and unnamable(place) for place in options.paths):
        raise UsageError("an address is not UTF-8; write its other characters as %XX")
    if any(map(is_url, options.paths)) and not settings.fetch_enabled:
        raise UsageError(_FETCHING_OFF)


class _Runner(Struct, frozen=True):
    """Brings the index up to date, each time with the same settings."""

    settings: Settings
    models: Models
    options: UpdateOptions
    quiet: bool

    def update(self, places: Sequence[str]) -> UpdateReport:
        """Update once, with files, folders and addresses; without any, with those indexed before."""
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

    def update_when_possible(self, places: Sequence[str]) -> UpdateReport:
        """Update as soon as no other process is writing to the index, and the disk allows it."""
        told = ""
        while True:
            try:
                return self.update(places)
            except (IndexDamagedError, IndexVersionError):
                raise
            except IndexBusyError:
                time.sleep(EVERY_SECONDS)
            except (StoreError, CacheError) as error:
                if str(error) != told:
                    told = str(error)
                    complain(f"{told}; --watch itself tries again every {RETRY_SECONDS} seconds")
                time.sleep(RETRY_SECONDS)


def _runner(options: argparse.Namespace, settings: Settings) -> _Runner:
    reading, models = make_read_options(settings), make_models(settings)
    how = UpdateOptions(
        prune=options.prune,
        prune_emptied=bool(options.paths) and not options.watch,
        rebuild=options.rebuild,
        dry_run=options.dry_run,
        reading=replace(reading, keep_all=options.keep_all or reading.keep_all),
    )
    models = replace(models, load=cache(models.load))  # loaded once, however often something changes
    return _Runner(settings, models, how, quiet=options.quiet > 0)


def _index(options: argparse.Namespace, runner: _Runner) -> int:
    """Bring the index up to date, report what changed, and follow the places if asked to."""
    report = runner.update(options.paths)
    if not report.roots and not report.passages:  # the file of the index was empty, say
        raise UsageError(_NOTHING_YET)
    known = options.paths or report.roots
    places = [place for place in known if runner.settings.fetch_enabled or not is_url(place)]
    # Checked before any output: a place that goes away after that is still followed, because it may come back.
    idle = not report.missing and not any(is_url(place) or os.path.exists(place) for place in places)  # noqa: PTH110 - no raise
    if len(places) < len(known):
        complain(f"addresses indexed before are not asked again: {_FETCHING_OFF}")
    for failure in report.failed:
        complain(str(failure))
    if options.json:
        print_json(to_json(report))
    else:
        print(to_text(report, runner.settings.index), flush=True)
    if options.watch:
        if idle:
            raise UsageError("there is nothing to follow: name files or folders that exist, or addresses")
        _follow(runner, places, report, options.json)
    return FAILED if report.failed else ANSWERED


def _follow(runner: _Runner, places: Sequence[str], first: UpdateReport, as_json: bool) -> None:
    """Bring the index up to date after each burst of changes; print a line for each update that changed something."""
    print(f"following {', '.join(map(one_line, places))}; end with Ctrl-C", file=sys.stderr)
    # What is removed from now on stays out: the files were named before. No file may hold up what nobody looks after.
    runner = replace(runner, options=replace(runner.options, rebuild=False, restore=False, isolated=True))
    told, gone = {str(failure) for failure in first.failed}, set(first.missing)
    files = [place for place in places if not is_url(place)]
    for all_due in watch([Path(file) for file in files], round_seconds=ADDRESSES_EVERY_SECONDS):
        if not (all_due or files):
            continue
        report = runner.update_when_possible(places if all_due else files)
        failed = {str(failure) for failure in report.failed}
        for failure in sorted(failed - told):
            complain(failure)
        told = failed if all_due else failed.union(filter(is_url, told))  # addresses were not asked
        for line in missing(sorted({*report.missing} - gone), report, runner.settings.index):
            complain(line)
        gone = set(report.missing)
        if report.names:
            if as_json:
                print_json(to_json(report))
            else:
                print(f"{time.strftime('%H:%M:%S')} {counts(report)}", flush=True)


def _check(folder: Path, *, as_json: bool, quiet: bool) -> int:
    with ProgressBar(quiet=quiet) as progress:
        problems = examine_index(folder, load_embedder, progress)
    for problem in problems:
        complain(problem)
    if as_json:
        print_json({"index": str(folder), "whole": not problems, "problems": problems})
    elif not problems:
        print(one_line(f"{folder} is whole"))
    return FAILED if problems else ANSWERED
