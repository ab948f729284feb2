"""Article → passages: spans of text that are searched as one unit, cut at paragraph and sentence ends.

Pure; knows no embedding model. The index embeds a passage that is too long for the model in windows.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from functools import lru_cache
from hashlib import blake2b

from .language.sentences import asks, is_heading, is_row, paragraphs, quotations, sentences, signs
from .patterns import lazy
from .types import PARAGRAPH_BREAK, Article, Passage

VERSION = 18
"""Increment when the same article would give other passages or sentences, or another headline."""

MIN_WORDS = 15
"""A shorter paragraph (a subheading, a line of dialogue) says too little on its own and is joined to a neighbour."""

MAX_WORDS = 400
"""A longer paragraph is cut. Pieces of one paragraph compete with each other, and full-text search sees only some of
its words in each: cut at a model's 256 tokens, nDCG@10 of mtrag-un is 0.90, whole 0.94; of cranfield 0.42 and 0.44."""

MAX_QUESTION_WORDS = 40
"""A paragraph of at most this many words that ends with a question is joined to the next, which answers it: "My hedge
is too high. May I cut it?"."""

_GIVES_REASON = lazy(
    r"(?:(?:the|der|die|la|le|el)\s)?(?:main\s)?(?:reason|cause|(?:haupt)?grund|gründe|(?:haupt)?ursache|raison|motivo|causa"
    r"|razón|причин(?:[аи]|ою|ой))(?!\w)",
    re.IGNORECASE,
)
"""Opens a paragraph that is about the one above, and names nothing of it: "The reason is a broken pipe."."""

CHARS_A_WORD = 12
"""This many characters without white space count as a word: for scripts without spaces and encoded blobs."""

_MARKED = lazy(r"[-–*•]\s")
"""Begins an item of a list; a closed sentence behind it may be somebody's turn in a conversation."""

Span = tuple[int, int]


def split(article: Article) -> list[Passage]:
    """Split an article into passages: its paragraphs, short ones joined, long ones cut.

    Returns:
        Passages in order; none overlap, and together they hold every character but white space.
    """
    pieces: list[Span] = []
    for span in _join_short(article.text, _headed(article.text, paragraphs(article.text))):
        pieces += [span] if _fits(article.text, span) else _cut(article.text, span)
    return _passages(article, pieces)


def heading_above(text: str, start: int) -> str | None:
    """Return the subheading above a passage, unless the passage begins with it."""
    spans = _subheadings(text)
    last = bisect_right(spans, start, key=lambda span: span[0]) - 1
    return text[slice(*spans[last])] or None if last >= 0 and spans[last][0] < start else None


@lru_cache(maxsize=16)
def headline(title: str | None, text: str) -> str:
    """Return an article's title with its standfirst: a short first paragraph that sums up the whole article.

    In a text with sections the first paragraph sums up the first section only, so it is not taken. Questions, as in an
    interview, head no sections, unless they tell whose they are first: "I have a cough. Is it bad?".
    """
    first, more, _ = text.partition(PARAGRAPH_BREAK)
    below = next((text[start:end] for start, end in _subheadings(text) if 0 < start < end), None)
    sections = below is not None and not (asks(below) and len(sentences(below)) == 1)
    alone = more and not sections and not asks(first)
    standfirst = first if alone and _length(first) in _STANDFIRST_WORDS else None
    return " – ".join(filter(None, (title, standfirst)))


_STANDFIRST_WORDS = range(10, 26)
"""Length of a standfirst in words. Of nine test sets that have such paragraphs, nDCG@10 rises on six by .003 to .040
and falls on three by .004 to .006 (multilingual); with up to 40 words, the length of a first paragraph of news, it
rises on five by .002 to .040 and falls on four by .001 to .020. Help pages, which have subheadings, lose .005 if those
of texts with sections are taken too."""


@lru_cache(maxsize=16)
def _subheadings(text: str) -> tuple[Span, ...]:
    """Return the spans of subheadings, alone between paragraphs; an empty span for a line that may also end a list.

    A line that only short lines follow, such as a letter's signature, is no subheading, nor is a signature above one.
    """
    found: list[Span] = []
    lines = [(span, text[slice(*span)]) for span in paragraphs(text)]
    short = [is_heading(line) for _, line in lines]
    bare = [is_short and not is_row(line) for is_short, (_, line) in zip(short, lines, strict=True)]
    while bare and bare[-1]:
        bare.pop()
    for at, (span, line) in enumerate(lines[: len(bare)]):
        if not bare[at] or line.endswith((",", ":")) or not line.lstrip('"“„«»‘ \u00a0\u202f')[:1].isupper():
            continue
        if bare[at + 1] and signs(line):
            continue
        if at == 0 or not short[at - 1] or signs(lines[at - 1][1]):
            found.append(span)
        elif not short[at + 1]:
            found.append((span[0], span[0]))
    return tuple(found)


