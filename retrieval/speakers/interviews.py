"""Who speaks in each turn of an interview: named by a label ("Reed: Until 2028"), or below a question in a paragraph.

Pure. Where a text does not show its turns, or who is interviewed, nobody is named. An oral history has turns as well.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from ..language.sentences import QUESTION_MARKS, asks, paragraphs, quotations, sentences
from ..language.text import is_cyrillic
from ..patterns import CAPITAL, lazy
from ..types import PARAGRAPH_BREAK, Article
from .cases import is_oblique, nominative
from .gender import of_person
from .names import people, surname, whole
from .oral_history import says_i, voices

FEWEST_TURNS = 2
"""Minimum turns of each speaker: one label, or one question, makes no interview."""

MAX_QUESTION_CHARS = 500
"""A longer paragraph that ends with a question mark is no question of an interview."""
LEAD_CHARS = 1_500
"""Characters before the first question that are searched for who is interviewed."""

_LABEL = lazy(rf"(?P<name>{CAPITAL}[^\n:.,;?!()\d]{{0,40}}?)\s?:\s")
_ANSWERER = lazy(r"(?:a|antwort|réponse|r|respuesta|ответ|відповідь)", re.IGNORECASE)
_DASH = lazy(r"[—–-]\s")
_SPEAKS_WITH = lazy(
    r"(?<!\w)(?<!\bin\sa\s)(?<!\bin\san\s)"  # that names the one who asks
    r"(?:(?:interview|conversation|(?:spoke|speaks|talked|talks|sat down)(?: to)?) (?:with|to)"
    r"|questions (?:for|to)"
    r"|(?:interview|gespräch|sprach|sprachen|spricht) mit|fragen an"
    r"|(?:entretien|rencontre|interview) avec|questions à"
    r"|entrevista (?:a|con)|conversación con|(?:hablamos|conversamos|habló) con|preguntas a"
    r"|(?:интервью|беседа|разговор|(?:поговорил|побеседовал|пообщал)\w*) со?|вопрос\w* к"
    r"|(?:інтерв['’ʼ]ю|розмова|бесіда|(?:поговорил|поспілкувал)\w*) (?:з|із|зі)|запитан\w* до)\s",
    re.IGNORECASE,
)
_SPEAKS = lazy(
    r"(?<!\w)(?:interview|q ?& ?a\b|(?:spoke|talked) (?:to|with)|met (?:him|her|them)\b|gespräch|sprach"
    r"|traf(?:en)? (?:ihn|sie)\b|entretien|propos|rencontré|nous recevons|entrevista|hablamos|conversamos|nos recibe"
    r"|интервью|(?:поговор|побесед|бесед|разговар)\w+|встретились с н|інтерв['’ʼ]ю|(?:поговор|поспілкув|розмов)\w+"
    r"|зустрілися з н"
    r"|answer(?:ed|s)? (?:our |the |\w+['’]s )?questions|beantwortet(?:en?)? (?:unsere |die )?fragen"
    r"|répond(?:u|re)? (?:à nos|aux) questions|(?:respond|contest)(?:e|a|ió|ó) (?:a )?(?:nuestras|las) preguntas"
    r"|отве(?:ти|ча)\w+ на (?:наши )?вопросы"
    r"|відпові\w+ на (?:наші )?(?:за)?питання)",
    re.IGNORECASE,
)
_ASKED_BY = lazy(
    r"(?<!\w)(?:interview(?:ed)? by|interview:|(?:gespräch|interview) führte|fragen (?:stellte|von)|aufgezeichnet von"
    r"|propos recueillis par|entrevista de|беседовала?|розмовля(?:в|ла)|спілкува(?:вся|лася))\s",
    re.IGNORECASE,
)
"""Precedes the name of the interviewer."""
_TO_YOU = lazy(
    r"(?<!\w)(?:[Yy]ou|[Yy]ours?|(?<=\s)Sie|Ihnen|Ihre?[mnrs]?|[Dd]u|[Dd]eine?|[Vv]ous|[Vv]otre|[Vv]os|[Uu]sted(?:es)?"
    r"|[Вв]ы|[Вв]ас|[Вв]ам|[Вв]аш\w*|[Вв]и)(?!\w)"
)


class _Turn(NamedTuple):
    start: int
    speaker: str | None
    asks: bool = False


def whose_turn(place: int, article: Article) -> str | None:
    """Return who speaks at a position in an interview or an oral history; None in other texts and within questions."""
    return _speaker(place, _turns(article))


def who_answers(place: int, article: Article) -> str | None:
    """Return the same for an interview alone, in a fraction of the time."""
    return _speaker(place, _interview(article))


def is_put(end: int, article: Article) -> bool:
    """Return whether a turn of the interviewer ends here, whatever its last mark, and an answer follows."""
    turns = _interview(article)
    at = bisect_right(turns, end, key=lambda turn: turn.start)
    asked = 0 < at < len(turns) and turns[at - 1].asks and not turns[at].asks
    return asked and not article.text[end : turns[at].start].strip()


def _speaker(place: int, turns: Sequence[_Turn]) -> str | None:
    at = bisect_right(turns, place, key=lambda turn: turn.start)
    return turns[at - 1].speaker if at else None


@lru_cache(maxsize=64)
def _turns(article: Article) -> Sequence[_Turn]:
    return _interview(article) or [_Turn(*it) for it in voices(_paragraphs(article), article.language)]


@lru_cache(maxsize=64)
def _interview(article: Article) -> Sequence[_Turn]:
    if sum(map(article.text.count, QUESTION_MARKS)) < FEWEST_TURNS:  # as in most articles
        return ()
    found = _paragraphs(article)
    return _labelled(found, article) or _answered(found, article)


def _paragraphs(article: Article) -> list[tuple[int, str]]:
    """Return an article's paragraphs, each with its start."""
    return [(start, article.text[start:end]) for start, end in paragraphs(article.text)]


