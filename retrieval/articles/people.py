"""Extracts names of authors from what pages and programs give, without labels, roles, places and papers."""

import re
from collections.abc import Sequence
from itertools import takewhile

from .boilerplate import Block
from .boilerplate.byline import byline_names
from .boilerplate.patterns import NAME, TITLE_STOP
from .boilerplate.phrases import BY, NEWSROOM, ROLE
from .clean import clean_text, fold

_LABEL = re.compile(rf"^(?:(?:(?:view )?all )?posts by|{BY}|text|autor(?:in|a)?|report:|texte:)\s+", re.IGNORECASE)
_OUR = re.compile(rf"^(?:our|unser\w*|notre|nuestr[oa]|наш\w*)\s+[\w-]+\s+(?={NAME}$)", re.IGNORECASE)
_ASIDE = re.compile(rf"(?:\s*(?:\(|,? ?@|https?:)|(?<=[^\W\d_]{{3}}){TITLE_STOP}\.\s).*$")
_TAIL = re.compile(
    rf"(?P<name>{NAME})(?:\s[-–—|/·•]\s.+|\s(?:in|for|from|aus|für|à|pour|en|para|для|из|з)\s.+|,\s(?P<said>.+))"
)
_NOBODY = re.compile(
    r"\d{3}|^\d+(?:\s\S+)?$|^(?:admin\w*|anonymous|null|undefined|none|unknown|guest|user|www\..*)$", re.IGNORECASE
)
_NEWSROOM = re.compile(NEWSROOM, re.IGNORECASE)


def people(names: Sequence[str]) -> list[object]:
    """Return the names of people, agencies or newsrooms; leave out what is no name: "admin", an address."""
    found: list[str] = []
    for name in names:
        text = fold(clean_text(name))
        bare = [_bare(each) for each in byline_names(Block(text)) or [text]]
        for each in filter(_is_name, bare):
            # "Jane Doe, The Lake Courier": the parser of bylines recognises the names of papers.
            found += (byline_names(Block(f"By {each}")) if "," in each else ()) or [each]
    # A role may be among them: "Jane Doe, Political Editor".
    return [*found[:1], *(name for name in found[1:] if not ROLE.search(name))]


def is_newsroom(name: str) -> bool:
    """Return whether a name is that of a newsroom rather than a person."""
    return _NEWSROOM.fullmatch(name) is not None


def _is_name(text: str) -> bool:
    return 2 <= len(text) <= 80 and "/" not in text[:4] and "@" not in text and not _NOBODY.search(text)


def _bare(text: str) -> str:
    text = _OUR.sub("", _ASIDE.sub("", _LABEL.sub("", text)).strip(" ,;|"))
    if (match := _TAIL.fullmatch(text)) and _is_aside(match["said"]):
        text = match["name"]
    words = text.split()
    capitals = list(takewhile(lambda word: word.isupper() and len(word) > 2, words))
    titled = len(capitals) >= 2 and ROLE.match(" ".join(words[len(capitals) :]))
    return " ".join(capitals) if titled else text


def _is_aside(said: str | None) -> bool:
    """Return whether the text after a name and a comma is a role or a place, not another name."""
    return said is None or " " not in said or said[0].islower() or ROLE.search(said) is not None
