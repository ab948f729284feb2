"""Fits the curves of `retrieval/answering/confidence.json` on the dev sets; prints how they do on sets not seen.

    python -m benchmarks.fit_confidence DATA [--model multilingual] [--write]

Rows: every question over its set's index; answerable ones with their articles taken away; questions over indexes of one
to ten articles, some of them from other sets. Weights keep the sign that reason gives them. "By article": folds over
articles of all sets; "by set": fitted on the other sets only.
"""

import json
import random
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from bot.conversation import stand_alone
from retrieval.answering import confidence
from retrieval.evaluate import Gold, answer_right, auroc, calibration_error
from retrieval.ranking.rerank import rank

from .dev_sets import FOREIGN, SETS, Case, arguments, asker, cases, gold, history, index, rows

SIGNS = {"nearness": 1, "passage": 1, "words": 1, "coverage": 1, "names": -1, "contrary": -1, "length": 0, "size": 0}
COLUMNS = {
    "model": ("nearness", "passage", "coverage", "names", "contrary", "length", "size"),
    "model/cross": ("nearness", "passage", "coverage"),
    "text": ("words", "coverage", "names", "contrary", "length", "size"),
    "text/cross": ("words", "coverage", "names"),
}
SHRINK = 3.0
FOLDS = 8
THRESHOLD = 0.5
WEIGHTS = {"asked": 1.0, "removed": 0.2, "small": 1.0, "elsewhere": 0.3}
"""Of each kind of row."""

MISLEADING = 1.0
"""In a small archive people ask few questions that were written to mislead."""

SET_WEIGHTS = {"cranfield": 0.3}
"""Its judgements are coarse: what looks right there is often not judged so."""


@dataclass(frozen=True, slots=True)
class Row:
    """A question with the signals of its first hit."""

    place: str
    origin: str
    kind: str
    article: str
    answerable: bool
    right: bool
    values: dict[str, float]


def row(case: Case, place: str, kind: str) -> Row | None:
    hits = rank(case.question, case.candidates, limit=1)
    if not hits:
        return None
    values = {signal.name: signal.value for signal in hits[0].signals}
    right = answer_right(case.gold, hits[0])
    return Row(place, case.origin, kind, hits[0].article.id, case.gold.answerable, right, values)


def collect(data: Path, folder: Path, model: str, change: Callable[[Case], Case]) -> list[Row]:
    found: list[Row | None] = []
    for name in SETS:
        asked = [change(case) for case in cases(data, name, model=model, folder=folder)]
        found += [row(case, name, "asked") for case in asked]
        if name not in {"pooled", "cranfield"}:
            gone = [case.without(case.gold.articles) for case in asked if case.gold.answerable]
            found += [row(case, name, "removed") for case in gone]
    found += [row(change(case), place, kind) for place, kind, case in small(data, folder, model)]
    return [it for it in found if it is not None]


def small(data: Path, folder: Path, model: str) -> Iterator[tuple[str, str, Case]]:
    """Yield questions over indexes of one long article or ten short ones, three of each from elsewhere."""
    chance = random.Random(1)
    everything = [
        (name, it) for name in ("squad2", "clapnq", "mtrag-un") for it in rows(data / name / "questions.jsonl")
    ]
    for name, size in (("squad2", 1), ("clapnq", 10), ("mtrag-un", 10)):
        articles = list(rows(data / name / "articles.jsonl"))
        chance.shuffle(articles)
        near = nearest(data, folder, name, model)
        for at in range(0, len(articles), size):
            ids = {article["id"] for article in articles[at : at + size]}
            dump = folder / f"small-{name}-{at}.jsonl"
            dump.write_text("\n".join(json.dumps(article) for article in articles[at : at + size]), "utf-8")
            ask = asker(index(dump, folder / f"small-{name}-{at}-{model}", model), model)
            own = [
                it
                for origin, it in everything
                if origin == name and (ids & set(it.get("article", [near.get(it["id"])])))
            ]
            other = [it for it in chance.sample(everything, 6) if it[0] != name][:3]
            for origin, it in [(name, it) for it in own[:16]] + other:
                question, candidates = ask(stand_alone(it["question"], history(it)))
                here = origin == name and it in own
                yield (
                    name,
                    "small" if here else "elsewhere",
                    Case(origin, gold(it) if here else Gold(answerable=False), question, candidates),
                )


def weight_of(it: Row) -> float:
    misleading = it.kind == "small" and not it.answerable
    return WEIGHTS[it.kind] * SET_WEIGHTS.get(it.origin, 1.0) * (MISLEADING if misleading else 1.0)


def nearest(data: Path, folder: Path, name: str, model: str) -> dict[str, str]:
    """Return, for each question of a set, the article that its first hit is from."""
    asked = zip(rows(data / name / "questions.jsonl"), cases(data, name, model=model, folder=folder), strict=True)
    hits = {it["id"]: rank(case.question, case.candidates, limit=1) for it, case in asked}
    return {name: found[0].article.id for name, found in hits.items() if found}


