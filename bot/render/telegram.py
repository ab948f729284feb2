"""Renders answers as Telegram HTML. Pure: values in, escaped text out; knows nothing of the Bot API's library.

Quotes are verbatim. Text is cut before it is marked up, so no tag is ever cut.
"""

import html
import re
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from retrieval.types import Answer, Article, ArticleMetadata, Context, Hit, Passage, Quote

from ..locales import Words
from .citation import carriers, day, in_quotes, link_to, of_day, scope, title, who_says_so
from .cutting import cut, head, shorten, tail, units_of
from .reason import sentence
from .why import reasons
from .wording import read_as

MAX_UNITS = 4_000
"""Maximum of visible UTF-16 units in a message; Telegram's limit is 4,096."""
MAX_BYTES = 32_000
"""Maximum size of a message with its markup and addresses; Telegram's limit is 32,768."""

PAGE = 3
"""Passages on one page of an answer; the first page of a refusal has only the closest."""

SNIPPET_UNITS = 220
BESIDE_UNITS = 140
"""Length of the passages shown along with an answer."""
LONG_QUOTE_CHARS = 400
"""Longer quotes are collapsed at first."""
MAX_TITLE_UNITS = 200
AROUND_UNITS = 250
"""Minimum length shown of each neighbour of a passage, however long the passage."""
MAX_LINK_CHARS = 2_000
"""A longer link goes without the text fragment; judged by eye, browsers and servers all take this length."""


class Html(str):
    """Text that is already escaped and marked up."""

    __slots__ = ()

    def plain(self) -> str:
        """Return the text as displayed."""
        return html.unescape(re.sub(r"<[^>]*>", "", self))


class Block(Struct, frozen=True):
    """A piece of a message: plain text between two tags, which may be cut if it is too long."""

    text: str
    opening: str = ""
    closing: str = ""


Part = Html | Block


def escape(text: object) -> Html:
    """Return text as HTML that displays exactly this text."""
    return text if isinstance(text, Html) else Html(html.escape(str(text).replace("\x00", ""), quote=True))


def say(words: Words, key: str, **values: object) -> Html:
    """Return a sentence of the catalogue with escaped values."""
    ready = {name: value if isinstance(value, int) else escape(value) for name, value in values.items()}
    return Html(words(key, **ready))


# --- answers ---------------------------------------------------------------------------------------------------------


