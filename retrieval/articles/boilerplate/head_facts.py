"""Extracts metadata from the lines of a head: source, author and date."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ...speakers.names import is_body
from ..dates import find_dates
from ..facts import Facts, offer
from . import phrases
from .blocks import Block
from .byline import bare_names, byline_names, lone_names, paper_of, unquoted_name
from .meta import PUBLISHED, is_date_line, is_labelled, is_update

REACH = 60
"""How many blocks above the body may contain the headline: galleries and share bars come between."""
NEAR = 6
"""How many blocks around the headline and the beginning of the body may contain the article's date."""

LABELLED_SOURCE = re.compile(
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
"""A conjunction in the name of a section, as in that of a paper."""
_SET_OFF = re.compile(r"[^–—|-]{6,20}\s[–—|-]\s|[^(]{6,20}\([A-Z]")


def read_source(blocks: Sequence[Block], verdicts: list[str | None], head: range, found: Facts) -> None:
    """Extract the publisher from a line of the head; drop a line with a label."""
    for place in head:
        match = LABELLED_SOURCE.fullmatch(blocks[place].text)
        if match and blocks[place].words <= 8 and not phrases.AGENCIES.search(match["name"]):
            offer(found, "source", _undated(match["name"]), "source line")
            verdicts[place] = "source"
        elif verdicts[place] == "source":
            offer(found, "source", unquoted_name(blocks[place]), "source line")
        elif verdicts[place] is not None:
            offer(found, "source", paper_of(blocks[place]) or _issuer(blocks[place]), "source line")


def _undated(name: str) -> str:
    """Return a name without a date behind it: "Source: The Lake Courier, 9 October 2024"."""
    offset = next((offset for offset, _ in find_dates(name)), len(name))
    return name[:offset].rstrip(" ,(|·•–—-") or name


def _issuer(block: Block) -> str | None:
    """Return the body that publishes a page, named beside its date: "City of Wexmere, Services · Updated: …"."""
    if block.words > 25 or not is_date_line(block):
        return None
    parts = [part for part in _SIGNS.split(block.text) if not any(char.isdigit() for char in part)]
    named = len(parts) == 1 and is_labelled(block) and parts[0][:1].isupper() and not _SEVERAL.search(parts[0])
    return parts[0] if named and " " in parts[0] and is_body(parts[0]) else None


def read_copyright(blocks: Sequence[Block], places: range, found: Facts) -> None:
    """Extract the publisher from the copyright line: "© 2024 Lake Courier. All rights reserved"."""
    for place in places:
        match = _COPYRIGHT.search(blocks[place].text) if blocks[place].words <= 40 else None
        name = (match["name"] or match["first"]).strip(" -–—") if match else ""
        if name and not _NO_PUBLISHER.search(name):
            offer(found, "source", name, "copyright line")


def read_byline(
    blocks: Sequence[Block], verdicts: list[str | None], places: Sequence[int], title: int | None, found: Facts
) -> None:
    """Extract the author from a byline, or from a bare name between headline and date."""
    for place in places:
        if verdicts[place] is not None and (names := byline_names(blocks[place])):
            offer(found, "author", list(names), "byline")
        elif verdicts[place] == "byline":
            offer(found, "author", [_without_role(name) for name in bare_names(blocks[place])], "byline")
    if title is None:
        return
    for place in range(title + 1, min(len(blocks) - 1, title + NEAR)):
        if verdicts[place] == "before" and (names := lone_names(*blocks[place - 1 : place + 2])):
            offer(found, "author", list(names), "byline")
            verdicts[place] = "byline"


def _without_role(name: str) -> str:
    """Return a name without a leading role, as in "Correspondent Ida Holm"."""
    first, _, rest = name.partition(" ")
    return rest if " " in rest and phrases.ROLE.match(first) else name


def read_date(
    blocks: Sequence[Block],
    verdicts: Sequence[str | None],
    *,
    above: range,
    below: range,
    found: Facts,
    language: str | None,
) -> None:
    """Extract the date labelled as publication, above the body or right below it; else the only date by the headline.

    Several different dates by the headline belong to a list of other articles, unless the first is right below it.
    """
    labelled: list[str] = []
    updated: list[str] = []
    plain: dict[str, int] = {}
    for place in (*range(max(0, above.stop - REACH), above.stop), *below):
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
    elif plain and (len(plain) == 1 or min(plain.values()) - above.start <= NEAR + 3):
        offer(found, "published", min(plain, key=lambda day: plain[day]), "date line")
    elif not plain:
        read_dateline(blocks, verdicts, found, language)
        if len(set(updated)) == 1:  # no other date is known, and the text is as of this one
            offer(found, "published", updated[0], "date of the update")


def _labelled_days(blocks: Sequence[Block], place: int, language: str | None) -> Iterator[tuple[str, str]]:
    """Yield the dates in a line, each with the text before it, in the line or in the one above."""
    text = blocks[place].text if blocks[place].words <= 25 else ""
    for offset, day in find_dates(text, language=language):
        label = text[max(0, offset - 40) : offset]
        yield day, blocks[place - 1].text[-40:] if place and not label.strip() else label


def read_dateline(blocks: Sequence[Block], verdicts: Sequence[str | None], found: Facts, language: str | None) -> None:
    """Extract the date with which the first paragraph opens, if a mark sets it off: "Oslo, 5 March 2024 –".

    Behind the name of a paper, which is the source, a full stop does: "The Lake Courier, 5 March 2024. The bridge …".
    """
    first = next((block for block, verdict in zip(blocks, verdicts, strict=True) if verdict is None), None)
    if first is None:
        return
    head = first.text[:60]
    opening, stop, _ = head.partition(". ")
    paper = paper_of(replace(first, text=opening)) if stop else None
    for offset, day in find_dates(head, language=language):
        before, after = head[:offset], head[offset:]
        if paper or (len(before) <= 25 and (re.search(r"[/|(]\s*$", before) or _SET_OFF.match(after))):
            offer(found, "published", day, "dateline")
            offer(found, "source", paper, "dateline")
            return
