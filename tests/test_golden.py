"""Questions that were refused or disliked become golden questions to fill in, without names or ids of users."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.commands.golden import read_golden
from bot.errors import UsageError
from bot.telegram.records import AnswerRecord, Shown
from bot.telegram.state import State
from retrieval.types import ArticleSummary, Filter, Lack, Reason

from .conftest import Indexes, Run

USER, CHAT = 987_654_321, 123_456_789


def shown(key: str, question: str, *, answered: bool) -> Shown:
    reason = None if answered else Reason(Lack.MENTION, ("won",))
    return Shown(key, CHAT, USER, 1, 2, AnswerRecord(question, question, answered, reason, Filter(), ()))


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "state"
    kept = State(folder)
    kept.add_shown(shown("a", "who won?", answered=False))
    for _ in range(2):
        kept.add_gap("who won?", USER)
    kept.add_shown(shown("b", "who drew the atlas?", answered=True))
    kept.add_shown(shown("c", "where do they recover?", answered=True))
    kept.judge("b", USER, helpful=False)
    kept.judge("b", USER + 1, helpful=False)
    kept.judge("c", USER, helpful=True)
    kept.close()
    monkeypatch.setenv("BYLINE_STATE", str(folder))
    return folder


def test_refused_and_disliked_questions_wait_to_be_filled_in(
    seeds_index: Indexes, state: Path, tmp_path: Path, run: Run
) -> None:
    index = seeds_index("hashing")
    code, out, err = run("--index", index, "eval", "--from-log")
    rows = [json.loads(line) for line in out.splitlines()]
    assert [(row["question"], row["tags"], row["asked"]) for row in rows] == [
        ("who won?", ["refused"], 2),
        ("who drew the atlas?", ["disliked"], 2),
    ]
    assert all(row["closest"]["text"] and row["closest"]["article"] for row in rows)
    assert str(USER) not in out
    assert str(CHAT) not in out
    assert (code, err) == (0, "")
    golden = tmp_path / "golden.jsonl"
    golden.write_text(out, encoding="utf-8")
    assert "line 1" in run("--index", index, "eval", golden).complaint
    rows[0] = {**rows[0], "answerable": False}
    rows[1] = {**rows[1], "answer": "Cornelis Aldaine", "article": "stolen-atlas"}
    golden.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert run("--index", index, "eval", golden).code == 0


def test_a_running_bot_and_an_empty_folder_are_one_line_each(
    seeds_index: Indexes, state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    index = seeds_index("hashing")
    with closing(State(state)):
        assert "another `byline bot` is using it" in run("--index", index, "eval", "--from-log").complaint
    monkeypatch.setenv("BYLINE_STATE", str(tmp_path / "nowhere"))
    assert "no bot has kept anything here" in run("--index", index, "eval", "--from-log").complaint
    assert not (tmp_path / "nowhere").exists()
    assert "--from-log" in run("--index", index, "eval").complaint


def test_drafts_and_figures_are_not_asked_for_together(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["eval", "--from-log", "golden.jsonl"])
    assert "not allowed with argument" in capsys.readouterr().err
    for flags in (["--gate", "floors.json"], ["--compare", "before.json"], ["--tags"], ["--promises"], ["--misses"]):
        assert main(["eval", "--from-log", *flags]) == 2
        assert "leave the other flags out" in capsys.readouterr().err


def test_articles_are_named_by_id_or_by_the_end_of_their_path(tmp_path: Path) -> None:
    """However many questions there are, each article is looked at once."""
    looked_at = []

    class Listed(ArticleSummary, frozen=True):
        def __getattribute__(self, name: str) -> Any:
            looked_at.append(name)
            return super().__getattribute__(name)

    paths = [f"/news/2024/{number}/a.md" for number in range(50)]
    articles = [Listed(f"id{number}", path, 1) for number, path in enumerate(paths)]
    golden = tmp_path / "golden.jsonl"
    names = ["id3", "/news/2024/7/a.md", "2024/9/a.md", "a.md", "md", "4/9/a.md", *paths]
    golden.write_text("".join(json.dumps({"question": "who?", "article": name}) + "\n" for name in names))
    found = [next(iter(question.gold.articles)) for question in read_golden(golden, articles)]
    assert found[:6] == ["id3", "id7", "id9", "id0", "md", "4/9/a.md"]
    assert found[6:] == [f"id{number}" for number in range(50)]
    assert len(looked_at) <= 10 * len(articles)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ('["who?"]', "a golden question is a JSON object"),
        ('{"question": "who?"', "a golden question is a JSON object"),
        ('{"question": "who?"}', "must say what is right"),
        ('{"question": "who?", "answer": [], "answerable": true}', "must say what is right"),
        ('{"question": "who?", "answer": " ", "passage": ["", "…"]}', "must say what is right"),
        ('{"question": "who?", "answer": 7}', '"answer" must be a text'),
        ('{"question": "who?", "answerable": "no"}', '"answerable" must be true or false'),
        ('{"question": "who?", "answer": "Ann", "answerable": false}', '"answer" or "passage" says what is right'),
    ],
)
def test_a_line_that_is_no_golden_question_is_told_with_its_number(tmp_path: Path, row: str, told: str) -> None:
    golden = tmp_path / "golden.jsonl"
    golden.write_text('{"question": "when?", "answerable": false, "article": "a"}\n\n' + row, encoding="utf-8")
    with pytest.raises(UsageError, match=r"golden\.jsonl, line 3: ") as refused:
        read_golden(golden, [])
    assert told in str(refused.value)
