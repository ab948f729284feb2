"""Month names as texts write them, in English, German, French, Spanish, Russian and Ukrainian.

Whole words in lower case, for patterns that ignore case and add the word boundary after them.
"""

import re

from ..alternatives import by_letter
from .atoms import ORDINAL_ENDING

MONTHS = (
    "january|januar|j(?:ä|ae?)nner|janvier|enero|январ[ьяеюё]м?|січ(?:ень|ня|ні|нем)",
    "february|februar|f[ée]vrier|febrero|феврал[ьяею]м?|лют(?:ий|ого|ому|им)",
    "march|m(?:ä|ae?)rz|mars|marzo|март[ауе]?|мартом|берез(?:ень|ня|ні|нем)",
    "april|avril|abril|апрел[ьяею]м?|квіт(?:ень|ня|ні|нем)",
    "may|mai|mayo|ма[йяею]|маем|трав(?:ень|ня|ні|нем)",
    "june|juni|juin|junio|июн[ьяею]м?|черв(?:ень|ня|ні|нем)",
    "july|juli|juillet|julio|июл[ьяею]м?|лип(?:ень|ня|ні|нем)",
    "august|ao[ûu]t|agosto|август[ауе]?|августом|серп(?:ень|ня|ні|нем)",
    "september|septembre|sep?tiembre|сентябр[ьяею]м?|верес(?:ень|ня|ні|нем)",
    "october|oktober|octobre|octubre|октябр[ьяею]м?|жовт(?:ень|ня|ні|нем)",
    "november|novembre|noviembre|ноябр[ьяею]м?|листопад[ауі]?|листопадом",
    "december|dezember|d[ée]cembre|diciembre|декабр[ьяею]м?|груд(?:ень|ня|ні|нем)",
)
"""The forms of each month, January first."""

MONTH = by_letter("|".join(MONTHS))

SHORT_MONTHS = (
    "janv?|ene|янв|січ",
    "febr?|f[ée]vr?|фев|февр|лют",
    "mar|mär|mrz|мар|бер(?:ез)?",
    "apr|avr|abr|апр|квіт?",
    "трав?",
    "jun|июн|черв?",
    "jul|juill?|июл|лип",
    "aug|aoû|ago|авг|серп?",
    "sept?|сент?|вер(?:ес?)?",
    "o[ck]t|окт|жовт?",
    "nov|нояб?|лист(?:оп)?",
    "de[cz]|déc|dic|дек|груд?",
)
"""Abbreviations that count only beside a number: "12 Dec", "5 янв.". Alone they are words with other meanings."""

SHORT_MONTH = by_letter("|".join(SHORT_MONTHS))

NO_MONTH = r"(?:(?!(?-i:may|march)(?!\w))|(?<=\bin )|(?<=\bby )|(?<=\bsince )|(?<=\buntil ))"
"""Precedes a pattern of months: "she may" and "they march" name none, "in may" does."""

ANY_MONTH = rf"{NO_MONTH}(?:{MONTH}|{SHORT_MONTH})"
"""A month beside a number."""

OF_MONTH = rf"(?:of\s+|de\s+)?{ANY_MONTH}(?!\w)"
"""Follows a number and a space, which then are a day."""

DAY_OF_MONTH = (
    rf"\d{{1,2}}{ORDINAL_ENDING}?\s+{OF_MONTH}"
    # a lookahead, as there are a hundred names of months to try at each word
    rf"|(?<!\w)(?=\w++\.?\s+\d){ANY_MONTH}\.?\s+\d{{1,2}}(?![\d:]|[.,]\d)"
)


def month_number(name: str) -> int:
    """Return 1 to 12 for a name that `MONTH` or `SHORT_MONTH` matches."""
    forms = (f"{long}|{short}" for long, short in zip(MONTHS, SHORT_MONTHS, strict=True))
    return next(number for number, form in enumerate(forms, 1) if re.fullmatch(form, name, re.IGNORECASE))
