"""Division of a text into paragraphs, sentences and quotations, and which paragraphs are headings. Pure."""

import re

from ..patterns import CAPITAL, lazy
from ..types import PARAGRAPH_BREAK
from .months import MONTH, SHORT_MONTH

MAX_HEADING_WORDS = 14
"""The most words of a heading."""

QUESTION_MARKS = ("?", "？", "؟")
_STOPS = "。！।॥۔։።"
_ALWAYS = f"{_STOPS}？؟"
"""Marks that do nothing but end a sentence: of Chinese and Japanese, Hindi, Urdu, Armenian, Amharic, Arabic."""
# An end of a sentence: its mark, closing quotes and brackets, white space. Bounded, so nothing can blow up.
_END = lazy(
    rf"[.!?…{_ALWAYS}]{{1,8}}(?:[\"'”’»“)\]]|[ \u00a0\u202f]»){{0,4}}(?=\s|\Z)|[。！？](?!」[とっ])[”’」』）]{{0,4}}|\n"
)
OPENING = " \"'“‘«„([—–-¿¡"
"""Characters that may precede the first word of a sentence."""

_ABBREVIATIONS = frozenset(
    # English
    "mr mrs ms messrs dr prof gen col lt sgt capt rep reps sen sens gov pres st mt ft jr sr vs etc inc ltd co corp "
    "dept univ assn vol ed eds jan feb mar apr jun jul aug sep sept oct nov dec approx est rev hon maj cmdr adm "
    "e.g i.e a.m p.m "
    # German
    "bzw usw z.b d.h u.a i.d.r mio mrd evtl ggf ca hr fr dipl ing med abs bd tel sog vgl inkl tsd gem fa "
    # French, Spanish
    "m mm mme mlle av avda env sra srta sr dra gral lic ud uds ee.uu ee uu pág "
    # Russian, Ukrainian
    "г гг в вв рр ул д н т к кв стр тыс тис млн млрд руб грн коп т.е т.д т.п т.к и.о им см напр др проф акад гр р ст п "
    "обл м с"
    .split()
)  # fmt: skip
_BEFORE_NUMBERS = frozenset(
    "no nos nr núm art sec fig figs pp p ch chap cap éd c aprox gegr kl kap ziff рис ч пп абз буд корп".split()
)
"""Abbreviations only before a number; otherwise ordinary words: "He said no. Marta left."."""
_UNITS = frozenset("тыс тис млн млрд руб грн коп".split())
_WORD_BEHIND = lazy(r"(?!Гкал|[ВГ][тц]\b)[А-ЯЁІЇЄҐ](?:[а-яёіїєґ]|\s)")
"""Follows a unit only in the next sentence: "131 руб. Льготы сохранены.", but "2 млн. США", "5 тыс. Гкал"."""
_NEVER_LAST = frozenset(
    "mr mrs ms dr prof gen col lt sgt capt pfc rep sen gov hr hrn dipl dr.-ing dipl.-ing sra srta dña mme mlle mgr"
    " им ім ул вул пл пер просп св наб смт проф акад".split()
)
_MONTH = lazy(rf"(?:{MONTH}|{SHORT_MONTH})(?!\w)", re.IGNORECASE)
_SHORT_MONTH = lazy(SHORT_MONTH, re.IGNORECASE)
_YEAR = lazy(r"(?:19|20)\d\d(?!\d)")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of a text's sentences, in order, without the white space between them.

    A punctuation mark ends a sentence unless it belongs to an abbreviation, an initial or an ordinal ("3. Mai"), or a
    lower-case letter follows (“Really?” he asked). Together the spans hold every character that is not white space.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if text[match.start()] == "\n" or _ends_sentence(text, start, match):
            _append(spans, text, start, match.end())
            start = match.end()
    _append(spans, text, start, len(text))
    return spans


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    if stripped := piece.strip():
        begin = start + piece.index(stripped[0])
        spans.append((begin, begin + len(stripped)))


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    if match.group()[0] in _ALWAYS:
        return True
    following = text[match.end() : match.end() + 12].lstrip()
    head = following.lstrip(OPENING)
    if head and head[0].islower():
        return False
    if match.group() != ".":
        return match.group()[0] != "?" or _ASKER.match(text, match.end()) is None
    last = _LAST.search(text[max(start, match.start() - 12) : match.start()])
    word = last.group() if last else ""
    if word.isdigit() and len(word) <= 2 and _counts_on(text, start, match.start(), head):
        return False
    return not _abbreviates(word, head) and not _is_dateline(text, start, match.start())


