"""Telegram channels: the `result.json` that Telegram Desktop exports, one article per post. Other chats are refused."""

import json
import re
from collections.abc import Iterator
from typing import Any

from ..types import Article, ReadOptions
from .assemble import assemble
from .boilerplate import Block, Kind, Origin
from .clean import clean_text, clean_value, fold
from .decoding import decode
from .document import Document
from .facts import Facts, offer
from .failure import UnreadableError
from .people import people

BEGINNING = re.compile(
    r'\s*\{\s*"name":\s*(?:null|"(?:[^"\\]|\\.){0,300}"),\s*"type":\s*"\w+",\s*"id":\s*\d+,\s*"messages":'
)
"""The beginning of an exported chat."""


def read(document: Document, options: ReadOptions) -> Iterator[Article]:
    """Yield one article per post with text."""
    try:
        chat = json.loads(decode(document.read()))
        posts = {int(post["id"]): post for post in chat["messages"] if post["type"] == "message"}
    except (ValueError, RecursionError, LookupError, TypeError) as error:
        raise UnreadableError("the export is damaged", "export the channel again, as JSON") from error
    if not str(chat.get("type")).endswith("channel"):
        raise UnreadableError("it is the export of a chat, not of a channel", "export a channel, as JSON")
    for number, post in posts.items():
        pieces = list(_pieces(post.get("text")))
        blocks = [
            Block(line, kind=Kind.PARAGRAPH)
            for line in map(fold, clean_text("".join(text for text, _ in pieces)).split("\n"))
            if any(char.isalnum() for char in line)
        ]
        if not blocks:  # a picture
            continue
        facts: Facts = {}
        first, bold = next((it for it in pieces if any(map(str.isalnum, it[0]))), pieces[0])  # after an emoji
        if bold and len(blocks) > 1 and Block(first).key == blocks[0].key:
            offer(facts, "title", first, "first line")
        offer(facts, "author", people([str(post.get("author") or "")]), "the export")
        offer(facts, "source", clean_value(post.get("forwarded_from")) or chat.get("name"), "the export")
        offer(facts, "published", str(post.get("date"))[:10], "the export")
        uri = f"{document.uri}#{number}"
        try:
            article = assemble(document, options, blocks, facts, origin=Origin.WRITTEN, uri=uri)
        except UnreadableError:  # only a headline and a link
            continue
        yield article


def _pieces(text: Any) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of a post, each with whether it is bold; plain text is exported as it is, links as objects."""
    for piece in text if isinstance(text, list) else [text]:
        if isinstance(piece, dict) and isinstance(piece.get("text"), str):
            yield piece["text"], piece.get("type") == "bold"
        elif isinstance(piece, str) and piece:
            yield piece, False
