"""Answers over the sample articles do not get worse: golden questions with minimum scores, for both packaged models."""

import json
from pathlib import Path

import pytest

from .conftest import ROOT, Indexes, Run

GOLDEN = ROOT / "tests" / "golden" / "seeds.jsonl"


@pytest.mark.parametrize("model", ["english", "multilingual"])
def test_no_figure_falls_under_its_floor(model: str, seeds_index: Indexes, run: Run) -> None:
    floors = ROOT / "tests" / "golden" / f"floors-{model}.json"
    done = run("--index", seeds_index(model), "eval", GOLDEN, "--gate", floors, "--json")
    assert done.code == 0, done.err


def test_right_answers_are_told_from_wrong_ones(tmp_path: Path, run: Run) -> None:
    """Of the sample articles, too few questions have no answer to tell a good confidence from chance."""
    english, index = ROOT / "benchmarks" / "sets" / "english", ("--index", tmp_path / "x")
    assert run(*index, "index", "--model", "english", english / "articles").code == 0
    floors = ROOT / "tests" / "golden" / "floors-english-set.json"
    done = run(*index, "eval", english / "questions.jsonl", "--gate", floors)
    assert done.code == 0, done.err


def test_a_floor_that_is_missed_fails(seeds_index: Indexes, tmp_path: Path, run: Run) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text('{"ndcg@10": 0.999, "false answers": 0.0}', encoding="utf-8")
    done = run("--index", seeds_index("hashing"), "eval", GOLDEN, "--gate", floors, "--json")
    assert (done.code, "ndcg@10 is" in done.err) == (2, True)


@pytest.mark.parametrize("floor", ['"x"', "null", "NaN", "true", "1e999", "1" + 400 * "0"])
def test_a_floor_that_is_no_number_is_told_of_before_anything_is_asked(
    floor: str, seeds_index: Indexes, tmp_path: Path, run: Run
) -> None:
    floors, asked = tmp_path / "floors.json", ("--index", seeds_index("hashing"), "eval", tmp_path / "none.jsonl")
    floors.write_text(f'{{"mrr": {floor}}}', encoding="utf-8")
    assert "'mrr' must be a number" in run(*asked, "--gate", floors).complaint
    floors.write_text('{"mr": 0.5}', encoding="utf-8")
    assert "no figure 'mr'" in run(*asked, "--gate", floors).complaint
    assert "cannot be read" in run(*asked, "--gate", tmp_path / "no.json").complaint


def test_figures_as_json_are_floors_and_compared_with(seeds_index: Indexes, tmp_path: Path, run: Run) -> None:
    golden, floors, folder = tmp_path / "golden.jsonl", tmp_path / "floors.json", seeds_index("hashing")
    golden.write_text("\n".join(GOLDEN.read_text(encoding="utf-8").splitlines()[:9]), encoding="utf-8")
    printed = run("--index", folder, "eval", golden, "--json").out
    document = json.loads(printed)
    assert document["intervals"].keys() <= document["figures"].keys() - {"questions"}
    low, high = document["intervals"]["mrr"]
    assert low <= document["figures"]["mrr"] <= high
    floors.write_text(printed, encoding="utf-8")
    assert run("--index", folder, "eval", golden, "--gate", floors).code == 0
    document["figures"]["mrr"] -= 0.25
    floors.write_text(json.dumps(document), encoding="utf-8")
    compared = run("--index", folder, "eval", golden, "--compare", floors).out
    (line,) = [line for line in compared.splitlines() if line.startswith("mrr ")]
    assert line.endswith("(+0.250)")
    figures = document["figures"]
    compared = run("--index", folder, "eval", golden, "--compare", floors, "--json").out
    assert json.loads(compared)["before"] == {name: value for name, value in figures.items() if value is not None}


def test_what_else_is_reported_is_part_of_the_one_json_document(seeds_index: Indexes, tmp_path: Path, run: Run) -> None:
    golden, asked = tmp_path / "golden.jsonl", ("--index", seeds_index("hashing"), "eval", tmp_path / "golden.jsonl")
    golden.write_text('{"question": "who stole the atlas?", "article": "gone", "tags": "theft"}', encoding="utf-8")
    document = json.loads(run(*asked, "--json", "--tags", "--promises", "--misses").out)
    assert document["tags"]["theft"] == document["figures"]
    assert [row["answers"] for row in document["promises"]] == [1]
    assert [miss.rpartition(": ")[2] for miss in document["misses"]] == ["who stole the atlas?"]
    golden.write_text('{"question": "who stole the atlas?", "article": "stolen-atlas"}', encoding="utf-8")
    assert json.loads(run(*asked, "--json").out).keys() == {"figures", "intervals", "seconds"}


