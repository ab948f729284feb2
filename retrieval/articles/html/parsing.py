"""Parses markup of any quality into element trees of bounded size, with lxml, imported when first needed.

Markup nested more deeply than parsers support becomes flat text.
"""

import html
import re
from typing import Any

from ..failure import UnreadableError, library
from .notes import without_notes
from .tables import with_rows

_MAX_CHARS = 4_000_000
"""Maximum length of markup without scripts, styles and embedded files; the rest contains no article."""
_EMBEDDED = re.compile(r"data:[\w/+.-]+;base64,[A-Za-z0-9+/=\s%]{200,}")
_CODE_TAGS = ("script", "style", "svg", "template")
_BREAKING = re.compile(
    r"<\s*+/?\s*+(?:p|div|br|h[1-6]|li|ul|ol|tr|td|th|table|section|article|blockquote|pre|hr|body|main|title)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_CROWDED = re.compile(
    r"(<[a-z](?=[^<>]{5000})(?:\"[^\"<>]*+\"|'[^'<>]*+'|[\w:.-]++|[^\w:.<>-]){3000}+)[^<>]*+", re.IGNORECASE
)
"""A tag with more attributes than any has: the parser compares each with all others, and cannot be interrupted."""
_PLAIN = re.compile(r"<pre\b[^<>]{0,500}>(?:[^<]++|<(?!/?(?:pre|code|span)\b))*+(?=</pre)", re.IGNORECASE)
"""Text with line breaks of its own, as in archives of mails; code has elements inside."""
_QUOTED = re.compile(r"<(/?)q(?:\s[^<>]{0,500})?>", re.IGNORECASE)
"""Words that a browser shows in quotation marks; extraction would make a paragraph of them."""
_LAST_TAGS = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
"""Below them a browser shows what a template put there by mistake; the parser would begin another page."""
BLANK_LINES = re.compile(r"\n[ \t\r]*\n")
_TAG = re.compile(r"<[!/?a-zA-Z][^<>]{0,2000}>")


def parse_markup(markup: str) -> Any:
    """Return the root of a page or fragment, without note marks and with one line per table row.

    Raises UnreadableError if there is nothing to parse.
    """
    lxml = lxml_html()
    if len(markup) > _MAX_CHARS // 4:
        markup = _EMBEDDED.sub("", markup)
        for tag in _CODE_TAGS:
            markup = _without_elements(markup, tag, but="ld+json")
        markup = markup[:_MAX_CHARS]
    markup = _PLAIN.sub(lambda found: BLANK_LINES.sub("<br><br>", found[0]), markup)
    markup = _QUOTED.sub(lambda found: "”" if found[1] else "“", markup)
    markup = _LAST_TAGS.sub("", _CROWDED.sub(r"\1", markup))
    # The parser refuses an encoding declared in text that is already decoded.
    markup = re.sub(r"^\s*<\?xml[^>]*\?>", "", markup).replace("\x00", "")
    try:
        return with_rows(without_notes(lxml.document_fromstring(markup, parser=_parser(lxml))))
    except (lxml.etree.LxmlError, ValueError, AssertionError) as error:
        remedy = "save it again from the browser, or paste its text into a .txt file"
        raise UnreadableError("its markup cannot be parsed", remedy) from error


def _parser(lxml: Any) -> Any:
    # Trafilatura fails on comments, and they contain no article.
    parser = lxml.HTMLParser(remove_comments=True, remove_pis=True)
    # One class for all elements: lxml's default lookup of special classes calls Python for each element.
    parser.set_element_class_lookup(lxml.etree.ElementDefaultClassLookup(element=lxml.HtmlElement))
    return parser


def _without_elements(markup: str, tag: str, *, but: str = "") -> str:
    """Remove every element of a tag, except those with `but` in their tag, in one pass, whatever is left open."""
    # The only letter whose length changes in lower case, which would shift the offsets.
    low = markup.replace("İ", "i").lower()
    kept: list[str] = []
    here = 0
    while (start := low.find(f"<{tag}", here)) >= 0:
        inside = low.find(">", start)
        end = low.find(f"</{tag}", inside) if inside >= 0 else -1
        after = low.find(">", end) + 1 if end >= 0 else 0
        if not after:
            break
        stays = bool(but) and but in low[start:inside][:300]
        kept.append(markup[here : end if stays else start])
        here = end if stays else after
    return "".join([*kept, markup[here:]])


def lxml_html() -> Any:
    return library("lxml.html", of="web pages", extra="html")


def flat_text(markup: str) -> str:
    """Return the text of some markup, one line per block, without code and title, in time linear in its length."""
    for tag in (*_CODE_TAGS, "noscript", "title"):
        markup = _without_elements(markup, tag)
    return html.unescape(_TAG.sub("", _BREAKING.sub("\n", markup)))
