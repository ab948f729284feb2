"""The gender of a person as the text shows it: by title, given name, patronymic or surname. Pure.

None wherever nothing shows it; callers take that as "may be either".
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from ..language.text import normal_form
from ..patterns import lazy
from .cases import is_mans_genitive
from .given_names import EITHER, MEN, WOMEN, as_listed


class Gender(StrEnum):
    """Grammatical gender."""

    WOMAN = "f"
    MAN = "m"


_WOMANS = "Mrs|Ms|Miss|Mme|Mlle|Madame|Frau|Sra|Srta|Señora|Doña|Dame|Sister|Lady|пані|госпожа"
_MANS = "Mr|Herr|Herrn|Monsieur|Sr|Señor|Sir|Lord|Father|Brother|пан|господин"
FORMS_OF_ADDRESS = f"{_WOMANS}|{_MANS}|M|Dr|Prof"
"""They stand before a surname in place of a given name."""
_TITLES = {
    Gender.WOMAN: lazy(rf"(?<!\w)(?:{_WOMANS})(?!\w)", re.IGNORECASE),
    Gender.MAN: lazy(rf"(?<!\w)(?:{_MANS}|Don)(?!\w)|(?<!\w)(?:M\.|Jean-\w)", re.IGNORECASE),
}
_SURNAME = {
    Gender.WOMAN: lazy(r"\w{2}(?:[оеё]ва|[иы]на|[сцз]ь?кая|[сцз]ька|ная|ая|єва|їна)$"),
    Gender.MAN: lazy(r"\w{2}(?:[оеёє]в|[иы]н|[сцз]ь?кий|ый|ий)$"),
}
"""Endings of Russian and Ukrainian surnames."""


def of_person(name: str, around: str = "") -> Gender | None:
    """Return the gender of a person.

    Args:
        name: as complete as the text gives it, in the nominative.
        around: the text before the name in its sentence, with any title.
    """
    return _shown(_TITLES, around) or _shown(_TITLES, name) or _named(name)


def _shown(patterns: Mapping[Gender, re.Pattern[str]], words: str) -> Gender | None:
    return next((it for it, pattern in patterns.items() if pattern.search(words)), None)


@lru_cache(maxsize=4_096)
def _named(name: str) -> Gender | None:
    words = [normal_form(word) for word in re.findall(r"[^\W\d_]{2,}", name)]
    given = next((it for word in words[:-1] if (it := _listed(word))), None)
    if given is None and len(words) > 1:
        given = _by_ending(words[-2])
    surname = _shown(_SURNAME, words[-1]) if words else None
    return None if given and surname and given != surname else given or surname


def _listed(word: str) -> Gender | None:
    plain = as_listed(word)
    return Gender.MAN if plain in MEN or is_mans_genitive(word) else Gender.WOMAN if plain in WOMEN else None


def _by_ending(given: str) -> Gender | None:
    if len(given) < 3 or given in EITHER:
        return None
    if given.endswith(("a", "а", "я")):
        return Gender.WOMAN
    return Gender.MAN if given.endswith(("o", "о")) or re.search(r"[бвгджзйклмнпрстфхцчшщ]$", given) else None


_PRONOUNS = {
    Gender.WOMAN: lazy(r"(?<!\w)(?:she|her|sie|ella|elle|она|её|ее|вона|її|неё|нею)(?!\w)", re.IGNORECASE),
    Gender.MAN: lazy(r"(?<!\w)(?:he|him|his|er|él|il|lui|он|его|він|його|ним)(?!\w)", re.IGNORECASE),
}


def of_pronoun(words: str) -> Gender | None:
    """Return the gender that "he said" or "по её словам" shows."""
    return _shown(_PRONOUNS, words)
