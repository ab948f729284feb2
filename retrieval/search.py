"""Retriever: a stand-alone question → candidates of one snapshot → hits and an answer."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from embeddings.base import Embedder, Vector, Vectors

from .answer import answer
from .duplicates import collapse, fold
from .index import IndexReader, ModelRecord, Row, Snapshot
from .language import detect_language
from .rerank import Candidate, Question, rank
from .spelling import Correction, correct
from .stores import VectorStore
from .terms import question_stems
from .types import Answer, Filter

CANDIDATES = 50
"""Gathered by each leg, words and vectors; the second stage looks at their union."""

TITLE_WEIGHT = 2.0
"""A word in the title counts as much as two in the passage (BM25 column weights)."""

MAX_QUESTION_CHARS = 2_000
"""What of a question is read: more says no more, and a megabyte shall cost no more than this."""

MAX_STEMS = 64
MAX_LANGUAGES = 8
"""Of an index with more languages the commonest are searched by their stems."""


class Retriever:
    """Answers stand-alone questions over one index. Any number of threads may ask at once.

    Args:
        embedder_for: gives the model that an index was made with.
    """

    def __init__(self, reader: IndexReader, embedder_for: Callable[[ModelRecord], Embedder]) -> None:
        self._reader = reader
        self._embedder_for = embedder_for

    def ask(
        self,
        question: str,
        *,
        asked: str | None = None,
        k: int = 5,
        where: Filter = Filter(),  # noqa: B008 - frozen
        threshold: float | None = None,
    ) -> Answer:
        """Return the answer to a question, or why there is none.

        Args:
            question: stand-alone; read up to `MAX_QUESTION_CHARS`.
            asked: the user's own words, where they differ.
            k: how many passages come with it.
            threshold: the confidence from which on a quote is an answer; None for the calibrated one.

        Raises:
            StoreError, EmbeddingError: the index or its model cannot be used.
        """
        text = clean(question)
        with self._reader.snapshot() as snapshot:
            text, corrections = self._corrected(text, snapshot)
            prepared, stems = self._prepare(text, snapshot)
            gathered = _gather(prepared, stems, snapshot, where) if stems else []
            candidates = fold(gathered, snapshot.stories([it.article.id for it in gathered]))
            found = answer(
                prepared,
                collapse(rank(prepared, candidates, limit=k), snapshot.story_of),
                asked=question if asked is None else asked,
                threshold=threshold,
                where=where,
                generation=snapshot.generation,
            )
        return replace(found, understood=tuple(f"“{it.written}” as “{it.read_as}”" for it in corrections))

    def _corrected(self, text: str, snapshot: Snapshot) -> tuple[str, tuple[Correction, ...]]:
        """Return the question as the articles spell its words."""
        model = snapshot.model

        def known(word: str) -> bool:
            """A model keeps whole the words that are common wherever it learnt to read."""
            if model.dim == 0:
                return False
            nothing, one = self._embedder_for(model).count_tokens(["", word.lower()])
            return one - nothing <= 1

        languages, language = _languages(text, snapshot)
        return correct(text, language, languages, snapshot, known=known)

    def _prepare(self, text: str, snapshot: Snapshot) -> tuple[Question, list[str]]:
        """Return the question as ranking wants it, and the stems that search its words."""
        languages, language = _languages(text, snapshot)
        stems = [stem for code in dict.fromkeys([language, *languages]) for stem in question_stems(text, code)]
        distinct = list(dict.fromkeys(stems))[:MAX_STEMS]
        model = snapshot.model
        vector = self._embed(text, language, model) if distinct else None
        question = Question(
            text=text,
            vector=vector,
            language=language,
            counts=snapshot.document_frequencies(distinct),
            passages=snapshot.count(),
            model=model.name.partition(":")[0],  # `minilm:int8` is calibrated as `minilm`
        )
        return question, distinct

    def _embed(self, text: str, language: str, model: ModelRecord) -> Vector | None:
        """Return the question's vector; None where the model cannot read the question."""
        if model.dim == 0:
            return None
        embedder = self._embedder_for(model)
        if embedder.languages is not None and language not in embedder.languages:
            return None
        vector: Vector = embedder.embed_queries([text])[0]
        return vector


def _languages(text: str, snapshot: Snapshot) -> tuple[list[str], str]:
    """Return the commonest languages of the articles, and that of the question."""
    languages = [code for code, _ in snapshot.languages() if code][:MAX_LANGUAGES]
    return languages, detect_language(text) or (languages[0] if languages else "en")


def clean(question: str) -> str:
    """Return what is searched of a question: NFKC, invisible characters gone, white space folded, bounded."""
    folded = unicodedata.normalize("NFKC", question[:MAX_QUESTION_CHARS])
    seen = "".join(
        c if unicodedata.category(c) not in {"Cc", "Cf", "Co", "Cn", "Cs"} else " " * (c in "\t\n\r") for c in folded
    )
    return " ".join(seen.split())[:MAX_QUESTION_CHARS]


def _gather(question: Question, stems: Sequence[str], snapshot: Snapshot, where: Filter) -> list[Candidate]:
    """Return the best passages of both legs, each with its vectors and its BM25 score."""
    allowed = None if where.empty else snapshot.matching(where)
    by_words = dict(snapshot.full_text(stems, CANDIDATES, title_weight=TITLE_WEIGHT, allowed=allowed))
    ids = dict.fromkeys(by_words)
    store = None
    if question.vector is not None:
        store = snapshot.store
        mask = None if allowed is None else np.isin(store.ids, allowed, assume_unique=True)
        nearest, _ = store.search(question.vector, CANDIDATES, mask=mask)
        ids.update(dict.fromkeys(nearest.tolist()))
    rows = snapshot.rows(list(ids))
    sentence_vectors = snapshot.sentence_vectors([row.id for row in rows]) if store is not None else {}
    return [_candidate(row, by_words, store, sentence_vectors) for row in rows]


def _candidate(
    row: Row, by_words: Mapping[int, float], store: VectorStore | None, sentence_vectors: Mapping[int, Vectors]
) -> Candidate:
    vector = None if store is None else _vector(store, row.id)
    return Candidate(
        passage=row.passage,
        article=row.article,
        vector=vector,
        sentence_vectors=sentence_vectors.get(row.id) if vector is not None else None,
        bm25=by_words.get(row.id, 0.0),
    )


def _vector(store: VectorStore, row: int) -> Vector | None:
    place = int(np.searchsorted(store.ids, row))
    if place == len(store.ids) or store.ids[place] != row:
        return None
    vector: Vector = store.vectors[place]
    return vector
