"""Fulfils what `conversation.wishes` reads in a message: which articles to show, and under which heading.

Knows no front end: each one renders the result in its own way.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from retrieval.language.text import each_said
from retrieval.question.terms import content_words
from retrieval.types import Article, ArticleMetadata, Hit, Lack, Reason

from .assistant import Assistant
from .conversation import Wish, Wished

LATEST = 10
"""Length of a list of the newest articles: one screen."""
_LOOKED_AT = 50
"""Passages searched for articles on a topic."""


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """What a message asks to see of the articles."""

    heading: str
    """A key of the catalogue; its sentence takes the number of articles and the topic."""
    articles: Sequence[ArticleMetadata] = ()
    lack: Reason | None = None
    """What to say instead if no article is on the topic."""


def fulfil(wish: Wish, assistant: Assistant) -> Fulfilment:
    """Return the articles that a message asks for, out of all; the front end itself knows which it showed last."""
    articles = assistant.articles()
    if not articles:
        return Fulfilment("reason-articles")
    if wish.wished is Wished.LINK:
        wanted = _parts(wish.about)
        at = [(_parts(it.url), it) for it in articles if it.url]
        found = [it for parts, it in at if parts == wanted] or [it for parts, it in at if parts[0] == wanted[0]]
        return Fulfilment("wish-link" if found else "wish-no-link", found[:1])
    if wish.about:
        on_topic = _on_topic(wish.about, assistant.ask(wish.about, k=_LOOKED_AT).hits)
        return Fulfilment("wish-articles", on_topic, None if on_topic else Reason(Lack.MENTION, (wish.about,)))
    return Fulfilment("latest", articles[:LATEST]) if wish.wished is Wished.LATEST else Fulfilment("sources", articles)


def _on_topic(topic: str, hits: Iterable[Hit]) -> list[Article]:
    """Return the articles that have every word of a topic in their title or in a found passage, newest first."""
    found = {hit.article.id: hit.article for hit in hits if all(_said(topic, hit))}
    return sorted(found.values(), key=lambda article: article.published or "", reverse=True)


def _said(topic: str, hit: Hit) -> list[bool]:
    language = hit.article.language
    return each_said(content_words(topic, language), hit.headline_and_text, language)


def _parts(address: str) -> tuple[str, str]:
    """Return a web address in a form that all ways to write it have in common, and its query, which may not matter."""
    place, _, query = address.partition("#")[0].partition("?")
    return re.sub(r"^(?:https?://)?(?:www\.)?|/+$", "", place.casefold()), query
