"""Reads saved RSS and Atom files, also exports of WordPress and Blogger, with feedparser. Fetches nothing."""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from html import unescape
from io import BytesIO
from typing import Any

from msgspec.structs import replace

from ..types import Article, ReadOptions
from .assemble import assemble
from .boilerplate import Block, Kind, Origin
from .clean import clean_text, clean_value, fold
from .dates import find_dates
from .document import Document
from .facts import Facts, offer, value_of
from .failure import ReadFailure, UnreadableError, library
from .html import markup_of, piece_blocks
from .people import people

_NO_POST = re.compile(r"wp_|nav_menu_item|custom_css")
"""Kinds of entries in a WordPress export that are published, but not as articles."""
_BLOGGER = re.compile(r"tag:blogger\.com,1999:blog-\d+\.(?P<kind>[a-z]+)")
"""The beginning of the id of an entry in Blogger's exports; of settings and templates, the kind is another."""
_SHORT_CODE = re.compile(r"\[caption\b.{0,2000}?\[/caption\]|\[/?[\w-]+(?:\s+[\w-]+=[^\[\]]*)\]|\[/[\w-]+\]", re.DOTALL)
"""Short codes, which plug-ins replace: with a value ([gallery ids="1"]) or an end tag; never "[sic]"."""
_PROLOGUE = re.compile(
    r"(?:\s++|<!--.*?-->|<\?.*?\?>|<!doctype[^<>\[]*+(?:\[.*?\]\s*+)?>)*+(?:[^<]|<(?!\w))*+",
    re.DOTALL | re.IGNORECASE,
)
"""What precedes the first element. Its declarations cost feedparser time that grows with the square or cube of their
length, and hold nothing that is needed: the text is decoded already, and feedparser knows the entities of HTML."""
_MAX_NAME = 500
"""Maximum length of a name in which feedparser looks for an address, in time that grows with its square."""
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_LOGIN = re.compile(r"<wp:author_login>([^<]*)<.{0,500}?<wp:author_display_name>([^<]*)<", re.DOTALL)


