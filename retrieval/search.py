"""Retriever: a stand-alone question → candidates from one snapshot of the index → hits and an answer."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from threading import Semaphore

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from embeddings.base import Embedder, Vector, reads

from .answering.answer import answer, is_borderline
from .answering.differences import differing, standing_first, wanted
from .index import IndexReader, ModelRecord, Snapshot
from .index.snapshot import PerVersionCache, Row
from .language_means import language_means
from .question.terms import question_stems
from .question.typed import normalized
from .question_reader import QuestionReader, ReadQuestion
from .ranking.asked import Question
from .ranking.candidates import Candidate
from .ranking.copies import collapse, fold
from .ranking.cross_language import SHARED, language_bonus
from .ranking.following import FollowUpContext, Home
from .ranking.fusion import scaled
from .ranking.rerank import Ranked, rank
from .stores import VectorStore
from .stores.base import Ids
from .types import Answer, Filter, Hit, StandAlone

CANDIDATES = 50
"""Passages gathered by each leg (full-text search, vector search); the second stage ranks their union."""

OVERFETCH = 4
"""Where the articles are in several languages, the vector search examines this many times more passages: the nearest
ones are mostly in the question's own language."""

MOST_CANDIDATES = 16 * CANDIDATES
"""Upper limit of gathering more where nearly all passages are copies of each other."""

TITLE_WEIGHT = 2.0
"""A word in the title counts as much as two in the passage."""

UNREAD_TRUST = 0.3
"""Weight of a model's cosine similarities for a question in a language that the model does not read: its names and loan
words still find more than full-text search alone. Spanish over English articles, MiniLM: nDCG@10 0.70 at 1, 0.75 from
0.35 to 0.15, 0.73 at 0."""

OWN_WORDS = 0.3
"""Weight of the vector of a follow-up's own words, against that of the whole question with the words carried over. At 0
a sentence about the carried words alone passes for an answer, at 0.5 right ones fall below the threshold."""

AT_ONCE = min(4, os.cpu_count() or 2)
"""Questions processed at a time, over all callers: more slow each other down. Eight threads on two cores had 57 answers
a second with this limit, 43 without it; two threads had 59 (medians of eight alternating runs)."""

HOME_CHARS = 120
HOME_LOOKED_AT = 8
"""To find the article of a quote again, its first characters are searched, and this many passages are checked."""

MAX_STEMS = 64
"""Stems of a question that are searched, over all languages; bounds the cost of a question."""


class Query(Struct, frozen=True):
    """A question with the options that it is asked with."""

    question: StandAlone
    """Read up to `typed.MAX_QUESTION_CHARS`."""
    k: int = 5
    """Number of passages wanted."""
    where: Filter = Filter()
    max_error: float | None = None
    """The accepted share of wrong answers; None uses the calibrated threshold."""
    quoted: tuple[str, ...] = ()
    """Quotes shown earlier in the conversation that the question continues."""
    home: Home | None = None
    """The article of the conversation's last answer, if the question may be about it too."""


