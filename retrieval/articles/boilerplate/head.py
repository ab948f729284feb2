"""What stands above the body of a pasted text: headline, standfirst, byline, source line, date.

Nothing is taken from the body: a date or a name in it is part of the story.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ...language.detection import detect_language
from ...speakers.names import is_body
from ..dates import find_dates
from ..facts import Facts, offer
from . import labels
from .blocks import Block, Kind, stubs
from .byline import bare_names, byline_names, lone_names, paper_of
from .context import continues
from .masthead import head_lines
from .meta import PUBLISHED, is_date_line, is_labelled, is_update
from .roles import roles

_REACH = 60
"""Blocks above the body in which a headline may stand: galleries and share bars come between."""
_NEAR = 6
"""Blocks around headline and body's beginning in which a date is the article's."""
_HEADLINE_WORDS = range(2, 36)
_MIN_SCORE = 1.0
"""A line that `_headline_score` gives less is a headline only where nothing else stands there."""
_RIVAL = 0.25
"""The line above the best is the headline where its score is less than this below."""
_STRONG = 1.6
"""Above a line as long as a standfirst it is the headline where its score is higher than this."""
_STANDFIRST_WORDS = 10
_LEAD_WORDS = 150

_SUBJECT = re.compile(r"^(?:subject|betreff|objet|asunto|тема)\s?:\s+", re.IGNORECASE)
_LABELLED_SOURCE = re.compile(
    r"(?:source|quelle|fuente|fonte|источник|джерело|źródło|bron|källa|kilde|zdroj)\s?:\s*(?P<name>\S.*)", re.IGNORECASE
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:(?:19|20)\d\d\s?[-–]\s?)?(?:19|20)\d\d,?\s+(?:by\s+)?"
    r"(?P<name>[^\W\d_][^|•·©/,;\n]{1,45}?)"
    r"(?=\s*(?:\.\s|\.$|[|•·©/,;]|-\s|–|$|all rights|alle rechte|tous droits|todos))"
    r"|(?:©|\(c\)|copyright)\s*(?P<first>[^\W\d_][^|•·©/;\n\d]{1,45}?),?\s+(?:(?:19|20)\d\d\s?[-–]\s?)?(?:19|20)\d\d",
    re.IGNORECASE,
)
_NO_PUBLISHER = re.compile(
    r"rights|rechte|droits|derechos|direitos|diritti|prawa|права|reserved|powered|theme|wordpress|cookie|^www\.",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"\s[|·•–—]\s")
_SEVERAL = re.compile(r"\s(?:&|and|und|et|y|e|и|та)\s")
"""Between the parts of a section's name, as of a paper's."""
_SET_OFF = re.compile(r"[^–—|-]{6,20}\s[–—|-]\s|[^(]{6,20}\([A-Z]")


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
    _read_source(blocks, verdicts, lines, facts)
    _read_byline(blocks, verdicts, lines, None, facts)
    _read_date(blocks, verdicts, above=lines, below=range(0), found=facts, language=language)


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
        title = _copy_with_meta(blocks, title)
        offer(found, "title", _SUBJECT.sub("", blocks[title].text), "headline")
        _mark_title(blocks, verdicts, title)
        _keep_standfirst(blocks, verdicts, title + 1, start)
        _drop_lines(blocks, verdicts, title + 1)
        _keep_opening(verdicts, title + 1, start)
    above = range(max(0, (start if title is None else title) - _NEAR), min(len(blocks), start + _NEAR))
    below = range(end, min(len(blocks), end + _NEAR))
    _read_source(blocks, verdicts, above, found)
    _read_copyright(blocks, range(end, len(blocks)), found)
    _read_byline(blocks, verdicts, [*above, *below], title, found)
    _read_date(blocks, verdicts, above=above, below=below, found=found, language=detect_language(" ".join(body)))
    return found


def _headline(blocks: Sequence[Block], verdicts: Sequence[str | None], start: int, body: Sequence[str]) -> int | None:
    """The line above the body that tells the most of what the body tells, weighed against its distance."""
    told = _told(" ".join(body))
    scores = [
        (_headline_score(blocks, place, start, told), place)
        for place in range(max(0, start - _REACH), start)
        if verdicts[place] in ("before", "repeated") and blocks[place].words in _HEADLINE_WORDS
    ]
    score, best = max(scores, default=(0.0, 0))
    if score < _MIN_SCORE:
        only = _only_line(blocks, verdicts, start)
        return _first_line(blocks, verdicts, start) if only is None else only
    # A subheading under the headline tells as much as the headline: of two that nothing separates, the upper one.
    # A standfirst is longer and tells more.
    rival = score - _RIVAL if blocks[best].words < _STANDFIRST_WORDS else _STRONG
    return min(place for other, place in scores if place == best or (other > rival and place == best - 1))


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
    if not said or is_date_line(block) or byline_names(block) or _LABELLED_SOURCE.match(block.text):
        return 0.0
    shared = sum(told.get(stub, 0.0) for stub in said)
    # A headline says several things that the body tells; a menu entry says one.
    score = 1.5 * shared / max(4, len(said)) + min(shared, 4) / 4
    score += 0.4 if block.words >= 4 and _said_before(blocks, place) else 0.0
    score -= 0.5 if block.text.isupper() and block.words <= 4 else 0.0  # the line above a headline
    score += 0.5 if _meta_near(blocks, place) else 0.0
    score += 0.2 if any(is_date_line(block) or byline_names(block) for block in blocks[place + 1 : place + 2]) else 0.0
    score -= 0.5 if any(byline_names(block) for block in blocks[max(0, place - 4) : place]) else 0.0
    score -= 0.8 if block.text.endswith((".", ":", ",", ";")) else 0.0
    score -= 0.8 if block.words > 25 else 0.0
    score -= 1.0 if re.search(r"\s[→»›>|/]\s", block.text) else 0.0  # the way to the page
    return score + 0.6 - (start - place) / _REACH * 0.8


def _said_before(blocks: Sequence[Block], place: int) -> bool:
    """Whether the line stands higher up too, as headlines do, and is no menu entry: those come again together."""
    above = {block.key for block in blocks[:place]}
    near = blocks[max(0, place - 1) : place + 2]
    return blocks[place].key in above and sum(block.key in above for block in near if block.words > 1) <= 1


def _meta_near(blocks: Sequence[Block], place: int) -> bool:
    """Whether a byline or a date follows soon, or stands right above: they go with the headline."""
    near = [*blocks[max(0, place - 1) : place], *blocks[place + 1 : place + 5]]
    return any(is_date_line(block) or byline_names(block) for block in near)


def _told(body: str) -> dict[str, float]:
    """How much a body tells of each of its words: often, and from the beginning on."""
    lead = set(stubs(" ".join(body.split()[:_LEAD_WORDS])))
    return {stub: (min(count, 4) / 4 + (stub in lead)) / 2 for stub, count in Counter(stubs(body)).items()}


def _copy_with_meta(blocks: Sequence[Block], title: int) -> int:
    """The copy of the headline that byline or date stand by: others are in boxes of popular articles."""
    copies = [place for place in range(max(0, title - _REACH), title + 1) if blocks[place].key == blocks[title].key]
    return next((place for place in reversed(copies) if _meta_near(blocks, place)), title)


def _mark_title(blocks: Sequence[Block], verdicts: list[str | None], title: int) -> None:
    """Every copy of the headline is the title, wherever it stands."""
    for place, block in enumerate(blocks):
        if block.key == blocks[title].key:
            verdicts[place] = "title"


def _keep_standfirst(blocks: Sequence[Block], verdicts: list[str | None], first: int, start: int) -> None:
    """Running text right under the headline is the article's first paragraph, with byline and buttons in between."""
    for place in range(first, min(start, first + _NEAR)):
        block = blocks[place]
        if verdicts[place] == "before" and ((block.prose and block.ends) or (place <= first + 1 and block.words >= 18)):
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


