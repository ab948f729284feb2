"""What stands above the body of a pasted text: headline, standfirst, byline, source line, date.

Nothing is taken from the body: a date or a name in it is part of the story.
"""

import re
from collections.abc import Sequence

from ...language import detect_language
from ..dates import find_dates
from ..facts import Facts, offer
from . import phrases
from .blocks import Block

_REACH = 40
"""Blocks above the body in which a headline may stand: galleries and share bars come between."""
_NEAR = 6
"""Blocks around headline and body's beginning in which a date is the article's."""
_HEADLINE_WORDS = range(2, 36)
_MIN_SCORE = 1.0

_LABELLED_SOURCE = re.compile(r"(?:source|quelle|fuente|fonte|источник|джерело|źródło|bron|källa|kilde|zdroj)\s?:\s*(?P<name>\S.*)", re.IGNORECASE)
_BY = r"(?:(?:written |posted |published |reported |story |text |report |words |article )?by\b:?|authors?:|von\b|text:|autor(?:in|en)?:|par\b|auteurs?\s?:|por\b|texto:|autor(?:a|es)?:|di\b|a cura di|door\b|tekst:|av\b|af\b|автор(?:ы)?:|текст:|автор:)"
_NAME = r"(?!(?:The|Our|Die|Der|Das|Les?|La|El|Los|Unser\w*)\b)[^\W\d_a-zа-я][\w.'’-]*(?:\s(?:(?:van|von|der|den|de|da|dos|del|di|du|la|le|bin|al|zu|ter|ten)\s)*[^\W\d_a-zа-я][\w.'’-]*){1,3}"
_JOINT = r"(?:\s?[,&/]\s?|\s(?:and|und|et|y|e|en|i|и|та|och|og|with|mit)\s|,\s(?:and|und)\s)"
_BYLINE = re.compile(rf"(?i:{_BY})\s*(?P<names>{_NAME}(?:{_JOINT}{_NAME})*)")
_UPDATED = re.compile(
    r"updat|modif|aktualis|geändert|stand:|mis à jour|actualiza|atualiza|aggiornat|bijgewerkt|aktualiz|обновл|оновлен|last edited|zuletzt|uppdaterad|opdateret",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"publish|posted|first |veröffentlicht|erschienen|publié|publicad|pubblicat|gepubliceerd|opublikowan|dodano|опубликован|опубліковано|created|erstellt|issued|date:|datum:|fecha:|data:",
    re.IGNORECASE,
)


def read_head(blocks: Sequence[Block], verdicts: list[str | None], facts: Facts) -> Facts:
    """Return the facts with those that the head shows; the head's blocks get their own verdicts."""
    found = dict(facts)
    start = next((place for place, verdict in enumerate(verdicts) if verdict is None), len(blocks))
    body = [block.text for block, verdict in zip(blocks, verdicts, strict=True) if verdict is None]
    title = _headline(blocks, verdicts, start, body)
    if title is None:
        top = max(0, start - _NEAR)
    else:
        offer(found, "title", blocks[title].text, "headline")
        _mark_title(blocks, verdicts, title, start)
        _keep_standfirst(blocks, verdicts, title + 1, start)
        top = title
    head = range(max(0, top - _NEAR), min(len(blocks), start + 1))
    _read_source(blocks, verdicts, head, found)
    _read_byline(blocks, verdicts, head, found)
    _read_date(blocks, verdicts, head, found, detect_language(" ".join(body)))
    return found


def _headline(blocks: Sequence[Block], verdicts: Sequence[str | None], start: int, body: Sequence[str]) -> int | None:
    """The line above the body that shares the most words with it, weighed against its distance."""
    told = _stems(" ".join(body))
    scores = [
        (_headline_score(blocks, place, start, told), -place)
        for place in range(max(0, start - _REACH), start)
        if verdicts[place] in ("before", "repeated") and blocks[place].words in _HEADLINE_WORDS
    ]
    score, place = max(scores, default=(0.0, 0))
    return -place if score >= _MIN_SCORE else None


