"""When and where somebody was born or died, as told in brackets behind the name: "Ada Brandt (4 May 1861 – 1938)".

Encyclopedias open with them; no word there says "born". English, German, French, Spanish, Russian, Ukrainian, all at
once. Pure; knows text only.
"""

import re
from collections.abc import Set
from functools import lru_cache

from ..language.months import MONTH
from ..language.text import normal_form, stems
from ..patterns import CAPITAL, lazy
from ..question.answer_type import AnswerType, answer_type, plain
from ..types import Passage
from .asked import Asked
from .asked_person import LINKS

_BORN = (
    r"born|birth|\w*geboren|zur welt|welt|née?s?|naissance|naquit|nació|nacid[oa]|nacimiento|роди(?:лся|лась)|рождения"
    r"|народи(?:вся|лася|лась)|народження"
)
_DIED = (
    r"died?|death|gestorben|verstorben|(?:ver)?starb|morte?|mourut|décédée?|décès|murió|falleció|muerto|muerte"
    r"|fallecimiento|умерл?а?|скончал(?:ся|ась)|смерт[иі]|помер(?:ла)?"
)
_TIME_OF = r"(?:birth|death) ?(?:date|day|year)|birthday|(?:geburts|todes|sterbe)(?:datum|tag|jahr)"
_PLACE_OF = r"(?:birth|death) ?place|birthplace|(?:geburts|todes|sterbe)ort"
_TIMES = r"date|year|day|datum|jahr|tag|année|jour|fecha|año|día|дата|год[ау]?|день|рік|року|році|числа"
_PLACES = (
    r"place|city|town|village|country|ort|stadt|dorf|land|lieu|ville|village|pays|lugar|ciudad|pueblo|país|место"
    r"|город[еа]?|селе|стране|місце|місті|селі|країні"
)
_OF = r"(?: (?:of|de|su|sa|his|her|его|её|його|її))*"
_ASKED_TIME = lazy(rf"(?<!\w)(?:{_TIME_OF}|(?:{_TIMES}){_OF} (?:{_BORN}|{_DIED}))(?!\w)")
_ASKED_PLACE = lazy(rf"(?<!\w)(?:{_PLACE_OF}|(?:{_PLACES}){_OF} (?:{_BORN}|{_DIED}))(?!\w)")
_ASKED_BIRTH = lazy(rf"(?<!\w)(?:birth\w*|geburts\w+|{_BORN})(?!\w)")
_ASKED_DEATH = lazy(rf"(?<!\w)(?:death\w*|(?:todes|sterbe)\w+|{_DIED})(?!\w)")
_ASKS = lazy(rf"{_TIME_OF}|{_PLACE_OF}|birth|{_TIMES}|{_PLACES}|{_BORN}|{_DIED}|kam|comes?|came|vino")
"""Words of a question that only ask for such a day or place."""

_BRACKETS = lazy(r"(?P<last>[^\W\d_][\w'’-]*\.?)\s?\((?P<inside>(?:[^()]|\([^()]*\)){4,200})\)")
_BORN_SIGN = lazy(
    r"\*|(?<!\w)(?:born|b\.|geb(?:oren|\.)|née?|nacid[oa]|n\.|род(?:\.|ил\w*)|нар(?:\.|од\w+))(?!\w)", re.IGNORECASE
)
_DIED_SIGN = lazy(
    r"†|(?<!\w)(?:died|d\.|gest(?:orben|\.)|morte?|décédée?|fallecid[oa]|ум(?:\.|ер\w*)|пом(?:\.|ер\w*))(?!\w)",
    re.IGNORECASE,
)
_DASH = lazy(r"\s[–—-]\s|(?<=\d)\s?[–—-]")
_YEAR = lazy(r"(?<!\d)\d{3,4}(?!\d)")
_MONTH = lazy(rf"(?<!\w)(?:{MONTH})(?!\w)", re.IGNORECASE)
_NAME = lazy(rf"(?<!\w)(?!(?i:{MONTH})(?!\w)){CAPITAL}\w+")
_NO_LIFE = lazy(r"(?<!\w)(?:r|reg|reign\w*|regier\w*|règne|reinó|прав\w+)(?!\w)", re.IGNORECASE)
"""Of a reign."""
_WITHIN_NAMES = LINKS | {"of", "the", "und", "et", "y"}


def life_told(asked: Asked, passage: Passage) -> list[int]:
    """Return the sentences that tell in brackets the birth or death asked for, of whom the question names."""
    kind, death = _asked(asked.text)
    if kind is None:
        return []
    language, asking = asked.languages[1], asking_stems(asked)
    telling = {it.stem for it in asked.terms if not it.light} - asking
    # "When was she born? (Jane Coulter, Harwick)": of the words of earlier turns, the first are whom a pronoun means.
    whom = telling - asked.carried or telling.intersection(
        stems(asked.text.rpartition(" (")[2].split(",")[0], language)
    )
    return [
        at
        for at, text in enumerate(passage.sentence_texts)
        if whom and whom.issubset(stems(text, language))
        for it in _BRACKETS.finditer(text)
        if _is_behind(it, whom, language, leads=at == 0 and passage.paragraph == 1)
        and (_NAME if kind is AnswerType.PLACE else _YEAR).search(_part(it["inside"], death=death))
    ]


def asking_stems(asked: Asked) -> Set[str]:
    """Return the stems of the words that only ask for a birth or death: "born", "city"."""
    return {it.stem for it in asked.terms if _ASKS.fullmatch(normal_form(it.text))}


@lru_cache(maxsize=256)
def _asked(question: str) -> tuple[AnswerType | None, bool]:
    """Return whether a question asks for the time or the place, if any, and whether of a death."""
    asked = plain(question).partition(" (")[0]
    death = _ASKED_DEATH.search(asked) is not None
    if death == (_ASKED_BIRTH.search(asked) is not None):
        return None, death
    if _ASKED_PLACE.search(asked):
        return AnswerType.PLACE, death
    if _ASKED_TIME.search(asked):
        return AnswerType.TIME, death
    kind = answer_type(question)
    return (kind if kind in {AnswerType.TIME, AnswerType.PLACE} else None), death


def _is_behind(brackets: re.Match[str], whom: Set[str], language: str | None, *, leads: bool) -> bool:
    """Return whether brackets stand behind the name that a question has, or open an article behind more of it.

    "Ada Brandt, Baroness of Lowton (1861–1938)", but not "Ada Brandt met Rolf Kern (1861–1938)".
    """
    if not whom.isdisjoint(stems(brackets["last"], language)):
        return True
    before = brackets.string[: brackets.end("last")].split()
    return leads and not any(it[0].islower() and it not in _WITHIN_NAMES for it in before)


def _part(inside: str, *, death: bool) -> str:
    """Return what brackets tell of a birth or a death; nothing if they tell of something else."""
    year, born = _YEAR.search(inside), _BORN_SIGN.search(inside)
    if year is None or _NO_LIFE.search(inside):
        return ""
    border = _DIED_SIGN.search(inside) or _DASH.search(inside, year.end())
    if death:
        return inside[border.end() :] if border else ""
    if border is None and born is None and not _MONTH.search(inside):
        return ""  # the year of a work
    part = inside[born.end() if born else 0 : border.start() if border else len(inside)]
    return part.rstrip("; ").rpartition(";")[2]
