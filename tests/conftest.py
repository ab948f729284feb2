"""What many tests need: an index folder, and indexes of the sample articles."""

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from embeddings.registry import load_embedder
from retrieval.index import Models, UpdateOptions
from retrieval.index.report import UpdateReport
from retrieval.index.writer import update_index

# Graphs and models are built once for all tests, and not into the user's own cache.
os.environ.setdefault("BYLINE_CACHE", str(Path(__file__).resolve().parents[1] / ".test-cache"))

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"
SHARED = ROOT.parent / "shared"
"""Data that is not part of the project; tests that need it skip where it is absent."""


def keep_or_hashing(_languages: Counter[str | None], current: str | None) -> str:
    """Choose the index's model, or the weightless one for a new index."""
    return current or "hashing"


HASHING = Models(choose=keep_or_hashing, load=load_embedder)

Update = Callable[..., UpdateReport]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An index folder that is not there yet."""
    return tmp_path / "index"


@pytest.fixture
def update(folder: Path) -> Update:
    """Index paths with the weightless model, without a wait for the file system's clock."""

    def run(*paths: Path, models: Models = HASHING, **options: object) -> UpdateReport:
        return update_index(folder, paths, models, options=UpdateOptions(**options))  # type: ignore[arg-type]

    return run
