"""Lines that say who wrote an article and when: told by their whole shape, so that they are seen inside a body too."""

import re
from collections.abc import Sequence

from ..dates import find_dates
from .blocks import Block
from .patterns import NAME

_BY = (
    r"(?:"
    r"(?:(?:an )?interview |written |posted |published |reported |story |text |report |words |article )?"
    r"by(?:\b:?|(?-i:(?=[A-Z])))|authors?:|interview:|"
    r"(?:(?:ein(?:e)? )?(?:interview|gastbeitrag|kommentar|essay|porträt|bericht|reportage|kolumne|analyse) )?von\b|"
    r"text:|autor(?:in|en)?:|(?:propos recueillis |entretien )?par\b|auteurs?\s?:|entrevista d[eoa]\b|(?:entrevista |"
    r"texto )?por\b|"
    r"texto:|autor(?:a|es)?:|(?:intervista )?di\b|a cura di|door\b|tekst:|rozmawiał[a]?\b|av\b|af\b|"
    r"автор(?:ы|и)?:|текст:|беседовал[аи]?\b|интервью:|розмовляв\b|розмовляла\b|підготува(?:в|ла)\b|підготував:"
    r")"
)
_NO_NAME = r"(?!(?:The|Our|Die|Der|Das|Les?|La|El|Los|Unser\w*)\b)"
_JOINT = r"(?:\s?[,&/]\s?|\s(?:and|und|et|y|e|en|i|и|та|och|og|with|mit)\s|,\s(?:and|und)\s)"
_BYLINE = re.compile(rf"(?i:{_BY})\s*(?P<names>{_NO_NAME}{NAME}(?:{_JOINT}{_NO_NAME}{NAME})*)")
_DATED_BYLINE = re.compile(
    rf"\b(?i:by|von|par|por|di|door|av|af|przez)\s+(?P<names>{_NO_NAME}{NAME}(?:{_JOINT}{_NO_NAME}{NAME})*)\s*$"
)
_ROLE = re.compile(r"\s(?:reporter|correspondent|editor|writer|columnist|redakteur|korrespondent)", re.IGNORECASE)
ROLE = re.compile(
    r"report|correspond|editor|writer|columnist|journalist|redakt|korrespond|journaliste|rédact|periodista|redactor|"
    r"corresponsal|корреспондент|редактор|журналист|кореспондент|журналіст|professor|cat[ée]dr",
    re.IGNORECASE,
)
"""What somebody is to a paper, somewhere in the words that say so."""
_NAMES = re.compile(rf"{_NO_NAME}{NAME}(?:{_JOINT}{_NO_NAME}{NAME})*")
_UPDATED = re.compile(
    r"updat|modif|aktualis|geändert|stand:|mis à jour|actualiza|atualiza|aggiornat|bijgewerkt|aktualiz|обновл|"
    r"оновлен|last edited|zuletzt|uppdaterad|opdateret",
    re.IGNORECASE,
)
"""Stands before the date of a change, which is not the date of the article."""
PUBLISHED = re.compile(
    r"publish|posted|first |veröffentlicht|erschienen|publié|publicad|pubblicat|gepubliceerd|opublikowan|dodano|"
    r"опубликован|опубліковано|created|erstellt|issued|(?:\bdate|\bdatum|\bfecha|\bdata|дата)\W*$",
    re.IGNORECASE,
)
"""Stands before the date of the article."""

_REST_WORDS = 5
"""What may stand beside names or a date in such a line: a role, a place, a time, "updated"."""


def byline_names(block: Block) -> tuple[str, ...]:
    """The names of a line that is a byline; none where it is anything else."""
    match = _BYLINE.match(block.text) if block.words <= 25 and not block.announces else None
    if not match:
        dated = _DATED_BYLINE.search(block.text) if is_date_line(block) else None
        return tuple(re.split(_JOINT, dated["names"])) if dated else ()
    rest = block.text[match.end() :]
    for offset, _ in find_dates(rest):
        rest = rest[:offset]
    # "By Jane Doe and the sea was calm": a sentence goes on in small letters.
    if len(rest.split()) > _REST_WORDS or (rest[:2].strip().islower() and rest.endswith(".")):
        return ()
    names = [name.strip(" .,") for name in re.split(_JOINT, match["names"])]
    if rest.startswith(":"):  # "Published:", the label of what follows
        names[-1] = names[-1].rpartition(" ")[0] or names[-1]
    if _ROLE.match(rest):  # "Local Democracy Reporter": capitals of a role, not of a name
        names[-1] = " ".join(names[-1].split()[:2])
    return without_roles(names)


def without_roles(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names without a role that stands among them: "Jane Doe, Political Editor"."""
    return (*names[:1], *(name for name in names[1:] if not ROLE.search(name)))


def is_update(label: str) -> bool:
    """Whether what stands before a date calls it that of a change; the word nearest to the date counts."""
    updated = [match.start() for match in _UPDATED.finditer(label)]
    published = [match.start() for match in PUBLISHED.finditer(label)]
    return bool(updated) and updated[-1] > max(published, default=-1)


def lone_names(above: Block, block: Block, below: Block) -> tuple[str, ...]:
    """Return the names of a line that holds nothing else, between headline and date: a byline without "by"."""
    match = _NAMES.fullmatch(block.text)
    if not match or above.words <= block.words or byline_names(block) or not is_date_line(below):
        return ()
    return tuple(re.split(_JOINT, block.text))


def is_date_line(block: Block) -> bool:
    """Whether a line is a date with at most a few words around it."""
    if block.words > 14:
        return False
    dates = list(find_dates(block.text)) or list(find_dates(block.text, language="de"))
    words = len(re.findall(r"[^\W\d_]{2,}", block.text))
    return bool(dates) and words <= _REST_WORDS + len(dates)
