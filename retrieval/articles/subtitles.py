"""Reads subtitles (.srt, .vtt): cues joined to paragraphs, one or more per speaker, without times and markup."""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from math import inf

from ..patterns import CAPITAL
from ..types import Article, ReadOptions
from .assemble import assemble
from .boilerplate import Block, Kind, Origin
from .clean import clean_text, fold
from .decoding import decode
from .document import Document

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d\d)[.,](\d{1,3})"
BEGINNING = re.compile(rf"\s*(?:WEBVTT\b|\d+[ \t]*\r?\n[ \t]*{_TIME}[ \t]*-->)")
"""The beginning of a file: WebVTT's own, or the number and the time of SubRip's first cue."""
_CUE = re.compile(
    rf"(?:^[ \t]*\d+[ \t]*\n|(?<=\n\n)[^\n]+\n)?^[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}[^\n]*\n?", re.MULTILINE
)
"""The lines above the text of a cue: its number or name, and its time."""
_ASIDE = re.compile(r"(?:\A|\n)\n(?:NOTE|STYLE|REGION)\b.*?(?=\n\n|\Z)", re.DOTALL)
_VOICE = re.compile(r"<v[.\w]*[ \t]+([^>\n]{1,80})>")
_MARKUP = re.compile(r"</?[a-z\d][^<>\n]{0,200}>|\{\\[^{}\n]{0,80}\}", re.IGNORECASE)
_SOUND = re.compile(r"[\[(][^\])]*[\])]|[♪♫].*")
"""A line that describes a sound, or is sung."""
_SOUND_GOES_ON = re.compile(
    r"^((?:<[^<>\n]*>|\{[^{}\n]*\})*[\[(♪♫][^\])♪♫\n]*)\n(?=[^\[(♪♫\n]*[\])♪♫](?:<[^<>\n]*>)*[ \t]*$)", re.MULTILINE
)
"""The end of a line within such a description."""
_NAMED = re.compile(rf"\[({CAPITAL}[^\]:]{{1,40}})\][:\s]\s*(?=\S)")
_TURN = re.compile(rf"{CAPITAL}[\w.'’-]*(?:\s{CAPITAL}[\w.'’-]*){{0,3}}:\s")
"""A name with a colon, before what another speaker says after the end of a sentence."""
_SURE = re.compile(r"(?:[-–—]|>>+)\s?\S|[^\W\d_a-zß-öø-ÿа-яё]{2}[^a-zß-öø-ÿа-яё:]{0,40}:\s")
"""The same at any place: a dash, or a name in capitals."""
_PAUSE = 1.0
"""Seconds without a subtitle after which a sentence begins a paragraph."""
_WORDS = 100
"""Length from which a paragraph ends with a sentence; half as much again, anywhere, in texts without full stops."""


def read(document: Document, options: ReadOptions) -> Iterator[Article]:
    """Yield the single article of a file."""
    blocks = list(_paragraphs(clean_text(decode(document.read()))))
    yield assemble(document, options, blocks, {}, origin=Origin.WRITTEN)


def _paragraphs(text: str) -> Iterator[Block]:
    pending: list[str] = []
    words = 0
    for line, pause in _lines(text):
        ended = bool(pending) and Block(pending[-1]).ends
        full = (words >= _WORDS and ended) or words >= 1.5 * _WORDS
        if pending and (full or pause == inf or (ended and (pause > _PAUSE or _TURN.match(line))) or _SURE.match(line)):
            yield Block(fold(" ".join(pending)), kind=Kind.PARAGRAPH)
            pending, words = [], 0
        pending.append(line)
        words += len(line.split())
    if pending:
        yield Block(fold(" ".join(pending)), kind=Kind.PARAGRAPH)


def _lines(text: str) -> Iterator[tuple[str, float]]:
    """Yield each line of the cues, with the seconds without subtitles before it, endless before another speaker.

    Lines that roll up are in several cues, and yielded once.
    """
    before: set[str] = set()
    speaker, end = "", 0.0
    cues = list(_CUE.finditer(text))
    ends = [*(cue.start() for cue in cues), len(text)][1:]
    for cue, until in zip(cues, ends, strict=True):
        said = _SOUND_GOES_ON.sub(r"\1 ", _ASIDE.sub("", text[cue.end() : until]))
        pause = _seconds(cue.groups()[:4]) - end
        shown: set[str] = set()
        for line in said.split("\n"):
            voice = _VOICE.search(line)
            bare = fold(clean_text(unescape(_MARKUP.sub("", line))))
            if not bare or _SOUND.fullmatch(bare):
                continue
            shown.add(bare)
            if bare in before:
                continue
            if voice and voice[1] != speaker:
                speaker, pause = voice[1], inf
                bare = f"{fold(speaker)}: {bare}"
            yield _NAMED.sub(r"\1: ", bare), pause
            pause = 0.0
        before, end = shown, _seconds(cue.groups()[4:])


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds, fraction = (int(part or 0) for part in parts)
    return 3600 * hours + 60 * minutes + seconds + fraction / 1000
