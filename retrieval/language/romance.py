"""Forms of French and Spanish words that Snowball keeps apart: verbs, with a prefix or without ("mourir" and "mort"),
and nouns that it takes for verbs or that change their end."""

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


_NOUNS = {
    # actrice as acteur, étrangère as étranger
    "fr": ((lazy(r"(?<=\w\w)trices?$"), "teur"), (lazy(r"(?<=[cg])(h?)(?:[èe]res?|ers)$"), r"\1er")),
    # ciudades as ciudad, mujeres as mujer; voz as voces
    "es": ((lazy(r"(?<=\w[dt]ad)es$|(?<=\w\w[aei]r)(?<!inter)es$"), ""), (lazy(r"(?<=[aeiouáéíóú])z$"), "ce")),
}


@cache
def forms_as_typed(language: str) -> Mapping[str, str]:
    """Return the table of a language's irregular forms, with the longer ones also without their accents."""
    forms = base_forms(language)
    bare = {"".join(c for c in normalize("NFD", form) if not combining(c)): base for form, base in forms.items()}
    return {form: base for form, base in bare.items() if len(form) >= _LEAST_BARE} | dict(forms)


def base_form(language: str, word: str) -> str:
    """Return the base form of a French or Spanish word in lower case; the word itself where no table or rule has it."""
    forms = forms_as_typed(language)
    if word in forms:
        return forms[word]
    parted = _PREFIX[language].fullmatch(word)
    if parted and parted[2] in forms:
        return parted[1] + forms[parted[2]]
    for ending, instead in _NOUNS[language]:
        word = ending.sub(instead, word)
    return word