def test_what_went_wrong_with_a_question_is_named(seeds_index: Indexes, tmp_path: Path, run: Run) -> None:
    golden = tmp_path / "golden.jsonl"
    rows: list[dict[str, object]] = [
        {"question": "who stole the atlas?", "article": "stolen-atlas"},
        {"question": "how was the atlas rolled?", "article": "stolen-atlas"},
        {"question": "who stole the atlas?", "answer": "atlas", "article": "gone"},
        {"question": "who stole the atlas?", "answerable": False},
        {"question": "how was the atlas rolled?", "answerable": False},
    ]
    golden.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    document = json.loads(run("--index", seeds_index("hashing"), "eval", golden, "--json", "--misses").out)
    assert [miss.partition(" (")[0] for miss in document["misses"]] == ["refused", "not found", "answered"]


def test_a_golden_question_says_itself_how_few_wrong_answers_it_wants(
    seeds_index: Indexes, tmp_path: Path, run: Run
) -> None:
    golden = tmp_path / "golden.jsonl"
    rows = [{"question": "who stole the atlas?", "article": "stolen-atlas", "max_error": share} for share in (0, 1)]
    golden.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    document = json.loads(run("--index", seeds_index("hashing"), "eval", golden, "--json").out)
    assert document["figures"]["coverage"] == 0.5


def test_articles_that_are_not_indexed_are_named_once(seeds_index: Indexes, tmp_path: Path, run: Run) -> None:
    golden = tmp_path / "golden.jsonl"
    rows = [{"question": "who stole it?", "article": name} for name in ("gone", "gone", "stolen-atlas")]
    golden.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    code, _, err = run("--index", seeds_index("hashing"), "eval", golden)
    (line,) = err.splitlines()
    assert code == 0
    assert "not in the index: 'gone';" in line


def test_line_separators_and_halves_of_characters_are_part_of_a_golden_question(
    seeds_index: Indexes, tmp_path: Path, run: Run
) -> None:
    golden = tmp_path / "golden.jsonl"
    row = r'{"question": "who stole\u2028the atlas \ud83d?", "article": "gone", "tags": "\ud83d"}'
    golden.write_text(row.replace(r"\u2028", "\u2028") + "\r\n" + row, encoding="utf-8")
    code, out, _ = run("--index", seeds_index("hashing"), "eval", golden, "--tags", "--misses")
    assert code == 0
    assert out.count("who stole\u2028the atlas \ufffd?") == 2
    assert "\ufffd: questions 2.000" in out


def test_a_golden_question_controls_no_terminal(seeds_index: Indexes, tmp_path: Path, run: Run) -> None:
    golden = tmp_path / "golden.jsonl"
    row = {"question": "who stole\x1b[2J\nthe atlas?", "article": "gone", "tags": "\x1b[31m"}
    golden.write_text(json.dumps(row), encoding="utf-8")
    out = run("--index", seeds_index("hashing"), "eval", golden, "--tags", "--misses").out
    assert "who stole\ufffd[2J\ufffdthe atlas?\n" in out
    assert "\x1b" not in out


@pytest.mark.parametrize("line", ["[]", "null", '"x"', "2024", "where?", "[" * 100_000, '{"question": "x"', "\udcff"])
def test_a_line_that_is_no_golden_question_is_named(line: str, seeds_index: Indexes, tmp_path: Path, run: Run) -> None:
    golden = tmp_path / "golden.jsonl"
    golden.write_text(f"\n{line}\n", encoding="utf-8", errors="surrogateescape")
    assert run("--index", seeds_index("hashing"), "eval", golden).complaint.startswith(f"byline: {golden}")


def test_a_file_that_cannot_be_read_is_one_line_without_numbers(seeds_index: Indexes, tmp_path: Path, run: Run) -> None:
    nowhere = tmp_path / "nowhere.json"
    expected = f"byline: {nowhere}: cannot be read (No such file or directory); check the path, and your rights to it"
    assert run("--index", seeds_index("hashing"), "eval", nowhere).complaint == expected
    assert run("--index", seeds_index("hashing"), "eval", GOLDEN, "--gate", nowhere).complaint == expected
