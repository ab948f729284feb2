"""Everything that the documents mention exists: links, commands, flags, settings, and the README's first answer."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot import config
from bot.cli import COMMANDS, main
from bot.commands.golden import read_golden
from bot.commands.request import KEYS, Request, parse_request
from retrieval.measures import summarise

from .conftest import ROOT, Indexes, Run

README = (ROOT / "README.md").read_text(encoding="utf-8")
SETTINGS = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```json\n(.+?)```", (ROOT / "docs/programs.md").read_text(encoding="utf-8"), re.DOTALL)
DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("benchmarks/*.md")]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_what_a_document_links_to_is_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for name, heading in re.findall(r"\]\((?!https?:)([^)#]*)#?([^)]*)\)", text):
        linked = document.parent / name if name else document
        assert linked.exists(), name
        assert not heading or heading in _anchors(linked), f"{name}#{heading}"


def _anchors(document: Path) -> set[str]:
    """Return how links name the headings of a document: in lower case, without punctuation, with hyphens for spaces."""
    headings = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_the_files_that_a_document_names_are_there(document: Path) -> None:
    named = re.findall(r"`((?:[\w.-]+/)+[\w-]+\.(?:py|toml|json|md))`", document.read_text(encoding="utf-8"))
    inside = (ROOT, ROOT / "retrieval", ROOT / "bot", ROOT / "retrieval" / "articles")
    assert [name for name in named if not any((folder / name).exists() for folder in inside)] == []


def test_the_readme_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert {name for name in COMMANDS if not re.search(rf"byline {name}\b", README)} <= {"doctor"}
    assert re.search(r"`?doctor\b", README)
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "doctor" in capsys.readouterr().out


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_the_flags_of_a_documents_commands_are_there(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = re.findall(r"byline (?:--index \S+ )?(\w+)([^`\n#|]*)", document.read_text(encoding="utf-8"))
    for name, rest in told:
        if name in COMMANDS and (flags := re.findall(r"(?<!\S)--[a-z][a-z-]+", rest)):
            with pytest.raises(SystemExit):
                main([name, *(["show"] if "show" in rest else []), "--help"])
            text = capsys.readouterr().out
            assert [flag for flag in flags if flag not in text] == [], name


def test_the_readmes_answer_is_the_programs(seeds_index: Indexes, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    question, answer, confidence = re.findall(
        r'\$ byline ask "([^"]+)"\n(.+?)  seeds/[^\n]+\n(  confidence [^\n]+\n)', README, re.DOTALL
    )[0]
    told = run("--index", seeds_index("multilingual"), "ask", question).out  # the model that `make demo` takes
    assert told.startswith(answer)
    assert confidence in told


def test_the_json_of_an_answer_is_told_field_by_field(seeds_index: Indexes, run: Run) -> None:
    answer = json.loads(run("--index", seeds_index("english"), "ask", "--json", "where do soldiers recover?").out)
    told = json.loads(EXAMPLES[0])
    assert _fields(told) == _fields(answer)
    assert told["answer"]["text"] == told["passages"][0]["text"][slice(*told["passages"][0]["quote"].values())]


def _fields(document: Any) -> Any:
    """Return the names of all fields of an object, and of the first object of each list in it."""
    if isinstance(document, dict):
        return {name: _fields(value) for name, value in document.items()}
    return _fields(document[0]) if isinstance(document, list) and document else None


def test_the_fields_of_a_question_are_told() -> None:
    told = json.loads(EXAMPLES[1])
    assert parse_request(json.dumps(told), Request("")).history
    assert told.keys() == KEYS


def test_the_golden_questions_told_are_read(tmp_path: Path) -> None:
    file = tmp_path / "golden.jsonl"
    file.write_text(EXAMPLES[2], encoding="utf-8")
    assert [it.gold.answerable for it in read_golden(file, ())] == [True, False]


def test_every_figure_of_eval_is_told() -> None:
    told = (ROOT / "docs/answers.md").read_text(encoding="utf-8").lower()
    explained = told.partition("## what the figures mean")[2].partition("##")[0]
    assert [name for name in summarise(()) if name not in explained] == []


def test_every_setting_is_told_and_no_other() -> None:
    keys: list[str] = []
    for cell in re.findall(r"^\| (`[^|]+) \|", SETTINGS, re.MULTILINE):
        first, *others = re.findall(r"`([^`]+)`", cell)
        table = first.rpartition(".")[0]
        keys += [first, *(f"{table}{other}" if other.startswith(".") else other for other in others)]
    assert sorted(keys) == sorted(config._SETTINGS)


def test_the_settings_of_a_service_are_read(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.+?)```", (ROOT / "docs/telegram.md").read_text("utf-8"), re.DOTALL)
    file = tmp_path / "byline.toml"
    file.write_text(example, encoding="utf-8")
    settings = config.load(file=file, environment={})
    assert (settings.state, settings.telegram.admins) == (Path("/var/lib/byline/state"), frozenset({12345678}))


def test_a_service_uses_the_index_and_the_state_of_its_users_other_commands() -> None:
    unit = (ROOT / "docs/deploy/byline.service").read_text(encoding="utf-8")
    assert set(re.findall("BYLINE_[A-Z_]+", unit)) == {"BYLINE_TELEGRAM_TOKEN_FILE"}


def test_a_service_comes_back_whatever_ends_it() -> None:
    """A full disk or an unexpected error also exits with 2, and to systemd an exit by SIGHUP is not a failure."""
    unit = (ROOT / "docs/deploy/byline.service").read_text(encoding="utf-8")
    assert re.findall("^Restart[A-Z]?[a-z]*=.*", unit, re.MULTILINE) == ["Restart=always", "RestartSec=15"]
    assert "--restart unless-stopped" in (ROOT / "docs/deploy/Dockerfile").read_text(encoding="utf-8")


def test_the_example_of_settings_is_read(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.+?)```", SETTINGS, re.DOTALL)
    token = tmp_path / "token"
    token.write_text("123456789:AAH", encoding="utf-8")
    file = tmp_path / "byline.toml"
    file.write_text(example.replace(tomllib.loads(example)["telegram"]["token_file"], str(token)), encoding="utf-8")
    settings = config.load(file=file, environment={})
    assert (settings.telegram.token, settings.telegram.admins) == ("123456789:AAH", frozenset({12345678}))
