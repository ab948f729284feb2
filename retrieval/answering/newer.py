"""What a newer article puts in the place of what a quote tells: another day, hour or price, or somebody else; or that
it was called off.

Rather blind than wrong: the newer sentence names what it replaces, or tells that something was moved, and it holds what
the question asks. Pure; knows hits.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..months import MONTH
from ..patterns import CAPITAL, lazy
from ..question.terms import CAPITALISED_NOUNS, content_words
from ..question.wanted import Kind, kind_wanted
from ..ranking.neighbours import points_back
from ..speakers.speech import VERBS
from ..stop_words import stop_words
from ..text import normal_form, stem, stems, words
from ..types import Hit, Quote, Reported
from .changes import CALLED_OFF, FOLLOWS, MOVED, RESULT, gives_way, is_old
from .disagreement import PLACE
from .moments import Told, told

_KINDS = {Kind.TIME, Kind.NUMBER, Kind.PERSON}

SHOWN = 4
"""Articles, at most."""

Spans = list[tuple[int, int]]

_NAMED = rf"(?<!\w){CAPITAL}[\w’'-]+(?: {CAPITAL}[\w’'-]+)*"
_NAME = lazy(_NAMED)
_MONTH = lazy(MONTH, re.IGNORECASE)
_SAYS = lazy(
    rf"(?:{_NAMED} (?:{'|'.join(VERBS.values())})|(?:{'|'.join(VERBS.values())}) {_NAMED})(?!\w)", re.IGNORECASE
)
_WEEKDAY = lazy(
    r"(?<!\w)(?:(?P<monday>monday|montag|lundi|lunes|понедельник|понеділ)|(?P<tuesday>tuesday|dienstag|mardi|martes|вторник"
    r"|вівтор)|(?P<wednesday>wednesday|mittwoch|mercredi|miércoles|сред[ауы]|серед[ауи])|(?P<thursday>thursday|donnerstag"
    r"|jeudi|jueves|четверг|четвер)|(?P<friday>friday|freitag|vendredi|viernes|пятниц|п['’]ятниц)|(?P<saturday>saturday"
    r"|samstag|samedi|sábado|суббот|субот)|(?P<sunday>sunday|sonntag|dimanche|domingo|воскресен|неділ)"
    r"|(?P<weekday>weekday|werktag|будн)|(?P<weekend>weekend|wochenende|week-end|fin(?:es)? de semana|выходн|вихідн))",
    re.IGNORECASE,
)
_PAST = lazy(
    r"(?<!\w)(?:was|were|did|had|war|waren|était|fut|fue|era|был\w*|бу(?:в|ла|ло|ли)|(?:1\d|20)\d\d)(?!\w)",
    re.IGNORECASE,
)


def asks_for_what_changes(question: str) -> bool:
    """Say whether a newer article can put something else in the place of what a question asks."""
    return kind_wanted(question) in _KINDS


@dataclass(frozen=True)
class _Sentence:
    """One sentence of a hit, and what it stands among."""

    hit: Hit
    at: int
    kind: Kind

    @property
    def text(self) -> str:
        return self.hit.passage.sentence(self.at)

    @property
    def title(self) -> str:
        return self.hit.article.title or ""

    @property
    def language(self) -> str | None:
        return self.hit.article.language

    @cached_property
    def told(self) -> list[Told]:
        return told(self.text, self.kind, self.language, self.hit.article.published or "")

    @cached_property
    def said(self) -> frozenset[str]:
        """Stems of the sentence, and of the one before where it leans on that."""
        leans = self.at > 0 and points_back(self.hit.passage, self.at)
        before = self.hit.passage.sentence(self.at - 1) if leans else ""
        return frozenset(stems(f"{before}\n{self.text}", self.language))

    @cached_property
    def around(self) -> frozenset[str]:
        """Stems of the whole passage and its title."""
        return frozenset(stems(f"{self.title}\n{self.hit.passage.text}", self.language))

    def shown(self, spans: Sequence[tuple[int, int]]) -> Reported:
        start, end = self.hit.passage.sentences[self.at]
        passage = self.hit.passage
        figures = tuple(Quote(passage, start + first, start + last) for first, last in spans)
        return Reported(self.hit.article, Quote(passage, start, end), figures)


def superseding(question: str, hits: Sequence[Hit]) -> tuple[Reported, ...]:
    """Return what a newer article says in the place of what the first hit's quote tells, and that, newest first.

    Nothing where no newer one does.
    """
    kind = kind_wanted(question)
    if not hits or kind not in _KINDS or hits[0].article.published is None:
        return ()
    later = sorted((it for it in hits[1:] if _is_later(hits[0], it)), key=lambda it: it.article.published or "")
    for at in hits[0].quote.sentences if later else ():
        mine = _Sentence(hits[0], at, kind)
        found = list(_replaced(question, mine, later))
        if found:
            return tuple(found[::-1][:SHOWN])
    return ()


def _is_later(mine: Hit, other: Hit) -> bool:
    one, two = mine.article, other.article
    dated = one.published is not None and two.published is not None and one.published[:10] <= two.published[:10]
    return dated and one.id != two.id and one.language == two.language


def _replaced(question: str, mine: _Sentence, later: Sequence[Hit]) -> Iterator[Reported]:
    """Yield what is replaced and what replaces it, oldest first; what was put off once may be again."""
    known, old, new = list(mine.told), list[tuple[int, int]](), list[Reported]()
    for hit in later:
        for other in (_Sentence(hit, at, mine.kind) for at in range(len(hit.passage.sentences))):
            gone, instead = _change(question, mine, other, known)
            if instead and all(it.article.id != hit.article.id for it in new):
                old += [it for it in gone if it not in old]
                known += [it for it in other.told if (it.start, it.end) in instead]
                new.append(other.shown(instead))
    if new:
        yield mine.shown(old)
        yield from new


def _change(question: str, mine: _Sentence, other: _Sentence, known: Sequence[Told]) -> tuple[Spans, Spans]:
    """Return the places in one sentence of what another replaces, and those in it of what it says instead."""
    asked = _telling(question, mine)
    if all(off := _called_off(asked, mine, other)) and _is_about(asked, mine, other, 0.5):
        return off
    if mine.kind is Kind.PERSON:
        return _followed(question, mine, other) if _is_about(asked, mine, other, 0.5) else ([], [])
    gone, instead = _named(other, known)
    if gone:
        about = _is_about(asked, mine, other, 0.5) and not _is_apart(asked, mine, other, hours=gone[0].unit == "hour")
    else:
        gone, instead = _moved(asked, mine, other)
        about = bool(gone) and _is_about(asked, mine, other, 0.5) and _is_alone(asked, mine, other)
    if not about:
        return [], []
    return [(it.start, it.end) for it in gone if it in mine.told], [(it.start, it.end) for it in instead]


# --- what is replaced ----------------------------------------------------------------------------


def _named(other: _Sentence, known: Sequence[Told]) -> tuple[list[Told], list[Told]]:
    """Return what is known of what a sentence tells to be no more, and what it tells in its place."""
    text, following = other.text, (*other.told[1:], None)
    no_more = [
        it
        for it, then in zip(other.told, following, strict=False)
        if is_old(text, it.start) or (then is not None and gives_way(text, (it.start, it.end), then.start))
    ]
    for it in no_more:
        gone = [old for old in known if (old.unit, old.value) == (it.unit, it.value)]
        rest = [new for new in other.told if new not in no_more and new.unit == it.unit and new.value != it.value]
        if gone and rest:
            return gone, [min(rest, key=lambda new: abs(new.start - it.start))]
    return [], []


def _moved(asked: frozenset[str], mine: _Sentence, other: _Sentence) -> tuple[list[Told], list[Told]]:
    """Return the one day or hour that a sentence tells, and the one of a newer sentence that tells of a change."""
    published = date.fromisoformat((other.hit.article.published or "")[:10])
    title = other.title if other.hit.article.paragraph_at(other.hit.passage.start) == 1 else ""
    change = MOVED.search(other.text)
    whole = asked <= other.said | frozenset(stems(other.title, other.language))
    if mine.kind is not Kind.TIME or not (
        (whole and (change or MOVED.search(title))) or (change and _speaks_of(asked, other, change.start()))
    ):
        return [], []
    for unit in ("day", "hour"):
        old, new = ([it for it in told if it.unit == unit] for told in (mine.told, other.told))
        if len(old) == len(new) == 1 and old[0].value != new[0].value:
            ahead = unit == "hour" or old[0].value >= published.toordinal()
            return (old, new) if ahead and not is_old(other.text, new[0].start) else ([], [])
    return [], []


def _followed(question: str, mine: _Sentence, other: _Sentence) -> tuple[Spans, Spans]:
    """Return who a sentence names, and who followed them as another tells."""
    change = None if _PAST.search(question) else FOLLOWS.search(other.text)
    if change is None:
        return [], []
    sides = [_people(other, 0, change.start()), _people(other, change.end(), len(other.text))]
    now, before = reversed(sides) if change["by"] else sides
    for start, end in _people(mine, 0, len(mine.text)):
        last = stem(mine.text[start:end].split()[-1], mine.language)
        if len(now) == 1 and any(last in stems(other.text[slice(*it)], other.language) for it in before):
            return [(start, end)], now
    return [], []


def _people(sentence: _Sentence, start: int, end: int) -> Spans:
    """Return where a part of a sentence has names of two words or more."""
    return [it.span() for it in _NAME.finditer(sentence.text, start, end) if " " in it[0]]


def _called_off(asked: frozenset[str], mine: _Sentence, other: _Sentence) -> tuple[Spans, Spans]:
    """Return what a sentence tells of what another tells to be called off, and by which words."""
    published = date.fromisoformat((other.hit.article.published or "")[:10]).toordinal()
    match = CALLED_OFF.search(other.text)
    if match is None or (mine.hit.article.published or "")[:10] == (other.hit.article.published or "")[:10]:
        return [], []
    if not _speaks_of(asked, other, match.start()):
        return [], []
    if mine.kind is Kind.PERSON:
        return _people(mine, 0, len(mine.text)), [match.span()]
    ahead = [(it.start, it.end) for it in mine.told if it.unit == "day" and it.value >= published]
    return (ahead, [match.span()]) if ahead else ([], [])


# --- the same thing ------------------------------------------------------------------------------


def _telling(question: str, mine: _Sentence) -> frozenset[str]:
    """Return the stems of a question's content words that the passage which answers it has."""
    return frozenset(stem(it, mine.language) for it in content_words(question, mine.language)) & mine.around


