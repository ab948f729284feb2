"""Finds full dates in many languages, as days. "Last June" and "03/04/2021" name no certain day, and yield none."""

import re
from collections.abc import Iterator
from datetime import date
from unicodedata import normalize

from ..language.months import MONTH, SHORT_MONTH, month_number
from ..language.word_lists import word_lists


def _folded(name: str) -> str:
    """Return a form common to letters that `re.IGNORECASE` treats as equal, including Turkish dotted and dotless i."""
    return normalize("NFC", name.casefold()).replace("ı", "i").replace("\N{COMBINING DOT ABOVE}", "")


_MONTH_OF = {_folded(name): int(number) for number, names in word_lists("months").items() for name in names.split()}
"""Of further languages than those that `month_number` knows."""
_NAME = "|".join((*_MONTH_OF, MONTH, SHORT_MONTH))

# What follows a year is not checked, because pages join date to date and time: "3 May 202221:25".
_YEAR = r"(?P<y>(?:19|20|[١۱][٩۹]|[٢۲][٠۰])\d\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}\s?[-./年년]\s?(?P<m>\d{{1,2}})\s?[-./月월]\s?(?P<d>\d{{1,2}})(?!\d)",
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|[.º°])?\s?(?:de|of|del|di)?[\s-]*ב?(?P<n>{_NAME})(?!\w)\.?,?[\s-]*(?:de|del|')?\s*{_YEAR}",
        rf"\b(?P<n>{_NAME})\.?\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+{_YEAR}",
        rf"(?<![\d.])(?P<d>\d{{1,2}})\s?\.\s?(?P<m>\d{{1,2}})\s?\.\s?(?:{_YEAR}|(?P<s>\d\d))(?![\d.]\d)",
        rf"(?<!\d)(?P<d>\d{{1,2}})\s?[/-]\s?(?P<m>\d{{1,2}})\s?[/-]\s?{_YEAR}(?!\d)",
    )
)
_DIGITS = re.compile(r"(?:\D*\d){4}")
"""The fewest digits in any form of date."""
_SLASHED = len(_FORMS) - 1
"""Day and month in unknown order: only the language or a number above 12 tells."""


def find_dates(text: str, *, language: str | None = None) -> Iterator[tuple[int, str]]:
    """Yield `(offset, YYYY-MM-DD)` of each full date, in the order of the text."""
    if not _DIGITS.match(text):  # skips the patterns for most lines
        return
    found: dict[int, str] = {}
    for number, form in enumerate(_FORMS):
        for match in form.finditer(text):
            day = _slashed(match, language) if number == _SLASHED else _day(match)
            if day is not None:
                found.setdefault(match.start(), day.isoformat())
    yield from sorted(found.items())


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    year = int(parts["y"]) if parts.get("y") else _full_year(int(parts["s"]))
    name = parts.get("n")
    month = (_MONTH_OF.get(_folded(name)) or month_number(name)) if name else int(parts["m"])
    return _valid(year, month, int(parts["d"]))


def _slashed(match: re.Match[str], language: str | None) -> date | None:
    """Return the day of a slashed date; None for an English one without a number above 12, whose order is unknown."""
    first, second, year = int(match["d"]), int(match["m"]), int(match["y"])
    if first == second or second > 12:
        return _valid(year, first, second)
    return _valid(year, second, first) if first > 12 or language not in (None, "en") else None


def _full_year(short: int) -> int:
    """Return the year of two digits as POSIX reads them: 69 to 99 are in the 20th century."""
    return short + (1900 if short >= 69 else 2000)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
