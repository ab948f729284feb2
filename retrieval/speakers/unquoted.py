"""The sentences of a paragraph with everything that somebody says in them blanked out. Pure."""

import re
from functools import lru_cache
from typing import NamedTuple

from ..language.sentences import quotations, sentences
from ..language.text import is_cyrillic
from ..patterns import CAPITAL, lazy
from ..types import PARAGRAPH_BREAK
from .saying_verbs import BESIDE, VERBS

WINDOW_CHARS = 3_000
"""Paragraphs longer than twice this, which no newspaper has, are read in windows around a position."""


class Sentence(NamedTuple):
    """A sentence of a paragraph, with its span there; in its text, quotations are blanked out."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=1_024)
def unquoted(paragraph: str) -> tuple[Sentence, ...]:
    """Return the sentences of a paragraph, quotations blanked out: a person named inside one is not its speaker."""
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


_SAID_INSIDE = lazy(
    r"(?<=[,!?….])\s[—–]\s(?=[а-яѐ-џґ])[^—–]{3,160}?(?=\.?\s[—–]|$)"
    rf"|(?<=\w),\s(?:{VERBS['fr']}|{BESIDE['fr']})\s(?={CAPITAL})[^,.!?]{{2,80}}(?=[,.])"
)
"""Russian and Ukrainian do not close the quotation for "— сказала она", nor French for ", explique Anne Petit,"."""
_END_OF_SPEECH = lazy(r"[^,.!?…]|[,.!?…](?!$)", re.DOTALL)
_DIALOGUE = lazy(r"[—–]\s.*?(?:[,!?…]\s(?=[—–]\s[а-яѐ-џґ])|$)", re.DOTALL)


def _around(text: str, start: int, end: int) -> str:
    return " " * start + text[start:end] + " " * (len(text) - end)


def _unclosed(paragraph: str) -> list[tuple[int, int]]:
    """Return the quotation that continues in the next paragraph, and so has no closing mark here."""
    start = paragraph.rfind("“")
    return [(start, len(paragraph) + 1)] if start > paragraph.rfind("”") and "„" not in paragraph else []


def _without_dialogue(sentence: str, *, goes_on: bool) -> str:
    """Return a sentence with the words after a dash blanked out, where somebody speaks them: "— Нет, — сказал он"."""
    said = _DIALOGUE.match(sentence)
    if said is None or not is_cyrillic(sentence) or not (goes_on or said.end() < len(sentence)):
        return sentence
    return sentence[0] + " " * (said.end() - 1) + sentence[said.end() :]


def paragraph_at(text: str, place: int) -> tuple[int, str]:
    """Return the start and text of the paragraph at a position; of a very long one a window, at fixed positions."""
    start = text.rfind(PARAGRAPH_BREAK, 0, place)
    start = 0 if start < 0 else start + len(PARAGRAPH_BREAK)
    end = text.find(PARAGRAPH_BREAK, place)
    end = len(text) if end < 0 else end
    if end - start > 2 * WINDOW_CHARS:
        start = max(start, (place // WINDOW_CHARS - 1) * WINDOW_CHARS)
        end = min(end, start + 3 * WINDOW_CHARS)
    return start, text[start:end]
