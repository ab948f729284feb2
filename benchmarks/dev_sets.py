"""The dev sets as the product sees them: one index per set, and for each question the input to ranking."""

import argparse
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bot.conversation import Turn
from embeddings.base import Embedder
from embeddings.registry import fingerprint_of, load_embedder
from retrieval.evaluate import Gold, met
from retrieval.index import IndexReader, Models
from retrieval.index.writer import update_index
from retrieval.ranking.asked import Question
from retrieval.ranking.candidates import Candidate
from retrieval.search import Query, Retriever
from retrieval.types import Article, Hit, Passage, Quote, StandAlone

from .asking import stand_alone

SETS = ("squad2", "clapnq", "mtrag-un", "xquad-es-en", "cranfield", "pooled")
FOREIGN = "xquad-es-en"
"""The set whose questions are not in the language of its articles."""
OWN_FOLDER = Path(__file__).with_name("sets")
OWN = tuple(sorted(it.name for it in OWN_FOLDER.iterdir() if it.is_dir()))
"""The project's own sets, of articles that are nearly all invented."""
HELD_BACK = frozenset("blogs dialogues harbour hearsay minutes plain primer sections service".split())
"""Own sets that nothing is fitted on; they show what the confidence and the models do on new ones."""
MODEL_ONLY = frozenset("atlas borders codex council gazette lexicon peoples queries".split())
"""Own sets that the models are fitted on, but not the confidence: it would trust other sets too much."""
FITTED = (*SETS, *(name for name in OWN if name not in HELD_BACK | MODEL_ONLY))
"""The sets that the confidence is fitted on."""


class Case(Struct, frozen=True):
    """A question with its gold answer, and the candidates found by full text and by vectors."""

    origin: str
    """The set that the question was written for, even if it is read from `pooled`."""
    gold: Gold
    question: Question
    candidates: tuple[Candidate, ...]

    def without(self, articles: frozenset[str]) -> "Case":
        """Return the same question over the index without these articles, so that nothing answers it any more."""
        left = tuple(it for it in self.candidates if it.row.article_id not in articles)
        return replace(self, gold=Gold(answerable=False), candidates=left)

    def without_right_passages(self) -> "Case":
        """Return the same question over the index without the passages that answer it."""
        hits = [(it, shown(it.row.article, it.row.passage)) for it in self.candidates]
        left = tuple(it for it, hit in hits if not met(self.gold, hit, frozenset()))
        return replace(self, gold=Gold(answerable=False), candidates=left)

    def words_only(self) -> "Case":
        """Return the same question as an index without vectors sees it."""
        found = tuple(it._replace(vector=None, sentence_vectors=None) for it in self.candidates if it.bm25 > 0)
        return replace(self, question=replace(self.question, vector=None, model="text"), candidates=found)


def shown(article: Article, passage: Passage) -> Hit:
    """Return a passage as a hit that quotes all of it."""
    return Hit(passage, article, 0.0, Quote(passage, 0, len(passage.text)))


def arguments(description: str) -> argparse.ArgumentParser:
    """Return an argument parser with the options common to all benchmarks on dev sets."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("data", type=Path, help="folder of the dev sets")
    parser.add_argument("--cache", type=Path, default=Path("/tmp/byline-dev"), help="where their indexes are kept")  # noqa: S108
    parser.add_argument("--model", default="minilm")
    return parser


@cache
def embedder(model: str) -> Embedder:
    return load_embedder(model, for_questions=True)


def index(articles: Path, folder: Path, model: str) -> IndexReader:
    """Return a reader of an up-to-date index of these articles."""
    update_index(folder, [articles], Models(choose=lambda *_: model, load=embedder, fingerprint=fingerprint_of))
    return IndexReader(folder)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    yield from (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())


@cache
def cases(data: Path, name: str, *, model: str, folder: Path) -> list[Case]:
    """Return all cases of a set."""
    reader = index_of(data, name, model=model, folder=folder)
    ask = asker(reader, model)
    found = []
    for row, right in questions(data, name, reader):
        question, candidates = ask(stand_alone(row["question"], history(row)))
        origin = next((tag for tag in row.get("tags", ()) if tag in SETS), name)
        found.append(Case(origin, right, question, candidates))
    return found


def index_of(data: Path, name: str, *, model: str, folder: Path) -> IndexReader:
    """Return a reader of an up-to-date index of a set's articles."""
    source = OWN_FOLDER / name / "articles" if name in OWN else data / name / "articles.jsonl"
    return index(source, folder / f"{name}-{model}", model)


def questions(data: Path, name: str, reader: IndexReader) -> Iterator[tuple[dict[str, Any], Gold]]:
    """Yield the questions of a set as they stand in its file, each with what counts as right in its index."""
    with reader.snapshot() as snapshot:
        ids = {Path(it.path).name: it.id for it in snapshot.articles() if it.path}
    for row in rows((OWN_FOLDER if name in OWN else data) / name / "questions.jsonl"):
        yield row, gold(row, ids)


def history(row: dict[str, Any]) -> list[Turn]:
    return [Turn(question=turn["question"], answer=turn.get("answer")) for turn in row.get("history", ())]


def gold(row: dict[str, Any], ids: Mapping[str, str] | None = None) -> Gold:
    """Return what counts as right; `ids` maps file names to article ids, for sets that name articles by file."""
    answer, passage, article = (_listed(row.get(key, ())) for key in ("answer", "passage", "article"))
    articles = [(ids or {}).get(name, name) for name in article]
    return Gold.of(answerable=row.get("answerable", True), answer=answer, passage=passage, article=articles)


def _listed(value: str | Sequence[str]) -> Sequence[str]:
    return [value] if isinstance(value, str) else value


Asker = Callable[[str], tuple[Question, tuple[Candidate, ...]]]


def asker(reader: IndexReader, model: str) -> Asker:
    """Return a function that maps a question to what the Retriever would hand to ranking."""
    retriever = Retriever(reader, lambda _: embedder(model))

    def ask(text: str) -> tuple[Question, tuple[Candidate, ...]]:
        with retriever.snapshot() as snapshot:
            question, found = retriever.candidates(retriever.read(Query(StandAlone(text)), snapshot), snapshot)
            return question, tuple(_own(it) for it in found)

    return ask


def _own(it: Candidate) -> Candidate:
    """Return a fully loaded candidate with its own copy of the vector: the reader may close the index's file."""
    assert it.row.passage.article_id == it.row.article_id  # noqa: S101 - reads it
    return it._replace(vector=None if it.vector is None else it.vector.copy())
