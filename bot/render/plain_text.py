"""Text that is safe to print: it controls no terminal and, if wanted, keeps to one line; numbers with their noun."""

import unicodedata

_HARMLESS = "\n\t\u200c\u200d\u00ad"
"""Line ends, joiners that scripts and emoji need, soft hyphens."""


def printable(text: str) -> str:
    """Return text that cannot control a terminal: each control or direction character becomes U+FFFD."""
    return text if text.isprintable() else "".join(map(_visible, text))


def one_line(text: str) -> str:
    """Return printable text without line breaks, which names of files may contain."""
    return printable(text).replace("\n", "\ufffd")


def counted(count: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 copy", "2 passages"."""
    return f"{count} {one if count == 1 else many or f'{one}s'}"


def _visible(character: str) -> str:
    steers = unicodedata.category(character) in {"Cc", "Cf", "Cs"} and character not in _HARMLESS
    return "\ufffd" if steers else character
