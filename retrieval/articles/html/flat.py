"""Markup read as a flat run of tags: for pages that nest deeper than any parser follows."""

import html
import re

_BREAKING = re.compile(
    r"<\s*+/?\s*+(?:p|div|br|h[1-6]|li|ul|ol|tr|td|th|table|section|article|blockquote|pre|hr|body|main|title)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[!/?a-zA-Z][^<>]{0,2000}>")


def flat_text(markup: str) -> str:
    """Return the text of some markup, a line for each block; time grows with its length alone."""
    return html.unescape(_TAG.sub("", _BREAKING.sub("\n", markup)))