class Renderer(Struct, frozen=True):
    """Writes answers in one language.

    `deep_link` returns the address that opens a passage in the chat, for articles without a web address.
    """

    words: Words
    deep_link: Callable[[str], str | None] = lambda _: None

    def answer(self, found: Answer, *, page: int = 0, below: bool = False) -> list[Html]:
        """Return an answer's messages: the first page of its passages, or a later one.

        Args:
            below: a later page is shown below the answer rather than in its place.
        """
        begin, end = _span(page, answered=found.answered)
        with_answer = page == 0 or below
        groups = _by_article(found.hits[begin:end])
        own = groups.pop(found.hits[0].article.id, []) if with_answer and found.answered else []
        most = BESIDE_UNITS if page == 0 and found.answered else SNIPPET_UNITS
        parts = self._answer(found) if with_answer else []
        if own:
            parts += [say(self.words, "same-article"), self._group(begin + 1, own, most, named=True)]
        if groups:
            parts.append(say(self.words, "more-passages" if page else "see-also" if found.answered else "closest"))
        number = begin + 1 + len(own)
        for hits in groups.values():
            parts.append(self._group(number, hits, most))
            number += len(hits)
        return pack(parts)

    def context(self, around: Context, quote: Quote | None = None) -> Html:
        """Return a passage between its neighbours, in one message; a text that is too long is cut at its far end.

        Args:
            quote: the part of the passage to mark.
        """
        heading = self.citation(around.article, around.passage, around.passage.text)
        left = MAX_UNITS - units_of(heading.plain()) - 20  # the blank lines between
        whole, most = around.passage.text, left - 2 * AROUND_UNITS
        passage = cut(whole, most)[0]
        if quote and quote.end > len(passage):  # it stands far down in a long passage
            passage = tail(whole[: quote.end], most)
            quote = replace(quote, start=max(0, len(passage) - len(quote.text)), end=len(passage))
        room = (left - units_of(passage)) // 2
        parts: list[Part] = [heading, Html(f"<blockquote>{_marked(passage, quote)}</blockquote>")]
        if around.before:
            parts.insert(1, Block(tail(around.before.text, room)))
        if around.after:
            parts.append(Block(head(around.after.text, room)))
        return pack(parts)[0]

    def why(self, found: Answer) -> Html:
        """Return an answer, or the closest passage, and below it why it was chosen, in one message."""
        closest = [] if found.answered else [say(self.words, "closest"), self._group(1, found.hits[:1], SNIPPET_UNITS)]
        lines = [say(self.words, "why"), *(escape(f"• {it}") for it in reasons(found, self.words))]
        return pack([*self._answer(found), *closest, Html("\n".join(lines))])[-1]

    def passage(self, hit: Hit, *above: Html) -> Html:
        """Return a quote, cut if too long, with its source in one message that can stand alone in any chat.

        Args:
            above: text before the quote.
        """
        source = self._sourced(hit)
        taken = sum(units_of(part.plain()) + 2 for part in (*above, *source))
        return pack([*above, _quotation(head(hit.quote.text, MAX_UNITS - taken)), *source])[0]

    def cite(self, article: ArticleMetadata, link: str | None, *, most: int = MAX_TITLE_UNITS) -> Html:
        """Return an article's linked title, with author, source and date below it, each cut to this many units."""
        shown = escape(titled(article, self.words, most=most))
        heading = Html(f'<a href="{escape(link)}">{shown}</a>' if link else f"<b>{shown}</b>")
        rest = [name for name in (article.author, article.source) if name]
        rest.append(day(article) or self.words("date-unknown"))
        return Html(f"{heading}\n{' · '.join(escape(shorten(name, most)) for name in rest)}")

    def _read_as(self, found: Answer) -> list[Html]:
        """Return how a question was read, if that differs from its own words."""
        if (read := read_as(found)) is None:
            return []
        among = f" · {scope(found.filter)}" if not found.filter.empty else ""
        question, topic = (shorten(text, SNIPPET_UNITS) for text in read)
        if topic:
            return [say(self.words, "read-as-about", question=question, topic=topic + among)]
        return [say(self.words, "read-as", question=question + among)]

    def _answer(self, found: Answer) -> list[Part]:
        """Return how a question was read, and its answer or the reason why there is none."""
        parts: list[Part] = [*self._read_as(found)]
        if not found.answered:
            return [*parts, self._apology(found)]
        parts += self._given(found)
        for one in found.further:
            question = shorten(one.interpreted_as, SNIPPET_UNITS)
            parts += [say(self.words, "further", question=question), *self._given(one)]
        return parts

    def _given(self, found: Answer) -> list[Part]:
        """Return a quote with its source, and what other articles report instead."""
        first = found.hits[0]
        return [_quotation(first.quote.text), *self._sourced(first), *self._reported(found)]

    def _apology(self, found: Answer) -> Html:
        if found.reason is None:
            return say(self.words, "no-answer")
        return say(self.words, "no-answer-because", reason=sentence(found.reason, self.words))

    def _sourced(self, hit: Hit) -> list[Html]:
        """Return who said the quote, the article it is in, and the other publishers of the passage."""
        parts = [self.citation(hit.article, hit.passage, hit.quote.text)]
        if who := who_says_so(hit.quote, hit.article):
            parts.insert(0, Html(f"— {escape(shorten(who, MAX_TITLE_UNITS))}"))
        if others := carriers(hit):
            parts.append(say(self.words, "also-in", sources=shorten(", ".join(others), SNIPPET_UNITS)))
        return parts

    def _reported(self, found: Answer) -> list[Part]:
        """Return the disagreeing figures of articles side by side, newest first."""
        if not found.reported:
            return []
        lines = [say(self.words, "figures-differ")]
        for it in found.reported:
            link = self._link(it.article, it.quote.passage, it.quote.text)
            undated = "" if it.as_of else f" · {self.words('date-unknown')}"
            shown = escape(shorten(of_day(it) + undated, MAX_TITLE_UNITS))
            lines.append(Html(f'• <a href="{escape(link)}">{shown}</a>' if link else f"• {shown}"))
        return [Html("\n".join(lines))]

    def _group(self, number: int, hits: Sequence[Hit], most: int, *, named: bool = False) -> Html:
        """Return numbered passages of one article, then the article, unless it was named before.

        The title links to the first passage, the numbers to the others.
        """
        lines = []
        for at, hit in enumerate(hits, number):
            link = self._link(hit.article, hit.passage, hit.quote.text) if named or at > number else None
            shown = f'<a href="{escape(link)}">{at}.</a>' if link else f"{at}."
            lines.append(f"{shown} {escape(in_quotes(shorten(hit.quote.text, most), hit.article.language))}")
        if not named:
            lines.append(self.citation(hits[0].article, hits[0].passage, hits[0].quote.text))
        return Html("\n".join(lines))

    def citation(self, article: Article, passage: Passage, quote: str) -> Html:
        """Return an article as `cite` does, linked to a quote: at its web address, or else in the chat."""
        return self.cite(article, self._link(article, passage, quote))

    def _link(self, article: Article, passage: Passage, quote: str) -> str | None:
        link = link_to(article, quote)
        if link and len(link) > MAX_LINK_CHARS:
            link = article.url
        return link or self.deep_link(passage.id)


