"""What a question costs over collections of unusual shape: many authors, a single book, thousands of copies.

python -m benchmarks.shapes FOLDER

Articles are invented, of people who say and do things; each collection has about 12,000 passages. Vectors are hashed
words, so that no time is the model's.
"""

import argparse
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from embeddings.registry import load_embedder
from retrieval.index import IndexReader
from retrieval.search import Retriever

from .asking import ask
from .measure import byline, median, milliseconds, whole_process
from .synthetic import vocabulary

PASSAGES = 12_000
QUESTIONS = 100
ROUNDS = 5


class _Piece(NamedTuple):
    """An article of a collection."""

    title: str
    author: str
    source: str
    passages: Sequence[str]


class _Writer:
    """Invents articles and questions; the same ones each time."""

    def __init__(self) -> None:
        self._chance = random.Random(1)
        self._people = [self.name() for _ in range(2_000)]

    def word(self) -> str:
        return vocabulary()[int(self._chance.paretovariate(1)) % 5_000]

    def name(self) -> str:
        return " ".join(word.capitalize() for word in self._chance.choices(vocabulary(), k=2))

    def person(self) -> str:
        return self._chance.choice(self._people)

    def passage(self) -> str:
        word, person, number = self.word, self.person, self._chance.randint(2, 90)
        return (
            f"{person()} opened the {word()} in {word().capitalize()} on {number % 28 + 1} May {1990 + number % 30}. "
            f"The {word()} cost {number} million euros and the {word()} {word()} was closed by {person()}. "
            f"“The {word()} is {word()} and was never {word()},” {person()} said."
        )

    def passages(self, count: int) -> list[str]:
        return [self.passage() for _ in range(count)]

    def title(self) -> str:
        return f"The {self.word()} {self.word()} of {self.word().capitalize()}"

    def question(self) -> str:
        word, person = self.word, self.person
        return self._chance.choice((
            f"Who opened the {word()} in {word().capitalize()}?", f"When was the {word()} closed?",
            f"What did {person()} say about the {word()}?", f"How much did the {word()} cost?",
            f"What does the {word()} say on {word()}?", f"articles by {person()} about {word()} since 2010",
        ))  # fmt: skip


def ordinary(writer: _Writer) -> Iterator[_Piece]:
    """Yield articles of four passages by ten authors."""
    authors = [writer.name() for _ in range(10)]
    for number in range(PASSAGES // 4):
        yield _Piece(writer.title(), authors[number % 10], f"Paper {number % 10}", writer.passages(4))


def many_authors(writer: _Writer) -> Iterator[_Piece]:
    """Yield articles of four passages, each by its own author in its own paper."""
    for _ in range(PASSAGES // 4):
        yield _Piece(writer.title(), writer.name(), f"{writer.name()} Herald", writer.passages(4))


def long_articles(writer: _Writer) -> Iterator[_Piece]:
    """Yield articles of 100 passages."""
    for _ in range(PASSAGES // 100):
        yield _Piece(writer.title(), writer.name(), "Paper", writer.passages(100))


def one_book(writer: _Writer) -> Iterator[_Piece]:
    """Yield one article of all passages."""
    yield _Piece("The Book", writer.name(), "Press", writer.passages(PASSAGES))


def copies(writer: _Writer) -> Iterator[_Piece]:
    """Yield editions of one article, which differ in a figure."""
    passages = writer.passages(4)
    for number in range(PASSAGES // 4):
        edition = [f"{passage} At least {number % 97 + 3} people were hurt." for passage in passages]
        yield _Piece("Fire in the mill", writer.name(), f"Paper {number % 40}", edition)


Shape: TypeAlias = Callable[[_Writer], Iterator[_Piece]]

SHAPES: Sequence[Shape] = (ordinary, many_authors, long_articles, one_book, copies)


def measure(folder: Path, shape: Shape) -> tuple[float, float]:
    """Return the milliseconds that a question over a collection takes: the median, and what 95 % do not exceed."""
    writer, index = _Writer(), folder / f"{shape.__name__}.index"
    for number, piece in enumerate(shape(writer)):
        file = folder / shape.__name__ / str(number // 500) / f"{number}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        head = f"---\ntitle: {piece.title}\nauthor: {piece.author}\nsource: {piece.source}\ndate: 2025-05-01\n---"
        file.write_text("\n\n".join((head, *piece.passages)), "utf-8")
    whole_process([*byline(index), "--quiet", "index", "--model", "hashing", str(folder / shape.__name__)])
    questions = [writer.question() for _ in range(QUESTIONS)]
    embedder = load_embedder("hashing", for_questions=True)
    with IndexReader(index) as reader:
        retriever = Retriever(reader, lambda _: embedder)
        rounds = [milliseconds(lambda number: ask(retriever, questions[number]), QUESTIONS) for _ in range(ROUNDS)]
    return median([it.p50 for it in rounds]), median([it.p95 for it in rounds])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="for the articles and the indexes")
    folder = parser.parse_args().folder
    for shape in SHAPES:
        middle, high = measure(folder, shape)
        print(f"| {shape.__name__.replace('_', ' ')} | {middle} / {high} |")


if __name__ == "__main__":
    main()
