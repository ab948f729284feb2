"""Answers over the sample articles stay as good as they were: golden questions, floors, both packaged models."""

import json
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


@pytest.mark.parametrize("floor", ['"x"', "null", "NaN", "true", "1e999", "1" + 400 * "0"])
def test_a_floor_that_is_no_number_is_told_of_before_anything_is_asked(
    floor: str, seeds_index: Callable[[str], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors, golden = tmp_path / "floors.json", tmp_path / "none.jsonl"
    floors.write_text(f'{{"mrr": {floor}}}', encoding="utf-8")
    assert "'mrr' must be a number" in _complaint(seeds_index, capsys, golden, "--gate", floors)
    floors.write_text('{"mr": 0.5}', encoding="utf-8")
    assert "no figure 'mr'" in _complaint(seeds_index, capsys, golden, "--gate", floors)
    assert "cannot be read" in _complaint(seeds_index, capsys, golden, "--gate", tmp_path / "no.json")


def test_figures_as_json_have_intervals_and_are_floors(
    seeds_index: Callable[[str], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    golden, floors, folder = tmp_path / "golden.jsonl", tmp_path / "floors.json", str(seeds_index("hashing"))
    golden.write_text("\n".join(GOLDEN.read_text(encoding="utf-8").splitlines()[:9]), encoding="utf-8")
    capsys.readouterr()
    assert main(["--index", folder, "eval", str(golden), "--json"]) == 0
    printed = capsys.readouterr().out
    document = json.loads(printed)
    assert document["intervals"].keys() <= document["figures"].keys() - {"questions"}
    low, high = document["intervals"]["mrr"]
    assert low <= document["figures"]["mrr"] <= high
    floors.write_text(printed, encoding="utf-8")
    assert main(["--index", folder, "eval", str(golden), "--gate", str(floors)]) == 0


def test_articles_that_are_not_indexed_are_named_once(
    seeds_index: Callable[[str], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    golden, folder = tmp_path / "golden.jsonl", str(seeds_index("hashing"))
    rows = [{"question": "who stole it?", "article": name} for name in ("gone", "gone", "stolen-atlas")]
    golden.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    capsys.readouterr()
    assert main(["--index", folder, "eval", str(golden)]) == 0
    (line,) = capsys.readouterr().err.splitlines()
    assert "not in the index: 'gone';" in line


def test_line_separators_and_halves_of_characters_are_part_of_a_golden_question(
    seeds_index: Callable[[str], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    golden, folder = tmp_path / "golden.jsonl", str(seeds_index("hashing"))
    row = r'{"question": "who stole\u2028the atlas \ud83d?", "article": "gone", "tags": "\ud83d"}'
    golden.write_text(row.replace(r"\u2028", "\u2028") + "\r\n" + row, encoding="utf-8")
    capsys.readouterr()
    assert main(["--index", folder, "eval", str(golden), "--tags", "--misses"]) == 0
    out = capsys.readouterr().out
    assert out.count("who stole\u2028the atlas \ufffd?") == 2
    assert "\ufffd: questions 2.000" in out


@pytest.mark.parametrize("line", ["[]", "null", '"x"', "2024", "where?", "[" * 100_000, '{"question": "x"', "\udcff"])
def test_a_line_that_is_no_golden_question_is_named(
    line: str, seeds_index: Callable[[str], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    golden = tmp_path / "golden.jsonl"
    golden.write_text(f"\n{line}\n", encoding="utf-8", errors="surrogateescape")
    assert _complaint(seeds_index, capsys, golden).startswith(f"byline: {golden}")


def test_a_file_that_cannot_be_read_is_one_line_without_numbers(
    seeds_index: Callable[[str], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = tmp_path / "nowhere.json"
    expected = f"byline: {nowhere}: cannot be read (No such file or directory); check the path, and your rights to it"
    assert _complaint(seeds_index, capsys, nowhere) == expected
    assert _complaint(seeds_index, capsys, GOLDEN, "--gate", nowhere) == expected


def _complaint(made: Callable[[str], Path], capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    folder = str(made("hashing"))
    capsys.readouterr()
    assert main(["--index", folder, "eval", *map(str, arguments)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    return line
