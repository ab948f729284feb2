"""The benchmarks run: synthetic indexes are made and measured, stage by stage."""

from pathlib import Path

from benchmarks.growth import probe, recall
from benchmarks.stages import STAGES, stages
from benchmarks.synthetic import PASSAGES, fill

from .conftest import listed


def test_synthetic_indexes_are_made_filled_up_and_measured(tmp_path: Path) -> None:
    index = tmp_path / "new" / "index"

    fill(index, PASSAGES)
    fill(index, 4 * PASSAGES)

    assert sum(len(passages) for _, passages in listed(index)) == 4 * PASSAGES
    assert recall(index) == {"near": 1, "far": 1}
    assert probe(index)["question p50 ms"] > 0
    assert stages(index, ["who is Synthetic 3?"]).keys() > STAGES.keys()
