"""What stands above the body of a pasted text: headline, standfirst, byline, source line, date.

Nothing is taken from the body: a date or a name in it is part of the story.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from ...language.detection import detect_language
from ..facts import Facts, offer
from .blocks import Block, Kind, stubs
from .byline import byline_names, is_paper
from .context import continues
from .head_facts import LABELLED_SOURCE, NEAR, REACH, read_byline, read_copyright, read_date, read_source
from .masthead import head_lines
from .meta import is_date_line
from .roles import roles

_HEADLINE_WORDS = range(2, 36)
_MIN_SCORE = 1.0
"""A line that `_headline_score` gives less is a headline only where nothing else stands there."""
_RIVAL = 0.25
"""The line above the best is the headline where its score is less than this below."""
_STRONG = 1.6
"""Above a line as long as a standfirst it is the headline where its score is higher than this."""
_STANDFIRST_WORDS = 10
_STANDFIRST_MORE = 5
"""So many words longer than the line above; authors in a line under a title are not."""
_FIRST_WORDS = 4
"""Of so many words the first line of a text, above a standfirst, is its headline: "A House of Keys". What a paper calls
a part of itself is shorter."""
_LEAD_WORDS = 150

_SUBJECT = re.compile(r"^(?:subject|betreff|objet|asunto|тема)\s?:\s+", re.IGNORECASE)


_META = frozenset({"byline", "date", "source"})
_HEAD = _META | {"title", "before"}


def is_alone(verdicts: Sequence[str | None]) -> bool:
    """Whether nothing but an article's own head was found: no sign of a page around it, somebody pasted it alone."""
    return _HEAD.issuperset(filter(None, verdicts))


def read_under_title(blocks: Sequence[Block], verdicts: list[str | None], facts: Facts) -> None:
    """Note and drop who wrote a prepared text, for which paper and when, where lines right under its title say so."""
    first = verdicts.index("title") + 1 if "title" in verdicts else 0
    found = head_lines(blocks, first)
    if not found or (first == 0 and 0 not in found):
        return
    for place, rule in found.items():
        verdicts[place] = rule
    lines = range(min(found), max(found) + 1)
    language = detect_language(" ".join(block.text for block in blocks[lines.stop :]))
    read_source(blocks, verdicts, lines, facts)
    read_byline(blocks, verdicts, lines, None, facts)
    read_date(blocks, verdicts, above=lines, below=range(0), found=facts, language=language)


def read_head(blocks: Sequence[Block], verdicts: list[str | None], facts: Facts) -> Facts:
    """Return the facts with those that the head shows; the head's blocks get their own verdicts."""
    found = dict(facts)
    start = next((place for place, verdict in enumerate(verdicts) if verdict is None), len(blocks))
    end = max((place for place, verdict in enumerate(verdicts) if verdict is None), default=-1) + 1
    body = [block.text for block, verdict in zip(blocks, verdicts, strict=True) if verdict is None]
    told = roles(blocks) if is_alone(verdicts) else None
    if told is not None:
        verdicts[:start] = [told.rules.get(place, verdict) for place, verdict in enumerate(verdicts[:start])]
    title = _headline(blocks, verdicts, start, body) if told is None else told.title
    if title is not None:
        offer(found, "title", _SUBJECT.sub("", blocks[title].text), "headline")
        _mark_title(blocks, verdicts, title)
        _keep_standfirst(blocks, verdicts, title + 1, start)
        _drop_lines(blocks, verdicts, title + 1)
        _keep_opening(verdicts, title + 1, start)
    above = range(max(0, (start if title is None else title) - NEAR), min(len(blocks), start + NEAR))
    below = range(end, min(len(blocks), end + NEAR))
    read_source(blocks, verdicts, above, found)
    read_copyright(blocks, range(end, len(blocks)), found)
    read_byline(blocks, verdicts, [*above, *below], title, found)
    read_date(blocks, verdicts, above=above, below=below, found=found, language=detect_language(" ".join(body)))
    return found


def _headline(blocks: Sequence[Block], verdicts: Sequence[str | None], start: int, body: Sequence[str]) -> int | None:
    """The line above the body that tells the most of what the body tells, weighed against its distance."""
    told = _told(" ".join(body))
    scores = [
        (_headline_score(blocks, place, start, told), place)
        for place in range(max(0, start - REACH), start)
        if verdicts[place] in ("before", "repeated") and blocks[place].words in _HEADLINE_WORDS
    ]
    score, best = max(scores, default=(0.0, 0))
    if score < _MIN_SCORE:
        only = _only_line(blocks, verdicts, start)
        return _first_line(blocks, verdicts, start) if only is None else only
    if best == 1 and scores[0][1] == 0 and _may_be_headline(blocks[0]) and _has_standfirst(blocks):
        return 0
    # A subheading under the headline tells as much as the headline: of two that nothing separates, the upper one.
    # A standfirst is longer and tells more.
    rival = score - _RIVAL if blocks[best].words < _STANDFIRST_WORDS else _STRONG
    return min(place for other, place in scores if place == best or (other > rival and place == best - 1))


