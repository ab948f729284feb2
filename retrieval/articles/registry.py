"""Chooses the reader of a file, by its first bytes before its name; no other module names the readers."""

import json
import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from ..types import Article, ReadOptions
from . import (
    channel,
    dump,
    epub,
    feed,
    html,
    mail,
    markdown,
    opendocument,
    pasted,
    pdf,
    rtf,
    subtitles,
    table,
    whatsapp,
    word,
    zipped,
)
from .document import Document
from .failure import ReadFailure, UnreadableError

Reader: TypeAlias = Callable[[Document, ReadOptions], Iterator[Article | ReadFailure]]

FEED = re.compile(r"<(?:!doctype\s+)?(?:rss|feed|rdf:rdf)[\s>]")
"""The beginning of a feed."""
_ZIP = b"PK\x03\x04"
_PROLOGUE = re.compile(r"(?:[\s\ufeff]++|<!--.*?-->|<\?.*?\?>)*+", re.DOTALL)


class Format(Struct, frozen=True):
    """A file format: its suffixes, a test of the first bytes, and its reader."""

    suffixes: tuple[str, ...]
    begins: Callable[[bytes, str], bool]
    """Return whether a file's first bytes, also given as leniently decoded text, are of this format."""
    read: Reader


def _is_rows(_head: bytes, text: str) -> bool:
    """Return whether the first line is a JSON object, or the beginning of one that is cut off."""
    line, newline, _ = text.lstrip("\ufeff \t\r\n").partition("\n")
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return not newline and bool(re.match(r'\{\s*"(?:[^"\\]|\\.)*"\s*:', line))


def beginning(text: str) -> str:
    """Return the beginning of markup in lower case, after comments and declarations, which precede any format."""
    return _PROLOGUE.sub("", text, count=1)[:100].lower()


def _is_page(_head: bytes, text: str) -> bool:
    """Return whether it begins with HTML's document type, or with an element only HTML has."""
    return beginning(text).startswith(("<!doctype html", "<html", "<head", "<body"))


def _has_front_matter(_head: bytes, text: str) -> bool:
    return bool(
        re.match(r"\ufeff?\+\+\+[ \t]*\r?\n(?:[^\n]*\n){0,80}?\+\+\+[ \t]*(?:\r?\n|\Z)", text)
        or re.match(r"\ufeff?---[ \t]*\r?\n[\w-]+\s*:[^\n]*\n(?:[^\n]*\n){0,80}?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", text)
    )


def _is_chat(text: str) -> bool:
    """Return whether it begins with a message that WhatsApp exported, and another follows."""
    first = whatsapp.MESSAGE.match(text)
    return first is not None and whatsapp.MESSAGE.search(text, first.end()) is not None


def _is_mail(_head: bytes, text: str) -> bool:
    """Return whether it begins with header lines of a mail, From and Subject among them, and a blank line."""
    match = re.match(r"(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*+){3,200}+\r?\n", text)
    return match is not None and all(f"\n{name}:" in f"\n{match[0]}" for name in ("From", "Subject"))


def _is_opendocument(head: bytes, _text: str) -> bool:
    """Return whether a zip file begins as the OpenDocument standard requires."""
    return head.startswith(_ZIP) and b"mimetypeapplication/vnd.oasis.opendocument.text" in head[:100]


def _read_zip(document: Document, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    """Read a zip file by its members, or by its suffix if they are unknown; the EPUB reader reports other zip files."""
    content = document.read()
    members = zipped.names(content)
    is_word = any(name.startswith("word/") for name in members) if members else document.suffix == ".docx"
    read = word.read if is_word and epub.CONTAINER not in members else epub.read
    yield from read(replace(document, content=content), options)  # avoids reading the file from disk again


FORMATS = (
    Format((".pdf",), lambda head, _: head.lstrip(b"\xef\xbb\xbf\0 \t\r\n").startswith(b"%PDF-"), pdf.read),
    Format((".odt",), _is_opendocument, opendocument.read),
    Format((".rtf",), lambda head, _: head.startswith(b"{\\rtf"), rtf.read),
    Format((".docx", ".epub"), lambda head, _: head.startswith(_ZIP), _read_zip),
    Format((".rss", ".atom", ".xml"), lambda _, text: bool(FEED.match(beginning(text))), feed.read),
    Format((), lambda _, text: bool(channel.BEGINNING.match(text.lstrip("\ufeff"))), channel.read),
    Format((".jsonl", ".ndjson", ".json"), _is_rows, dump.read),
    Format((".html", ".htm", ".xhtml"), _is_page, html.read),
    Format((".md", ".markdown"), _has_front_matter, markdown.read),
    Format((".eml", ".mht", ".mhtml"), _is_mail, mail.read),
    Format((".srt", ".vtt"), lambda _, text: bool(subtitles.BEGINNING.match(text.lstrip("\ufeff"))), subtitles.read),
    Format((), lambda _, text: _is_chat(text), whatsapp.read),
    Format((".csv", ".tsv"), lambda *_: False, table.read),
    Format((".txt", ".text"), lambda *_: False, pasted.read),
)
"""In the order in which they are tried; the last one takes what no other recognises."""

SUFFIXES = frozenset(suffix for known in FORMATS for suffix in known.suffixes)
NAMED_ONLY = frozenset({".csv", ".tsv"})
"""Suffixes skipped in folders: few tables there contain articles, and the others would be reported as bad each time."""


def reader_for(document: Document) -> Reader:
    """Return the reader for a document's content; if that shows no format, for its name.

    Raises UnreadableError for an archive of mails or messages, which would be read as a single text.
    """
    head = document.head()
    text = head.decode("utf-8", "replace")
    if re.match(r"From \S[^\n]*\n[A-Z][\w-]*: ", text):
        raise UnreadableError("this is an archive of mails in one file", "save each mail as a file of its own: .eml")
    if "<title>Exported Data</title>" in text[:2_000] and 'class="page_wrap"' in text:
        raise UnreadableError("this is a Telegram chat exported as HTML", "export the channel again, as JSON")
    for known in FORMATS:
        if known.begins(head, text):
            return known.read
    for known in FORMATS:
        if document.suffix in known.suffixes:
            return known.read
    return FORMATS[-1].read
