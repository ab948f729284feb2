"""Collects metadata for an article: each value with the place where it was found. The first value of a field stays."""

import re
from datetime import date, datetime
from typing import TypeAlias
from urllib.parse import urlsplit

from .clean import clean_value

Facts: TypeAlias = dict[str, tuple[str, str]]
"""Maps a field of `Article` to `(value, place)`."""

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?")
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_][a-z0-9]+)*", re.IGNORECASE)
_MAX_CHARS = 500
"""Maximum length of a title or name: a longer one is a piece of text in the wrong field."""


def offer(facts: Facts, field: str, value: object, place: str) -> None:
    """Set a field unless it is set already or cannot hold the value."""
    cleaned = _names(value) if isinstance(value, list) else clean_value(value)
    if cleaned and field == "published":
        cleaned = _iso_date(cleaned)
    elif cleaned and field == "language":
        cleaned = _language(cleaned)
    elif cleaned and field == "url":
        cleaned = _address(cleaned)
    elif cleaned and field == "source":
        cleaned = None if _address(cleaned) else cleaned
    if cleaned and len(cleaned) <= _MAX_CHARS * (4 if field == "url" else 1):
        facts.setdefault(field, (cleaned, place))


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


def _names(values: list[object]) -> str | None:
    names = [name for name in map(clean_value, values) if name]
    return ", ".join(dict.fromkeys(names)) or None


def _language(value: str) -> str | None:
    match = _LANGUAGE.fullmatch(value)
    return match[1].lower() if match else None
