"""Recognises notes about the author at the end of an article."""

import re
from collections.abc import Sequence

from ...language.stop_words import SMALL_WORDS
from ...patterns import CAPITAL
from . import phrases
from .blocks import Block, kept
from .patterns import NAME

_LAST = 4
"""Number of blocks at the end of a body where an author may be introduced."""

_IS = (
    rf"(?:(?:is|ist|es|est|è|é|är|er) (?:an?|the|eine?|der|die|une?|una|le|la|el|um|uma|en|ett|{CAPITAL}[\w'’]*)|works|"
    r"writes|covers|lives|arbeitet|schreibt|lebt|trabaja|escribe|travaille|écrit|работает|пишет)"
)
"""What people are or do. A copula before anything but an article or a noun says more: "South Korea is expected"."""
_INTRODUCTION = re.compile(rf"(?P<name>{NAME})(?:,? \([^)]*\))?,?\s{_IS}\s")
_ABOUT = re.compile(
    rf"(?:(?:about|über|sobre|à propos de|o|om|over|об?) {NAME}|"
    r"about (?:the |our )?(?:authors?|writers?|contributors?)|"
    r"(?:zur?|über (?:den|die|unsere[nr]?)) (?:person|autor(?:in|en)?)|(?:der|die) autor(?:in)?|autor(?:in)?|"
    r"(?:sobre|acerca de(?:l| la)?) (?:el |la |o |a )?(?:autora?|firma)|el autor|la autora|à propos de l.auteure?|"
    r"l.auteure?|"
    r"l.autore|o autorze|об авторе|про автора|authors?)\W*$",
    re.IGNORECASE,
)


def mark_bios(blocks: Sequence[Block], verdicts: list[str | None], author: str | None) -> None:
    """Mark notes about the author at the end: a person with no part in the story, or the author by name."""
    body = kept(verdicts)
    names = [name.casefold() for name in (author or "").split(", ") if " " in name]
    for place in body[-_LAST:]:
        block = blocks[place]
        heading = blocks[place - 1] if place else None
        if heading is not None and place - 1 in body[1:] and _ABOUT.match(heading.text) and heading.words <= 6:
            verdicts[place - 1] = verdicts[place] = "bio"
        elif place != body[0]:
            others = [blocks[other] for other in body if other != place]
            if _presents(block) or _named(block, names) or _introduced(block, others):
                verdicts[place] = "bio"


def _presents(block: Block) -> bool:
    """Return whether the first sentence says what somebody writes and where it appears."""
    first = block.sentences[0] if block.sentences else ""
    return block.words <= 120 and not first.startswith(("“", '"', "„", "«")) and bool(phrases.BIO.search(first))


def _named(block: Block, names: Sequence[str]) -> bool:
    """Return whether it mentions the author, except as the one who asks in an interview: "Nora Lindqvist: Why?"."""
    text = block.text.casefold()
    return block.words <= 120 and any(name in text and not text.startswith(f"{name}:") for name in names)


def _introduced(block: Block, others: Sequence[Block]) -> bool:
    """Return whether it introduces by full name somebody whom no other paragraph mentions."""
    match = _INTRODUCTION.match(block.text) if block.words <= 120 else None
    if not match:
        return False
    words = match["name"].split()
    if not SMALL_WORDS.isdisjoint(word.lower() for word in words if word[0].isupper()):
        return False  # German nouns are capitalised: "Der Eintritt ist eine Spende"
    last = words[-1]
    return len(last) > 2 and not any(last in other.text for other in others)