def _labelled(found: Sequence[tuple[int, str]], article: Article) -> list[_Turn]:
    """Return the turns of a text that names the speaker before what is said; its questions may have no label."""
    labelled = [(start, label["name"], it) for start, it in found if (label := _LABEL.match(it))]
    asking = dict[str, list[bool]]()
    for _, name, paragraph in labelled:
        asking.setdefault(name, []).append(_asks(paragraph))
    names = {name for name, told in asking.items() if len(told) >= FEWEST_TURNS}
    askers = {name for name in names if 2 * sum(asking[name]) > len(asking[name])}
    places = {start for start, name, _ in labelled if name in names}
    asked = [] if askers else [start for start, it in found if _asks(it) and start not in places]
    answered = sum(one in asked and other in places for (one, _), (other, _) in pairwise(found))
    if not names - askers or (not askers and answered < FEWEST_TURNS):
        return []
    interviewee = _interviewee(found, article)
    speakers = {name: _labelled_as(name, interviewee, article) for name in names - askers}
    turns = [_Turn(start, speakers.get(name), name in askers) for start, name, _ in labelled if name in names]
    return sorted([*turns, *(_Turn(start, None, asks=True) for start in asked)])


def _labelled_as(label: str, interviewee: str | None, article: Article) -> str | None:
    """Return the person that a label stands for: the interviewee, or somebody whom the text names in full."""
    if interviewee and (_ANSWERER.fullmatch(label) or surname(label) in interviewee.split()):
        return interviewee
    name = whole(label, article.text, article.language)
    return name if " " in name else None


