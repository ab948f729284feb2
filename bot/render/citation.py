"""How an article is named wherever it is cited, and the link that scrolls to a quote."""

from urllib.parse import quote as percent_encode

from retrieval.speakers.attribution import attribute
from retrieval.types import Article, ArticleSummary, Filter, Hit, Quote, Reported

from ..locales import DEFAULT, Words, words

_EDGE_WORDS = 6
"""Words at each end of a long quote that a text fragment names; browsers look for the stretch between them."""


_CLOSED_BY = {'"': '"', "“": "”", "„": "“”", "«": "»", "»": "«"}
"""What closes speech that begins with each mark, the usual one first."""


def title(article: Article | ArticleSummary, wording: Words | None = None) -> str:
    """Return the article's title, or what stands for it."""
    return article.title or (wording or words(DEFAULT))("untitled")


def day(article: Article | ArticleSummary) -> str:
    """Return the day of publication, as people read it, empty where it is unknown; the hour is in JSON."""
    return (article.published or "")[:10]


def source_and_date(article: Article | ArticleSummary) -> str:
    """Return publisher and day, "date unknown" where there is none."""
    return " · ".join(part for part in (article.source, day(article) or words(DEFAULT)("date-unknown")) if part)


def carriers(hit: Hit) -> list[str]:
    """Return who else carries a hit's passage, with the day of each, as the hit names them: the newest first.

    A copy that the same paper had on the same day says nothing that the hit's own source does not.
    """
    own, *others = ((it.source or it.title, day(it)) for it in (hit.article, *hit.also_in))
    return [
        f"{name} ({its_day})" if its_day else name
        for name, its_day in dict.fromkeys(others)
        if name and (name, its_day) != own
    ]


def of_day(it: Reported) -> str:
    """Return the figures of one article, its publisher and its day: "11,000 · The Harrow Gazette · 2024-03-15"."""
    figures = " / ".join(dict.fromkeys(figure.text for figure in it.figures))
    return " · ".join(part for part in (figures, it.article.source or it.article.title, it.as_of) if part)


def scope(where: Filter) -> str:
    """Return which articles a filter lets through, in no language: "The Harrow Gazette · 2025-03-01 –"."""
    days = f"{where.since or ''} – {where.until or ''}".strip() if where.since or where.until else ""
    return " · ".join(part for part in (*where.authors, *where.sources, *where.languages, days) if part)


def in_quotes(text: str, language: str | None) -> str:
    """Return a quote between the quotation marks of its language, unless it has such marks of its own.

    One that begins with its own gets what closes it where it does not.
    """
    if (marks := _CLOSED_BY.get(text[:1])) is None:
        return text if any(mark in text for mark in "“”„«»") else words(language)("quoted", text=text)
    opened = text.count(text[0])
    is_open = opened % 2 if text[0] in marks else opened > sum(text.count(mark) for mark in marks)
    return text + marks[0] if is_open else text


def who_says_so(quote: Quote, article: Article) -> str | None:
    """Return whose claim a quote is and to whom it was made, as far as the text says; None where it does not."""
    found = attribute(quote, article)
    layers = dict.fromkeys(layer for layer in (found.speaker, found.said_in) if layer)
    return " · ".join(layers) or None


def link_to(article: Article, quote: str) -> str | None:
    """Return the article's URL with a text fragment that scrolls to the quote; None without a web address.

    The syntax is that of the URL Fragment Text Directives of the WICG: `#:~:text=start,end`.
    """
    if article.url is None or not article.url.lower().startswith(("http://", "https://")):
        return None
    words = quote.split()
    if not words:
        return article.url
    pieces = [words] if len(words) <= 2 * _EDGE_WORDS else [words[:_EDGE_WORDS], words[-_EDGE_WORDS:]]
    # "-" and "," mean something in a directive, so they are encoded as well.
    directive = ",".join(percent_encode(" ".join(piece), safe="").replace("-", "%2D") for piece in pieces)
    return f"{article.url}{'' if '#' in article.url else '#'}:~:text={directive}"
