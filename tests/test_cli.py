"""The command line keeps its contract: exit codes, JSON, one line per error, never a traceback."""

import io
import json
import os
import re
import shlex
import sqlite3
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot import text_file
from bot.cli import COMMANDS, main
from bot.commands.request import Request, parse_request
from bot.commands.status import _age
from bot.errors import UsageError
from bot.render.plain_text import counted

from .conftest import ROOT, SEEDS, SHARED, Done, Indexes, Run, Update

Json = dict[str, Any]


@pytest.fixture
def seeds(seeds_index: Indexes) -> Path:
    """An index of the sample articles, built with the default English model."""
    return seeds_index("english")


ASKED = set("question interpreted_as understood".split())
RESULT = ASKED | set("answered confidence answer reason figures passages index seconds".split())
PASSAGE = set("rank score id text start end quote paragraph article also_in said_by link".split())
ARTICLE = set("id title source author published url path digest".split())


def check_result(result: Json) -> None:
    """Check what holds for every result."""
    assert set(result) - {"id"} == RESULT
    assert set(result["index"]) == {"generation", "model", "articles", "passages"}
    assert [passage["rank"] for passage in result["passages"]] == list(range(1, len(result["passages"]) + 1))
    for passage in result["passages"]:
        assert set(passage) == PASSAGE
        assert all(set(article) == ARTICLE for article in (passage["article"], *passage["also_in"]))
        quote = passage["quote"]
        assert 0 <= quote["start"] < quote["end"] <= len(passage["text"])
        assert "" not in [passage["article"][key] for key in passage["article"]]
    if result["answered"]:
        answer = result["answer"]
        assert answer["text"] == result["passages"][answer["passage"]]["text"][answer["start"] : answer["end"]]
        assert result["reason"] is None
    else:
        assert result["answer"] is None
        assert result["reason"]
    assert 0 <= result["confidence"] <= 1


def answer(done: Done) -> Json:
    """Return the checked result that a command printed."""
    result: Json = json.loads(done.out)
    check_result(result)
    assert done.code == (0 if result["answered"] else 1)
    return result


@pytest.mark.parametrize("command", COMMANDS)
def test_help_fits_one_screen(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert len(capsys.readouterr().out.splitlines()) <= 30


def test_an_answer_with_its_source(seeds: Path, run: Run) -> None:
    result = answer(run("--index", seeds, "ask", "where do wounded soldiers recover?", "--json"))
    assert "According to Tarrant" in result["answer"]["text"]
    assert "Quellen Sanatorium" in result["answer"]["text"]
    article = result["passages"][0]["article"]
    assert article["path"].endswith("wounded-soldiers-bad-lehn.txt")
    assert article["source"] == "Merrin Coast Herald"
    assert article["published"] is None
    assert result["index"]["articles"] == 18


def test_an_answer_for_people(seeds: Path, run: Run) -> None:
    asked = ("--index", seeds, "ask", "where do wounded soldiers recover?")
    code, out, _ = run(*asked)
    assert code == 0
    assert "Quellen Sanatorium" in out
    assert "Merrin Coast Herald · date unknown" in out
    why = run(*asked, "--explain").out.removeprefix(out.rstrip())
    assert re.fullmatch(r"\n\nWhy:\n(  .+\.\n)+((?:  | · )\w+ -?\d\.\d{3}| ·\n)+\n", why)


@pytest.mark.parametrize("question", ["who won the 1998 world cup?", "\u200b", "😀😀", "the of and"])
def test_nothing_found(question: str, seeds: Path, run: Run) -> None:
    done = run("--index", seeds, "ask", "--json", question)
    assert (answer(done)["answered"], done.err) == (False, "")


@pytest.mark.parametrize(
    "question",
    [
        "<b>bold</b> & 'quotes\"",
        "NEAR( AND OR * -",
        "a" * 100_000,
        "soldiers " * 5_000,
        "\x00\x1b[31m",
        "é" * 4_096,
        "who is after’in",  # may be a name from another alphabet, with a character that stands for no sound
        "who is Straße’n",
    ],
)
def test_a_hostile_question_gets_a_result(question: str, seeds: Path, run: Run) -> None:
    answer(run("--index", seeds, "ask", "--json", question))


def test_a_stream_of_questions(seeds: Path, run: Run) -> None:
    lines = [
        "where do wounded soldiers recover?",
        "",
        json.dumps({"id": "q1", "question": "who won the 1998 world cup?", "k": 2}),
        '{"id": 7, "question": 5}',
        "{broken",
        json.dumps({"question": "who won?", "sourc": "Gazette", "tags": ["x"]}),
        json.dumps({"id": "q2", "question": "how many were evacuated?", "source": "Illow Valley Courier"}),
        json.dumps({"question": "and when?", "history": [{"question": "where do wounded soldiers recover?"}]}),
    ]
    code, out, err = run("--index", seeds, "ask", "-", stdin="\n".join(lines))
    results = [json.loads(line) for line in out.splitlines()]
    assert code == 2
    assert len(results) == 7
    assert "id" not in results[0]
    assert (results[1]["id"], len(results[1]["passages"]) <= 2) == ("q1", True)
    assert (results[2]["id"], "error" in results[2]) == (7, True)
    assert "error" in results[3]
    assert "no field is called 'sourc'; it is 'source'" in results[4]["error"]
    assert {p["article"]["source"] for p in results[5]["passages"]} == {"Illow Valley Courier"}
    assert results[0]["interpreted_as"] == results[0]["question"] == lines[0]
    assert "soldiers" in results[6]["interpreted_as"]
    assert results[6]["question"] == "and when?"
    assert len(err.splitlines()) == 3
    for result in (results[0], results[1], results[5], results[6]):
        check_result(result)


@pytest.mark.parametrize(("name", "meant"), [("histroy", "history"), ("maxError", "max_error"), ("K", "k")])
def test_a_field_that_is_nearly_one_is_named(name: str, meant: str) -> None:
    with pytest.raises(UsageError, match=f"no field is called '{name}'; it is '{meant}'"):
        parse_request(json.dumps({"question": "who won?", name: 1}), Request(question=""))


def test_a_blank_name_filters_nothing() -> None:
    row = '{"question": "who won?", "source": " ", "author": "", "since": "", "until": null}'
    assert parse_request(row, Request(question="")).where.empty


def test_a_day_may_have_a_time() -> None:
    row = '{"question": "where?", "since": "2025-03-31T10:00:00Z"}'
    assert parse_request(row, Request("")).where.since == date(2025, 3, 31)


def test_of_a_long_history_the_latest_turns_are_read() -> None:
    row = {"question": "and when?", "history": [{"question": f"{number}?"} for number in range(60)]}
    turns = parse_request(json.dumps(row), Request(question="")).history
    assert [turn.question for turn in turns] == [f"{number}?" for number in range(10, 60)]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ('"question": " "', '"question" must be a text that is not empty'),
        ('"k": true', '"k" must be a number of 1 or more'),
        ('"k": 0', '"k" must be a number of 1 or more'),
        ('"k": "3"', '"k" must be a number of 1 or more'),
        ('"history": {}', '"history" must be a list'),
        ('"history": [{"answer": "at dawn"}]', 'each turn of "history" must be an object with a "question"'),
        ('"history": [{"question": "when?", "answer": 3}]', '"answer" in "history" must be a text'),
        ('"since": "2025-13-01"', "since: '2025-13-01' is no day"),
        ('"until": 0', "until: '0' is no day"),
        (f'"since": "{"9" * 100_000}"', f"since: '{'9' * 59}…' is no day"),
        ('"since": "2025-02-01", "until": "2025-01-31"', "no day is both"),
        ('"source": 3', '"source" must be a text'),
        ('"max_error": 2', '"max_error" must be a share between 0 and 1'),
    ],
)
def test_a_field_of_the_wrong_kind_is_named(fields: str, told: str) -> None:
    with pytest.raises(UsageError, match=re.escape(told)):
        parse_request(f'{{"question": "who won?", {fields}}}', Request(question=""))


