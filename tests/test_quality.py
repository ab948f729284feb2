"""Answers over the sample articles stay as good as they were: golden questions, floors, both packaged models."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import main

from .conftest import ROOT

GOLDEN = ROOT / "tests" / "golden" / "seeds.jsonl"


@pytest.mark.parametrize("model", ["minilm", "multilingual"])
def test_no_figure_falls_under_its_floor(
    model: str, seeds_index: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(seeds_index(model))
    floors = ROOT / "tests" / "golden" / f"floors-{model}.json"
    capsys.readouterr()
    code = main(["--index", folder, "eval", str(GOLDEN), "--gate", str(floors), "--json"])
    assert code == 0, capsys.readouterr().err


def test_a_floor_that_is_missed_fails(
    seeds_index: Callable[[str], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, floors = str(seeds_index("hashing")), tmp_path / "floors.json"
    floors.write_text('{"ndcg@10": 0.999, "false answers": 0.0}', encoding="utf-8")
    assert main(["--index", folder, "eval", str(GOLDEN), "--gate", str(floors), "--json"]) == 2
    assert "ndcg@10 is" in capsys.readouterr().err
