"""Catalogues of sentences: `<language>.toml` in this folder maps keys to sentences with `{names}` to be filled in.

A sentence that depends on a number is a table of plural forms. Knows nothing of Telegram or HTML.
"""

import tomllib
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

DEFAULT = "en"

Sentence = str | dict[str, str]


class Words:
    """The sentences of one language."""

    __slots__ = ("_sentences", "language")

    def __init__(self, language: str, sentences: Mapping[str, Sentence]) -> None:
        self.language = language
        self._sentences = sentences

    def __call__(self, key: str, **values: object) -> str:
        """Return a sentence with its values filled in; `count` selects the plural form."""
        sentence = self._sentences[key]
        if isinstance(sentence, dict):
            count = values["count"]
            if not isinstance(count, int):
                raise TypeError(f"{key}: count must be a number")
            sentence = sentence[_PLURALS[self.language](count)]
        return sentence.format(**values)

    def raw(self) -> Mapping[str, Sentence]:
        """Return all sentences, unfilled."""
        return self._sentences


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a catalogue, the default first."""
    return tuple(_PLURALS)


def name_of(language: str) -> str:
    """Return what a language calls itself, which whoever reads it understands; its code if that is not known here."""
    return _NAMES.get(language, language)


def words_in(language: str | None) -> Words:
    """Return the catalogue for a language code in Telegram's form (`de`, `pt-BR`); the default for unknown codes."""
    code = (language or "")[:2].lower()
    return _load(code if code in _PLURALS else DEFAULT)


@lru_cache
def _load(language: str) -> Words:
    text = Path(__file__).with_name(f"{language}.toml").read_text(encoding="utf-8")
    return Words(language, tomllib.loads(text))


def _one_other(count: int) -> str:
    return "one" if count == 1 else "other"


def _zero_is_one(count: int) -> str:
    """Return the plural form of French for a whole number below a million (CLDR)."""
    return "one" if count < 2 else "other"


def _one_few_many(count: int) -> str:
    """Return the plural form of East Slavic languages for a whole number (CLDR)."""
    if count % 10 == 1 and count % 100 != 11:
        return "one"
    if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14):
        return "few"
    return "many"


_NAMES = {
    "ar": "العربية", "be": "Беларуская", "bg": "Български", "cs": "Čeština", "da": "Dansk", "de": "Deutsch",
    "el": "Ελληνικά", "en": "English", "es": "Español", "et": "Eesti", "fa": "فارسی", "fi": "Suomi", "fr": "Français",
    "he": "עברית", "hi": "हिन्दी", "hr": "Hrvatski", "hu": "Magyar", "it": "Italiano", "ja": "日本語", "ko": "한국어",
    "lt": "Lietuvių", "lv": "Latviešu", "nl": "Nederlands", "no": "Norsk", "pl": "Polski", "pt": "Português",
    "ro": "Română", "ru": "Русский", "sk": "Slovenčina", "sr": "Српски", "sv": "Svenska", "tr": "Türkçe",
    "uk": "Українська", "zh": "中文",
}  # fmt: skip
"""Languages that articles are most often in."""

_PLURALS: dict[str, Callable[[int], str]] = {
    "en": _one_other,
    "ru": _one_few_many,
    "de": _one_other,
    "es": _one_other,
    "fr": _zero_is_one,
    "uk": _one_few_many,
}