def test_a_line_that_is_no_text_spoils_no_other(seeds: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"caf\xe9?\nwho stole it?\n"), encoding="utf-8"))
    code, out, err = run("--index", seeds, "ask", "-")
    first, second = map(json.loads, out.splitlines())
    assert (code, first["line"], second["question"]) == (2, 1, "who stole it?")
    assert "UTF-8" in err


def test_half_a_character_and_what_is_no_number_are_answered_and_echoed_as_json(seeds: Path, run: Run) -> None:
    lines = [
        r'{"id": "\ud800", "question": "bees \ud83d"}',
        r'{"id": [NaN, 1e999, "\udfff"], "question": "bees"}',
        "bees",
    ]
    out = run("--index", seeds, "ask", "-", stdin="\n".join(lines))[1]
    first, second, third = (json.loads(line, parse_constant=pytest.fail) for line in out.splitlines())
    assert (first["id"], first["question"]) == ("\ufffd", "bees \ufffd")
    assert (second["id"], third["question"]) == ([None, None, "\ufffd"], "bees")
    for result in (first, second, third):
        check_result(result)


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("who won the 1998 world cup?\nwho won the 1999 world cup?\n", 1),
        ("who won the 1998 world cup?\nwhere do wounded soldiers recover?\n", 0),
        ("\n", 0),
    ],
)
def test_a_stream_without_any_answer_ends_as_a_question_without_one(
    lines: str, code: int, seeds: Path, run: Run
) -> None:
    assert run("--index", seeds, "ask", "-", stdin=lines)[0] == code


def test_neither_a_question_nor_a_stream_is_told(seeds: Path, run: Run) -> None:
    assert "no question: write it" in run("--index", seeds, "ask", stdin="").complaint
    assert run("--index", seeds, "ask", "-", stdin="")[::2] == (0, "")


def test_articles_without_a_date_are_told_of_once_where_days_leave_no_answer(seeds: Path, run: Run) -> None:
    undated = sum(it["published"] is None for it in json.loads(run("--index", seeds, "articles", "--json")[1]))
    told = f"byline: {undated} articles have no date, and are left out where days are asked for\n"
    question, since = "where do wounded soldiers recover?", ("--since", "2020-01-01")
    assert run("--index", seeds, "ask", question)[::2] == (0, "")
    assert run("--index", seeds, "ask", question, *since)[::2] == (1, told)
    assert run("--index", seeds, "ask", "-", *since, stdin=f"{question}\n{question}\n")[::2] == (1, told)


def test_a_byte_order_mark_before_a_stream_is_no_part_of_its_first_line(seeds: Path, run: Run) -> None:
    result = json.loads(run("--index", seeds, "ask", "-", stdin='\ufeff{"id": "q1", "question": "who stole it?"}')[1])
    assert (result["id"], result["question"]) == ("q1", "who stole it?")


