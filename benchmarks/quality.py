"""One table of ranking and answering on the dev sets: plain baselines, the product, the product without each stage.

python -m benchmarks.quality DATA [--model multilingual] [--sets squad2 pooled] [--stages]
"""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from unittest.mock import patch

import numpy as np

from retrieval import search
from retrieval.answering.answer import answer
from retrieval.evaluate import judge_question
from retrieval.measures import summarise
from retrieval.ranking import features, fusion, quote, rerank
from retrieval.types import Answer, Filter, Hit, Quote

from .dev_sets import SETS, Case, arguments, cases

DEPTH = 10
COLUMNS = {
    "ndcg@10": "nDCG@10", "hit@1": "hit@1", "hit@5": "hit@5", "contain": "contain", "f1": "F1",
    "words@hit": "words@hit", "quote words": "quote words",
    "auroc": "AUROC", "coverage": "coverage", "precision": "precision",
    "false answers": "false", "risk@80": "risk@80", "ece": "ECE",
}  # fmt: skip

Ranker = Callable[[Case], list[Hit]]


def plain(words: float, meaning: float, *, ranks: bool = False) -> Ranker:
    """Return a ranker by weighted sums of scores (or reciprocal ranks) that quotes the nearest sentence."""

    def rank(case: Case) -> list[Hit]:
        found = case.candidates
        legs = [_cosines(case), np.array([it.bm25 for it in found])]
        scaled = [_reciprocal(leg) if ranks else _min_max(leg) for leg in legs]
        scores = meaning * scaled[0] + words * scaled[1]
        best = np.argsort(-scores, kind="stable")[:DEPTH]
        return [_plain_hit(case, int(at), float(scores[at])) for at in best]

    return rank


def product(case: Case) -> list[Hit]:
    ranked = rerank.rank(case.question, case.candidates, limit=DEPTH)
    return [*(search._judged(case.question, it, None) for it in ranked[:1]), *(it.hit for it in ranked[1:])]


def _cosines(case: Case) -> np.ndarray:
    asked = case.question.vector
    vectors = [it.vector for it in case.candidates]
    return np.array([0.0 if asked is None or vector is None else float(vector @ asked) for vector in vectors])


def _min_max(scores: np.ndarray) -> np.ndarray:
    return (scores - scores.min(initial=0)) / (np.ptp(scores) or 1.0) if len(scores) else scores


def _reciprocal(scores: np.ndarray) -> np.ndarray:
    return 1 / (60 + np.argsort(np.argsort(-scores, kind="stable"), kind="stable"))


def _plain_hit(case: Case, at: int, score: float) -> Hit:
    it = case.candidates[at]
    asked, said = case.question.vector, it.sentence_vectors
    near = [0.0] if asked is None or said is None else list(said @ asked)
    passage = it.row.passage
    start, end = passage.sentences[int(np.argmax(near))] if passage.sentences else (0, len(passage.text))
    return Hit(passage, it.row.article, score, Quote(passage, start, end))


# Each stage, and the constants that switch it off.
STAGES: dict[str, Sequence[tuple[object, str, float]]] = {
    "without sentence vectors": [(fusion, "SENTENCE_WEIGHT", 0.0), (fusion, "PASSAGE_WEIGHT", 1.0)],
    "without passage vectors": [(fusion, "PASSAGE_WEIGHT", 0.0), (fusion, "SENTENCE_WEIGHT", 1.0)],
    "without full text": [(fusion, "WORDS_WEIGHT", 0.0)],
    "without names": [(rerank, "NAMES_WEIGHT", 0.0)],
    "without words together": [(rerank, "TOGETHER_WEIGHT", 0.0)],
    "without words in the title": [(rerank, "TITLED_WEIGHT", 0.0)],
    "without thing told": [(rerank, "HELD_WEIGHT", 0.0)],
    "quote by meaning alone": [(features, "GRANTED_WEIGHT", 0.0), (quote, "WANTED_WEIGHT", 0.0)],
    "quote without kind wanted": [(quote, "WANTED_WEIGHT", 0.0)],
}


def figures(found: Sequence[Case], ranker: Ranker, *, judged: bool) -> str:
    """Return one line of the table; confidence figures only if the ranker's answers are `judged`."""
    judgements = []
    for case in found:
        hits = ranker(case)
        if judged:
            result = answer(case.question, hits, max_error=None, where=Filter(), generation=0)
        else:
            result = Answer(case.question.text, case.question.text, tuple(hits), 0.0, False)
        judgements.append(judge_question(case.gold, result))
    summary = summarise(judgements)
    shown = list(COLUMNS)[: len(COLUMNS) if judged else 7]
    return " | ".join(_number(summary[key]) if key in shown else "–" for key in COLUMNS)


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f}" if value > 10 else f"{value:.3f}"


def main() -> None:
    parser = arguments(__doc__.splitlines()[0])
    parser.add_argument("--sets", nargs="*", default=SETS)
    parser.add_argument("--stages", action="store_true", help="leave out each stage once")
    chosen = parser.parse_args()
    print(f"| set | what | {' | '.join(COLUMNS.values())} |")
    print("| --- | --- " + "| --- " * len(COLUMNS) + "|")
    for name in chosen.sets:
        found = cases(chosen.data, name, model=chosen.model, folder=chosen.cache)
        for what, ranker in {
            "words": plain(1, 0),
            "meaning": plain(0, 1),
            "reciprocal ranks": plain(1, 1, ranks=True),
            "plain sum": plain(1, 1),
        }.items():
            print(f"| {name} | {what} | {figures(found, ranker, judged=False)} |", flush=True)
        print(f"| {name} | **product** | {figures(found, product, judged=True)} |", flush=True)
        for what, changes in STAGES.items() if chosen.stages else ():
            with ExitStack() as stack:
                for module, constant, value in changes:
                    stack.enter_context(patch.object(module, constant, value))
                print(f"| {name} | {what} | {figures(found, product, judged=True)} |", flush=True)


if __name__ == "__main__":
    main()
