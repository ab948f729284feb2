"""Recognises messages that ask the articles nothing: "hello", "thanks", "who are you", "that's wrong".

A message counts only if it consists entirely of phrases of such a kind and words that may accompany them. Knows no
front end.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from enum import StrEnum

from retrieval.alternatives import Alternatives
from retrieval.patterns import lazy

from .grammars import as_said

_MAX_CHARS = 80
"""A longer message asks something, or is pasted text."""


class SmallTalk(StrEnum):
    """The kind of such a message, most specific first; its value is the key of the sentence that answers it."""

    COMPLAINT = "small-talk-complaint"
    """Includes saying that something was not understood."""
    ONLY_QUOTES = "small-talk-only-quotes"
    """A request for something other than a quote: a summary, a translation."""
    LANGUAGE = "small-talk-language"
    """A request to speak or translate into another language."""
    FOLLOW = "small-talk-follow"
    """A request to be told of new answers."""
    ABOUT = "small-talk-about"
    """A question about the bot itself, or a request for help."""
    STOP = "small-talk-stop"
    GREETING = "small-talk-greeting"
    THANKS = "small-talk-thanks"
    FAREWELL = "small-talk-farewell"
    ASSENT = "small-talk-assent"
    """Includes dissent and regret: a reaction to something said before."""


_BESIDE = f"{as_said('beside')}|{as_said('please')}"
_PIECES = {
    kind: Alternatives(as_said(kind.name.lower()) if kind else _BESIDE, "(?: |$)", re.IGNORECASE)
    for kind in (*SmallTalk, None)
}
_TONE = "[\U0001f3fb-\U0001f3ff\ufe0f\\s]*"
_THUMBS = lazy(f"(?:[👍👌👏❤🔥💯🙂😊]{_TONE})+|(?P<down>👎{_TONE})+")
"""A message of nothing but signs of approval or its opposite."""
_NO_WORD = lazy(r"[^\w'’-]+")
_ASKED = frozenset({SmallTalk.STOP, SmallTalk.THANKS, SmallTalk.FAREWELL, SmallTalk.ASSENT})
"""Kinds that do not count with a question mark: "Nice?" may be the town."""
_COURTEOUS = frozenset({SmallTalk.ABOUT, SmallTalk.GREETING, SmallTalk.THANKS, SmallTalk.FAREWELL, SmallTalk.ASSENT})
_THANKING = Alternatives(as_said("thanking"), "(?: |$)", re.IGNORECASE)
_BRIEF = (_PIECES[SmallTalk.GREETING], _PIECES[SmallTalk.ASSENT], _THANKING)
"""What may precede a question without punctuation; of thanks no praise, which may be part of it: "nice and warm?"."""
_CLAUSE = lazy(rf"[^,;:.!?…–—]{{1,{_MAX_CHARS}}}([,;:.!?…–—]+)\s*")


def small_talk(message: str) -> SmallTalk | None:
    """Return the kind of a message that is small talk from its first word to its last; None for a question."""
    said = _NO_WORD.sub(" ", unicodedata.normalize("NFKC", message[: _MAX_CHARS + 1])).strip(" -'’")
    if len(message) > _MAX_CHARS:
        return None
    if thumbs := _THUMBS.fullmatch(message):
        return SmallTalk.COMPLAINT if thumbs["down"] else SmallTalk.THANKS
    kinds = _kinds(said)
    kind = next((kind for kind in SmallTalk if kind in kinds), None)
    return None if kind in _ASKED and "?" in message else kind


def courtesy_end(text: str, at: int, follows: Callable[[int], bool]) -> int | None:
    """Return where the courtesies before a question end ("thanks! and on sunday?"); None if there are none.

    Args:
        follows: returns whether a question begins at a position; without punctuation, only that distinguishes "hi, who
            won" from "hi-fi" and "ok, when" from "OK Corral".
    """
    clause = _CLAUSE.match(text, at)
    # The clause must not be the whole text: only what follows the courtesies asks something.
    kind = small_talk(clause.group()) if clause and clause.end() < len(text) else None
    # "Nice, France"
    if clause and kind in _COURTEOUS and (kind is not SmallTalk.THANKS or clause[1] != "," or follows(clause.end())):
        return clause.end()
    end = at
    # "hey there so", "ok well"; accompanying words such as "so" and "and" cannot begin a courtesy
    while (after := _furthest(_BRIEF if end == at else (*_BRIEF, _PIECES[None]), text, end)) > end:
        end = after
        if end > at + 2 and follows(end):
            return end
    return None


def _furthest(pieces: Iterable[Alternatives], text: str, at: int) -> int:
    """Return where the longest of some pieces at a position ends; the position itself if there is none."""
    return max((found.end() for piece in pieces if (found := piece.match(text, at))), default=at)


def _kinds(said: str) -> set[SmallTalk | None]:
    """Return the kinds of a text's pieces, taking the longest piece at each position; empty if a word is left over."""
    kinds: set[SmallTalk | None] = set()
    at = 0
    while at < len(said):
        ends = {kind: piece.end() for kind, it in _PIECES.items() if (piece := it.match(said, at))}
        if not ends:
            return set()
        kind = max(ends, key=lambda kind: ends[kind])
        kinds.add(kind)
        at = ends[kind]
    return kinds
