"""Cuts texts to size where a reader would pause, in the units that Telegram counts. Pure; knows no markup."""

import unicodedata
from collections.abc import Sequence

from retrieval.language.sentences import sentences

_FLAGS = "".join(map(chr, range(0x1F1E6, 0x1F200)))
"""Regional indicators: two of them are the flag of a country."""

_LONGEST_WORD = 40
"""A space that is farther away ends no word that was cut: Chinese and Thai have few."""
_LONGEST_SEQUENCE = 64
"""A longer sequence of joined characters is a storm of marks, and may be cut anywhere."""


def shorten(text: str, limit: int) -> str:
    """Return a text as one line of at most this many UTF-16 units, with an ellipsis if it was cut."""
    line = " ".join(text.split())
    if units_of(line) <= limit:
        return line
    return line[: _seam(line, _reach(line, limit - 1))].rstrip() + "…"


def head(text: str, limit: int) -> str:
    """Return the beginning of a text, at most this many UTF-16 units."""
    return text if units_of(text) <= limit else cut(text, limit - 1)[0] + "…"


def tail(text: str, limit: int) -> str:
    """Return the end of a text, at most this many UTF-16 units."""
    if units_of(text) <= limit:
        return text
    start = len(text) - _reach(text[::-1], limit - 1)
    space = text.find(" ", start, start + _LONGEST_WORD)
    whole = (place for place in range(start, min(start + _LONGEST_SEQUENCE, len(text))) if not _joined(text, place))
    return "…" + text[space + 1 if space >= 0 else next(whole, start) :]


def cut(text: str, limit: int) -> list[str]:
    """Return a text in pieces of at most this many UTF-16 units, cut where a reader would pause.

    Raises:
        ValueError: the limit is below 2, the size of one character.
    """
    if limit < 2:
        raise ValueError(f"no text can be cut to {limit} units")
    pieces = []
    while units_of(text) > limit:
        place = _place(text, limit)
        pieces.append(text[:place].rstrip())
        text = text[place:].lstrip()
    return [piece for piece in [*pieces, text] if piece.strip()]


def units_of(text: str) -> int:
    """Return the length of a plain text in UTF-16 units."""
    return len(text) + sum(c > "\uffff" for c in text)


def _place(text: str, limit: int) -> int:
    """Return the last good place to cut so that the first piece fits: a paragraph's or sentence's end, or a space."""
    reach = _reach(text, limit)
    head = text[:reach]
    paragraph = head.rfind("\n\n")
    if paragraph > reach // 2:
        return paragraph
    ends: Sequence[int] = [end for _, end in sentences(head) if reach // 2 < end < reach]
    return ends[-1] if ends else _seam(text, reach)


def _reach(text: str, limit: int) -> int:
    """Return how many characters from the start fit into this many UTF-16 units."""
    filled = 0
    for place, character in enumerate(text):
        filled += 2 if character > "\uffff" else 1
        if filled > limit:
            return place
    return len(text)


def _seam(text: str, reach: int) -> int:
    """Return the last position up to `reach` that splits no word, or else no user-perceived character."""
    space = text.rfind(" ", reach // 2, reach + 1)
    if space > 0:
        return space
    whole = (place for place in range(reach, max(0, reach - _LONGEST_SEQUENCE), -1) if not _joined(text, place))
    return next(whole, reach)


def _joined(text: str, place: int) -> bool:
    """Return whether the characters around a position form one user-perceived character."""
    before, after = text[place - 1], text[place]
    return (
        after == "\u200d"
        or before == "\u200d"
        or unicodedata.category(after).startswith("M")
        or "\U0001f3fb" <= after <= "\U0001f3ff"  # skin tones
        or (after in _FLAGS and (place - len(text[:place].rstrip(_FLAGS))) % 2 == 1)
    )
