"""Names in a text: their form, where they begin, and which of them are people's. Pure; verbatim."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ..alternatives import Alternatives
from ..language.months import MONTH
from ..language.stop_words import DEFINITE, INDEFINITE, SMALL_WORDS
from ..language.text import normal_form, stem, word_list
from ..language.word_lists import word_sets
from ..patterns import CAPITAL, lazy
from .cases import without_others
from .gender import FORMS_OF_ADDRESS

TITLE = r"(?:Dr|Mr|Mrs|Ms|St|Sgt|Prof|Gen|Maj|Col|Lt|Sen|Rep|Gov|Capt|Jr|Sr|Sra|M|Mme|Mlle)\."
INITIALS = rf"(?:{CAPITAL}\.-?){{1,3}}(?=\s{CAPITAL})"
CAPITALISED = rf"(?:{TITLE}|{INITIALS}|{CAPITAL}(?:[\w’'\-]|&(?=\w)){{0,40}})"
_LINK = (
    r"(?:(?:of the|of|&|de(?: l(?:a|as|os))?|del|du|d[aio]|dos|della|van(?: de[nr])?|von(?: der)?|te[nr]|bin|al"
    r"|фон(?: дер)?|ван(?: де[рн])?|б[иеі]н|ибн|ібн|аль|де|да)\s"
    r"|(?:de l|d)['’]|[ae]l-|[аеэє]ль-)"
)
_NEXT = rf"(?:\s{_LINK}?{CAPITALISED})"
"""Another capitalised word, with the small words that names may have before it."""
_PARTICLE = r"(?:Von der|Van de[nr]?|De l(?:a|as|os)|Del|Bin|Al|Фон дер|Ван дер)\s"
"""Begins a surname without its given name, at the start of a sentence: "Von der Leyen said"."""
WORDS = rf"(?!The\s|A\s)(?:{_PARTICLE})?{CAPITALISED}{_NEXT}{{0,5}}"
NAME = rf"(?P<name>{WORDS})"
_OF_SURNAME = lazy(rf"{_PARTICLE}(?={CAPITAL})")
_OPENERS = frozenset(map(normal_form, word_sets("no_names")["openers"]))
"""Words that open a sentence before a name: "On Monday Tarrant said"."""
_KEPT = frozenset((*DEFINITE, *INDEFINITE, "may", "will", "no")) - {"dem", "den"}
"""Stop words that are not removed from the beginning of a name: articles, and those that are also months."""
_SMALL_WORDS = SMALL_WORDS - _KEPT
_SENTENCE_START = lazy(r"(?:^|[.!?:…]|^[—–-])[\s\"“«„»—–-]*$")
_OPENING_MONTH = Alternatives(MONTH, r"(?!\w)", re.IGNORECASE)
_BEFORE_MONTH = lazy(r"(?:\d|(?<!\w)(?:in|im|en|since|until|last|seit|desde|depuis|в|у|с|з))\s$", re.IGNORECASE)

_FULL_NAME = lazy(
    r"(?<![\w.])(?<!\b[Tt]he\s)(?<!\b(?:der|die|das|den|dem|des|les|los|las)\s)(?<!\b(?:la|le|el|in|at|im|en|на|из)\s)"
    r"(?<!\b(?:near|into|dans|from|with)\s)(?<!\bon\s)(?<!\b[àвуз]\s)"
    r"(?!(?:The|Der|Die|Das|Ein|Eine|La|Le|Les|El|Los|Las|Sa|Son|Su)\s)"
    rf"(?P<name>{CAPITALISED}{_NEXT}{{1,4}})(?!\w|\s(?:област|район|кра[йяюе]|округ|республик|губерни|громад|повіт))"
)
_BODY = lazy(
    r"(?<!\w)(?:(?:council|union|bank|college|party|police|club|fc|ltd|inc|plc|group|trust|hospital|school|street|road"
    r"|river|lane|avenue|square|bridge|academy|county|city|town|times|herald|gazette|post|journal|news|courier|court"
    r"|museum|festival|cup|league|kingdom|republic|government|department|committee|board|service|report|study|team"
    r"|office|authority|association|federation|society|airport|university|ministry|company|agency|institute|investigator|official|officer"
    r"|press|media|broadcasting"
    r"|war|treaty|crown|revolution|index|magazine|prize|award"
    r"|polizei|rat|amt|partei|universität|stadt|ayuntamiento|policía|gobierno|sociedad|calle|mairie|préfecture|société"
    r"|rue|conseil|police|gouvernement)(?:e?s|['’]s?)?(?!\w)"
    r"|(?:companies|parties|universities|ministries|agencies|regierung|verein|gesellschaft|schule|straße|behörde|zeitung"
    r"|ministeri|полици|министерств|компани|совет|мэри|администраци|департамент|управлени|прокуратур|суд|газет"
    r"|следстви|поліці|міністерств|рад[аиі]|мері[їяю]|адміністраці|управлінн|слідств)\w*)",
    re.IGNORECASE,
)
"""Words in names that are no person's, to which "he" and "she" do not refer."""
_SAINT = lazy(r"(?:St|Saint|Sainte|Sankt|San|Santa)[\s.-]")

