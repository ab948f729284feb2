"""Which of the index's sources or authors a question names as the one to be answered from.

A source is one of the index's own, named in full, or as readers call it ("the BBC" is BBC News): after "according to",
where one letter may be wrong; as the one that says or writes ("What does Meduza say about …"); after "articles in",
"news from"; after "in" and "at", with a capital, at the end of the question or before a function word.
There, a name of one word counts only where something is said or written, or where it is set apart ("In Meduza, …"): who
lives in Reading does not live in a newspaper, and a question about who works at the bank is not one to the bank.

An author is one of the index's own too, by full name or by surname alone, and only as the writer: "what did Ida Holm
write about …", "articles by Ida Holm". What somebody says is written by others.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from ...alternatives import Alternatives, as_typed
from ...language.stop_words import DEFINITE, SMALL_WORDS
from ...language.text import is_cyrillic, normal_form, words
from ...patterns import lazy
from ...speakers.media import MEDIA
from ...speakers.saying_verbs import ACCORDING
from ..answer_type import AnswerType, answer_type
from ..spelling.alphabets import in_cyrillic
from .name_lookup import Names, lookup, named_at
from .published import ARTICLES, OPENERS, WRITING_VERBS

_ACCORDING = "|".join(("as reported by", *ACCORDING.values())).replace(" ", r"\s+")
_AT = lazy(r"(?P<kept>)(?<!\w)(?:in|im|dans|en|в|во|у|at|an|bei|beim|chez)\s+", re.IGNORECASE)
_ARTICLE = (
    r"(?:(?:the|an?|that|this|der|ein|dieser|cet|une?|el|este|un|эта|ця)\s+|l['’])?"
    r"(?:article|story|report|artikel|bericht|beitrag|artículo|reportaje|reportage|стать[яию]|стаття)"
)
_ARTICLES = lazy(
    as_typed(
        rf"\A(?P<kept>[\W_]*+(?:(?:{OPENERS})\s+)*(?:{ARTICLES}|{_ARTICLE})\s+)"
        r"(?:(?:in|from|by|aus|von|im|de[rs]?|dans|du|dem|par|por|del|en|из|от|в|з|із|від|у)\s+|d['’]"
        r"|(?=[«„\"]?(?-i:[А-ЯЁІЇЄҐ])))"
    ),
    re.IGNORECASE,
)
_TOLD_BY = lazy(rf"(?P<kept>)(?<!\w)(?:{_ACCORDING})(?:\s+des)?(?!\w)\s*", re.IGNORECASE)
_OF_THE = lazy(r"\s(?:du|del|de[rsm])\s+\Z", re.IGNORECASE)
"""What such a word precedes may be a noun: "artículos del país"."""
_CUES = (_ARTICLES, _TOLD_BY, _AT)
# "What does Meduza say about …": the name stands between the question word and the verb of saying, or the verb ends the
# question: "Was hat Meduza über … geschrieben?" Questions use forms that `VERBS` lacks, "say", "write", and few of its
# verbs describe what a paper does.
_SAYING_VERBS = (
    rf"{WRITING_VERBS}|sa(?:y|ys|id)|tell|told|announced?|claim(?:s|ed)?|argue[sd]?"
    r"|warn(?:s|ed)?|quoted?|cited?|reads?|interviews?|stated|noted|(?:reveal|explain|mention)(?:s|ed)?"
    r"|sagt(?:e|en)?|(?:ver)?meldete?n?|behauptet(?:e|en)?|stand|steht|verkündet(?:e|en)?"
    r"|(?:erklär|erzähl|erwähn)(?:t|te|ten)"
    r"|dit|disent|(?:annonc|affirm|déclar|racont|expliqu|révél|indiqu|mentionn)[eé]|révèle"
    r"|dijo|dicho|dice|cuenta|contó|contado|(?:inform|afirm|anunci|declar|explic|revel|señal|mencion)(?:a|ó|ado)"
    r"|сказал[аи]?|говор(?:ил[аи]?|ит|ят)|утвержда(?:л[аи]?|ет|ют)|сообщ(?:ил[аио]?|а(?:ет|ют|л[аио]?))"
    r"|(?:заяв|отмет|объяв|объясн|поясн)ил[аио]?|(?:заявл|объявл|объясн|поясн)я[ею]т|отмеча[ею]т"
    r"|рассказ(?:ал[аио]?|ыва(?:[ею]т|л[аио]?))|упом(?:янул[аио]?|ина(?:[ею]т|л[аио]?))"
    r"|ка(?:же|жуть|за(?:в|л[аи]))|сказа(?:в|л[аио])|стверджу(?:є|ють|ва(?:в|л[аи]))|повідомля(?:є|ють|ва(?:в|л[аио]))"
    r"|(?:повідоми|заяви|зазначи|оголоси|поясни|розпові|згада)(?:в|л[аио])|(?:заявля|зазнача|розповіда)(?:є|ють)"
    r"|(?:оголошу|поясню|згаду)(?:є|ють)"
)
_SAYING = Alternatives(_SAYING_VERBS, r"(?!\w)", re.IGNORECASE)
_WRITING = Alternatives(WRITING_VERBS, r"(?!\w)", re.IGNORECASE)
_PAPER = "|".join(MEDIA.values())
"""Nouns that may precede a source's name: "the magazine Lumen"."""
_WHAT = lazy(
    r"\A[\W_]*(?:what|was|qu['’]est[\s-]ce\s+qu(?:e|['’])|qu['’]|que|qué|что|що)\s*(?:(?:does|did|has|have|hat|ha|a)\s+)?",
    re.IGNORECASE,
)
_BEFORE_SOURCE = (
    lazy(rf"\s*(?:(?:{'|'.join(DEFINITE)})\s+)?[\"'“‘«„]?", re.IGNORECASE),
    lazy(rf"(?:{_PAPER})\s+[\"'“‘«„]?", re.IGNORECASE),
)
"""What may stand before a source's name: first an article, then a noun that the name itself may begin with."""
_BEFORE_AUTHOR = (lazy(r"\s*"),)
"""No article: "What did the Pope write about peace?" does not ask for articles by Alexander Pope."""
_BEHIND_NAME = lazy(r"[\"'”’»“]?\s*(?:(?:a|ont)\s+(?!propos))?")
"""The end of a quotation, and the auxiliary of "qu'est-ce que Lumen a écrit"."""
_TOPIC = (
    r"about|on|[üu]e?ber|zu[mr]?|sur|[àa]\s+propos\s+d(?:es?|u)|au\s+sujet\s+d(?:es?|u)|sobre|acerca\s+del?|respecto\s+(?:al?|del?)"
    r"|об?|про"
)
_ABOUT = lazy(rf"\s*(?<!\w)(?:{_TOPIC})\s+(?=\w)", re.IGNORECASE)
_ABOUT_OR_OF = lazy(rf"\s*(?<!\w)(?:(?:{_TOPIC}|of|d(?:es?|u|el))\s+|d['’])(?=\w)", re.IGNORECASE)
"""Behind a paper; behind a person, "de" may belong to the name: "Ana Ruiz de la Torre"."""
_LAST_WORD = lazy(r"(?<= )(\w+)\W*\Z")
_EDITION = lazy(r"\s(?:News|Online|International|World|Sport|Radio|TV)\Z")
_EXPLAINED = lazy(r"\s*[,(:|]|\s+[-–—]\s")
"""Separates a source's name from its description: "Lumen, the popular science magazine"."""


