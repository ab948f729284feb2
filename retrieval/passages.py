"""Article → passages: runs of text that are searched as one, cut at paragraph and sentence ends.

Pure; knows the embedding model only as a function that measures texts.
"""

from collections.abc import Callable, Sequence
from hashlib import blake2b

from .text import paragraphs, sentences
from .types import Article, Passage

VERSION = 1
"""Raise when the same article comes out in other passages."""

MIN_WORDS = 15
"""A shorter paragraph (a subheading, a line of dialogue) says too little alone and joins a neighbour."""

MAX_SENTENCE_CHARS = 1_000
"""A longer "sentence" has no ends that we know of; it is not worth measuring before it is cut."""

Span = tuple[int, int]
Measure = Callable[[Sequence[str]], list[int]]


def split(article: Article, *, measure: Measure, max_tokens: int) -> list[Passage]:
    """Split an article into passages that the model reads whole.

    Args:
        measure: lengths of texts in the model's tokens.
        max_tokens: the most that a passage may measure; a single sentence that exceeds it is cut at white space.

    Returns:
        Passages in order; none overlap, and together they hold every character but white space.
    """
    spans = _join_short(article.text, paragraphs(article.text), measure, max_tokens)
    lengths = measure([article.text[start:end] for start, end in spans])
    pieces: list[Span] = []
    for span, length in zip(spans, lengths, strict=True):
        pieces += [span] if length <= max_tokens else _cut(article.text, span, measure, max_tokens)
    return _passages(article, pieces)


def _passages(article: Article, spans: Sequence[Span]) -> list[Passage]:
    seen: dict[str, int] = {}
    passages = []
    for ordinal, (start, end) in enumerate(spans, 1):
        text = article.text[start:end]
        repeat = seen[text] = seen.get(text, -1) + 1
        passages.append(
            Passage(
                id=_identity(article.id, text, repeat),
                article_id=article.id,
                ordinal=ordinal,
                paragraph=article.paragraph_at(start),
                start=start,
                end=end,
                text=text,
                sentences=tuple(sentences(text)),
            )
        )
    return passages


def _identity(article_id: str, text: str, repeat: int) -> str:
    """Name a passage by what it says and where, so that it keeps its name while other paragraphs change."""
    state = blake2b(digest_size=9)
    for part in (article_id, text, str(repeat)):
        state.update(part.encode("utf-8", "surrogatepass") + b"\x00")
    return state.hexdigest()


def _join_short(text: str, spans: Sequence[Span], measure: Measure, max_tokens: int) -> list[Span]:
    """Join each short paragraph to the next one (a subheading belongs to what follows), the last to the one before."""
    joined: list[Span] = []
    for span in spans:
        if joined and _is_short(text, joined[-1]) and _fits(text, (joined[-1][0], span[1]), measure, max_tokens):
            joined[-1] = (joined[-1][0], span[1])
        else:
            joined.append(span)
    if len(joined) > 1 and _is_short(text, joined[-1]):
        whole = (joined[-2][0], joined[-1][1])
        if _fits(text, whole, measure, max_tokens):
            joined[-2:] = [whole]
    return joined


def _is_short(text: str, span: Span) -> bool:
    piece = text[span[0] : span[1]]
    return len(piece) < MIN_WORDS * 30 and len(piece.split(maxsplit=MIN_WORDS)) < MIN_WORDS


def _fits(text: str, span: Span, measure: Measure, max_tokens: int) -> bool:
    return measure([text[span[0] : span[1]]])[0] <= max_tokens


def _cut(text: str, span: Span, measure: Measure, max_tokens: int) -> list[Span]:
    """Cut a long paragraph into as few pieces as fit, of like length, rather not inside a quotation."""
    units = _units(text, span, measure, max_tokens)
    lengths = measure([text[start:end] for start, end in units])
    wanted = sum(lengths) / -(-sum(lengths) // max_tokens)
    pieces: list[Span] = []
    first, filled = 0, 0
    for i, length in enumerate(lengths):
        good = filled + length / 2 >= wanted and not _inside_quotation(text[units[first][0] : units[i][0]])
        if i > first and (good or filled + length > max_tokens):
            pieces.append((units[first][0], units[i - 1][1]))
            first, filled = i, 0
        filled += length
    pieces.append((units[first][0], units[-1][1]))
    return pieces


def _inside_quotation(text: str) -> bool:
    curly = text.count("“") + text.count("«") + text.count("„")
    closed = text.count("”") + text.count("»") + (text.count("“") if "„" in text else 0)
    return curly > closed or text.count('"') % 2 == 1


def _units(text: str, span: Span, measure: Measure, max_tokens: int) -> list[Span]:
    """Return the sentences of a span, those that are too long for a passage halved at white space until they fit."""
    waiting = [(span[0] + start, span[0] + end) for start, end in reversed(sentences(text[span[0] : span[1]]))]
    units: list[Span] = []
    while waiting:
        start, end = waiting.pop()
        if (end - start <= MAX_SENTENCE_CHARS and measure([text[start:end]])[0] <= max_tokens) or end - start == 1:
            units.append((start, end))
        else:
            waiting += _halves(text, start, end)
    return units


def _halves(text: str, start: int, end: int) -> list[Span]:
    """Return both halves of a span, the second first, parted at the space nearest before the middle."""
    middle = (start + end) // 2
    space = text.rfind(" ", start + 1, middle)
    place = space if space > start else middle
    second = place + (len(text[place:end]) - len(text[place:end].lstrip()))
    return [(second, end), (start, place)]
