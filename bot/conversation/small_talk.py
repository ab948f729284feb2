"""Messages that ask the articles nothing: greetings, thanks, "who are you", "that's wrong". Knows no front end.

A message counts only if it holds nothing else than the phrases of a kind, and words that may stand beside them.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from enum import StrEnum

from retrieval.patterns import lazy

from .grammars import as_said

_MAX_CHARS = 80
"""What is longer asks something, or is a pasted text."""


class SmallTalk(StrEnum):
    """What such a message is, the telling kinds first; the value is the key of the sentence that answers it."""

    COMPLAINT = "small-talk-complaint"
    """Also that something was not understood."""
    ONLY_QUOTES = "small-talk-only-quotes"
    """A wish for what is no quote: a summary, a translation."""
    ABOUT = "small-talk-about"
    """A question for the bot itself, or for help."""
    STOP = "small-talk-stop"
    GREETING = "small-talk-greeting"
    THANKS = "small-talk-thanks"
    FAREWELL = "small-talk-farewell"
    ASSENT = "small-talk-assent"
    """Or dissent, or regret: something was said before it."""


_PIECES = {
    kind: lazy(rf"(?:{as_said(kind.name.lower() if kind else 'beside')})(?: |$)", re.IGNORECASE)
    for kind in (*SmallTalk, None)
}
_NO_WORD = lazy(r"[^\w'’-]+")
_ASKED = frozenset({SmallTalk.STOP, SmallTalk.THANKS, SmallTalk.FAREWELL, SmallTalk.ASSENT})
"""With a question mark these are none: "Nice?" may be the town."""
_COURTEOUS = frozenset(SmallTalk) - {SmallTalk.COMPLAINT, SmallTalk.ONLY_QUOTES, SmallTalk.STOP}
_BRIEF = (SmallTalk.GREETING, SmallTalk.ASSENT)
_CLAUSE = lazy(rf"[^,;:.!?…–—]{{1,{_MAX_CHARS}}}([,;:.!?…–—]+)\s*")


def small_talk(message: str) -> SmallTalk | None:
    """Return what a message is that asks nothing from its first word to its last; None for a question."""
    said = _NO_WORD.sub(" ", unicodedata.normalize("NFKC", message[: _MAX_CHARS + 1])).strip(" -'’")
    if len(message) > _MAX_CHARS:
        return None
    kinds = _kinds(said)
    kind = next((kind for kind in SmallTalk if kind in kinds), None)
    return None if kind in _ASKED and "?" in message else kind


def courtesy_end(text: str, at: int, follows: Callable[[int], bool]) -> int | None:
    """Return where courtesies end that a question begins with: "thanks! and on sunday?"; None where there are none.

    Args:
        follows: says of a place whether a question begins there: without a mark between, only that tells "hi, who won"
            from "hi-fi" and "ok, when" from "OK Corral".
    """
    clause = _CLAUSE.match(text, at)
    # Nothing is looked for in all of a text: what asks something stands behind courtesies.
    kind = small_talk(clause.group()) if clause and clause.end() < len(text) else None
    # "Nice, France"
    if clause and kind in _COURTEOUS and (kind is not SmallTalk.THANKS or clause[1] != "," or follows(clause.end())):
        return clause.end()
    end = at
    # "hey there so", "ok well"; what stands beside them begins none: "so", "and"
    while (piece := _longest(text, end, _BRIEF if end == at else (*_BRIEF, None))) is not None:
        end = piece[1]
        if end > at + 2 and follows(end):
            return end
    return None


def _longest(text: str, at: int, kinds: Iterable[SmallTalk | None]) -> tuple[SmallTalk | None, int] | None:
    """Return the longest piece of some kinds at a place, and where it ends."""
    ends = {kind: piece.end() for kind in kinds if (piece := _PIECES[kind].match(text, at))}
    return max(ends.items(), key=lambda it: it[1], default=None)


def _kinds(said: str) -> set[SmallTalk | None]:
    """Return of which kinds the pieces of a text are, the longest piece at each place; none if a word is left over."""
    kinds: set[SmallTalk | None] = set()
    at = 0
    while at < len(said):
        if (piece := _longest(said, at, _PIECES)) is None:
            return set()
        kind, at = piece
        kinds.add(kind)
    return kinds