_MAX_CUES = 8
"""Matches of one cue that are looked at: a question has one or two."""


class Named(NamedTuple):
    """A source or an author that a question names as the one to be answered from."""

    name: str
    spans: tuple[tuple[int, int], ...]
    """Where the question says so, in order: the name with its cue, and a verb that ends the question."""


def named_source(text: str, sources: Sequence[str]) -> Named | None:
    """Return the source that a question names as the one to search."""
    names = _names(tuple(sources))
    return _subject(text, names, _SAYING, _BEFORE_SOURCE) or _behind(text, names, _CUES)


def named_author(text: str, authors: Sequence[str]) -> Named | None:
    """Return the author that a question names as the one to search."""
    names = _author_names(tuple(authors))
    return _subject(text, names, _WRITING, _BEFORE_AUTHOR) or _behind(text, names, (_ARTICLES,))


def _behind(text: str, names: Names, cues: Sequence[re.Pattern[str]]) -> Named | None:
    for cue in cues:
        by_place = cue is _AT
        for match in islice(cue.finditer(text), _MAX_CUES):
            named = named_at(text, match.end(), names, near=not by_place)
            if named is None or (by_place and not _means_source(text, match.start(), match.end(), named[0])):
                continue
            if (cue is _TOLD_BY or _OF_THE.search(match[0])) and _is_a_word(text, match.end(), named[0]):
                continue
            if _may_end(text, named[0], by_place=by_place):
                return Named(named[1], ((match.start() + len(match["kept"] or ""), _after_quote(text, named[0])),))
    return None


