"""`byline verify`: checks earlier answers against the index, and against a fresh reading of the articles' files."""

import argparse
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from retrieval.index.layout import index_command
from retrieval.index.progress import counting

from ..app import make_assistant, make_read_options
from ..config import Settings
from ..errors import UsageError
from ..exit_codes import ANSWERED, NOTHING_FOUND
from ..render.cutting import shorten
from ..render.plain_text import counted, printable
from ..text_file import read_text
from .claims import SHOWN_UNITS, claims, parse_results
from .exchange import print_json
from .progress import ProgressBar
from .verdicts import State, Verdict, Verifier

_LISTED = 20
"""Quotes of which all are listed; of more, only those that are not unchanged."""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", nargs="?", metavar="FILE", help="results of `byline ask --json`; - or none: standard input"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object for each result")


def run(options: argparse.Namespace, settings: Settings) -> int:
    file = None if options.file in {None, "-"} else Path(options.file)
    text = read_text(file)
    try:
        results = [(str(row.get("question", "")), claims(row)) for row in parse_results(text)]
    except UsageError as error:
        raise UsageError(f"{file or 'standard input'}: {error}") from error
    with closing(make_assistant(settings)) as assistant, ProgressBar(quiet=options.quiet > 0) as progress:
        verifier = Verifier(assistant, make_read_options(settings), [it for _, found in results for it in found])
        each = counting("verifying", results, progress)
        checked = [(question, [verifier.check(claim) for claim in found]) for question, found in each]
    counts = Counter(verdict.state for _, verdicts in checked for verdict in verdicts)
    for question, verdicts in checked:
        if options.json:
            print_json(_as_json(question, verdicts))
        elif listed := [it for it in verdicts if counts.total() <= _LISTED or it.state is not State.UNCHANGED]:
            print(_said(question, listed))
    if not options.json:
        states = ", ".join(f"{counts[state]} {state}" for state in State if counts[state])
        print(f"{counted(counts.total(), 'quote')}: {states or 'none'}")
        if any(verdict.state is not verdict.index for _, verdicts in checked for verdict in verdicts):
            print(f"bring the index up to date with: {index_command(settings.index)}")
    return ANSWERED if counts.keys() <= {State.UNCHANGED} else NOTHING_FOUND


def _as_json(question: str, verdicts: Sequence[Verdict]) -> dict[str, object]:
    return {
        "question": question,
        "unchanged": all(verdict.state is State.UNCHANGED for verdict in verdicts),
        "quotes": [
            {
                "state": verdict.state,
                "index": verdict.index,
                "file": verdict.file,
                "article": verdict.claim.article_id,
                "quote": verdict.claim.quote,
            }
            for verdict in verdicts
        ],
    }


def _said(question: str, verdicts: Sequence[Verdict]) -> str:
    lines = [printable(question)]
    for verdict in verdicts:
        shown, article = printable(shorten(verdict.claim.quote, SHOWN_UNITS)), printable(verdict.claim.article_id)
        lines.append(f"  {verdict.state}{_where(verdict)}: “{shown}” ({article})")
    return "\n".join(lines)


def _where(verdict: Verdict) -> str:
    """Return which of the two the state belongs to, if they differ."""
    if verdict.file is None or verdict.file is verdict.index:
        return ""
    return " (in the index)" if verdict.state is verdict.index else " (in the file)"
