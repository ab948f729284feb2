"""Recognises lines that say when an article was written, by the shape of the whole line."""

import re
from itertools import pairwise, starmap

from ..dates import find_dates
from .blocks import Block
from .phrases import UNSIGNED

_UPDATED = re.compile(
    r"updat|modif|revised|überarb|révisé|revisad|aktualis|geändert|stand:|mis à jour|actualiza|atualiza|aggiornat|"
    r"bijgewerkt|aktualiz|обновл|переработ|оновлен|перероб|last edited|zuletzt|uppdaterad|opdateret",
    re.IGNORECASE,
)
"""Words before the date of a change, which is not the date of the article."""
PUBLISHED = re.compile(
    r"publish|posted|first |veröffentlicht|erschienen|publié|publicad|pubblicat|gepubliceerd|opublikowan|dodano|"
    r"опубликован|опубліковано|created|erstellt|issued|(?:\bdate|\bdatum|\bfecha|\bdata|дата)\W*$",
    re.IGNORECASE,
)
"""Words before the date of the article."""
LABEL = (
    r"published|posted|updated|veröffentlicht|aktualisiert|publié|publicado|actualizado|опубликовано|обновлено|оновлено"
)
"""Such words next to a name, whose capitals do not belong to it: "By Jane Doe Published: 4 May"."""

_YEAR_LAST = re.compile(r"\d{4}\s?(?:г|р)\.$")

_OF = re.compile(r"(?<=\d )de |del? (?=\d{4})")
"""Of the day itself: "La Voz de Galicia, 11 de julio de 2026"."""
_UNSIGNED = re.compile(rf"^{UNSIGNED}\s?[,|·•–—]", re.IGNORECASE)

REST_WORDS = 5
"""Maximum number of other words in such a line: a role, a place, a time, "updated"; as many for each labelled date."""
_LINE_WORDS = 14
"""Maximum length of such a line; as many words for each labelled date."""


def is_update(label: str) -> bool:
    """Return whether the words before a date label it as that of a change; the label nearest to the date counts."""
    updated = [match.start() for match in _UPDATED.finditer(label)]
    published = [match.start() for match in PUBLISHED.finditer(label)]
    return bool(updated) and updated[-1] > max(published, default=-1)


def is_labelled(block: Block) -> bool:
    """Return whether a line labels its first date as that of the text, or of a change."""
    offset = next((offset for offset, _ in find_dates(block.text, language="de")), 0)
    return bool(PUBLISHED.search(block.text[:offset]) or _UPDATED.search(block.text[:offset]))


def closes_with_date(block: Block) -> bool:
    """Return whether a line ends with a date and an abbreviation for "year", so that its full stop ends no sentence.

    "24 октября 2025 г.", also after a place or a paper with a comma.
    """
    if not _YEAR_LAST.search(block.text):
        return False
    before = next((block.text[:offset].rstrip() for offset, _ in find_dates(block.text)), "-")
    return not before or before.endswith((",", "|", "·", "•"))


def is_date_line(block: Block) -> bool:
    """Return whether a line is one date, or several with labels of their own, with at most a few words around each."""
    if block.words > 2 * _LINE_WORDS:
        return False
    dates = [offset for offset, _ in find_dates(block.text, language="de")]
    before = map(block.text.__getitem__, starmap(slice, pairwise((0, *dates))))
    labelled = sum(bool(PUBLISHED.search(label) or _UPDATED.search(label)) for label in before)
    times = labelled if labelled == len(dates) > 1 else 1
    words = len(re.findall(r"[^\W\d_]{2,}", _OF.sub("", _UNSIGNED.sub("", block.text))))
    return bool(dates) and block.words <= times * _LINE_WORDS and words <= times * REST_WORDS + len(dates)
