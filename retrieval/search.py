"""Retriever: a stand-alone question → candidates of one snapshot → hits and an answer."""

import os
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

import numpy as np

from embeddings.base import Embedder, Vector, reads

from .answering.answer import answer, is_close
from .answering.differences import differing, wanted
from .index import IndexReader, ModelRecord, Snapshot
from .means import LanguageMeans
from .question.terms import question_stems
from .ranking.abroad import SHARED, given_abroad
from .ranking.asked import Question
from .ranking.candidates import Candidate
from .ranking.copies import collapse, fold
from .ranking.following import Before, Home
from .ranking.fusion import scaled
from .ranking.rerank import rank
from .reading import QuestionReader, ReadQuestion
from .stores import VectorStore
from .stores.base import Mask
from .turns import Turns
from .types import Answer, Filter, StandAlone

CANDIDATES = 50
"""Gathered by each leg, words and vectors; the second stage looks at their union."""

ABROAD_TOO = 4
"""So many times as many are looked at where articles are in several languages: the nearest are mostly in the question's
own."""

MOST_CANDIDATES = 16 * CANDIDATES
"""Gathered where nearly all are copies of each other."""

TITLE_WEIGHT = 2.0
"""A word in the title counts as much as two in the passage."""

UNREAD_TRUST = 0.3
"""What a model's cosines count for a question in a language that it does not read: its names and loans still find more
than words alone. Spanish over English articles, MiniLM: nDCG@10 0.70 at 1, 0.75 from 0.35 to 0.15, 0.73 at 0."""

OWN_WORDS = 0.3
"""What the meaning of a follow-up's own words counts for, beside that of all of it with what was carried over. At 0 a
sentence about nothing but the latter is taken for an answer, at 0.5 right ones are no longer sure enough."""

MAX_QUESTION_CHARS = 2_000
"""What of a question is read: more says no more, and a megabyte shall cost no more than this."""

AT_ONCE = min(4, os.cpu_count() or 2)
"""Questions that are worked on at a time, whoever asks: more get in each other's way. Eight threads on two cores had 57
answers a second with this limit, 43 without it; two threads had 59 (medians of eight runs, by turns)."""

HOME_CHARS = 120
HOME_LOOKED_AT = 8
"""What of a quote finds its article again, and among how many passages."""

MAX_STEMS = 64
"""Of a question in all languages that it is searched in, the first of it: bounds what one costs."""


@dataclass(frozen=True, slots=True)
class Query:
    """A question, and what is wanted with it however it is read."""

    question: StandAlone
    """Read up to `MAX_QUESTION_CHARS`."""
    k: int = 5
    """How many passages are wanted."""
    where: Filter = field(default_factory=Filter)
    max_error: float | None = None
    """The share of wrong answers that is put up with; None leaves it to the calibration."""
    quoted: tuple[str, ...] = ()
    """What was shown before in the conversation that it goes on with."""
    home: Home | None = None
    """Where the last answer of the conversation stood, if the question may go on from it."""


class Retriever:
    """Answers stand-alone questions over one index. Any number of threads may ask at once.

    Args:
        embedder_for: gives the model that an index was made with.
        today: gives the day that "last week" in a question is counted from.
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
        self._means = LanguageMeans()
        self._turns = Turns(AT_ONCE)

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Give the index as it is now to whose turn it is to ask; it stays so until the block ends."""
        with self._turns, self._reader.snapshot() as snapshot:
            yield snapshot

    def ask(self, query: Query, snapshot: Snapshot) -> Answer:
        """Return the answer to a question, or why there is none.

        Raises:
            StoreError, EmbeddingError: the index or its model cannot be used.
        """
        first = self.read(query, snapshot)
        found = self._respond(query, first, snapshot)
        if first.doubtful and not found.answered:
            # Who is named may have been cited by another: "what did she tell The Gazette" stands in the Herald.
            other = self._respond(query, self.read(query, snapshot, surely=True), snapshot)
            shown = [it.passage for it in found.hits]  # by the filter's words, too, the same is surer and no other
            if other.answered or (other.confidence > found.confidence and other.hits[0].passage not in shown):
                found = other
        return found

    def read(self, query: Query, snapshot: Snapshot, *, surely: bool = False) -> ReadQuestion:
        """Return a question as it is searched; `surely` leaves in it what only likely is a filter."""
        own, carried = clean(query.question.own), clean(query.question.carried)
        return self._questions.read(StandAlone(own, carried), query.where, snapshot, surely=surely)

    def candidates(self, read: ReadQuestion, snapshot: Snapshot) -> tuple[Question, list[Candidate]]:
        """Return what ranking is given: the question, and the passages that may answer it."""
        question, stems = self._prepare(read, snapshot)
        return question, _gather_apart(question, stems, snapshot, read.where) if stems else []

    def _respond(self, query: Query, read: ReadQuestion, snapshot: Snapshot) -> Answer:
        question, candidates = self.candidates(read, snapshot)
        quoted = query.quoted if query.question.carried else ()
        quotes = tuple(quote for quote in quoted if any(quote in it.passage.text for it in candidates))
        if quotes:
            question = replace(question, before=self._before(question, quotes, read.question.own, snapshot.model))
        if query.home and not any(term.name for term in question.terms(question.language)):
            question = replace(question, home=query.home)
        limit, further = wanted(question.text, query.k)
        hits = rank(
            question,
            candidates,
            limit=limit,
            further=further,
            is_close=lambda hit: is_close(question, hit, query.max_error),
        )
        found = answer(
            question,
            collapse(hits[: query.k], snapshot.story_of),
            max_error=query.max_error,
            where=read.where,
            generation=snapshot.generation,
        )
        reported = differing(question.text, hits) if found.answered else ()
        return replace(found, question=query.question.own, understood=read.understood, reported=reported)

    def _prepare(self, read: ReadQuestion, snapshot: Snapshot) -> tuple[Question, list[str]]:
        """Return the question as ranking wants it, and the stems that search its words."""
        text, language = read.question.text, read.language
        stems = (stem for code in read.languages for stem in question_stems(text, code, language))
        distinct = list(dict.fromkeys(stems))[:MAX_STEMS]
        model = snapshot.model
        family = model.name.partition(":")[0]  # `minilm:int8` is calibrated as `minilm`
        embedder = self._embedder_for(model) if distinct and model.dim else None
        embed = None if embedder is None else partial(embedder.embed_queries, alone=self._turns.alone)
        is_read = embedder is None or reads(embedder, language)
        question = Question(
            text=text,
            vector=None if embed is None else embed([read.marked])[0],
            language=language,
            counts=snapshot.document_frequencies(distinct),
            passages=snapshot.count(),
            model=family,
            trust=1.0 if is_read else UNREAD_TRUST,
            languages=read.languages,
            carried=read.question.carried,
            means=self._means.of(snapshot) if embed is not None and family in SHARED else {},
            embed=embed if is_read else None,
        )
        return question, distinct

    def _before(self, question: Question, quotes: tuple[str, ...], own: str, model: ModelRecord) -> Before:
        """Return what a follow-up was asked after."""
        vector = question.vector
        if vector is not None:
            [alone] = self._embedder_for(model).embed_queries([own], alone=self._turns.alone)
            vector = (1 - OWN_WORDS) * vector + OWN_WORDS * alone
        return Before(quotes, own, vector)


