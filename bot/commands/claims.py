"""Reads results that earlier runs of `byline ask --json` printed, and extracts what each of them quotes."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from retrieval.types import CITED

from ..errors import UsageError
from ..render.cutting import shorten
from ..render.plain_text import printable
from .exchange import parse_json

SHOWN_UNITS = 70
"""Maximum length of a question or a quote named in a line."""


class Claim(Struct, frozen=True):
    """A quote as an earlier answer gave it."""

    quote: str
    text: str
    """Text of the passage that contains the quote."""
    start: int
    """Offset of that passage in the article's body."""
    article_id: str
    digest: str
    facts: tuple[object, ...]
    """The article's metadata as the answer gave it, in the order of `CITED`."""
    sound: bool
    """Whether the quote stands where its offsets say, and is not empty."""
    names: tuple[str, ...] = ()
    """Who says it and where it was said, if the answer tells: names out of the article."""


def parse_results(text: str) -> list[Mapping[str, object]]:
    """Return the results in a text: one document, a list of them, or one per line. Error objects are left out.

    Raises:
        UsageError: it is none of these.
    """
    try:
        document = parse_json(text)
        rows = document if isinstance(document, list) else [document]
    except ValueError:
        rows = [_parse_line(line, number) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict) or not ("passages" in row or "error" in row):
            raise UsageError(f"result {number} is no answer of Byline; make one with: byline ask --json QUESTION")
    return [row for row in rows if "passages" in row]


def _parse_line(line: str, number: int) -> object:
    try:
        return parse_json(line)
    except ValueError as error:
        raise UsageError(f"line {number} is no JSON; write results as they come from: byline ask --json") from error


def claims(result: Mapping[str, object]) -> list[Claim]:
    """Return the quotes of a result, then those of the further answers to its message.

    Raises:
        UsageError: a passage lacks what is needed to find it again.
    """
    further = _list(result, "further")
    if not all(isinstance(it, dict) for it in further):
        raise UsageError('"further" of a result must be a list of results')
    return [claim for one in (result, *further) for claim in _claims(one)]


def _claims(result: Mapping[str, object]) -> list[Claim]:
    """Return the quotes of an answer: of its passages, then of its figures those that no passage has."""
    passages, figures, answer = _list(result, "passages"), _list(result, "figures"), result.get("answer")
    try:
        found = [_claim(passage) for passage in passages]
        if answer is not None:
            at = answer["passage"]  # type: ignore[index] # anything but a mapping raises, as below
            text, span = _text(answer["text"]), (_number(answer["start"]), _number(answer["end"]))  # type: ignore[index]
            sound = found[at].sound and bool(text) and found[at].text[slice(*span)] == text
            found[_number(at)] = replace(found[at], quote=text, sound=sound)
        quoted = {(it.article_id, it.quote) for it in found}
        found += [it for it in map(_reported, figures) if not it.sound or (it.article_id, it.quote) not in quoted]
    except (AttributeError, KeyError, TypeError, IndexError, ValueError) as error:
        question = printable(shorten(str(result.get("question")), SHOWN_UNITS))
        raise UsageError(
            f"a passage of {question!r} has no article, offsets and digest; "
            "ask again with this version: byline ask --json QUESTION"
        ) from error
    return found


def _list(result: Mapping[str, object], name: str) -> list[Any]:
    rows = result.get(name, [])
    if not isinstance(rows, list):
        raise UsageError(f'"{name}" of a result must be a list')
    return rows


def _claim(passage: Mapping[str, Any]) -> Claim:
    text, quote, article = _text(passage["text"]), passage["quote"], passage["article"]
    start, begin, end = (_number(value) for value in (passage["start"], quote["start"], quote["end"]))
    said = passage.get("said_by") or {}
    sound = begin < end <= len(text) and said.get("publisher", article.get("source")) == article.get("source")
    names = tuple(_text(name) for name in (said.get("speaker"), said.get("said_in")) if name is not None)
    return Claim(text[begin:end], text, start, *_of_article(article), sound and _leads_there(passage), names)


def _reported(row: Mapping[str, Any]) -> Claim:
    """Return the sentence that gives an article's figures."""
    text, start, article = _text(row["text"]), _number(row["start"]), row["article"]
    whole = 0 < len(text) == _number(row["end"]) - start
    dated = row["as_of"] == ((article.get("published") or "")[:10] or None)
    sound = whole and dated and _leads_there(row) and all(it in text for it in row["figures"])
    return Claim(text, text, start, *_of_article(article), sound)


def _leads_there(row: Mapping[str, Any]) -> bool:
    """Return whether the link, if there is one, leads to the article's address, wherever in it."""
    link, url = row.get("link"), row["article"].get("url") or ""
    return link is None or _text(link).partition("#")[0] == _text(url).partition("#")[0] != ""


def _of_article(article: Mapping[str, object]) -> tuple[str, str, tuple[object, ...]]:
    """Return an article's id, digest and metadata as an answer gives them."""
    return _text(article["id"]), _text(article["digest"]), tuple(article.get(name) for name in CITED)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or value < 0:
        raise TypeError(value)
    return value