def _subject(text: str, names: Names, verbs: Alternatives, before: Sequence[re.Pattern[str]]) -> Named | None:
    """Return the source of which a question asks what it says about a topic."""
    small = text == text.lower()
    if not (asked := _skip(_WHAT, text, 0)):
        return None
    begin = verb = _skip(verbs, text, asked)
    named = None
    for pattern in before:
        begin = _skip(pattern, text, begin)
        if named := named_at(text, begin, names, near=False, small=small or before is _BEFORE_SOURCE):
            break
    if named is None or (text[begin : named[0]].islower() and not small):
        return None
    end = _skip(_BEHIND_NAME, text, named[0])
    said = _skip(verbs, text, end)
    about = (_ABOUT_OR_OF if before is _BEFORE_SOURCE else _ABOUT).match(text, said)
    if about is None:
        return None
    if verb > asked or said > end:
        return Named(named[1], ((0, about.end()),))
    last = _LAST_WORD.search(text, about.end())
    return Named(named[1], ((0, about.end()), last.span(1))) if last and verbs.fullmatch(last[1]) else None


def _skip(pattern: re.Pattern[str] | Alternatives, text: str, begin: int) -> int:
    """Return the end of what a pattern matches at a position, or the position."""
    match = pattern.match(text, begin)
    return match.end() if match else begin


def _means_source(text: str, cue: int, begin: int, end: int) -> bool:
    """Return whether "in" or "at" before a name means a source rather than a place of the same name."""
    found = list(words(text[begin:end]))
    telling = [word.text for word in found if normal_form(word.text) not in SMALL_WORDS]
    if any(word[0].islower() for word in telling[:1]) and text != text.lower():  # "в Новой газете"
        return False
    apart = not text[:cue].strip(" \"'“«¿") or text[:cue].rstrip().endswith("?")
    return apart or (answer_type(text) is not AnswerType.PERSON and (len(telling) > 1 or bool(_SAYING.search(text))))


def _is_a_word(text: str, begin: int, end: int) -> bool:
    """Return whether a name is one small word in a question with capitals: "según el país de origen"."""
    telling = [word.text for word in words(text[begin:end]) if normal_form(word.text) not in SMALL_WORDS]
    return len(telling) == 1 and telling[0].islower() and text != text.lower()


@lru_cache(maxsize=8)
def _author_names(authors: tuple[str, ...]) -> Names:
    named = _unexplained(authors)
    return lookup([*named, *_of_one((name.rpartition(" ")[2], author) for name, author in named)])


@lru_cache(maxsize=8)
def _names(sources: tuple[str, ...]) -> Names:
    named = _unexplained(sources)
    return lookup([*named, *_of_one((also, source) for name, source in named if (also := _also_called(name)))])


def _of_one(named: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the shorter names that mean one source or author only: no "BBC" for BBC News and BBC Sport."""
    found = list(dict.fromkeys(named))
    count = Counter(name for name, _ in found)
    return [it for it in found if count[it[0]] == 1]


def _unexplained(sources: Sequence[str]) -> list[tuple[str, str]]:
    """Return each source's name, as a whole and without what explains it, with the source."""
    return [(name, it) for it in sources for name in dict.fromkeys((it, _EXPLAINED.split(it, 1)[0]))]


def _also_called(name: str) -> str | None:
    """Return what else readers call a source: "BBC" for BBC News, "Медуза" for Meduza, "Коммерсант" for Коммерсантъ."""
    short = _EDITION.sub("", name)
    if short != name:
        return short if short.isupper() or name.endswith("Online") else None
    if name.endswith("ъ"):
        return name[:-1]
    other = [in_cyrillic(word.text.lower()) for word in words(name)]
    return " ".join(word.capitalize() for word in other) if other and all(map(is_cyrillic, other)) else None


def _may_end(text: str, end: int, *, by_place: bool) -> bool:
    """Return whether a name may end here: "in the Times Square" does not name the Times."""
    following = next(words(text[end : end + 80]), None)
    if following is not None and text[end : end + following.start] == "-":
        return False
    if following is None or text[end : end + following.start].strip(" \"'”’»“"):
        return True
    return following.text in SMALL_WORDS if by_place else following.text[0].islower()


def _after_quote(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] in {'"', "'", "”", "’", "»", "“"} else end
