"""The reader of saved pages: trafilatura finds the main text, our rules prune it, the page's own words describe it."""

import logging
import re
from collections.abc import Iterator
from typing import Any

from ...types import Article
from ..assemble import assemble
from ..boilerplate import Block, Origin
from ..decoding import decode
from ..document import Document, Options
from ..failure import UnreadableError
from .metadata import page_facts
from .tree import tree_blocks
from .visible import add_visible_facts, around_headline, standfirst

logger = logging.getLogger(__name__)

_MAX_CHARS = 4_000_000
"""Of markup left without scripts, styles and embedded files; what is beyond is no article."""
_MAX_NODES = 60_000
"""Above, only our own rules run, whose time grows with the text; extraction's does not always."""
_ASIDES = frozenset(("figure", "figcaption", "aside", "nav", "footer", "head"))
_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,30})|<\?xml[^>]{0,100}?encoding=["']([\w-]{2,30})""",
    re.IGNORECASE,
)
_EMBEDDED = re.compile(r"""data:[\w/+.-]+;base64,[A-Za-z0-9+/=\s%]{200,}""")
_SCRIPTS = re.compile(
    r"""<(script|style|svg|template)\b(?![^>]{0,300}ld\+json)[^>]*>.*?</\1\s*>""", re.IGNORECASE | re.DOTALL
)


def read(document: Document, options: Options) -> Iterator[Article]:
    """Yield the one article of a saved page."""
    markup = markup_of(document.read())
    yield page_article(document, options, markup)


def markup_of(content: bytes) -> str:
    """Decode a page, by what it says of its encoding where it is not UTF-8."""
    match = _CHARSET.search(content[:4096])
    declared = next((name.decode("ascii") for name in match.groups() if name), None) if match else None
    return decode(content, declared=declared)


def page_article(document: Document, options: Options, markup: str) -> Article:
    """Return the article of a page.

    Raises UnreadableError where the page cannot be parsed or holds no text.
    """
    tree = _parsed(markup)
    facts = page_facts(tree)
    # Before extraction, which takes the tree apart.
    seen = around_headline(list(tree_blocks(tree, without=_ASIDES)), facts["title"][0] if "title" in facts else "")
    add_visible_facts(facts, seen)
    blocks, origin = _blocks(tree, options)
    if origin is Origin.EXTRACTED and (first := standfirst(seen, blocks)):
        blocks.insert(0, first)
    return assemble(document, options, blocks, facts, origin=origin)


def _parsed(markup: str) -> Any:
    lxml_html = _libraries()[0]
    if len(markup) > _MAX_CHARS // 4:
        markup = _SCRIPTS.sub("", _EMBEDDED.sub("", markup))[:_MAX_CHARS]
    # An encoding named inside text that is already decoded is refused by the parser.
    markup = re.sub(r"^\s*<\?xml[^>]*\?>", "", markup).replace("\x00", "")
    try:
        tree = lxml_html.document_fromstring(markup)
    except (lxml_html.etree.LxmlError, ValueError, AssertionError) as error:
        raise UnreadableError(
            "the page cannot be parsed", "save it again from the browser, or paste its text into a .txt file"
        ) from error
    return tree


def _blocks(tree: Any, options: Options) -> tuple[list[Block], Origin]:
    """The main text's blocks; everything on the page where there is too much of it or no main text."""
    if not options.keep_all and sum(1 for _ in tree.iter()) <= _MAX_NODES:
        body = _main_text(tree)
        if body is not None and (blocks := list(tree_blocks(body))):
            return blocks, Origin.EXTRACTED
    return list(tree_blocks(tree.find("body") if tree.find("body") is not None else tree)), Origin.PASTED


def _main_text(tree: Any) -> Any:
    """What trafilatura takes for the main text, as an element; None when it finds none or stumbles."""
    trafilatura = _libraries()[1]
    try:
        found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True, favor_precision=False)
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError, AssertionError):
        logger.debug("trafilatura gave up", exc_info=True)
        return None
    return found.body if found is not None else None


def _libraries() -> tuple[Any, Any]:
    try:
        import lxml.html
        import trafilatura
    except ImportError as error:
        raise UnreadableError(
            "reading web pages needs a library that is not installed", "pip install 'byline[html]'"
        ) from error
    return lxml.html, trafilatura