def _is_about(asked: frozenset[str], mine: _Sentence, other: _Sentence, share: float) -> bool:
    """Say whether a sentence and its headline hold a share of what is asked, and all of its names and numbers."""
    said = other.said | frozenset(stems(other.title, other.language))
    names = _NAME.findall(f"{mine.title}\n{mine.hit.passage.text}")
    named = frozenset(stems("\n".join(names), mine.language)) | frozenset(it for it in asked if it.isdigit())
    return bool(asked & said) and len(asked & said) >= share * len(asked) and asked & named <= other.around


def _is_apart(asked: frozenset[str], mine: _Sentence, other: _Sentence, *, hours: bool) -> bool:
    """Say whether each of two sentences speaks of a place, a kind or a day that the other's passage does not."""
    one, two = (_scope(it.text) if hours else set[str]() for it in (mine, other))
    mark = _marks_with_names if hours else _marks
    apart = mark(asked, mine) - other.around and mark(asked, other) - mine.around
    return bool(apart or (one and two and one.isdisjoint(two)))


def _is_alone(asked: frozenset[str], mine: _Sentence, other: _Sentence) -> bool:
    """Say whether a sentence that does not name what it replaces can speak of nothing else."""
    places = _places(mine) - other.around or _places(other) - mine.around
    half = 2 * len(asked & other.said) >= len(asked) >= 2
    return half and not places and not _is_apart(asked, mine, other, hours=True)