def read(document: Document, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    """Yield one article per entry; an entry without text yields a failure."""
    content = document.read()
    feed = parsed_feed(content)
    if not feed.entries:
        raise UnreadableError("it is XML, but no feed with entries", "save the feed itself: an RSS or Atom file")
    known: Facts = {}
    offer(known, "source", unescape(feed.feed.get("title", "")), "feed title")
    if feed.version.startswith("atom"):  # its author is that of every entry without one
        offer(known, "author", _authors(feed.feed, {}), "feed")
    logins = _logins(content)
    seen: set[str] = set()
    for number, entry in enumerate(feed.entries, start=1):
        if _is_unpublished(entry):
            continue
        key = clean_value(entry.get("id")) or clean_value(entry.get("link")) or str(number)
        try:
            if key in seen:
                raise UnreadableError(f"an earlier entry has the same id {key!r}", "nothing: the first one is kept")
            seen.add(key)
            yield _article(document, options, entry, key, known=known, logins=logins)
        except UnreadableError as error:
            yield error.at(f"{document.path}, entry {number}")


def parsed_feed(content: bytes) -> Any:
    """Return feedparser's result for a feed.

    Raises UnreadableError if feedparser is not installed, or fails.
    """
    feedparser = library("feedparser", of="feeds", extra="feeds")
    with suppress(AttributeError):  # another version may be made otherwise
        _lighten(feedparser.mixin._FeedParserMixin)
    text = _PROLOGUE.sub("", markup_of(content), count=1)
    # The mark says the encoding. Given plain bytes, feedparser would first try them as a file name.
    stream = BytesIO(f"\ufeff{text}".encode("utf-8", "replace"))
    try:
        # Its markup is cleaned and cut by the same rules as that of pages.
        return feedparser.parse(stream, resolve_relative_uris=False, sanitize_html=False)
    except Exception as error:  # a damaged feed can make feedparser raise anything
        raise UnreadableError("the feed is damaged", "save it again") from error


@cache
def _lighten(parser: Any) -> None:
    """Let feedparser neither compare each category with all others, nor look for an address in an endless name."""
    search = parser._sync_author_detail

    def search_in_short(self: Any, key: str = "author") -> None:
        if len(self._get_context().get(key) or "") <= _MAX_NAME:
            search(self, key)

    parser._sync_author_detail = search_in_short
    parser._add_tag = lambda self, *_: self._get_context().setdefault("tags", [])


def _logins(content: bytes) -> dict[str, str]:
    """Return the display names in a WordPress export by login; empty for other feeds."""
    if b"<wp:author_login>" not in content:
        return {}
    return dict(_LOGIN.findall(_CDATA.sub("", content.decode("utf-8", "replace"))))


def _is_unpublished(entry: Any) -> bool:
    """Return whether a blog shows an entry as no article: exports include drafts, private posts, comments and more."""
    made = _BLOGGER.match(entry.get("id", ""))
    return bool(
        entry.get("wp_status", "publish") != "publish"
        or entry.get("wp_post_password")
        or _NO_POST.match(entry.get("wp_post_type", ""))
        or (made and (made["kind"] not in ("post", "page") or "thr_in-reply-to" in entry))
        or entry.get("app_draft") == "yes"
        or entry.get("blogger_type") == "COMMENT"
        or entry.get("blogger_status", "LIVE") != "LIVE"
    )


def _article(
    document: Document, options: ReadOptions, entry: Any, key: str, *, known: Facts, logins: dict[str, str]
) -> Article:
    facts: Facts = {}
    offer(facts, "title", _plain(entry.get("title", "")), "feed entry")
    offer(facts, "author", _authors(entry, logins), "feed entry")
    offer(facts, "url", entry.get("link"), "feed entry")
    # The other date of a WordPress export is in UTC, or missing.
    offer(facts, "published", _day(entry, "wp_post_date") or _day(entry, "published"), "feed entry")
    if "published" not in facts:
        offer(facts, "published", _day(entry, "updated"), "date of the update")
    contents = [part.get("value", "") for part in entry.get("content", [])]
    markup = max([*contents, entry.get("summary", "")], key=len)
    if "wp_post_type" in entry:
        markup = _SHORT_CODE.sub("", markup)
    uri = f"{document.uri}#{key}"
    blocks = list(_blocks(markup))
    title, source = value_of(facts, "title"), value_of(known, "source")
    if title and source and len(blocks) > 1 and title in blocks[-1].text and source in blocks[-1].text:
        # WordPress adds that the post appeared first there.
        blocks[-1] = replace(blocks[-1], kind=Kind.RUNNING)
    return assemble(document, options, blocks, {**known, **facts}, origin=Origin.EXTRACTED, uri=uri)


def _authors(described: Any, logins: dict[str, str]) -> list[object]:
    """Return the authors of a feed or entry; RSS gives "jane@example.org (Jane Doe)", WordPress gives logins."""
    if match := re.match(r"[^\s@]+@\S+\s+\((?P<name>[^()]+)\)", described.get("author", "")):
        return people([match["name"]])
    names = (author.get("name", "") for author in described.get("authors", []))
    return people([unescape(logins.get(name, name)) for name in names])


def _day(entry: Any, field: str) -> str | None:
    """Return the day of a date, in the time zone where the entry was published rather than in UTC."""
    for _, day in find_dates(entry.get(field, "")[:60]):
        return day
    when = entry.get(f"{field}_parsed")
    return f"{when[0]:04}-{when[1]:02}-{when[2]:02}" if when else None


def _blocks(markup: str) -> Iterator[Block]:
    if "<" in markup or "\n\n" in markup:
        yield from piece_blocks(markup)
    elif text := fold(clean_text(unescape(markup))):
        yield Block(text, kind=Kind.PARAGRAPH)


def _plain(markup: str) -> str:
    return " ".join(block.text for block in _blocks(markup))