def fit(found: Sequence[Row], columns: Sequence[str]) -> confidence.Curve:
    """Return the logistic curve of least loss, with L2 shrinkage on standardised signals and signs held."""
    signals = np.array([[it.values.get(name, 0.0) for name in columns] for it in found])
    right = np.array([it.right for it in found], dtype=float)
    counts = Counter((it.origin, it.kind) for it in found)
    weight = np.array([weight_of(it) / counts[it.origin, it.kind] for it in found])
    weight *= len(found) / weight.sum()
    centre, spread = signals.mean(0), np.maximum(signals.std(0), 1e-9)
    scaled = (signals - centre) / spread

    def loss(at: np.ndarray) -> tuple[float, np.ndarray]:
        logit = at[0] + scaled @ at[1:]
        wrong = weight * (1 / (1 + np.exp(-logit)) - right)
        value = (weight * (np.logaddexp(0, logit) - right * logit)).sum() + SHRINK / 2 * (at[1:] ** 2).sum()
        return value, np.r_[wrong.sum(), scaled.T @ wrong + SHRINK * at[1:]]

    held = [(None, None)] + [{1: (0, None), -1: (None, 0), 0: (None, None)}[SIGNS[name]] for name in columns]
    best = minimize(loss, np.zeros(len(columns) + 1), jac=True, bounds=held, method="L-BFGS-B").x
    weights = best[1:] / spread
    kept = {name: round(float(value), 3) for name, value in zip(columns, weights, strict=True) if abs(value) >= 5e-4}
    return confidence.Curve(round(float(best[0] - weights @ centre), 3), kept, THRESHOLD)


def across(found: Sequence[Row], columns: Sequence[str], fold: Callable[[Row], object]) -> list[float]:
    """Return each row's chance by a curve that has seen nothing of its fold."""
    folds = [fold(it) for it in found]
    curves = {
        one: fit([it for it, its in zip(found, folds, strict=True) if its != one], columns)
        for one in dict.fromkeys(folds)
    }
    return [curves[its].chance(it.values) for it, its in zip(found, folds, strict=True)]


def by_article(it: Row) -> int:
    return zlib.crc32(it.article.encode()) % FOLDS


def errors(found: Sequence[Row], chances: Sequence[float]) -> list[tuple[float, float]]:
    """Return, for thresholds upwards, how many of the answers given from there on were wrong."""
    asked = [(chance, it.right) for it, chance in zip(found, chances, strict=True) if it.kind == "asked"]
    table = []
    for step in range(1, 20):
        given = [right for chance, right in asked if chance >= step / 20]
        if len(given) >= 20:
            table.append((step / 20, round(1 - sum(given) / len(given), 3)))
    return table


def report(title: str, found: Sequence[Row], chances: Sequence[float]) -> None:
    print(f"{title}: set, AUROC, ECE, coverage, false answers, precision")
    for name in SETS:
        here = [
            (chance, it) for it, chance in zip(found, chances, strict=True) if it.place == name and it.kind == "asked"
        ]
        if not here:
            continue
        yes = [chance for chance, it in here if it.answerable]
        no = [chance for chance, it in here if not it.answerable]
        given = [it.right for chance, it in here if chance >= THRESHOLD]
        figures = (
            auroc(yes, no),
            calibration_error([chance for chance, _ in here], [it.right for _, it in here]),
            np.mean([chance >= THRESHOLD for chance in yes]),
            np.mean([chance >= THRESHOLD for chance in no]) if no else None,
            np.mean(given) if given else None,
        )
        print(f"  {name:12}", *("  –  " if value is None else f"{value:.3f}" for value in figures))


def curves(found: Sequence[Row], kind: str) -> dict[str, confidence.Curve]:
    """Return the curves of one language and across languages, and print what they are worth."""
    fitted = {}
    for suffix, chosen in (
        ("", [it for it in found if it.origin != FOREIGN]),
        ("/cross", [it for it in found if it.origin == FOREIGN]),
    ):
        columns = COLUMNS[kind + suffix]
        chances = across(chosen, columns, by_article)
        report(f"{kind}{suffix}, by article", chosen, chances)
        if not suffix:
            report(f"{kind}, by set", chosen, across(chosen, columns, lambda it: it.origin))
        whole = fit(chosen, columns)
        print("  ", whole.intercept, whole.weights)
        fitted[suffix] = confidence.Curve(whole.intercept, whole.weights, THRESHOLD, tuple(errors(chosen, chances)))
    return fitted


def main() -> None:
    parser = arguments(__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the curves into retrieval/answering/confidence.json")
    chosen = parser.parse_args()
    chosen.cache.mkdir(parents=True, exist_ok=True)
    stored = Path(confidence.__file__).with_name("confidence.json")
    table = json.loads(stored.read_text("utf-8"))
    for key, kind, change in ((chosen.model, "model", lambda case: case), ("text", "text", Case.words_only)):
        found = collect(chosen.data, chosen.cache, chosen.model, change)
        for suffix, curve in curves(found, kind).items():
            table[key + suffix] = {
                "intercept": curve.intercept,
                "weights": curve.weights,
                "threshold": curve.threshold,
                "errors": curve.errors,
            }
    if chosen.write:
        stored.write_text(json.dumps(table, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