def _answered(found: Sequence[tuple[int, str]], article: Article) -> list[_Turn]:
    """Return the turns of a text whose questions are paragraphs; a paragraph naming the interviewee is not theirs."""
    asking = [_asks(paragraph) for _, paragraph in found]
    answers = sum(asked and not asks_too for asked, asks_too in pairwise(asking))
    speaker = _interviewee(found, article) if answers >= FEWEST_TURNS else None
    if speaker is None:
        return []
    last = surname(speaker)
    about = re.compile(rf"(?<!\w){re.escape(last[:-1] if is_cyrillic(last) else last)}")
    dashed = all(_DASH.match(paragraph) for (_, paragraph), asked in zip(found, asking, strict=True) if asked)
    turns, speaking, answering = list[_Turn](), False, False
    for (start, paragraph), asks_here in zip(found, asking, strict=True):
        dash = dashed and _DASH.match(paragraph) is not None
        asked = asks_here or (answering and (dash or _addresses(paragraph)))
        speaking = asked or (speaking and not about.search(_without_label(paragraph, last)))
        answering = speaking and not asked
        turns.append(_Turn(start, speaker if answering else None, asked))
    return turns


def _without_label(paragraph: str, last: str) -> str:
    """Return a paragraph without the label that names its speaker by this surname."""
    label = _LABEL.match(paragraph)
    return paragraph[label.end() :] if label and surname(label["name"]) == last else paragraph


def _asks(paragraph: str) -> bool:
    return len(paragraph) <= MAX_QUESTION_CHARS and asks(paragraph)


def _addresses(paragraph: str) -> bool:
    """Return whether a paragraph may address somebody without a question: "You are known for your silence."."""
    return len(paragraph) <= MAX_QUESTION_CHARS and len(sentences(paragraph)) == 1 and bool(_TO_YOU.search(paragraph))


def _interviewee(found: Sequence[tuple[int, str]], article: Article) -> str | None:
    """Return the interviewee, as far as the title or the text before the first question tells."""
    opening = PARAGRAPH_BREAK.join(it for _, it in takewhile(lambda it: not _asks(it[1]), found))[:LEAD_CHARS]
    heads = (article.title or "", opening)
    with_whom = [name for text in heads for name in _behind(_SPEAKS_WITH, text, article)]
    asking = [name for text in heads for name in _behind(_ASKED_BY, text, article)]
    askers = {surname(name) for name in (*asking, *(article.author or "").split(", ")) if name}
    persons = with_whom[:1] or [name for text in heads for name in _people(text, article)]
    names = dict[str, str]()
    for name in persons:
        if (last := surname(name)) not in askers:
            names.setdefault(last, name)
    if not names:
        return None
    first, *others = names
    # Of several names, the first counts if it is known to be a person's and none of the others is.
    sure = not others or (of_person(names[first]) and not any(of_person(names[it]) for it in others))
    spoken_with = with_whom or any(_SPEAKS.search(text) for text in heads) or _answers_as_i(first, found, article)
    return names[first] if sure and spoken_with else None


def _answers_as_i(name: str, found: Sequence[tuple[int, str]], article: Article) -> bool:
    """Return whether a title names or quotes somebody, above many questions that are answered with "I"."""
    answers = [answer for (_, question), (_, answer) in pairwise(found) if _asks(question)]
    told = article.title is not None and (name in article.title or bool(quotations(article.title)))
    as_i = sum(says_i(answer, article.language) for answer in answers)
    return told and len(answers) > FEWEST_TURNS and as_i >= FEWEST_TURNS


def _behind(cue: re.Pattern[str], text: str, article: Article) -> list[str]:
    """Return the first person named after each cue, within its sentence."""
    found = ((cue.search(text, start, end), end) for start, end in sentences(text))
    return [name for it, end in found if it for name in _people(text[it.end() : end], article)[:1]]


def _people(text: str, article: Article) -> list[str]:
    """Return the persons that a text names, in the nominative if the article has it anywhere.

    Names within quotation marks are left out, as they are those of papers: "«Вестник Севера»".
    """
    told = f"{article.title or ''}\n\n{article.text}"
    quoted = [text[start:end] for start, end in quotations(text)]
    names = [it for it in people(text, told, article.language) if not any(it in words for words in quoted)]
    return [(is_cyrillic(name) and _as_subject(name, told)) or name for name in names]


def _as_subject(name: str, text: str) -> str | None:
    """Return the nominative of a full name; a surname alone may be somebody else's: Ковалёва is no Ковалёв."""
    found = nominative(name, text)
    return found if found and (" " in found or is_oblique(name)) else None
