"""Words that a user puts around a question without asking anything by them: "by the way", "could you tell me"."""

import re
from functools import lru_cache
from typing import NamedTuple

from retrieval.alternatives import Alternatives
from retrieval.patterns import CAPITAL, lazy

from .grammars import GRAMMARS, as_said
from .small_talk import courtesy_end

_NEW = Alternatives(as_said("new_topic"), flags=re.IGNORECASE)
_NAMED = Alternatives(rf"{as_said('naming')}|(?:{as_said('returning')})\b(?=[^,:?]{{1,80}}[,:])", flags=re.IGNORECASE)
"""Openings after which the user names a new topic."""

_ASIDE = Alternatives(as_said("aside"), flags=re.IGNORECASE)
_REQUEST = Alternatives(f"{as_said('please')}|{as_said('request')}", flags=re.IGNORECASE)
_SIGNED = rf"(?:[\s,.–—-]{{1,4}}(?-i:{CAPITAL})[\w'’-]{{0,20}}){{0,3}}[\s?!.]{{0,9}}$"
"""The end of a message, with or without the name of who sends it."""
_CLOSING = lazy(
    rf"[\s,]{{1,3}}(?:{as_said('please')}|{as_said('meaning')}|{as_said('aside')})(?=[\s?!.]{{0,9}}$)"
    rf"|(?:,|(?<=[.?!;]))\s{{0,3}}[¡¿]?(?:{as_said('request')})[\s?!.]{{0,9}}$"
    rf"|(?:,|(?<=[.?!;]))\s{{0,3}}¡?(?:{as_said('thanking')}){_SIGNED}"
    rf"|(?:,|(?<=[.?!;])|\s(?:and|und|et|y))\s{{0,3}}(?:{as_said('parting')}){_SIGNED}",
    re.IGNORECASE,
)
_THANKED = lazy(rf"\s¡?(?:{as_said('thanking')})[\s?!.]{{0,9}}$", re.IGNORECASE)
_END_CHARS = 200
"""Where these are looked for: in a question of a megabyte, looking everywhere would take seconds."""
_FEWEST = 3
"""Words that must remain if thanks are cut off without a comma before them: "who said thanks" is about thanks."""
_MARKS = lazy(r"[\s,:;.!…–—-]+")
_LEAD = lazy(r"[\s¡¿]*")
_WORD = lazy(r"[\s¡¿]*([^\W\d_]+)")
_MOST = 6
"""Maximum number of consecutive openings ("hello, by the way, could you tell me …"), and of closings."""

_BEFORE = frozenset[str]().union(*(it.prepositions for it in GRAMMARS.values()))
"""Words that may precede a question word: "до скольки", "à quelle heure"."""
_IF = frozenset({"if", "whether", "ob", "si", "чи"})
_OPENERS = frozenset[str]().union(*(it.openers for it in GRAMMARS.values()))
_ASKING = frozenset[str]().union(_IF, _OPENERS, *(it.asking for it in GRAMMARS.values())) - {"a", "e", "o"}
_QUESTION_WORDS = _ASKING - _IF - _OPENERS - frozenset[str]().union(*(it.inverting for it in GRAMMARS.values()))
_LEANING = frozenset[str]().union(*(it.prepositions | it.continuing for it in GRAMMARS.values())) - _ASKING
"""Words that make no question of their own after "tell me": "about the strike", "more"."""

_TAKING_BACK = frozenset({"not", "nicht", "pas", "не"})
"""Words that negate what follows and are no mere opening: "not the bus, the shuttle"."""


class Opened(NamedTuple):
    """A question without its opening."""

    text: str
    """The question without opening and closing words; all of it if nothing else is left."""
    anew: bool
    """Whether the opening says that the topic changes."""

    @property
    def own(self) -> str:
        """The text without an opening that corrects something: "no, I meant"."""
        return self.text[_correction_end(self.text) :]


@lru_cache(maxsize=16)
def opened(question: str) -> Opened:
    """Return what a question asks, separate from its opening; cached, as it is needed at several stages."""
    openings = _openings(question)
    asked = question[openings[-1][0] :] if openings else question
    body, end = asked[:-_END_CHARS], asked[-_END_CHARS:]
    for _ in range(_MOST):
        end = _CLOSING.sub("", end)
    thanked = body + _THANKED.sub("", end)
    closed = thanked if len(thanked.split()) >= _FEWEST else body + end
    return Opened(closed if closed.strip() else asked, any(anew for _, anew in openings))


def asks_at(text: str, at: int) -> bool:
    """Return whether a question begins at a position, perhaps after "and"."""
    first = _WORD.match(text, at)
    start = first.end() if first and first.group(1).casefold() in _OPENERS else at
    return _asks(text, start) and _word(text, start) not in _IF | _OPENERS


def _openings(question: str) -> list[tuple[int, bool]]:
    """Return where each opening ends, and whether it changes the topic."""
    found: list[tuple[int, bool]] = []
    while len(found) < _MOST and (opening := _opening(question, found[-1][0] if found else 0)):
        found.append(opening)
    return found


def _opening(question: str, at: int) -> tuple[int, bool] | None:
    lead = _LEAD.match(question, at)
    start = lead.end() if lead else at
    if correction := _correction_end(question[start:]):
        # "no, who built it?" takes nothing back
        return (start + correction, False) if _word(question, start + correction) in _ASKING else None
    new, named, request = (it.match(question, start) for it in (_NEW, _NAMED, _REQUEST))
    opening = new or named or request or _ASIDE.match(question, start)
    marks = _MARKS.match(question, opening.end()) if opening else None
    if opening is None or marks is None:
        end = courtesy_end(question, start, lambda end: _begins(question, end))
        return (end, False) if end and end < len(question) else None
    if not question[marks.end() :].strip(" ?"):
        return None
    parted, following = bool(marks.group().strip()), _word(question, marks.end())
    # "another question of law", "a different subject was taught": without punctuation these belong to the question
    if new and not parted and following not in _QUESTION_WORDS:
        return None
    vague = following in _LEANING or " " not in opening.group()  # "tell me about the strike", "dime novels"
    if request and vague and not (new or parted or _asks(question, marks.end())):
        return None
    return marks.end(), bool(new or named)


def _begins(question: str, at: int) -> bool:
    """Return whether a question, or another opening, seems to begin at a position, judged by its first words."""
    return _asks(question, at) or any(it.match(question, at) for it in (_NAMED, _ASIDE, _REQUEST))


def _asks(question: str, at: int) -> bool:
    """Return whether there is a question word at a position, with or without a preposition."""
    first = _WORD.match(question, at)
    behind = first and first.group(1).casefold() in _BEFORE and _word(question, first.end()) in _ASKING
    return bool(behind) or _word(question, at) in _ASKING


def _word(question: str, at: int) -> str:
    word = _WORD.match(question, at)
    return word.group(1).casefold() if word else ""


def _correction_end(question: str) -> int:
    """Return where "no, I meant" ends; 0 if a question does not begin with it."""
    found = (grammar.correcting.match(question) for grammar in GRAMMARS.values())
    ends = [match.end() for match in found if match and match.group().casefold().split()[-1] not in _TAKING_BACK]
    marks = _MARKS.match(question, max(ends)) if ends else None
    return marks.end() if marks and marks.end() < len(question) else 0