@pytest.mark.parametrize(
    "command",
    [["ask", "--json", "QUESTION"], ["ask", "bees", "--source", "QUESTION"], ["articles", "show", "QUESTION"]],
)
def test_an_argument_that_is_no_text(command: list[str], seeds: Path, run: Run) -> None:
    given = [os.fsdecode(b"\xff bees") if word == "QUESTION" else word for word in command]
    code, out, err = run("--index", seeds, *given)
    assert code in {0, 1}
    assert "\ufffd bees" in out + err
    assert (out + err).encode("utf-8")
    assert "Traceback" not in err


def test_an_id_that_is_no_text_removes_nothing(folder: Path, update: Update, run: Run) -> None:
    update(SEEDS / "weir-bridge-closed.txt")
    code, out, err = run("--index", folder, "articles", "remove", os.fsdecode(b"\xff"))
    assert (code, out, len(err.splitlines())) == (1, "0 removed\n", 1)


def test_articles_are_named_by_their_id_or_their_place(tmp_path: Path, folder: Path, update: Update, run: Run) -> None:
    dump, address = tmp_path / "towers.jsonl", "https://example.org/tern"
    rows = [{"title": name, "text": f"The tower of {name} was built by Ulf."} for name in ("Tern", "Gull", "Skua")]
    dump.write_text("\n".join(map(json.dumps, [rows[0] | {"url": address}, *rows[1:]])), "utf-8")
    update(dump)
    assert run("--index", folder, "articles", "show", address).out.startswith("Tern\n")
    assert run("--index", folder, "articles", "remove", address).out == "- Tern\n1 removed\n"
    assert run("--index", folder, "articles", "remove", dump).out == "- Gull\n- Skua\n2 removed\n"


