"""The corpus for comparing speed: a dev set's passages and questions, filled up with synthetic passages."""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from msgspec import Struct

from embeddings.registry import load_embedder
from retrieval.types import PARAGRAPH_BREAK

from .measure import byline, whole_process
from .synthetic import PASSAGES, articles, base_vectors, fill, turned

MINIMUM_WORDS = 20
"""A found passage that is only part of a gold passage counts as right if it has at least so many words."""


class Case(Struct, frozen=True):
    """A question and its gold passages, any of which is right."""

    question: str
    gold: tuple[str, ...]

    def ndcg(self, texts: list[str]) -> float:
        """Return nDCG@10 of the texts found, given best first."""
        left, gained = list(self.gold), 0.0
        for place, text in enumerate(texts[:10]):
            if right := next((gold for gold in left if _same(gold, text)), None):
                left.remove(right)
                gained += 1 / float(np.log2(place + 2))
        return gained / sum(1 / float(np.log2(place + 2)) for place in range(min(len(self.gold), 10)))


class Corpus(Struct, frozen=True):
    """The paths of a corpus's files."""

    folder: Path

    @property
    def passages(self) -> Path:
        return self.folder / "passages.jsonl"

    @property
    def vectors(self) -> Path:
        return self.folder / "vectors.npy"

    @property
    def index(self) -> Path:
        return self.folder / "byline"

    def texts(self) -> list[str]:
        with self.passages.open(encoding="utf-8") as lines:
            return [json.loads(line)["text"] for line in lines]


def prepare(folder: Path, data: Path, count: int) -> Corpus:
    """Return the corpus of a dev set and a size; build what does not exist yet."""
    corpus = Corpus(folder / f"{data.name}-{count}")
    if not corpus.vectors.exists():
        corpus.folder.mkdir(parents=True, exist_ok=True)
        real = list(dict.fromkeys(_paragraphs(data / "articles.jsonl")))[:count]
        made = [passage.text for entry in articles(-(-count // PASSAGES)) for passage in entry.passages]
        texts = [*real, *made][:count]
        corpus.passages.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
        drawn = turned(base_vectors(), len(texts) - len(real), np.random.default_rng(1))
        np.save(corpus.vectors, np.concatenate([load_embedder("minilm").embed_passages(texts[: len(real)]), drawn]))
    if not corpus.index.exists():
        whole_process([*byline(corpus.index), "index", "--model", "minilm", str(data / "articles.jsonl")])
        fill(corpus.index, count)
    return corpus


def cases(data: Path, count: int) -> list[Case]:
    """Return questions of a dev set that have gold passages, spread evenly over the set."""
    with (data / "questions.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    found = [Case(row["question"], tuple(row["passage"])) for row in rows if row.get("passage")]
    return [found[at] for at in np.linspace(0, len(found) - 1, min(count, len(found))).astype(int)]


def _paragraphs(file: Path) -> Iterator[str]:
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            yield from json.loads(line)["text"].split(PARAGRAPH_BREAK)


def _same(gold: str, text: str) -> bool:
    gold, text = " ".join(gold.split()), " ".join(text.split())
    return gold in text or (text in gold and len(text.split()) >= MINIMUM_WORDS)
