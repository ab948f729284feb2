"""A filter that a question carries in its own words → the question without them, and the filter.

A wrong filter hides the answer, a missed one only fails to help. So a date is taken for the day of *publication* in
these cases alone:

1. right after a plural word for articles that opens the question: "articles since March about …", "news from last
   week", "what do reports from 2024 say about …"; at the end of such a question only what counts up to now ("since
   March", "last week"), for in "articles about the war before 2014" it is the war that was before;
2. in a question what has been *written* or said: "what has been reported since March about …", "what did Tarrant say
   last week?", counted up to now;
3. in a question for what is new or has happened: "what's new since March?", "what happened last week?"; no article can
   tell what happened after it, so only the beginning counts. Not with bare years ("what has happened since 1999?");
4. set apart from the question: "since March: …", "… (before 2023)", "…? after 5 May 2024"; not with "in" or "on".

Everything else is what is asked about: "What happened in 1999?", "Who won in 2024?", "How many were evacuated in March
2024?", "Who has been mayor since 2012?", "Since March, how many …?". A month without a year is the last such month.

A source is one of the index's own, by its whole name: after "according to", where a letter may be wrong; as the one
that says or writes ("What does Meduza say about …"); after "articles in", "news from"; after "in", where the question
ends or a small word follows, in its own capitals, and a name of one word only where something is said or written, or
set apart ("In Meduza, …"): who lives in Reading does not live in a newspaper.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from itertools import islice

from ..patterns import lazy
from ..stop_words import STOP_WORDS
from ..text import normal_form, stem, words
from ..types import Filter
from .periods import Period, Relation, find_periods
from .spelling import Slip, slip


@dataclass(frozen=True, slots=True)
class Understood:
    """A question, and what was understood of it as a filter."""

    question: str
    """Without the words of the filter."""
    filter: Filter = field(default_factory=Filter)

    @property
    def words(self) -> tuple[str, ...]:
        """The filter in a few words each: "since 2025-03-01", "in Meduza"."""
        since, until = self.filter.since, self.filter.until
        said = (f"since {since}" if since else "", f"until {until}" if until else "")
        return tuple(word for word in (*said, *(f"in {source}" for source in self.filter.sources)) if word)


def understand(question: str, *, sources: Sequence[str], today: date | None) -> Understood:
    """Return a question without the words that only say which articles it is about, and these as a filter.

    Args:
        sources: the publishers of the index.
        today: None where dates shall not be understood, as in an index without any.
    """
    found = Understood(question)
    named = _source(question, sources)
    if named is not None:
        begin, end, source = named
        found = Understood(_without(question, begin, end), Filter(sources=(source,)))
    period = _period(found.question, question, today) if today else None
    if period is not None:
        where = replace(found.filter, since=period.first, until=period.last)
        found = Understood(_without(found.question, period.begin, period.end), where)
    return found if any(True for _ in words(found.question)) else Understood(question)


def _period(left: str, whole: str, today: date) -> Period | None:
    """Return the period that what is left of a question is filtered by, where need be told by the whole question."""
    if (found := next(_publication(left, today), None)) is not None:
        return found
    told = next(_publication(whole, today), None)
    at = left.find(whole[told.begin : told.end]) if told else -1
    return None if told is None or at < 0 else replace(told, begin=at, end=at + told.end - told.begin)


def apply(given: Filter, understood: Filter) -> Filter:
    """Return what is filtered by: what was given as such goes before what was understood."""
    dated = given if given.since or given.until else understood
    return replace(given, sources=given.sources or understood.sources, since=dated.since, until=dated.until)


# --- dates ---------------------------------------------------------------------------------------

_ARTICLES = (
    r"(?:news|articles|reports|stories|coverage|headlines|nachrichten|artikel|berichte|meldungen|nouvelles|actualités"
    r"|noticias|artículos|новости|статьи|статей|статьях|публикации|сообщения|новини|статті|статей|статтях|публікації)"
)
_OPENERS = (
    r"please|show|find|list|give|search|me|us|all|any|the|latest|recent|new|only|in|are|is|there|what|which|do|did|does"
    r"|what['’]s|zeige?|finde|mir|alle|neue|neueste|die|gibt|es|was|sagen|schreiben|welche|montre|trouve|moi|toutes|tous"
    r"|les|des|dernières|derniers|que|disent|muestra|busca|todas|todos|las|los|últimas|qué|dicen|hay|покажи|найди|все|всі"
    r"|усі|последние|останні|какие|які|есть|є|знайди|что|що|пишут|в|у"
)
_PUBLISHED = (
    r"(?:that\s+|which\s+)?(?:(?:were|was|are|have\s+been)\s+)?(?:published|written|printed)|veröffentlicht|erschienen"
    r"|publiée?s|parus|publicad[oa]s|опубликованны[ех]|вышедшие|опубліковані"
)
_OPENS_WITH_ARTICLES = lazy(rf"[\W_]*(?:(?:{_OPENERS})\s+)*{_ARTICLES}(?!\w)(?:\s+(?:{_PUBLISHED}))?", re.IGNORECASE)
_WRITTEN = lazy(
    r"\bwhat(?:['’]s|\s+has|\s+have|\s+was|\s+is)?\s+(?:been\s+)?(?:written|reported|published|said)\b"
    r"|\bwhat\s+(?:has|have|did)\s+(?:[\w.-]+\s+){1,6}(?:say|said|write|written|report|reported|announced?)\b"
    r"|\bwas\s+(?:wurde|ist|hat|haben)\b.*\b(?:geschrieben|berichtet|veröffentlicht|gemeldet|gesagt)\b"
    r"|\bqu['’]a\s+(?:dit|écrit|annoncé)\b|\bqué\s+(?:ha\s+dicho|dijo|ha\s+anunciado)\b"
    r"|\bчто\s+(?:сказала?|сказали|заявила?|заявили)\b|\bщо\s+(?:сказав|сказала|сказали|заявив|заявила|заявили)\b"
    r"|\bqu(?:['’]|e\s+)a-t-on\s+(?:écrit|publié|dit)\b|\bqu['’]est-ce\s+qui\s+a\s+été\s+(?:écrit|publié|dit)\b"
    r"|\bqué\s+se\s+ha\s+(?:escrito|publicado|dicho)\b"
    r"|\bчто\s+(?:\w+\s+)?(?:писал[аи]?|написал[аи]?|пишет|пишут|сообщали|сообщалось|писалось|опубликовано|опубликовали)\b"
    r"|\bщо\s+(?:\w+\s+)?(?:писа(?:в|ла|ли)|написа(?:в|ла|ли)|пише|пишуть|повідомляли|опубліковано|опублікували)\b",
    re.IGNORECASE,
)
_NEW = lazy(
    r"\bwhat(?:['’]s|\s+is|\s+has\s+been)?\s+new\b|\bany(?:thing\s+new|\s+news)\b|\bwhat(?:['’]s|\s+has)?\s+happened\b"
    r"|\bwas\s+(?:gibt\s+es\s+neues|ist\s+(?:\w+\s+){0,5}(?:neu|passiert|geschehen))\b"
    r"|\bquoi\s+de\s+neuf\b|\bque\s+s['’]est-il\s+passé\b|\bqu['’]est-ce\s+qui\s+s['’]est\s+passé\b"
    r"|\bqué\s+(?:hay\s+de\s+nuevo|ha\s+pasado|pasó|ha\s+ocurrido)\b"
    r"|\bчто\s+(?:нового|произошло|случилось)\b|\bщо\s+(?:нового|сталося|трапилося|відбулося)\b",
    re.IGNORECASE,
)
_OPENING = lazy(r"[\s«\"“']*")
_ENDING = lazy(r"[\s?.!…»\"”']*")


def _publication(text: str, today: date) -> Iterator[Period]:
    """Yield the periods that are meant as days of publication."""
    opening = _OPENS_WITH_ARTICLES.match(text)
    written, new = _WRITTEN.search(text), _NEW.search(text)
    for period in find_periods(text, today):
        counted = period.relation in {Relation.SINCE, Relation.LATELY}
        follows = opening is not None and not text[opening.end() : period.begin].strip()
        closes = opening is not None and bool(_ENDING.fullmatch(text, period.end))
        if follows or (counted and (closes or written)) or _set_apart(text, period):
            yield period
        elif new and counted and not (period.whole_years and period.relation is Relation.SINCE):
            yield replace(period, last=None)


def _set_apart(text: str, period: Period) -> bool:
    if period.relation is Relation.WITHIN:
        return False
    before, after = text[: period.begin].rstrip(), text[period.end :].lstrip()
    bracketed = before[-1:] in {"(", "["} and after[:1] in {")", "]"}
    leads = bool(_OPENING.fullmatch(before)) and bool(re.match(r":|[-–—]\s", after))
    return bracketed or leads or (before.endswith("?") and bool(_ENDING.fullmatch(after)))


# --- sources -------------------------------------------------------------------------------------

_ACCORDING = (
    r"(?:as\s+reported\s+by|according\s+to|laut|selon|d['’]après|según|согласно|по\s+(?:данным|сообщени(?:ю|ям)|информации)"
    r"|за\s+(?:даними|повідомленням|інформацією)|згідно\s+з)\s+"
)
_IN = lazy(r"(?P<kept>)(?<!\w)(?:in|im|dans|en|в|во|у)\s+", re.IGNORECASE)
_CUES = (
    lazy(
        rf"\A(?P<kept>[\W_]*(?:(?:{_OPENERS})\s+)*{_ARTICLES}\s+)"
        r"(?:in|from|by|aus|von|im|de|dans|en|из|от|в|з|із|від|у)\s+",
        re.IGNORECASE,
    ),
    lazy(rf"(?P<kept>)(?<!\w){_ACCORDING}", re.IGNORECASE),
    _IN,
)
# "What does Meduza say about …": the name stands between the question word and the verb of saying.
_SAYING_VERBS = (
    r"sa(?:y|ys|id)|tell|told|writ(?:e|es|ten)|wrote|report(?:s|ed)?|publish(?:ed)?|announced?|claim(?:s|ed)?|quoted?|cited?"
    r"|reads?|interviews?|sagt(?:e|en)?|schreib(?:t|en)|schrieb(?:en)?|geschrieben|berichtet(?:e|en)?|meldete?|stand|steht"
    r"|dit|disent|écri(?:t|vait|re)|annoncé|publié|rapporté|dijo|dicho|dice|escribió|escribe|escrito|publicó|informó"
    r"|сказал[аи]?|пис(?:ал[аи]?|ать)|пиш[еу]т|написал[аи]?|сообщ(?:ил[аи]?|ает|ают)|сказа(?:в|ла|ли)|писа(?:в|ла|ли)|пише"
    r"|повідоми(?:в|ла|ли)|повідомляє"
)
_SAYING = re.compile(rf"(?<!\w)(?:{_SAYING_VERBS})(?!\w)", re.IGNORECASE)
_SUBJECT = re.compile(
    rf"\A[\W_]*(?:what|was|qu['’]|que|qué|что|що)\s*(?:(?:does|did|has|have|hat|ha|a)\s+)?(?:(?P<said>{_SAYING_VERBS})\s+)?"
    r"(?:(?:der|die|das)\s+(?=[A-Z]))?",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    rf"\s+(?:(?P<said>{_SAYING_VERBS})\s+)?(?:about|on|über|zu[mr]?|sur|sobre|acerca\s+de|об?|про)\s+(?=\w)",
    re.IGNORECASE,
)
_MAX_CUES = 8
"""Of one kind that are looked at: a question has one or two."""
_DEFINITE = frozenset("the die der das den dem le la les el los las".split())
_SMALL_WORDS = frozenset().union(*(STOP_WORDS[code] for code in ("en", "de", "fr", "es", "ru", "uk")))
_MAX_NAME_WORDS = 8
_LEAST_NEAR = 6
"""Letters of a name in which one may be wrong."""


def _source(text: str, sources: Sequence[str]) -> tuple[int, int, str] | None:
    """Return where a question names one of the sources as the one to look in, cue included, and which."""
    names = _names(tuple(sources))
    if (subject := _subject(text, names)) is not None:
        return subject
    for cue in _CUES:
        for match in islice(cue.finditer(text), _MAX_CUES):
            by_place = cue is _IN
            named = _named(text, match.end(), names, near=not by_place)
            if named is None or (by_place and not _means_source(text, match.start(), match.end(), named[0])):
                continue
            if _may_end(text, named[0], by_place=by_place):
                return match.start() + len(match["kept"] or ""), _after_quote(text, named[0]), named[1]
    return None


def _subject(text: str, names: dict[int, list[tuple[list[str], str]]]) -> tuple[int, int, str] | None:
    """Return where a question asks what a source says about something: all but the thing is taken out."""
    opening = _SUBJECT.match(text)
    named = _named(text, opening.end(), names, near=False) if opening else None
    if opening is None or named is None or not (text[opening.end()].isupper() or text == text.lower()):
        return None
    about = _ABOUT.match(text, named[0])
    said = opening.end("said") >= 0 or (about is not None and about.end("said") >= 0)
    return (0, about.end(), named[1]) if about is not None and said else None


def _means_source(text: str, cue: int, begin: int, end: int) -> bool:
    """Say whether "in" and a name means a source rather than a place of the same name."""
    found = list(words(text[begin:end]))
    telling = [word.text for word in found if normal_form(word.text) not in _SMALL_WORDS]
    if any(word[0].islower() for word in telling) and text != text.lower():
        return False
    apart = not text[:cue].strip(" \"'“«¿") or text[:cue].rstrip().endswith("?")
    return len(telling) > 1 or apart or bool(_SAYING.search(text))


@lru_cache(maxsize=8)
def _names(sources: tuple[str, ...]) -> dict[int, list[tuple[list[str], str]]]:
    """Return the words of each source's name, by their number."""
    found: dict[int, list[tuple[list[str], str]]] = {}
    for source in sources:
        parts = _name_words(source)
        found.setdefault(len(parts), []).append((parts, source))
    return found


