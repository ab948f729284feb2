"""Full dates in the words of many languages, as days. "Last June" and "03/04/2021" name no day and give none."""

import re
from collections.abc import Iterator
from datetime import date
from unicodedata import normalize

_MONTHS = (
    # en de fr es pt it nl pl cs ru uk id sv da no fi tr ro: written out or short, nominative or genitive
    "january jan januar jänner janvier janv enero ene janeiro gennaio gen januari stycznia styczeń sty ledna "
    "leden января январь янв січня січ januar ocak ianuarie tammikuuta ιανουαρίου يناير ינואר siječnja",
    "february feb febr februar feber février févr fév febrero fevereiro fev febbraio februari lutego luty lut "
    "února únor февраля февраль фев лютого лют pebruari şubat februarie helmikuuta φεβρουαρίου فبراير פברואר veljače",
    "march mar märz mrz mär mars marzo março maart mrt marca marzec března březen марта март мар березня бер maret "
    "marts mart martie maaliskuuta μαρτίου مارس מרץ ožujka",
    "april apr avril avr abril abr aprile kwietnia kwiecień kwi dubna duben апреля апрель апр квітня квіт кві nisan "
    "aprilie huhtikuuta απριλίου أبريل ابريل אפריל travnja",
    "may mai mayo maio maggio mag mei maja maj května květen мая май травня трав тра mayıs toukokuuta μαΐου "
    "مايو מאי svibnja",
    "june jun juni juin junio junho giugno giu czerwca czerwiec cze června červen июня июнь июн червня черв чер "
    "haziran "
    "iunie kesäkuuta ιουνίου يونيو יוני lipnja",
    "july jul juli juillet juil julio julho luglio lug lipca lipiec lip července červenec июля июль июл липня лип "
    "temmuz iulie heinäkuuta ιουλίου يوليو יולי srpnja",
    "august aug août agosto ago augustus sierpnia sierpień sie srpna srpen августа август авг серпня серп сер agustus "
    "augusti ağustos elokuuta αυγούστου أغسطس אוגוסט kolovoza",
    "september sep sept septembre septiembre setiembre setembro set settembre sett września wrzesień wrz září "
    "сентября сентябрь сен сент вересня верес вер eylül septembrie syyskuuta σεπτεμβρίου سبتمبر ספטמבר rujna",
    "october oct okt oktober octobre octubre outubro out ottobre ott października październik paź října říjen "
    "октября октябрь окт жовтня жовт жов ekim octombrie lokakuuta οκτωβρίου أكتوبر אוקטובר",
    "november nov novembre noviembre novembro listopada listopad lis listopadu ноября ноябрь ноя нояб листопада "
    "лист kasım "
    "noiembrie marraskuuta νοεμβρίου نوفمبر נובמבר studenoga",
    "december dec dez dezember décembre déc diciembre dic dezembro dicembre grudnia grudzień gru prosince "
    "prosinec декабря декабрь дек грудня груд гру desember joulukuuta aralık decembrie δεκεμβρίου ديسمبر דצמבר "
    "prosinca",
)  # fmt: skip


def _folded(name: str) -> str:
    """The same for all letters that `re.IGNORECASE` takes for one, Turkish ones with and without a dot among them."""
    return normalize("NFC", name.casefold()).replace("ı", "i").replace("\N{COMBINING DOT ABOVE}", "")


_MONTH_OF = {_folded(name): number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
_NAME = "|".join(sorted(_MONTH_OF, key=len, reverse=True))

# What follows a year is not asked: pages glue date to date and time, "3 May 202221:25".
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}\s?[-./年]\s?(?P<m>\d{{1,2}})\s?[-./月]\s?(?P<d>\d{{1,2}})(?!\d)",
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|[.º°])?\s?(?:de|of|del|di)?[\s-]*(?P<n>{_NAME})\b\.?,?\s*(?:de|del|')?\s*{_YEAR}",
        rf"\b(?P<n>{_NAME})\.?\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+{_YEAR}",
        rf"(?<![\d.])(?P<d>\d{{1,2}})\s?\.\s?(?P<m>\d{{1,2}})\s?\.\s?(?:{_YEAR}|(?P<s>\d\d))(?![\d.]\d)",
        rf"(?<!\d)(?P<d>\d{{1,2}})\s?[/-]\s?(?P<m>\d{{1,2}})\s?[/-]\s?{_YEAR}(?!\d)",
    )
)
_DIGITS = re.compile(r"(?:\D*\d){4}")
"""The fewest of any form."""
_SLASHED = len(_FORMS) - 1
"""Day and month, or month and day: only the language or a number above 12 tells."""


def find_dates(text: str, *, language: str | None = None) -> Iterator[tuple[int, str]]:
    """Yield `(offset, YYYY-MM-DD)` of each full date, in the order of the text."""
    if not _DIGITS.match(text):  # most lines: the patterns need not look
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
    year = int(parts["y"]) if parts.get("y") else 2000 + int(parts["s"])
    month = _MONTH_OF[_folded(parts["n"])] if parts.get("n") else int(parts["m"])
    return _valid(year, month, int(parts["d"]))


def _slashed(match: re.Match[str], language: str | None) -> date | None:
    """English writes month first or day first: without a number above 12 nobody can know which."""
    first, second, year = int(match["d"]), int(match["m"]), int(match["y"])
    if first == second or second > 12:
        return _valid(year, first, second)
    return _valid(year, second, first) if first > 12 or language not in (None, "en") else None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if found.year >= 1900 else None
