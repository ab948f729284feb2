"""Reads saved pages: trafilatura finds the main text, our rules prune it, and the page's metadata describes it."""

import logging
import re
from collections.abc import Iterator
from typing import Any

from ...types import Article, ReadOptions
from ..assemble import assemble
from ..boilerplate import Block, Origin
from ..clean import clean_text
from ..decoding import decode
from ..document import Document
from ..facts import Facts, value_of
from ..failure import library
from ..pasted import text_blocks
from .between import in_order, once, with_missed, with_structure
from .cards import drop_asked, drop_cards, keep_facts
from .metadata import first_headings, page_facts
from .office import office_blocks, office_body
from .parsing import flat_text, parse_markup
from .tree import picture_names, tree_blocks
from .visible import add_visible_facts, around_headline, standfirst

log = logging.getLogger(__name__)

_MAX_NODES = 60_000
"""For larger pages only our own rules run, in linear time; extraction is not always linear."""
_ASIDES = frozenset(("figure", "figcaption", "aside", "nav", "footer", "head"))
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})|<\?xml[^>]{0,100}?encoding=[\"']([\w-]{2,30})",
    re.IGNORECASE,
)


def read(document: Document, options: ReadOptions, told: Facts | None = None) -> Iterator[Article]:
    """Yield the single article of a saved page.

    Args:
        told: what the header of a mail tells of its page; a heading tells its title better.
    """
    told = dict(told or {})
    markup = markup_of(document.read())
    tree = parse_markup(markup)
    # As in a Word document, metadata name accounts and templates.
    if (body := office_body(tree)) is not None:
        yield assemble(document, options, list(office_blocks(body)), told, origin=Origin.PASTED)
        return
    facts = page_facts(tree)
    if facts.get("title", ("", ""))[1] == "h1":
        told.pop("title", None)
    facts |= told
    # These come before extraction, which modifies the tree.
    captions = picture_names(tree)
    titles = first_headings(tree)
    drop_cards(tree)
    keep_facts(tree)
    if not options.keep_all:
        drop_asked(tree)
    shown = list(tree_blocks(tree, without=_ASIDES))
    seen = around_headline(shown, value_of(facts, "title") or "")
    add_visible_facts(facts, seen)
    facts |= told  # what a page shows corrects its metadata, but no header
    blocks, origin = _blocks(tree, captions, options)
    if len(blocks) == 1 and blocks[0].key not in {block.key for block in shown}:
        # Extraction found no paragraphs, and joined all text of the page.
        blocks, origin = shown, Origin.PASTED
    if origin is Origin.EXTRACTED:
        blocks = once(with_structure(with_missed(in_order(blocks, shown), shown, titles), shown), shown)
        if first := standfirst(seen, blocks):
            blocks.insert(0, first)
    if not blocks:  # parsers fail on nesting hundreds of levels deep
        blocks, origin = text_blocks(clean_text(flat_text(markup))), Origin.PASTED
    yield assemble(document, options, blocks, facts, origin=origin)


def markup_of(content: bytes) -> str:
    """Decode a page, in the encoding that it declares if it is not UTF-8."""
    match = _CHARSET.search(content[:4096])
    declared = next((name.decode("ascii") for name in match.groups() if name), None) if match else None
    return decode(content, declared=declared)


def _blocks(tree: Any, captions: frozenset[str], options: ReadOptions) -> tuple[list[Block], Origin]:
    """Return the main text's blocks; all blocks of the page if it is too large or has no main text."""
    if not options.keep_all and tree.xpath("count(//*)") <= _MAX_NODES:
        body = _main_text(tree)
        if body is not None and (blocks := list(tree_blocks(body, captions=captions))):
            return blocks, Origin.EXTRACTED
    body = tree.find("body")
    return list(tree_blocks(tree if body is None else body, captions=captions)), Origin.PASTED


def _main_text(tree: Any) -> Any:
    """Return the element that trafilatura takes for the main text; None if it finds none or fails."""
    trafilatura = library("trafilatura", of="web pages", extra="html")
    try:
        found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True, fast=True)
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError, AssertionError):
        log.debug("trafilatura gave up", exc_info=True)
        return None
    return getattr(found, "body", None)