def _length(text: str) -> int:
    """Return the length of a text in words."""
    return max(len(text.split()), len(text) // CHARS_A_WORD)


def _fits(text: str, span: Span) -> bool:
    return _length(text[span[0] : span[1]]) <= MAX_WORDS


def _passages(article: Article, spans: Sequence[Span]) -> list[Passage]:
    seen: dict[str, int] = {}
    passages: list[Passage] = []
    paragraph, counted = 1, 0
    for ordinal, (start, end) in enumerate(spans, 1):
        text = article.text[start:end]
        # From the last passage on: counted from the beginning each time, a book of 30 MB takes minutes.
        paragraph += article.text.count(PARAGRAPH_BREAK, counted, start)
        counted = start
        repeat = seen[text] = seen.get(text, -1) + 1
        passages.append(
            Passage(
                id=_identity(article.id, text, repeat),
                article_id=article.id,
                ordinal=ordinal,
                paragraph=paragraph,
                start=start,
                end=end,
                text=text,
                sentences=tuple(sentences(text)),
            )
        )
    return passages


def _identity(article_id: str, text: str, repeat: int) -> str:
    """Derive a passage's id from its article and text, so that it stays the same while other paragraphs change."""
    state = blake2b(digest_size=9)
    for part in (article_id, text, str(repeat)):
        state.update(part.encode("utf-8", "surrogatepass") + b"\x00")
    return state.hexdigest()


def _headed(text: str, spans: Sequence[Span]) -> list[Span]:
    """Join each subheading to the paragraph below it, however long that is, and never to the one above."""
    headed: list[Span] = []
    above: Span | None = None
    for span in spans:
        if above and not _is_short(text, span):
            headed[-1] = (above[0], span[1])
        else:
            headed.append(span)
        line = text[slice(*span)]
        heads = is_heading(line) and not (is_row(line) or _MARKED.match(line))
        above = span if heads or (asks(line) and _length(line) <= MAX_QUESTION_WORDS) else None
    return headed


def _join_short(text: str, spans: Sequence[Span]) -> list[Span]:
    """Join short paragraphs to the next one, or to the one above before a subheading; join lists to the line above."""
    heads = {start for start, end in _subheadings(text) if start < end}
    joined: list[Span] = []
    for span in spans:
        if joined and span[0] in heads:
            _join_last(text, joined, heads)
        elif joined and (_is_short(text, joined[-1]) or _goes_on(text, joined[-1], span)):
            whole = (joined[-1][0], span[1])
            if _fits(text, whole):
                joined[-1] = whole
                continue
        joined.append(span)
    _join_last(text, joined, heads)
    return joined


def _join_last(text: str, joined: list[Span], heads: Set[int]) -> None:
    """Join the last paragraph to the one above if it is short and does not begin with a subheading."""
    if len(joined) > 1 and _is_short(text, joined[-1]) and joined[-1][0] not in heads:
        whole = (joined[-2][0], joined[-1][1])
        if _fits(text, whole):
            joined[-2:] = [whole]


def _goes_on(text: str, above: Span, span: Span) -> bool:
    """Return whether a paragraph belongs to the one above: an item of its list, a row of its table, its reason."""
    upper, line = text[slice(*above)], text[slice(*span)]
    last = upper.rpartition(PARAGRAPH_BREAK)[2]
    listed = upper.endswith((":", ",", ";")) or line[0].islower() or (is_row(last) and is_row(line))
    listed = listed or (_MARKED.match(last) is not None and _MARKED.match(line) is not None and is_heading(line))
    return listed or _GIVES_REASON.match(line) is not None


def _is_short(text: str, span: Span) -> bool:
    return _length(text[span[0] : span[1]]) < MIN_WORDS


def _cut(text: str, span: Span) -> list[Span]:
    """Cut a long paragraph into as few pieces as fit, of similar length, preferably not inside a quotation."""
    units = _units(text, span)
    lengths = [_length(text[start:end]) for start, end in units]
    wanted = sum(lengths) / -(-sum(lengths) // MAX_WORDS)
    quoted = quotations(text[span[0] : span[1]])
    opened = [span[0] + start for start, _ in quoted]
    closed = sorted(span[0] + end for _, end in quoted)
    pieces: list[Span] = []
    first, filled = 0, 0
    for i, length in enumerate(lengths):
        inside = bisect_left(opened, units[i][0]) > bisect_right(closed, units[i][0])
        good = filled + length / 2 >= wanted and not inside
        if i > first and (good or filled + length > MAX_WORDS):
            pieces.append((units[first][0], units[i - 1][1]))
            first, filled = i, 0
        filled += length
    pieces.append((units[first][0], units[-1][1]))
    return pieces


def _units(text: str, span: Span) -> list[Span]:
    """Return the sentences of a span; those too long for a passage are halved at white space until they fit."""
    waiting = [(span[0] + start, span[0] + end) for start, end in reversed(sentences(text[span[0] : span[1]]))]
    units: list[Span] = []
    while waiting:
        start, end = waiting.pop()
        if _fits(text, (start, end)):
            units.append((start, end))
        else:
            waiting += reversed(halves(text, start, end))
    return units


def halves(text: str, start: int, end: int) -> tuple[Span, Span]:
    """Return both halves of a span of two or more characters, split at the last space before the middle."""
    middle = (start + end) // 2
    space = text.rfind(" ", start + 1, middle)
    place = space if space > start else middle
    second = place + (len(text[place:end]) - len(text[place:end].lstrip()))
    return (start, place), (min(second, end), end)
