"""Reads the head of a pasted text, above the body: headline, standfirst, byline, source line, date.

Nothing is taken from the body, where a date or a name is part of the story.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from ...language.detection import detect_language
from ..dates import find_dates
from ..facts import Facts, offer
from .blocks import Block, Kind, kept, stubs
from .byline import byline_names, is_meta, is_paper
from .context import continues
from .head_facts import LABELLED_SOURCE, NEAR, REACH, read_byline, read_copyright, read_date, read_source
from .masthead import head_lines
from .meta import is_date_line, is_labelled
from .roles import opens_text, roles

_HEADLINE_WORDS = range(2, 36)
_MIN_SCORE = 1.0
"""A line with a lower `_headline_score` is a headline only if nothing else is there."""
_RIVAL = 0.25
"""The line above the best one is the headline if its score is lower by less than this."""
_STRONG = 1.6
"""Above a line as long as a standfirst, a line is the headline if its score is higher than this."""
_STANDFIRST_WORDS = 10
_STANDFIRST_MORE = 5
"""A standfirst exceeds the line above by at least this many words; a line of authors under a title does not."""
_FIRST_WORDS = 4
"""Minimum length, in words, of a text's first line to be the headline above a standfirst: "A House of Keys". Names of a
paper's sections are shorter."""
_LEAD_WORDS = 150
_LEADING = 3
"""Minimum number of words before its date for a first line to be a title: "Minutes of the meeting of"."""
_SIGN = re.compile(r"[^\w\s’'-]")

_SUBJECT = re.compile(
    r"^(?:subject|betreff|objet|asunto|тема|title|titel|titre|título|заголовок)\s?:\s+", re.IGNORECASE
)

_META = frozenset({"byline", "date", "source"})
_HEAD = _META | {"title", "before", "running_head"}


def is_alone(verdicts: Sequence[str | None]) -> bool:
    """Return whether an article's own head is all that was found: it was pasted alone, without the rest of a page."""
    return _HEAD.issuperset(filter(None, verdicts))


def read_under_title(blocks: Sequence[Block], verdicts: list[str | None], facts: Facts) -> None:
    """Extract and drop author, paper and date of a prepared text from lines right under its title."""
    first = verdicts.index("title") + 1 if "title" in verdicts else 0
    found = head_lines(blocks, first)
    if first > 1 and blocks[first - 1].kind is Kind.TITLE:
        found = {**_above(blocks[: first - 1]), **found}
    if not found or (first == 0 and 0 not in found):
        return
    for place, rule in found.items():
        verdicts[place] = rule
    _read_dated_title(blocks, verdicts, facts)
    lines = range(min(found), max(found) + 1)
    language = detect_language(" ".join(block.text for block in blocks[lines.stop :]))
    read_source(blocks, verdicts, lines, facts)
    read_byline(blocks, verdicts, lines, None, facts)
    read_date(blocks, verdicts, above=lines, below=range(0), found=facts, language=language)


def _above(blocks: Sequence[Block]) -> dict[int, str]:
    """Return the rules that drop the lines above a title whose type shows that it is one: paper, section, date."""
    short = [place for place, block in enumerate(blocks) if not block.prose and block.kind is not Kind.RUNNING]
    return {
        place: "date" if is_date_line(blocks[place]) else "source" if is_paper(blocks[place]) else "before"
        for place in short
    }