def titled(article: ArticleMetadata, words: Words, *, most: int = MAX_TITLE_UNITS) -> str:
    """Return an article's title or its substitute, cut to this many units."""
    return shorten(title(article, words), most)


def pages(hits: int, *, answered: bool) -> int:
    """Return the number of pages for this many passages."""
    return 1 + max(0, -(-(hits - _span(0, answered=answered)[1]) // PAGE))


def _span(page: int, *, answered: bool) -> tuple[int, int]:
    """Return the range of passages listed on a page; the one that answers is shown above them."""
    end = page * PAGE + (PAGE if answered else 1)
    return (end - PAGE if page else int(answered)), end


def _by_article(hits: Iterable[Hit]) -> dict[str, list[Hit]]:
    """Return passages grouped by their article's id, the best hit's article first."""
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.article.id, []).append(hit)
    return groups


def _quotation(text: str) -> Block:
    fold = " expandable" if len(text) > LONG_QUOTE_CHARS else ""
    return Block(text, f"<blockquote{fold}>", "</blockquote>")


def _marked(passage: str, quote: Quote | None) -> str:
    """Return a passage, or its beginning, with the quote in bold, unless the quote is all of it."""
    said = passage[quote.start : quote.end] if quote else ""
    if quote is None or said in {"", passage}:
        return escape(passage)
    return f"{escape(passage[: quote.start])}<b>{escape(said)}</b>{escape(passage[quote.end :])}"


# --- messages ---------------------------------------------------------------------------------------------------------


def pack(parts: Iterable[Part]) -> list[Html]:
    """Return messages that hold the parts in order, separated by blank lines, each within Telegram's limit."""
    messages: list[Html] = []
    current, filled = "", 0
    for piece in _pieces(parts):
        size = units_of(piece.plain())
        raw = len(f"{current}{piece}".encode(errors="replace"))
        if current and (filled + 2 + size > MAX_UNITS or raw > MAX_BYTES):
            messages.append(Html(current))
            current, filled = "", 0
        current = f"{current}\n\n{piece}" if current else piece
        filled += size + 2
    return [*messages, Html(current)] if current else messages


def _pieces(parts: Iterable[Part]) -> Iterable[Html]:
    for part in parts:
        if isinstance(part, Html):
            if part:  # without its links where their addresses alone, of signs that are escaped, fill a message
                yield part if len(part.encode(errors="replace")) <= MAX_BYTES else escape(part.plain())
        else:
            yield from (Html(part.opening + escape(text) + part.closing) for text in cut(part.text, MAX_UNITS))
