"""Units, which a passage may write as a sign or shortened: "54%" has the "процентов" of a question. Pure."""

import re
from collections.abc import Sequence
from functools import lru_cache

from ..language.text import word_list
from ..language.units import sign_of
from ..patterns import lazy
from ..question.terms import Term
from .compounds import Stems

_SIGNS = frozenset("%€$£₽₴")
_SHARES = "share"
_PERCENTAGE = lazy(r"percentage|prozentsatz|pourcentage|porcentaje", re.IGNORECASE)
"""What is asked for in per cent; in a text it may count points."""
_SHARE = lazy(r"share|proportion|fraction|\w*anteil|proporción|fracción|дол[яюи]|част(?:ка|ку)", re.IGNORECASE)
"""What is told in per cent or as a fraction."""
_FRACTION = lazy(
    r"(?<!\w)(?:half|thirds?|quarters?|fifths?|tenths?|hälfte|(?:drit|vier|fünf|zehn)tel|moitié|tiers|quarts?|mitad|tercios?"
    r"|terceras? partes?|cuart[ao]s? partes?|половин\w+|трет[ьи]|четверт\w+|третин\w*|чверт\w*"
    r"|(?:out of|in|of|von|sur|de cada|[иі]?з) (?:five|ten|fünf|zehn|cinq|dix|cinco|diez|пяти|десяти|п['’]яти))(?!\w)",
    re.IGNORECASE,
)
"""A share in words."""


def with_units(found: Stems, sentences: Sequence[str], terms: tuple[Term, ...]) -> Stems:
    """Return the stems of each sentence, with those of the terms that are units which it has in any form."""
    signs = _signs(terms)
    if not signs:
        return found
    held = [{*map(sign_of, word_list(it)), *_SIGNS.intersection(it)} for it in sentences]
    for text, there in zip(sentences, held, strict=True):
        if "%" in there or _FRACTION.search(text):
            there.add(_SHARES)
    return [
        [*own, *(stem for stem, sign in signs.items() if sign in there and stem not in own)]
        for own, there in zip(found, held, strict=True)
    ]


@lru_cache(maxsize=64)
def _signs(terms: tuple[Term, ...]) -> dict[str, str]:
    """Return the signs of those terms that are units, by their stems; cached for the passages of one question."""
    return {term.stem: sign for term in terms if (sign := _asked_in(term.text))}


def _asked_in(word: str) -> str | None:
    if _SHARE.fullmatch(word):
        return _SHARES
    return "%" if _PERCENTAGE.fullmatch(word) else sign_of(word)
