"""The languages of conversations; no other module names them."""

from collections.abc import Mapping

from .english import ENGLISH
from .french import FRENCH
from .german import GERMAN
from .grammar import Grammar
from .russian import RUSSIAN
from .spanish import SPANISH
from .ukrainian import UKRAINIAN

GRAMMARS: Mapping[str, Grammar] = {
    "en": ENGLISH, "ru": RUSSIAN, "uk": UKRAINIAN, "de": GERMAN, "es": SPANISH, "fr": FRENCH,
}  # fmt: skip
"""Grammars by language code."""


def as_said(kind: str) -> str:
    """Return one pattern for a field of `Sayings`, with the alternatives of all languages."""
    return "|".join(filter(None, (getattr(grammar.sayings, kind) for grammar in GRAMMARS.values())))
