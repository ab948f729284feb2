"""Fulfils what `conversation.wishes` reads in a message: which articles to show, and under which heading.

Knows no front end: each one renders the result in its own way.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.types import Article, ArticleSummary, Lack, Reason

from .assistant import Assistant
from .conversation import Wish, Wished, article_at, articles_on

LATEST = 10
"""Length of a list of the newest articles: one screen."""
_LOOKED_AT = 50
"""Passages searched for articles on a topic."""


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """What a message asks to see of the articles."""

    heading: str
    """A key of the catalogue; its sentence takes the number of articles and the topic."""
    articles: Sequence[Article | ArticleSummary] = ()
    lack: Reason | None = None
    """What to say instead if no article is on the topic."""


def fulfil(wish: Wish, assistant: Assistant) -> Fulfilment:
    """Return the articles that a message asks for, out of all; the front end itself knows which it showed last."""
    articles = assistant.articles()
    if not articles:
        return Fulfilment("reason-articles")
    if wish.wished is Wished.LINK:
        found = article_at(wish.about, articles)
        return Fulfilment("wish-link", [found]) if found else Fulfilment("wish-no-link")
    if wish.about:
        on_topic = articles_on(wish.about, assistant.ask(wish.about, k=_LOOKED_AT).hits)
        return Fulfilment("wish-articles", on_topic, None if on_topic else Reason(Lack.MENTION, (wish.about,)))
    return Fulfilment("latest", articles[:LATEST]) if wish.wished is Wished.LATEST else Fulfilment("sources", articles)