def read_head(blocks: Sequence[Block], verdicts: list[str | None], facts: Facts) -> Facts:
    """Return the facts, with those found in the head added; the head's blocks get verdicts of their own."""
    found = dict(facts)
    within = kept(verdicts)
    start, end = (within[0], within[-1] + 1) if within else (len(blocks), 0)
    body = [blocks[place].text for place in within]
    told = roles(blocks) if is_alone(verdicts[:end]) else None
    for place, rule in told.rules.items() if told is not None else ():
        verdicts[place] = rule
    title = _headline(blocks, verdicts, start, body) if told is None else told.title
    if title is not None:
        offer(found, "title", _SUBJECT.sub("", blocks[title].text), "headline")
        if "title" not in facts or _alike(blocks[title].text, facts["title"][0]):
            _mark_title(blocks, verdicts, title)
        else:  # the first words to the reader of a mail, whose title is its subject
            verdicts[title] = None
        _keep_standfirst(blocks, verdicts, title + 1, start)
        _drop_lines(blocks, verdicts, title + 1)
        _keep_opening(verdicts, title + 1, start)
    _read_dated_title(blocks, verdicts, found)
    above = range(max(0, (start if title is None else title) - NEAR), min(len(blocks), start + NEAR))
    below = range(end, min(len(blocks), end + NEAR))
    read_source(blocks, verdicts, above, found)
    read_copyright(blocks, range(end, len(blocks)), found)
    read_byline(blocks, verdicts, [*above, *below], title, found)
    read_date(blocks, verdicts, above=above, below=below, found=found, language=detect_language(" ".join(body)))
    return found


def _read_dated_title(blocks: Sequence[Block], verdicts: list[str | None], facts: Facts) -> None:
    """Take a text's first line as its title if there is no other, and it says more than a date."""
    if "title" in facts or verdicts[:1] != ["date"] or is_labelled(blocks[0]):
        return
    before = blocks[0].text[: next((offset for offset, _ in find_dates(blocks[0].text, language="de")), 0)]
    words = before.split()
    # "New York City" is a place, and a sign sets off a paper, a place or a weekday.
    if len(words) < _LEADING or not words[0][0].isupper() or not any(map(str.islower, words)) or _SIGN.search(before):
        return
    offer(facts, "title", blocks[0].text, "headline")
    verdicts[0] = "title"


def _headline(blocks: Sequence[Block], verdicts: Sequence[str | None], start: int, body: Sequence[str]) -> int | None:
    """Return the line above the body that has most in common with it, weighed against its distance; or None."""
    told = _told(" ".join(body))
    scores = [
        (_headline_score(blocks, place, start, told), place)
        for place in range(max(0, start - REACH), start)
        if verdicts[place] in ("before", "repeated")
        and blocks[place].words in _HEADLINE_WORDS
        and not (any(map(is_date_line, blocks[:place])) and opens_text(blocks[place], blocks[place + 1]))
    ]
    score, best = max(scores, default=(0.0, 0))
    if score < _MIN_SCORE:
        only = _only_line(blocks, verdicts, start)
        return _first_line(blocks, verdicts, start) if only is None else only
    first = scores[0][1] == 0 and _may_be_headline(blocks[0])
    if first and (_has_standfirst(blocks) if best == 1 else byline_names(blocks[1])):
        return 0
    # A subheading under the headline may score as high: of two nearly equal lines, choose the upper one.
    # A standfirst is longer and scores higher.
    rival = score - _RIVAL if blocks[best].words < _STANDFIRST_WORDS else _STRONG
    return min(place for other, place in scores if place == best or (other > rival and place == best - 1))


def _may_be_headline(first: Block) -> bool:
    """Return whether the first line of a text may be its headline, whatever its words."""
    return first.words >= _FIRST_WORDS and not (first.stopped or is_paper(first) or is_meta(first))


def _has_standfirst(blocks: Sequence[Block]) -> bool:
    """Return whether the second line is longer than the first by as much as a standfirst is than its headline."""
    return blocks[1].words >= max(_STANDFIRST_WORDS, blocks[0].words + _STANDFIRST_MORE)


def _only_line(blocks: Sequence[Block], verdicts: Sequence[str | None], start: int) -> int | None:
    """Return the only line above a body, apart from byline, date and the like, whatever it says; None if several."""
    lines = [place for place in range(start) if verdicts[place] in ("before", "repeated")]
    return lines[0] if len(lines) == 1 and blocks[lines[0]].words <= max(_HEADLINE_WORDS) else None


