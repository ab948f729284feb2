"""Where a text quotes: the spans between quotation marks of whatever language. Pure."""

import re

from .types import Passage

_TURNED = re.compile(r"(?:^|[\s(])»(?=\w)")
_GERMAN = ("„", "“")


def quotations(text: str) -> list[tuple[int, int]]:
    """Return the spans between quotation marks, marks included; a mark without its partner opens none.

    German turns guillemets round, »Ja«: where » opens a word, they are read so.
    """
    pairs = [("“", "”"), ("»", "«") if _TURNED.search(text) else ("«", "»")]
    spans = [span for opening, closing in pairs for span in _between(text, opening, closing)]
    if "„" in text:
        spans = [span for span in spans if text[span[0]] != "“"] + _between(text, *_GERMAN)
    straight = [match.start() for match in re.finditer('"', text)]
    if len(straight) % 2 == 0:
        spans += [(start, end + 1) for start, end in zip(straight[::2], straight[1::2], strict=True)]
    return sorted(spans)


def whole_quotations(passage: Passage, first: int, last: int) -> tuple[int, int]:
    """Widen a run of a passage's sentences, given by its first and last, until no quotation that it holds a part of is
    cut."""
    spans = passage.sentences
    for start, end in quotations(passage.text):
        while first > 0 and start < spans[first][0] < end:
            first -= 1
        while last < len(spans) - 1 and start < spans[last][1] < end:
            last += 1
    return first, last


def _between(text: str, opening: str, closing: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = text.find(opening)
    while start >= 0 and (end := text.find(closing, start)) >= 0:
        spans.append((start, end + 1))
        start = text.find(opening, end + 1)
    return spans
