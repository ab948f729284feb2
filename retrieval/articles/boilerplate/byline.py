"""Recognises bylines by the shape of the whole line, also inside a body: who wrote an article, for which paper."""

import re
from collections.abc import Iterator

from msgspec import Struct

from ...patterns import CAPITAL
from ...speakers.given_names import is_given
from ...speakers.media import MEDIA
from ..dates import find_dates
from .blocks import Block
from .meta import LABEL, REST_WORDS, is_date_line
from .patterns import NAME, TITLE_STOP, TITLES
from .phrases import BY, GENRE, PAPER, ROLE, UNSIGNED

_DETERMINER = r"(?:The|Our|Die|Der|Das|Les?|La|El|Los|Unser\w*)\b"
_NO_NAME = rf"(?!{_DETERMINER})"
_JOINT = r"(?:\s?[,&/]\s?|\s(?:and|und|et|y|e|en|i|и|та|och|og|with|mit)\s|,\s(?:and|und)\s)"
_AND = re.compile(r"^(?:and|und|et|y|e|и|та)\s")
_ARTICLE = r"(?i:(?:la|el|le|der|die|the)\s|l['’])"
_DOCTOR = (
    rf"{_ARTICLE}?(?i:docteure?|doctora?|professeure?|profesora?|доктор(?:ка)?|врач|лікар(?:ка)?|профессор|"
    r"професор(?:ка)?|кандидат)\s(?:[а-яіїєґ]+\sнаук\s)?"
)
"""A title or degree in full before a name; not part of the name."""
_NAMED = rf"{_NO_NAME}(?:{_ARTICLE}(?={TITLES}))?{TITLES}?{NAME}"
_NAMES = re.compile(rf"{_NAMED}(?:{_JOINT}{_NAMED})*")
_FOR = r"(?:^|\s)(?i:for|für|pour|para|для)\s(?:(?:the|den|das|die|le|la|el)\s)?(?P<paper>\S.*)"
_BYLINE = re.compile(rf"(?i:{BY})\s*(?:{_DOCTOR})?(?P<names>{_NAMES.pattern})")
_BY_NEWSROOM = re.compile(rf"(?i:(?:{BY})\s*{_DETERMINER}\s+(?=[^\W\d_]))")
_DATED_BYLINE = re.compile(
    rf"\b(?i:by|von|par|por|di|door|av|af|przez)\s+(?P<names>{_NAMES.pattern})\s*"
    rf"(?:{_FOR}|(?:,|en|in|dans)\s(?P<there>.*))?$"
)
_NEWSROOM = re.compile(UNSIGNED, re.IGNORECASE)
_PARTED = re.compile(
    rf"\s*(?P<sign>[|·•;()\[\]]|,(?=\s)|\s[–—-](?=\s)|(?<=[^\W\d_]{{3}}){TITLE_STOP}\.(?=\s+[«„“]?{CAPITAL})"
    rf"|(?<=\d{{4}})\.(?=\s)|\s(?=(?i:{LABEL}))|\s(?:vom|du|del|от|від)(?=\s\d))\s*"
)
"""Separators between names, paper, place and date. A full stop also separates: "By Jane Doe. The Lake Courier"."""
_PAPER = re.compile(rf"(?={CAPITAL})(?!.*\s(?:by|von|par)\s)(?=.*?\b(?:{PAPER})\b)[^,|·•–—\n\d]{{4,50}}", re.IGNORECASE)
_IN_CAPITALS = re.compile(rf"{CAPITAL}[\w’'-]*(?: {CAPITAL}[\w’'-]*){{0,3}}")
_IN_QUOTES = re.compile(rf"(?:(?i:{'|'.join(MEDIA.values())})\s)?[«„“\"](?P<name>{CAPITAL}[^«»„“”\"\d]{{2,40}})[»“”\"]")
_THE_PAPER = re.compile(
    r"The (?!Hague|Bronx|Gambia|Bahamas|Netherlands|Philippines)[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}"
)
"""Beside a name or a date it is a paper's: few places have an article."""


class _Byline(Struct, frozen=True):
    names: tuple[str, ...]
    paper: str | None


def byline_names(block: Block) -> tuple[str, ...]:
    """Return the names in a byline; empty for any other line."""
    found = _read(block)
    return found.names if found else ()


def is_meta(block: Block) -> bool:
    """Return whether a line says who wrote an article, or when."""
    return is_date_line(block) or bool(byline_names(block))


def by_newsroom(block: Block) -> bool:
    """Return whether a line begins like a byline without a person: "By the Chronicle's consumer desk"."""
    return _BY_NEWSROOM.match(block.text) is not None


def is_newsroom(name: str) -> bool:
    """Return whether a name is that of a newsroom or a press office rather than a person."""
    return _NEWSROOM.fullmatch(name) is not None


def paper_of(block: Block) -> str | None:
    """Return the paper named in a byline or a date line: "The Lake Courier, 9 October 2024"."""
    if found := _read(block):
        return found.paper
    parts = [part for _, part in _parts(block.text)]
    papers = [name for part in parts if (name := _paper(part))]
    others = [it for it in parts if not (_paper(it) or _numbered(it) or is_newsroom(it)) and " " in it]
    # Other names before a date are places.
    return papers[0] if len(papers) == 1 and not others and _dated(block) else None


def unquoted_name(block: Block) -> str:
    """Return the name of a paper on a line of its own: "Газета «Неделя»", "The Lake Courier"."""
    quoted = _IN_QUOTES.fullmatch(block.text)
    return quoted["name"] if quoted else block.text.strip('«»„“”"')


