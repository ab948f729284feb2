"""Lines that say when an article was written, told by their whole shape."""

import re

from ..dates import find_dates
from .blocks import Block

_UPDATED = re.compile(
    r"updat|modif|revised|überarb|révisé|revisad|aktualis|geändert|stand:|mis à jour|actualiza|atualiza|aggiornat|"
    r"bijgewerkt|aktualiz|обновл|переработ|оновлен|перероб|last edited|zuletzt|uppdaterad|opdateret",
    re.IGNORECASE,
)
"""Stands before the date of a change, which is not the date of the article."""
PUBLISHED = re.compile(
    r"publish|posted|first |veröffentlicht|erschienen|publié|publicad|pubblicat|gepubliceerd|opublikowan|dodano|"
    r"опубликован|опубліковано|created|erstellt|issued|(?:\bdate|\bdatum|\bfecha|\bdata|дата)\W*$",
    re.IGNORECASE,
)
"""Stands before the date of the article."""
LABEL = (
    r"published|posted|updated|veröffentlicht|aktualisiert|publié|publicado|actualizado|опубликовано|обновлено|оновлено"
)
"""One of them in the line of a name, whose capitals are not the name's: "By Jane Doe Published: 4 May"."""

_YEAR_LAST = re.compile(r"\d{4}\s?(?:г|р)\.$")

REST_WORDS = 5
"""What may stand beside names or a date in such a line: a role, a place, a time, "updated"."""


def is_update(label: str) -> bool:
    """Whether what stands before a date calls it that of a change; the word nearest to the date counts."""
    updated = [match.start() for match in _UPDATED.finditer(label)]
    published = [match.start() for match in PUBLISHED.finditer(label)]
    return bool(updated) and updated[-1] > max(published, default=-1)


def is_labelled(block: Block) -> bool:
    """Whether a line says of its first date that it is that of the text, or of a change."""
    offset = next((offset for offset, _ in find_dates(block.text, language="de")), 0)
    return bool(PUBLISHED.search(block.text[:offset]) or _UPDATED.search(block.text[:offset]))


def closes_with_date(block: Block) -> bool:
    """Whether a line ends with a date whose year is followed by a short word for it, and is no sentence for its stop.

    "24 октября 2025 г.", also after a place or a paper and a comma.
    """
    offset = next((offset for offset, _ in find_dates(block.text)), None)
    if offset is None or not _YEAR_LAST.search(block.text):
        return False
    before = block.text[:offset].rstrip()
    return not before or before.endswith((",", "|", "·", "•"))


def is_date_line(block: Block) -> bool:
    """Whether a line is a date with at most a few words around it."""
    if block.words > 14:
        return False
    dates = list(find_dates(block.text)) or list(find_dates(block.text, language="de"))
    words = len(re.findall(r"[^\W\d_]{2,}", block.text))
    return bool(dates) and words <= REST_WORDS + len(dates)
