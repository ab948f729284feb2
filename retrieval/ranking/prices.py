"""Which sentences tell the price of what a question names.

"Price: £6", "a ticket is £6" and "costs £6" say the same. "After the renovation, a ticket is £6" tells no price of the
renovation. English, German, French, Spanish, Russian and Ukrainian; pure, knows text only.
"""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..language.sentences import is_row
from ..language.text import normal_form, stem
from ..patterns import lazy
from ..question.amounts import COSTING, PRICE
from .asked import Asked
from .compounds import Stems

_COSTING = lazy(COSTING)
_TARIFF = lazy(
    rf"(?<!\w)(?:{COSTING}|fares?|fees?|tickets?|\w*(?:preise?|gebühr|eintritt|karten?)|tarifs?|tarifas?|entrées?|billets?"
    r"|entradas?|билет\w*|вход|тариф\w*|квит(?:ок|к\w+)|вхід)(?!\w)",
    re.IGNORECASE,
)
_WHEN = lazy(
    r"(?<!\w)(?:(?:after|before|après|avant|tras|(?:antes|después) de|после|після)\s"
    r"(?:(?:the|a|la|les?|el|l[oa]s)\s|l['’])?|(?:nach|vor|seit)\s(?:de[rm]|einer|einem)\s|(?:antes|después) del\s)"
    r"(?P<event>\w+)",
    re.IGNORECASE,
)


def with_prices(
    found: Stems, texts: Sequence[str], asked: Asked, language: str | None
) -> tuple[Stems, NDArray[np.bool_]]:
    """Return the stems of each sentence, and whether it tells another price than the one asked for.

    A sentence that tells a price gets the question's word for "cost", and loses the event that only says when, unless
    the question has it so.
    """
    costs = tuple(term.stem for term in asked.terms if _COSTING.fullmatch(normal_form(term.text)))
    named = {term.stem for term in asked.terms} if not _WHEN.search(asked.text) else set[str]()
    events = [{stem(it["event"], language) for it in _WHEN.finditer(text)} & named for text in texts]
    told = [
        (*(it for it in stems if it not in gone), *(costs if PRICE.search(text) and _tells(text) else ()))
        for stems, text, gone in zip(found, texts, events, strict=True)
    ]
    return tuple(told), np.array([bool(it) for it in events], bool)


def _tells(text: str) -> bool:
    """Return whether a sentence is a row, or speaks of prices."""
    return is_row(text) or _TARIFF.search(text) is not None
