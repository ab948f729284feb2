"""`byline eval`: scores the answers to golden questions, with intervals; compares runs, and fails below a floor."""

import argparse
import sys
import time
from collections.abc import Container, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from msgspec.structs import asdict

from retrieval.evaluate import Judged, judge_question
from retrieval.index.progress import counting
from retrieval.measures import LOWER_IS_BETTER, by_tag, calibration_bins, intervals, summarise

from ..app import make_assistant
from ..config import Settings
from ..errors import UsageError
from ..exit_codes import ANSWERED, FAILED
from ..render.plain_text import one_line
from ..text_file import read_text
from .exchange import complain, parse_json, print_json
from .golden import PASSAGES, GoldenQuestion, drafts, read_golden
from .progress import ProgressBar

_NAMED = 3
"""How many unknown articles are named; the rest are counted."""

Figures = Mapping[str, float | None]


def configure(parser: argparse.ArgumentParser) -> None:
    source = parser.add_mutually_exclusive_group()
    source.add_argument("file", nargs="?", type=Path, metavar="FILE", help="golden questions, one JSON object a line")
    source.add_argument(
        "--from-log",
        action="store_true",
        help="instead, print what the bot refused and what users disliked, as golden questions to fill in",
    )
    parser.add_argument("--compare", type=Path, metavar="FILE", help="show the figures of an earlier run beside")
    parser.add_argument("--gate", type=Path, metavar="FILE", help='fail under these floors: {"ndcg@10": 0.9, …}')
    parser.add_argument("--tags", action="store_true", help="report each tag apart")
    parser.add_argument("--promises", action="store_true", help="of answers at each confidence, how many were right")
    parser.add_argument("--misses", action="store_true", help="list the questions that went wrong")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")


def run(options: argparse.Namespace, settings: Settings) -> int:
    started = time.perf_counter()
    if options.from_log:
        if options.compare or options.gate or options.tags or options.promises or options.misses:
            raise UsageError("--from-log prints questions and scores none: leave the other flags out")
        return _from_log(settings)
    if options.file is None:
        raise UsageError(
            "no golden questions: name their file, or collect some with: byline eval --from-log > golden.jsonl"
        )
    before = _read(options.compare) if options.compare else {}
    floors = _floors(options.gate) if options.gate else {}
    judged = _judge(options, settings)
    rows = [row for _, row in judged]
    figures = summarise(rows)
    misses = _misses(judged) if options.misses else []
    if options.json:
        document: dict[str, object] = {"figures": figures, "intervals": intervals(rows)}
        if options.compare:
            document["before"] = before
        if options.tags:
            document["tags"] = {tag: summarise(some) for tag, some in by_tag(rows).items()}
        if options.promises:
            document["promises"] = [asdict(it) for it in calibration_bins(rows)]
        if options.misses:
            document["misses"] = misses
        print_json(document | {"seconds": round(time.perf_counter() - started, 2)})
    else:
        print(_table(figures, intervals(rows), before))
        if options.tags:
            print("\n".join(_tag_line(one_line(tag), summarise(some)) for tag, some in by_tag(rows).items()))
        if options.promises:
            print(_promises(rows))
        for line in misses:
            print(one_line(line))
    return _gate(figures, floors)


def _judge(options: argparse.Namespace, settings: Settings) -> list[tuple[GoldenQuestion, Judged]]:
    """Return each golden question of the file, with how its answer is judged."""
    with closing(make_assistant(settings)) as assistant:
        articles = assistant.articles()
        questions = read_golden(options.file, articles)
        _tell_unknown(questions, {article.id for article in articles})
        with ProgressBar(quiet=options.quiet > 0) as progress:
            each = counting("asking", questions, progress)
            return [(it, judge_question(it.gold, it.request.ask(assistant), tags=it.tags)) for it in each]


def _from_log(settings: Settings) -> int:
    with closing(make_assistant(settings)) as assistant:
        for draft in drafts(settings.state, assistant):
            print_json(draft)
    return ANSWERED


