"""Markdown notes: front matter gives the metadata, marks are removed, the words stay."""

import re
from collections.abc import Iterator

from ..types import Article
from .assemble import assemble
from .boilerplate import Block, Kind, Origin
from .clean import clean_text, fold
from .decoding import decode
from .document import Document, Options
from .facts import Facts, offer
from .front_matter import split_front_matter

_FIELDS = {
    "title": ("title",),
    "source": ("source", "publisher", "site"),
    "author": ("author", "authors"),
    "published": ("published", "date"),
    "url": ("url", "link", "source"),
    "language": ("lang", "language"),
}

_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_ITEM = re.compile(r"(?:[*+-]|\d{1,3}[.)])\s+(?=\S)")
_RULE = re.compile(r"(?:[-*_=]\s*){3,}$")
_FENCE = re.compile(r"(?:```|~~~)")
# Lengths are bounded: a line of a million open brackets would otherwise be searched a million times.
_INLINE = (
    (re.compile(r"<!--.{0,2000}?-->|%%(?=\S).{1,1000}?%%|!\[\[[^\]\[]{1,500}\]\]"), ""),  # a note to oneself, a file
    (re.compile(r"\[\[(?=\S)(?:[^\]\[|]{1,500}\|)?([^\]\[|]{1,500})\]\]"), r"\1"),  # a link between notes
    (re.compile(r"!\[[^\]\[]{0,500}\]\([^()]{0,2000}\)"), ""),  # an image
    (re.compile(r"\[([^\]\[]{1,1000})\]\([^()]{0,2000}\)"), r"\1"),  # a link
    (re.compile(r"<(https?://[^<>\s]{1,2000})>"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^<>]{0,500}>"), ""),
    (re.compile(r"(\*\*|__)(?=[^\s*_])(.{1,1000}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])([*_])(?=[^\s*_])(.{1,1000}?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"`([^`]{1,1000})`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!-])"), r"\1"),
)


def read(document: Document, options: Options) -> Iterator[Article]:
    """Yield the one article of a Markdown file."""
    pairs, body = split_front_matter(clean_text(decode(document.read())))
    facts: Facts = {}
    for field, keys in _FIELDS.items():
        for key in keys:
            offer(facts, field, pairs.get(key), "front matter")
    blocks = list(_blocks(body))
    if blocks and blocks[0].kind is Kind.TITLE:
        offer(facts, "title", blocks[0].text, "first heading")
    yield assemble(document, options, blocks, facts, origin=Origin.WRITTEN)


def _blocks(body: str) -> Iterator[Block]:
    """Paragraphs, headings and list items; a fenced piece of code is one paragraph."""
    pending: list[str] = []
    first, fenced = True, False
    for line in body.split("\n"):
        stripped = re.sub(r"^(?:\s*>)+\s?", "", line).strip()
        if _FENCE.match(stripped):
            fenced = not fenced
            continue
        heading, item, rule = (None if fenced else form.match(stripped) for form in (_HEADING, _ITEM, _RULE))
        if heading or item or rule or not (stripped or fenced):
            yield from _paragraph(pending)
            pending = []
        if heading:
            # Signs at its end close it, but not those of "C#".
            text = _plain(re.sub(r"\s#+$", "", stripped[heading.end() :]))
            yield Block(text, kind=Kind.TITLE if first and heading[1] == "#" else Kind.HEADING)
        elif item:
            pending = [stripped[item.end() :] if not stripped[0].isdigit() else stripped]
        elif not rule:
            pending.append(stripped)
        first = first and not stripped
    yield from _paragraph(pending)


def _paragraph(lines: list[str]) -> Iterator[Block]:
    if text := _plain(" ".join(lines)):
        yield Block(text, kind=Kind.PARAGRAPH)


def _plain(text: str) -> str:
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return fold(text)
