"""Renders the report of an index update as text for a terminal, or as values for JSON."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import asdict

from embeddings.registry import has_multilingual
from retrieval.index.layout import index_command
from retrieval.index.report import UpdateReport

from .plain_text import counted, one_line

_LISTED = 20
"""How many missing files, and articles of each kind, a report names; the rest are counted."""
_KINDS = 5
"""How many kinds of skipped files a report names, most frequent first; the rest are counted."""


def to_json(report: UpdateReport) -> dict[str, object]:
    """Return the report for programs."""
    return {
        **asdict(report),
        "generation": str(report.generation),
        "failed": [str(failure) for failure in report.failed],
        "unread": dict(report.unread),
        "passed_over": dict(report.passed_over),
    }


def to_text(report: UpdateReport, folder: Path) -> str:
    """Return the report for people, with the commands that solve the problems of an index."""
    lines = _plan(report) if report.dry_run else []
    lines.append(("would be " if report.dry_run else "") + counts(report))
    lines += missing(report.missing, report, folder)
    if report.passed_over:
        lines.append(f"passed over: {_kinds(report.passed_over)}; a file that you name is always tried")
    if not (report.names or report.unchanged or report.passages or report.failed or report.withheld):
        lines.append("found no article; name files, or folders that hold some")
    if report.withheld:
        places = counted(len(report.withheld), "place")
        lines.append(f"removed articles stay out in {places}; to bring one back, name its file")
    if report.unread:
        install = "" if has_multilingual() else "pip install 'byline[multilingual]', then "
        languages = ", ".join(f"{code} ({count})" for code, count in report.unread.most_common())
        lines.append(
            f"found by their words alone, for the model does not read them: {languages}; for all languages: "
            f"{install}{index_command(folder, '--model', 'multilingual')}"
        )
    return "\n".join(lines)


def missing(files: Sequence[str], report: UpdateReport, folder: Path) -> list[str]:
    """Return lines that name some of the files that are gone, and say what can be done about their articles."""
    if not files:
        return []
    otherwise = "name the place where they are now, or " if report.emptied else ""
    prune = index_command(folder, "--prune", *report.emptied)
    told = f"{counted(len(files), 'file is', 'files are')} gone; {otherwise}drop the articles with: {prune}"
    return [*(f"missing: {one_line(file)}" for file in files[:_LISTED]), told]


def _kinds(suffixes: Counter[str]) -> str:
    """Return counts of file suffixes, most frequent first, as in "2 .docx, 1 .csv"."""
    common = suffixes.most_common(_KINDS)
    named = [f"{count} {one_line(suffix) or 'without a suffix'}" for suffix, count in common]
    if others := suffixes.total() - sum(count for _, count in common):
        named.append(f"{others} others")
    return ", ".join(named)


def _plan(report: UpdateReport) -> list[str]:
    """Return a line for each of the first articles that would change, and one for all others."""
    marks = (
        ("+", report.added, ""),
        ("~", report.changed, ""),
        ("-", report.removed, ""),
        ("=", report.moved, ": moved"),
        ("=", report.copies, ": a copy"),
    )
    lines = []
    for mark, keys, note in marks:
        lines += [f"{mark} {one_line(report.names[key])}{note}" for key in keys[:_LISTED]]
        if (more := len(keys) - _LISTED) > 0:
            lines.append(f"{mark} {more} more{note}; --json names all")
    return [*lines, f"= {report.unchanged} unchanged"]


def counts(report: UpdateReport) -> str:
    """Return the report in one line."""
    further = []
    if report.moved:
        further.append(f"{len(report.moved)} moved")
    if report.copies:
        further.append(counted(len(report.copies), "copy", "copies"))
    if not report.dry_run:
        further.append(f"{counted(report.passages, 'passage')}, {report.embedded} embedded")
    elif report.embedded:
        further.append(f"{counted(report.embedded, 'passage')} embedded again")
    return (
        f"{len(report.added)} added, {len(report.changed)} changed, {len(report.removed)} removed, "
        f"{report.unchanged} unchanged, {len(report.failed)} failed · "
        + " · ".join([*further, f"{report.seconds:.1f} s"])
    )
