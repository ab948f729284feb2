"""The benchmarks run: collections are made and measured."""

import json
import re
from pathlib import Path

import pytest

from benchmarks import growth, quality, shapes
from benchmarks.dev_sets import FITTED, HELD_BACK, MODEL_ONLY, OWN, cases
from benchmarks.fit_confidence import COLUMNS, SIGNS, as_text
from benchmarks.growth import probe, recall
from benchmarks.stages import STAGES, stages
from benchmarks.synthetic import PASSAGES, fill
from retrieval.answering import confidence
from retrieval.types import SignalName

from .conftest import ROOT, listed


def test_synthetic_indexes_are_made_filled_up_and_measured(tmp_path: Path) -> None:
    index = tmp_path / "new" / "index"

    fill(index, PASSAGES)
    fill(index, 4 * PASSAGES)

    assert sum(len(passages) for _, passages in listed(index)) == 4 * PASSAGES
    assert recall(index) == {"near": 1, "far": 1}
    assert probe(index)["question p50 ms"] > 0
    assert stages(index, ["who is Synthetic 3?"]).keys() > STAGES.keys()


def test_what_a_stage_switches_off_is_there() -> None:
    parts = [part for parts in quality.STAGES.values() for part in parts]
    assert all(isinstance(getattr(module, name), float) for module, name, _ in parts)


def test_the_product_is_measured_beside_the_baselines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["quality", "sets", "--sets", "slavic", "--model", "hashing", "--cache", str(tmp_path)]
    monkeypatch.setattr("sys.argv", arguments)
    quality.main()
    *_, baseline, product = [line.split(" | ")[1:] for line in capsys.readouterr().out.splitlines()]
    assert (baseline[0], product[0]) == ("plain sum", "**product**")
    assert 0.5 < float(baseline[1]) < float(product[1]) <= 1
    assert "–" in baseline
    assert "–" not in product


def test_cases_are_asked_of_an_index_without_vectors_too(tmp_path: Path) -> None:
    seen = cases(tmp_path, "slavic", model="hashing", folder=tmp_path)[0]
    blind = seen.words_only()
    assert seen.question.vector is not None
    assert (blind.question.vector, blind.question.text) == (None, seen.question.text)
    assert blind.candidates
    assert all(it.vector is None for it in blind.candidates)


def test_the_sets_that_the_curves_or_the_models_are_not_fitted_on_are_told() -> None:
    readme = (ROOT / "benchmarks/README.md").read_text(encoding="utf-8")
    (told,) = re.findall(r"but\s+neither\s+on\s+([^.]+?),\s+and\s+the\s+models\s+alone\s+on\s+([^.]+)\.", readme)
    neither, model_only = ({*re.findall(r"`(\w+)`", names)} for names in told)
    assert neither == HELD_BACK
    assert model_only == MODEL_ONLY
    assert neither | model_only == {*OWN} - {*FITTED}


def test_written_curves_are_read_back() -> None:
    stored = Path(confidence.__file__).with_name("confidence.json").read_text("utf-8")
    assert as_text(json.loads(stored)) == stored


def test_every_signal_is_in_a_curve_and_has_a_sign_that_the_curves_keep() -> None:
    """Signals in favour of a hit never lower its chance, and signals against it never raise it."""
    assert SIGNS.keys() == set().union(*COLUMNS.values()) == set(SignalName)
    for entry in json.loads(Path(confidence.__file__).with_name("confidence.json").read_text("utf-8")).values():
        assert all(SIGNS[SignalName(name)] * weight >= 0 for name, weight in entry["weights"].items())


@pytest.mark.parametrize(("sizes", "drawn"), [(["1000"], False), ([], True)])
def test_only_all_sizes_are_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sizes: list[str], drawn: bool
) -> None:
    (tmp_path / "benchmarks").mkdir()
    (tmp_path / "docs").mkdir()
    monkeypatch.setattr("sys.argv", ["growth", *sizes])
    for name, value in {"ROOT": tmp_path, "fill": None, "measure": None, "draw": str}.items():
        monkeypatch.setattr(growth, name, value or (lambda *_: {}))
    growth.main()
    assert (tmp_path / "docs" / "growth.svg").exists() is drawn


@pytest.mark.parametrize("shape", shapes.SHAPES)
def test_collections_of_each_shape_are_made_and_measured(
    shape: shapes.Shape, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"PASSAGES": 200, "QUESTIONS": 6, "ROUNDS": 1}.items():
        monkeypatch.setattr(shapes, name, value)

    middle, high = shapes.measure(tmp_path, shape)

    assert 0 < middle <= high
    assert sum(len(passages) for _, passages in listed(tmp_path / f"{shape.__name__}.index")) == 200
