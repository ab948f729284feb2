"""Which reader a file gets, by its first bytes before its name: the only place where readers are named."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from ..types import Article, ReadOptions
from . import dump, epub, feed, html, mail, markdown, opendocument, pasted, pdf, rtf, table, word, zipped
from .document import Document
from .failure import ReadFailure, UnreadableError

Reader: TypeAlias = Callable[[Document, ReadOptions], Iterator[Article | ReadFailure]]

FEED = re.compile(r"<(?:!doctype\s+)?(?:rss|feed|rdf:rdf)[\s>]")
"""What a feed begins with."""
_PROLOGUE = re.compile(r"(?:[\s\ufeff]++|<!--.*?-->|<\?.*?\?>)*+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file: how its name ends, how its content begins, and who reads it."""

    suffixes: tuple[str, ...]
    begins: Callable[[bytes, str], bool]
    """Whether a file's first bytes, and the same as lenient text, are of this format."""
    read: Reader


def _is_rows(_head: bytes, text: str) -> bool:
    """A first line that is a JSON object, or the beginning of one too long to see the end of."""
    line, newline, _ = text.lstrip("\ufeff \t\r\n").partition("\n")
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return not newline and bool(re.match(r'\{\s*"(?:[^"\\]|\\.)*"\s*:', line))


def beginning(text: str) -> str:
    """Return what markup begins with, in small letters: comments and declarations aside, which any may begin with."""
    return _PROLOGUE.sub("", text, count=1)[:100].lower()


def _is_page(_head: bytes, text: str) -> bool:
    """A document type, or a root element that only pages have."""
    return beginning(text).startswith(("<!doctype html", "<html", "<head", "<body"))


def _has_front_matter(_head: bytes, text: str) -> bool:
    return bool(
        re.match(r"\ufeff?\+\+\+[ \t]*\r?\n(?:[^\n]*\n){0,80}?\+\+\+[ \t]*(?:\r?\n|\Z)", text)
        or re.match(r"\ufeff?---[ \t]*\r?\n[\w-]+\s*:[^\n]*\n(?:[^\n]*\n){0,80}?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", text)
    )


def _is_mail(_head: bytes, text: str) -> bool:
    """The lines that any mail begins with, who wrote it and what of among them, and a blank one."""
    match = re.match(r"(?:[A-Z][\w-]*: [^\n]*\n(?:[ \t]+\S[^\n]*\n)*+){3,80}+\r?\n", text)
    return match is not None and all(f"\n{name}: " in f"\n{match[0]}" for name in ("From", "Subject"))


def _never(_head: bytes, _text: str) -> bool:
    return False


def _is_pdf(head: bytes, _text: str) -> bool:
    return head.lstrip(b"\xef\xbb\xbf\0 \t\r\n").startswith(b"%PDF-")


def _is_rtf(head: bytes, _text: str) -> bool:
    return head.startswith(b"{\\rtf")


def _is_opendocument(head: bytes, text: str) -> bool:
    """The standard has the file begin so."""
    return _is_zip(head, text) and b"mimetypeapplication/vnd.oasis.opendocument.text" in head[:100]


def _is_zip(head: bytes, _text: str) -> bool:
    return head.startswith(b"PK\x03\x04")


def _read_zip(document: Document, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    """Members say what a zip file is; its name, where they cannot be told. The reader of books says what is none."""
    content = document.read()
    members = zipped.names(content)
    is_word = any(name.startswith("word/") for name in members) if members else document.suffix == ".docx"
    read = word.read if is_word and epub.CONTAINER not in members else epub.read
    yield from read(replace(document, content=content), options)  # which is not read from the disk again


def _is_feed(_head: bytes, text: str) -> bool:
    return bool(FEED.match(beginning(text)))


FORMATS = (
    Format((".pdf",), _is_pdf, pdf.read),
    Format((".odt",), _is_opendocument, opendocument.read),
    Format((".rtf",), _is_rtf, rtf.read),
    Format((".docx", ".epub"), _is_zip, _read_zip),
    Format((".rss", ".atom", ".xml"), _is_feed, feed.read),
    Format((".jsonl", ".ndjson", ".json"), _is_rows, dump.read),
    Format((".html", ".htm", ".xhtml"), _is_page, html.read),
    Format((".md", ".markdown"), _has_front_matter, markdown.read),
    Format((".eml", ".mht", ".mhtml"), _is_mail, mail.read),
    Format((".csv", ".tsv"), _never, table.read),
    Format((".txt", ".text"), _never, pasted.read),
)
"""In order of asking; the last is for whatever nothing else knows."""

SUFFIXES = frozenset(suffix for known in FORMATS for suffix in known.suffixes)
NAMED_ONLY = frozenset({".csv", ".tsv"})
"""Of files in folders these are passed over: few tables there hold articles, and a bad one would be told each time."""


def reader_for(document: Document) -> Reader:
    """Return the reader that a file's content asks for; where the content is silent, its name decides.

    Raises UnreadableError for what would be read as one text, and is many.
    """
    head = document.head()
    text = head.decode("utf-8", "replace")
    if re.match(r"From \S[^\n]*\n[A-Z][\w-]*: ", text):
        raise UnreadableError("this is an archive of mails in one file", "save each mail as a file of its own: .eml")
    for known in FORMATS:
        if known.begins(head, text):
            return known.read
    for known in FORMATS:
        if document.suffix in known.suffixes:
            return known.read
    return FORMATS[-1].read