def test_a_place_that_leads_nowhere_names_no_article(
    seeds: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (gone := tmp_path / "gone").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    monkeypatch.chdir(gone)
    gone.rmdir()
    for place in ("news.txt", tmp_path / "loop"):
        told = f"byline: no article '{place}'; the ids are listed by: byline articles\n"
        assert run("--index", seeds, "articles", "show", place) == (1, "", told)


def test_a_path_names_an_article_as_it_was_given_at_first(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "tern.txt").write_text("The tower of Tern was built in 1871 by Ulf.", "utf-8")
    (tmp_path / "a").symlink_to(tmp_path / "real")
    monkeypatch.chdir(tmp_path)
    assert run("--index", "index", "index", "--model", "hashing", "a").code == 0
    assert run("--index", "index", "articles", "show", "./a/tern.txt").code == 0
    assert run("--index", "index", "index").code == 0
    for path in ("a/tern.txt", tmp_path / "a" / "tern.txt"):
        assert run("--index", "index", "articles", "show", path).code == 0
    empty = tmp_path / "empty"
    empty.mkdir()
    told = "found no article; name files, or folders that hold some"
    assert run("--index", tmp_path / "other", "index", empty).out.splitlines()[1:] == [told]


def test_a_removed_article_stays_out_of_all_its_places_which_are_counted(
    tmp_path: Path, folder: Path, update: Update, run: Run
) -> None:
    files = [tmp_path / "a.txt", tmp_path / "copy.txt"]
    for file in files:
        file.write_text("The lighthouse of Tern was built in 1871 by Ulf.", "utf-8")
    assert len(update(*files).added) == 1
    assert "leave --json out" in run("--index", folder, "articles", "--json", "remove", files[0]).complaint
    assert run("--index", folder, "articles", "remove", files[0]).out.endswith("\n1 removed\n")
    places = "removed articles stay out in {}; to bring one back, name its file"
    assert run("--index", folder, "index").out.splitlines()[1:] == [places.format("2 places")]
    files[0].unlink()
    assert run("--index", folder, "index").out.splitlines()[1:] == [places.format("1 place")]


def test_a_file_with_a_line_break_in_its_name_is_told_of_in_one_line(tmp_path: Path, folder: Path, run: Run) -> None:
    file = tmp_path / "a\nb.txt"
    file.write_text("The lighthouse of Tern was built in 1871 by Ulf.", "utf-8")
    index = ("--index", folder, "index")
    assert len(run(*index, "--model", "hashing", "--dry-run", file).out.splitlines()) == 3
    run(*index, "--model", "hashing", file)
    file.unlink()
    assert f"missing: {tmp_path}/a\ufffdb.txt" in run(*index).out.splitlines()


@pytest.mark.parametrize(
    ("asked", "code", "first"),
    [
        (["what's new?"], 0, "First car crosses"),
        (["what's new?", "--until", "1999-01-01"], 1, "The filter lets no"),
        (["what did Bram Vosper write?"], 0, "Guns fall"),
        (["articles by Bram Vosper", "--source", "Nobody"], 1, "The filter lets no article through."),
        (["Artikel aus Brenholter Bote"], 0, "Kraftwerk verteidigt"),
        (["artículos de El Faro de Santa Brisa"], 0, "La última farera"),
        (["what happened since 1999-01-01?"], 0, "First car crosses"),
        (["what happened at Weir Bridge since 1999-01-01?"], 0, "I read this as: what happened at Weir Bridge"),
        (["who said that?"], 1, ""),
    ],
)
def test_a_list_of_articles_may_be_asked_for(asked: list[str], code: int, first: str, seeds: Path, run: Run) -> None:
    done = run("--index", seeds, "ask", *asked)
    assert (done.code, done.out[: len(first)]) == (code, first)
    assert "passages" in answer(run("--index", seeds, "ask", "--json", *asked))  # a program gets what it always got


def test_few_wrong_answers_may_be_asked_for(seeds: Path, run: Run) -> None:
    asked = ("--index", seeds, "ask", "--json", "where do wounded soldiers recover?")
    assert answer(run(*asked, "--max-error", "1"))["answered"]
    refused = answer(run(*asked, "--max-error", "0"))
    assert not refused["answered"]
    assert "wrong answers" in refused["reason"]
    lines = [json.dumps({"question": asked[-1], "max_error": share}) for share in (0, 1, "x", 10**400)]
    code, out, err = run("--index", seeds, "ask", "-", "--max-error", "0", stdin="\n".join([*lines, asked[-1]]))
    results = [json.loads(line) for line in out.splitlines()]
    assert [it.get("answered") for it in results] == [False, True, None, None, False]
    assert (code, len(err.splitlines())) == (2, 2)


@pytest.mark.parametrize("flag", ["--index=x", "--config=x", "-v"])
def test_where_a_global_flag_goes_is_told(flag: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["ask", "where?", flag])
    told = f"byline: {flag.removesuffix('=x')} goes before the command; see: byline --help\n"
    assert capsys.readouterr().err == told


def test_colours_are_for_a_terminal_that_has_them(seeds: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    ask = ("--index", seeds, "ask", "who stole the atlas?", "-k", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in run(*ask).out
    for name, value in (("NO_COLOR", "1"), ("TERM", "dumb")):
        with monkeypatch.context() as changed:
            changed.setenv(name, value)
            assert "\x1b[" not in run(*ask).out


def test_filters_by_date(seeds: Path, run: Run) -> None:
    between = ("--since", "2024-11-01", "--until", "2025-01-31")
    _, out, _ = run("--index", seeds, "ask", "--json", "flood evacuated", *between)
    dates = {passage["article"]["published"] for passage in json.loads(out)["passages"]}
    assert dates
    assert all("2024-11-01" <= date <= "2025-01-31" for date in dates)


@pytest.mark.parametrize(
    ("flag", "name", "told"),
    [
        ("--source", "courier", "nearest: Illow Valley Courier"),
        ("--source", "Merrin Coats Herald", "nearest: Merrin Coast Herald"),
        ("--source", "\x1bЪЪ", "they are listed by: byline articles"),
        ("--author", "Vosper", "nearest: Bram Vosper"),
    ],
)
def test_a_publisher_or_author_of_no_article_is_named(flag: str, name: str, told: str, seeds: Path, run: Run) -> None:
    code, out, err = run("--index", seeds, "ask", "who won?", flag, name)
    assert out == "The filter lets no article through.\n"
    (line,) = err.splitlines()
    assert (code, "\x1b" in line) == (1, False)
    assert "no article is of '" in line
    assert told in line
    assert run("--index", seeds, "ask", "who won?", "--source", "merrin COAST herald")[2] == ""


def test_one_of_two_authors_is_found_in_a_question_a_flag_and_a_row(seeds: Path, run: Run) -> None:
    asked = "when did the guns fall silent?"
    given = json.loads(run("--index", seeds, "ask", "--json", asked, "--author", "bram VOSPER")[1])
    row = json.dumps({"question": asked, "author": "Bram Vosper"})
    told = json.loads(run("--index", seeds, "ask", "-", stdin=row)[1])
    read = json.loads(run("--index", seeds, "ask", "--json", "what did Vosper write about the guns?")[1])
    for result in (given, told, read):
        assert {it["article"]["author"] for it in result["passages"]} <= {"Bram Vosper", "Ottilie Crane, Bram Vosper"}
        assert "ceasefire" in result["passages"][0]["article"]["title"]


def test_a_list_tells_articles_without_a_title_apart(tmp_path: Path, run: Run) -> None:
    texts = (
        "The quay is closed.",
        "The ferry to Oost runs again from Monday, two years after its engine room had burnt out.",
    )
    rows = "\n".join(json.dumps({"id": str(at), "text": text}) for at, text in enumerate(texts))
    (tmp_path / "a.jsonl").write_text(rows, encoding="utf-8")
    assert run("--index", tmp_path / "index", "index", "--model", "hashing", tmp_path / "a.jsonl").code == 0
    lines = run("--index", tmp_path / "index", "articles").out.splitlines()
    assert lines[::2] == [f"0  {texts[0]}", "1  The ferry to Oost runs again from Monday, two years after its engine…"]
    found = json.loads(run("--index", tmp_path / "index", "articles", "--json").out)
    assert [it["title"] for it in found] == [None, None]


def test_articles_as_json(seeds: Path, run: Run) -> None:
    _, out, _ = run("--index", seeds, "articles", "--json")
    listed = json.loads(out)
    assert len(listed) == 18
    keys = {"id", "title", "source", "author", "published", "language", "url", "path", "passages"}
    assert all(set(article) == keys for article in listed)
    ids = [article["id"] for article in listed]
    code, out, err = run("--index", seeds, "articles", "show", *ids, "nobody", "--json")
    shown = [json.loads(line) for line in out.splitlines()]
    assert [article["id"] for article in shown] == ids
    assert code == 1
    assert "nobody" in err
    for article in shown:
        assert all(p["text"] == article["text"][p["start"] : p["end"]] for p in article["passages"])
        assert all(set(block) == {"text", "rule", "paragraph"} for block in article["dropped"])


@pytest.mark.parametrize("order", [("show", "--json", "ID"), ("show", "ID", "--json"), ("--json", "show", "ID")])
def test_flags_may_stand_anywhere(seeds: Path, run: Run, order: tuple[str, ...]) -> None:
    given = ["weir-bridge-reopens" if word == "ID" else word for word in order]
    code, out, _ = run("--index", seeds, "articles", *given)
    assert (code, json.loads(out)["id"]) == (0, "weir-bridge-reopens")


@pytest.mark.parametrize("flag", ["--index", "--ind"])
def test_a_folder_may_be_called_as_a_command(
    flag: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, _, err = run(flag, "status", "ask", "where?")
    assert (code, "status: no index here" in err) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ask", "where?"], "no index here"),
        (["status"], "no index here"),
        (["articles"], "no index here"),
        (["index"], "nothing to index yet"),
        (["index", "a.md", ""], "a path is empty"),
        (["index", "https://x.org/caf\udce9"], "an address is not UTF-8"),
        (["ask", "where?", "--since", "yesterday"], "--since"),
        (["ask", "where?", "--since", "2025-03-3199"], "'2025-03-3199' is no day"),
        (["ask", "where?", "--until", ""], "--until: '' is no day"),
        (["ask", "where?", "--source", " "], "--source: give a name"),
        (["ask", "where?", "--since", "2025-04-01", "--until", "2025-03-31"], "since 2025-04-01 is after"),
        (["ask", "-k", "0", "where?"], "-k must be"),
        (["ask", "-", "--explain"], "--explain is for people"),
        (["ask", "where?", "--explain", "--json"], "--explain is for people"),
        (["--index", "", "articles"], "index must be a path"),
        (["ask", "where?", "--max-error", "5"], "max_error must be a share between 0 and 1"),
        (["chat", "--max-error", "few"], "max_error must be a share between 0 and 1"),
        (["articles", "show"], "name the articles"),
        (["bot"], "no Telegram token"),
        (["--config", "/nonexistent.toml", "status"], "name another settings file with --config"),
        (
            ["--index", "/proc/none/x", "index", str(SEEDS)],
            "/proc/none/x: cannot be made (No such file or ",
        ),
        (["--index", "a\nb\x1b[31m", "status"], "a\ufffdb\ufffd[31m: no index here"),
        (["index", "--model", "no-model", str(SEEDS)], "no model 'no-model'"),
        *(
            (["--index", "a" * 300, *command], "File name too long")
            for command in (["status"], ["index"], ["index", "a.md", "--dry-run"], ["index", "a.md"])
        ),
    ],
)
def test_a_mistake_is_one_line(arguments: list[str], words: str, tmp_path: Path, run: Run) -> None:
    assert words in run("--index", tmp_path / "none", *arguments).complaint


@pytest.mark.parametrize("flags", [[], ["--rebuild"], ["--prune", "--json"]])
def test_an_index_whose_file_was_emptied_is_not_said_to_be_up_to_date(
    flags: list[str], tmp_path: Path, run: Run
) -> None:
    """As after a full disk or a bad restore: it knows no place any more."""
    (tmp_path / "index.db").touch()
    assert "nothing to index yet: name files or folders" in run("--index", tmp_path, "index", *flags).complaint


@pytest.mark.parametrize(
    ("arguments", "see"),
    [
        (["nope"], "byline"),
        ([], "byline"),
        (["--index"], "byline"),
        (["ask", "-k", "many", "where?"], "byline ask"),
        (["index", "--modle", "minilm"], "byline index"),
        (["articles", "show", "--nope\n"], "byline articles"),
    ],
)
def test_what_is_no_command_is_one_line(arguments: list[str], see: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    err = capsys.readouterr().err
    assert (ended.value.code, len(err.splitlines())) == (2, 1)
    assert err.endswith(f"; see: {see} --help\n")


def test_one_is_no_plural() -> None:
    assert [counted(n, "copy", "copies") for n in range(3)] == ["0 copies", "1 copy", "2 copies"]
    assert [counted(n, "passage") for n in range(3)] == ["0 passages", "1 passage", "2 passages"]


def test_files_of_no_known_format_are_counted(tmp_path: Path, run: Run) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    names = ("a.txt", "b.doc", "c.DOC", "d.csv", "e", ".f.doc", "g.x1", "h.x2", "i.x3", os.fsdecode(b"j.\xff"))
    for name in names:
        (articles / name).write_text("The lighthouse of Tern was built in 1871.", encoding="utf-8")
    (articles / "k.doc").symlink_to("nowhere")
    code, out, _ = run("--index", tmp_path / "i", "index", "--model", "hashing", articles)
    assert code == 0
    said = (
        "passed over: 2 .doc, 1 .csv, 1 without a suffix, 1 .x1, 1 .x2, 2 others; a file that you name is always tried"
    )
    assert out.splitlines()[-1] == said
    _, out, _ = run("--index", tmp_path / "i", "index", "--json", articles / "b.doc", articles)
    assert json.loads(out)["passed_over"][".doc"] == 1  # the other one was named


def test_a_bad_file_is_reported_and_the_rest_indexed(tmp_path: Path, run: Run) -> None:
    places = tmp_path / "articles"
    places.mkdir()
    (places / "empty.txt").write_bytes(b"")
    (places / "good.md").write_text(
        "# Fog\n\nThe fog came in at noon and stayed until the lamp was lit.", encoding="utf-8"
    )
    code, out, err = run("--index", tmp_path / "x", "index", "--model", "hashing", places)
    assert code == 2
    assert "1 added" in out
    assert "empty.txt" in err


def test_a_pipe_and_a_name_that_is_no_text_are_one_line_each(tmp_path: Path, run: Run) -> None:
    places = tmp_path / "articles"
    places.mkdir()
    for name in ("good.md", os.fsdecode(b"caf\xe9.md")):
        (places / name).write_text("# Fog\n\nThe fog came in at noon and stayed until the lamp was lit.", "utf-8")
    (tmp_path / "other.md").write_text("# Rain\n\nThe rain came in at noon and stayed until the lamp was lit.", "utf-8")
    (places / os.fsdecode(b"lin\xe9.md")).symlink_to(tmp_path / "other.md")
    os.mkfifo(tmp_path / "pipe.md")
    for extra in (["--dry-run"], []):
        named = (*places.iterdir(), tmp_path / "pipe.md")
        code, out, err = run("--index", tmp_path / "x", "index", "--model", "hashing", *named, *extra)
        assert (code, len(err.splitlines())) == (2, 3)
        assert "1 added" in out
        assert err.count("its name is not UTF-8") == 2
        assert "it is a pipe" in err


@pytest.mark.parametrize("command", [["--config", "it", "status"], ["verify", "it"], ["eval", "it"]])
def test_a_text_without_an_end_or_a_beginning_is_one_line(
    command: list[str], seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.setattr(text_file, "MAX_CHARS", 2**20)
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe")
    Path("zeros").symlink_to("/dev/zero")
    for name, told in (("pipe", "(it is a pipe); put what comes of it"), ("zeros", "1,048,576 characters); split it")):
        line = run("--index", seeds, *(name if word == "it" else word for word in command)).complaint
        assert f"byline: {name}: cannot be read" in line
        assert told in line


def test_a_line_that_is_too_long_leaves_the_others_intact(
    seeds: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.setattr(text_file, "MAX_LINE_CHARS", 100)
    code, out, err = run("--index", seeds, "ask", stdin=6 * "where?\n" + 1_000 * "x" + "\nwhere?\n" + 1_000 * "x")
    shown = [json.loads(line) for line in out.splitlines()]
    assert (code, ["error" in line for line in shown]) == (2, 6 * [False] + [True, False, True])
    assert [line["line"] for line in shown if "error" in line] == [7, 9]
    told = "byline: standard input, line {}: a line is longer than 100 characters; break it\n"
    assert err == told.format(7) + told.format(9)


@pytest.mark.parametrize("command", ["ask", "chat"])
def test_a_line_without_an_end_is_one_line(
    command: str, seeds: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.setattr(text_file, "MAX_LINE_CHARS", 100)
    monkeypatch.setattr(text_file, "MAX_CHARS", 500)
    code, out, err = run("--index", seeds, command, stdin=6 * "where?\n" + 1_000 * "\0")
    assert code == 2
    assert len(out.splitlines()) >= 6, "the lines before it are answered"
    assert err == "byline: a line is longer than 100 characters; break it\n"


def test_what_the_shell_pipes_into_a_name_is_read(tmp_path: Path, run: Run) -> None:
    read, write = os.pipe()
    os.write(write, b'model = "nope"')
    os.close(write)
    assert "no model 'nope'" in run("--index", tmp_path, "--config", f"/dev/fd/{read}", "index", SEEDS)[2]
    os.close(read)


@pytest.mark.parametrize(
    ("seconds", "told"), [(-9, "0 seconds"), (1, "1 second"), (119, "119 seconds"), (7_200, "2 hours")]
)
def test_how_old_an_index_is(seconds: int, told: str) -> None:
    assert _age((datetime.now(UTC) - timedelta(seconds=seconds)).isoformat()) == f"{told} ago"


@pytest.mark.parametrize(
    ("command", "code", "told"),
    [
        ("articles > /dev/full", 2, "byline: standard output: No space left on device; send it elsewhere\n"),
        ("articles show" + 20 * " weir-bridge-reopens" + " > /dev/full", 2, "byline: standard output: No space left"),
        ("--version > /dev/full", 2, "byline: standard output: No space left on device; send it elsewhere\n"),
        ("ask who >&-", 1, ""),
        ("ask <&-", 2, "byline: no question"),
        ("ask ''", 2, "byline: no question"),
        ("ask '' 2>&-", 2, ""),
        ("ask '' 2> /dev/full", 2, ""),
        ("index x.txt 2> /dev/full", 2, ""),
    ],
)
def test_streams_that_are_closed_or_full(
    command: str, code: int, told: str, seeds_index: Indexes, tmp_path: Path
) -> None:
    index = seeds_index("hashing")
    whole = f"{sys.executable} -m bot.cli --index {index} {command}"
    done = subprocess.run(
        ["sh", "-c", whole], cwd=tmp_path, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(ROOT)}
    )
    assert done.returncode == code, done.stderr
    assert done.stderr.startswith(told)
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_stream_that_lacks_characters(seeds_index: Indexes) -> None:
    index = str(seeds_index("hashing"))

    def said(encoding: str, *arguments: str) -> str:
        command = [sys.executable, "-m", "bot.cli", "--index", index, *arguments]
        env = {**os.environ, "PYTHONIOENCODING": encoding}
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=True)
        return done.stdout.decode(encoding)

    assert json.loads(said("ascii", "articles", "--json")) == json.loads(said("utf-8", "articles", "--json"))
    assert said("ascii", "articles").count("\n") == said("utf-8", "articles").count("\n")


INTERRUPTED_AT = """
import atexit, signal, sys
moment = sys.argv.pop(1)
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == moment:
            try:
                signal.raise_signal(signal.SIGINT)
            except KeyboardInterrupt:
                if name == "numpy":  # as its C code does
                    raise TypeError("expected a message argument") from None
                raise
sys.meta_path.insert(0, Finder())
if moment == "the end":
    atexit.register(signal.raise_signal, signal.SIGINT)
from bot.cli import main
sys.exit(main())
"""


@pytest.mark.parametrize(
    ("moment", "code"),
    [
        ("argparse", 130), ("numpy", 130), ("bot.commands.status", 130), ("bot.config", 130), ("bot.assistant", 130),
        ("the end", 0),
    ],
)  # fmt: skip
def test_ctrl_c_is_never_a_traceback(moment: str, code: int, seeds_index: Indexes) -> None:
    command = [sys.executable, "-c", INTERRUPTED_AT, moment]
    command += ["--index", str(seeds_index("hashing")), "status"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (code, "")


def test_ctrl_c_is_ignored_where_it_was(seeds_index: Indexes) -> None:
    """A shell starts background commands of a script with Ctrl-C ignored."""
    python = [sys.executable, "-c", INTERRUPTED_AT, "numpy", "--index", str(seeds_index("hashing")), "status"]
    done = subprocess.run(
        ["sh", "-c", 'trap "" INT; exec "$@"', "sh", *python], cwd=ROOT, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_programs_get_a_generation_as_one_kind_of_value(seeds: Path, run: Run) -> None:
    asked = json.loads(run("--index", seeds, "ask", "--json", "who stole it?")[1])
    status = json.loads(run("--index", seeds, "status", "--json")[1])
    report = json.loads(run("--index", seeds, "index", "--dry-run", "--json")[1])
    assert status["generation"] == report["generation"] == asked["index"]["generation"] == "1"
    assert status["updated"].endswith("+00:00")


def test_whether_an_index_is_whole_as_json(folder: Path, update: Update, run: Run) -> None:
    update(SEEDS / "weir-bridge-closed.txt")
    code, out, _ = run("--index", folder, "index", "--check", "--json")
    assert (code, json.loads(out)) == (0, {"index": str(folder), "whole": True, "problems": []})
    with sqlite3.connect(folder / "index.db") as connection:
        connection.execute("UPDATE passage SET hash = x'00'")
    connection.close()
    code, out, err = run("--index", folder, "index", "--check", "--json")
    assert (code, json.loads(out)["whole"]) == (2, False)
    assert [f"byline: {problem}" for problem in json.loads(out)["problems"]] == err.splitlines()


def test_an_index_without_articles_lacks_nothing(tmp_path: Path, run: Run) -> None:
    (tmp_path / "articles").mkdir()
    assert run("--index", tmp_path / "x", "index", "--model", "hashing", tmp_path / "articles")[0] == 0
    code, out, _ = run("--index", tmp_path / "x", "doctor")
    assert (code, "MEND" in out) == (0, False)


def test_the_doctor_tells_one_fault_of_an_index_once(tmp_path: Path, run: Run) -> None:
    (tmp_path / "index.db").write_bytes(b"no database")
    code, out, _ = run("--index", tmp_path, "doctor")
    assert (code, out.count(f"{tmp_path}/index.db"), out.count(": see index\n")) == (2, 1, 2)


def test_the_doctor_looks_at_the_model_that_is_set(
    seeds_index: Indexes, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = seeds_index("hashing")
    assert "ok   model: hashing" in run("--index", index, "doctor")[1]
    monkeypatch.setenv("BYLINE_MODEL", "nope")
    code, out, _ = run("--index", index, "doctor")
    assert (code, "MEND model: no model 'nope'" in out) == (2, True)


@pytest.mark.parametrize("in_a_file_of_its_own", [False, True])
def test_the_settings_file_is_named_and_a_token_that_others_can_read(
    seeds_index: Indexes, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, *, in_a_file_of_its_own: bool
) -> None:
    monkeypatch.setenv("BYLINE_TELEGRAM_BASE_URL", "http://127.0.0.1:1/bot")
    asked = ("--index", seeds_index("hashing"))
    file, holder = tmp_path / "my settings.toml", tmp_path / "my token"
    holder.write_text("1:abc\n", encoding="utf-8")
    setting = f"_file = {json.dumps(str(holder))}" if in_a_file_of_its_own else ' = "1:abc"'
    file.write_text(f"telegram.token{setting}\n", encoding="utf-8")
    holder = holder if in_a_file_of_its_own else file
    holder.chmod(0o644)
    named = ("--config", file, *asked)
    assert f"settings:   {file}\n" in run(*named, "status").out
    assert json.loads(run(*named, "status", "--json").out)["settings"] == str(file)
    told = f"MEND settings: every user of this machine can read the token in {holder}: chmod o= '{holder}'\n"
    assert told in run(*named, "doctor").out
    holder.chmod(0o640)
    assert f"ok   settings: {file}\n" in run(*named, "doctor").out
    assert "ok   settings: no file\n" in run(*asked, "doctor").out


def test_a_dry_run_names_the_first_articles_of_each_kind(tmp_path: Path, run: Run) -> None:
    rows = [{"id": f"a{number}", "text": f"The bell of Oost was cast {number} years ago."} for number in range(23)]
    (tmp_path / "bells.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    lines = run("--index", tmp_path / "x", "index", "--dry-run", tmp_path / "bells.jsonl")[1].splitlines()
    assert (lines[19][:2], lines[20], lines[21]) == ("+ ", "+ 3 more; --json names all", "= 0 unchanged")


@pytest.mark.parametrize("flags", [["--rebuild"], ["--dry-run"], ["--model", "minilm"], ["articles"]])
def test_a_check_goes_alone(flags: list[str], seeds_index: Indexes, run: Run) -> None:
    code, _, said = run("--index", seeds_index("hashing"), "index", "--check", *flags)
    assert code == 2
    assert "--check looks at the whole index" in said


@pytest.mark.parametrize(
    ("command", "stages"),
    [
        (["doctor"], ["reading", "checking words", "checking passages"]),
        (["index", "--check"], ["reading", "checking words", "checking passages"]),
        (["verify"], ["verifying"]),
    ],
)
def test_what_takes_long_shows_how_far_it_is(
    command: list[str], stages: list[str], seeds_index: Indexes, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = []

    def note(_self: object, stage: str, done: int, total: int) -> None:
        if done == total:
            ended.append(stage)

    monkeypatch.setattr("bot.commands.progress.ProgressBar.__call__", note)
    run("--index", seeds_index("hashing"), *command, stdin='{"question": "x", "passages": []}')
    assert ended == stages


@pytest.mark.parametrize("files", [False, True])
def test_how_to_drop_what_was_in_a_folder_that_is_gone_is_told_so_that_it_does(
    files: bool, tmp_path: Path, run: Run
) -> None:
    """`--prune` alone spares what may merely be unmounted; for a moved folder, the user names its new place."""
    places, now = tmp_path / "old place", tmp_path / "now"
    places.mkdir()
    for name in ("Tern", "Gull"):
        (places / f"{name}.txt").write_text(f"The lighthouse of {name} was built in 1871 by Ulf.", "utf-8")
    index = ("--index", tmp_path / "x", "index")
    run(*index, "--model", "hashing", *(places.iterdir() if files else [places]))
    places.rename(now)
    *_, told = run(*index)[1].splitlines()
    otherwise, _, command = told.partition("drop the articles with: ")
    assert otherwise == "2 files are gone; name the place where they are now, or "
    code, told, complaint = run(*shlex.split(command)[1:], "--dry-run")
    assert (code, "2 removed" in told, complaint) == (0, True, "")
    assert "2 moved" in run(*index, now)[1]
    assert "gone" not in run(*index)[1]


def test_the_doctor_looks_at_the_state_of_a_bot(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BYLINE_TELEGRAM_TOKEN", "123:nonsense")
    monkeypatch.setenv("BYLINE_TELEGRAM_BASE_URL", "http://127.0.0.1:1/bot")
    monkeypatch.setenv("BYLINE_STATE", str(tmp_path))
    (tmp_path / "bot.db").write_bytes(b"x" * 4096)
    assert f"MEND state: {tmp_path}/bot.db: cannot open" in run("--index", tmp_path / "x", "doctor")[1]


@pytest.mark.parametrize(("command", "lines"), [(["status"], 10), (["index", "--check"], 1), (["doctor"], 5)])
def test_a_folder_whose_name_would_steer_a_terminal_is_shown_harmless(
    command: list[str], lines: int, tmp_path: Path, run: Run
) -> None:
    index = tmp_path / "a\n\x1b[31mb"
    run("--index", index, "index", "--model", "hashing", SEEDS / "wreck-of-the-halcyon-grace.txt")
    out = run("--index", index, *command).out
    assert "a\ufffd\ufffd[31mb" in out
    assert len(out.splitlines()) == lines


def test_a_line_break_in_a_files_name_begins_no_line(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a\nsaid by nobody.txt").write_text("The lighthouse of Tern was built in 1871 by Ulf.", "utf-8")
    run("--index", tmp_path / "x", "index", "--model", "hashing", tmp_path)
    _, out, _ = run("--index", tmp_path / "x", "ask", "when was the lighthouse of Tern built?")
    assert "a\ufffdsaid by nobody.txt" in out
    assert "\nsaid by" not in out
    assert len(run("--index", tmp_path / "x", "articles").out.splitlines()) == 2


@pytest.fixture(scope="module")
def first_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the article that the project began with, as it was pasted."""
    folder = tmp_path_factory.mktemp("first") / "index"
    assert main(["--index", str(folder), "index", str(SHARED / "seed" / "article.txt")]) == 0
    return folder


@pytest.mark.skipif(not SHARED.is_dir(), reason="the article that the project began with is not part of it")
class TestTheFirstArticle:
    """The first use case of Byline."""

    def test_its_question_is_answered(self, first_index: Path, run: Run) -> None:
        result = answer(run("--index", first_index, "ask", "where do wounded soldiers recover?", "--json"))
        assert "sanatoriums and medical facilities" in result["answer"]["text"]
        assert "According to Matsegora" in result["answer"]["text"]
        article = result["passages"][0]["article"]
        assert article["title"].startswith("Russia’s war wounded are recovering")
        assert (article["source"], article["published"]) == ("Meduza", None)

    def test_another_question_is_not(self, first_index: Path, run: Run) -> None:
        assert not answer(run("--index", first_index, "ask", "who won the 1998 world cup?", "--json"))["answered"]

    def test_the_body_is_whole_and_alone(self, first_index: Path, run: Run) -> None:
        item = json.loads((SHARED / "data" / "ingest" / "seed.json").read_text(encoding="utf-8"))
        _, out, _ = run("--index", first_index, "articles", "--json")
        _, out, _ = run("--index", first_index, "articles", "show", json.loads(out)[0]["id"], "--json")
        shown = json.loads(out)
        assert shown["text"].split("\n\n") == item["with"]
        passages = " ".join(passage["text"] for passage in shown["passages"])
        assert not [block for block in item["without"] if block in passages]


def test_a_misspelt_variable_is_told_of_as_the_log_is_set(
    seeds_index: Indexes, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BYLINE_MODLE", "hashing")
    monkeypatch.setenv("BYLINE_LOG_FORMAT", "json")
    (line,) = run("--index", seeds_index("hashing"), "status").err.splitlines()
    assert json.loads(line)["message"].endswith("did you mean BYLINE_MODEL?")
