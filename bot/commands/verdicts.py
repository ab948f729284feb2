"""Says what became of the quotes of earlier answers: in the index, and in the files that their articles came from."""

import os
from collections.abc import Sequence
from enum import StrEnum
from functools import cache, cached_property, lru_cache
from pathlib import Path

from msgspec import Struct

from retrieval.articles import read_articles
from retrieval.speakers.said_in import full_text
from retrieval.types import CITED, Article, ReadOptions

from ..assistant import Assistant
from .claims import Claim


class State(StrEnum):
    """What became of a quote, from best to worst."""

    UNCHANGED = "unchanged"
    STILL_THERE = "article changed since, quote still there"
    QUOTE_GONE = "article changed since, quote gone"
    ALTERED = "answer altered: not what the article says"
    """The article is unchanged, so the quote, its offsets, speaker or link, or figures, title, source or date were."""
    GONE = "article gone"


class Verdict(Struct, frozen=True):
    """The state of a claim in the index and in the article's file."""

    claim: Claim
    index: State
    file: State | None
    """None if the article has no file, or the file is gone."""

    @property
    def state(self) -> State:
        order = list(State)
        return max((state for state in (self.index, self.file) if state is not None), key=order.index)


class Verifier:
    """Checks claims against an index and the files that it was made from, each file read once.

    Args:
        expected: all the claims, so that only their articles are kept of a large file.
    """

    def __init__(self, assistant: Assistant, reading: ReadOptions, expected: Sequence[Claim]) -> None:
        self._assistant = assistant
        self._reading = reading
        self._expected = {(claim.article_id, claim.digest) for claim in expected}
        self._indexed = cache(assistant.article)
        self._articles_of = cache(self._read)

    def check(self, claim: Claim) -> Verdict:
        """Return what became of a claim."""
        indexed = self._found(claim.article_id, claim.digest)
        file = _file_of(indexed) if indexed else None
        read = _state_of(claim, self._articles_of(file).get(indexed.uri)) if indexed and file else None
        return Verdict(claim, _state_of(claim, indexed), read)

    def _found(self, article_id: str, digest: str) -> Article | None:
        return self._indexed(article_id) or self._elsewhere.get(digest)

    @cached_property
    def _elsewhere(self) -> dict[str, Article]:
        """The articles of the claims by their digests: an article indexed again from another place has another id."""
        digests = {digest for _, digest in self._expected}
        found = (self._assistant.article(summary.id) for summary in self._assistant.articles())
        return {digest: article for article in filter(None, found) if (digest := article.digest) in digests}

    def _read(self, file: Path) -> dict[str, Article]:
        read = read_articles(file, self._reading)
        return {it.uri: it for it in read if isinstance(it, Article) and it.uri in self._uris}

    @cached_property
    def _uris(self) -> set[str]:
        """Where the articles of all claims lie."""
        return {article.uri for it in self._expected if (article := self._found(*it))}


def _state_of(claim: Claim, article: Article | None) -> State:
    """Return what became of a claim in an article as it is now."""
    if article is None:
        return State.GONE
    if _digest(article) != claim.digest:
        return State.STILL_THERE if claim.quote in article.text and claim.sound else State.QUOTE_GONE
    verbatim = article.text[claim.start : claim.start + len(claim.text)] == claim.text
    cited = claim.facts == tuple(getattr(article, name) for name in CITED)
    named = all(name in full_text(article) for name in claim.names)
    return State.UNCHANGED if verbatim and cited and named and claim.sound else State.ALTERED


@lru_cache(maxsize=1024)
def _digest(article: Article) -> str:
    return article.digest


def _file_of(article: Article) -> Path | None:
    """Return the file an article was read from, if it exists; its uri is the path, or the path with `#` and a row."""
    places = (article.uri, article.uri.rpartition("#")[0])
    return next((Path(it) for it in places if it.startswith("/") and os.path.isfile(it)), None)  # noqa: PTH113 - no raise
