"""JSONL dumps: one article per line, as described in `docs/reading.md`; also a JSON file with a list of such rows."""

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from ..types import Article, ReadOptions
from .assemble import assemble, short_id
from .boilerplate import Block, Kind, Origin
from .clean import clean_text, clean_value, fold
from .decoding import decode
from .document import MAX_LINE_BYTES, Document
from .facts import ALIASES, Facts, offer
from .failure import ReadFailure, UnreadableError, empty_file
from .html import names_of, piece_blocks
from .people import people

TEXTS = ("text", "body", "content", "html", "content_html", "content_text")
_BLANK = b"\xef\xbb\xbf \t\r\n"
"""The bytes of a byte order mark, and white space."""
_UNPUBLISHED = frozenset("draft auto-draft pending private trash future scheduled inherit".split())
"""What WordPress and Ghost call rows that their pages do not show; "inherit" is that of revisions."""
_MARKUP = re.compile(r"</(?:p|div|h[1-6]|li|a|b|i|em|strong|blockquote)>|<br\s*/?>", re.IGNORECASE)


def read(document: Document, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    """Yield one article per row; an invalid row yields a failure with its line number."""
    yield from read_rows(document, options, _rows(document))


def read_rows(
    document: Document, options: ReadOptions, rows: Iterable[tuple[str, Any]]
) -> Iterator[Article | ReadFailure]:
    """Yield one article for each row, which comes with its place, or a failure if it is invalid.

    A row that says the same as an earlier one is skipped: exports repeat rows, and give them no ids of their own.

    Args:
        rows: an error in place of a row that cannot be parsed.
    """
    seen: dict[str, str] = {}
    for where, given in rows:
        row = _plain(given)
        if _is_unpublished(given, row):
            continue
        try:
            article = _article(document, options, row)
            earlier = seen.get(article.id)
            if earlier is None:
                seen[article.id] = article.digest
                yield article
            elif earlier != article.digest:
                what = f"an earlier row has the same id {article.id!r}"
                raise UnreadableError(what, "give each row an id of its own")
        except UnreadableError as error:
            yield error.at(where)


def _rows(document: Document) -> Iterator[tuple[str, Any]]:
    """Return each row with its place; an error in place of a row that is not JSON."""
    if document.head().lstrip(_BLANK)[:1] == b"[":
        return _array(document)
    return _listed(document) or _lines(document)


def _lines(document: Document) -> Iterator[tuple[str, Any]]:
    empty = True
    for number, line in document.lines():
        if line is None or line.strip(_BLANK):
            empty = False
            yield f"{document.path}, line {number}", _parsed(line)
    if empty:
        raise empty_file()


def _array(document: Document) -> Iterator[tuple[str, Any]]:
    try:
        rows = json.loads(decode(document.read()))
    except (ValueError, RecursionError) as error:
        raise UnreadableError("the file is not JSON", 'write a list of objects: [{"title": …, "text": …}]') from error
    return _numbered(document, rows)


def _numbered(document: Document, rows: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    return ((f"{document.path}, row {number}", row) for number, row in enumerate(rows, start=1))


def _listed(document: Document) -> Iterator[tuple[str, Any]] | None:
    """Return the rows of a file that is a single object: the first list inside it of rows with text, or itself.

    None if it is not, and so has a row on each line.

    Raises UnreadableError if it is one on several lines, without such rows.
    """
    first = next((line for _, line in document.lines()), None)
    row = _plain(_parsed(first)) if first else None
    if isinstance(row, dict) and _has_text(row):
        return None
    try:
        waiting = [json.loads(decode(document.read()))]
    except (UnreadableError, ValueError, RecursionError):
        return None
    if _has_text(waiting[0]):
        return _numbered(document, waiting)
    for value in waiting:
        if isinstance(value, list) and any(map(_has_text, value)):
            return _numbered(document, value)
        waiting += [it for it in (value.values() if isinstance(value, dict) else value) if isinstance(it, dict | list)]
    if not isinstance(row, dict):
        raise UnreadableError("no row in it has a text", 'write a list of objects: [{"title": …, "text": …}]')
    return None


def _has_text(row: Any) -> bool:
    return isinstance(row, dict) and any(isinstance(_plain(row).get(key), str) for key in TEXTS)


def _is_unpublished(given: Any, row: Any) -> bool:
    """Return whether a row of WordPress or Ghost is on no page; in others, "pending" may be said of anything."""
    is_theirs = isinstance(row, dict) and ("html" in row or row != given)
    return is_theirs and str(row.get("status")) in _UNPUBLISHED


def _plain(row: Any) -> Any:
    """Return a row with WordPress's names and values as others write them: `post_title`, `{"rendered": …}`."""
    if not isinstance(row, dict):
        return row
    rendered = {
        key: value["rendered"] if isinstance(value, dict) and "rendered" in value else value
        for key, value in row.items()
    }
    return {key.removeprefix("post_"): value for key, value in rendered.items()}


def _parsed(line: bytes | None) -> Any:
    if line is None:
        what = f"the line is longer than {MAX_LINE_BYTES // 2**20} MB"
        return UnreadableError(what, "split it into articles, one a line")
    try:
        return json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return UnreadableError("the line is not UTF-8", "save the dump as UTF-8: iconv -f ENCODING -t UTF-8")
    except (ValueError, RecursionError):
        return UnreadableError("the line is not JSON", 'write one object a line: {"title": …, "text": …}')


def _article(document: Document, options: ReadOptions, row: Any) -> Article:
    if isinstance(row, UnreadableError):
        raise row
    if not isinstance(row, dict):
        raise UnreadableError("the row is no JSON object", 'write one object a line: {"title": …, "text": …}')
    text = next((row[key] for key in TEXTS if row.get(key)), None)
    if not isinstance(text, str) or not text.strip():
        raise UnreadableError("the row has no text", 'give it a "text" (or "body", "content") that is not empty')
    facts: Facts = {}
    for field, keys in ALIASES.items():
        for key in keys:
            value = row.get(key)
            if isinstance(value, dict | list):  # describes people or publishers
                value = names_of(value)
            elif isinstance(value, str):  # WordPress writes "Ida&#8217;s bridge"
                value = unescape(value)
            offer(facts, field, people(names_of(value)) if field == "author" else value, "the dump")
    # The content identifies a row without an id.
    row_id = clean_value(row.get("id")) or clean_value(row.get("_id")) or short_id(json.dumps(row, sort_keys=True))
    uri = f"{document.uri}#{row_id}"
    return assemble(document, options, _blocks(text), facts, origin=Origin.WRITTEN, uri=uri, article_id=row_id)


def _blocks(text: str) -> list[Block]:
    """Split a text into blocks at blank lines or tags; a single line break is white space."""
    if _MARKUP.search(text):
        return list(piece_blocks(text))
    lines = clean_text(text).split("\n")
    paragraphs = "\n".join(line.strip() for line in lines).split("\n\n")
    return [Block(folded, kind=Kind.PARAGRAPH) for folded in map(fold, paragraphs) if folded]