_OF_BODY = lazy(
    r"(?:(?<=[а-яіїєґ]\s)|(?<=[А-ЯІЇЄҐ]{2}\s))(?:(?!РИА\s)[А-ЯІЇЄҐ]{2,7}\s(?=[А-ЯІЇЄҐ][а-яіїєґ])"
    r"|(?:[А-ЯІЇЄҐ]\w{2,40}(?:[оеє]й|ої|[оеє]го|их|ых)\s)?[А-ЯІЇЄҐ][\w’'-]{2,40}(?:[аяыиіїй]|го|их|ых)\s"
    r"(?=(?!\S+(?:вич|вна|чна)\s)[А-ЯІЇЄҐ][\w’'-]+\s(?!\S+(?:вич|вна|чна)$)[А-ЯІЇЄҐ][\w’'-]+$))"
)
"""A genitive between a role and a full name: "зампред Центробанка Ольга Полякова", "глава МЧС России Олег Дроздов"."""


def people(sentence: str, text: str, language: str | None) -> list[str]:
    """Return the persons that a sentence names, in order; by surname alone only if the text has the full name."""
    surnames = _whole_names(text, language)
    found = {at: name for at, name in _full_names(sentence) if not _has_article(name, text)}
    for match in re.finditer(rf"(?<!\w){CAPITAL}[\w’'\-]+", sentence):
        inside = any(start <= match.start() < start + len(name) for start, name in found.items())
        if not inside and stem(match.group(), language) in surnames:
            found[match.start()] = match.group()
    return [re.sub(r"['’]s$", "", name) for _, name in sorted(found.items())]


def _full_names(text: str) -> Iterator[tuple[int, str]]:
    """Yield the start of each full name, and the name; "À Valmorin" is none, as "à" only opens the sentence."""
    for match in _FULL_NAME.finditer(text):
        name = without_openers(text, *match.span("name"))
        if " " in name and not is_body(name):
            yield match.end("name") - len(name), name


def is_body(name: str) -> bool:
    """Return whether a name is not a person's: the University of Talvik, but not Ilse Brandt of the university."""
    return _BODY.search(name.partition(" of ")[0]) is not None or _SAINT.match(name) is not None


def surname(name: str) -> str:
    """Return the last word of a name."""
    return name.rsplit(maxsplit=1)[-1]


def whole(name: str, text: str, language: str | None) -> str:
    """Return a name as a text first gives it in full: Olga Reyes for Ms Reyes; unchanged where it never does."""
    words = word_list(name)
    known = _whole_names(text, language).get(stem(words[-1], language), name) if words else name
    given = [word for word in words[:-1] if not re.fullmatch(FORMS_OF_ADDRESS, word)]
    return name if given and given[-1] not in known else known


@lru_cache(maxsize=16)
def _whole_names(text: str, language: str | None) -> dict[str, str]:
    """Return the first full name with each surname in a text, by the surname's stem."""
    names: dict[str, str] = {}
    for _, name in _full_names(text):
        if not _has_article(name, text):
            names.setdefault(stem(word_list(name)[-1], language), name)
    return names


@lru_cache(maxsize=64)
def _has_article(name: str, text: str) -> bool:
    """Return whether a text has a name with "the" anywhere, as papers have, and people have not."""
    places = _behind_the(text).get(name.split(maxsplit=1)[0], ())
    return any(text.startswith(name, place) and not _GOES_ON.match(text, place + len(name)) for place in places)


_GOES_ON = lazy(rf"['’]?\w|\s{CAPITAL}")
"""What follows the beginning of a longer name."""


@lru_cache(maxsize=16)
def _behind_the(text: str) -> dict[str, list[int]]:
    """Return where each capitalised word stands right behind "the"; a long list of names looks each of them up."""
    places: dict[str, list[int]] = {}
    for match in re.finditer(rf"\b[Tt]he (?=({CAPITAL}\S*))", text):
        places.setdefault(match[1], []).append(match.end())
    return places


def without_openers(text: str, start: int, end: int) -> str:
    """Return a name without words that only open the sentence, a month after "in", and a body in the genitive."""
    opens = _SENTENCE_START.search(text, max(0, start - 4), start) is not None
    while start < end and not _OF_SURNAME.match(text, start, end):
        first = text[start:end].partition(" ")[0]
        month = _OPENING_MONTH.fullmatch(first) and _BEFORE_MONTH.search(text, max(0, start - 12), start)
        opener = normal_form(first) in _OPENERS or (opens and normal_form(first) in _SMALL_WORDS)
        if not first[:1].isupper() or not (opener or month):
            break
        start += len(first) + 1
    body = _OF_BODY.match(text, start, end)
    return without_others(text[body.end() if body else start : end], opens=opens)
