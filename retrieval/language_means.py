"""Mean passage vectors per language of an index: the part of a vector that only tells its language."""

from collections.abc import Mapping

import numpy as np

from embeddings.base import Vector

from .index import Snapshot
from .types import Filter

FEWEST = 10
"""Fewer passages give no mean: it would reflect their topics."""

SAMPLE = 1_000
"""Number of evenly spread passages that a mean is computed from."""


def language_means(snapshot: Snapshot) -> Mapping[str, Vector]:
    """Return the means by language; none where the index has only one language."""
    codes = [code for code, _ in snapshot.languages() if code]
    found = {code: _mean(snapshot, code) for code in codes} if len(codes) > 1 else {}
    return {code: mean for code, mean in found.items() if mean is not None}


def _mean(snapshot: Snapshot, language: str) -> Vector | None:
    ids = snapshot.matching(Filter(languages=(language,)))
    _, vectors = snapshot.store.vectors_of(ids[:: max(1, len(ids) // SAMPLE)])
    return np.asarray(vectors.mean(axis=0), np.float32) if len(vectors) >= FEWEST else None
