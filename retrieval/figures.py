"""The numbers of a sentence as quantities: what each counts, how exact it is meant, whether it counts a part only.

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from itertools import takewhile

from .months import MONTH, NO_MONTH, SHORT_MONTH
from .patterns import lazy
from .stop_words import stop_words
from .text import Word, normal_form, stem, words

UNIT_WORDS = 3
"""Words behind a number among which stands what it counts: "310 badly wounded soldiers"."""

REACH = 6
"""Words before a number among which "another" or "still" speaks of it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in a text, `text[start:end]`."""

    start: int
    end: int
    value: float
    low: float
    """The least that may be meant: "about 11,000" leaves room for 10,500."""
    high: float
    units: tuple[str, ...]
    """Stems of the words behind it, or the sign at it; empty where it stands alone."""
    partial: bool
    """It counts a part or an addition: "another 70", "70 more", "a day"."""

    def agrees(self, other: "Figure") -> bool:
        """Say whether both may be the same number, told more or less exactly."""
        return self.low <= other.value <= self.high or other.low <= self.value <= other.high

    def comparable(self, other: "Figure", most: float) -> bool:
        """Say whether they are as far apart as two counts of one thing may be."""
        small, large = sorted((self.value, other.value))
        return large <= most * small


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ABOUT = _set(
    "about around some roughly approximately circa ca nearly almost close rund etwa ungefähr fast knapp gegen environ"
    " près presque quelque unos unas alrededor cerca casi aproximadamente около примерно почти приблизительно близько"
    " приблизно майже"
)
_BOUNDED_BELOW = lazy(
    r"(?:more than|over|at least|above|no fewer than|mehr als|über|mindestens|plus de|au moins|más de|al menos"
    r"|por lo menos|более|более чем|больше|свыше|не менее|как минимум|минимум|понад|більше|щонайменше|не менше)\s+$",
    re.IGNORECASE,
)
_BOUNDED_ABOVE = lazy(
    r"(?:up to|at most|fewer than|less than|under|below|bis zu|höchstens|weniger als|unter|jusqu['’]à|moins de|au plus"
    r"|hasta|menos de|a lo sumo|до|менее|меньше|не более|менше|не більше|щонайбільше)\s+$",
    re.IGNORECASE,
)
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
    r"^\W*(?:\w+\W+){0,2}?(?:an?|the|pro|am|im|par|al|por|в|на)\s+"
    r"(?:day|week|month|year|hour|tag|woche|monat|jahr|stunde|jour|semaine|mois|an|heure|día|semana|mes|año|hora"
    r"|день|неделю|месяц|год|час|тиждень|місяць|рік|годину)(?!\w)",
    re.IGNORECASE,
)


def _by_word(forms: Mapping[int, str]) -> dict[str, int]:
    return {word: number for number, words in forms.items() for word in words.split()}


_TIMES = _by_word({
    1_000: "thousand thousands tausend mille mil тыс тысяча тысячи тысяч тисяча тисячі тисяч тис",
    1_000_000: "million millions millionen mio millón millones миллион миллиона миллионов млн мільйон мільйони"
    " мільйонів",
    1_000_000_000: "billion billions milliarde milliarden mrd milliard milliards миллиард миллиарда миллиардов млрд"
    " мільярд мільярди мільярдів",
})  # fmt: skip
_NUMERALS = _by_word({
    2: "two zwei deux dos два две дві",
    3: "three drei trois tres три",
    4: "four vier quatre cuatro четыре чотири",
    5: "five fünf cinq cinco пять п'ять",
    6: "six sechs seis шесть шість",
    7: "seven sieben sept siete семь сім",
    8: "eight acht huit ocho восемь вісім",
    9: "nine neun neuf nueve девять дев'ять",
    10: "ten zehn dix diez десять",
    11: "eleven elf onze once одиннадцать одинадцять",
    12: "twelve zwölf douze doce двенадцать дванадцять",
    20: "twenty zwanzig vingt veinte двадцать двадцять",
    30: "thirty dreißig trente treinta тридцать тридцять",
    40: "forty vierzig quarante cuarenta сорок",
    50: "fifty fünfzig cinquante cincuenta пятьдесят п'ятдесят",
    100: "hundert cent cien сто",
})  # fmt: skip
_HOMOGRAPHS = {"once": "es", "elf": "de", "cent": "fr", "sept": "fr"}
"""Numerals of one language that are other words in another."""
_SIGNS = "%‰°$€£¥₽₴"
_MONTH = lazy(rf"\W*(?:of\s+|de\s+)?{NO_MONTH}(?:{MONTH}|{SHORT_MONTH})(?!\w)", re.IGNORECASE)
_CLOCK = lazy(r"\W{0,2}(?:[ap]\.?m\b|uhr\b|o['’]clock|h\d\d\b|heures? du)", re.IGNORECASE)


def figures(text: str, language: str | None) -> list[Figure]:
    """Return the quantities of a text in order; no years, days of a month, times of day or ordinals."""
    return list(_figures(text, list(words(text)), language))


@lru_cache(maxsize=4096)
def quantities(text: str) -> frozenset[float]:
    """Return the values of a text's quantities: two texts that differ in one do not say the same."""
    return frozenset(figure.value for figure in figures(text, None))


