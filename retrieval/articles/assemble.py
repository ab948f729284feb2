"""Turns blocks and facts into an article: applies the boilerplate rules, joins the body. Knows no file format."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

from msgspec.structs import replace

from ..language.detection import detect_language
from ..types import PARAGRAPH_BREAK, Article, ReadOptions
from .boilerplate import Block, Origin, prune
from .document import Document
from .facts import Facts
from .failure import UnreadableError

_TEMPLATE_PLACES = ("html lang", "meta og:locale", "JSON-LD")
"""Places that often name the language of a page's template rather than its text; enough text is more reliable."""
_ENOUGH_CHARS = 600
"""Some hundred words, among which are the most frequent words of a language."""


def short_id(text: str) -> str:
    """Return twelve hexadecimal digits that identify a text, such as a place."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def assemble(
    document: Document,
    options: ReadOptions,
    blocks: Sequence[Block],
    facts: Facts,
    *,
    origin: Origin,
    uri: str = "",
    article_id: str = "",
) -> Article:
    """Return the article made of these blocks.

    Raises UnreadableError if they contain no body.
    """
    pruned = prune(blocks, facts, origin=origin, options=options)
    if not pruned.body:
        otherwise = ", or read everything: --keep-all" if pruned.dropped else ""
        raise UnreadableError("there is no article text in it", f"check the file{otherwise}")
    text = PARAGRAPH_BREAK.join(pruned.body)
    facts = pruned.facts
    _settle_language(facts, text)
    values: dict[str, Any] = {field: value for field, (value, _) in facts.items()}
    return Article(
        id=article_id or short_id(uri or document.uri),
        uri=uri or document.uri,
        text=text,
        path=document.path,
        dropped=tuple(pruned.dropped),
        provenance=tuple((field, place) for field, (_, place) in sorted(facts.items())),
        **values,
    )


def filled(article: Article, facts: Facts) -> Article:
    """Return the article with what it lacks from these facts."""
    missing = {field: fact for field, fact in facts.items() if getattr(article, field) is None}
    places = {**dict(article.provenance), **{field: place for field, (_, place) in missing.items()}}
    values: dict[str, Any] = {field: value for field, (value, _) in missing.items()}
    return replace(article, provenance=tuple(sorted(places.items())), **values)


def _settle_language(facts: Facts, text: str) -> None:
    """Use the language that the file names, unless only its template names it and the text is clearly in another."""
    said, place = facts.get("language", (None, ""))
    if said is None or (place in _TEMPLATE_PLACES and len(text) >= _ENOUGH_CHARS):
        guessed = detect_language(text)
        if guessed and guessed != said:
            facts["language"] = (guessed, "words of the text")
