"""Raw text to clean lines: what no reader of an article sees is removed, white space is folded. Words stay."""

import re

_LINE_BREAKS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\u00ad\u200b\ufeff\ufffe\uffff"  # soft hyphen, zero-width space, byte order mark
    "\u202a-\u202e\u2066-\u2069"  # overrides of the reading direction: they can make a quote read backwards
    "\ud800-\udfff]"  # halves of a pair, from JSON escapes: no text encoding can write them
)
_ENDS = " \t\u200e\u200f"


def clean_text(text: str) -> str:
    """Return the text with plain line breaks and without invisible characters."""
    return _INVISIBLE.sub("", _LINE_BREAKS.sub("\n", text))


def fold(text: str) -> str:
    """Return one line: white space folded to single spaces (no-break ones too), none at the ends."""
    return " ".join(text.split()).strip(_ENDS)


def clean_value(value: object) -> str | None:
    """A piece of metadata as one line; None for nothing, and for what is no plain value."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return fold(clean_text(str(value))) or None
