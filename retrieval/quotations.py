"""Where a text quotes: the spans between quotation marks of whatever language. Pure."""

import re

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


def _between(text: str, opening: str, closing: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = text.find(opening)
    while start >= 0 and (end := text.find(closing, start)) >= 0:
        spans.append((start, end + 1))
        start = text.find(opening, end + 1)
    return spans
