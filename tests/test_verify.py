"""`byline verify` reports for each quote of an earlier answer whether it is still in the index and in the file."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from bot.assistant import Assistant
from bot.cli import main

from .conftest import Run, locked

ARTICLE = """A keeper for the old lighthouse

The lighthouse of Port Ansel has a keeper again, after nineteen years. Oda Brandt won the post in a lottery.

She will be paid in firewood, and may keep two goats. The goats must not be seen from the harbour.
"""
QUESTION = "who won the post of keeper of the lighthouse?"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "articles" / "keeper.txt"
    path.parent.mkdir()
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def index(article: Path, folder: Path) -> Path:
    assert main(["--index", str(folder), "index", "--model", "hashing", str(article.parent)]) == 0
    return folder


@pytest.fixture
def results(index: Path, tmp_path: Path, run: Run) -> Path:
    """A file with an answer as printed by `ask --json`."""
    _, out, _ = run("--index", index, "ask", "-k", 2, "--json", QUESTION)
    assert json.loads(out)["passages"]
    path = tmp_path / "results.json"
    path.write_text(out, encoding="utf-8")
    return path


def states(run: Run, index: Path, results: Path) -> tuple[int, list[tuple[str, str, str]]]:
    code, out, _ = run("--index", index, "verify", "--json", results)
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row["unchanged"] for row in rows] == [code == 0] * len(rows)
    quotes = [quote for row in rows for quote in row["quotes"]]
    return code, [(quote["state"], quote["index"], quote["file"]) for quote in quotes]


def test_a_file_that_may_not_be_looked_at_is_not_judged(article: Path, index: Path, results: Path, run: Run) -> None:
    with locked(article.parent):
        code, out, _ = run("--index", index, "verify", "--json", results)
    assert code == 0
    assert [quote["file"] for quote in json.loads(out)["quotes"]] == [None, None]


def test_an_answer_carries_digest_and_offsets(index: Path, results: Path, run: Run) -> None:
    passage: dict[str, Any] = json.loads(results.read_text(encoding="utf-8"))["passages"][0]
    _, out, _ = run("--index", index, "articles", "show", passage["article"]["id"], "--json")
    assert json.loads(out)["text"][passage["start"] : passage["end"]] == passage["text"]
    assert len(passage["article"]["digest"]) == 32


def test_unchanged(index: Path, results: Path, run: Run) -> None:
    assert states(run, index, results) == (0, [("unchanged", "unchanged", "unchanged")] * 2)
    code, out, _ = run("--index", index, "verify", results)
    assert (code, out.splitlines()[-1], out.count("  unchanged: ")) == (0, "2 quotes: 2 unchanged", 2)


def test_of_many_quotes_only_those_that_are_not_unchanged_are_listed(
    article: Path, index: Path, results: Path, tmp_path: Path, run: Run
) -> None:
    article.write_text(ARTICLE + "\nNobody else wanted it.\n", encoding="utf-8")
    bell = tmp_path / "articles" / "bell.txt"
    bell.write_text("The bell of Oost\n\nThe bell of Oost was cast in Brunn at dawn.\n", encoding="utf-8")
    assert main(["--index", str(index), "index"]) == 0
    _, bells, _ = run("--index", index, "ask", "-k", 1, "--json", "where was the bell of Oost cast?")
    code, out, _ = run("--index", index, "verify", stdin=results.read_text(encoding="utf-8") + 19 * bells)
    question, *quotes, counts = out.splitlines()
    assert (code, question, len(quotes)) == (1, QUESTION, 2)
    assert counts == "21 quotes: 19 unchanged, 2 article changed since, quote still there"


def test_standard_input_and_many_lines(index: Path, results: Path, run: Run) -> None:
    line = results.read_text(encoding="utf-8")
    lines = line + '{"error": "no question", "line": 2}\n\n' + line
    code, out, _ = run("--index", index, "verify", "-", "--json", stdin=lines)
    assert code == 0
    rows = [json.loads(row) for row in out.splitlines()]
    assert [row["question"] for row in rows] == [QUESTION, QUESTION]
    passage = json.loads(line)["passages"][1]
    last = rows[1]["quotes"][1]
    assert (last["article"], last["quote"]) == (
        passage["article"]["id"], passage["text"][passage["quote"]["start"] : passage["quote"]["end"]],
    )  # fmt: skip


def test_the_file_changed_and_the_index_not_yet(article: Path, index: Path, results: Path, run: Run) -> None:
    article.write_text(ARTICLE.replace("nineteen", "ninety"), encoding="utf-8")
    first = json.loads(results.read_text(encoding="utf-8"))["passages"][0]
    assert "nineteen" in first["text"]
    code, found = states(run, index, results)
    assert code == 1
    assert {index_state for _, index_state, _ in found} == {"unchanged"}
    assert all(state.startswith("article changed since, quote") for state, _, _ in found)
    _, out, _ = run("--index", index, "verify", results)
    assert out.count(" (in the file): “") == 2
    assert out.splitlines()[-1] == f"bring the index up to date with: byline --index {index} index"
    assert main(["--index", str(index), "index"]) == 0
    article.write_text(ARTICLE, encoding="utf-8")
    assert run("--index", index, "verify", results)[1].count(" (in the index): “") == 2


def test_a_quote_that_is_gone_and_one_that_is_still_there(article: Path, index: Path, results: Path, run: Run) -> None:
    answered = json.loads(results.read_text(encoding="utf-8"))
    quotes = [passage["text"][passage["quote"]["start"] : passage["quote"]["end"]] for passage in answered["passages"]]
    if answered["answer"]:
        quotes[0] = answered["answer"]["text"]
    article.write_text(ARTICLE.replace(quotes[1], "Something else stands here now."), encoding="utf-8")
    assert main(["--index", str(index), "index"]) == 0
    there, gone = "article changed since, quote still there", "article changed since, quote gone"
    assert states(run, index, results) == (1, [(there, there, there), (gone, gone, gone)])


def test_the_article_is_gone(article: Path, index: Path, results: Path, run: Run) -> None:
    article.unlink()
    assert states(run, index, results) == (0, [("unchanged", "unchanged", None)] * 2)  # type: ignore[comparison-overlap]
    assert main(["--index", str(index), "index", "--prune", str(article.parent)]) == 0
    assert states(run, index, results)[1] == [("article gone", "article gone", None)] * 2  # type: ignore[comparison-overlap]


def test_a_dump_that_lost_its_row(folder: Path, tmp_path: Path, run: Run) -> None:
    dump, results = tmp_path / "dump.jsonl", tmp_path / "results.json"
    row = {"id": "keeper", "title": "A keeper", "text": "Oda Brandt won the post of keeper in a lottery."}
    dump.write_text(json.dumps(row) + "\n" + json.dumps({"id": "b", "text": "Goats."}) + "\n", encoding="utf-8")
    assert main(["--index", str(folder), "index", "--model", "hashing", str(dump)]) == 0
    results.write_text(run("--index", folder, "ask", "-k", 1, "--json", QUESTION)[1], encoding="utf-8")
    assert states(run, folder, results) == (0, [("unchanged", "unchanged", "unchanged")])
    dump.write_text(json.dumps({"id": "b", "text": "Goats."}) + "\n", encoding="utf-8")
    assert states(run, folder, results) == (1, [("article gone", "unchanged", "article gone")])


FORGED: dict[str, Callable[[dict[str, Any], dict[str, Any]], object]] = {
    "an empty quote": lambda _, first: first.update(quote={"start": 0, "end": 0}),
    "a quote turned round": lambda _, first: first.update(quote={"start": 9, "end": 3}),
    "a quote longer than its passage": lambda _, first: first.update(quote={"start": 0, "end": 10**9}),
    "a passage at the end of the world": lambda _, first: first.update(start=10**30),
    "another source": lambda _, first: first["article"].update(source="The Forged Times"),
    "another title": lambda _, first: first["article"].update(title="Forged"),
    "another date": lambda _, first: first["article"].update(published="1999-01-01"),
    "an answer cut short": lambda whole, first: whole.update(
        answer={"text": first["text"][:20], "passage": 0, "start": 0, "end": 60}
    ),
    "an answer from elsewhere in the passage": lambda whole, first: whole.update(
        answer={"text": first["text"][:20], "passage": 0, "start": 5, "end": 25}
    ),
}


@pytest.mark.parametrize("how", FORGED)
def test_an_answer_that_was_forged(how: str, index: Path, results: Path, run: Run) -> None:
    forged = json.loads(results.read_text(encoding="utf-8"))
    FORGED[how](forged, forged["passages"][0])
    results.write_text(json.dumps(forged), encoding="utf-8")
    code, found = states(run, index, results)
    assert (code, found[0][0]) == (1, "answer altered: not what the article says")
    assert found[1][0] == "unchanged"


def test_a_forged_quote_of_an_article_that_changed_is_gone(article: Path, index: Path, results: Path, run: Run) -> None:
    forged = json.loads(results.read_text(encoding="utf-8"))
    FORGED["an answer cut short"](forged, forged["passages"][0])
    results.write_text(json.dumps(forged), encoding="utf-8")
    article.write_text(f"{ARTICLE}\n\nA new paragraph, by which its digest is another one.", encoding="utf-8")
    assert states(run, index, results)[1][0][2] == "article changed since, quote gone"


def test_an_index_made_anew_elsewhere(article: Path, index: Path, results: Path, tmp_path: Path, run: Run) -> None:
    """Its articles have other ids; an unchanged article is recognised by its digest."""
    moved = article.parent.rename(tmp_path / "moved")
    other = tmp_path / "other-index"
    assert main(["--index", str(other), "index", "--model", "hashing", str(moved)]) == 0
    assert states(run, other, results) == (0, [("unchanged", "unchanged", "unchanged")] * 2)


def test_a_byte_order_mark_is_no_obstacle(index: Path, results: Path, run: Run) -> None:
    results.write_bytes(b"\xef\xbb\xbf" + results.read_bytes())
    assert states(run, index, results)[0] == 0


def test_line_separators_and_halves_of_characters_are_part_of_a_line(index: Path, results: Path, run: Run) -> None:
    line = json.dumps({**json.loads(results.read_text("utf-8")), "question": "one\u2028two \ud83d"}, ensure_ascii=False)
    results.write_bytes(2 * (line.replace("\ud83d", r"\ud83d") + "\r\n").encode())
    code, out, _ = run("--index", index, "verify", "--json", results)
    assert (code, [json.loads(row)["question"] for row in out.split("\n")[:-1]]) == (0, 2 * ["one\u2028two \ufffd"])


@pytest.mark.parametrize("where", ["text", "start", "answer"])
def test_an_answer_that_was_altered(where: str, index: Path, results: Path, run: Run) -> None:
    altered = json.loads(results.read_text(encoding="utf-8"))
    first = altered["passages"][0]
    if where == "text":
        first["text"] = first["text"].replace("nineteen", "ninety")
    elif where == "start":
        first["start"] += 1
    else:
        altered["answer"] = {"text": "Oda Brandt lost.", "passage": 0, "start": 0, "end": 16}
    results.write_text(json.dumps(altered), encoding="utf-8")
    code, found = states(run, index, results)
    assert (code, found[0][0]) == (1, "answer altered: not what the article says")


@pytest.fixture
def told(tmp_path: Path, folder: Path, run: Run) -> tuple[Path, dict[str, Any]]:
    """An index of two articles that differ, and an answer from it."""
    for name, text in (
        ("a", "About 11,000 people fled from the fire in Tarn, said Oda Brandt."),
        ("b", "The county counts 10,000 people who fled from the fire in Tarn on that night, said Oda Brandt."),
    ):
        facts = "source: Post\ndate: 2024-03-01\nurl: https://tarn.example/fire"
        (tmp_path / f"{name}.md").write_text(f"---\n{facts}\n---\n\n{text}\n", encoding="utf-8")
    assert main(["--index", str(folder), "index", "--model", "hashing", str(tmp_path)]) == 0
    _, out, _ = run("--index", folder, "ask", "-k", 1, "--json", "how many people fled from the fire in Tarn?")
    return folder, json.loads(out)


def verified(run: Run, index: Path, result: dict[str, Any]) -> list[str]:
    _, out, _ = run("--index", index, "verify", "--json", stdin=json.dumps(result))
    return [quote["state"] for quote in json.loads(out)["quotes"]]


def test_the_figures_of_an_answer_are_verified_too(told: tuple[Path, dict[str, Any]], run: Run) -> None:
    index, result = told
    assert len(result["passages"]) == 1
    assert verified(run, index, result) == ["unchanged", "unchanged"]
    result["figures"][0]["figures"] = ["12,000"]
    assert any(state.startswith("answer altered") for state in verified(run, index, result))


@pytest.mark.parametrize("field", ["speaker", "said_in", "publisher"])
def test_who_said_it_is_verified_too(field: str, told: tuple[Path, dict[str, Any]], run: Run) -> None:
    index, result = told
    assert result["passages"][0]["said_by"]["speaker"] == "Oda Brandt"
    result["passages"][0]["said_by"][field] = "Ida Lund"
    assert verified(run, index, result)[0].startswith("answer altered")


def test_where_its_links_lead_is_verified_too(told: tuple[Path, dict[str, Any]], run: Run) -> None:
    index, result = told
    assert all("tarn.example/fire#:~:text=" in row["link"] for row in (*result["passages"], *result["figures"]))
    result["passages"][0]["link"] = "https://tarn.example/fire"
    assert verified(run, index, result) == ["unchanged", "unchanged"]
    for row in (*result["passages"], *result["figures"]):
        row["link"] = row["link"].replace("tarn.example", "tarn.example.org")
    assert {state[:14] for state in verified(run, index, result)} == {"answer altered"}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("not json", "line 1 is no JSON"),
        ("[1, 2]", "result 1 is no answer of Byline"),
        ('{"question": "x"}', "result 1 is no answer of Byline"),
        ('{"passages": 3}', "must be a list"),
        ('{"passages": [], "further": ["x"]}', "must be a list of results"),
        ('{"passages": [], "further": [{"passages": [{"text": "y"}]}]}', "has no article, offsets and digest"),
        ('{"question": "x", "passages": [{"text": "y"}]}', "has no article, offsets and digest"),
        ('{"question": "x", "passages": [], "answer": {"passage": 5, "text": "y"}}', "has no article, offsets"),
        (
            '{"question": "x", "passages": [], "answer": {"passage": -1, "text": "y", "start": 0, "end": 1}}',
            "has no article",
        ),
        (
            '{"passages": [{"text": "y", "start": -1, "quote": {"start": 0, "end": 1}, "article": {"id": "a", '
            '"digest": "d"}}]}',
            "has no article, offsets",
        ),
        (
            '{"passages": [{"text": "y", "start": 0, "quote": {"start": 0, "end": 1}, "article": "x"}]}',
            "has no article, offsets",
        ),
        ("[" * 100_000, "line 1 is no JSON"),
    ],
)
def test_what_is_no_result(text: str, complaint: str, index: Path, tmp_path: Path, run: Run) -> None:
    path = tmp_path / "bad.json"
    path.write_text(text, encoding="utf-8")
    line = run("--index", index, "verify", path).complaint
    assert line.startswith(f"byline: {path}: ")
    assert complaint in line


def test_no_such_file_and_no_quotes(index: Path, tmp_path: Path, run: Run) -> None:
    assert "cannot be read" in run("--index", index, "verify", tmp_path / "none.json").complaint
    (tmp_path / "empty.json").write_text('{"question": "x", "passages": [], "answer": null}', encoding="utf-8")
    code, out, _ = run("--index", index, "verify", tmp_path / "empty.json")
    assert (code, out) == (0, "0 quotes: none\n")


def test_the_articles_of_all_results_are_looked_up_once(tmp_path: Path, folder: Path, run: Run) -> None:
    for number in range(20):
        (tmp_path / f"bell{number}.txt").write_text(f"The bell of Oost\n\nBell {number} was cast in Brunn at dawn.\n")
    run("--index", folder, "index", "--model", "hashing", tmp_path)
    _, out, _ = run("--index", folder, "ask", "-k", 20, "--json", "where was the bell cast?")
    with patch.object(Assistant, "article", autospec=True, side_effect=Assistant.article) as looked_up:
        code, told, _ = run("--index", folder, "verify", stdin=out)
    assert (code, told.splitlines()[-1]) == (0, "20 quotes: 20 unchanged")
    assert looked_up.call_count == 20
    (tmp_path / "bell7.txt").unlink()
    run("--index", folder, "index", "--prune")
    code, told, _ = run("--index", folder, "verify", stdin=out)
    assert (code, told.splitlines()[-1]) == (1, "20 quotes: 19 unchanged, 1 article gone")
    _, out, _ = run("--index", folder, "ask", "-k", 1, "--json", "where was the bell cast?")
    assert run("--index", folder, "verify", stdin=out).out.splitlines()[-1] == "1 quote: 1 unchanged"
