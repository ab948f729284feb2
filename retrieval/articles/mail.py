"""Saved mails and web pages saved as one file (MHTML): the main part, read as its own format, and the header."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, cast

from msgspec.structs import replace

from ..types import Article, ReadOptions
from . import html
from .assemble import assemble, filled
from .boilerplate import Origin
from .clean import clean_text
from .decoding import decode
from .document import Document
from .facts import Facts, offer
from .failure import UnreadableError
from .pasted import text_blocks

_MAX_PARTED = 30
"""Maximum number of multipart parts: the parser's time grows with their number times the lines."""


_MAX_HEADER = 4_000
"""Characters read of a header field: room for a subject of 300 letters encoded as 12 characters each. The parser's time
grows at least with the square of the length."""


_FLOWED = re.compile(r"(?<!\n--) \r?\n(?=[^\s>])")
"""A line end that is not shown, in a text that says so of itself (RFC 3676), except below "-- ", above a signature."""
_FORWARDED = re.compile(r"\s*(?:(?:fwd?|wg|tr|rv)\s*:\s*)+", re.IGNORECASE)
"""What mail programs put before the subject of a mail sent on, in English, German, French and Spanish."""


class _Lenient(policy.EmailPolicy):
    """Treats a field that the parser cannot handle, such as many a broken address, as empty."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        try:
            return super().header_fetch_parse(name, value[:_MAX_HEADER])
        except (AttributeError, LookupError, ValueError, RecursionError):
            return super().header_fetch_parse(name, "")


def read(document: Document, options: ReadOptions) -> Iterator[Article]:
    """Yield the single article of a mail or a saved page."""
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
            yield _with_header(article, facts)
    else:
        if part.get_param("format") == "flowed":  # the space may be part of the text, or only mark that it goes on
            text = _FLOWED.sub("" if part.get_param("delsp") == "yes" else " ", text)
        title = {field: fact for field, fact in facts.items() if field == "title"}
        yield filled(assemble(document, options, text_blocks(clean_text(text)), title, origin=Origin.PASTED), facts)


def _facts(message: EmailMessage) -> Facts:
    facts: Facts = {}
    subject = str(message.get("subject", ""))
    forwarded = _FORWARDED.match(subject)
    offer(facts, "title", subject[forwarded.end() :] if forwarded else subject, "mail header")
    offer(facts, "url", str(message.get("snapshot-content-location", "")), "mail header")
    if "url" in facts or forwarded:  # saved by a browser, or sent on: the date is that of saving or sending
        return facts
    sender = message.get("from")
    offer(facts, "author", [address.display_name for address in getattr(sender, "addresses", ())[:1]], "mail header")
    offer(facts, "published", str(message.get("date", "")), "mail header")
    return facts


def _with_header(article: Article, facts: Facts) -> Article:
    """Return the page of a mail with what it lacks from the header; its own title is often only its template's."""
    if "url" not in facts and "title" in facts and dict(article.provenance).get("title") != "h1":
        article = replace(article, title=None)
    return filled(article, facts)
