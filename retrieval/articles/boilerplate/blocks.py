"""A block of text and what can be seen of it without knowing its language: length, ending, shape."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_WIDE_CHAR = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_QUANTITY = re.compile(
    r"(?:\d+(?:[.,/⁄]\d+)?\s?[½¼¾⅓⅔]?|[½¼¾⅓⅔⅛])\s?(?:[-–]\s?\d+\s?)?"
    r"(?:\s[^\W\d_]|(?:g|kg|ml|cl|dl|l|oz|lb|cm|mm|EL|TL|Stk|cups?|tbsp|tsp)\b)"
)
_ROW_WORDS = 12
_LABELLED = re.compile(r"[^\W\d_][^:|]{1,30}\s?[:|]\s?\S")
_VALUED = re.compile(r"[^\W\d_].{1,40}\s\d[\d.,]*(?:\s?[^\W\d_]{1,9}|\s?[%€$£°]\w?)?(?: \w+)?$")
_SENTENCE_END = re.compile(r"(?:[.!?…。！？؟।]|\.\.\.)[\"'”’»«“)\]]*(?:\s?\[\d+\])*(?:\s?\([^()]{1,25}\))?$")
"""A note's number or a reporter's initials may follow: "he said.[3]", "he said. (dpa)"."""
_ABBREVIATED_END = re.compile(r"(?:\b(?:Inc|Ltd|Co|Corp|Jr|Sr|Dr|St|vs|etc)|\b[A-ZА-Я])\.$")
_SENTENCE_BREAK = re.compile(r"(?<=[.!?…。！？])[\"'”’»)]*\s+(?=[^\W\d_a-zа-я]|[\"'“„«¿¡(])|(?<=[。！？])")
_CONTENT_WORD = re.compile(r"[^\W\d_]{4,}|\d{2,}|[\u3400-\u9fff\uac00-\ud7af]{2}")


class Kind(StrEnum):
    """What a reader knows of a block's role."""

    LINE = "line"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    TITLE = "title"
    CELL = "cell"
    """Of a table."""
    CAPTION = "caption"
    """What is said of a picture, by the page's own account."""
    RUNNING = "running"
    """The head or foot of a printed page."""


class Origin(StrEnum):
    """Where blocks come from: how much besides the article is to be expected."""

    PASTED = "pasted"
    """Everything that stood on the page."""
    EXTRACTED = "extracted"
    """The page's markup was used to leave out most of it."""
    WRITTEN = "written"
    """A note or a dump that somebody prepared: only what cannot be body is dropped."""


@dataclass(frozen=True)
class Block:
    """One line or paragraph of the source, white space folded."""

    text: str
    kind: Kind = Kind.LINE
    gap: bool = True
    """Whether it stands apart from the block before it."""
    cut: bool = False
    """Whether it is half of a sentence that something else was put into."""
    linked: bool = False
    """Whether all of it leads elsewhere."""
    box: str = ""
    """What the page calls the part of it that this stands in, numbers left out; empty where it has no name."""

    @cached_property
    def words(self) -> int:
        """Number of words; scripts without spaces count two characters as one."""
        wide = len(_WIDE_CHAR.findall(self.text))
        return wide // 2 if wide * 2 > len(self.text) else len(_WORD.findall(self.text))

    @cached_property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_SENTENCE_END.search(self.text)) and not (self.words < 8 and _ABBREVIATED_END.search(self.text))

    @cached_property
    def announces(self) -> bool:
        """Whether it ends with a colon: what follows belongs to it."""
        return self.text.endswith((":", "："))

    @cached_property
    def measured(self) -> bool:
        """Whether it begins with a quantity, as what a recipe needs does."""
        return bool(_QUANTITY.match(self.text))

    @cached_property
    def valued(self) -> bool:
        """Whether it gives a value, as in "Top speed: 27 knots"."""
        return self.words <= _ROW_WORDS and bool(_LABELLED.match(self.text) or _VALUED.match(self.text))

    @cached_property
    def prose(self) -> bool:
        """Whether it reads as running text: long, and closed like a sentence."""
        closed = self.ends and (self.words >= 12 or (self.words >= 8 and len(self.sentences) > 1))
        return self.cut or closed or (self.announces and self.words >= 12) or self.words >= 40

    @cached_property
    def sentences(self) -> list[str]:
        """Its sentences, roughly."""
        return [part for part in _SENTENCE_BREAK.split(self.text) if part.strip()]

    @cached_property
    def key(self) -> str:
        """The same for blocks that differ only in case, marks and numbers."""
        return " ".join(_WORD.findall(self.text.casefold()))


def stubs(text: str) -> list[str]:
    """Return the content words, cut to their first letters: enough to see one topic in two inflected texts."""
    return [word[:5] for word in _CONTENT_WORD.findall(text.casefold())]
