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
from .people import people

_MAX_PARTED = 30
"""Maximum number of multipart parts: the parser's time grows with their number times the lines."""

_MAX_HEADER = 4_000
"""Characters read of a header field: room for a subject of 300 letters encoded as 12 characters each. The parser's time
grows at least with the square of the length."""

_FLOWED = re.compile(r"(?<!\n--) \r?\n(?=[^\s>])")
"""A line end that is not shown, in a text that says so of itself (RFC 3676), except below "-- ", above a signature."""
_SIGNATURE = re.compile(r"^-- \r?\n(?:[^\s>].*\n?)*", re.MULTILINE)
"""The lines below the mark that mail programs put above a signature."""
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
    """Yield the single article of a mail, or of the mail attached to one without text, or of a saved page."""
    content = document.read()
    if content.lower().count(b"multipart/") > _MAX_PARTED:
        raise UnreadableError("it has mails inside mails inside mails", "open it and save its text as .txt")
    message = cast("EmailMessage", message_from_bytes(content, policy=_Lenient()))
    try:
        yield _article(document, options, message)
    except UnreadableError:
        attached = (part for part in message.walk() if part.get_content_type() == "message/rfc822")
        sent = next((part.get_payload(0) for part in attached if part.is_multipart()), None)
        if not isinstance(sent, EmailMessage):
            raise
        yield _article(document, options, sent)


def _article(document: Document, options: ReadOptions, message: EmailMessage) -> Article:
    parts = _parts(message)
    text = "\n".join(map(_text, parts))
    if not text.strip():
        raise UnreadableError("there is no text in the mail", "open it and save its text as .txt")
    facts = _facts(message, parts[0])
    # In an answer, the text names those whom it cites, and when they wrote.
    sure = {"title", "author", "published"} if "in-reply-to" in message else {"title"}
    known = {field: fact for field, fact in facts.items() if field in sure}
    if parts[0].get_content_type() == "text/html":
        page = replace(document, content=text.encode("utf-8", "replace"))
        (article,) = html.read(page, options, {} if "url" in facts else known)
        return filled(article, facts)
    text = _SIGNATURE.sub("", text)
    if parts[0].get_param("format") == "flowed":  # the space may be part of the text, or only mark that it goes on
        text = _FLOWED.sub("" if parts[0].get_param("delsp") == "yes" else " ", text)
    return filled(assemble(document, options, text_blocks(clean_text(text)), known, origin=Origin.PASTED), facts)


def _parts(message: EmailMessage) -> list[EmailMessage]:
    """Return the parts of the text: one, or several of its type, between which Apple Mail puts pictures."""
    main = message.get_body(("html", "plain", "related"))
    if not isinstance(main, EmailMessage):
        return []
    parts = [part for part in _inline(message) if part.get_content_type() == main.get_content_type()]
    return parts if main in parts else [main]


def _inline(part: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts shown one after the other; a footer that a mailing list adds is marked, as are attachments."""
    if part.get_content_type() in ("multipart/mixed", "multipart/alternative") and part.is_multipart():
        for inner in part.iter_parts():
            yield from _inline(cast("EmailMessage", inner))
    elif part.get_content_disposition() is None:
        yield part


def _text(part: EmailMessage) -> str:
    body = part.get_payload(decode=True)
    return decode(body, declared=part.get_content_charset()) if isinstance(body, bytes) and body.strip() else ""


def _facts(message: EmailMessage, part: EmailMessage) -> Facts:
    facts: Facts = {}
    subject = str(message.get("subject", ""))
    forwarded = _FORWARDED.match(subject)
    offer(facts, "title", subject[forwarded.end() :] if forwarded else subject, "mail header")
    for place in (message.get("snapshot-content-location"), part.get("content-location")):
        offer(facts, "url", str(place or ""), "mail header")
    if "url" in facts or forwarded:  # saved by a browser, or sent on: the date is that of saving or sending
        return facts
    sender = message.get("from")
    names = people([address.display_name for address in getattr(sender, "addresses", ())[:1]])
    offer(facts, "author", names, "mail header")
    offer(facts, "published", str(message.get("date", "")), "mail header")
    return facts