def _speaks_of(asked: frozenset[str], sentence: _Sentence, end: int) -> bool:
    """Say whether a sentence names nothing before a verb but what is asked for, or its result."""
    stops = stop_words(sentence.language)
    subject = [it.text for it in words(sentence.text[:end]) if normal_form(it.text) not in stops]
    of_it = [it for it in subject if stem(it, sentence.language) in asked]
    return len(of_it) >= 2 and all(it in of_it or RESULT.fullmatch(it) for it in subject)


def _scope(text: str) -> set[str]:
    return {it.lastgroup or "" for it in _WEEKDAY.finditer(text)}


def _places(sentence: _Sentence) -> frozenset[str]:
    return frozenset(stem(it["name"], sentence.language) for it in PLACE.finditer(sentence.text))


def _marks(asked: frozenset[str], sentence: _Sentence) -> frozenset[str]:
    """Return the stems of a sentence's places, and of what tells one thing that is asked for from another of its kind.

    "The film festival", "le festival rock".
    """
    language, stops = sentence.language, stop_words(sentence.language)
    inside = [it.text for it in words(sentence.text)]
    things, kinds = (inside, inside[1:]) if language in {"fr", "es"} else (inside[1:], inside)
    beside = (kind for thing, kind in zip(things, kinds, strict=False) if stem(thing, language) in asked)
    return _places(sentence) | frozenset(stem(it, language) for it in beside if normal_form(it) not in stops) - asked


def _marks_with_names(asked: frozenset[str], sentence: _Sentence) -> frozenset[str]:
    """Return its marks and its names, but for those who say something: opponents, makers."""
    text = _SAYS.sub("", sentence.text[1:])
    nouns = sentence.language in CAPITALISED_NOUNS
    names = [] if nouns else [it for it in _NAME.findall(text) if not _MONTH.match(it) and not _WEEKDAY.match(it)]
    return _marks(asked, sentence) | frozenset(stems("\n".join(names), sentence.language)) - asked
