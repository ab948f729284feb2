"""A block of text, and what its length, ending and shape tell without knowledge of its language."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_WIDE_CHAR = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_QUANTITY = re.compile(
    r"(?:\d+(?:[.,/⁄]\d+)?\s?[½¼¾⅓⅔]?|[½¼¾⅓⅔⅛])\s?(?:[-–]\s?\d+\s?)?"
    r"(?:\s[^\W\d_]|(?:g|kg|ml|cl|dl|l|oz|lb|cm|mm|EL|TL|Stk|cups?|tbsp|tsp)\b)"
)
_STEP = re.compile(r"(\d{1,2})[.):]\s")
_ROW_WORDS = 12
_LABELLED = re.compile(r"[^\W\d_][^:|]{1,30}\s?[:|]\s?\S")
_VALUED = re.compile(r"[^\W\d_].{1,40}\s\d[\d.,]*(?:\s?[^\W\d_]{1,9}|\s?[%€$£°]\w?)?(?: \w+)?$")
_SENTENCE_END = re.compile(r"(?:[.!?…。！？؟।]|\.\.\.)[\"'”’»«“)\]]*(?:\s?\[\d+\])*(?:\s?\([^()]{1,25}\))?$")
"""The end of a sentence; a note's number or a reporter's initials may follow: "he said.[3]", "he said. (dpa)"."""
_ABBREVIATED_END = re.compile(r"(?:\b(?:Inc|Ltd|Co|Corp|Jr|Sr|Dr|St|vs|etc)|\b[A-ZА-Я])\.$")
_SENTENCE_BREAK = re.compile(r"(?<=[.!?…。！？])[\"'”’»)]*\s+(?=[^\W\d_a-zа-я]|[\"'“„«¿¡(])|(?<=[。！？])")
_CONTENT_WORD = re.compile(r"[^\W\d_]{4,}|\d{2,}|[\u3400-\u9fff\uac00-\ud7af]{2}")


class Kind(StrEnum):
    """The role of a block, as far as its reader knows it."""

    LINE = "line"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    TITLE = "title"
    CELL = "cell"
    """A cell of a table."""
    CAPTION = "caption"
    """The caption of a picture, if the page marks it as one."""
    RUNNING = "running"
    """A running head or foot of a printed page."""


class Origin(StrEnum):
    """Where blocks come from, which determines how much besides the article to expect."""

    PASTED = "pasted"
    """Everything that was on the page."""
    EXTRACTED = "extracted"
    """The page's markup was used to leave out most other content."""
    WRITTEN = "written"
    """A note or a dump prepared by somebody: only what cannot be body is dropped."""


class Block(Struct, frozen=True, dict=True):
    """One line or paragraph of the source, with white space collapsed."""

    text: str
    kind: Kind = Kind.LINE
    gap: bool = True
    """Whether it is set apart from the block before it."""
    cut: bool = False
    """Whether it is half of a sentence that is interrupted by another block."""
    linked: bool = False
    """Whether all of it is a link."""
    box: str = ""
    """The page's name for the element that contains it, without digits; "" if it has none."""

    @cached_property
    def words(self) -> int:
        """Number of words; in scripts without spaces, two characters count as one."""
        wide = len(_WIDE_CHAR.findall(self.text))
        return wide // 2 if wide * 2 > len(self.text) else len(_WORD.findall(self.text))

    @cached_property
    def ends(self) -> bool:
        """Whether it ends like a sentence."""
        return bool(_SENTENCE_END.search(self.text)) and not (self.words < 8 and _ABBREVIATED_END.search(self.text))

    @property
    def stopped(self) -> bool:
        """Whether it ends with a mark that no headline ends with."""
        return self.text.endswith((".", ",", ":", ";"))

    @cached_property
    def announces(self) -> bool:
        """Whether it ends with a colon, so that what follows belongs to it."""
        return self.text.endswith((":", "："))

    @cached_property
    def number(self) -> int | None:
        """The number that it begins with, like a step of instructions; None if there is none."""
        match = _STEP.match(self.text)
        return int(match[1]) if match else None

    @cached_property
    def measured(self) -> bool:
        """Whether it begins with a quantity, like an ingredient of a recipe."""
        return bool(_QUANTITY.match(self.text))

    @cached_property
    def valued(self) -> bool:
        """Whether it gives a value, as in "Top speed: 27 knots"."""
        return self.words <= _ROW_WORDS and bool(_LABELLED.match(self.text) or _VALUED.match(self.text))

    @cached_property
    def prose(self) -> bool:
        """Whether it reads like running text: long, and ending like a sentence."""
        closed = self.ends and (self.words >= 12 or (self.words >= 8 and len(self.sentences) > 1))
        return self.cut or closed or (self.announces and self.words >= 12) or self.words >= 40

    @cached_property
    def sentences(self) -> list[str]:
        """Its sentences, approximately."""
        return [part for part in _SENTENCE_BREAK.split(self.text) if part.strip()]

    @cached_property
    def key(self) -> str:
        """A key common to blocks that differ only in case and punctuation."""
        return " ".join(_WORD.findall(self.text.casefold()))


def kept(verdicts: Sequence[str | None]) -> list[int]:
    """Return the places of the blocks that no rule drops."""
    return [place for place, verdict in enumerate(verdicts) if verdict is None]


def stubs(text: str) -> list[str]:
    """Return the content words cut to their first letters, so that a common topic shows in spite of inflection."""
    return [word[:5] for word in _CONTENT_WORD.findall(text.casefold())]
