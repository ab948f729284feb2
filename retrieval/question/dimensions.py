"""Whether a length in a text is of another dimension than a question asks for: how long a thing is says not how wide.

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

import re
from functools import lru_cache

from ..patterns import lazy

LENGTHS = (
    r"[mkc]?m|ft|met(?:er|re)s?|(?:kilo|centi|milli)met(?:er|re)s?|miles?|feet|foot|inch(?:es)?|yards?|fathoms?"
    r"|metern?|(?:kilo|zenti)metern?|(?:kilo|centi)?mètres?|(?:kiló|centí)?metros?|millas?|pies"
    r"|[кс]?м|(?:кило|кіло|санти)?метр\w*|миль|миля\w*"
)
"""Units of length."""
_NOUNS = {
    "length": r"length|länge|longueur|longitud|(?:длин|довжин)\w+",
    "width": r"width|breadth|breite|largeur|anchura|ширин\w+",
    "height": r"height|höhe|hauteur|altura|(?:высот|висот)\w+",
    "depth": r"depth|tiefe|profondeur|profundidad|(?:глубин|глибин)\w+",
    "thickness": r"thickness|dicke|épaisseur|grosor|espesor|(?:толщин|товщин)\w+",
    "diameter": r"diameter|durchmesser|diamètre|diámetro|д[иі]аметр\w*",
    "weight": r"weight|gewicht|poids|peso|вес|ваг[ау]",
}
_OTHERS = {
    "length": r"long|lang|larg[oa]|завдовжки",
    "width": r"wide|breit|de large|anch[oa]|завширшки",
    "height": r"high|tall|hoch|haute?|alt[oa]|заввишки",
    "depth": r"deep|tief|profonde?|hond[oa]|завглибшки",
    "thickness": r"thick|dick|épais(?:se)?|grues[oa]|завтовшки",
    "diameter": r"across",
    "weight": r"heavy|weigh(?:s|ed)?|schwer|wiegt|wog|p[eè]s(?:e|ait)|pes(?:a|aba|ó)|весит|весил[аио]?"
    r"|важить|важи(?:в|л[аио])",
}
_NAMED = {name: lazy(rf"(?<!\w)(?:{nouns}|{_OTHERS[name]})(?!\w)", re.IGNORECASE) for name, nouns in _NOUNS.items()}
_ANY_NOUN = "|".join(_NOUNS.values())
_NAMED_BEHIND = rf"[\s-](?:(?:in|de|en|в|у)\s)?(?:{_ANY_NOUN}|{'|'.join(_OTHERS.values())})(?!\w)"
"""Right after a length: "84 metres long", "84 mètres de long", "84 метра в длину"."""
_NAMED_BEFORE = (
    rf"(?<!\w)(?!(?-i:breite|tiefe|dicke))(?:{_ANY_NOUN}|за(?:вдовжк|вширшк|ввишк|вглибшк|втовшк)и"
    r"|(?:long|large|haut|profond|épais)(?:ue|e|se)?s?(?= de))(?!\w)[^\d.,;!?]{1,30}"
)
"""Before a length: "a length of 84 metres", "длина моста составит 84 метра", but not "der tiefe See"."""
_BEHIND, _BEFORE = lazy(_NAMED_BEHIND, re.IGNORECASE), lazy(f"{_NAMED_BEFORE}$", re.IGNORECASE)
_LENGTH = rf"[\s-](?:{LENGTHS})"
_TOLD = lazy(rf"{_LENGTH}{_NAMED_BEHIND}|{_NAMED_BEFORE}\d[\d.,]*{_LENGTH}(?!\w)", re.IGNORECASE)
_NEAR_CHARS = 50
"""Characters read before a length: enough for any name of a dimension and what may stand between them."""


def is_of_another(text: str, start: int, end: int, question: str) -> bool:
    """Return whether a length in a text is named after a dimension, but not after that which a question asks for.

    Not in a sentence that names the one asked for, too: "84 metres long and twelve wide".
    """
    before = text[max(0, start - _NEAR_CHARS) : start]
    return _may_be_of_another(text, question) and bool(_BEHIND.match(text, end) or _BEFORE.search(before))


def tells_another(text: str, question: str) -> bool:
    """Return whether a text gives a length of another dimension, and does not name the one that a question asks for."""
    return _may_be_of_another(text, question) and _TOLD.search(text) is not None


def _may_be_of_another(text: str, question: str) -> bool:
    asked = _asked(question)
    return asked is not None and _NAMED[asked].search(text) is None


@lru_cache(maxsize=256)
def _asked(question: str) -> str | None:
    named = [name for name, pattern in _NAMED.items() if pattern.search(question)]
    return named[0] if len(named) == 1 else None
