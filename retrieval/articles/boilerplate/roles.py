"""Assigns the lines of an article's head to title, paper, person and date: one line each, so they imply each other."""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from msgspec import Struct

from ...patterns import CAPITAL
from .blocks import Block, Kind, stubs
from .byline import bare_names, by_newsroom, byline_names, is_newsroom, is_paper, is_person
from .meta import is_date_line
from .phrases import AGENCIES, AGENCY, BY, NEWSROOM, ROLE

_LINES = range(3, 5)
TITLE_WORDS = range(1, 36)
_PAPER_WORDS = range(2, 5)
"""Lengths of the name of an unknown paper, in words; a single word may be a section, a longer line a subtitle."""
_MORE = 2
"""A line is a headline if it has this many words more than the one above, or this many more words of the text."""
BARE = re.compile(rf"[«„“\"]?{CAPITAL}[^,:;|·•–—?!…\d]*(?<!\.)")
"""A line that is neither a sentence nor a list of several things."""
_CREDIT = rf"(?:{AGENCY}|{NEWSROOM})"
_JOINT = r"\s?[/,]\s?|\s(?:with|mit|avec|con|and|und|et|y|с|и|з|та)\s"
_CREDITED = re.compile(rf"(?:(?:{BY})\s+)?{_CREDIT}(?:(?:{_JOINT})(?:{_CREDIT}|[^\W\d_]{{2,4}}))*", re.IGNORECASE)
_SMALL_WORD = re.compile(r"\b[a-zß-öø-ÿ]{4,}")
"""A word in lower case, which names of papers in Latin script do not contain."""
_NUMBERED = r"[^,|·•–—]*\d(?:\s?(?:г|р|года|року|uhr|h|hrs|[ap]\.?m|[a-z]{3,4}t|мск)\.?)?"
_BARE_DAY = re.compile(rf"{_NUMBERED}(?:[,|·•–—]{_NUMBERED})*", re.IGNORECASE)
"""A day and its time, or several with labels, without paper and place: each part ends with a number."""


class Roles(Struct, frozen=True):
    """The position of the title in a head, and the rule that drops each of its other lines."""

    title: int
    rules: Mapping[int, str]


def roles(blocks: Sequence[Block]) -> Roles | None:
    """Return the roles of a text's first lines, in whatever order; None if they are not exactly such lines.

    They are title and date, with a person, a paper, or both. A paper may be on the line of the date; without a person
    it must be recognisable by a word of its name.
    """
    head = list(takewhile(_is_line, blocks))
    if 0 < len(head) < len(blocks) and opens_text(head[-1], blocks[len(head)]):
        head.pop()
    days = [place for place, block in enumerate(head) if is_date_line(block)]
    if len(days) != 1 or len(head) not in _LINES or len(head) == len(blocks):
        return None
    day = days[0]
    others = [place for place in range(len(head)) if place != day]
    bare_day = _BARE_DAY.fullmatch(head[day].text) is not None
    full = len(head) == max(_LINES)
    credited = [at for at in others if is_newsroom(head[at].text) or (full and is_credited(head[at]))]
    people = [place for place in others if place not in credited]
    person = _person(head, people, day, sure=bool(credited) or (len(head) == min(_LINES) and bare_day))
    rules = {day: "date"} if person is None else {day: "date", person: "byline"}
    if person is None and credited:
        rules[credited[0]] = "before"
    rest = [place for place in others if place not in rules]
    if len(rest) == 1:
        return Roles(rest[0], rules)
    if len(rest) != 2 or not bare_day:
        return None
    turns = _in_turn(rest, blocks, len(head))
    for title, paper in turns:
        told = is_paper(head[paper]) and not is_person(head[title])
        signed = person is not None and bool(byline_names(head[person]))
        if told or ((person is not None or credited) and _may_be_paper(head, paper, day, signed=signed)):
            return Roles(title, {**rules, paper: "source"})
    title, other = turns[0]
    return Roles(title, {**rules, other: "before"}) if person is not None and is_person(head[person]) else None


def is_agency(block: Block) -> bool:
    """Return whether a line is the name of an agency, as at the head of its news; below a picture it is a credit."""
    return AGENCIES.fullmatch(block.text) is not None


def is_credited(block: Block) -> bool:
    """Return whether a line names only agencies and newsrooms, as a byline names a person: "dpa/lni", "Redacción"."""
    return _CREDITED.fullmatch(block.text) is not None


def opens_text(line: Block, below: Block) -> bool:
    """Return whether a blank line parts a line from the head and none from the text, whose first subheading it is."""
    return line.gap and not below.gap and not (is_person(line) or byline_names(line) or is_date_line(line))


def _is_line(block: Block) -> bool:
    if block.kind not in (Kind.LINE, Kind.PARAGRAPH) or block.prose or block.words not in TITLE_WORDS:
        return False
    return is_date_line(block) or not (block.stopped or by_newsroom(block))


def _person(head: Sequence[Block], places: Sequence[int], day: int, *, sure: bool) -> int | None:
    """Return the line with "by"; else the only name, the one with a common given name, or the one next to the date.

    Args:
        sure: whether only a common given name counts, because there may be no person at all.
    """
    signed = [place for place in places if byline_names(head[place])]
    if signed:
        return signed[0] if len(signed) == 1 else None
    named = [place for place in places if bare_names(head[place])]
    known = [place for place in named if is_person(head[place])]
    for among in (known,) if sure else (known, named):
        if len(among) == 1:
            return among[0]
    return None if sure else next((place for place in (day - 1, day + 1) if place in named), None)


def _in_turn(rest: Sequence[int], blocks: Sequence[Block], start: int) -> Sequence[tuple[int, int]]:
    """Return both assignments of title and paper, likelier first: a title is longer, on the text's topic, or above."""
    first, second = rest
    if _is_section(blocks[first]):
        return ((second, first),)
    body = {stub for block in blocks[start:] for stub in stubs(block.text)}
    told = [len(body.intersection(stubs(blocks[place].text))) for place in rest]
    longer = blocks[second].words - blocks[first].words
    # "Express train derails" also has a word from names of papers: then length and order decide.
    named = is_paper(blocks[first]) and not is_paper(blocks[second])
    if longer >= _MORE or (told[1] - told[0] >= _MORE and longer >= 0) or named:
        return ((second, first), (first, second))
    return ((first, second), (second, first))


def _is_section(block: Block) -> bool:
    """Return whether a line above a headline may be the paper's section: a single word, or capitals."""
    return (block.words == 1 or block.text.isupper()) and not is_paper(block)


def _may_be_paper(head: Sequence[Block], place: int, day: int, *, signed: bool) -> bool:
    """Return whether a line next to those of a person and a date may name a paper, whatever its words."""
    block = head[place]
    if is_paper(block) or is_agency(block):
        return True
    if block.words not in _PAPER_WORDS or block.text.isupper() or ROLE.search(block.text):
        return False
    # Subtitles may also come between title and "by"; a separate line below the date may open the text.
    if (signed and not bare_names(block)) or (place > day and block.gap):
        return False
    return BARE.fullmatch(block.text) is not None and not _SMALL_WORD.search(block.text)
