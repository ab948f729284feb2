"""Reads results that earlier runs of `byline ask --json` printed, and extracts what each of them quotes."""

from collections.abc import Mapping

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
    """Return the quotes of a result.

    Raises:
        UsageError: a passage lacks what is needed to find it again.
    """
    passages, answer = result["passages"], result.get("answer")
    if not isinstance(passages, list):
        raise UsageError('"passages" of a result must be a list')
    try:
        found = [_claim(passage) for passage in passages]
        if answer is not None:
            at = answer["passage"]  # type: ignore[index] # anything but a mapping raises, as below
            text, span = _text(answer["text"]), (_number(answer["start"]), _number(answer["end"]))  # type: ignore[index]
            sound = found[at].sound and bool(text) and found[at].text[slice(*span)] == text
            found[_number(at)] = replace(found[at], quote=text, sound=sound)
    except (AttributeError, KeyError, TypeError, IndexError, ValueError) as error:
        question = printable(shorten(str(result.get("question")), SHOWN_UNITS))
        raise UsageError(
            f"a passage of {question!r} has no article, offsets and digest; "
            "ask again with this version: byline ask --json QUESTION"
        ) from error
    return found


def _claim(passage: Mapping[str, Mapping[str, object]]) -> Claim:
    text, quote, article = _text(passage["text"]), passage["quote"], passage["article"]
    start, begin, end = (_number(value) for value in (passage["start"], quote["start"], quote["end"]))
    facts = tuple(article.get(name) for name in CITED)
    sound = begin < end <= len(text)
    return Claim(text[begin:end], text, start, _text(article["id"]), _text(article["digest"]), facts, sound)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or value < 0:
        raise TypeError(value)
    return value
