"""What a passage in another language than the question's is given for being that.

The vectors of a multilingual model hold the language, too: a passage in the question's own is nearer to it whatever it
says. What each language's mean vector is nearer to the question is evened out (Libovický, Rosa and Fraser 2020, "On the
Language Neutrality of Pre-trained Multilingual Representations").
"""

from collections.abc import Sequence

import numpy as np

from .asked import Question
from .fusion import SPREAD, Floats

SHARED = frozenset({"multilingual"})
"""Models whose vectors all languages share. Over seven sets in several languages nDCG@10 is .839 in the mean, .832 with
a flat 0.1 in place of the means; where questions are in another language than their articles .767 and .718. With 0.05
besides it is .797 there, and .835 in the mean: articles in another language then answer what those in one's own do."""

FEW = 0.1
"""Given instead in a language that has too few passages for a mean."""


def given_abroad(question: Question, languages: Sequence[str | None]) -> Floats:
    """Return what passages of these languages are given, on the scale of `fusion.scaled`; in the question's own 0."""
    if question.vector is None or question.model not in SHARED:
        return np.zeros(len(languages))
    _, span = SPREAD[question.model]
    near = {code: float(mean @ question.vector) / span for code, mean in question.means.items()}
    home = near.get(question.language, max(near.values(), default=0.0))
    given = {code: home - it for code, it in near.items()} | {question.language: 0.0}
    return np.asarray([given.get(code or "", FEW) for code in languages])
