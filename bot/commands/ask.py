"""`byline ask`: one answer with its sources, or one result for each question on standard input."""

import argparse
import io
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from typing import NamedTuple

from retrieval.language.text import folded
from retrieval.types import Answer, Filter

from ..app import make_assistant
from ..assistant import ASKERS, Assistant
from ..config import Settings
from ..conversation import Wish, Wished, wish
from ..errors import FAILURES, UsageError
from ..exit_codes import ANSWERED, FAILED, NOTHING_FOUND
from ..fulfilment import Fulfilment, fulfil
from ..locales import DEFAULT, words_in
from ..render import json as render_json
from ..render.citation import source_and_date, title
from ..render.plain_text import counted, printable
from ..render.reason import sentence
from ..render.terminal import TerminalRenderer
from ..render.worth_showing import worth_showing
from ..text_file import BYTE_ORDER_MARK, text_lines
from .ahead import in_turn
from .exchange import complain, print_json, without_surrogates
from .request import Request, day, identity_of, in_order, parse_request

_LISTED = 20
"""Articles in a list, each on a line: they fit on a terminal of 24 lines."""

_NO_QUESTION = 'no question: write it after the command, as in: byline ask "where was it?"'


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "question", nargs="*", metavar="QUESTION", help="- or a pipe: one question a line, or one JSON object a line"
    )
    parser.add_argument("-k", type=int, default=5, metavar="N", help="passages to return at most (default: 5)")
    parser.add_argument("--since", metavar="DATE", help="only articles of this day (YYYY-MM-DD) or later")
    parser.add_argument("--until", metavar="DATE", help="only articles of this day or earlier")
    parser.add_argument("--source", action="append", default=[], metavar="NAME", help="only this publisher")
    parser.add_argument("--author", action="append", default=[], metavar="NAME", help="only articles by this person")
    add_max_error(parser)
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    parser.add_argument("--explain", action="store_true", help="say why this answer")


def add_max_error(parser: argparse.ArgumentParser) -> None:
    """Add the flag that limits the share of wrong answers."""
    parser.add_argument(
        "--max-error", metavar="SHARE", help="answer only where at most this share of such answers was wrong, as in 0.2"
    )


def run(options: argparse.Namespace, settings: Settings) -> int:
    question = without_surrogates(" ".join(options.question)).strip()
    from_pipe = question == "-" or (not options.question and not sys.stdin.isatty())
    if not from_pipe and not question:
        raise UsageError(_NO_QUESTION)
    if options.k < 1:
        raise UsageError(f"-k must be at least 1, not {options.k}")
    if options.explain and (from_pipe or options.json):
        raise UsageError("--explain is for people: leave it out, or ask one question without --json")
    defaults = Request(question=question, k=options.k, where=_filter(options))
    with closing(make_assistant(settings)) as assistant:
        _tell_unknown("--source", defaults.where.sources, lambda: assistant.facets().sources)
        _tell_unknown("--author", defaults.where.authors, lambda: assistant.facets().authors)
        if from_pipe:
            if isinstance(sys.stdin, io.TextIOWrapper):
                sys.stdin.reconfigure(errors="surrogateescape")  # an undecodable line leaves the others intact
            code = _stream(text_lines(sys.stdin), assistant, defaults)
            if code is None and not options.question:
                raise UsageError(_NO_QUESTION)
            return ANSWERED if code is None else code
        return _once(assistant, defaults, options)


def _filter(options: argparse.Namespace) -> Filter:
    for flag, names in (("--source", options.source), ("--author", options.author)):
        if not all(name.strip() for name in names):
            raise UsageError(f"{flag}: give a name, or leave it out; they are listed by: byline articles")
    return in_order(
        Filter(
            sources=tuple(map(without_surrogates, options.source)),
            authors=tuple(map(without_surrogates, options.author)),
            since=None if options.since is None else day(options.since, "--since"),
            until=None if options.until is None else day(options.until, "--until"),
        )
    )


def _tell_unknown(flag: str, wanted: Sequence[str], names: Callable[[], Sequence[str]]) -> None:
    """Warn of publishers or authors without an article, suggesting the nearest names."""
    if not wanted:
        return
    from difflib import get_close_matches  # noqa: PLC0415 - seldom needed

    known = {folded(name): name for name in names()}
    for name in wanted:
        own = folded(name)
        if own not in known:
            near = [it for it in known if own in it] or get_close_matches(own, known, cutoff=0.5)
            nearest = ", ".join(known[it] for it in near[:3])
            told = f"nearest: {nearest}" if nearest else "they are listed by: byline articles"
            complain(f"{flag}: no article is of {name!r}; {told}")