def _figures(text: str, found: Sequence[Word], language: str | None) -> Iterator[Figure]:
    at = 0
    while at < len(found):
        value, size = _number(text, found, at, language)
        if value is None or _is_date(text, found[at], found[at + size - 1]):
            at += 1
            continue
        start, end = found[at].start, found[at + size - 1].end
        behind = _behind(text, found, at + size)
        low, high = _meant(value, text[:start])
        yield Figure(
            start,
            end,
            float(value),
            low,
            high,
            _units(text, start, end, behind, language),
            _is_partial(text, found, at, size, behind),
        )
        at += size


def _number(text: str, found: Sequence[Word], at: int, language: str | None) -> tuple[Decimal | None, int]:
    """Return the number that begins with a word, and how many words it takes."""
    value, size = _digits(text, found, at)
    if value is None:
        written = normal_form(found[at].text).replace("’", "'")
        numeral = _NUMERALS.get(written) if _HOMOGRAPHS.get(written, language) == language else None
        value, size = (None if numeral is None else Decimal(numeral)), 1
    if value is None:
        return None, 0
    while at + size < len(found) and (times := _TIMES.get(normal_form(found[at + size].text))):
        value, size = value * times, size + 1
    return value, size


def _digits(text: str, found: Sequence[Word], at: int) -> tuple[Decimal | None, int]:
    written = found[at].text
    if not written[0].isdigit() or not re.fullmatch(r"[\d.,\u00a0\u202f]+", written):
        return None, 0
    grouped = re.fullmatch(r"[1-9]\d{0,2}(?:[.,\u00a0\u202f]\d{3})+", written)
    plain = re.sub(r"\D", "", written) if grouped else written.replace(",", ".")
    size = 1
    while len(plain) + 3 <= 12 and _goes_on(text, found, at + size, plain if size == 1 else ""):
        plain, size = plain + found[at + size].text, size + 1
    try:
        return Decimal(plain), size
    except InvalidOperation:  # 1.2.3
        return None, 0


def _goes_on(text: str, found: Sequence[Word], at: int, first: str) -> bool:
    """Say whether three more digits stand behind a space: 11 000."""
    if at >= len(found) or len(first) > 3 or not re.fullmatch(r"\d{3}", found[at].text):
        return False
    return text[found[at - 1].end : found[at].start] in {" ", "\u00a0", "\u202f"}


def _is_date(text: str, first: Word, last: Word) -> bool:
    """Say whether a number is a year, a day, a time of day, an ordinal, or part of a name such as F-16."""
    before, after = text[max(0, first.start - 1) : first.start], text[last.end : last.end + 20]
    year = re.fullmatch(r"(?:1\d|20)\d\d", first.text) and first == last
    clock = re.fullmatch(r"\d{1,2}[.:]\d\d", first.text) is not None and _CLOCK.match(after)
    joined = before in {"-", "/", ":"} or after[:1] in {"-", "/", ":"}
    ordinal = re.match(r"\.\s+(?=[^\W\d_])", after) is not None and len(first.text) <= 2 and _MONTH.match(after[1:])
    return bool(
        year or clock or joined or ordinal or _CLOCK.match(after) or (len(first.text) <= 2 and _MONTH.match(after))
    )


def _meant(value: Decimal, before: str) -> tuple[float, float]:
    """Return between which numbers the one meant lies: as many digits are exact as are told, two at the least."""
    number = float(value)
    if _BOUNDED_BELOW.search(before[-30:]):
        return number, math.inf
    if _BOUNDED_ABOVE.search(before[-30:]):
        return 0.0, number
    hedged = bool({normal_form(word.text) for word in list(words(before[-40:]))[-2:]} & _ABOUT)
    half = _last_digit(value, 1 if hedged else 2) / 2
    return number - half, number + half


def _last_digit(value: Decimal, exact: int) -> float:
    """Return the place value of the last digit that is meant exactly: 1000 of 11,000, 1 of 11,013, 0.1 of 4.5."""
    _, digits, exponent = value.normalize().as_tuple()
    place = int(exponent) - max(0, exact - len(digits))
    return float(10.0 ** min(place, 0) if abs(value) < 10 else 10.0**place)


def _behind(text: str, found: Sequence[Word], at: int) -> list[Word]:
    """Return the words behind a number, up to the next mark."""
    end = found[at - 1].end
    if text[end : end + 1] == "." and normal_form(found[at - 1].text) in _TIMES:
        end += 1  # "11 тыс. человек"
    behind: list[Word] = []
    for word in found[at : at + UNIT_WORDS]:
        if re.search(r"[,.;:!?()—–]", text[end : word.start]):
            break
        behind.append(word)
        end = word.end
    return behind


def _units(text: str, start: int, end: int, behind: Sequence[Word], language: str | None) -> tuple[str, ...]:
    sign = text[start - 1 : start].strip() or text[end : end + 2].strip()[:1]
    if sign and sign in _SIGNS:
        return (sign,)
    stops = stop_words(language)
    counted = takewhile(lambda word: normal_form(word.text) not in stops, behind)
    return tuple(stem(word.text, language) for word in counted)


def _is_partial(text: str, found: Sequence[Word], at: int, size: int, behind: Sequence[Word]) -> bool:
    before = {normal_form(word.text) for word in found[max(0, at - REACH) : at]}
    after = {normal_form(word.text) for word in behind}
    return bool(
        before & _PARTIAL or after & _PARTIAL_BEHIND or _PARTIAL_PHRASES.match(text[found[at + size - 1].end :])
    )
