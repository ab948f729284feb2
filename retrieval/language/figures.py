"""The numbers of a sentence as quantities: what each counts, how exactly it is meant, whether it counts only a part.

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from itertools import takewhile
from typing import NamedTuple

from ..patterns import lazy
from .atoms import MONEY_SIGNS, MONEY_WORDS
from .bounds import meant
from .dated import is_day, is_hour, is_not_a_count, is_year
from .numerals import MOST_DIGITS, numeral, times
from .stop_words import stop_words
from .text import Word, normal_form, word_list, words
from .traits import CAPITALISED_NOUNS
from .units import PER_CENT, unit

UNIT_WORDS = 3
"""Words after a number that may name what it counts: "310 badly wounded soldiers"."""

REACH = 6
"""Words before a number within which "another" or "still" refers to it."""


MOST_APART = 5
"""Greatest ratio between the ends of a range: numbers farther apart are a telephone number."""


class Figure(NamedTuple):
    """A quantity in a text, `text[start:end]`, with a sign for money before it."""

    start: int
    end: int
    value: float
    low: float
    """The least value that may be meant: "about 11,000" leaves room for 10,500."""
    high: float
    units: tuple[str, ...]
    """Units after it, or the sign beside it; empty where it stands alone."""
    partial: bool
    """It counts a part or an addition: "another 70", "70 more", "a day"."""

    def agrees(self, other: "Figure") -> bool:
        """Return whether both may be the same number, given more or less exactly."""
        return self.low <= other.value <= self.high or other.low <= self.value <= other.high

    def comparable(self, other: "Figure", most: float) -> bool:
        """Return whether they differ by no more than this factor, as two counts of one thing may."""
        small, large = sorted((self.value, other.value))
        return large <= most * small


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PARTIAL = _set(
    "another further additional extra other others still each per remaining including first daily yearly"
    " weitere weiteren weiterer zusätzlich zusätzliche je pro darunter davon übrige übrigen restlichen noch"
    " autres supplémentaires encore chaque dont restants otros otras todavía cada adicionales restantes incluidos"
    " ещё еще другие других каждый остальные остальных дополнительно включая них ще інші інших кожен решта додатково"
)
_PARTIAL_BEHIND = _PARTIAL | _set(
    "more less left mehr weniger plus moins más menos больше меньше більше менше them whom"
)
_PARTIAL_PHRASES = lazy(
    r"\W*(?:\w+\W+){0,2}?(?:an?|the|pro|am|im|par|al|por|в|на)\s+"
    r"(?:day|week|month|year|hour|tag|woche|monat|jahr|stunde|jour|semaine|mois|an|heure|día|semana|mes|año|hora"
    r"|день|неделю|месяц|год|час|тиждень|місяць|рік|годину)(?!\w)",
    re.IGNORECASE,
)


_LETTERS = {
    "k": 1_000,
    **dict.fromkeys(("m", "mn"), 1_000_000),
    **dict.fromkeys(("b", "bn", "md"), 1_000_000_000),
    "tn": 1_000_000_000_000,
}
"""They multiply an amount of money: "£3.9m", "2,5 M€". Without a sign for money, "3.9m" is a length."""
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_AND_A_HALF = lazy(r"\s(?:and a half|y medi[oa]|et demie?|[сіз] половин(?:ой|ою))(?!\w)", re.IGNORECASE)
"""Follows a number, or its million: "two and a half million", "dos millones y medio"."""
_SIGNS = f"%‰°{MONEY_SIGNS}"
_DOZENS = lazy(r"dozens?|dutzend\w*|douzaines?|docenas?|дюжин\w*|десят(?:к\w+|ок)", re.IGNORECASE)
"""Follows a number that is no count by itself: "two dozen people"."""

_SIGN = r"\s?[%€$£]?"
_TO = lazy(rf"{_SIGN}\s(?:to|bis|à|a)\s[$€£]?", re.IGNORECASE)
_FROM = lazy(r"(?<!\w)(?:from|vo[nm]|de|с|со|з|із)\s[$€£]?$", re.IGNORECASE)
"""Before the first of two numbers it may be one that became the other."""
_AND = lazy(rf"{_SIGN}\s(?:and|und|et|y|и|і|й|та)\s[$€£]?", re.IGNORECASE)
_BETWEEN = lazy(r"(?<!\w)(?:between|zwischen|entre|между|між)\s[$€£]?$", re.IGNORECASE)

_HUNDREDTHS = lazy(
    rf"\s(?:{MONEY_WORDS})\s(?P<of>\d\d)"
    r"(?=[.,;:)!?»”](?!\d)|\s?$|\s(?:(?-i:[a-zà-ÿа-яѐ-џґ]{1,4})(?!\w)|cent|cént|копе|копі))",
    re.IGNORECASE,
)
"""Follows whole euros: "4 Euro 50", but not "für 4 Euro 50 Gäste"."""


def figures(text: str, language: str | None) -> list[Figure]:
    """Return the quantities of a text in order, without years, days of a month, times of day and ordinals."""
    return list(_figures(text, list(words(text)), language))


def _figures(text: str, found: Sequence[Word], language: str | None) -> Iterator[Figure]:
    at = 0
    while at < len(found):
        value, low, high, size = _quantity(text, found, at, language)
        if value is None:
            at += 1
            continue
        start, last = found[at].start, found[at + size - 1]
        end, per_cent = last.end, PER_CENT.match(text, last.end)
        behind = _behind(text, found, at + size + (len(word_list(per_cent[0])) if per_cent else 0))
        units = ("%",) if per_cent else _units(text, start, last, behind, language)
        partial = _is_partial(text, found, at, size, behind)
        if size == 1 and found[at].text.isdigit() and (more := _HUNDREDTHS.match(text, end)):
            end, size, units = more.end("of"), size + 2, units[:1]
            value, low, high = (it + int(more["of"]) / 100 for it in (value, low, high))
        start -= start > 0 and text[start - 1] in MONEY_SIGNS
        yield Figure(start, end, value, low, high, units, partial)
        at += size


def _quantity(
    text: str, found: Sequence[Word], at: int, language: str | None
) -> tuple[float | None, float, float, int]:
    """Return the quantity that begins at a word, its lower and upper bound, and how many words it takes."""
    value, size = _number(text, found, at, language)
    if value is None:
        return None, 0, 0, 0
    if ends := _range(text, found, at, (value, size), language):
        least, most, size = ends
        return (least + most) / 2, least, most, size
    last = found[at + size - 1]
    dozens = at + size < len(found) and _DOZENS.fullmatch(found[at + size].text)
    if dozens or is_not_a_count(text, found[at], last, language):
        return None, 0, 0, 0
    start = found[at].start
    return float(value), *meant(value, text[max(0, start - 40) : start], text[last.end : last.end + 1]), size


def _range(
    text: str, found: Sequence[Word], at: int, number: tuple[Decimal, int], language: str | None
) -> tuple[float, float, int] | None:
    """Return the ends of a range that begins with a number, and how many words it takes: "5-10 people", "20 to 30"."""
    value, size = number
    second = _joined(text, found, at, size)
    most, beyond = _number(text, found, second, language) if second < len(found) else (None, 0)
    if most is None or not _is_range(text, found[at], found[second + beyond - 1 :], language):
        return None
    bare = most / (times(found[second + beyond - 1].text, language) or 1)
    upper = next((it for it in (bare, most) if it / MOST_APART <= value < it), None)
    if upper is None:
        return None
    return float(value * (most / upper)), float(most), second + beyond - at  # "5-10 million"


def _joined(text: str, found: Sequence[Word], at: int, size: int) -> int:
    """Return the place of the number that a hyphen, "to" or "between … and" joins to one; past the end if none does."""
    start, end = found[at].start, found[at + size - 1].end
    if size == 1 and at + 1 < len(found) and text[end : found[at + 1].start] in {"-", "–"}:
        return at + 1
    before = text[max(0, start - 12) : start]
    to = _TO.match(text, end) and not _FROM.search(before)
    return at + size + 1 if to or (_AND.match(text, end) and _BETWEEN.search(before)) else len(found)


def _is_range(text: str, first: Word, rest: Sequence[Word], language: str | None) -> bool:
    """Return whether two numbers are the ends of one count: no score, no years, no hours, no name.

    Args:
        rest: the last word of the second number, and the words after it.
    """
    last = rest[0]
    before, after = text[max(0, first.start - 2) : first.start], text[last.end : last.end + 1]
    alone = not re.search(r"(?:[\w/:–-]|\)\s?)$", before) and after not in {"/", ":", "-", "–"}
    timed = is_year(text, last, None) or is_day(text, first, last) or is_hour(text, last)
    return alone and not timed and bool(_units(text, first.start, last, _behind(text, rest, 1), language))


def _number(text: str, found: Sequence[Word], at: int, language: str | None) -> tuple[Decimal | None, int]:
    """Return the number that begins at a word, and how many words it takes."""
    value, size = _digits(text, found, at)
    if value is None:
        written, size = numeral(text, found, at, language)
        value = None if written is None else Decimal(written)
    else:
        if language == "en" and re.fullmatch(r"\d+\.\d{3}", found[at].text) and PER_CENT.match(text, found[at].end):
            value = Decimal(found[at].text)
        if at + size < len(found) and found[at + size].start == found[at + size - 1].end:
            part = _FRACTIONS.get(found[at + size].text, 0)
            value, size = value + part, size + bool(part)
    while value is not None and value.adjusted() < MOST_DIGITS and at + size < len(found):
        if factor := _factor(text, found, at, at + size, language):
            value, size = value * factor, size + 1
        elif half := _AND_A_HALF.match(text, found[at + size - 1].end):
            value += Decimal(times(found[at + size - 1].text, language) or 1) / 2
            size += len(half[0].split())
        else:
            break
    return (value, size) if value is not None and value.adjusted() < MOST_DIGITS else (None, 0)


def _factor(text: str, found: Sequence[Word], first: int, behind: int, language: str | None) -> int | None:
    """Return the factor by which a word multiplies the number before it: "million", and the "m" of "£3.9m"."""
    number, letters = found[first], found[behind]
    before, after = text[max(0, number.start - 1) : number.start], text[letters.end : letters.end + 2].strip()[:1]
    priced = (before and before in MONEY_SIGNS and number.end == letters.start) or (after and after in MONEY_SIGNS)
    return times(letters.text, language) or (_LETTERS.get(normal_form(letters.text)) if priced else None)


def _digits(text: str, found: Sequence[Word], at: int) -> tuple[Decimal | None, int]:
    written = found[at].text
    if not written[0].isdigit() or not re.fullmatch(r"[\d.,'’\u00a0\u202f]+", written):
        return None, 0
    grouped = re.fullmatch(r"([1-9]\d{0,2}(?:[.,'’\u00a0\u202f]\d{3})+)(?:[.,](\d\d?))?", written)
    plain = f"{''.join(re.findall('[0-9]', grouped[1]))}.{grouped[2] or 0}" if grouped else written.replace(",", ".")
    size = 1
    while "." not in plain and len(plain) + 3 <= 12 and _goes_on(text, found, at + size, plain if size == 1 else ""):
        plain, size = plain + found[at + size].text.replace(",", "."), size + 1
    try:
        return Decimal(plain), size
    except InvalidOperation:  # 1.2.3
        return None, 0


def _goes_on(text: str, found: Sequence[Word], at: int, first: str) -> bool:
    """Return whether three more digits follow after a space: 11 000, 1 500,50."""
    if at >= len(found) or len(first) > 3 or not re.fullmatch(r"\d{3}(?:[.,]\d\d?)?", found[at].text):
        return False
    return text[found[at - 1].end : found[at].start] in {" ", "\u00a0", "\u202f"}


def _behind(text: str, found: Sequence[Word], at: int) -> list[Word]:
    """Return the words after a number, up to the next punctuation mark."""
    end = _end(text, found[at - 1])
    if found[at : at + 1] and found[at].text == "de" and times(found[at - 1].text, None):
        at, end = at + 1, found[at].end  # "2 millones de euros"
    behind: list[Word] = []
    for word in found[at : at + UNIT_WORDS]:
        if re.search(r"[,.;:!?()—–]", text[end : word.start]):
            break
        behind.append(word)
        end = word.end
    return behind


def _end(text: str, last: Word) -> int:
    """Return where a number ends, with the full stop of its abbreviation: "11 тыс. человек"."""
    return last.end + (text[last.end : last.end + 1] == "." and times(last.text, None) is not None)


def _units(text: str, start: int, last: Word, behind: Sequence[Word], language: str | None) -> tuple[str, ...]:
    end = _end(text, last)
    sign = text[start - 1 : start].strip() or text[end : end + 2].strip()[:1]
    if sign and sign in _SIGNS:
        return (sign,)
    stops = stop_words(language)
    if language in CAPITALISED_NOUNS and not any(word.text[0].isupper() or len(word.text) < 4 for word in behind):
        return ()  # "mit 240 angegeben", not "240 m lang"
    counted = takewhile(lambda word: normal_form(word.text) not in stops, behind)
    return tuple(unit(word.text, language) for word in counted)


def _is_partial(text: str, found: Sequence[Word], at: int, size: int, behind: Sequence[Word]) -> bool:
    before = {normal_form(word.text) for word in found[max(0, at - REACH) : at]}
    after = {normal_form(word.text) for word in behind}
    return bool(before & _PARTIAL or after & _PARTIAL_BEHIND or _PARTIAL_PHRASES.match(text, found[at + size - 1].end))
