"""Cleans raw text: removes invisible characters and collapses white space. Words stay as they are."""

import re

_LINE_BREAKS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\u00ad\u200b\ufeff\ufffe\uffff"  # soft hyphen, zero-width space, byte order mark
    "\u202a-\u202e\u2066-\u2069"  # overrides of the text direction, which can make a quote read backwards
    "\ud800-\udfff]"  # unpaired surrogates, from JSON escapes, which no encoding can write
)
_ENDS = " \t\u200e\u200f"


def clean_text(text: str) -> str:
    """Return the text with plain line breaks and without invisible characters."""
    return _INVISIBLE.sub("", _LINE_BREAKS.sub("\n", text))


def fold(text: str) -> str:
    """Return one line, white space (including no-break spaces) collapsed to single spaces, none at the ends."""
    return " ".join(text.split()).strip(_ENDS)


def clean_value(value: object) -> str | None:
    """Return a metadata value as one line; None if it is empty or not a plain value."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return fold(clean_text(str(value))) or None
