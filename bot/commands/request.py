"""Reads one line of a batch as a request: plain text is a question, an object may add a history and a filter."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from retrieval.types import Answer, Filter

from ..assistant import Assistant
from ..conversation import Turn
from ..errors import UsageError
from ..render.cutting import shorten
from ..values import share
from .exchange import parse_json

KEYS = frozenset({"id", "question", "history", "k", "since", "until", "source", "author", "max_error"})

_SHOWN_UNITS = 60
"""Maximum length of a value named in an error."""

MAX_HISTORY = 50
"""Turns of a history that are read, counted from the latest."""


class Request(NamedTuple):
    """A question with its history, filter and options."""

    question: str
    history: tuple[Turn, ...] = ()
    k: int = 5
    where: Filter = Filter()
    max_error: float | None = None
    """The accepted share of wrong answers; None for the assistant's own setting."""
    identity: object = None

    def ask(self, assistant: Assistant) -> Answer:
        """Return the assistant's answer."""
        return assistant.ask(self.question, history=self.history, k=self.k, where=self.where, max_error=self.max_error)


def parse_request(line: str, defaults: Request) -> Request:
    """Return the request of a line.

    Raises:
        UsageError: the line is not text, or an object with an unknown field, or `request_of` refuses it.
    """
    text = line.strip()
    if any("\udc80" <= character <= "\udcff" for character in text):  # how undecodable bytes are read
        raise UsageError("the line is no text; save the questions as UTF-8")
    if not text.startswith("{"):
        return defaults._replace(question=text)
    try:
        row = parse_json(text)
    except ValueError as error:  # raised also for a number with thousands of digits
        raise UsageError(f"not a JSON object ({error}); write one object a line, or plain questions") from error
    for name in sorted(row.keys() - KEYS):  # golden questions have further fields, which are ignored
        from difflib import get_close_matches  # noqa: PLC0415 - seldom needed

        for meant in get_close_matches(name.lower(), KEYS, n=1, cutoff=0.8):
            raise UsageError(f"no field is called {name!r}; it is {meant!r}")
    return request_of(row, defaults)


def identity_of(line: str) -> dict[str, object]:
    """Return the id of a line that could not be answered, as a field of its result; empty if it has none."""
    try:
        row = parse_json(line)
    except ValueError:
        return {}
    given = row.get("id") if isinstance(row, dict) else None
    return {} if given is None else {"id": given}


def request_of(row: Mapping[str, object], defaults: Request) -> Request:
    """Return the request of an object.

    Raises:
        UsageError: it has no question, or a field is of the wrong kind.
    """
    question = row.get("question")
    if not isinstance(question, str) or not question.strip():
        raise UsageError('"question" must be a text that is not empty')
    return Request(
        question=question,
        history=_history(row.get("history")),
        k=_count(row.get("k"), defaults.k),
        where=_filter(row, defaults.where),
        max_error=_share(row.get("max_error")),
        identity=row.get("id"),
    )


def day(value: object, name: str) -> date:
    """Return a day written as YYYY-MM-DD, with or without a time after a T.

    Raises:
        UsageError: it is not a day.
    """
    try:
        return date.fromisoformat(str(value).partition("T")[0])
    except ValueError as error:
        shown = shorten(str(value), _SHOWN_UNITS)
        raise UsageError(f"{name}: {shown!r} is no day; write it as 2025-03-31") from error


def _history(value: object) -> tuple[Turn, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise UsageError('"history" must be a list of {"question", "answer"} objects')
    return tuple(_turn(item) for item in value[-MAX_HISTORY:])


def _turn(item: object) -> Turn:
    if not isinstance(item, Mapping) or not isinstance(item.get("question"), str):
        raise UsageError('each turn of "history" must be an object with a "question"')
    answer = item.get("answer")
    if answer is not None and not isinstance(answer, str):
        raise UsageError('"answer" in "history" must be a text')
    return Turn(item["question"], answer)


def _count(value: object, default: int) -> int:
    if value is None:
        return default
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise UsageError('"k" must be a number of 1 or more')
    return value


def _share(value: object) -> float | None:
    try:
        return None if value is None else share(value)
    except ValueError as error:
        raise UsageError('"max_error" must be a share between 0 and 1, as in 0.05') from error


def _filter(row: Mapping[str, object], default: Filter) -> Filter:
    return in_order(
        replace(
            default,
            sources=_names(row, "source") or default.sources,
            authors=_names(row, "author") or default.authors,
            since=_day(row, "since") or default.since,
            until=_day(row, "until") or default.until,
        )
    )


def _day(row: Mapping[str, object], key: str) -> date | None:
    value = row.get(key)
    return None if value is None or value == "" else day(value, key)


def _names(row: Mapping[str, object], key: str) -> tuple[str, ...]:
    name = row.get(key)
    if name is not None and not isinstance(name, str):
        raise UsageError(f'"{key}" must be a text')
    return (name,) if name and name.strip() else ()


def in_order(where: Filter) -> Filter:
    """Return the filter, provided that its first day is not after its last.

    Raises:
        UsageError: its first day is after its last, so that nothing could be found.
    """
    if where.since and where.until and where.since > where.until:
        raise UsageError(f"since {where.since} is after until {where.until}: no day is both")
    return where
