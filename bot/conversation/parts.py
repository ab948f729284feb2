"""A message in several parts: what its user tells before asking, or one question after the other.

"My son is 9, can he come along?", "who built it, and what did it cost?". Knows no history.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from retrieval.language.sentences import asks, sentences
from retrieval.patterns import lazy
from retrieval.question.answer_type import answer_type

from .grammars import GRAMMARS
from .openings import asks_at

_MAX_CHARS = 400
_MAX_PARTS = 4
"""Each question among them may be asked by itself."""

_BREAK = lazy(
    r"(?P<further>,?\s(?:and|or|und|oder|et|ou|y|e|o|и|или|а|і|й|та|або)\s)"
    r"|(?:[,:;–—.!?…]|\s-)\s|,?\s(?:but|aber|mais|pero|но|але)\s",
    re.IGNORECASE,
)
"""Where a clause may begin, also behind a full stop if its first letter is small; behind "and", a further question."""
_LIMITING = frozenset(
    "if unless along besides wenn falls sofern außer si outre además если кроме якщо крім".split()
).union(*(grammar.prepositions for grammar in GRAMMARS.values()))
"""First words of what limits the question behind it, and is no story: "if I am late", "according to the mayor"."""


class Part(NamedTuple):
    """A part of a message."""

    text: str
    asks: bool


def parts(message: str) -> list[Part]:
    """Return the parts of a message in order; none if it has only one, or too many, or asks nothing."""
    found: list[Part] = []
    for begin, end in sentences(message) if len(message) <= _MAX_CHARS else ():
        for part in _clauses(message[begin:end]):
            if found and not (part.asks or found[-1].asks):  # a story of several sentences
                found[-1] = Part(f"{found[-1].text} {part.text}", asks=False)
            else:
                found.append(part)
    return found if 1 < len(found) <= _MAX_PARTS and any(part.asks for part in found) else []


def _clauses(sentence: str) -> Iterator[Part]:
    """Yield the parts of a sentence: questions joined by "and", or a story and the question behind it."""
    asking = asks_at(sentence, 0)
    begun = [it for it in _BREAK.finditer(sentence) if bool(it["further"]) is asking and asks_at(sentence, it.end())]
    if asking:  # "were" of "who distilled brandy and were Huguenots?" asks nothing
        begun = [it for it in begun if answer_type(sentence[it.end() :])]
    else:
        begun = [] if sentence.split(maxsplit=1)[0].casefold() in _LIMITING else begun[-1:]
    start = 0
    for cut in begun:
        yield Part(sentence[start : cut.start()], asking)
        start = cut.end()
    yield Part(sentence[start:], not sentence.endswith("!") and (asking or start > 0 or asks(sentence)))
