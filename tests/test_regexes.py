"""No regular expression of the program backtracks catastrophically: time grows with the square of repeats at most."""

import re
import time
from collections.abc import Callable, Sequence
from datetime import date

import pytest

from retrieval.answering.changes import given_up
from retrieval.answering.figures_told import put_right
from retrieval.answering.moments import moments_in
from retrieval.articles.boilerplate.blocks import Block
from retrieval.articles.boilerplate.contents import mark_contents
from retrieval.articles.boilerplate.context import mark_end
from retrieval.articles.boilerplate.rules import address, contact
from retrieval.articles.html import parse_markup
from retrieval.articles.html.jsonld import article_of
from retrieval.articles.html.metadata import page_facts
from retrieval.articles.pdf_lines import page_lines
from retrieval.articles.printed import Line, page_blocks
from retrieval.language.figures import Figure, figures
from retrieval.question.answer_type import AnswerType
from retrieval.question.spelling.sounds import sounding
from retrieval.ranking.holding import holds, holds_beside
from retrieval.ranking.said import said_by
from retrieval.speakers.cases import nominative, whose_office
from retrieval.speakers.names import whole
from retrieval.types import Article, Passage

from .ranking_parts import article, passages
from .regexes import all_patterns, attacks

LENGTH = 400
MOST_SECONDS = 0.25
"""Processor time. One that looks back once from each position takes 0.01 s, one that does so twice 2 s or more."""
ATTACKS = 15
PAGE_OF_ONE_SITE = f"<html><head><title>{'|'.join('a' * 60_000)}</title><meta name=publisher content=a></head></html>"

TIMETABLE = "from 12:30 to 13:30 " * 3_000


@pytest.mark.timeout(300)
def test_no_expression_blows_up() -> None:
    known = sorted(all_patterns())
    assert len(known) > 150
    slow = []
    for pattern, flags in known:
        for number, attack in enumerate(attacks(pattern, flags, LENGTH)):
            if number >= ATTACKS:
                break
            if (seconds := cost(pattern, flags, attack)) > MOST_SECONDS:
                slow.append((round(seconds, 2), pattern, attack[:60]))
                break
    assert slow == []


@pytest.mark.parametrize(
    "read",
    [
        lambda: contact(Block("9" * 100_000)),
        lambda: address(Block("a@." * 20_000 + " b")),
        lambda: address(Block("a@" * 20_000 + "." * 20_000 + " b")),
        lambda: article_of(["-->" + " " * 300_000 + "x"], near=""),
        lambda: page_facts(parse_markup(PAGE_OF_ONE_SITE)),
        lambda: mark_end([Block("Tags: x")] * 100_000, ["tags"] * 100_000),
        lambda: mark_contents(*table_without_text(20_000)),
        lambda: list(page_lines(RaisedNumbers())),
        lambda: list(page_blocks([[Line("Sizes", 10 + n % 2 * n, 0, n, bold=False) for n in range(20_000)]])),
        lambda: holds("1" * 12_000, AnswerType.NUMBER, "how much does it cost?"),
        lambda: figures("😀" * 3_000_000 + "12 cars, " * 8_000, "en"),
        lambda: whose_office("Прокурор", "а" * 100_000),
        lambda: nominative("Марии Петровой", "Петрова " + "А-" * 25_000),
        lambda: whole("Marsh", " ".join(f"Then {name} Marsh came." for name in names(40_000)), "en"),
        lambda: said_by("judge", *transcript(300)),
        lambda: given_up(TIMETABLE, moments_in(TIMETABLE, date(2025, 1, 1))),
        lambda: put_right(beds(800, of=1), beds(800, of=1.5)),
        lambda: holds_beside(f"{'7 ' * 800} a b c {'cost ' * 800}", AnswerType.NUMBER, "how many?", "cost", "en"),
        lambda: sounding("Ha" * 32, ("en",), Words(["ха" * 30 + "а" * n for n in range(40)]), cyrillic=True),
    ],
    ids=[
        "word",
        "ats and dots",
        "ats, then dots",
        "end of a script",
        "site in a title",
        "labels",
        "contents",
        "raised numbers",
        "sizes of lines",
        "digits",
        "figures",
        "word in Cyrillic",
        "capitals",
        "names",
        "transcript",
        "timetable",
        "corrections",
        "table in a sentence",
        "laughter",
    ],
)
def test_long_texts_take_time_that_grows_with_their_length(read: Callable[[], object]) -> None:
    started = time.process_time()
    read()
    assert time.process_time() - started < 10


class Words:
    """The stems of an index, each in one passage."""

    def __init__(self, stems: Sequence[str]) -> None:
        self._stems = stems

    def document_frequencies(self, stems: Sequence[str]) -> dict[str, int]:
        return dict.fromkeys(set(stems).intersection(self._stems), 1)

    def stems_with(self, head: str, *, shortest: int, longest: int) -> dict[str, int]:
        return {it: 1 for it in self._stems if it.startswith(head) and shortest <= len(it) <= longest}

    def together(self, stems: Sequence[str], others: Sequence[str]) -> dict[str, int]:
        return dict.fromkeys(stems, 0)

    def examples(self, stems: Sequence[str], k: int) -> list[tuple[str, str | None]]:
        return []


def transcript(paragraphs: int) -> tuple[Passage, Article]:
    """A text in which one person speaks all the time, and its first passage."""
    told = " ".join(["“It is closed,” Ada Marsh said."] * 40)
    return passages(article(told))[0], article("\n\n".join([told] * paragraphs))


def names(many: int) -> list[str]:
    letters = str.maketrans("0123456789", "abcdefghij")
    return [f"{number:05}".translate(letters).capitalize() for number in range(many)]


def beds(many: int, *, of: float) -> list[Figure]:
    return [Figure(at, at + 1, of, of, of, ("bed",), partial=False) for at in range(many)]


def test_addresses_are_told() -> None:
    assert contact(Block("Write to desk@coast-gazette.example with corrections."))
    assert address(Block("desk@coast-gazette.example"))
    assert address(Block("@@coast-gazette..example"))
    assert not address(Block("desk@coast"))
    assert not address(Block("desk@.example"))
    assert not address(Block("@coast.example."))


class RaisedNumbers:
    """A page of a PDF whose only line has a raised number after each word."""

    def extract_text(self, visitor_text: Callable[..., None]) -> None:
        for height, size, text in [(0, 10, "word "), (4, 6, "2")] * 8_000:
            visitor_text(text, [1, 0, 0, 1, 0, 0], [1, 0, 0, 1, 0, height], None, size)


def table_without_text(lines: int) -> tuple[list[Block], list[str | None]]:
    """A table of contents whose headings have hardly any text below them."""
    letters = str.maketrans("0123456789", "abcdefghij")  # a subheading must not have numbers
    heads = [Block(f"Part {number}".translate(letters)) for number in range(lines)]
    below = [block for head in heads for block in (head, Block("It ends."))]
    blocks = [*heads, *below, *[Block("This is told at length, " * 2_000 + "and it ends.")] * 100]
    return blocks, [None] * len(blocks)


def cost(pattern: str, flags: int, text: str) -> float:
    compiled = re.compile(pattern, flags)
    started = time.process_time()
    compiled.search(text)
    return time.process_time() - started