def _tell_unknown(questions: Sequence[GoldenQuestion], known: Container[str]) -> None:
    names = sorted({name for it in questions for name in it.gold.articles if name not in known})
    if names:
        shown = ", ".join(map(repr, names[:_NAMED]))
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        told = f"golden questions name articles that are not in the index: {shown}{more}"
        complain(f"{told}; ids and paths are listed by: byline articles")


def _read(file: Path) -> dict[str, float]:
    """Return the figures in a file: what `--json` printed, or an object of floors."""
    try:
        document = parse_json(read_text(file))
    except ValueError as error:
        raise UsageError(f"{file}: no figures in it ({error}); write them with: byline eval FILE --json") from error
    if not isinstance(document, dict) or not isinstance(figures := document.get("figures", document), dict):
        raise UsageError(f"{file}: not an object of figures; write it with: byline eval FILE --json")
    if figures is not document:  # `--json` printed null where there was nothing to measure
        figures = {name: value for name, value in figures.items() if value is not None}
    for name, value in figures.items():
        if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > sys.float_info.max:
            raise UsageError(f'{file}: {name!r} must be a number, as in {{"ndcg@10": 0.9}}')
    return {name: float(value) for name, value in figures.items()}


def _floors(file: Path) -> dict[str, float]:
    """Return the floors in a file; each must belong to a figure that exists."""
    floors, names = _read(file), summarise(())
    for name in floors:
        if name not in names:
            raise UsageError(f"{file}: no figure {name!r}; there are {', '.join(names)}")
    return floors


def _table(figures: Figures, spreads: Mapping[str, tuple[float, float]], before: Mapping[str, float]) -> str:
    lines = []
    for name, value in figures.items():
        if value is None:
            continue
        line = f"{name:<14} {value:8.3f}"
        if spread := spreads.get(name):
            line += f"  [{spread[0]:.3f} … {spread[1]:.3f}]"
        if name in before:
            line += f"  before {before[name]:.3f} ({value - before[name]:+.3f})"
        lines.append(line)
    return "\n".join(lines)


def _tag_line(tag: str, figures: Figures) -> str:
    shown = ("questions", "ndcg@10", "hit@1", "contain", "coverage", "precision", "false answers")
    return f"{tag}: " + ", ".join(f"{name} {value:.3f}" for name in shown if (value := figures[name]) is not None)


def _promises(rows: Sequence[Judged]) -> str:
    lines = [
        f"{it.least:.1f} – {it.most:.1f}  {it.answers:7}  {it.right:.2f}  [{it.low:.2f} … {it.high:.2f}]"
        for it in calibration_bins(rows)
    ]
    return "\n".join(["confidence  answers  right", *lines])


def _misses(judged: Sequence[tuple[GoldenQuestion, Judged]]) -> list[str]:
    """Return a line for each question that went wrong."""
    return [f"{what} ({row.confidence:.2f}): {it.request.question}" for it, row in judged if (what := _miss(row))]


def _miss(row: Judged) -> str | None:
    """Return in a word or two what went wrong with a question; None if nothing did."""
    if not row.answerable:
        return "answered" if row.answered else None
    if not row.right:
        return "wrong quote" if row.found(PASSAGES) else "not found"
    return None if row.answered else "refused"


def _gate(figures: Figures, floors: Mapping[str, float]) -> int:
    """Report the figures below their floors (above them, where lower is better); return the exit code."""
    fallen = []
    for name, floor in floors.items():
        value = figures.get(name)
        if value is None:
            raise UsageError(f"{name!r} has a floor, but these questions do not measure it; leave the floor out")
        if value > floor if name in LOWER_IS_BETTER else value < floor:
            fallen.append(f"{name} is {value:.3f}, the floor is {floor:.3f}")
    for line in fallen:
        complain(line)
    return FAILED if fallen else ANSWERED
