"""Reads JSON-LD: finds the object of the page's article among those of site, video and author."""

import json
import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any, TypeAlias

Thing: TypeAlias = dict[str, Any]

_ARTICLE = re.compile(r"(?:.*Article|BlogPosting|LiveBlogPosting|Report|Recipe|HowTo|SocialMediaPosting|CreativeWork)$")
_MAX_DEPTH = 12
"""Maximum nesting, since objects are read recursively and a hostile page may nest thousands."""
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
"""In Chinese and Japanese, each character, as there are no spaces between words."""
TITLE_CHARS = 1_000
"""Characters of a title that are compared: it may have millions, and the page as many articles to compare it with."""


def article_of(scripts: Sequence[str], *, near: str) -> Thing | None:
    """Return the article object whose headline is most like `near`, with references resolved; None if there is none."""
    things = [thing for script in scripts for thing in _things(_parsed(script), 0)]
    by_id = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str) and len(thing) > 1}
    articles = [thing for thing in things if _is_article(thing)]
    if not articles:
        return None
    # `max` returns the first of equals: the page's own article comes before related ones.
    best = max(articles, key=lambda thing: (overlap(headline_of(thing), near), "datePublished" in thing))
    return {key: _resolved(value, by_id) for key, value in best.items()}


def names_of(value: Any, depth: int = 0) -> list[str]:
    """Return the names of people or organisations in any form: text, object, or a list of either."""
    if isinstance(value, str):
        return [unescape(value)] if not value.startswith(("http:", "https:", "/")) else []
    if isinstance(value, dict):
        value = [value.get("name")]
    if isinstance(value, list) and depth < _MAX_DEPTH:
        return [name for part in value[:20] for name in names_of(part, depth + 1)]
    return []


def text_of(value: Any) -> str | None:
    """Return the first text of a value that is a text, a list of texts, or an object with an address or a name."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url") or value.get("name")
    return value if isinstance(value, str) else None


def headline_of(thing: Thing) -> str:
    """Return the headline of an object, or its name; "" if it has neither."""
    return unescape(text_of(thing.get("headline")) or text_of(thing.get("name")) or "")


def overlap(one: str, other: str) -> float:
    """Return the share of the two texts' words that are in both (Jaccard similarity), 0 to 1."""
    mine, theirs = ({*_WORD.findall(text[:TITLE_CHARS].lower())} for text in (one, other))
    return len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0


def _parsed(script: str) -> Any:
    cleaned = re.sub(
        r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)[\s;]*$", "", script.strip()
    ).strip(" ;\n")
    try:
        return json.loads(cleaned, strict=False)
    except (ValueError, RecursionError):
        return None


def _things(value: Any, depth: int) -> Iterator[Thing]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for part in value:
            yield from _things(part, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item"):
            yield from _things(value.get(key), depth + 1)


def _is_article(thing: Thing) -> bool:
    kinds = thing.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and _ARTICLE.match(name) for name in names)


def _resolved(value: Any, by_id: dict[str, Thing]) -> Any:
    """Return the value with references replaced by the objects that they refer to."""
    if isinstance(value, dict) and isinstance(value.get("@id"), str) and "name" not in value:
        return {**by_id.get(value["@id"], {}), **value}
    if isinstance(value, list):
        return [part if isinstance(part, list) else _resolved(part, by_id) for part in value]
    return value
