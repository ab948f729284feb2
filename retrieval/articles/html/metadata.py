"""Reads a page's metadata: JSON-LD, then meta tags, then markup. Each value comes with its place."""

import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from ..clean import clean_text, fold
from ..facts import Facts, offer, value_of
from ..people import people
from .jsonld import TITLE_CHARS, article_of, headline_of, names_of, overlap, text_of

_TITLE_BREAK = re.compile(r"\s+[|–—·•»«:/-]\s+|\s*[|»«]\s*")
_TITLE_MARKS = " |–—·•»«:/-\t"
_WORD = re.compile(r"\w+")
_SAME = 0.2
"""A heading and a title with at least this overlap are about the same article."""

_PUBLISHED_METAS = (
    "article:published_time", "article:published", "og:published_time", "og:article:published_time",
    "datepublished", "parsely-pub-date", "publish-date", "publishdate", "publish_date", "published_time",
    "publication_date", "publicationdate", "published-date", "pubdate", "date.published", "sailthru.date",
    "article.published", "cxenseparse:recs:publishtime", "article_date_original", "originalpublicationdate",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dcterms.date", "dc.date",
    "citation_publication_date", "last-published", "date", "displaydate", "ptime", "timestamp", "created",
    "rnews:datepublished", "shareaholic:article_published_time",
)  # fmt: skip
_AUTHOR_METAS = (
    "author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author",
    "citation_author", "byl", "twitter:data1", "cxenseparse:author", "article:author_name",
)  # fmt: skip
_WRITTEN_BY = re.compile(r"\b(?:by|von|par|por|di|door|przez|au?t[eo]u?r\w*|автор\w*)(?!\w)", re.IGNORECASE)
"""Is in a label of "twitter:data1" that announces an author: "Written by", not "Price" or "Category"."""
_SITE_METAS = (
    "og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "apple-mobile-web-app-title",
)  # fmt: skip

_CALLED_TITLE = "//*[self::h1 or self::h2 or self::h3][{}]".format(
    " or ".join(f'contains(concat(" ",@class," ")," {name} ")' for name in ("entry-title", "post-title"))
)