def home_of(quote: str, snapshot: Snapshot) -> Home | None:
    """Return which article a quote is from; None where it is nowhere to be found."""
    said = quote[:HOME_CHARS]
    stems = dict.fromkeys(stem for code, _ in snapshot.languages() for stem in question_stems(said, code))
    found = snapshot.rows([row for row, _ in snapshot.full_text(list(stems)[:MAX_STEMS], HOME_LOOKED_AT)])
    row = next((row for row in found if quote in row.passage.text), None)
    return None if row is None else Home(row.article_id, row.article.source)


def clean(question: str) -> str:
    """Return what is searched of a question: NFKC, invisible characters gone, white space folded, bounded."""
    return visible(unicodedata.normalize("NFKC", question[:MAX_QUESTION_CHARS]))


def visible(question: str) -> str:
    """Return a question in one line, without what nobody can see, bounded."""
    seen = "".join(
        c if unicodedata.category(c) not in {"Cc", "Cf", "Co", "Cn", "Cs"} else " " * c.isspace() for c in question
    )
    return " ".join(seen.split())[:MAX_QUESTION_CHARS]


def _gather_apart(question: Question, stems: Sequence[str], snapshot: Snapshot, where: Filter) -> list[Candidate]:
    """Return the best passages of both legs, near copies once: where these fill the legs, further ones are gathered."""
    limit = CANDIDATES
    while True:
        gathered = _gather(question, stems, snapshot, where, limit)
        apart = fold(gathered, snapshot.stories([it.article_id for it in gathered]))
        if len(apart) >= CANDIDATES // 2 or len(gathered) < limit or limit >= MOST_CANDIDATES:
            return apart
        limit *= 4


def _gather(question: Question, stems: Sequence[str], snapshot: Snapshot, where: Filter, limit: int) -> list[Candidate]:
    """Return the best passages of both legs, each with its vectors and its BM25 score."""
    allowed = None if where.empty else snapshot.matching(where)
    by_words = dict(snapshot.full_text(stems, limit, title_weight=TITLE_WEIGHT, allowed=allowed))
    ids = dict.fromkeys(by_words)
    store = None
    if question.vector is not None:
        store = snapshot.store
        mask = None if allowed is None else np.isin(store.ids, allowed, assume_unique=True)
        ids.update(dict.fromkeys(_nearest(question, snapshot, limit, mask)))
    rows = snapshot.rows(list(ids))
    found = [row.id for row in rows]
    vectors = _vectors(store, found) if store is not None else {}
    sentence_vectors = snapshot.sentence_vectors(list(vectors)) if vectors else {}
    return [
        Candidate(
            row=row,
            vector=vectors.get(row.id),
            sentence_vectors=sentence_vectors.get(row.id),
            bm25=by_words.get(row.id, 0.0),
        )
        for row in rows
    ]


def _nearest(question: Question, snapshot: Snapshot, limit: int, mask: Mask | None) -> list[int]:
    """Return the rows that are nearest to a question, its own language not preferred."""
    assert question.vector is not None  # noqa: S101 - for the type checker
    ids, cosines = snapshot.store.search(question.vector, limit * (ABROAD_TOO if question.means else 1), mask=mask)
    if question.means:
        abroad = given_abroad(question, [row.language for row in snapshot.rows(ids.tolist())])
        ids = ids[np.argsort(-scaled(cosines.astype(np.float64), question.model) - abroad, kind="stable")]
    nearest: list[int] = ids[:limit].tolist()
    return nearest


def _vectors(store: VectorStore, rows: Sequence[int]) -> dict[int, Vector]:
    """Return the vectors of passages by row id, of those that have one."""
    ids = np.array(rows, np.int64)
    there, vectors = store.vectors_of(ids)
    return dict(zip(ids[there].tolist(), vectors, strict=True))