def _headline_score(blocks: Sequence[Block], place: int, start: int, told: frozenset[str]) -> float:
    block = blocks[place]
    stems = _stems(block.text)
    if not stems or _is_meta(block):
        return 0.0
    covered = sum(stem in told for stem in stems) / len(stems)
    # A headline says several things that the body tells; a menu entry says one.
    score = 2.0 * covered * min(1.0, len(stems) / 3)
    score += 0.6 if any(other.key == block.key for other in blocks[:place]) else 0.0
    score += 0.6 if any(_is_meta(near) for near in blocks[place + 1 : place + 4]) else 0.0
    score -= 0.8 if block.text.endswith((".", ":", ",", ";")) else 0.0
    score -= 0.8 if block.words > 25 else 0.0
    return score + 0.6 - (start - place) / _REACH * 1.2


def _stems(text: str) -> frozenset[str]:
    """Content words, cut to their first letters: enough to see one topic in two inflected texts."""
    return frozenset(word[:5] for word in re.findall(r"[^\W\d_]{4,}|\d{2,}|[\u3400-\u9fff\uac00-\ud7af]{2}", text.casefold()))


def _is_meta(block: Block) -> bool:
    """Whether it is a byline, a date line or the like rather than words of the article."""
    if block.words > 20:
        return False
    dates = list(find_dates(block.text))
    return bool(_BYLINE.match(block.text)) or bool(_LABELLED_SOURCE.match(block.text)) or (bool(dates) and block.words <= 14)


def _mark_title(blocks: Sequence[Block], verdicts: list[str | None], title: int, start: int) -> None:
    """Every copy of the headline above the body is the title."""
    for place in range(start):
        if blocks[place].key == blocks[title].key:
            verdicts[place] = "title"


def _keep_standfirst(blocks: Sequence[Block], verdicts: list[str | None], first: int, start: int) -> None:
    """Running text between headline and body is the article's first paragraph, with byline and buttons in between."""
    for place in range(first, start):
        block = blocks[place]
        if verdicts[place] == "before" and block.prose and block.ends and not _is_meta(block):
            verdicts[place] = None


def _read_source(blocks: Sequence[Block], verdicts: list[str | None], head: range, found: Facts) -> None:
    for place in head:
        match = _LABELLED_SOURCE.fullmatch(blocks[place].text)
        if match and blocks[place].words <= 8 and not phrases.AGENCIES.search(match["name"]):
            offer(found, "source", match["name"], "source line")
            verdicts[place] = "source"


def _read_byline(blocks: Sequence[Block], verdicts: list[str | None], head: range, found: Facts) -> None:
    for place in head:
        block = blocks[place]
        match = _BYLINE.match(block.text) if block.words <= 25 and not block.ends else None
        if match:
            names = re.split(_JOINT, match["names"])
            offer(found, "author", [name.strip(" .,") for name in names], "byline")
            verdicts[place] = "byline"


def _read_date(blocks: Sequence[Block], verdicts: list[str | None], head: range, found: Facts, language: str | None) -> None:
    """The first full date of the head, one called publication before others, one called update never."""
    labelled: list[str] = []
    plain: list[str] = []
    for place in head:
        block = blocks[place]
        if verdicts[place] is None or block.words > 25:
            continue
        for offset, day in find_dates(block.text, language=language):
            label = block.text[max(0, offset - 40) : offset] or ""
            nearest = blocks[place - 1].text[-40:] if place and not label.strip() else label
            if _UPDATED.search(nearest):
                continue
            (labelled if _PUBLISHED.search(nearest) else plain).append(day)
            verdicts[place] = "date" if verdicts[place] == "before" else verdicts[place]
    for day in (labelled or plain)[:1]:
        offer(found, "published", day, "date line")
