"""Decodes bytes: byte order marks, UTF-16 without one, ISO-2022-JP, UTF-8, then the encoding of the likeliest text."""

import codecs
import re

from ..language.stop_words import STOP_WORDS
from .failure import UnreadableError, empty_file

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, because it begins with UTF-16's mark
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_LEGACY = (
    "windows-1252 windows-1251 windows-1250 koi8-r koi8-u cp866 iso-8859-5 iso-8859-2 "
    "windows-1254 windows-1253 windows-1255 windows-1256"
).split()
_OF_HOSTS = ("idna", "punycode")
"""Encodings of host names, which nobody writes a text in, and which take quadratic time."""
_EAST_ASIAN = ("gb18030", "cp932", "euc-jp", "cp949", "big5")
_MEANT = {
    "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949",
}  # fmt: skip
"""What browsers decode instead of an encoding that is declared, since Windows wrote the larger one under its name."""

_SAMPLE_BYTES = 100_000
"""Bytes examined of a large file; the rest would tell the same."""
_WORD_BYTES = 100
"""Room for the beginning of a word."""
_WORD = re.compile(r"[^\W\d_]+")
_ALL_STOP_WORDS = frozenset(word for words in STOP_WORDS.values() for word in words if not word.isascii())

_ODD = re.compile(r"[a-zà-ÿа-я][A-ZÀ-ÞА-Я]|[∙√\u2500-\u25ff\ufffd¤]|[a-zÀ-ɏ][\u0370-\u06ff]|[\u0370-\u06ff][a-zÀ-ɏ]")
"""Signs of a wrong encoding: a capital after a small letter in a word, box-drawing signs, two scripts in a word."""
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_STRAY_CONTROLS = 8
_BINARY_SHARE = 0.02
"""A text with more control characters than a few strays plus this share is binary."""


def decode(content: bytes, *, declared: str | None = None) -> str:
    """Return the text of some bytes; `declared` is the encoding that the format itself names.

    Raises UnreadableError if there is nothing, or no text.
    """
    if not content.strip():
        raise empty_file()
    text = _decoded(content, declared)
    if not text.strip("\ufeff \t\r\n"):
        raise empty_file()
    if _binary(text):
        raise UnreadableError(
            "this is a binary file, not text",
            "save the article as .txt, .md, .html, .docx, .odt, .pdf, .epub or .jsonl",
        )
    return text


def _decoded(content: bytes, declared: str | None) -> str:
    marked = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)
    if certain := marked or _wide(content) or _escaped(content):
        return content.decode(certain, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        first = error.start
    if declared and (text := _by_name(content, declared)) is not None:
        return text
    if _nearly_utf8(content[: first + _SAMPLE_BYTES]):
        return content.decode("utf-8", "replace")
    # What precedes is mostly ASCII, which reads the same in every encoding.
    return content.decode(_guess(content[max(0, first - _WORD_BYTES) :][:_SAMPLE_BYTES]), "replace")


def _by_name(content: bytes, name: str) -> str | None:
    """Decode with the declared encoding; None if it does not exist or yields no proper text."""
    try:
        encoding = codecs.lookup(name).name
        encoding = _MEANT.get(encoding, encoding)
        text = "\ufffd" if encoding in _OF_HOSTS else content.decode(encoding, "replace")
    except (LookupError, UnicodeError):
        return None
    return text if text.count("\ufffd") * 100 <= len(text) else None


def _wide(content: bytes) -> str | None:
    """Return the variant of UTF-16 without a byte order mark.

    Every other byte is 0 in ASCII, of which spaces are, and 4 in Cyrillic; UTF-8 has neither.
    """
    sample = content[:4096].replace(b"\4", b"\0")
    if sample.count(0) < max(4, len(sample) / 50):
        return None
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    if odd > 9 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 9 * odd else None


def _escaped(content: bytes) -> str | None:
    """Return ISO-2022-JP, an encoding of Japanese mails in ASCII bytes, if the first escape is one of its own."""
    return "iso-2022-jp" if content.startswith((b"\x1b$B", b"\x1b$@"), content.find(b"\x1b")) else None


def _nearly_utf8(content: bytes) -> bool:
    """Return whether it is UTF-8 with a few damaged characters: most non-ASCII bytes still form valid sequences."""
    text = content.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    return len(text) - len(text.encode("ascii", "ignore")) - damaged > 20 * damaged


def _guess(sample: bytes) -> str:
    """Return the legacy encoding in which the most words are stop words of some language; Western European on a tie.

    Only stop words with non-ASCII letters count, because the others read the same in every candidate.
    """
    return max((*_LEGACY, *_EAST_ASIAN), key=lambda encoding: _likeness(sample, encoding))


def _likeness(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, "replace")
    if encoding in _EAST_ASIAN:
        # Without spaces between words, the test is whether nearly all of it decodes to the script's common characters.
        common = len(re.findall(r"[的一是不了在人有我他这の、。をにはがと은는이가을를다에的是不我一有大在人了]", text))
        # The codes of Chinese and Japanese overlap, but only Japanese contains kana.
        kana = 0 if encoding in ("cp932", "euc-jp") else len(re.findall(r"[\u3040-\u30ff]", text))
        return common - 2 * kana - 20 * text.count("\ufffd")
    letters = [char for char in text if char > "\x7f" and char.isalpha()]
    hits = sum(word in _ALL_STOP_WORDS for word in _WORD.findall(text.lower()))
    odd = len(_ODD.findall(text))
    small = sum(char.islower() for char in letters)
    return hits + small / (len(letters) + 1) - odd


def _binary(text: str) -> bool:
    sample = text[:_SAMPLE_BYTES]
    return len(_CONTROLS.findall(sample)) > _STRAY_CONTROLS + _BINARY_SHARE * len(sample)
