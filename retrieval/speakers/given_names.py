"""Common given names of women and of men in six languages."""

from ..language.text import is_cyrillic, normal_form, without_accents
from ..language.word_lists import word_sets

_LISTS = word_sets("given_names")

WOMEN, MEN, EITHER = _LISTS["women"], _LISTS["men"], _LISTS["either"]
"""Names in -a, "-а" and "-я" that are in none of these are women's; either has names that are used for both."""

_GIVEN = WOMEN | MEN | EITHER


def as_listed(name: str) -> str:
    """Return a given name as the lists have it: in lower case, one in Latin letters without accents."""
    plain = normal_form(name)
    return plain if is_cyrillic(plain) else without_accents(plain)


def is_given(name: str) -> bool:
    """Return whether a word is a common given name."""
    return as_listed(name) in _GIVEN
