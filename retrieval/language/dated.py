"""Whether a number is a year, a day, a time of day, an ordinal or part of a name, rather than a count.

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

import re
from itertools import takewhile

from ..patterns import lazy
from .atoms import CLOCK, MONEY_SIGNS, MONEY_WORDS, ORDINAL_ENDING, YEAR
from .months import ANY_MONTH, OF_MONTH
from .stop_words import stop_words
from .text import Word
from .traits import CAPITALISED_NOUNS, EAST_SLAVIC

_MONTH = lazy(rf"\W*+{OF_MONTH}", re.IGNORECASE)
_MONTH_BEFORE = lazy(rf"(?<!\w){ANY_MONTH}\.?\s+$", re.IGNORECASE)
_DAY_BEFORE = lazy(rf"(?<!\d)\d{{1,2}}{ORDINAL_ENDING}?\s+(?:of\s+|de\s+)?{ANY_MONTH}\.?\s+$", re.IGNORECASE)
_CLOCK = lazy(rf"\W{{0,2}}(?:{CLOCK}|h\d\d\b|heures? du)", re.IGNORECASE)
_YEAR = lazy(YEAR)
_PRICE = lazy(rf"^[{MONEY_SIGNS}]|\s?[%{MONEY_SIGNS}]$")
_MONEY = lazy(rf"\s(?:{MONEY_WORDS})(?!\w)", re.IGNORECASE)
_BEFORE_YEARS = lazy(
    r"(?:^|[.!?(]\s*|['’]s\s+|(?<!\w)(?:an?|the|original|above|below|in|since|by|from|until|till|to|after|before|during"
    r"|of|for|year|early|late|spring|summer|autumn|fall|winter|im|seit|ab|bis|von|vom|vor|nach|um|jahre?s?|frühjahr"
    r"|sommer|herbst|en|de|depuis|dès|avant|après|année|printemps|été|automne|hiver|desde|hasta|del|año|в|во|с|со|до|по"
    r"|к|от|после|у|з|із|від|після|год[ау]?|году"
    rf"|летом|зимой|весной|осенью|{ANY_MONTH})\s+)$",
    re.IGNORECASE,
)
_NEXT_WORDS = lazy(r"(?:\s+[^\W\d][\w’'-]*){1,2}")
_OF_A_YEAR = lazy(r"(?:год\w*|гг?|рок\w*|рік|рр?)$", re.IGNORECASE)
_PLURAL = lazy(r".+[sx]|people|men|women|children")
"""Plurals in English, French and Spanish."""


def is_not_a_count(text: str, first: Word, last: Word, language: str | None) -> bool:
    """Return whether the number made of these words is a date, a time or part of a name, and counts nothing."""
    before, after = text[max(0, first.start - 1) : first.start], text[last.end : last.end + 20]
    joined = before in {"-", "–", "/", ":"} or re.match(r"[-–/]|:\d|(?:st|nd|rd|th|er)\b", after)
    year = first == last and is_year(text, first, language)
    return bool(joined or is_hour(text, last) or is_day(text, first, last) or year)


def is_hour(text: str, last: Word) -> bool:
    """Return whether what follows a number makes it an hour: "3 a.m.", "18 Uhr"."""
    return _CLOCK.match(text[last.end : last.end + 20]) is not None


def is_day(text: str, first: Word, last: Word) -> bool:
    """Return whether a month stands beside a number, or beside the first or last of two."""
    before, after = text[max(0, first.start - 15) : first.start], text[last.end : last.end + 20]
    return len(first.text) <= 2 and bool(_MONTH.match(after) or _MONTH_BEFORE.search(before))


def is_year(text: str, number: Word, language: str | None) -> bool:
    """Return whether a number is a year, rather than a count of what follows it in this language: "1950 tickets"."""
    priced = _PRICE.search(text[max(0, number.start - 1) : number.end + 2]) or _MONEY.match(text, number.end)
    if priced or not _YEAR.fullmatch(number.text):
        return False
    before, behind = text[max(0, number.start - 20) : number.start], _NEXT_WORDS.match(text, number.end)
    if language is None or not behind:
        return True
    counted = list(takewhile(lambda word: word.casefold() not in stop_words(language), behind[0].split()))
    if number.text.endswith("00") and _DAY_BEFORE.search(before):
        counted = counted[:1]  # "on 15 March 1800 people came"
    elif _BEFORE_YEARS.search(before):
        return True
    return not counted or not _is_counted(counted, language)


def _is_counted(behind: list[str], language: str) -> bool:
    """Return whether the words after a number look like what it counts."""
    if language in CAPITALISED_NOUNS:
        return behind[0][0].isupper() and not (len(behind) > 1 and behind[1][0].isupper())
    if language in EAST_SLAVIC:
        return behind[0].islower() and not _OF_A_YEAR.match(behind[0])
    return behind[0].islower() and any(_PLURAL.fullmatch(word) for word in behind)
