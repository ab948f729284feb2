"""Which period in a question says when the articles were published, rather than what is asked about.

A wrong filter hides the answer, whereas a missing one merely does not help. So a date is taken as the date of
*publication* only in these cases:

1. right after a plural word for articles that opens the question: "articles since March about …", "news from last
   week", "what do reports from 2024 say about …", or right before it: "last week's news"; at the end of such a question
   only a period up to now ("since March", "after 5 May", "last week"), as in "articles about the war before 2014" it is
   the war that was before;
2. in a question about what was *written* or said, a period up to now: "what has been reported since March about …",
   "what did Tarrant say last week?";
3. in a question about what was *written* or reported, not said, also any other but "in" a year: "what did the Gazette
   report in March about …", "before 2020"; only as long as it finds an answer, as an article of today may quote what
   was written then;
4. in a question about what is new or has happened: "what's new since March?", "what happened last week?"; no article
   can tell what happened after it, so only the start counts. Not with bare years ("what has happened since 1999?");
5. set apart from the question: "since March: …", "… (before 2023)", "…? after 5 May 2024"; not with "in" or "on".

Everything else is what is asked about: "What happened in 1999?", "Who won in 2024?", "How many were evacuated in March
2024?", "Who has been mayor since 2012?", "Since March, how many …?". A month without a year is the latest such month.
"""

import re
from collections.abc import Iterator
from datetime import date

from ...alternatives import as_typed
from ...patterns import lazy
from .periods import Period, Relation, find_periods

ARTICLES = (
    r"(?:news|articles|reports|stories|coverage|headlines|nachrichten|artikeln?|berichten?|meldungen|neuigkeiten|nouvelles"
    r"|actualités|noticias|novedades|artículos|новости|статьи|статей|статьях|публикации|сообщения|новини|статті|статей|статтях|публікації)"
)
OPENERS = (
    r"please|show|find|list|give|search|me|us|all|any|the|latest|recent|new|only|in|are|is|there|what|which|do|did|does"
    r"|what['’]s|zeige?|finde|mir|alle|neue|neueste|die|gibt|es|was|sagen|schreiben|steht|den|welche|montre|trouve|moi|toutes|tous"
    r"|les|des|dernières|derniers|y|a-t-il|que|disent|muestra|busca|todas|todos|las|los|últimas|qué|dicen|hay|покажи|найди|все|всі"
    r"|усі|последние|останні|какие|які|есть|ли|є|чи|знайди|что|що|пишуть?|говорять?|кажуть|в|у"
)
WRITING_VERBS = (
    r"writ(?:e|es|ten)|wrote|report(?:s|ed)?|publish(?:ed)?"
    r"|schreib(?:t|en)|schrieb(?:en)?|geschrieben|berichtet(?:e|en)?|veröffentlicht(?:e|en)?"
    r"|écri(?:t|vait|re)|publi[eé]|rapport[eé]|escribió|escribe|escrito|public(?:a|ó|ado)"
    r"|(?:на)?пис(?:ал[аио]?|ать)|пиш(?:е|[еу]ть?)|(?:на)?писа(?:в|л[аио])|(?:о?публик|о?публік)(?:ова|ува)(?:в|л[аио]?|но)"
    r"|публику[ею]т|публіку(?:є|ють)"
)
"""What papers and writers do, in the forms of questions."""
_PUBLISHED = (
    r"(?:that\s+|which\s+)?(?:(?:were|was|are|have\s+been)\s+)?(?:published|written|printed)|veröffentlicht|erschienen"
    r"|publiée?s|parus|publicad[oa]s|опубликованны[ех]|вышедшие|опубліковані"
)
_OPENING_ARTICLES = as_typed(rf"[\W_]*+(?:(?:{OPENERS})\s+)*{ARTICLES}(?!\w)")
_OPENS_WITH_ARTICLES = lazy(rf"{_OPENING_ARTICLES}(?:\s+(?:{_PUBLISHED}))?", re.IGNORECASE)
_ENDS_WITH_ARTICLES = lazy(rf"\A[\W_]*+(?:(?:{OPENERS})\s+)*(?:[\w'’-]+\s+){{1,3}}{ARTICLES}\s+\Z", re.IGNORECASE)
"""Precedes a period in "tram news since March"."""
_DATED_ARTICLES = lazy(rf"[\W_]*+(?:(?:{OPENERS})\s+)*(?:\w+\s+)?\w+['’]s\s+(?={ARTICLES}(?!\w))", re.IGNORECASE)
"""Opens a question with "last week's articles", or somebody's."""
_SAYING = r"say|said|announced?|gesagt|sagten?|dit|annoncé|dicho|dijo|anunciado|(?:сказа|заяви)(?:в|л[аи]?)"
_WRITTEN = lazy(
    as_typed(
        r"(?:\A[\W_]*was\s+|\bwas\s+(?:wurde|ist|hat|haben)\b.*\b|\b(?:what|qu(?=['’]))(?:[\s'’]+[\w.-]+){0,6}?[\s'’]+"
        r"|\b(?:qué|что|що)\s+(?:\w+\s+){0,2})"
        rf"(?:(?P<said>{_SAYING})|{WRITING_VERBS}|gemeldet|сообщал(?:и|ось)|писалось|повідомляли)(?!\w)"
    ),
    re.IGNORECASE,
)
"""Asks what was written or said."""
_NEW = lazy(
    as_typed(
        r"\bwhat(?:['’]s|\s+is|\s+has\s+been)?\s+new\b|\bany(?:thing\s+new|\s+news)\b|\bwhat(?:['’]s|\s+has)?\s+happened\b"
        r"|\bgibt\s+es\s+(?:\w+\s+){0,2}(?:et)?was\s+neues\b|\bwas\s+(?:gibt\s+es\s+(?:\w+\s+)?neues|war|stand|ist\s+(?:\w+\s+){0,5}(?:neu|passiert|geschehen))\b"
        r"|\bquoi\s+de\s+neuf\b|\by\s+a(?:-t-il)?\s+du\s+nouveau\b|\bque\s+s['’]est-il\s+passé\b|\bqu['’]est-ce\s+qui\s+s['’]est\s+passé\b"
        r"|\bqué\s+(?:hay\s+de\s+nuevo|hubo|ha\s+pasado|pasó|ha\s+ocurrido)\b"
        r"|\bчто\s+(?:нового|было|произошло|случилось)\b|\bщо\s+(?:нового|було|сталося|трапилося|відбулося)\b"
    ),
    re.IGNORECASE,
)
_ONLY_ARTICLES = lazy(rf"{_OPENING_ARTICLES}[\W_]*", re.IGNORECASE)
_ON = lazy(r"on\s", re.IGNORECASE)
_OPENING = lazy(r"[\s«\"“']*")
_ENDING = lazy(r"[\s?.!…»\"”']*")