class Retriever:
    """Answers stand-alone questions over one index. Any number of threads may ask at once.

    Args:
        embedder_for: returns the model that an index was built with.
        today: returns the day from which "last week" in a question is counted.
    """

    def __init__(
        self,
        reader: IndexReader,
        embedder_for: Callable[[ModelRecord], Embedder],
        *,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._reader = reader
        self._embedder_for = embedder_for
        self._questions = QuestionReader(embedder_for, today)
        self._means = PerVersionCache(language_means)
        self._at_work = Semaphore(AT_ONCE)

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Wait for a turn, then yield the index as it is now; it stays unchanged until the block ends."""
        with self._at_work, self._reader.snapshot() as snapshot:
            yield snapshot

    def ask(self, query: Query, snapshot: Snapshot) -> Answer:
        """Return the answer to a question, or why there is none.

        Raises:
            StoreError, EmbeddingError: the index or its model cannot be used.
        """
        first = self.read(query, snapshot)
        found = self._respond(query, first, snapshot)
        if first.doubtful and not found.answered:
            # Another source may quote the one named: "what did she tell The Gazette" may be answered in the Herald.
            other = self._respond(query, self.read(query, snapshot, certain_only=True), snapshot)
            shown = [it.passage for it in found.hits]  # the filter's words alone make the same passage score higher
            if other.answered or (other.confidence > found.confidence and other.hits[0].passage not in shown):
                found = other
        return found

    def read(self, query: Query, snapshot: Snapshot, *, certain_only: bool = False) -> ReadQuestion:
        """Return a question as it is searched; `certain_only` keeps words in it that are only likely to be a filter."""
        own, carried = normalized(query.question.own), normalized(query.question.carried)
        return self._questions.read(StandAlone(own, carried), query.where, snapshot, certain_only=certain_only)

    def candidates(self, read: ReadQuestion, snapshot: Snapshot) -> tuple[Question, list[Candidate]]:
        """Return the input of the ranking: the prepared question and the candidate passages."""
        question, stems = self._prepare(read, snapshot)
        return question, _gather_apart(question, stems, snapshot, read.where) if stems else []

    def _respond(self, query: Query, read: ReadQuestion, snapshot: Snapshot) -> Answer:
        question, candidates = self.candidates(read, snapshot)
        quoted = query.quoted if query.question.carried else ()
        quotes = tuple(quote for quote in quoted if any(quote in it.row.text for it in candidates))
        if quotes:
            question = replace(question, before=self._before(question, quotes, read.question.own, snapshot.model))
        if query.home and not any(term.name for term in question.terms(question.language)):
            question = replace(question, home=query.home)
        limit, further, compared = wanted(question.text, query.k)
        ranked = rank(question, candidates, limit=limit, further=further)
        hits = [it.hit for it in ranked]
        if ranked:
            hits[0] = _judged(question, ranked[0], query.max_error)
        found = answer(
            question,
            hits[: query.k],
            max_error=query.max_error,
            where=read.where,
            in_scope=bool(hits) or read.where.empty or snapshot.matching(read.where).size > 0,
            generation=snapshot.generation,
        )
        if found.answered and compared:
            hits[1:] = [it.judged() for it in ranked[1:]]
        reported = differing(question.text, hits) if found.answered else ()
        shown = collapse(standing_first(question.text, hits, reported)[: query.k], snapshot.story_of)
        return replace(
            found, question=query.question.own, hits=tuple(shown), understood=read.understood, reported=reported
        )

    def _prepare(self, read: ReadQuestion, snapshot: Snapshot) -> tuple[Question, list[str]]:
        """Return the question as the ranking expects it, and the stems for the full-text search."""
        text, language = read.question.text, read.language
        unknown = [code for code, _ in snapshot.languages() if code is None]
        stems = (stem for code in (*read.languages, *unknown) for stem in question_stems(text, code, language))
        distinct = list(dict.fromkeys(stems))[:MAX_STEMS]
        model = snapshot.model
        family = model.name.partition(":")[0]  # `minilm:int8` is calibrated as `minilm`
        embedder = self._embedder_for(model) if distinct and model.dim else None
        embed = None if embedder is None else embedder.embed_queries
        is_read = embedder is None or reads(embedder, language)
        question = Question(
            text=text,
            vector=None if embed is None else embed([read.marked])[0],
            language=language,
            document_frequencies=snapshot.document_frequencies(distinct),
            passages=snapshot.count(),
            model=family,
            trust=1.0 if is_read else UNREAD_TRUST,
            languages=read.languages,
            carried=read.question.carried,
            means=self._means.of(snapshot) if embed is not None and family in SHARED else {},
            embed=embed if is_read else None,
        )
        return question, distinct

    def _before(self, question: Question, quotes: tuple[str, ...], own: str, model: ModelRecord) -> FollowUpContext:
        """Return the context of a follow-up: the quotes before it, its own words and its vector in their articles."""
        vector = question.vector
        if vector is not None:
            [alone] = self._embedder_for(model).embed_queries([own])
            vector = (1 - OWN_WORDS) * vector + OWN_WORDS * alone
        return FollowUpContext(quotes, own, vector)


def _judged(question: Question, best: Ranked, max_error: float | None) -> Hit:
    """Return the best hit with its signals.

    Whether the words that its quote lacks are implied in it takes a run of the model, so it is found out only where it
    decides.
    """
    hit = best.judged()
    return best.judged(question) if is_borderline(question, hit, max_error) else hit


def home_of(quote: str, snapshot: Snapshot) -> Home | None:
    """Return the article that a quote is from; None where no passage holds the quote."""
    said = quote[:HOME_CHARS]
    stems = dict.fromkeys(stem for code, _ in snapshot.languages() for stem in question_stems(said, code))
    found = snapshot.rows([row for row, _ in snapshot.full_text(list(stems)[:MAX_STEMS], HOME_LOOKED_AT)])
    row = next((row for row in found if quote in row.text), None)
    return None if row is None else Home(row.article_id, row.article.source)


def _gather_apart(question: Question, stems: Sequence[str], snapshot: Snapshot, where: Filter) -> list[Candidate]:
    """Return the best passages of both legs, near copies once; gather more where copies fill the legs."""
    allowed = None if where.empty else snapshot.matching(where)
    limit = CANDIDATES
    while True:
        by_words = dict(snapshot.full_text(stems, limit, title_weight=TITLE_WEIGHT, allowed=allowed))
        ids = dict.fromkeys([*by_words, *_nearest(question, snapshot, limit, allowed)])
        rows = snapshot.rows(list(ids))
        apart = fold(rows, snapshot.stories([row.article_id for row in rows]))
        if len(apart) >= CANDIDATES // 2 or len(rows) < limit or limit >= MOST_CANDIDATES:
            return _candidates(apart, by_words, question, snapshot)
        limit *= 4


def _candidates(
    rows: Sequence[Row], by_words: Mapping[int, float], question: Question, snapshot: Snapshot
) -> list[Candidate]:
    """Return passages, each with its vectors and its BM25 score."""
    vectors = {} if question.vector is None else _vectors(snapshot.store, [row.id for row in rows])
    sentence_vectors = snapshot.sentence_vectors(list(vectors)) if vectors else {}
    return [
        Candidate(row, vectors.get(row.id), sentence_vectors.get(row.id), by_words.get(row.id, 0.0)) for row in rows
    ]


def _nearest(question: Question, snapshot: Snapshot, limit: int, allowed: Ids | None) -> list[int]:
    """Return the ids of the passages nearest to a question, without preference for those in its own language."""
    if question.vector is None:
        return []
    mask = None if allowed is None else np.isin(snapshot.store.ids, allowed, assume_unique=True)
    ids, cosines = snapshot.store.search(question.vector, limit * (OVERFETCH if question.means else 1), mask=mask)
    if question.means:
        abroad = language_bonus(question, [row.language for row in snapshot.rows(ids.tolist())])
        ids = ids[np.argsort(-scaled(cosines.astype(np.float64), question.model) - abroad, kind="stable")]
    nearest: list[int] = ids[:limit].tolist()
    return nearest


def _vectors(store: VectorStore, rows: Sequence[int]) -> dict[int, Vector]:
    """Return the vectors of passages by row id, for those that have one."""
    ids = np.array(rows, np.int64)
    there, vectors = store.vectors_of(ids)
    return dict(zip(ids[there].tolist(), vectors, strict=True))
