"""Blocks and facts to an article: runs the boilerplate rules and joins the body. Knows no file format."""

from collections.abc import Sequence
from hashlib import blake2b

from ..language import detect_language
from ..types import PARAGRAPH_BREAK, Article
from .boilerplate import Block, Origin, prune
from .document import Document, Options
from .facts import Facts
from .failure import UnreadableError


def file_id(uri: str) -> str:
    """Twelve hexadecimal digits that stand for a place."""
    return blake2b(uri.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def assemble(
    document: Document,
    options: Options,
    blocks: Sequence[Block],
    facts: Facts,
    *,
    origin: Origin,
    uri: str = "",
    article_id: str = "",
) -> Article:
    """Return the article of some blocks.

    Raises UnreadableError where they hold no body.
    """
    pruned = prune(blocks, facts, origin=origin, options=options)
    if not pruned.body:
        raise UnreadableError("there is no article text in it", "check the file, or read everything: --keep-all")
    text = PARAGRAPH_BREAK.join(pruned.body)
    facts = pruned.facts
    if "language" not in facts and (guessed := detect_language(text)):
        facts["language"] = (guessed, "words of the text")
    values = {field: value for field, (value, _) in facts.items()}
    return Article(
        id=article_id or file_id(uri or document.uri),
        uri=uri or document.uri,
        text=text,
        path=document.path,
        also_at=(),
        dropped=tuple(pruned.dropped),
        provenance=tuple((field, place) for field, (_, place) in sorted(facts.items())),
        **values,
    )