def published_in(text: str, today: date, *, certain_only: bool) -> Iterator[Period]:
    """Yield the periods that are meant as dates of publication; with `certain_only`, none that only likely are."""
    if not (periods := list(find_periods(text, today))):
        return
    articles, written = _OPENS_WITH_ARTICLES.match(text), _WRITTEN.search(text)
    dated = _DATED_ARTICLES.match(text)
    for period in periods:
        if (
            (articles and _of_articles(period, text, articles.end()))
            or (dated and text[period.end : dated.end()].isspace())
            or (_counts(period) and _ENDS_WITH_ARTICLES.search(text, 0, period.begin))
            or (written and _counts(period))
            or (written and not certain_only and _of_print(period, written))
            or _set_apart(text, period)
        ):
            yield period
        elif _counts(period) and _NEW.search(text) and not (period.whole_years and period.relation is Relation.SINCE):
            yield period._replace(last=None)


def may_be_a_scope(text: str) -> bool:
    """Return whether a question opens with a word for articles and goes on, or asks what is new."""
    opens = _OPENS_WITH_ARTICLES.match(text)
    goes_on = opens is not None and opens.end() < len(text)
    return goes_on or _DATED_ARTICLES.match(text) is not None or _NEW.search(text) is not None


def is_a_scope(text: str) -> bool:
    """Return whether a question without its filter asks for the articles alone: "articles", "what has happened"."""
    return bool(_ONLY_ARTICLES.fullmatch(text) or _NEW.fullmatch(text.strip(" \t\n¿?!.…")))


def _counts(period: Period) -> bool:
    """Return whether a period extends up to now."""
    return period.relation in {Relation.SINCE, Relation.LATELY}


def _of_articles(period: Period, text: str, end: int) -> bool:
    """Return whether a period directly follows a question's opening "articles", or extends up to now and ends it.

    No article tells what is after it: "news about the flood after 5 May". English articles "on May Day" are about it.
    """
    follows = not text[end : period.begin].strip() and not _ON.match(text, period.begin)
    after = period.relation is Relation.AFTER and not period.whole_years
    return follows or ((_counts(period) or after) and _ENDING.fullmatch(text, period.end) is not None)


def _of_print(period: Period, written: re.Match[str]) -> bool:
    """Return whether a month or day is likely to be when something was written, not only said."""
    dated = not period.whole_years or period.relation is not Relation.WITHIN
    return dated and period.relation is not Relation.OF and not written["said"]


def _set_apart(text: str, period: Period) -> bool:
    if period.relation in {Relation.WITHIN, Relation.OF}:
        return False
    before, after = text[: period.begin].rstrip(), text[period.end :].lstrip()
    bracketed = before[-1:] in {"(", "["} and after[:1] in {")", "]"}
    leads = bool(_OPENING.fullmatch(before)) and bool(re.match(r":|[-–—]\s", after))
    return bracketed or leads or (before.endswith("?") and bool(_ENDING.fullmatch(after)))
