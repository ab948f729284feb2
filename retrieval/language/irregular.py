"""Irregular forms of words, by language: no suffix leads from "paid" to "pay", from "mort" to "mourir"."""

from .word_lists import word_lists


def _base_forms(table: str) -> dict[str, str]:
    """Return form → base form, from a table with a base form and its other forms in each line."""
    return {form: base for base, *forms in map(str.split, table.splitlines()) for form in forms}


BASE_FORMS = {language: _base_forms(table) for language, table in word_lists("irregular").items()}
"""An irregular form, in lower case → its base form, or another form with the stem of all others: "писем" → "письма"."""
