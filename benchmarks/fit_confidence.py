"""Fits the curves of `retrieval/answering/confidence.json` on question sets; evaluates them on unseen questions.

    python -m benchmarks.fit_confidence DATA [--model multilingual] [--write]

Rows: every question of the dev sets and of most of `sets/` over its set's index; answerable questions with their
articles or only their right paragraphs removed, or with a name, a number or the thing asked for replaced; questions
over indexes of one to ten articles, some of them from other sets. The weights are fitted on all rows, with the signs
in `SIGNS`; the scale of the probability is fitted on questions that people could have asked. "By article": cross-
validated over articles of all sets; "by set": each set's figures come from a curve fitted on the other sets.
"""

import json
import zlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from retrieval.answering import confidence
from retrieval.measures import auroc, calibration_error
from retrieval.types import SignalName

from .confidence_rows import Row, collect
from .dev_sets import FITTED, FOREIGN, OWN, Case, arguments

Floats = NDArray[np.float64]

SIGNS = {
    SignalName(name): sign
    for names, sign in (
        ("nearness quote words coverage reason told", 1),
        ("missing names number rarest contrary counting lacking", -1),
        ("passage length size", 0),
    )
    for name in names.split()
}
"""Sign that each weight must have, 0 for either. A passage near to the question supports a hit, but one that is no
farther from it than its best sentence is merely on the same topic, so its nearness may count either way."""
COLUMNS = {
    suffix: tuple(map(SignalName, names.split()))
    for suffix, names in {
        "model": "nearness quote passage coverage names number rarest contrary counting lacking reason told"
        " length size",
        "model/cross": "nearness quote passage coverage number rarest counting lacking reason told",
        "text": "words coverage missing names number rarest contrary counting lacking reason told length size",
        "text/cross": "words coverage names",
    }.items()
}
SHRINK = 3.0
FOLDS = 8
THRESHOLD = 0.44
"""In the fit on seventeen own sets, it answered .66 (multilingual) and .63 (minilm) of the answerable questions of
pooled without squad2 and questions in another language, and .09 of the unanswerable ones; they were fitted on, too."""

THRESHOLDS = (*(step / 20 for step in range(1, 19)), *(step / 50 for step in range(46, 50)))
FEWEST_ROWS = 100
"""In a group (set and kind) with fewer rows, each row weighs as if there were so many."""
FEWEST_ANSWERS = 30
"""With fewer answers than this, no share of wrong ones is reported."""

ASKED = {"asked": 1.0, "removed": 0.2, "small": 1.0, "elsewhere": 0.3}
"""Weight of each kind of row that people could have asked."""

MADE = {"hidden": 0.1, "swapped": 0.2}
"""Weight of each kind of artificially unanswerable row; these show which signals count, not how often answers are
right. In the first fits, on the dev sets alone, AUROC of squad2 by article was .705 without them and .73 with them;
with more, mtrag-un lost what squad2 gained."""

COARSE = "cranfield"
"""A set with coarse judgements: answers that look right are often not judged right."""
SET_WEIGHTS = {COARSE: 0.3} | dict.fromkeys(OWN, 0.3)
"""Weights below 1, by set. In the fit on eleven own sets at 0.3: AUROC of right against wrong quotes, by article, .774
(their mean, MiniLM) and .797 (multilingual), of answerable against unanswerable questions .832 on pooled (both); at 0.5
.781, .801, .830 and .828; at 0.15 .763, .792, .835 and .835."""


def weights_of(found: Sequence[Row], kinds: Mapping[str, float]) -> Floats:
    """Return the weight of each row; before `kinds` and `SET_WEIGHTS`, each large set and kind has the same total."""
    counts = Counter((it.origin, it.kind) for it in found)
    whole = {group: max(count, FEWEST_ROWS) for group, count in counts.items()}
    weight = np.array(
        [kinds.get(it.kind, 0.0) * SET_WEIGHTS.get(it.origin, 1.0) / whole[it.origin, it.kind] for it in found]
    )
    weighted: Floats = weight * (len(found) / weight.sum())
    return weighted


