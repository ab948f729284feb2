"""Chats that WhatsApp exports as text: one article per day, a paragraph per message, after its writer's name."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePath

from ..types import Article, ReadOptions
from .assemble import assemble
from .boilerplate import Block, Kind, Origin
from .clean import clean_text, fold
from .decoding import decode
from .document import Document
from .facts import Facts, offer
from .failure import UnreadableError

MESSAGE = re.compile(
    r"^[\ufeff\u200e]?\[?(\d{1,4}[./-]\d{1,2}[./-]\d{2,4})(?:,| à)? \d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s[ap]\.?\s?m\.?)?"
    r"(?:\]| [-–]) (?:(?P<name>[^:\n]{1,60}): )?",
    re.IGNORECASE | re.MULTILINE,
)
"""The day, the time and the writer of a message; without a writer, it is WhatsApp's own."""
_PICTURE = re.compile(r"\u200e.*|<[^<>]*>", re.DOTALL)
"""Stands for a picture, or for what WhatsApp itself says in a writer's name."""
_EDITED = re.compile(r"\u200e?<[^<>\n]*>$")


def read(document: Document, options: ReadOptions) -> Iterator[Article]:
    """Yield one article per day on which somebody wrote."""
    text = decode(document.read())
    messages = list(MESSAGE.finditer(text))
    days: dict[str, list[Block]] = {}
    for message, end in zip(messages, [*(it.start() for it in messages[1:]), len(text)], strict=True):
        said = text[message.end() : end].strip()
        if message["name"] and not _PICTURE.fullmatch(said):
            told = f"{message['name'].lstrip('~ ')}: {_EDITED.sub('', said)}".replace("\n", " ")
            days.setdefault(message[1], []).append(Block(fold(clean_text(told)), kind=Kind.PARAGRAPH))
    numbers = {day: [int(number) for number in re.split(r"\D", day)] for day in days}
    month_first = any(second > 12 for _, second, _ in numbers.values())
    sure = month_first or any("/" not in day or first > 12 for day, (first, *_) in numbers.items())
    for day, blocks in days.items():
        facts: Facts = {}
        offer(facts, "title", PurePath(document.path).stem.strip("_"), "file name")
        offer(facts, "published", _iso(*numbers[day], month_first=month_first) if sure else None, "the export")
        try:
            yield assemble(document, options, blocks, facts, origin=Origin.WRITTEN, uri=f"{document.uri}#{day}")
        except UnreadableError:  # only links
            continue


def _iso(first: int, second: int, third: int, *, month_first: bool) -> str | None:
    """Return a day as YYYY-MM-DD; None if no calendar has it."""
    year, month, day = (first, second, third) if first > 31 else (third, second, first)
    try:
        return date(year + 2000 * (year < 100), *((day, month) if month_first else (month, day))).isoformat()
    except ValueError:
        return None
