"""Messages that ask about the articles themselves, carried out: which articles to show, and under which heading.

Knows no front end: each writes what is told here in its own way.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.types import Article, ArticleSummary, Lack, Reason

from .assistant import Assistant
from .conversation import Wish, Wished, article_at, articles_on

LATEST = 10
"""Articles that a list of the newest names: one screen."""
_LOOKED_AT = 50
"""Passages in which articles about a topic are looked for."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a message wants to see of the articles."""

    heading: str
    """A sentence of the catalogue, of the number of articles and the topic."""
    articles: Sequence[Article | ArticleSummary] = ()
    lack: Reason | None = None
    """What to say instead where no article is about the topic."""


def carry_out(wish: Wish, assistant: Assistant) -> Told:
    """Return what a message wants to see of all articles; what was shown last the front end knows itself."""
    articles = assistant.articles()
    if not articles:
        return Told("no-articles")
    if wish.wished is Wished.LINK:
        found = article_at(wish.about, articles)
        return Told("wish-link", [found]) if found else Told("wish-no-link")
    if wish.about:
        on_topic = articles_on(wish.about, assistant.ask(wish.about, k=_LOOKED_AT).hits)
        return Told("wish-articles", on_topic, None if on_topic else Reason(Lack.MENTION, (wish.about,)))
    return Told("latest", articles[:LATEST]) if wish.wished is Wished.LATEST else Told("sources", articles)
