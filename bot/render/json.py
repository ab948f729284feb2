"""Renders answers and articles as JSON, as specified for the command line."""

from collections.abc import Sequence

from retrieval.speakers.attribution import attribute
from retrieval.types import CITED, FACTS, Answer, Article, ArticleSummary, Hit, IndexStatus, Passage, Reported

from .citation import link_to
from .reason import sentences

Json = dict[str, object]


def answer(result: Answer, status: IndexStatus, *, seconds: float, identity: object = None) -> Json:
    """Return a result as `ask --json` prints it."""
    return {
        **({} if identity is None else {"id": identity}),
        **_given(result),
        **({"further": [_given(it) for it in result.further]} if result.further else {}),
        "index": {"generation": str(result.generation), **_fields(status, "model", "articles", "passages")},
        "seconds": round(seconds, 4),
    }


def _given(result: Answer) -> Json:
    quote = result.quote
    return {
        "question": result.question,
        "interpreted_as": result.interpreted_as,
        "understood": "; ".join(result.understood) or None,
        "answered": result.answered,
        "confidence": round(result.confidence, 4),
        "answer": {"text": quote.text, "passage": 0, "start": quote.start, "end": quote.end} if quote else None,
        "reason": sentences(result.reason) if result.reason else None,
        "figures": [_reported(it) for it in result.reported],
        "passages": [_passage(rank, hit) for rank, hit in enumerate(result.hits, 1)],
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
        "said_by": _fields(attribute(hit.quote, hit.article), "speaker", "said_in", "publisher"),
        "link": link_to(article, hit.quote.text),
    }


def _reported(it: Reported) -> Json:
    """Return one article's figures, the sentence that gives them, and its place in the article's text."""
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
    """Return a reference to an article from one of its passages."""
    return _fields(article, "id", *CITED, "path", "digest")


def summary(article: ArticleSummary) -> Json:
    """Return one article of a list, without its text."""
    return _fields(article, "id", *FACTS, "path", "passages")


def article(found: Article, passages: Sequence[Passage]) -> Json:
    """Return an article with its text, its passages and what was dropped."""
    return {
        **_fields(found, "id", *FACTS, "path", "also_at", "text"),
        "passages": [_fields(it, "id", "ordinal", "paragraph", "start", "end", "text") for it in passages],
        "dropped": [_fields(block, "text", "rule", "paragraph") for block in found.dropped],
        "provenance": dict(found.provenance),
    }


def _fields(value: object, *names: str) -> Json:
    return {name: getattr(value, name) for name in names}
