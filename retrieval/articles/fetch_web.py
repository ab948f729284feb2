"""Follows a web address to an article, or to the many that a feed or sitemap names.

Knows no index; callers tell what was fetched before.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

from msgspec.structs import replace

from ..types import Article
from .document import HEAD_BYTES, Document
from .failure import ReadFailure, UnreadableError
from .feed import parsed_feed
from .fetch import Fetched, Fetcher
from .fetch_visit import DocumentReader, Known, Validators, Visit, is_url
from .registry import FEED, SUFFIXES, beginning

MAX_PAGES = 200
"""Maximum number of pages of one feed or sitemap visited in one run; the next run continues with the rest."""

_MAX_DEPTH = 2
"""Depth of links to follow: a sitemap may name further sitemaps."""

_SITEMAP = re.compile(r"<(?:urlset|sitemapindex)[\s>]")


class FetchedWeb:
    """Visits pages, feeds and sitemaps, using a fetcher."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher

    def visit(self, url: str, known: Known, read: DocumentReader, depth: int = _MAX_DEPTH) -> Iterator[Visit]:
        """Yield what an address leads to: the page itself, or the pages that it names and that were not read before."""
        try:
            fetched = self._fetcher.fetch(url, known(url) or Validators())
            links = None if fetched is None else _links(fetched)
        except UnreadableError as error:
            yield Visit(url, (error.at(url),), None)
            return
        if fetched is None:
            yield Visit(url, None, known(url))
        elif links is None:
            found = tuple(_articles(url, fetched, read))
            failed = any(isinstance(it, ReadFailure) for it in found)
            yield Visit(url, found, None if failed else fetched.validators)
        else:
            new = [link for link in dict.fromkeys(links) if known(link) is None] if depth else []
            # The list itself comes last; with validators it is skipped from then on, so only if all of it was read.
            whole = bool(depth) and len(new) <= MAX_PAGES
            for link in new[:MAX_PAGES]:
                for it in self.visit(link, known, read, depth - 1):
                    whole = whole and it.validators is not None
                    yield it
            yield Visit(url, (), fetched.validators if whole else None)


def _links(fetched: Fetched) -> list[str] | None:
    """Return the addresses in a feed or sitemap; None for anything else."""
    head = beginning(fetched.content[:HEAD_BYTES].decode("utf-8", "replace"))
    if FEED.match(head):
        links = [entry.link for entry in parsed_feed(fetched.content).entries if entry.get("link")]
    elif _SITEMAP.match(head):
        links = _sitemap_links(fetched.content)
    else:
        return None
    return list(_addresses(fetched.url, links))


def _addresses(base: str, links: Sequence[str]) -> Iterator[str]:
    """Yield the links as absolute web addresses; skip others."""
    for link in links:
        try:
            whole = urljoin(base, link.strip())
        except ValueError:  # "http://[x"
            continue
        if is_url(whole):
            yield whole


def _sitemap_links(content: bytes) -> list[str]:
    try:
        root = ElementTree.fromstring(content)  # noqa: S314 - expat bounds the expansion of entities
    except (ElementTree.ParseError, LookupError, ValueError) as error:  # the last two for the encoding it declares
        raise UnreadableError("the sitemap is damaged", "try again later") from error
    # Only the `loc` of pages: a page's images and videos have one in another namespace.
    nodes = (node for entry in root for node in entry if node.tag == entry.tag[: entry.tag.find("}") + 1] + "loc")
    return [node.text for node in nodes if node.text]


def _articles(url: str, fetched: Fetched, read: DocumentReader) -> Iterator[Article | ReadFailure]:
    """Read what was fetched as if it were a file at the address."""
    suffix = PurePosixPath(urlsplit(fetched.url).path).suffix.lower()
    document = Document(url, url, _as_utf8(fetched), suffix if suffix in SUFFIXES else ".html")
    for found in read(document):
        yield replace(found, path=None, url=found.url or fetched.url) if isinstance(found, Article) else found


def _as_utf8(fetched: Fetched) -> bytes:
    """Return the content in UTF-8 if only the server names its encoding."""
    try:
        fetched.content.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return fetched.content.decode(fetched.charset or "").encode()
        except (LookupError, ValueError):  # an unknown encoding, or the wrong one
            pass
    return fetched.content