def _read_source(blocks: Sequence[Block], verdicts: list[str | None], head: range, found: Facts) -> None:
    for place in head:
        match = _LABELLED_SOURCE.fullmatch(blocks[place].text)
        if match and blocks[place].words <= 8 and not labels.AGENCIES.search(match["name"]):
            offer(found, "source", match["name"], "source line")
            verdicts[place] = "source"
        elif verdicts[place] == "source":
            offer(found, "source", blocks[place].text.strip('«»„“”"'), "source line")
        elif verdicts[place] is not None:
            offer(found, "source", paper_of(blocks[place]) or _issuer(blocks[place]), "source line")


def _issuer(block: Block) -> str | None:
    """Return the body that a page is of, beside the day that it is as of: "City of Wexmere, Services · Updated: …"."""
    if block.words > 25 or not is_date_line(block):
        return None
    parts = [part for part in _SIGNS.split(block.text) if not any(char.isdigit() for char in part)]
    named = len(parts) == 1 and is_labelled(block) and parts[0][:1].isupper() and not _SEVERAL.search(parts[0])
    return parts[0] if named and " " in parts[0] and is_body(parts[0]) else None


def _read_copyright(blocks: Sequence[Block], places: range, found: Facts) -> None:
    """Who holds the rights to the page is its publisher: "© 2024 Lake Courier. All rights reserved"."""
    for place in places:
        match = _COPYRIGHT.search(blocks[place].text) if blocks[place].words <= 40 else None
        name = (match["name"] or match["first"]).strip(" -–—") if match else ""
        if name and not _NO_PUBLISHER.search(name):
            offer(found, "source", name, "copyright line")


