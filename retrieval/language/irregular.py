"""Irregular forms of words, by language: no suffix leads from "paid" to "pay", from "mort" to "mourir"."""

from collections.abc import Mapping
from functools import cache

from .word_lists import word_lists


@cache
def base_forms(language: str) -> Mapping[str, str]:
    """Return a language's table from each irregular form, in lower case, to its base form.

    Instead of that it may be another form with the stem of all others: "писем" → "письма".
    """
    rows = map(str.split, word_lists("irregular")[language].splitlines())
    return {form: base for base, *forms in rows for form in forms}
