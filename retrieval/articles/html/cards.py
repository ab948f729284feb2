"""Removes from a page what would be taken for its text: the cards of other articles, and the post of who asks.

Also keeps what would be taken for a card: a box of facts.
"""

import re
from typing import Any

from .dropping import drop_all

_BODY_WORDS = 40
"""An element with fewer words in paragraphs contains only an article's headline, not all of the article."""
_LINKED_HEADING = ".//*[self::h2 or self::h3 or self::h4][.//a or ancestor::a]"

_ANSWERED = "//*[contains(@itemtype, 'schema.org/Answer')]//*[@itemprop='text']"
_ASKED = "//*[@itemprop='text'][ancestor::*[@itemtype][1][contains(@itemtype, 'schema.org/Question')]]"

_FACT = re.compile(r"[^\W\d_][^:.!?]{1,40}: ?\S")
"""A label and its value, as in a box of facts: "Opening hours: 9–17"."""


def keep_facts(tree: Any) -> None:
    """Turn each box beside an article's text that lists labels with values into a part of the text."""
    for box in tree.xpath("//aside[ancestor::article or ancestor::main]"):
        items = [" ".join(item.text_content().split()) for item in box.iter("li", "dd", "td")]
        if len(items) > 1 and all(map(_FACT.match, items)) and box.find(".//a") is None:
            box.tag = "div"
            box.attrib.clear()


def drop_asked(tree: Any) -> None:
    """Remove the post that a page's answers are given to: it has the words of every question that they answer."""
    if tree.xpath(_ANSWERED):
        drop_all(tree, tree.xpath(_ASKED))


def drop_cards(tree: Any) -> None:
    """Remove `<article>` elements other than the page's own, if one of them contains the page's headline.

    If none does, a card is recognised by its linked heading, unless cards make up most of the page.
    """
    heads = tree.xpath("//h1[not(ancestor::nav) and not(ancestor::footer)]")[:1]
    if not heads:
        return
    around = {*heads[0].iterancestors()}
    others = [
        it for it in tree.iter("article") if it not in around and around.isdisjoint(it.xpath("ancestor::article"))
    ]
    own = [*heads[0].iterancestors("article")][-1:]  # the outermost
    if sum(map(_words, own)) < _BODY_WORDS:
        others = [it for it in others if it.xpath(_LINKED_HEADING) and not it.xpath(".//h1")]
        if 2 * sum(map(_words, others)) > _words(tree):
            return
    drop_all(tree, others)


def _words(node: Any) -> int:
    return sum(len(" ".join(it.itertext()).split()) for it in node.iter("p"))
