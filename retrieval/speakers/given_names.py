"""Common given names of women and of men in six languages, in lower case without accents."""

from ..language.word_lists import word_sets

_LISTS = word_sets("given_names")

WOMEN, MEN, EITHER = _LISTS["women"], _LISTS["men"], _LISTS["either"]
"""Names in -a, "-а" and "-я" that are in none of these are women's; either has names that are used for both."""

TELLING = MEN | WOMEN
GIVEN = TELLING | EITHER
