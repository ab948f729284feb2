"""What a number counts, in a form in which two can be compared: a word's stem, or the sign that it is written as.

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows words only.
"""

import re
from functools import lru_cache

from ..patterns import lazy
from .atoms import PER_CENT_WORDS
from .text import stem

PER_CENT = lazy(rf"\s?(?:%|(?:{PER_CENT_WORDS})(?!\w))", re.IGNORECASE)
"""Follows a number."""
_WORDS = {
    "%": lazy(PER_CENT_WORDS, re.IGNORECASE),
    "€": lazy(r"(?:d['’])?euros?|eur|[еє]вро", re.IGNORECASE),
    "$": lazy(r"dollars?|usd|dólar(?:es)?|долл?ар\w*", re.IGNORECASE),
    "£": lazy(r"pounds?|gbp|pfund", re.IGNORECASE),
    "₽": lazy(r"руб(?:л\w+)?", re.IGNORECASE),
    "m": lazy(r"m|met(?:er|re)s?|metern|mètres?|metros?|м|метр(?:а|ов|ы|и|ів)?", re.IGNORECASE),
    "km": lazy(
        r"km|kilomet(?:er|re)s?|kilometern|kilomètres?|kilómetros?|км|к[иі]лометр(?:а|ов|ы|и|ів)?", re.IGNORECASE
    ),
    "kg": lazy(r"kg|kilos?|kilo?gram(?:me?)?s?|kilogramm|kilogramos?|кг|к[иі]лограмм?(?:а|ов|ы|и|ів)?", re.IGNORECASE),
    "₴": lazy(r"грн|грив(?:н\w*|ень)", re.IGNORECASE),
}


def unit(word: str, language: str | None) -> str:
    """Return what a word beside a number counts: "4 Mio. €" and "5 Millionen Euro" have one unit."""
    return sign_of(word) or stem(word, language)


@lru_cache(maxsize=4096)
def sign_of(word: str) -> str | None:
    """Return the sign for which a word stands: "%" for "процентов"; None if it is no unit. Cached: words recur."""
    return next((sign for sign, written in _WORDS.items() if written.fullmatch(word)), None)