def _named(
    text: str, begin: int, names: dict[int, list[tuple[list[str], str]]], *, near: bool
) -> tuple[int, str] | None:
    """Return the end of the longest name of a source that stands at a place, and the source."""
    found = list(words(text[begin : begin + 200]))[:_MAX_NAME_WORDS]
    if not found or text[begin : begin + found[0].start].strip(" \"'“‘«„"):
        return None
    for count in range(len(found), 0, -1):
        written = [word.text for word in found[:count]]
        given = _name_words(" ".join(written))
        for name, source in names.get(len(given), ()):
            if _is_name(written, given, name, source, near=near):
                return begin + found[count - 1].end, source
    return None


def _is_name(written: Sequence[str], given: Sequence[str], name: Sequence[str], source: str, *, near: bool) -> bool:
    if len(name) == 1 and not near:  # "in nature", "in der Zeit": as it is spelt, with its article, or not at all
        return " ".join(written) == source or (_is_cyrillic(source) and written[0][0].isupper() and _alike(given, name))
    if _alike(given, name):
        return True
    one, other = "".join(given), "".join(name)
    return len(other) >= _LEAST_NEAR and slip(one, other) in {Slip.LIGHT, Slip.LETTER}


def _alike(given: Sequence[str], name: Sequence[str]) -> bool:
    """Say whether names differ at most by their case: "в Медузе"."""
    if list(given) == list(name):
        return True
    return any(
        all(_is_cyrillic(own) and stem(mine, code) == stem(own, code) for mine, own in zip(given, name, strict=True))
        for code in ("ru", "uk")
    )


