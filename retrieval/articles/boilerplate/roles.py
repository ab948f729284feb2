"""Which line of an article's head is title, paper, person and day: each of them has a line, so they tell each other."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ...language.text import is_cyrillic, normal_form, without_accents
from ...patterns import CAPITAL
from ...speakers.given_names import EITHER, MEN, WOMEN
from .blocks import Block, Kind, stubs
from .byline import ROLE, bare_names, by_newsroom, byline_names, is_paper
from .labels import AGENCIES
from .meta import is_date_line

_LINES = range(3, 5)
_TITLE_WORDS = range(1, 36)
_PAPER_WORDS = range(2, 5)
"""Of a paper that no word of its name tells; a single word may be the section, more are a subtitle."""
_MORE = 2
"""So many words longer than the line above, or so many more of the text's words in it, make a headline of a line."""
BARE = re.compile(rf"[«„“\"]?{CAPITAL}[^,:;|·•–—?!…\d]*(?<!\.)")
"""A line that is neither a sentence nor several things."""
_SMALL_WORD = re.compile(r"\b[a-zß-öø-ÿ]{4,}")
"""Papers in Latin letters write their names with capitals."""
_BARE_DAY = re.compile(r"[^,|·•–—]*\d{4}(?: ?(?:г|р|года|року)\.?)?")


@dataclass(frozen=True, slots=True)
class Roles:
    """Where in a head its title stands, and the rule that drops each of its other lines."""

    title: int
    rules: Mapping[int, str]


def roles(blocks: Sequence[Block]) -> Roles | None:
    """Return what the first lines of a text are, in any order; None where they are not just these.

    They are title and day, with a person, a paper, or both. A paper may stand on the line of the day; without a person
    it is told by a word of its name.
    """
    head = list(takewhile(_is_line, blocks))
    days = [place for place, block in enumerate(head) if is_date_line(block)]
    if len(days) != 1 or len(head) not in _LINES or len(head) == len(blocks):
        return None
    day = days[0]
    others = [place for place in range(len(head)) if place != day]
    bare_day = _BARE_DAY.fullmatch(head[day].text) is not None
    person = _person(head, others, day, sure=len(head) == min(_LINES) and bare_day)
    rules = {day: "date"} if person is None else {day: "date", person: "byline"}
    rest = [place for place in others if place != person]
    if len(rest) == 1:
        return Roles(rest[0], rules)
    if len(rest) != 2 or not bare_day:
        return None
    turns = _in_turn(rest, blocks, len(head))
    for title, paper in turns:
        told = is_paper(head[paper]) and not _is_person(head[title])
        if told or (person is not None and _may_be_paper(head, paper, day, signed=bool(byline_names(head[person])))):
            return Roles(title, {**rules, paper: "source"})
    title, other = turns[0]
    return Roles(title, {**rules, other: "before"}) if person is not None and _is_person(head[person]) else None


def _is_line(block: Block) -> bool:
    if block.kind not in (Kind.LINE, Kind.PARAGRAPH) or block.prose or block.words not in _TITLE_WORDS:
        return False
    return is_date_line(block) or not (block.text.endswith((".", ",", ":", ";")) or by_newsroom(block))


def _person(head: Sequence[Block], places: Sequence[int], day: int, *, sure: bool) -> int | None:
    """The line that says "by"; else the one name, the one with a common given name, or the one next to the day.

    Args:
        sure: whether nothing else than a given name will do: there may be nobody.
    """
    signed = [place for place in places if byline_names(head[place])]
    if signed:
        return signed[0] if len(signed) == 1 else None
    named = [place for place in places if bare_names(head[place])]
    known = [place for place in named if _is_person(head[place])]
    for among in (known,) if sure else (known, named):
        if len(among) == 1:
            return among[0]
    return None if sure else next((place for place in (day - 1, day + 1) if place in named), None)


def _is_person(block: Block) -> bool:
    """Whether a line is a name that begins with a common given name."""
    given = normal_form(block.text.split()[0])
    if not is_cyrillic(given):
        given = without_accents(given)
    elif given.endswith(("а", "я")):
        return bool(bare_names(block))
    return given in MEN | WOMEN | EITHER and bool(bare_names(block))


def _in_turn(rest: Sequence[int], blocks: Sequence[Block], start: int) -> Sequence[tuple[int, int]]:
    """Both ways to tell title and paper, the likelier first: a title is longer, tells of the text, or stands above."""
    first, second = rest
    if _is_section(blocks[first]):
        return ((second, first),)
    body = {stub for block in blocks[start:] for stub in stubs(block.text)}
    told = [len(body.intersection(stubs(blocks[place].text))) for place in rest]
    longer = blocks[second].words - blocks[first].words
    # "Express train derails" has a word of papers, too: then length and order tell
    named = is_paper(blocks[first]) and not is_paper(blocks[second])
    if longer >= _MORE or (told[1] - told[0] >= _MORE and longer >= 0) or named:
        return ((second, first), (first, second))
    return ((first, second), (second, first))


def _is_section(block: Block) -> bool:
    """Whether a line above a headline may be the part of the paper that it stood in: a word, or capitals."""
    return (block.words == 1 or block.text.isupper()) and not is_paper(block)


def _may_be_paper(head: Sequence[Block], place: int, day: int, *, signed: bool) -> bool:
    """Whether a line by those of a person and a day names a paper, whatever its words."""
    block = head[place]
    if is_paper(block) or AGENCIES.fullmatch(block.text):
        return True
    if block.words not in _PAPER_WORDS or block.text.isupper() or ROLE.search(block.text):
        return False
    # Between title and "by" subtitles stand, too; under the day, set off, what the text begins with.
    if (signed and not bare_names(block)) or (place > day and block.gap):
        return False
    return BARE.fullmatch(block.text) is not None and not _SMALL_WORD.search(block.text)