def fit(found: Sequence[Row], columns: Sequence[SignalName]) -> confidence.Curve:
    """Return the curve: weights fitted on all rows, scale fitted on the rows that people could have asked."""
    right = np.array([it.right for it in found], dtype=float)
    signals = np.array([[it.values.get(name, 0.0) for name in columns] for it in found])
    lean, weights = logistic(signals, right, weights_of(found, ASKED | MADE), [SIGNS[name] for name in columns])
    logits = (lean + signals @ weights)[:, None]
    shift, (scale,) = logistic(logits, right, weights_of(found, ASKED), [1])
    kept = {name: round(float(scale * it), 3) for name, it in zip(columns, weights, strict=True) if abs(it) >= 5e-4}
    return confidence.Curve(round(float(shift + scale * lean), 3), kept, THRESHOLD)


def logistic(signals: Floats, right: Floats, weight: Floats, signs: Sequence[int]) -> tuple[float, Floats]:
    """Return intercept and weights of a logistic regression (L2 penalty, standardised signals, given signs)."""
    centre, spread = signals.mean(0), np.maximum(signals.std(0), 1e-9)
    scaled = (signals - centre) / spread

    def loss(at: Floats) -> tuple[float, Floats]:
        logit = at[0] + scaled @ at[1:]
        wrong = weight * (1 / (1 + np.exp(-logit)) - right)
        value = (weight * (np.logaddexp(0, logit) - right * logit)).sum() + SHRINK / 2 * (at[1:] ** 2).sum()
        return value, np.r_[wrong.sum(), scaled.T @ wrong + SHRINK * at[1:]]

    bounds = {1: (0, None), -1: (None, 0), 0: (None, None)}
    held = [(None, None), *(bounds[sign] for sign in signs)]
    best = minimize(loss, np.zeros(len(signs) + 1), jac=True, bounds=held, method="L-BFGS-B").x
    weights = best[1:] / spread
    return float(best[0] - weights @ centre), weights


def cross_validated(found: Sequence[Row], columns: Sequence[SignalName], fold: Callable[[Row], object]) -> list[float]:
    """Return each row's chance, by a curve fitted without the row's own fold."""
    folds = [fold(it) for it in found]
    curves = {
        one: fit([it for it, its in zip(found, folds, strict=True) if its != one], columns)
        for one in dict.fromkeys(folds)
    }
    return [curves[its].chance(it.values) for it, its in zip(found, folds, strict=True)]


def by_article(it: Row) -> int:
    return zlib.crc32(it.article.encode()) % FOLDS


def errors(found: Sequence[Row], chances: Sequence[float]) -> list[tuple[float, float]]:
    """Return thresholds, ascending, each with the share of wrong answers among those given at that chance or above.

    The set with coarse judgements is left out: answers that count as wrong there are often right.
    """
    asked = [
        (chance, it.right)
        for it, chance in zip(found, chances, strict=True)
        if it.kind == "asked" and it.origin != COARSE
    ]
    table = []
    for threshold in THRESHOLDS:
        given = [right for chance, right in asked if chance >= threshold]
        if len(given) >= FEWEST_ANSWERS:
            table.append((threshold, round(1 - sum(given) / len(given), 3)))
    return table


def report(title: str, found: Sequence[Row], chances: Sequence[float]) -> None:
    print(f"{title}: set, AUROC, ECE, coverage, false answers, precision")
    for name in FITTED:
        here = [
            (chance, it) for it, chance in zip(found, chances, strict=True) if it.dataset == name and it.kind == "asked"
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
    """Return the curves within one language and across languages, and print how well they do."""
    fitted = {}
    for suffix, chosen in (
        ("", [it for it in found if not (it.cross_language or it.origin == FOREIGN)]),
        ("/cross", [it for it in found if it.cross_language or it.origin == FOREIGN]),
    ):
        columns = COLUMNS[kind + suffix]
        chances = cross_validated(chosen, columns, by_article)
        report(f"{kind}{suffix}, by article", chosen, chances)
        if not suffix:
            report(f"{kind}, by set", chosen, cross_validated(chosen, columns, lambda it: it.origin))
        whole = fit(chosen, columns)
        print("  ", whole.intercept, {str(name): it for name, it in whole.weights.items()})
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
        stored.write_text(as_text(table), "utf-8")


def as_text(table: Mapping[str, Mapping[str, object]]) -> str:
    """Return the curves as JSON, each field on a line of its own, so that curves can be compared."""
    curves = [
        f'"{model}": {{\n' + ",\n".join(f' "{name}": {json.dumps(value)}' for name, value in fields.items()) + "}"
        for model, fields in table.items()
    ]
    return "{\n" + ",\n".join(curves) + "\n}\n"


if __name__ == "__main__":
    main()
