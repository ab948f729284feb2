"""Collects metadata for an article: each value with the place where it was found. The first value of a field stays."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import TypeAlias
from urllib.parse import urlsplit

from .clean import clean_value
from .dates import find_dates

Facts: TypeAlias = dict[str, tuple[str, str]]
"""Maps a field of `Article` to `(value, place)`."""

ALIASES = {
    "language": ("language", "lang"),  # first, as it says which number of "2/3/2026" is the day
    "title": ("title", "headline"),
    "source": ("source", "publisher", "publication", "site", "site_name"),
    "author": ("author", "authors", "byline"),
    "published": (
        "published", "published_at", "publishedAt", "datePublished", "date_published", "pubDate", "publish_date",
        "publishDate", "date",
    ),
    "url": ("url", "link", "canonical_url"),
}  # fmt: skip
"""How dumps and front matter name each field."""

_ISO = re.compile(r"([12]\d{3})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?")
"""In years of four digits: programs write 0001-01-01 or 0101-01-01 for a date that they do not know."""
_COMPACT = re.compile(r"^((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_DATE_CHARS = 100
"""Room for "Tuesday, 5 March 2024, 08:30"; a date further behind is part of a text."""
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_][a-z0-9]+)*", re.IGNORECASE)
_MAX_CHARS = 500
"""Maximum length of a title or name: a longer one is a piece of text in the wrong field."""


def value_of(facts: Facts, field: str) -> str | None:
    """Return the value of a field; None while it is not set."""
    return facts[field][0] if field in facts else None


def offer(facts: Facts, field: str, value: object, place: str) -> None:
    """Set a field unless it is set already or cannot hold the value."""
    cleaned = _names(value) if isinstance(value, list) else clean_value(value)
    if cleaned and field == "published":
        cleaned = _date(cleaned, value_of(facts, "language"))
    elif cleaned and field in _READ:
        cleaned = _READ[field](cleaned)
    if cleaned and len(cleaned) <= _MAX_CHARS * (4 if field == "url" else 1):
        facts.setdefault(field, (cleaned, place))


def _date(value: str, language: str | None) -> str | None:
    """Return the date, or date and time, at the beginning of a value in ISO 8601; else the first full date in it."""
    iso = _iso_date(_COMPACT.sub(r"\1-\2-\3", value))
    return iso or next((day for _, day in find_dates(value[:_DATE_CHARS], language=language)), None)


def _iso_date(value: str) -> str | None:
    """Return an ISO 8601 date, or date and time, if its day exists; None for anything else."""
    match = _ISO.match(value)
    if not match:
        return None
    try:
        date(*(int(part) for part in match.groups()))
        whole = datetime.fromisoformat(match.group()).isoformat() if len(match.group()) > 10 else match.group(0)
    except ValueError:
        return None
    midnight = "T00:00:00"
    # A page that shows midnight has a date and a template, but no time.
    return whole[:10] if whole[10:].startswith(midnight) and len(whole) <= 25 else whole


def _address(value: str) -> str | None:
    try:
        host = urlsplit(value).hostname
    except ValueError:  # "http://[x"
        return None
    return value if host and re.match(r"https?://\S+$", value) else None


def _publisher(value: str) -> str | None:
    return None if _address(value) else value


def _names(values: list[object]) -> str | None:
    names = [name for name in map(clean_value, values) if name]
    return ", ".join(dict.fromkeys(names)) or None


def _language(value: str) -> str | None:
    match = _LANGUAGE.fullmatch(value)
    return match[1].lower() if match else None


_READ: dict[str, Callable[[str], str | None]] = {"language": _language, "url": _address, "source": _publisher}
"""How the fields that are not plain text are read."""