def _name_words(name: str) -> list[str]:
    parts = [normal_form(word.text) for word in words(name)]
    return parts[1:] if len(parts) > 1 and parts[0] in _DEFINITE else parts


def _is_cyrillic(word: str) -> bool:
    return "\u0400" <= word[:1] <= "\u052f"


def _may_end(text: str, end: int, *, by_place: bool) -> bool:
    """Say whether a name may end here: "in the Times Square" does not name the Times."""
    following = next(words(text[end : end + 80]), None)
    if following is None or text[end : end + following.start].strip(" \"'”’»“"):
        return True
    if following.start == 0 or text[end] == "-":
        return False
    return following.text in _SMALL_WORDS if by_place else following.text[0].islower()


def _after_quote(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] in {'"', "'", "”", "’", "»", "“"} else end


def _without(text: str, begin: int, end: int) -> str:
    """Return a text without a part, and without the punctuation that only set it apart."""
    before, after = text[:begin].rstrip(), text[end:].lstrip()
    if before[-1:] in {"(", "["} and after[:1] in {")", "]"}:
        before, after = before[:-1].rstrip(), after[1:].lstrip()
    if not before.strip("«\"“'"):
        after = after.lstrip(",:;–—- ")
    if before.endswith(("?", "!")):
        after = after.lstrip("?!. ")
    if not re.search(r"\w", after):
        before = before.rstrip(",;:–— ")
    glued = not after or after[0] in ",.;:?!)]»”"
    return f"{before}{'' if glued or not before else ' '}{after}".strip()
