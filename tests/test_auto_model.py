"""`model = auto`: which model an index gets, what is said where the better one is absent, switching by one command."""

from collections import Counter
from pathlib import Path

import pytest

from bot import app
from bot.cli import main
from bot.render import report

from .conftest import SEEDS


@pytest.mark.parametrize(
    ("languages", "installed", "current", "expected"),
    [
        ({"en": 5}, True, None, "minilm"),
        ({"en": 5, None: 1}, True, None, "minilm"),
        ({"en": 5, "uk": 1}, True, None, "multilingual"),
        ({"fr": 1}, True, None, "multilingual"),
        ({"en": 5, "uk": 1}, False, None, "minilm"),
        ({"uk": 5}, True, "minilm", "minilm"),
        ({"en": 5}, True, "multilingual", "multilingual"),
    ],
)
def test_the_articles_choose_the_model(
    languages: dict[str | None, int],
    installed: bool,
    current: str | None,
    expected: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(app, "has_multilingual", lambda: installed)
    assert app.choose_model("auto", Counter(languages), current) == expected


def test_without_the_better_model_one_line_says_what_to_install_and_one_command_switches(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    school = SEEDS / "shkola-v-tikhoy-bukhte.txt"
    with monkeypatch.context() as absent:
        absent.setattr(app, "has_multilingual", lambda: False)
        absent.setattr(report, "has_multilingual", lambda: False)
        assert main(["--index", str(folder), "index", str(school)]) == 0
    out, err = capsys.readouterr()
    (advice,) = [line for line in (out + err).splitlines() if "pip install" in line]
    assert "ru (1)" in advice
    assert "byline[multilingual]" in advice
    assert main(["--index", str(folder), "index", "--model", "multilingual"]) == 0
    assert main(["--index", str(folder), "index", "--model", "minilm"]) == 0
    out = capsys.readouterr().out  # by now it is there, and needs no installing
    assert f"for all languages: byline --index {folder} index --model multilingual" in out
    assert main(["--index", str(folder), "index", "--model", "multilingual"]) == 0
    assert " 0 embedded" in capsys.readouterr().out
