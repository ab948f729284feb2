"""Reads byline, date and standfirst as they are visible around the headline, to settle what metadata leaves open.

A page's timestamps are often in UTC, a day ahead of the date that it shows; its author is often the name of the site.
"""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from ..boilerplate import Block, Kind
from ..boilerplate.byline import byline_names, is_newsroom, lone_names
from ..boilerplate.meta import is_update
from ..boilerplate.rules import is_refused
from ..dates import find_dates
from ..facts import Facts, offer, value_of
from ..people import people

_BELOW = 10
_ABOVE = 3
_DATE_WORDS = 10
"""Maximum length, in words, of a sentence with the publication date; a longer one belongs to the story."""
_WEAK_PLACES = ("time tag", "markup", "address")


class Visible(Struct, frozen=True):
    """The blocks around a headline."""

    above: Sequence[Block]
    headline: Sequence[Block]
    """One block; empty if the page shows no headline."""
    below: Sequence[Block]


def around_headline(blocks: Sequence[Block], title: str) -> Visible:
    """Return the blocks around the headline: its first copy marked up as a heading, else its last copy."""
    key = Block(title).key
    copies = [place for place, block in enumerate(blocks) if block.key == key]
    marked = [place for place in copies if blocks[place].kind is Kind.HEADING]
    if not copies:
        return Visible((), (), ())
    place = (marked or copies)[0 if marked else -1]
    return Visible(
        blocks[max(0, place - _ABOVE) : place], blocks[place : place + 1], blocks[place + 1 : place + 1 + _BELOW]
    )


def add_visible_facts(facts: Facts, seen: Visible) -> None:
    """Add or correct author and date, based on the text around the headline."""
    if "author" in facts and (is_newsroom(facts["author"][0]) or _is_source(facts)):
        named = facts.pop("author")
        _offer_byline(facts, seen)
        facts.setdefault("author", named)
    _offer_byline(facts, seen)
    _settle_date(facts, seen)


def _is_source(facts: Facts) -> bool:
    """Return whether the author is the site itself."""
    source = Block(value_of(facts, "source") or "").key.replace(" ", "")
    return bool(source) and Block(facts["author"][0]).key.replace(" ", "") in (source, source.removesuffix("com"))


def standfirst(seen: Visible, body: Sequence[Block]) -> Block | None:
    """Return the sentence below the headline if extraction left it out; else None."""
    told = " ".join(block.key for block in body)
    for block in seen.below:
        if block.key and block.key in told:
            return None
        if block.ends and 8 <= block.words <= 80 and block.kind is not Kind.ITEM and not is_refused(block):
            return block
    return None


def _offer_byline(facts: Facts, seen: Visible) -> None:
    for block in (*seen.below, *reversed(seen.above)):
        offer(facts, "author", people(byline_names(block)), "byline")
    below = [*seen.headline, *seen.below]
    for three in zip(below, below[1:], below[2:], strict=False):
        offer(facts, "author", people(lone_names(*three)), "byline")


def _head(below: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks above the second paragraph: below it, the dates of a short post are those of its comments."""
    prose = [place for place, block in enumerate(below) if block.prose]
    return below[: prose[1]] if len(prose) > 1 else below


def _settle_date(facts: Facts, seen: Visible) -> None:
    dated = [
        (day, is_update(block.text[:offset][-40:]))
        for block in (*_head(seen.below), *reversed(seen.above))
        if block.words <= 25 and not (block.ends and block.words > _DATE_WORDS)
        for offset, day in find_dates(block.text, language=value_of(facts, "language"))
    ]
    days = [day for day, updated in dated if not updated]
    if not days:
        if len({day for day, _ in dated}) == 1:  # no other date is known, and the text is as of this one
            offer(facts, "published", dated[0][0], "date of the update")
        return
    said, place = facts.get("published", (None, ""))
    near = said is not None and abs((date.fromisoformat(said[:10]) - date.fromisoformat(days[0])).days) == 1
    if said is None or ((near or place in _WEAK_PLACES) and said[:10] not in days):
        facts.pop("published", None)
        offer(facts, "published", days[0], "date line")