def is_paper(block: Block) -> bool:
    """Return whether a line is the name of a paper, recognised by a word common in such names."""
    return _PAPER.fullmatch(block.text.strip('«»„“”"')) is not None


def bare_names(block: Block) -> tuple[str, ...]:
    """Return the names of a line that contains nothing else; empty if it names a paper or a genre."""
    if not _NAMES.fullmatch(block.text) or is_paper(block) or GENRE.match(block.text):
        return ()
    return _names(block.text)


def lone_names(above: Block, block: Block, below: Block) -> tuple[str, ...]:
    """Return the names of a line that contains nothing else, between headline and date: a byline without "by"."""
    if above.words <= block.words or byline_names(block) or not is_date_line(below):
        return ()
    return bare_names(block)


def is_person(block: Block) -> bool:
    """Return whether a line is a name that begins with a common given name."""
    given = block.text.split()[0]
    feminine = given.lower().endswith(("а", "я")) and not given.lower().endswith(("ая", "яя"))  # "Нижняя Тура"
    return (is_given(given) or feminine) and bool(bare_names(block))


def _read(block: Block) -> _Byline | None:
    if block.words > 25 or block.announces:
        return None
    parts = list(_parts(block.text))
    papers = [name for _, part in parts if (name := _paper(part))]
    at, match = next(((at, it) for at, (_, part) in enumerate(parts) if (it := _BYLINE.match(part))), (0, None))
    if match and all(_is_aside(part) for _, part in parts[:at]):
        return _signed(match, parts[at + 1 :], papers, sentence=block.text.endswith("."))
    named = _listed(block, [part for _, part in parts]) if not match and len(parts) > 1 else ""
    if named:
        return _Byline(_names(named), next(iter(papers), None))
    dated = _DATED_BYLINE.search(block.text) if _numbered(block.text) else None
    if dated and (is_date_line(block) or is_date_line(Block(block.text[: dated.start()]))):
        return _Byline(
            _names(dated["names"]), _paper(dated["paper"] or dated["there"] or "") or next(iter(papers), None)
        )
    return None


def _listed(block: Block, parts: list[str]) -> str:
    """Return the part with the names of a line that lists only names, paper, genre, place and date, in any order."""
    others = [part for part in parts if not _is_aside(part)]
    known = [part for part in others if is_person(Block(part))]
    if len(known) == 1 and _dated(block) and all(_IN_CAPITALS.fullmatch(part) for part in others if part not in known):
        return known[0]
    sure = bool(known) or (_dated(block) and len(parts) > 2)
    return others[0] if len(others) == 1 and sure and any(map(_paper, parts)) and _NAMES.fullmatch(others[0]) else ""


def _signed(
    match: re.Match[str], others: list[tuple[str, str]], papers: list[str], *, sentence: bool
) -> _Byline | None:
    """Parse a line from its "by" on: the names, then what may accompany them."""
    tail = match.string[match.end() :]
    # "By Jane Doe and the sea was calm.": a sentence continues in lower case.
    if tail[:2].strip().islower() and sentence:
        return None
    names = list(_names(match["names"]))
    if ROLE.match(tail.lstrip()):  # "Local Democracy Reporter": the capitals are those of a role, not of a name
        names[-1] = " ".join(names[-1].split()[:2])
    rest = [tail]
    for sign, part in ((sign, _AND.sub("", part)) for sign, part in others):
        more = _NAMES.match(part) if sign == "," and len(rest) == 1 else None
        if more and not _paper(part) and not ROLE.search(part) and not part[more.end() :][:2].strip().isupper():
            names += _names(more.group())
            tail = part[more.end() :]
        elif not _paper(part) and not _numbered(part) and not ROLE.search(part):
            rest.append(part)
    if sum(len(part.split()) for part in rest) > REST_WORDS:
        return None
    wrote_for = re.search(f"{_FOR}$", tail)
    paper = _paper(wrote_for["paper"]) if wrote_for else None
    return _Byline(tuple(names), paper or next(iter(papers), None))


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a line between separators, each with the separator before it."""
    sign, start = "", 0
    for match in _PARTED.finditer(text):
        if match.start() > start:
            yield sign, text[start : match.start()]
        sign, start = match["sign"].strip(), match.end()
    if start < len(text):
        yield sign, text[start:]


def _paper(part: str) -> str | None:
    """Return the part if it names a paper: in quotation marks, or with a word common in such names."""
    if quoted := _IN_QUOTES.fullmatch(part):
        return quoted["name"]
    named = _PAPER.fullmatch(part) or _THE_PAPER.fullmatch(part)
    other = _BYLINE.match(part) or _BY_NEWSROOM.match(part) or GENRE.fullmatch(part)
    return part if named and not other else None


def _names(joined: str) -> tuple[str, ...]:
    return tuple(re.sub(f"^{_ARTICLE}", "", name.strip(" .,")) for name in re.split(_JOINT, joined))


def _is_aside(part: str) -> bool:
    """Return whether a part is that of a paper, a newsroom, a date or a genre, which may stand before the names."""
    return bool(_paper(part) or _numbered(part) or GENRE.fullmatch(part)) or is_newsroom(part)


def _numbered(part: str) -> bool:
    return any(char.isdigit() for char in part)


def _dated(block: Block) -> bool:
    return next(find_dates(block.text), None) is not None
