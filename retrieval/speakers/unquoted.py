"""A paragraph without what it quotes: its sentences, in which what somebody says is blank. Pure."""

import re
from functools import lru_cache
from typing import NamedTuple

from ..language.sentences import quotations, sentences
from ..language.text import is_cyrillic
from ..patterns import lazy
from ..types import PARAGRAPH_BREAK

WINDOW_CHARS = 3_000
"""Of a paragraph longer than two such, which no newspaper has, so much is read around a place."""


class Sentence(NamedTuple):
    """A sentence of a paragraph, with its place in that; what it quotes is blank in it."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=1_024)
def unquoted(paragraph: str) -> tuple[Sentence, ...]:
    """Return the sentences of a paragraph, what stands between quotation marks blank: whom a speaker names is not the
    speaker."""
    blank = paragraph
    for start, end in [*quotations(paragraph), *_unclosed(paragraph)]:
        inside = blank[start + 1 : end - 1]
        kept = _SAID_INSIDE.search(inside)
        blank = (
            blank[: start + 1]
            + (_around(inside, *kept.span()) if kept else _END_OF_SPEECH.sub(" ", inside))
            + blank[end - 1 :]
        )
    spans = sentences(paragraph)
    return tuple(Sentence(a, b, _without_dialogue(blank[a:b], goes_on=a > 0)) for a, b in spans)


_SAID_INSIDE = lazy(r"(?<=[,!?….])\s[—–]\s(?=[а-яѐ-џґ])[^—–]{3,160}?(?=\.?\s[—–]|$)")
"""Russian and Ukrainian leave the quotation open around "— сказала она"."""
_END_OF_SPEECH = lazy(r"[^,.!?…]|[,.!?…](?!$)", re.DOTALL)
_DIALOGUE = lazy(r"[—–]\s.*?(?:[,!?…]\s(?=[—–]\s[а-яѐ-џґ])|$)", re.DOTALL)


def _around(text: str, start: int, end: int) -> str:
    return " " * start + text[start:end] + " " * (len(text) - end)


def _unclosed(paragraph: str) -> list[tuple[int, int]]:
    """Return the quotation that goes on in the next paragraph, so that it has no closing mark here."""
    start = paragraph.rfind("“")
    return [(start, len(paragraph) + 1)] if start > paragraph.rfind("”") and "„" not in paragraph else []


def _without_dialogue(sentence: str, *, goes_on: bool) -> str:
    """Return a sentence whose words behind a dash are blank, where somebody speaks them: "— Нет, — сказал он"."""
    said = _DIALOGUE.match(sentence)
    if said is None or not is_cyrillic(sentence) or not (goes_on or said.end() < len(sentence)):
        return sentence
    return sentence[0] + " " * (said.end() - 1) + sentence[said.end() :]


def paragraph_at(text: str, place: int) -> tuple[int, str]:
    """Return the paragraph of a place in a text, and where it begins; of a very long one a part, at fixed places."""
    start = text.rfind(PARAGRAPH_BREAK, 0, place)
    start = 0 if start < 0 else start + len(PARAGRAPH_BREAK)
    end = text.find(PARAGRAPH_BREAK, place)
    end = len(text) if end < 0 else end
    if end - start > 2 * WINDOW_CHARS:
        start = max(start, (place // WINDOW_CHARS - 1) * WINDOW_CHARS)
        end = min(end, start + 3 * WINDOW_CHARS)
    return start, text[start:end]
