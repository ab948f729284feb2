"""Forms of French and Spanish verbs that Snowball keeps apart, with a prefix or without: "mourir" and "mort"."""

import re
from collections.abc import Mapping
from unicodedata import combining, normalize

from ..patterns import lazy
from .irregular import BASE_FORMS

_LEAST_BARE = 4
"""Minimum letters of a form that may be typed without its accents: "ne" is not "né"."""


def _as_typed(forms: Mapping[str, str]) -> dict[str, str]:
    bare = {"".join(c for c in normalize("NFD", form) if not combining(c)): base for form, base in forms.items()}
    return {form: base for form, base in bare.items() if len(form) >= _LEAST_BARE} | dict(forms)


FRENCH, SPANISH = _as_typed(BASE_FORMS["fr"]), _as_typed(BASE_FORMS["es"])
"""A form → its infinitive."""

_FRENCH_PREFIX = lazy(
    r"(ab|ac|ad|ap|com|contre|con|dis|d[eé]|entre|inter|in|main|ob|par|per|pour|pr[eé]|pro|r[eé]|sou|sur|trans)(\w{3,})"
)
_SPANISH_PREFIX = lazy(
    r"(ad|a|com|contra|con|des|de|dis|ex|im|inter|man|ob|o|per|pre|pro|re|sos|so|sus|su|trans)(\w{3,})"
)


def french(word: str) -> str:
    """Return the infinitive of a French form in lower case; the word itself where it is in no table."""
    return _base(word, FRENCH, _FRENCH_PREFIX)


def spanish(word: str) -> str:
    """Return the infinitive of a Spanish form in lower case; the word itself where it is in no table."""
    return _base(word, SPANISH, _SPANISH_PREFIX)


def _base(word: str, forms: Mapping[str, str], prefix: re.Pattern[str]) -> str:
    if word in forms:
        return forms[word]
    parted = prefix.fullmatch(word)
    return parted[1] + forms[parted[2]] if parted and parted[2] in forms else word
