"""Which languages a conversation may be in: the only place where they are named."""

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
"""By language code."""


def as_said(kind: str) -> str:
    """Return one pattern of what is said in all languages, by the name of its field in `Sayings`."""
    return "|".join(filter(None, (getattr(grammar.sayings, kind) for grammar in GRAMMARS.values())))
