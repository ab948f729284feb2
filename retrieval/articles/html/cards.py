"""Other articles' cards on a page: taken out before extraction, which would take the first for the page's own text."""

from typing import Any

_BODY_WORDS = 40
"""An element with fewer words in paragraphs is the headline of an article rather than all of it."""
_LINKED_HEADING = ".//*[self::h2 or self::h3 or self::h4][.//a or ancestor::a]"


def drop_cards(tree: Any) -> None:
    """Take out the elements called articles that do not hold the page's own, where that has its headline in one.

    Without such a one a card is told by its linked heading, as long as the cards do not make up the page.
    """
    heads = tree.xpath("//h1[not(ancestor::nav) and not(ancestor::footer)]")[:1]
    if not heads:
        return
    around = {*heads[0].iterancestors()}
    others = [
        it for it in tree.iter("article") if it not in around and around.isdisjoint(it.xpath("ancestor::article"))
    ]
    own = next((it for it in around if it.tag == "article"), None)
    if own is None or _words(own) < _BODY_WORDS:
        others = [it for it in others if it.xpath(_LINKED_HEADING) and not it.xpath(".//h1")]
        if 2 * sum(map(_words, others)) > _words(tree):
            return
    for card in others:
        card.drop_tree()


def _words(node: Any) -> int:
    return sum(len(" ".join(it.itertext()).split()) for it in node.iter("p"))
