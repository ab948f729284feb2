"""Forms of French and Spanish verbs that Snowball keeps apart, with a prefix or without: "mourir" and "mort"."""

from collections.abc import Mapping
from functools import cache
from unicodedata import combining, normalize

from ..patterns import lazy
from .irregular import base_forms

_LEAST_BARE = 4
"""Minimum letters of a form that may be typed without its accents: "ne" is not "né"."""

_PREFIX = {
    "fr": lazy(
        r"(ab|ac|ad|ap|com|contre|con|dis|d[eé]|entre|inter|in|main|ob|par|per|pour|pr[eé]|pro|r[eé]|sou|sur|trans)(\w{3,})"
    ),
    "es": lazy(r"(ad|a|com|contra|con|des|de|dis|ex|im|inter|man|ob|o|per|pre|pro|re|sos|so|sus|su|trans)(\w{3,})"),
}


@cache
def forms_as_typed(language: str) -> Mapping[str, str]:
    """Return the table of a language's irregular forms, with the longer ones also without their accents."""
    forms = base_forms(language)
    bare = {"".join(c for c in normalize("NFD", form) if not combining(c)): base for form, base in forms.items()}
    return {form: base for form, base in bare.items() if len(form) >= _LEAST_BARE} | dict(forms)


def infinitive(language: str, word: str) -> str:
    """Return the infinitive of a French or Spanish form in lower case; the word itself where it is in no table."""
    forms = forms_as_typed(language)
    if word in forms:
        return forms[word]
    parted = _PREFIX[language].fullmatch(word)
    return parted[1] + forms[parted[2]] if parted and parted[2] in forms else word
