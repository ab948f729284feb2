"""Turns Markdown into lines of plain text, with markdown-it; what programs for notes add to Markdown is removed."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from .boilerplate import Block, Kind
from .boilerplate.byline import is_meta
from .clean import clean_text, fold
from .html.notes import RAISED
from .rows import row_lines

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_CODE = r"(?ms)^[ \t>]*(?P<fence>`{3,9}|~{3,9}).*?(?:^[ \t>]*(?P=fence)|\Z)"
_COMMENT = re.compile(_CODE + r"|<!--.*?-->")
_TEMPLATE = re.compile(
    _CODE + r"|\{%[^{}\n]{0,500}%\}|\{\{[^{}\n]{0,500}\}\}|(?:^[*-] TOC\n)?\{:[^{}\n]{0,200}\}(?=[ \t]*$)"
)
"""Template commands of Jekyll, Hugo and the like, and attributes of the element before."""
# Lengths are bounded: otherwise a line of a million open brackets would be searched a million times.
_MARK = re.compile(
    r"\A\[(?:[ xX]|!\w{1,30})\][+-]?\s+"  # a task's checkbox, or the type of a callout
    r"|(?<![\d%])%%[^%]{1,1000}%%"  # a comment
    r"|\[\\?\[[^\[\]]{1,60}\]\]\([^()]{0,2000}\)"  # a footnote mark that is a link
    r"|\^\[[^\[\]]{1,500}\]|\[\^[^\[\]\s]{1,50}\]:?"  # a footnote or its mark
    r"|!\[\[[^\[\]]{1,500}\]\]"  # another file, embedded here
    r"|(?<!\S)\^[a-zA-Z0-9-]{4,40}\Z"  # the paragraph's name, for links to it
    r"|\[\[(?:[^\[\]|]{1,500}\|)?(?P<note>[^\[\]|#]{1,500})(?:#[^\[\]|]{0,500})?\]\]"  # a link to a note
    r"|==(?=[^\s=])(?P<lit>[^=]{1,1000})(?<=\S)=="
    r"|<sup>\s?(?P<raised>\d{1,3})\s?</sup>"
    r"|(?P<line><(?:br|/?(?:p|div|li|t[dhr]|h[1-6]))\b[^<>]{0,500}>)"
    r"|</?[a-zA-Z](?::?[\w-]{1,30})?(?:[\s/][^<>]{0,500})?>"
)
_ADDRESS = re.compile(r"\[[^\[\]\n]{1,200}\]:\s*<?(?:\w+:|[./#]|\S{1,2000}[./#]\w)")
"""What defines a link; "[Anna]: No." would, too, and is an answer."""
_STRONG = re.compile(r"(\*\*|__)(?=[^\s*_])(.{1,1000}?)(?<=\S)\1")
"""What CommonMark does not take for strong emphasis, but those who write it do: "**Question:**what"."""
_MAIL = re.compile(r"<[^<>\s]{1,100}@[^<>\s]{1,100}>")
_PIECE = re.compile(r"(?s).{1,500000}(?:\n\n|\Z)|.{1,500000}")
"""What is parsed at a time, which takes hundreds of times the memory of the text; cut at a blank line."""
_MAX_NESTED = 40
"""Quotes inside quotes; a list counts twice. What is deeper is not read, as time grows with the depth."""
_MAX_LINKS = 4
"""Links and pictures inside each other. In deeper brackets none is looked for, which would be done once a level."""


def text_lines(text: str) -> Iterator[Block]:
    """Yield lines without markup; a heading, a piece of code or a row is one, and only the first may be a title.

    Lines of lists, quotes, code and tables are items; `gap` tells where a paragraph begins.
    """
    end = text.rfind("-->") + 3  # a comment that does not end is none, and would be searched to the end of the text
    shown = _TEMPLATE.sub(_code, _COMMENT.sub(_code, text[:end]) + text[end:])
    links: dict[str, object] = {}
    blocks = (block for piece in _PIECE.findall(shown) for block in _blocks(_parser().parse(piece, links)))
    for place, block in enumerate(block for block in blocks if block.text):
        yield replace(block, kind=Kind.HEADING) if place and block.kind is Kind.TITLE else block


def plain(text: str) -> str:
    """Return a value without markup, and without the mail address after a name."""
    return fold(_words(_parser().parseInline(_MAIL.sub("", text))[0]))


def _code(found: re.Match[str]) -> str:
    return found[0] if found["fence"] else ""


@lru_cache(1)
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only if a note is read
    from markdown_it.rules_block import reference  # noqa: PLC0415
    from markdown_it.rules_inline import image, link  # noqa: PLC0415

    parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTED}).enable(["table", "strikethrough"])
    parser.block.ruler.at(
        "reference",
        lambda state, line, *others: (
            _ADDRESS.match(state.src, state.bMarks[line] + state.tShift[line]) is not None
            and reference(state, line, *others)
        ),
    )
    for rule in (link, image):
        parser.inline.ruler.at(rule.__name__, partial(_near, rule))
    # The words within elements stay; the library searches the text to its end for that of each comment.
    parser.disable(["html_block", "html_inline"]).inline.ruler.before("link", "mark", _mark)
    parser.validateLink = lambda _: True  # type: ignore[assignment, method-assign]
    return parser


def _near(rule: Callable[["StateInline", bool], bool], state: "StateInline", silent: bool) -> bool:
    if silent and state.level > _MAX_LINKS:
        state.pos = state.posMax  # as the library does where nesting is too deep
        return True
    return rule(state, silent)


def _mark(state: "StateInline", silent: bool) -> bool:
    found = _MARK.match(state.src, state.pos, state.posMax)
    if found and not silent and found.lastgroup in ("note", "lit"):
        end = state.posMax
        state.pos, state.posMax = found.span(found.lastgroup)
        state.md.inline.tokenize(state)
        state.posMax = end
    elif found and not silent:
        state.pending += "\n" if found["line"] else (found["raised"] or "").translate(RAISED)
    if found:
        state.pos = found.end()
    return found is not None


def _blocks(tokens: "Sequence[Token]") -> Iterator[Block]:
    number = ""
    rows: list[list[str]] = []
    for place, token in enumerate(tokens):
        if token.type == "list_item_open":
            number = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "table_close":
            yield from (Block(row, kind=Kind.ITEM) for row in row_lines(rows, headed=True))
            rows = []
        elif token.type in ("fence", "code_block"):  # indented code may be prose with indented paragraphs
            parts = token.content.split("\n\n") if token.type == "code_block" else [token.content]
            yield from (Block(fold(part), kind=Kind.ITEM) for part in parts)
        elif token.type == "inline" and rows:
            rows[-1].append(fold(_words(token)))
        elif token.type == "inline":
            lines = [line for line in map(fold, (number + _words(token)).split("\n")) if line]
            number = ""
            if _is_heading(tokens[place - 1], lines):
                yield Block(" ".join(lines), kind=Kind.TITLE if tokens[place - 1].tag == "h1" else Kind.HEADING)
            else:
                kind = Kind.ITEM if token.level > 1 else Kind.PARAGRAPH
                yield from (Block(line, kind=kind, gap=not at) for at, line in enumerate(lines))


def _is_heading(opened: "Token", lines: Sequence[str]) -> bool:
    """Return whether it is marked as a heading, but not by a rule below several lines, a sentence or a byline."""
    if opened.type != "heading_open" or opened.markup.startswith("#"):
        return opened.type == "heading_open"
    return len(lines) == 1 and not (Block(lines[0]).stopped or is_meta(Block(lines[0])))


def _words(token: "Token") -> str:
    """Return what a line or lines show, without pictures."""
    return clean_text("".join(map(_shown, token.children or ())))


def _shown(part: "Token") -> str:
    if part.type == "text":
        return _STRONG.sub(r"\2", part.content)
    return part.content if part.type == "code_inline" else "\n" if part.type.endswith("break") else ""
