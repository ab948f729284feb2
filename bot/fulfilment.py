"""Fulfils what `conversation.wishes` reads in a message: which articles to show, and under which heading.

Knows no front end: each one renders the result in its own way.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from retrieval.language.text import each_said
from retrieval.question.filters.published import is_a_scope
from retrieval.question.filters.split import Understood, apply, understand
from retrieval.question.terms import content_words
from retrieval.types import Article, ArticleSummary, Filter, Hit, Lack, Quote, Reason, StandAlone

from .assistant import Assistant
from .conversation import MAY_ASK, Wish, Wished

LATEST = 10
"""Length of a list of the newest articles: one screen."""
_LOOKED_AT = 50
"""Passages searched for articles on a topic."""
_ABOUT = "articles about "
_TRACKING = ("utm_", "fbclid=", "gclid=")
"""How those parts of a query begin that say where a link was found, not what it leads to."""


class Fulfilment(NamedTuple):
    """What a message asks to see of the articles."""

    heading: str
    """A key of the catalogue; its sentence takes the number of articles and the topic."""
    articles: Sequence[Article | ArticleSummary] = ()
    lack: Reason | None = None
    """What to say instead if there is no such article."""


def fulfil(
    wish: Wish,
    assistant: Assistant,
    where: Filter = Filter(),
    *,
    sent_on: Callable[[ArticleSummary], str | None] = lambda _: None,
) -> Fulfilment | None:
    """Return the articles that a message asks for; the front end itself knows which it showed last.

    None if it is a question about their content after all.

    Args:
        where: which articles to choose from.
        sent_on: returns the day on which an article arrived, which stands in for its date among the newest.
    """
    articles = assistant.articles(where)
    if not articles:
        return Fulfilment("reason-articles", lack=None if where.empty else Reason(Lack.SCOPE))
    if wish.wished is Wished.LINK:
        found = _at(wish.about, articles)
        return Fulfilment("wish-link" if found else "wish-no-link", found)
    if wish.wished in {Wished.BY, Wished.WRITTEN, Wished.SCOPED} and (by := _by(wish, assistant)):
        passing = assistant.articles(apply(where, by))
        return Fulfilment("wish-by", passing, None if passing else Reason(Lack.SCOPE))
    topic = wish.about if wish.wished not in {Wished.WRITTEN, Wished.SCOPED} else ""
    on_topic = _on_topic(topic, assistant, where) if topic else []
    if wish.wished in MAY_ASK:
        signed = [it for it in on_topic if it.author]
        return Fulfilment("wish-articles", signed) if signed else None
    if wish.about:
        return Fulfilment("wish-articles", on_topic, None if on_topic else Reason(Lack.MENTION, (wish.about,)))
    if wish.wished is Wished.LATEST:
        articles = sorted(articles, key=lambda it: it.published or sent_on(it) or "", reverse=True)[:LATEST]
    return Fulfilment("latest" if wish.wished is Wished.LATEST else "sources", articles)


def only_one(told: Fulfilment, assistant: Assistant) -> Hit | None:
    """Return the beginning of a list's only article, which "the whole article" then means; None for other lists."""
    if len(told.articles) != 1 or (found := assistant.article_with_passages(told.articles[0].id)) is None:
        return None
    article, (first, *_) = found
    return Hit(first, article, 0.0, Quote(first, 0, len(first.text)))


def _by(wish: Wish, assistant: Assistant) -> Filter | None:
    """Return the filter that an author, a publisher or a time makes; None if the words mean something else."""
    read = _understood(wish.about if wish.wished is Wished.SCOPED else f"articles from {wish.about}", assistant)
    return read.filter if not read.filter.empty and is_a_scope(read.question.own) else None


def _understood(asked: str, assistant: Assistant) -> Understood:
    facets = assistant.facets()
    today = date.today() if facets.dated else None
    return understand(StandAlone(asked), sources=facets.sources, authors=facets.authors, today=today)


def _on_topic(about: str, assistant: Assistant, where: Filter) -> list[Article]:
    """Return the articles that have every word of a topic in their title or in a found passage, newest first.

    A source, an author or a time beside it is where to look: "articles about the tram since March".
    """
    read = _understood(f"{_ABOUT}{about}", assistant)
    topic = read.question.own.removeprefix(_ABOUT)
    hits = assistant.ask(topic, k=_LOOKED_AT, where=apply(where, read.filter)).hits
    found = {hit.article.id: hit.article for hit in hits if all(_said(topic, hit))}
    return sorted(found.values(), key=lambda article: article.published or "", reverse=True)


def _said(topic: str, hit: Hit) -> list[bool]:
    language = hit.article.language
    return each_said(content_words(topic, language), hit.headline_and_text, language)


def _at(address: str, articles: Iterable[ArticleSummary]) -> list[ArticleSummary]:
    """Return the article of a web address, alone; a query may have more or less in it, but nothing else instead."""
    place, query = _parts(address)
    there = [(it, parts[1]) for it in articles if it.url and (parts := _parts(it.url))[0] == place]
    near = [(len(own ^ query), it) for it, own in there if own <= query or query <= own]
    return [min(near, key=itemgetter(0))[1]] if near else []


def _parts(address: str) -> tuple[str, frozenset[str]]:
    """Return a web address in a form that all ways to write it have in common, and the parts of its query."""
    place, _, query = address.partition("#")[0].partition("?")
    parts = (part for part in query.split("&") if part and not part.startswith(_TRACKING))
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", place.casefold()).rstrip("/"), frozenset(parts)
