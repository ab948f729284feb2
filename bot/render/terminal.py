"""Renders answers as text for a terminal."""

import re
import textwrap

from retrieval.types import Answer, Context, Hit, Reported

from ..locales import DEFAULT, words_in
from .citation import carriers, in_quotes, link_to, of_day, source_and_date, title, who_says_so
from .plain_text import one_line, printable
from .reason import sentences
from .why import reasons
from .wording import read_as

_ALSO_NAMED = 5
"""How many of the other articles with the same passage are named."""

_ANSI = {"bold": "1", "dim": "2", "green": "32"}


class TerminalRenderer:
    """Writes answers for people, as wide as a terminal: the quote first, then its source, then further passages."""

    def __init__(self, *, width: int = 100, colour: bool = False) -> None:
        self._width = max(40, min(width, 100))
        self._colour = colour

    def answer(self, result: Answer, *, shown: int = 3, explain: bool = False) -> str:
        """Return an answer, or the reason why there is none with the closest passages."""
        parts = []
        if read := read_as(result):
            own, topic = map(printable, read)
            parts.append(self._style(f"{own} — about: {topic}" if topic else f"I read this as: {own}", "dim"))
        if not result.filter.empty and result.understood:
            parts.append(self._style(f"Understood: {printable('; '.join(result.understood))}", "dim"))
        if result.answered:
            parts += self._given(result)
            for one in result.further:
                parts += ["\n" + self._style(f"On: {printable(one.interpreted_as)}", "dim"), *self._given(one)]
            further = result.hits[1:shown]
        else:
            parts.append(printable(sentences(result.reason) if result.reason else "Not in these articles."))
            further = result.hits[:shown]
        if further:
            parts.append("\n" + self._style("Also:" if result.answered else "The closest passages:", "dim"))
            parts += [f"{self._quoted(hit)}\n{self._source(hit)}" for hit in further]
        if explain and result.hits:
            parts += ["\n" + self.why(result), self._figures(result.hits[0])]
        return "\n".join(parts)

    def context(self, found: Context) -> str:
        """Return a passage between its neighbours."""
        blocks = [found.before, found.passage, found.after]
        shown = [
            self._wrapped(block.text, indent="  ", style=None if block is found.passage else "dim")
            for block in blocks
            if block is not None
        ]
        told = f"{title(found.article)} · {source_and_date(found.article)}"
        return "\n\n".join([*shown, f"  {printable(told)}"])

    def passage(self, hit: Hit) -> str:
        """Return a whole passage with its source."""
        return self._wrapped(hit.passage.text, indent="  ") + "\n" + self._source(hit)

    def source(self, hit: Hit) -> str:
        """Return the article of a hit, with its author and date."""
        author = f"\n  by {printable(hit.article.author)}" if hit.article.author else ""
        return self._source(hit) + author

    def whose_words(self, hit: Hit) -> str:
        """Return who says what a hit quotes, and the article."""
        who = who_says_so(hit.quote, hit.article)
        said = words_in(DEFAULT)("wish-speaker", who=who) if who else words_in(DEFAULT)("wish-no-speaker")
        return printable(said) + "\n" + self._source(hit)

    def _given(self, result: Answer) -> list[str]:
        """Return the quote of an answer with its source and confidence, and what other articles report instead."""
        first = result.hits[0]
        parts = [self._quoted(first, style="bold")]
        if who := who_says_so(first.quote, first.article):
            parts.append(f"  said by {printable(who)}")
        parts += [self._source(first), self._style(f"  confidence {result.confidence:.0%}", "dim")]
        return parts + self._reported(result)

    def _reported(self, result: Answer) -> list[str]:
        """Return the disagreeing figures of articles side by side, the newest marked."""
        if not result.reported:
            return []
        lines = ["\n" + self._style("Articles differ:", "dim")]
        for at, it in enumerate(result.reported):
            note = f" · {words_in(DEFAULT)('date-unknown')}" if it.as_of is None else "" if at else " (newest)"
            lines.append(f"  {printable(of_day(it))}{note}")
            lines.append(self._quoted(it, indent="    ", style="dim"))
        return lines

    def _quoted(self, it: Hit | Reported, *, indent: str = "  ", style: str | None = None) -> str:
        return self._wrapped(in_quotes(it.quote.text, it.article.language), indent=indent, style=style)

    def _source(self, hit: Hit) -> str:
        article = hit.article
        lines = [f"— {printable(title(article))}", f"  {printable(source_and_date(article))}"]
        place = link_to(article, hit.quote.text) or article.path
        if place:
            lines.append(f"  {one_line(place)}")
        if names := carriers(hit):
            more = ", …" if len(names) > _ALSO_NAMED else ""
            lines.append(f"  also in {len(hit.also_in)}: {printable(', '.join(names[:_ALSO_NAMED]))}{more}")
        return "\n".join(self._style(line, "green" if line.startswith("—") else "dim") for line in lines)

    def why(self, result: Answer) -> str:
        """Return what speaks for and against the first passage."""
        lines = [f"  {printable(line)}" for line in reasons(result, words_in(DEFAULT))]
        return "\n".join([self._style("Why:", "dim"), *lines])

    def _figures(self, hit: Hit) -> str:
        """Return the values of a passage's signals."""
        figures = " · ".join(f"{it.name} {it.value:.3f}" for it in hit.signals)
        return textwrap.fill(figures, self._width, initial_indent="  ", subsequent_indent="  ")

    def _wrapped(self, text: str, *, indent: str, style: str | None = None) -> str:
        paragraphs = [
            textwrap.fill(printable(part), self._width, initial_indent=indent, subsequent_indent=indent)
            for part in re.split(r"\n\n+", text)
        ]
        return self._style("\n\n".join(paragraphs), style)

    def _style(self, text: str, style: str | None) -> str:
        return f"\x1b[{_ANSI[style]}m{text}\x1b[0m" if self._colour and style else text
