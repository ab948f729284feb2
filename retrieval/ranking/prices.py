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
_EARLIER = lazy(
    r"(?<!\w)(?:earlier|previously|formerly|until now|so far|used to|früher\w*|bisher\w*|bislang|zuvor|vorher"
    r"|auparavant|avant|jusqu['’]ici|antes|hasta ahora|anteriormente|раньше|ранее|прежде|раніше|досі)(?!\w)",
    re.IGNORECASE,
)


def with_prices(
    found: Stems, texts: Sequence[str], asked: Asked, language: str | None
) -> tuple[Stems, NDArray[np.bool_]]:
    """Return the stems of each sentence, and whether it tells another price than the one asked for.

    A sentence that tells a price gets the question's word for "cost"; one that has an event only to say when loses it,
    unless the question has it so. "Earlier" is said in other words, too: "Until now it was £4".
    """
    costs = {it.stem for it in asked.terms if _COSTING.fullmatch(normal_form(it.text))}
    earlier = {it.stem for it in asked.terms if _EARLIER.fullmatch(it.text)}
    dated = _WHEN.search(asked.text) is not None
    named = {it.stem for it in asked.terms} if not dated else set[str]()
    told: list[tuple[str, ...]] = []
    others: list[bool] = []
    asks_earlier = not dated and _EARLIER.search(asked.text) is not None
    before = [_EARLIER.search(text) is not None for text in texts]
    for stems, text, is_earlier in zip(found, texts, before, strict=True):
        events = {stem(it["event"], language) for it in _WHEN.finditer(text)} & named
        alike = costs if PRICE.search(text) and (is_row(text) or _TARIFF.search(text)) else ()
        told.append((*(it for it in stems if it not in events), *alike, *(earlier if is_earlier else ())))
        others.append(bool(events) or (asks_earlier and not any(before)))
    return told, np.array(others, bool)
