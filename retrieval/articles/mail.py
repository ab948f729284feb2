"""Saved mails and pages saved as one file (MHTML): the part that is read, by the reader of its kind, and its header."""

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, cast

from ..types import Article, ReadOptions
from . import html
from .assemble import assemble
from .boilerplate import Origin
from .clean import clean_text
from .dates import find_dates
from .decoding import decode
from .document import Document
from .facts import Facts, offer
from .failure import UnreadableError
from .pasted import text_blocks

_MAX_PARTED = 30
"""Parts that have parts: the parser's time grows with them times the lines."""


_MAX_HEADER = 4_000
"""Characters of a field of the header that are looked at: a subject of 300 letters, each written as 12 signs. The time
that the parser takes grows with their square and worse."""


class _Lenient(policy.EmailPolicy):
    """A field that the parser stumbles over, as it does over many a broken address, is an empty one."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        try:
            return super().header_fetch_parse(name, value[:_MAX_HEADER])
        except (AttributeError, LookupError, ValueError, RecursionError):
            return super().header_fetch_parse(name, "")


def read(document: Document, options: ReadOptions) -> Iterator[Article]:
    """Yield the one article of a mail or a saved page."""
    content = document.read()
    if content.lower().count(b"multipart/") > _MAX_PARTED:
        raise UnreadableError("it has mails inside mails inside mails", "open it and save its text as .txt")
    message = cast("EmailMessage", message_from_bytes(content, policy=_Lenient()))
    part = message.get_body(("html", "plain", "related"))
    body = part.get_payload(decode=True) if isinstance(part, EmailMessage) else None
    if part is None or not isinstance(body, bytes):
        raise UnreadableError("there is no text in the mail", "open it and save its text as .txt")
    facts = _facts(message)
    text = decode(body, declared=part.get_content_charset())
    if part.get_content_type() == "text/html":
        page = replace(document, content=text.encode("utf-8", "replace"))
        for article in html.read(page, options):
            yield _filled(article, facts)
    else:
        yield assemble(document, options, text_blocks(clean_text(text)), facts, origin=Origin.PASTED)


def _facts(message: EmailMessage) -> Facts:
    facts: Facts = {}
    offer(facts, "title", str(message.get("subject", "")), "mail header")
    offer(facts, "url", str(message.get("snapshot-content-location", "")), "mail header")
    if "url" in facts:  # a browser's: its day is that of saving
        return facts
    sender = message.get("from")
    offer(facts, "author", [address.display_name for address in getattr(sender, "addresses", ())[:1]], "mail header")
    for _, day in find_dates(str(message.get("date", ""))[:60]):
        offer(facts, "published", day, "mail header")
    return facts


def _filled(article: Article, facts: Facts) -> Article:
    """What the page says of itself comes first; a mail's page has no title but that of its template."""
    missing = {field: fact for field, fact in facts.items() if getattr(article, field) is None}
    if "url" not in facts and "title" in facts and dict(article.provenance).get("title") != "h1":
        missing["title"] = facts["title"]
    places = {**dict(article.provenance), **{field: place for field, (_, place) in missing.items()}}
    values: dict[str, Any] = {field: value for field, (value, _) in missing.items()}
    return replace(article, provenance=tuple(sorted(places.items())), **values)