def _read_byline(
    blocks: Sequence[Block], verdicts: list[str | None], places: Sequence[int], title: int | None, found: Facts
) -> None:
    for place in places:
        if verdicts[place] is not None and (names := byline_names(blocks[place])):
            offer(found, "author", list(names), "byline")
        elif verdicts[place] == "byline":
            offer(found, "author", list(bare_names(blocks[place])), "byline")
    if title is None:
        return
    for place in range(title + 1, min(len(blocks) - 1, title + _NEAR)):
        if verdicts[place] == "before" and (names := lone_names(*blocks[place - 1 : place + 2])):
            offer(found, "author", list(names), "byline")
            verdicts[place] = "byline"


def _read_date(
    blocks: Sequence[Block],
    verdicts: Sequence[str | None],
    *,
    above: range,
    below: range,
    found: Facts,
    language: str | None,
) -> None:
    """A date that is called publication, from above the body or right below it; else the one date by the headline.

    Several different dates by the headline belong to a list of other articles, unless the first stands right under it.
    """
    labelled: list[str] = []
    updated: list[str] = []
    plain: dict[str, int] = {}
    for place in (*range(max(0, above.stop - _REACH), above.stop), *below):
        if verdicts[place] is None:
            continue
        for day, label in _labelled_days(blocks, place, language):
            if is_update(label):
                updated.append(day)
            elif PUBLISHED.search(label):
                labelled.append(day)
            elif place in above:
                plain.setdefault(day, place)
    if len(set(labelled)) == 1:
        offer(found, "published", labelled[0], "date line")
    elif plain and (len(plain) == 1 or min(plain.values()) - above.start <= _NEAR + 3):
        offer(found, "published", min(plain, key=lambda day: plain[day]), "date line")
    elif not plain:
        offer(found, "published", dateline(blocks, verdicts, language), "dateline")
        if len(set(updated)) == 1:  # no other day is known, and of that day the text is
            offer(found, "published", updated[0], "date of the update")


def _labelled_days(blocks: Sequence[Block], place: int, language: str | None) -> Iterator[tuple[str, str]]:
    """Yield the days that a line names, each with what stands before it, there or in the line above."""
    text = blocks[place].text if blocks[place].words <= 25 else ""
    for offset, day in find_dates(text, language=language):
        label = text[max(0, offset - 40) : offset]
        yield day, blocks[place - 1].text[-40:] if place and not label.strip() else label


def dateline(blocks: Sequence[Block], verdicts: Sequence[str | None], language: str | None) -> str | None:
    """Return the date that the body's first paragraph opens with, set off by a mark: "Oslo, 5 March 2024 –"."""
    first = next((block for block, verdict in zip(blocks, verdicts, strict=True) if verdict is None), None)
    head = first.text[:60] if first else ""
    for offset, day in find_dates(head, language=language):
        before, after = head[:offset], head[offset:]
        if len(before) <= 25 and (re.search(r"[/|(]\s*$", before) or _SET_OFF.match(after)):
            return day
    return None