def page_facts(tree: Any) -> Facts:
    """Return the metadata of a parsed page."""
    metas = _metas(tree)
    headings = first_headings(tree)
    title = fold(clean_text("".join(tree.xpath("(//head/title|//title)[1]//text()"))))
    near = " ".join([metas.get("og:title", ""), title, headings[0] if headings else ""])
    scripts = ["".join(script.itertext()) for script in tree.xpath('//script[contains(@type,"ld+json")]')]
    thing = article_of(scripts, near=near) or {}
    facts: Facts = {}
    _offer_url(facts, tree, metas, thing)
    _offer_source(facts, tree, metas, thing)
    # Only the title tag names the article, and it differs from the single heading.
    unnamed = not (thing or "og:title" in metas or "twitter:title" in metas)
    if unnamed and len(headings) == 1 and overlap(headings[0], title) < _SAME:
        title = headings[0] if _told(tree, headings[0]) >= max(0.5, _told(tree, title)) else title
    said = [fold(headline_of(thing)), metas.get("og:title", ""), metas.get("twitter:title", ""), title]
    _offer_title(facts, headings, said)
    _offer_author(facts, tree, metas, thing)
    _offer_date(facts, tree, metas, thing)
    offer(facts, "language", tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"), "html lang")
    offer(facts, "language", text_of(thing.get("inLanguage")), "JSON-LD")
    offer(facts, "language", metas.get("og:locale"), "meta og:locale")
    return facts


def _metas(tree: Any) -> dict[str, str]:
    """Return the content of each meta tag by its name or property in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = fold(clean_text(meta.get("content") or ""))
        if name and content:
            found.setdefault(name, content)
    return found


def first_headings(tree: Any) -> list[str]:
    """Return the page's first-level headings, without those in menus and footers and without the site's name.

    If a single other heading has the class of a title, or is the only one and above all text, return that one instead.
    """
    found = [
        _text(h1) for h1 in tree.xpath("//h1[not(ancestor::nav) and not(ancestor::footer)]")[:20] if not _leads_home(h1)
    ]
    called = tree.xpath(_CALLED_TITLE)
    if len(called) != 1:
        top = next(tree.iter("h2", "p"), None)
        called = tree.xpath("//h2") if not found and top is not None and top.tag == "h2" else []
    if len(called) == 1:  # the first level is used for the site's name, or for nothing
        found = [_text(called[0])]
    return [heading for heading in found if heading]


def _text(node: Any) -> str:
    return fold(clean_text("".join(node.itertext())))


def _leads_home(heading: Any) -> bool:
    """Return whether all of a heading links to the site's home page, so that it is the site's name."""
    link = next(heading.iter("a"), None)
    if link is None:
        link = next(heading.iterancestors("a"), None)
    if link is None or fold("".join(heading.itertext())) not in fold("".join(link.itertext())):
        return False
    href = link.get("href", "").strip()
    try:
        address = urlsplit(href)
    except ValueError:  # "http://[x"
        return False
    return (
        href[:1] not in ("", "#")
        and address.path in ("", "/", "./", "/index.html")
        and not (address.fragment or address.query)
    )


def _told(tree: Any, text: str) -> float:
    """Return the share of a title's longer words that occur in the page's paragraphs."""
    words = {word for word in _WORD.findall(text[:TITLE_CHARS].lower()) if len(word) > 3}
    said = " ".join("".join(node.itertext()) for node in tree.xpath("//p")[:30]).lower()
    return sum(word in said for word in words) / len(words) if words else 0.0


def _offer_url(facts: Facts, tree: Any, metas: dict[str, str], thing: dict[str, Any]) -> None:
    for link in tree.xpath('//link[@rel="canonical"]/@href')[:1]:
        offer(facts, "url", link, "link canonical")
    offer(facts, "url", metas.get("og:url"), "meta og:url")
    offer(facts, "url", text_of(thing.get("mainEntityOfPage")) or text_of(thing.get("url")), "JSON-LD")


def _offer_source(facts: Facts, tree: Any, metas: dict[str, str], thing: dict[str, Any]) -> None:
    offer(facts, "source", metas.get("og:site_name"), "meta og:site_name")
    offer(facts, "source", next(iter(names_of(thing.get("publisher"))), None), "JSON-LD")
    for name in _SITE_METAS:
        offer(facts, "source", metas.get(name), f"meta {name}")
    for heading in tree.xpath("//h1")[:20]:
        if _leads_home(heading):
            offer(facts, "source", "".join(heading.itertext()), "h1")
    if url := value_of(facts, "url"):
        offer(facts, "source", (urlsplit(url).hostname or "").removeprefix("www."), "address")


def _offer_title(facts: Facts, headings: Sequence[str], said: Sequence[str]) -> None:
    """Offer the visible heading that matches the page's metadata; else the metadata without the site's name."""
    named = [text for text in said if text]
    best = max(
        ((overlap(heading, text), -n, heading) for n, heading in enumerate(headings) for text in named), default=None
    )
    # A page's only first-level heading may be worded differently from its metadata, if the subject is the same.
    if best and best[0] >= (0.6 if len(headings) > 1 else _SAME):
        offer(facts, "title", best[2], "h1")
    site = value_of(facts, "source") or ""
    for place, text in zip(("JSON-LD", "meta og:title", "meta twitter:title", "title tag"), said, strict=True):
        offer(facts, "title", _without_site(text, site, headings), place)
    if headings:
        offer(facts, "title", headings[0], "h1")


def _without_site(text: str, site: str, headings: Sequence[str]) -> str:
    """Return a title without the site's name at its end or beginning; that name may itself have several parts."""
    wanted = "".join(_WORD.findall(site.lower()))

    def is_site(part: str) -> bool:
        piece = "".join(_WORD.findall(part.lower()))
        return bool(piece and wanted and (piece in wanted or wanted in piece))

    if wanted and text.startswith(f"{site}: "):
        return text[len(site) :].strip(_TITLE_MARKS)
    breaks = list(_TITLE_BREAK.finditer(text))
    end = len(text)
    while breaks and is_site(text[breaks[-1].end() : end]):
        end = breaks.pop().start()
    if end < len(text):
        return text[:end].strip(_TITLE_MARKS)
    parts = _TITLE_BREAK.split(text)
    if len(parts) > 1 and is_site(parts[0]):
        return text[len(parts[0]) :].strip(_TITLE_MARKS)
    return next((part for part in parts if part in headings), text)


def _offer_author(facts: Facts, tree: Any, metas: dict[str, str], thing: dict[str, Any]) -> None:
    offer(facts, "author", people(names_of(thing.get("author") or thing.get("creator"))), "JSON-LD")
    if not _WRITTEN_BY.search(metas.get("twitter:label1", "by")):
        metas = {**metas, "twitter:data1": ""}
    for name in _AUTHOR_METAS:
        offer(facts, "author", people([metas.get(name, "")]), f"meta {name}")
    for path in (
        '//*[@rel="author"]',
        '//*[@itemprop="name" and ancestor::*[@itemprop="author"]]',
        '//*[@itemprop="author"]',
        '(//*[contains(concat(" ",@class," ")," p-author ")])[1]',  # those of comments follow
        '//*[contains(concat(" ",@class," ")," byline ") or contains(@class,"author-name")'
        ' or contains(@class,"author__name") or contains(@class,"byline-name")]',
    ):
        if "author" in facts:
            return
        found = [fold(clean_text(" ".join(node.itertext()))).replace(" ,", ",") for node in tree.xpath(path)[:4]]
        offer(facts, "author", people(list(dict.fromkeys(found))[:3]), "markup")


def _offer_date(facts: Facts, tree: Any, metas: dict[str, str], thing: dict[str, Any]) -> None:
    for key in ("datePublished", "dateCreated", "uploadDate"):
        offer(facts, "published", text_of(thing.get(key)), "JSON-LD")
    for name in _PUBLISHED_METAS:
        offer(facts, "published", metas.get(name), f"meta {name}")
    for place, value in _times(tree) if "published" not in facts else ():
        offer(facts, "published", value, place)
    url = value_of(facts, "url") or ""
    if match := re.search(r"/((?:19|20)\d\d)[/-]([01]?\d)[/-]([0-3]?\d)(?=[/-])", url):
        offer(facts, "published", f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}", "address")


def _times(tree: Any) -> Iterator[tuple[str, str]]:
    """Yield dates in the markup: one marked as published, then the first `<time>` that is not in a list of others."""
    marked = tree.xpath(
        '//*[@itemprop="datePublished" or @pubdate or contains(@class,"entry-date published")'
        ' or contains(@property,"datePublished") or contains(@class,"dt-published")]'
    )
    for node in marked[:1]:
        yield "markup", node.get("content") or node.get("datetime") or "".join(node.itertext())
    own = (
        "//time[not(ancestor::aside or ancestor::nav or ancestor::footer or ancestor::li)"
        ' and not(contains(@class,"updated") or contains(@class,"modified"))]'
    )
    # In time that grows with the square of their number, "//article//time" first gathers all that is in articles.
    found = tree.xpath(f"{own}[ancestor::article]") or tree.xpath(f"{own}[ancestor::main]") or tree.xpath(own)
    for node in found[:1]:
        yield "time tag", node.get("datetime") or "".join(node.itertext())
