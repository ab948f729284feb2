"""Learns which paragraphs a source repeats in many articles, from the articles alone rather than from words.

Pure; the index knows which articles there are. Reversible: what was set aside keeps its place.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence, Set
from hashlib import blake2b
from urllib.parse import urlsplit

from msgspec.structs import replace

from ...types import PARAGRAPH_BREAK, Article
from .blocks import Block
from .prune import body_and_dropped

RULE = "common"

_WORDS = range(4, 181)
"""Lengths in words of paragraphs to set aside: a shorter one may be a subheading or step, a longer one is content."""
_ARTICLES = 3
_SHARE = 1 / 3
"""Share of a source's articles that must contain a paragraph for it to be boilerplate; in fewer it is background."""
_OWN = 0.5
"""Only articles with at least this share of unique paragraphs are counted: copies and new versions of one story prove
nothing."""


def source_of(article: Article) -> int | None:
    """Return a 64-bit number for the publisher of an article; None if unknown."""
    name = article.source or urlsplit(article.url or "").hostname
    return _number(name.casefold()) if name else None


def keys(article: Article) -> list[int]:
    """Return a 64-bit number for each paragraph that may turn out to be common, whether or not it is set aside already.

    The numbers of a paragraph differ between sources; an article without a source has none.
    """
    source = source_of(article)
    return [] if source is None else [key for key in _keys(source, list(_blocks(article))) if key is not None]


def learn(articles: Sequence[Collection[int]]) -> set[int]:
    """Return the keys of boilerplate paragraphs, given the keys of some articles of one source."""
    counts = Counter(key for held in articles for key in set(held))
    telling = [set(held) for held in articles if sum(counts[key] == 1 for key in held) >= max(1, _OWN * len(held))]
    least = max(_ARTICLES, _SHARE * len(telling))
    found = Counter(key for held in telling for key in held)
    return {key for key, count in found.items() if count >= least}


def stays(holders: int) -> bool:
    """Return whether a learnt paragraph stays learnt if this many articles contain it, however many do not."""
    return holders >= _ARTICLES


def set_aside(article: Article, common: Set[int]) -> Article:
    """Return the article without common paragraphs, and with those restored that are no longer common."""
    source = source_of(article)
    if source is None:
        return article
    blocks = list(_blocks(article))
    verdicts = [
        RULE if key in common else None if verdict == RULE else verdict
        for key, (_, verdict) in zip(_keys(source, blocks), blocks, strict=True)
    ]
    if None not in verdicts or verdicts == [verdict for _, verdict in blocks]:
        return article
    body, dropped = body_and_dropped([block for block, _ in blocks], verdicts)
    return replace(article, text=PARAGRAPH_BREAK.join(body), dropped=tuple(dropped))


def _keys(source: int, blocks: Sequence[tuple[Block, str | None]]) -> Iterator[int | None]:
    """Yield the key of each block; None for one that cannot be common."""
    for block, verdict in blocks:
        asked = verdict in (None, RULE) and block.words in _WORDS
        yield _number(f"{source} {block.key}") if asked else None


def _number(text: str) -> int:
    """Return 64 bits of a text's hash as a signed integer, as SQLite stores them."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _blocks(article: Article) -> Iterator[tuple[Block, str | None]]:
    """Yield body and dropped blocks in the order of the source, each with its rule."""
    dropped = iter(article.dropped)
    waiting = next(dropped, None)
    for number, paragraph in enumerate(article.text.split(PARAGRAPH_BREAK)):
        while waiting is not None and waiting.paragraph <= number:
            yield Block(waiting.text), waiting.rule
            waiting = next(dropped, None)
        yield Block(paragraph), None
    while waiting is not None:
        yield Block(waiting.text), waiting.rule
        waiting = next(dropped, None)
