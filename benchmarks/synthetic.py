"""Indexes of any size: articles of synthetic words, with vectors derived from those of real sentences.

Word frequencies follow Zipf's law, as in natural language. A vector is a point between two passages of the sample
articles plus a random vector; it has nothing to do with the words.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path

import numpy as np

from embeddings.base import Embedder, Span, Vectors
from embeddings.registry import load_embedder
from retrieval.articles import read_articles
from retrieval.articles.failure import ReadFailure
from retrieval.index import schema
from retrieval.index.embedding import embed_missing, register_model
from retrieval.index.embedding_text import embedding_text
from retrieval.index.identity import ArticlePlace, content_digest
from retrieval.index.layout import Layout
from retrieval.index.progress import no_progress
from retrieval.index.publish import Entry, insert, publication, set_meta
from retrieval.index.schema import SPLIT_VERSIONS
from retrieval.index.vector_file_upkeep import keep_vectors
from retrieval.types import PARAGRAPH_BREAK, Article, Passage

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
PASSAGES = 12
"""Number per article."""
WORDS, SENTENCES = 16, 2
"""Words per sentence, and sentences per passage."""
VOCABULARY = 30_000
ARTICLES_AT_ONCE = 2_000
TURN = 0.6
"""Length of the random vector, relative to that of the point between two passages."""


class Turned:
    """The default model, except that passages get synthetic vectors."""

    def __init__(self, model: Embedder, base: Vectors, seed: int) -> None:
        self.name, self.fingerprint, self.dim = model.name, model.fingerprint, model.dim
        self.max_tokens, self.languages = model.max_tokens, model.languages
        self._base = base
        self._chance = np.random.default_rng(seed)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(text.split()) for text in texts]  # a passage is far shorter than any window

    def embed_parts(self, texts: Sequence[str], parts: Sequence[Sequence[Span]]) -> tuple[Vectors, Vectors]:
        wholes = turned(self._base, len(texts), self._chance)
        return wholes, np.repeat(wholes, [len(spans) for spans in parts], axis=0)


@cache
def base_vectors() -> Vectors:
    """Return vectors of the sample articles' paragraphs."""
    texts = [
        paragraph
        for file in sorted(SEEDS.iterdir())
        for article in read_articles(file)
        if not isinstance(article, ReadFailure)
        for paragraph in article.text.split(PARAGRAPH_BREAK)
    ]
    return load_embedder("minilm").embed_passages(texts)


def turned(base: Vectors, count: int, chance: np.random.Generator) -> Vectors:
    """Return new unit vectors, each a point between two of the given ones plus a random vector."""
    first, second = (base[chance.integers(0, len(base), count)] for _ in range(2))
    share = chance.random((count, 1), np.float32)
    noise = chance.standard_normal(first.shape, np.float32)
    rows = _unit(first * share + second * (1 - share)) + np.float32(TURN) * _unit(noise)
    return _unit(rows)


@cache
def vocabulary() -> list[str]:
    """Return the synthetic words, the most common one first."""
    chance = np.random.default_rng(0)
    onsets, cores = "b d f g k l m n p r s t v z br dr gl kr pl st tr".split(), "a e i o u ai ou".split()
    syllables = [onset + core for onset in onsets for core in cores]
    return ["".join(syllables[at] for at in row) + "n" for row in chance.integers(0, len(syllables), (VOCABULARY, 3))]


def articles(count: int, *, seed: int = 0, first: int = 0) -> Iterator[Entry]:
    """Yield synthetic articles in the form in which an index stores them."""
    chance = np.random.default_rng([seed, first])
    known = np.array(vocabulary())
    weights = 1 / np.arange(1, VOCABULARY + 1)
    for number in range(first, first + count):
        drawn = chance.choice(known, (PASSAGES, SENTENCES, WORDS), p=weights / weights.sum())
        sentences = [[" ".join(sentence).capitalize() + "." for sentence in passage] for passage in drawn]
        yield _entry(number, [" ".join(passage) for passage in sentences], [len(two[0]) for two in sentences])


def fill(folder: Path, passages: int) -> None:
    """Add synthetic articles to an index until it holds so many passages; create it if it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    model, layout = load_embedder("minilm"), Layout(folder)
    turning = Turned(model, base_vectors(), seed=passages)
    with closing(schema.open_for_writing(layout)) as connection:
        set_meta(connection, "model", str(register_model(connection, model)))
        set_meta(connection, "versions", SPLIT_VERSIONS)
        there = connection.execute("SELECT count(*) FROM passage").fetchone()[0]
        total = -(-passages // PASSAGES)
        for first in range(there // PASSAGES, total, ARTICLES_AT_ONCE):
            entries = list(articles(min(ARTICLES_AT_ONCE, total - first), first=first))
            texts = [embedding_text(entry.article, passage) for entry in entries for passage in entry.passages]
            embed_missing(connection, turning, texts, anew=False, progress=no_progress)  # type: ignore[arg-type]  # embeds no questions
            with publication(connection) as words:
                for entry in entries:
                    insert(connection, entry, words)
        keep_vectors(connection, layout)


def _entry(number: int, passages: Sequence[str], breaks: Sequence[int]) -> Entry:
    uri, made, start = f"/synthetic/{number}.md", list[Passage](), 0
    for ordinal, (text, at) in enumerate(zip(passages, breaks, strict=True), 1):
        spans = ((0, at), (at + 1, len(text)))
        made.append(
            Passage(f"s{number}-{ordinal}", f"s{number}", ordinal, ordinal, start, start + len(text), text, spans)
        )
        start += len(text) + len(PARAGRAPH_BREAK)
    article = Article(
        f"s{number}", uri, PARAGRAPH_BREAK.join(passages), title=f"Synthetic {number}", source=f"Source {number % 10}",
        published=f"2025-{number % 12 + 1:02}-01", language="en", path=uri,
    )  # fmt: skip
    return Entry(article, content_digest(article), (ArticlePlace(uri, uri, uri),), tuple(made))


def _unit(rows: Vectors) -> Vectors:
    unit: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit
