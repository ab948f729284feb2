"""Metrics over the outcomes of golden questions: quality of ranking, abstention and confidence, with intervals."""

import math
from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean, median

import numpy as np
from msgspec import Struct

from .evaluate import Judged

BINS = 10
"""Confidence bins of equal width."""

LOWER_IS_BETTER = frozenset({"words@hit", "quote words", "false answers", "risk@80", "ece"})
"""Figures of `summarise` whose floors are ceilings."""


def summarise(rows: Sequence[Judged]) -> dict[str, float | None]:
    """Return the metrics of a set of questions; None where there is nothing to measure."""
    asked = [row for row in rows if row.answerable]
    refused = [row for row in rows if not row.answerable]
    answered = [row for row in rows if row.answered]
    return {
        "questions": float(len(rows)),
        "ndcg@10": _mean(row.ndcg for row in asked),
        "mrr": _mean(row.reciprocal_rank for row in asked),
        **{f"hit@{k}": _mean(row.found(k) for row in asked) for k in (1, 5)},
        **{f"recall@{k}": _mean(row.recall(k) for row in asked) for k in (5, 10)},
        "contain": _mean(row.contain for row in asked if row.contain is not None),
        "f1": _mean(row.f1 for row in asked if row.f1 is not None),
        "words@hit": _mean(row.words for row in asked),
        "quote words": float(median(row.quote_words for row in asked)) if asked else None,
        "auroc": auroc([row.confidence for row in asked], [row.confidence for row in refused]),
        "coverage": _mean(row.answered for row in asked),
        "precision": _mean(row.right for row in answered),
        "false answers": _mean(row.answered for row in refused),
        "risk@80": risk_at(
            [row.confidence for row in rows],
            [row.right for row in rows],
            [row.answerable for row in rows],
            coverage=0.8,
        ),
        "ece": calibration_error([row.confidence for row in rows], [row.right for row in rows]),
    }


def _mean(values: Iterable[float]) -> float | None:
    found = list(values)
    return fmean(found) if found else None


def auroc(positive: Sequence[float], negative: Sequence[float]) -> float | None:
    """Return the probability that a positive scores above a negative, ties counting half."""
    if not positive or not negative:
        return None
    right = np.sort(negative)
    below, not_above = (np.searchsorted(right, positive, side).mean() for side in ("left", "right"))
    return float((below + not_above) / (2 * len(right)))


def risk_at(
    confidence: Sequence[float], right: Sequence[bool], answerable: Sequence[bool], *, coverage: float
) -> float | None:
    """Return the error rate among the surest answers, down to where `coverage` of the answerable are answered."""
    if not any(answerable):
        return None
    surest = np.argsort(-np.asarray(confidence), kind="stable")
    reached = np.cumsum(np.asarray(answerable)[surest])
    kept = int(np.searchsorted(reached, coverage * sum(answerable) - 1e-9)) + 1
    return float(1 - np.asarray(right, dtype=float)[surest][:kept].mean())


def calibration_error(confidence: Sequence[float], right: Sequence[bool]) -> float | None:
    """Return the expected calibration error over ten bins of equal width."""
    if not right:
        return None
    said, true = np.asarray(confidence, dtype=float), np.asarray(right, dtype=float)
    bins = np.minimum((said * BINS).astype(int), BINS - 1)
    gaps = [abs(said[bins == at].sum() - true[bins == at].sum()) for at in range(BINS)]
    return float(sum(gaps) / len(true))


class CalibrationBin(Struct, frozen=True):
    """How many of the answers given in one bin of confidence were right."""

    least: float
    most: float
    answers: int
    right: float
    """The share that was right."""
    low: float
    high: float
    """The 95 % interval of that share."""


def calibration_bins(rows: Sequence[Judged]) -> list[CalibrationBin]:
    """Return, for each tenth of confidence, how many of the answers given there were right."""
    bins = []
    for at in range(BINS):
        right = [row.right for row in rows if row.answered and min(int(row.confidence * BINS), BINS - 1) == at]
        if right:
            low, high = wilson(sum(right), len(right))
            bins.append(CalibrationBin(at / BINS, (at + 1) / BINS, len(right), fmean(right), low, high))
    return bins


def wilson(right: int, of: int) -> tuple[float, float]:
    """Return the 95 % interval of a share (Wilson 1927), valid for few cases too and for shares near 0 and 1."""
    z = 1.96
    centre, spread = right + z * z / 2, z * math.sqrt(right * (of - right) / of + z * z / 4)
    return (centre - spread) / (of + z * z), (centre + spread) / (of + z * z)


ROUNDS = 200
"""Number of bootstrap samples for the intervals."""


def intervals(rows: Sequence[Judged]) -> dict[str, tuple[float, float]]:
    """Return the 95 % bootstrap interval over questions of each metric that was measured, the question count left
    out."""
    if not rows:
        return {}
    picks = np.random.default_rng(0).integers(0, len(rows), size=(ROUNDS, len(rows)))
    drawn = [summarise([rows[at] for at in pick]) for pick in picks]
    found = {}
    for name in summarise(rows):
        values = [value for figures in drawn if (value := figures[name]) is not None]
        if values and name != "questions":
            found[name] = (float(np.quantile(values, 0.025)), float(np.quantile(values, 0.975)))
    return found


def by_tag(rows: Sequence[Judged]) -> Mapping[str, list[Judged]]:
    """Group outcomes by the tags of their questions."""
    tags = sorted({tag for row in rows for tag in row.tags})
    return {tag: [row for row in rows if tag in row.tags] for tag in tags}
