"""A hit's signals → the probability that its quote is right: a logistic curve per model, fitted by a benchmark.

Knows values and their names only. The coefficients are in `confidence.json`, which is human-readable.
"""

import json
import math
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from ..types import SignalName

FALLBACK = "text"
"""Coefficients for an index without vectors, and for a model that nobody has calibrated: they use words alone."""


class Curve(Struct, frozen=True):
    """A logistic regression over named signals."""

    intercept: float
    weights: Mapping[SignalName, float]
    threshold: float
    """The probability from which on a quote is given as an answer."""
    errors: tuple[tuple[float, float], ...] = ()
    """Pairs of a threshold and the measured share of wrong answers from it on; thresholds ascending."""

    def chance(self, values: Mapping[SignalName, float]) -> float:
        """Return the probability, 0 to 1, that a quote with these signals is right; a missing signal counts as 0."""
        logit = self.intercept + sum(weight * values.get(name, 0.0) for name, weight in self.weights.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))

    def threshold_for(self, max_error: float) -> float:
        """Return the lowest threshold from which on at most this share of the answers was wrong; 1 if there is none."""
        return next((threshold for threshold, error in self.errors if error <= max_error), 1.0)


def curve(model: str, *, across_languages: bool = False) -> Curve:
    """Return the calibration curve of a model, or the one for words alone if the model has none.

    Args:
        across_languages: question and article are in different languages, so that few words can match.
    """
    curves = _curves()
    known = model if model in curves else FALLBACK
    return curves[f"{known}/cross" if across_languages else known]


@lru_cache(maxsize=1)
def _curves() -> dict[str, Curve]:
    stored = json.loads(Path(__file__).with_name("confidence.json").read_text("utf-8"))
    return {
        model: Curve(
            intercept=entry["intercept"],
            weights={SignalName(name): weight for name, weight in entry["weights"].items()},
            threshold=entry["threshold"],
            errors=tuple((threshold, error) for threshold, error in entry["errors"]),
        )
        for model, entry in stored.items()
    }
