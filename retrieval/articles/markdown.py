"""Reads Markdown notes: front matter gives the metadata, markup is removed, the words stay."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from ..types import Article, ReadOptions
from .assemble import assemble
from .boilerplate import Block, Kind, Origin
from .boilerplate.masthead import head_lines, is_title
from .clean import clean_text
from .decoding import decode
from .document import Document
from .facts import ALIASES, Facts, offer
from .front_matter import split_front_matter
from .markdown_lines import plain, text_lines

_FIELDS = ALIASES | {"url": (*ALIASES["url"], "source")}
_KEYS = {
    "title": "title", "titel": "title", "titre": "title", "título": "title", "заголовок": "title",
    "author": "author", "authors": "author", "by": "author", "autor": "author", "autorin": "author",
    "auteur": "author", "autora": "author", "автор": "author", "авторы": "author", "автори": "author",
    "published": "published", "date": "published", "datum": "published", "fecha": "published", "дата": "published",
    "source": "source", "quelle": "source", "fuente": "source", "источник": "source", "джерело": "source",
    "url": "url", "link": "url", "lien": "url", "enlace": "url", "ссылка": "url", "посилання": "url",
}  # fmt: skip
"""Maps names of properties that a note lists under its heading to fields."""
_PROPERTIES = re.compile(
    r"\s*(?:# [^\n]*\n\s*)?(?P<lines>(?:[^\W\d_][^\n:|]{0,30}: +\S[^\n]*\n){2,40})(?=[ \t]*(?:\n|\Z))"
)
_HEAD_LINES = 10
"""Number of first lines that may contain metadata."""


def read(document: Document, options: ReadOptions) -> Iterator[Article]:
    """Yield the single article of a Markdown file."""
    pairs, body = split_front_matter(clean_text(decode(document.read())))
    facts: Facts = {}
    for field, keys in _FIELDS.items():
        for key in keys:
            _offer(facts, field, pairs.get(key.lower()), "front matter")
    body = _without_properties(body, facts)
    lines = list(text_lines(body))
    head = _head(lines, facts["title"][0] if "title" in facts else None)
    blocks = [*head, *_paragraphs(lines[len(head) :])]
    if blocks and blocks[0].kind is Kind.TITLE:
        offer(facts, "title", blocks[0].text, "headline" if lines[0].kind is Kind.PARAGRAPH else "first heading")
    yield assemble(document, options, blocks, facts, origin=Origin.WRITTEN)


def _offer(facts: Facts, field: str, value: object, place: str) -> None:
    """Offer a value without the markup of a link."""
    values = [plain(str(part)) for part in value] if isinstance(value, list) else plain(str(value or ""))
    offer(facts, field, values, place)


def _without_properties(body: str, facts: Facts) -> str:
    """Return the text without the lines "Author: …", "Date: …" under its heading, whose values become facts."""
    match = _PROPERTIES.match(body)
    pairs = [line.split(": ", 1) for line in match["lines"].splitlines()] if match else []
    fields = [_KEYS.get(key.strip().lower()) for key, _ in pairs]
    if match is None or {*fields} <= {None, "title"}:  # what else has a title, such as a film, is the note's subject
        return body
    for field, (_, value) in zip(fields, pairs, strict=True):
        if field:
            _offer(facts, field, value, "properties")
    return body[: match.start("lines")] + body[match.end("lines") :]


def _head(lines: Sequence[Block], title: str | None) -> list[Block]:
    """Return title and lines that name author and date; nothing if no line does so.

    If such lines follow, an unmarked first line is also a title, as in pasted text.
    """
    marked = (
        place for place, line in enumerate(lines) if line.kind is Kind.ITEM or (place and line.kind is Kind.HEADING)
    )
    first = lines[: min(next(marked, _HEAD_LINES), _HEAD_LINES - 1) + 1]
    if not first:
        return []
    top = first[0]
    named = top.kind is not Kind.PARAGRAPH or top.key == Block(title or "").key or (title is None and is_title(top))
    found = head_lines(first, int(named))
    if not found or not (named or 0 in found):
        return []
    return [replace(top, kind=Kind.TITLE) if named else top, *first[1 : max(found) + 1]]


def _paragraphs(lines: Sequence[Block]) -> Iterator[Block]:
    """Yield headings, and the lines of each paragraph or item as one."""
    starts = [place for place, line in enumerate(lines) if line.gap or not place]
    for start, end in pairwise([*starts, len(lines)]):
        kind = Kind.PARAGRAPH if lines[start].kind is Kind.ITEM else lines[start].kind
        yield Block(" ".join(line.text for line in lines[start:end]), kind=kind)
