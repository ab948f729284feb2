"""How articles are cited, and links that scroll to a quote."""

from urllib.parse import quote as percent_encode

from retrieval.language.units import PER_CENT
from retrieval.question.amounts import MONEY
from retrieval.speakers.attribution import attribute
from retrieval.types import Article, ArticleMetadata, ArticleSummary, Filter, Hit, Quote, Reported

from ..locales import DEFAULT, Words, words_in
from .cutting import shorten

_OPENING_UNITS = 70
_EDGE_WORDS = 6
"""Words at each end of a long quote in a text fragment; browsers find the text between them."""

_CLOSED_BY = {'"': '"', "“": "”", "„": "“”", "«": "»", "»": "«"}
"""Closing quotation marks for each opening one, the usual one first."""


def title(article: ArticleMetadata, words: Words | None = None) -> str:
    """Return the article's title, or a substitute if it has none: in lists, how its text begins."""
    opening = article.opening if isinstance(article, ArticleSummary) else ""
    return article.title or shorten(opening, _OPENING_UNITS) or (words or words_in(DEFAULT))("untitled")


def day(article: ArticleMetadata) -> str:
    """Return the day of publication for readers; "" if unknown. JSON also has the hour."""
    return (article.published or "")[:10]


def source_and_date(article: ArticleMetadata) -> str:
    """Return publisher and day; "date unknown" if there is no day."""
    return " · ".join(part for part in (article.source, day(article) or words_in(DEFAULT)("date-unknown")) if part)


def carriers(hit: Hit) -> list[str]:
    """Return the other publishers of a hit's passage with the day of each, in the hit's order, newest first.

    Copies with the same publisher and day as the hit's own article are left out, because they say nothing new.
    """
    own, *others = ((it.source or it.title, day(it)) for it in (hit.article, *hit.also_in))
    return [
        f"{name} ({its_day})" if its_day else name
        for name, its_day in dict.fromkeys(others)
        if name and (name, its_day) != own
    ]


def of_day(it: Reported) -> str:
    """Return one article's figures, publisher and day: "11,000 euros · The Harrow Gazette · 2024-03-15"."""
    figures = " / ".join(dict.fromkeys(map(_with_unit, it.figures)))
    return " · ".join(part for part in (figures, it.article.source or it.article.title, it.as_of) if part)


def _with_unit(figure: Quote) -> str:
    """Return a figure with the currency or the sign that follows it."""
    text, end = figure.passage.text, figure.end
    unit = MONEY.match(text, end + text[end : end + 1].isspace()) or PER_CENT.match(text, end)
    return text[figure.start : unit.end() if unit else end]


def scope(where: Filter) -> str:
    """Return a filter's scope in language-neutral form: "The Harrow Gazette · 2025-03-01 –"."""
    days = f"{where.since or ''} – {where.until or ''}".strip() if where.since or where.until else ""
    return " · ".join(part for part in (*where.authors, *where.sources, *where.languages, days) if part)


def in_quotes(text: str, language: str | None) -> str:
    """Return a quote in the quotation marks of its language, unless it has quotation marks of its own.

    If it begins with an opening mark that is never closed, the closing mark is added.
    """
    if (marks := _CLOSED_BY.get(text[:1])) is None:
        return text if any(mark in text for mark in "“”„«»") else words_in(language)("quoted", text=text)
    opened = text.count(text[0])
    is_open = opened % 2 if text[0] in marks else opened > sum(text.count(mark) for mark in marks)
    return text + marks[0] if is_open else text


def who_says_so(quote: Quote, article: Article) -> str | None:
    """Return who makes the claim in a quote, and to whom, as far as the text says so; None if it does not."""
    found = attribute(quote, article)
    layers = dict.fromkeys(layer for layer in (found.speaker, found.said_in) if layer)
    return " · ".join(layers) or None


def link_to(article: Article, quote: str) -> str | None:
    """Return the article's URL with a text fragment that scrolls to the quote; None if the article has no web address.

    The syntax is that of the WICG's URL Fragment Text Directives: `#:~:text=start,end`.
    """
    if article.url is None or not article.url.lower().startswith(("http://", "https://")):
        return None
    words = quote.split()
    pieces = [words] if len(words) <= 2 * _EDGE_WORDS else [words[:_EDGE_WORDS], words[-_EDGE_WORDS:]]
    # "-" and "," have a meaning in a directive, so they are encoded as well.
    directive = ",".join(percent_encode(" ".join(piece), safe="").replace("-", "%2D") for piece in pieces)
    return f"{article.url}{'' if '#' in article.url else '#'}:~:text={directive}"