def _may_be_headline(first: Block) -> bool:
    """Whether the first line of a text may be its headline, whatever it tells."""
    closed = first.text.endswith((".", ",", ":", ";"))
    return first.words >= _FIRST_WORDS and not (closed or is_paper(first) or byline_names(first) or is_date_line(first))


def _has_standfirst(blocks: Sequence[Block]) -> bool:
    """Whether the second line of a text is as much longer than the first as a standfirst is than its headline."""
    return blocks[1].words >= max(_STANDFIRST_WORDS, blocks[0].words + _STANDFIRST_MORE)


def _only_line(blocks: Sequence[Block], verdicts: Sequence[str | None], start: int) -> int | None:
    """The one line that stands above a body, whatever it says, but for byline, date and the like."""
    lines = [place for place in range(start) if verdicts[place] in ("before", "repeated")]
    return lines[0] if len(lines) == 1 and blocks[lines[0]].words <= max(_HEADLINE_WORDS) else None


def _first_line(blocks: Sequence[Block], verdicts: Sequence[str | None], start: int) -> int | None:
    """The first line of a text that nothing stands above, as notes begin: with more below, and closed by no mark."""
    below = next((place for place in range(start + 1, len(blocks)) if verdicts[place] is None), None)
    if below is None or "before" in verdicts:
        return None
    line = blocks[start]
    closed = line.ends or line.text.endswith((",", ":", ";")) or continues(line.text, blocks[below].text)
    return start if line.kind is Kind.LINE and line.words <= max(_HEADLINE_WORDS) and not closed else None


def _headline_score(blocks: Sequence[Block], place: int, start: int, told: Mapping[str, float]) -> float:
    block = blocks[place]
    said = set(stubs(block.text))
    if not said or is_date_line(block) or byline_names(block) or LABELLED_SOURCE.match(block.text):
        return 0.0
    shared = sum(told.get(stub, 0.0) for stub in said)
    # A headline says several things that the body tells; a menu entry says one.
    score = 1.5 * shared / max(4, len(said)) + min(shared, 4) / 4
    score -= 0.5 if block.text.isupper() and block.words <= 4 else 0.0  # the line above a headline
    score += 0.5 if _meta_near(blocks, place) else 0.0
    score += 0.2 if any(is_date_line(block) or byline_names(block) for block in blocks[place + 1 : place + 2]) else 0.0
    score -= 0.5 if any(byline_names(block) for block in blocks[max(0, place - 4) : place]) else 0.0
    score -= 0.8 if block.text.endswith((".", ":", ",", ";")) else 0.0
    score -= 0.8 if block.words > 25 else 0.0
    score -= 1.0 if re.search(r"\s[→»›>|/]\s", block.text) else 0.0  # the way to the page
    return score + 0.6 - (start - place) / REACH * 0.8


def _meta_near(blocks: Sequence[Block], place: int) -> bool:
    """Whether a byline or a date follows soon, or stands right above: they go with the headline."""
    near = [*blocks[max(0, place - 1) : place], *blocks[place + 1 : place + 5]]
    return any(is_date_line(block) or byline_names(block) for block in near)


def _told(body: str) -> dict[str, float]:
    """How much a body tells of each of its words: often, and from the beginning on."""
    lead = set(stubs(" ".join(body.split()[:_LEAD_WORDS])))
    return {stub: (min(count, 4) / 4 + (stub in lead)) / 2 for stub, count in Counter(stubs(body)).items()}


def _mark_title(blocks: Sequence[Block], verdicts: list[str | None], title: int) -> None:
    """Every copy of the headline is the title, wherever it stands."""
    for place, block in enumerate(blocks):
        if block.key == blocks[title].key:
            verdicts[place] = "title"


def _keep_standfirst(blocks: Sequence[Block], verdicts: list[str | None], first: int, start: int) -> None:
    """Running text right under the headline is the article's first paragraph, with byline and buttons in between."""
    for place in range(first, min(start, first + NEAR)):
        block = blocks[place]
        long = place <= first + 1 and (block.words >= 18 or (place == 1 and _has_standfirst(blocks)))
        if verdicts[place] == "before" and ((block.prose and block.ends) or long):
            verdicts[place] = None
            return


def _drop_lines(blocks: Sequence[Block], verdicts: list[str | None], first: int) -> None:
    """Of an article pasted alone a line by byline or date names its paper, or who wrote it."""
    if is_alone(verdicts):
        for place, rule in head_lines(blocks, first).items():
            if verdicts[place] in (None, "before"):
                verdicts[place] = rule


def _keep_opening(verdicts: list[str | None], first: int, start: int) -> None:
    """Of an article pasted alone all that stands under byline or date is its own: a match's score, a dateline."""
    metas = [place for place in range(first, start) if verdicts[place] in _META]
    if metas and is_alone(verdicts):
        verdicts[metas[-1] + 1 : start] = [None] * (start - metas[-1] - 1)
