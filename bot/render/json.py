"""Answers and articles as JSON, after the contract of the command line."""

from collections.abc import Sequence

from retrieval.speakers.attribution import attribute
from retrieval.types import Answer, Article, ArticleSummary, Hit, IndexStatus, Passage, Reported

from ..locales import DEFAULT, words
from .citation import link_to
from .reason import sentences

Json = dict[str, object]


def answer(result: Answer, status: IndexStatus, *, seconds: float, identity: object = None) -> Json:
    """Return a result as `ask --json` prints it."""
    quote = result.quote
    return {
        **({} if identity is None else {"id": identity}),
        "question": result.question,
        "interpreted_as": result.interpreted_as,
        "understood": "; ".join(result.understood) or None,
        "answered": result.answered,
        "confidence": round(result.confidence, 4),
        "answer": {"text": quote.text, "passage": 0, "start": quote.start, "end": quote.end} if quote else None,
        "reason": sentences(result.reason, words(DEFAULT)) if result.reason else None,
        "figures": [_reported(it) for it in result.reported],
        "passages": [_passage(rank, hit) for rank, hit in enumerate(result.hits, 1)],
        "index": {
            "generation": str(result.generation),
            "model": status.model,
            "articles": status.articles,
            "passages": status.passages,
        },
        "seconds": round(seconds, 4),
    }


def _passage(rank: int, hit: Hit) -> Json:
    passage, article = hit.passage, hit.article
    return {
        "rank": rank,
        "score": round(hit.score, 4),
        "id": passage.id,
        "text": passage.text,
        "start": passage.start,
        "end": passage.end,
        "quote": {"start": hit.quote.start, "end": hit.quote.end},
        "paragraph": passage.paragraph,
        "article": _reference(article),
        "also_in": [_reference(other) for other in hit.also_in],
        "said_by": _attribution(hit),
        "link": link_to(article, hit.quote.text),
    }


def _reported(it: Reported) -> Json:
    """Return the figures of one article, with the sentence that gives them and its place in the article's text."""
    start = it.quote.passage.start
    return {
        "figures": [figure.text for figure in it.figures],
        "text": it.quote.text,
        "start": start + it.quote.start,
        "end": start + it.quote.end,
        "as_of": it.as_of,
        "article": _reference(it.article),
        "link": link_to(it.article, it.quote.text),
    }


def _reference(article: Article) -> Json:
    """Return how a passage names an article that it stands in."""
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "author": article.author,
        "published": article.published,
        "url": article.url,
        "path": article.path,
        "digest": article.digest,
    }


def _attribution(hit: Hit) -> Json:
    found = attribute(hit.quote, hit.article)
    return {"speaker": found.speaker, "said_in": found.said_in, "publisher": found.publisher}


def summary(article: ArticleSummary) -> Json:
    """Return one article of a list, without its text."""
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "author": article.author,
        "published": article.published,
        "language": article.language,
        "url": article.url,
        "path": article.path,
        "passages": article.passages,
    }


def article(found: Article, passages: Sequence[Passage]) -> Json:
    """Return an article with its text, its passages and what was dropped."""
    return {
        "id": found.id,
        "title": found.title,
        "source": found.source,
        "author": found.author,
        "published": found.published,
        "language": found.language,
        "url": found.url,
        "path": found.path,
        "also_at": list(found.also_at),
        "text": found.text,
        "passages": [
            {
                "id": passage.id,
                "ordinal": passage.ordinal,
                "paragraph": passage.paragraph,
                "start": passage.start,
                "end": passage.end,
                "text": passage.text,
            }
            for passage in passages
        ],
        "dropped": [{"text": block.text, "rule": block.rule, "paragraph": block.paragraph} for block in found.dropped],
        "provenance": dict(found.provenance),
    }