def _first_line(blocks: Sequence[Block], verdicts: Sequence[str | None], start: int) -> int | None:
    """Return a text's first line with nothing above and more below, not closed by punctuation, as in notes; or None."""
    below = next((place for place in range(start + 1, len(blocks)) if verdicts[place] is None), None)
    if below is None or "before" in verdicts:
        return None
    line = blocks[start]
    closed = line.ends or line.stopped or continues(line.text, blocks[below].text)
    return start if line.kind is Kind.LINE and line.words <= max(_HEADLINE_WORDS) and not closed else None


def _headline_score(blocks: Sequence[Block], place: int, start: int, told: Mapping[str, float]) -> float:
    block = blocks[place]
    said = set(stubs(block.text))
    if not said or is_meta(block) or LABELLED_SOURCE.match(block.text):
        return 0.0
    shared = sum(told.get(stub, 0.0) for stub in said)
    # A headline has several words in common with the body; a menu entry has one.
    score = 1.5 * shared / max(4, len(said)) + min(shared, 4) / 4
    score -= 0.5 if block.text.isupper() and block.words <= 4 else 0.0  # a kicker above the headline
    score += 0.5 if _meta_near(blocks, place) else 0.0
    score += 0.2 if any(map(is_meta, blocks[place + 1 : place + 2])) else 0.0
    score -= 0.5 if any(map(byline_names, blocks[max(0, place - 4) : place])) else 0.0
    score -= 0.8 if block.stopped else 0.0
    score -= 0.8 if block.words > 25 else 0.0
    score -= 1.0 if re.search(r"\s[→»›>|/]\s", block.text) else 0.0  # a breadcrumb trail
    return score + 0.6 - (start - place) / REACH * 0.8


def _meta_near(blocks: Sequence[Block], place: int) -> bool:
    """Return whether a byline or a date follows soon or is right above, as around a headline."""
    return any(map(is_meta, (*blocks[max(0, place - 1) : place], *blocks[place + 1 : place + 5])))


def _told(body: str) -> dict[str, float]:
    """Return the weight of each word in a body: higher if it is frequent, and if it occurs near the beginning."""
    lead = set(stubs(" ".join(body.split()[:_LEAD_WORDS])))
    return {stub: (min(count, 4) / 4 + (stub in lead)) / 2 for stub, count in Counter(stubs(body)).items()}


def _alike(one: str, other: str) -> bool:
    """Return whether two lines have a word in common, or the same words."""
    return Block(one).key == Block(other).key or not set(stubs(one)).isdisjoint(stubs(other))


def _mark_title(blocks: Sequence[Block], verdicts: list[str | None], title: int) -> None:
    """Mark every copy of the headline as the title, wherever it is."""
    for place, block in enumerate(blocks):
        if block.key == blocks[title].key:
            verdicts[place] = "title"


def _keep_standfirst(blocks: Sequence[Block], verdicts: list[str | None], first: int, start: int) -> None:
    """Keep running text right under the headline as the first paragraph, even after a byline and buttons."""
    for place in range(first, min(start, first + NEAR)):
        block = blocks[place]
        long = place <= first + 1 and (block.words >= 18 or (place == 1 and _has_standfirst(blocks)))
        if verdicts[place] == "before" and ((block.prose and block.ends) or long):
            verdicts[place] = None
            return


def _drop_lines(blocks: Sequence[Block], verdicts: list[str | None], first: int) -> None:
    """Drop lines next to byline or date that name the paper or the author, if the article was pasted alone."""
    if is_alone(verdicts):
        for place, rule in head_lines(blocks, first).items():
            if verdicts[place] in (None, "before"):
                verdicts[place] = rule


def _keep_opening(verdicts: list[str | None], first: int, start: int) -> None:
    """Keep everything below byline or date if the article was pasted alone: the score of a match, a dateline."""
    metas = [place for place in range(first, start) if verdicts[place] in _META]
    if metas and is_alone(verdicts):
        verdicts[metas[-1] + 1 : start] = [None] * (start - metas[-1] - 1)
