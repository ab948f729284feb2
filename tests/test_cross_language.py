"""Passages are found whatever language they are in: the part of a vector that is due to its language is evened out."""

from pathlib import Path

import numpy as np
import pytest

from retrieval.index import IndexReader
from retrieval.index.snapshot import PerVersionCache
from retrieval.language_means import FEWEST, language_means
from retrieval.ranking.asked import Question
from retrieval.ranking.cross_language import FEW, language_bonus
from retrieval.ranking.fusion import SPREAD

from .conftest import Update
from .ranking_parts import unit

_, SPAN = SPREAD["multilingual"]
RIVER = "Am Fluss steht eine alte Mühle, die seit vielen Jahren Korn mahlt.\n\n"
MILL = "There is an old mill beside the river, which has ground corn for many years.\n\n"


def asked(model: str = "multilingual", language: str = "en") -> Question:
    means = {"en": unit(1, 0, 0), "de": unit(1, 1, 0)}
    return Question("where is the mill", unit(1, 0, 0), language, {}, 100, model, means=means)


def test_what_the_own_language_is_nearer_is_evened_out() -> None:
    given = language_bonus(asked(), ["en", "de", "fr", None])
    nearer = (1 - np.sqrt(0.5)) / SPAN
    np.testing.assert_allclose(given, [0, nearer, FEW, FEW], rtol=1e-5)


def test_a_question_in_a_language_without_articles() -> None:
    """The nearest language that has articles stands in for it."""
    english, german = language_bonus(asked(language="uk"), ["en", "de"])
    assert german - english == pytest.approx((1 - np.sqrt(0.5)) / SPAN)


def test_a_model_of_one_language_gives_nothing() -> None:
    assert not language_bonus(asked(model="minilm"), ["en", "de"]).any()


def test_means_of_an_index(folder: Path, update: Update, tmp_path: Path) -> None:
    (tmp_path / "en.md").write_text("# A mill\n\n" + "".join(f"{MILL}It is mill number {n}. " * 9 for n in range(30)))
    (tmp_path / "de.md").write_text("# Mühle\n\n" + "".join(f"{RIVER}Es ist Mühle Nummer {n}. " * 9 for n in range(30)))
    (tmp_path / "fr.md").write_text("# Moulin\n\nIl y a un vieux moulin au bord de la rivière, dans la vallée.\n")
    update(tmp_path / "en.md")
    means = PerVersionCache(language_means)
    with IndexReader(folder) as reader, reader.snapshot() as snapshot:
        assert means.of(snapshot) == {}  # one language
    update(tmp_path / "en.md", tmp_path / "de.md", tmp_path / "fr.md")
    with IndexReader(folder) as reader, reader.snapshot() as snapshot:
        found = means.of(snapshot)
        assert set(found) == {"en", "de"}  # French has too few passages
        assert snapshot.count() >= 2 * FEWEST
        whole = snapshot.store.vectors_of(snapshot.store.ids)[1]
        assert np.abs(found["en"] - found["de"]).max() > 0.01
        assert np.linalg.norm(found["en"]) <= np.linalg.norm(whole, axis=1).max() + 1e-6
        assert means.of(snapshot) is found
