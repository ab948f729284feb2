"""The cost of a long paragraph is linear in its length, both in calls and in memory.

Measured in function calls and bytes, which do not depend on how busy the machine is.
"""

import cProfile
import random
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import asking
from embeddings.hashing import HashingEmbedder
from retrieval.index import IndexReader
from retrieval.passages import MAX_WORDS
from retrieval.search import Retriever

from .conftest import Update

WORDS = 20_000
LAMP = "The keeper of the lamp at the pier is called Oda Prill."


def words(number: int) -> list[str]:
    chance = random.Random(20_250_331)
    known = ["".join(chance.choices("abcdefghijklmnoprstuvw", k=chance.randrange(2, 10))) for _ in range(5_000)]
    return chance.choices(known, k=number)


def sentences(number: int) -> str:
    some = words(number)
    return " ".join(" ".join(some[at : at + 17]).capitalize() + "." for at in range(0, number, 17))


KINDS: dict[str, Callable[[int], str]] = {
    "sentences": sentences,
    "no full stop": lambda number: " ".join(words(number)),
    "no white space": lambda number: "".join(words(number)),
}


@pytest.fixture
def ask(folder: Path, tmp_path: Path, update: Update) -> Callable[[str], None]:
    """Index a paragraph, and ask about the one after it."""

    def run(text: str) -> None:
        article = tmp_path / "article.md"
        article.write_text(f"# A long one\n\n{text}\n\n{LAMP} She trims it at dusk, and winds the clock.\n", "utf-8")
        update(article)
        embedder = HashingEmbedder()
        with IndexReader(folder) as reader:
            answer = asking.ask(Retriever(reader, lambda _: embedder), "Who is the keeper of the lamp at the pier?")
        assert answer.hits[0].quote.text.startswith(LAMP)
        assert all(len(hit.passage.text.split()) <= MAX_WORDS for hit in answer.hits)

    return run


@pytest.mark.parametrize("kind", KINDS)
def test_each_word_costs_a_few_calls(kind: str, ask: Callable[[str], None]) -> None:
    """Measured: 9 to 65 per word, 7 to 39 of 100,000 words; quadratic behaviour would need thousands."""
    counter = cProfile.Profile()
    counter.runcall(ask, KINDS[kind](WORDS))
    assert sum(entry.callcount for entry in counter.getstats()) < 100 * WORDS


def test_memory_is_bounded(ask: Callable[[str], None]) -> None:
    """Measured: 67 MB at most, for 100,000 words as for 10,000."""
    text = KINDS["no full stop"](5 * WORDS)
    tracemalloc.start()
    ask(text)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 100_000_000