_LAST = lazy(r"(?:(?<!\w)[^\W\d_]\.\s(?=[^\W\d_]$))?[^\s(\[“„«\"'—–]{0,12}$")
"""The last word before a full stop, or the two letters of an abbreviation: "u. a."."""
_ASKER = lazy(r"\s\([^()\n]{1,60}(?<![.!?])\)(?=\n|$)")
"""Who asks a question, in brackets behind it: "Can I burn it off? (J. F., Hob Moor)"."""


def _is_dateline(text: str, start: int, end: int) -> bool:
    """Return whether the beginning of a paragraph is only its dateline: place, day and agency.

    "BREMEN.", "КИЕВ, 5 марта. /ТАСС/.": as a sentence of its own it would be quoted, though it says nothing.
    """
    if end - start > _MAX_DATELINE or (start and text[start - 1] != "\n"):
        return False
    head = text[start:end].strip()
    # First a look at the place's first letters: few sentences begin so, and the pattern takes 5 ms to compile.
    return head[:3].isupper() and (match := _DATELINE.fullmatch(head)) is not None and match["place"].isupper()


_MAX_DATELINE = 60
"""More than a place, a day and an agency take."""
_DATELINE = lazy(
    r"(?P<place>[^\W\d_]{3,}(?:[ -][^\W\d_]{2,}){0,3})"
    rf"(?:,\s\d{{1,2}}\.?\s(?:{MONTH}|{SHORT_MONTH})|,\s(?:{MONTH}|{SHORT_MONTH})\.?\s\d{{1,2}})?"
    r"(?:,?\s\d{4}(?:\s[гр])?)?(?:\.?\s(?:/[^/\n]{2,30}/|\([^()\n]{2,30}\)))?",
    re.IGNORECASE,
)


def _counts_on(text: str, start: int, end: int, following: str) -> bool:
    """Return whether a number before a full stop is a list item's, or an ordinal: "im 2. Jahrhundert", "am 3. 5."."""
    if end - start <= 4 and text[start:end].strip().isdigit():
        return True
    if _OF_MONTH.match(following) or (_YEAR.match(following) and _DAY_BEFORE.search(text, max(start, end - 6), end)):
        return True
    near = max(start, end - 18)
    return _LISTED.search(text, near, end) is not None or _GERMAN_ORDINAL.search(text, near, end) is not None


_OF_MONTH = lazy(r"(?:0?[1-9]|1[0-2])\.(?=[\s,;])")
_DAY_BEFORE = lazy(r"(?<!\d)\d{1,2}\.\s\d{1,2}$")
_LISTED = lazy(r"[:;]\s?\d{1,2}$")
_INITIAL = lazy(r"[^\W\d_]\.")
_GERMAN_ORDINAL = lazy(
    r"\b(?:der|die|das|dem|den|des|im|am|vom|zum|zur|beim|ins)\s(?:\d{1,2}\.(?:,|\s(?:und|bis|oder))\s)?\d{1,2}$",
    re.IGNORECASE,
)


def _abbreviates(word: str, following: str) -> bool:
    letter = re.sub(r".*\s", "", word)
    if len(letter) == 1 and letter.isalpha() and (letter.isupper() or _INITIAL.match(following)):  # J. Smith, z. B.
        return True
    plain = re.sub(r"\s", "", word.casefold())
    if plain in _NEVER_LAST:
        return True
    if plain in _BEFORE_NUMBERS or plain.endswith("str"):
        return following[:1].isdigit()
    if _YEAR.match(following) and _SHORT_MONTH.fullmatch(plain):
        return True
    if plain in _ABBREVIATIONS or re.fullmatch(r"(?:[^\W\d_]\.-?)+[^\W\d_]", plain):  # U.S · J.-P · т.е
        begins = _starts_common_sentence(following) or (plain in _UNITS and _WORD_BEHIND.match(following))
        return bool(following) and not begins
    return word.isdigit() and len(word) <= 2 and bool(_MONTH.match(following))


