"""Markup to element trees, whatever its state: bounded in size, with lxml, which is imported when first needed."""

import re
from typing import Any

from ..failure import UnreadableError

_MAX_CHARS = 4_000_000
"""Of markup left without scripts, styles and embedded files; what is beyond is no article."""
_EMBEDDED = re.compile(r"data:[\w/+.-]+;base64,[A-Za-z0-9+/=\s%]{200,}")
_SCRIPTS = re.compile(
    r"<(script|style|svg|template)\b(?![^>]{0,300}ld\+json)[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL
)


def parse_markup(markup: str) -> Any:
    """Return the root of a page or a piece of one.

    Raises UnreadableError where there is nothing to parse.
    """
    html = lxml_html()
    if len(markup) > _MAX_CHARS // 4:
        markup = _SCRIPTS.sub("", _EMBEDDED.sub("", markup))[:_MAX_CHARS]
    # An encoding named inside text that is already decoded is refused by the parser.
    markup = re.sub(r"^\s*<\?xml[^>]*\?>", "", markup).replace("\x00", "")
    try:
        return html.document_fromstring(markup)
    except (html.etree.LxmlError, ValueError, AssertionError) as error:
        remedy = "save it again from the browser, or paste its text into a .txt file"
        raise UnreadableError("its markup cannot be parsed", remedy) from error


def lxml_html() -> Any:
    """Return lxml's HTML module."""
    try:
        import lxml.html  # noqa: PLC0415 - a heavy extra, needed for pages only
    except ImportError as error:
        raise UnreadableError(
            "reading web pages needs a library that is not installed", "pip install 'byline[html]'"
        ) from error
    return lxml.html
