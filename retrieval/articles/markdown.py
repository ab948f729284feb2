"""Reads Markdown notes: front matter gives the metadata, markup is removed, the words stay."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape

from ..types import Article, ReadOptions
from .assemble import assemble
from .boilerplate import Block, Kind, Origin
from .boilerplate.byline import is_meta
from .boilerplate.masthead import head_lines, is_title
from .clean import clean_text, fold
from .decoding import decode
from .document import Document
from .facts import ALIASES, Facts, offer
from .front_matter import split_front_matter
from .html.notes import RAISED
from .rows import row_lines

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
_TABLE = re.compile(r"^(?:[ \t]*\|[^\n]*\|[ \t]*(?:\n|\Z)){3,}", re.MULTILINE)
_UNDER_HEAD = re.compile(r"[\s:|-]+")

_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_UNDERLINED = re.compile(r"(?<![^\n]\n)^(?![\s#>|*+-])([^\n]*[^\s.,;:])[ \t]*\n(?:(=+)|-{3,})[ \t]*$", re.MULTILINE)
"""A line of its own with a line drawn under it, a heading of the first or second level, or a byline and a rule."""
_ITEM = re.compile(r"(?:[*+-]|\d{1,3}[.)])\s+(?=\S)")
_RULE = re.compile(r"(?:[-*_=]\s*){3,}$")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_NO_HEAD = re.compile(r"[*+-]\s|[>|]|```|~~~")
_HEAD_LINES = 10
"""Number of first lines that may contain metadata."""
_FENCE = re.compile(r"(?:```|~~~)")
# Lengths are bounded: otherwise a line of a million open brackets would be searched a million times.
_INLINE: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"^\[(?:[ xX]|!\w{1,30})\][+-]?\s+"), ""),  # a task's checkbox, or the type of a callout
    (re.compile(r"(?<![\d%])%%[^%]{1,1000}%%"), ""),  # a comment
    (re.compile(r"\[\\?\[[^\[\]]{1,60}\]\]\([^()]{0,2000}\)"), ""),  # a footnote mark that is a link
    (re.compile(r"<sup>\s?(\d{1,3})\s?</sup>"), lambda match: match[1].translate(RAISED)),
    (re.compile(r"!\[\[[^\[\]]{1,500}\]\]"), ""),  # another file, embedded here
    (re.compile(r"\[\[(?:[^\[\]|]{1,500}\|)?([^\[\]|#]{1,500})(?:#[^\[\]|]{0,500})?\]\]"), r"\1"),  # a link to a note
    (re.compile(r"\^\[[^\[\]]{1,500}\]|\[\^[^\[\]\s]{1,50}\]:?"), ""),  # a footnote or its mark
    (re.compile(r"!\[[^\]\[]{0,500}\]\([^()]{0,2000}\)"), ""),  # an image
    (re.compile(r"\[([^\]\[]{1,1000})\]\([^()]{0,2000}\)"), r"\1"),  # a link
    (re.compile(r"<(https?://[^<>\s]{1,2000})>"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^<>]{0,500}>"), ""),
    (re.compile(r"(==)(?=[^\s=])([^=]{1,1000})(?<=\S)\1"), r"\2"),
    (re.compile(r"(\*\*|__)(?=[^\s*_])(.{1,1000}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])([*_])(?=[^\s*_])(.{1,1000}?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"`([^`]{1,1000})`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!-])"), r"\1"),
    (re.compile(r"&#?\w{1,20};"), lambda match: clean_text(unescape(match[0]))),
)


_TEMPLATE = re.compile(r"\{%[^{}\n]{0,500}%\}|\{\{[^{}\n]{0,500}\}\}|^\{:[^{}\n]{0,200}\}", re.MULTILINE)
"""Template commands of Jekyll, Hugo and the like, and attributes of the element above."""
_REFERENCE = re.compile(r"(?<![\w\]])\[([^\[\]]{1,1000})\]\[([^\[\]\n]{0,200})\]")
"""A link whose address is further down, under a name or under the linked words."""
_ADDRESS = re.compile(
    r"^ {0,3}\[([^\[\]\n]{1,200})\]:[ \t]+<?(?:\w+:|[./#])\S*(?:[ \t]+[\"'(][^\n]*)?$\n?", re.MULTILINE
)
"""The address of a link, in a line of its own."""
_TOC = re.compile(r"^[*-] TOC\n\{:toc\}", re.MULTILINE | re.IGNORECASE)
_CODE = re.compile(r"^([^\S\n]*(?:```|~~~).*)$", re.MULTILINE)


def read(document: Document, options: ReadOptions) -> Iterator[Article]:
    """Yield the single article of a Markdown file."""
    pairs, body = split_front_matter(clean_text(decode(document.read())))
    facts: Facts = {}
    for field, keys in _FIELDS.items():
        for key in keys:
            _offer(facts, field, pairs.get(key.lower()), "front matter")
    body = _without_properties(body, facts)
    prose = _prose(body)
    head, below = _head(prose, facts["title"][0] if "title" in facts else None)
    blocks = [*head, *_blocks(prose[below:], first=not head)]
    if blocks and blocks[0].kind is Kind.TITLE:
        offer(facts, "title", blocks[0].text, "first heading" if _HEADING.match(prose.lstrip()) else "headline")
    yield assemble(document, options, blocks, facts, origin=Origin.WRITTEN)


def _offer(facts: Facts, field: str, value: object, place: str) -> None:
    """Offer a value without the markup of a link."""
    values = [_plain(str(part)) for part in value] if isinstance(value, list) else _plain(str(value or ""))
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


def _prose(body: str) -> str:
    """Return the text without comments and template commands, a line per heading and row; code blocks are kept."""
    names = {name.lower() for name in _ADDRESS.findall(body)}
    parts = _CODE.split(body)
    for place in range(0, len(parts), 4):  # text, fence, code, fence
        plain = _ADDRESS.sub("", _TEMPLATE.sub("", _without(_TOC.sub("", parts[place]), "<!--", "-->")))
        linked = _REFERENCE.sub(lambda it: it[1] if (it[2] or it[1]).lower() in names else it[0], plain)
        parts[place] = _TABLE.sub(_rows, _UNDERLINED.sub(_marked, linked))
    return "".join(parts)


def _marked(line: re.Match[str]) -> str:
    under_byline = is_meta(Block(_plain(line[1])))
    return line[0] if under_byline else f"{'#' if line[2] else '##'} {line[1]}"


def _rows(table: re.Match[str]) -> str:
    rows = [re.split(r"(?<!\\)\|", line.strip().strip("|")) for line in table[0].splitlines()]
    if not all(_UNDER_HEAD.fullmatch(cell) for cell in rows[1]):
        return table[0]
    texts = [[cell.strip() for cell in row] for row in (rows[0], *rows[2:])]
    return "\n" + "\n\n".join(row_lines(texts, headed=True)) + "\n\n"


def _without(text: str, begin: str, end: str) -> str:
    kept: list[str] = []
    here = 0
    while (start := text.find(begin, here)) >= 0 and (after := text.find(end, start + len(begin))) >= 0:
        kept.append(text[here:start])
        here = after + len(end)
    return "".join([*kept, text[here:]])


def _head(body: str, title: str | None) -> tuple[list[Block], int]:
    """Return title and lines that name author and date, and the offset below them; nothing if no line does so.

    If such lines follow, an unmarked first line is also a title, as in pasted text.
    """
    lines, ends = _first_lines(body)
    if not lines:
        return [], 0
    top = lines[0]
    named = top.kind is Kind.HEADING or top.key == Block(title or "").key or (title is None and is_title(top))
    found = head_lines(lines, int(named))
    if not found or not (named or 0 in found):
        return [], 0
    last = max(found)
    return [replace(top, kind=Kind.TITLE) if named else top, *lines[1 : last + 1]], ends[last]


def _first_lines(body: str) -> tuple[list[Block], list[int]]:
    """Return a block for each line up to the first that cannot belong to the head, and the offsets of their ends."""
    lines: list[Block] = []
    ends: list[int] = []
    gap = True
    for match in _LINE.finditer(body):
        stripped = match[0].strip().rstrip("\\")
        heading = _HEADING.match(stripped)
        marked = heading or _NO_HEAD.match(stripped) or _RULE.match(stripped)
        if text := _heading(stripped, heading) if heading else _plain(stripped):
            kind = Kind.HEADING if heading else Kind.ITEM if marked else Kind.PARAGRAPH
            lines.append(Block(text, kind=kind, gap=gap))
            ends.append(match.end())
        if len(lines) == _HEAD_LINES or (marked and (not heading or len(lines) > 1)):
            break
        gap = not text
    return lines, ends


def _blocks(body: str, *, first: bool) -> Iterator[Block]:
    """Yield paragraphs, headings and list items; a fenced code block is one paragraph."""
    pending: list[str] = []
    fenced = False
    for line in body.split("\n"):
        stripped = re.sub(r"^(?:\s*>)+\s?", "", line).strip()
        if _FENCE.match(stripped):
            yield from _paragraph(pending, code=fenced)
            pending, fenced = [], not fenced
            continue
        heading, item, rule = (None if fenced else form.match(stripped) for form in (_HEADING, _ITEM, _RULE))
        if heading or item or rule or not (stripped or fenced):
            yield from _paragraph(pending)
            pending = []
        if heading:
            if text := _heading(stripped, heading):
                yield Block(text, kind=Kind.TITLE if first and heading[1] == "#" else Kind.HEADING)
        elif item:
            pending = [stripped[item.end() :] if not stripped[0].isdigit() else stripped]
        elif not rule:
            pending.append(stripped if fenced else stripped.removesuffix("\\"))
        first = first and not stripped
    yield from _paragraph(pending, code=fenced)


def _heading(line: str, mark: re.Match[str]) -> str:
    # "#" at the end closes a heading, but not that of "C#".
    return _plain(re.sub(r"\s#+$", "", line[mark.end() :]))


def _paragraph(lines: list[str], *, code: bool = False) -> Iterator[Block]:
    text = " ".join(lines)
    if text := fold(text) if code else _plain(text):
        yield Block(text, kind=Kind.PARAGRAPH)


def _plain(text: str) -> str:
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return fold(text)