_STARTERS = lazy(
    r"(?:the|a|an|this|that|these|those|he|she|it|they|we|i|but|and|in|on|at|for|as|if|when|after|before|there|his|her|its|their|"
    r"der|die|das|er|sie|es|ein|eine|aber|und|el|la|los|las|un|una|pero|le|les|une|il|elle|mais|"
    r"он|она|они|это|но|в|на|по|мы|я|вона|він|вони|це|але|у)\b",
    re.IGNORECASE,
)


def _starts_common_sentence(following: str) -> bool:
    return bool(_STARTERS.match(following)) and following[0].isupper()


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the spans of a body's paragraphs, in order."""
    spans, start = [], 0
    for block in text.split(PARAGRAPH_BREAK):
        spans.append((start, start + len(block)))
        start += len(block) + len(PARAGRAPH_BREAK)
    return [span for span in spans if span[0] < span[1]]


def is_heading(paragraph: str) -> bool:
    """Return whether a paragraph may head the next one: it is short and has no closing punctuation."""
    return len(paragraph.split()) <= MAX_HEADING_WORDS and not is_closed(paragraph)


def is_row(paragraph: str) -> bool:
    """Return whether a paragraph is a row of a table, or an item with its price: it has values and no closing mark."""
    has_mark = ":" in paragraph or ";" in paragraph  # most have none, and every sentence read is looked at
    return has_mark and _VALUE.match(paragraph) is not None and not is_closed(paragraph)


_VALUE = lazy(r"[^:;]*(?:;|:.*[;\d])")  # from the start on: searched for at every colon, a million would take forever


def signs(line: str) -> bool:
    """Return whether a line is the name under a reader's letter: "— Carol", "Peter Quill, Haverness"."""
    return _SIGNATURE.fullmatch(line) is not None


_SIGNATURE = lazy(
    rf"[—–] ?{CAPITAL}[^\n:.;?!]{{0,40}}"
    rf"|{CAPITAL}[\w'’.-]*(?: (?:\w{{2,3}} )?{CAPITAL}[\w'’.-]*){{1,3}}, {CAPITAL}[\w'’ -]{{0,30}}"
)


def is_closed(paragraph: str) -> bool:
    """Return whether a paragraph ends with the punctuation of a statement or of speech."""
    return _CLOSED.search(paragraph) is not None


_CLOSED = lazy(rf"[.!…;{_STOPS}][\"'”’»“«)\]]*$|(?<![\w%])(?<![\w%]\s)[\"”’»“«]$")
"""What ends with a quoted word instead is a heading: a fact check's claim, "«Boiled water is safe»"."""


_TURNED = re.compile(r"(?:^|[\s(])»(?=\w)")


def asks(sentence: str) -> bool:
    """Return whether a sentence is a question, whether or not it says who asks."""
    if sentence.endswith(")"):
        sentence = _ASKER.sub("", sentence)
    return sentence.rstrip(' ”"»’)“!…\n').endswith(QUESTION_MARKS)


def quotations(text: str) -> list[tuple[int, int]]:
    """Return the spans of quotations, marks included; a mark without its partner opens none.

    German may turn guillemets round, »Ja«: they are read so where » opens a word. What „ opens is often closed by the
    mark that is on the keyboard: „Ja”, „Ja".
    """
    pairs = [("“", "”"), ("»", "«") if _TURNED.search(text) else ("«", "»")]
    spans = [span for opening, closing in pairs for span in _between(text, opening, closing)]
    closing = next((mark for mark in "“”" if mark in text), '"') if "„" in text else ""
    if closing:
        spans = [span for span in spans if text[span[0]] != "“"] + _between(text, "„", closing)
    straight = [match.start() for match in re.finditer('"', text)]
    if closing != '"' and len(straight) % 2 == 0:
        spans += [(start, end + 1) for start, end in zip(straight[::2], straight[1::2], strict=True)]
    return sorted(spans)


def _between(text: str, opening: str, closing: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = text.find(opening)
    while start >= 0 and (end := text.find(closing, start)) >= 0:
        spans.append((start, end + 1))
        start = text.find(opening, end + 1)
    return spans