def _once(assistant: Assistant, request: Request, options: argparse.Namespace) -> int:
    wished = None if options.json else wish(request.question, first=True)
    if wished and (told := fulfil(wished, assistant, request.where)):
        print(article_list(wished, told))
        return ANSWERED if told.articles else NOTHING_FOUND
    started = time.perf_counter()
    answer = request.ask(assistant)
    if options.json:
        result = render_json.answer(answer, assistant.status(), seconds=time.perf_counter() - started)
        print_json(result)
    else:
        shown = worth_showing(answer, DEFAULT)
        print(terminal_renderer().answer(shown, shown=request.k, explain=options.explain))
    if _lost_by_date(answer):
        _tell_undated(assistant)
    return ANSWERED if answer.answered else NOTHING_FOUND


def terminal_renderer() -> TerminalRenderer:
    """Return the renderer for standard output: with colours on a terminal that has them (see https://no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return TerminalRenderer(width=shutil.get_terminal_size((100, 24)).columns, colour=sys.stdout.isatty() and not plain)


def article_list(wished: Wish, told: Fulfilment) -> str:
    """Return the articles that a message asks for, each on a line, or why there are none."""
    if told.lack:
        return printable(sentence(told.lack, words_in(DEFAULT)))
    lines = [
        " · ".join(filter(None, [title(article), article.author, source_and_date(article)]))
        for article in told.articles[:_LISTED]
    ]
    if not lines or wished.wished is Wished.LINK:  # a list needs no heading
        lines.insert(0, words_in(DEFAULT)(told.heading))
    if (more := len(told.articles) - _LISTED) > 0:
        lines.append(f"… and {more} more; every article is listed by: byline articles")
    return printable("\n".join(lines))


def _lost_by_date(answer: Answer) -> bool:
    """Return whether nothing was found under a filter by date."""
    return not answer.answered and (answer.filter.since or answer.filter.until) is not None


def _tell_undated(assistant: Assistant) -> None:
    """Warn how many articles every filter by date leaves out."""
    if count := sum(article.published is None for article in assistant.articles()):
        told = counted(count, "article has no date, and is", "articles have no date, and are")
        complain(f"{told} left out where days are asked for")


class _Line(NamedTuple):
    """The outcome of one line of a stream."""

    result: dict[str, object]
    code: int
    """The exit code of the program if this were the only line."""
    lost_by_date: bool = False


def _stream(lines: Iterable[str | UsageError], assistant: Assistant, defaults: Request) -> int | None:
    """Answer the lines in order, several at once; one that cannot be answered gets an error object in its place.

    Return the exit code; None if there was no question.
    """
    codes: set[int] = set()
    lost_by_date = False
    with closing(in_turn(_works(lines, assistant, defaults), workers=ASKERS)) as results:
        for line in results:
            if line.code == FAILED:
                complain(f"standard input, line {line.result['line']}: {line.result['error']}")
            print_json(line.result)
            codes.add(line.code)
            lost_by_date |= line.lost_by_date
    if lost_by_date:
        _tell_undated(assistant)
    return next((code for code in (FAILED, ANSWERED, NOTHING_FOUND) if code in codes), None)


def _works(lines: Iterable[str | UsageError], assistant: Assistant, defaults: Request) -> Iterator[Callable[[], _Line]]:
    for number, line in enumerate(lines, 1):
        if isinstance(line, UsageError):
            yield partial(_failed, line, number)
        elif text := line.removeprefix(BYTE_ORDER_MARK).strip():
            yield partial(_answered, text, number, assistant, defaults)


def _answered(line: str, number: int, assistant: Assistant, defaults: Request) -> _Line:
    try:
        request, started = parse_request(line, defaults), time.perf_counter()
        answer = request.ask(assistant)
        seconds = time.perf_counter() - started
        result = render_json.answer(answer, assistant.status(), seconds=seconds, identity=request.identity)
    except (UsageError, *FAILURES) as error:
        return _failed(error, number, line)
    return _Line(result, ANSWERED if answer.answered else NOTHING_FOUND, _lost_by_date(answer))


def _failed(error: Exception, number: int, line: str = "") -> _Line:
    return _Line({**identity_of(line), "error": str(error), "line": number}, FAILED)
